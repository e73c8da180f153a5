import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Planted docstrings that leave something unsaid: a rule that lets one of these pass proves nothing about the real ones.
const PLANTED = `
export interface Bare {
  /** The place. Default: here. */
  place?: string;
}

/** The arguments of a thing. */
export interface ThingArgs {
  mute: string;
  /** What it is for. A change does nothing. */
  withoutDefault?: string;
  /** What it is for. Default: none. */
  withoutChange?: string;
  /** How big it is. A change makes another one. */
  withoutUnit: number;
  /** Seconds that it lives. Default: 60. A change counts from then on. */
  complete?: number;
}

/** A thing. */
export class Thing {
  declare readonly mute: string;
  /** When it was made. */
  declare readonly madeAt: string;
  /** When it ended; ISO 8601, UTC. */
  declare readonly endedAt: string;

  static get(id: string) {
    return id;
  }

  /**
   * @param args What it is.
   * @param opts Anything else.
   */
  constructor(name: string, args: ThingArgs, opts: object = {}) {
    void [name, args, opts];
  }

  private hidden() {}
}

/** Looks for a thing. */
export function getThing(args: Bare = {}) {
  return args;
}

/** {@link getThing} otherwise. */
export function getThingOutput(args: Bare = {}) {
  return args;
}
`;

test("the reference notices each thing that a docstring leaves unsaid, and nothing else", async () => {
  const { publicSurface } = await import("../../scripts/reference/surface.mjs");
  const { lacksOf } = await import("../../scripts/reference/lacks.mjs");
  const folder = mkdtempSync(join(tmpdir(), "dcs-reference-"));
  try {
    writeFileSync(join(folder, "index.ts"), PLANTED);
    expect(lacksOf(publicSurface(join(folder, "index.ts")))).toEqual([
      'getThing does not say the default of its parameter args ("Default: …").',
      "Bare has no docstring.",
      'Neither Bare.place nor Bare says what a change does ("A change …").',
      "ThingArgs.mute has no docstring.",
      'ThingArgs.mute does not say what a change does ("A change …").',
      'ThingArgs.withoutDefault does not say its default ("Default: …").',
      'ThingArgs.withoutChange does not say what a change does ("A change …").',
      "ThingArgs.withoutUnit does not say its unit.",
      "Thing.mute has no docstring.",
      "Thing.madeAt does not say its unit.",
      "Thing.get has no docstring.",
      "The parameter id of Thing.get has no docstring.",
      "The parameter name of Thing.constructor has no docstring.",
      'Thing.constructor does not say the default of its parameter opts ("Default: …").',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
