import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The address that recorded states give for the service; a test puts its simulator's in that place. */
export const RECORDED_URL = "http://127.0.0.1:8420";

/** A backup, a rotation or a restore in an exported state. */
export interface RecordedResource {
  readonly type: string;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly initErrors?: readonly string[];
}

export interface RecordedState {
  /** The release that wrote it, such as `0.1.0`. */
  readonly release: string;
  /** Which of its situations it is. */
  readonly name: string;
  readonly path: string;
}

/** All that all releases have recorded. */
export function recordedStates(): RecordedState[] {
  return readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: release }) =>
      readdirSync(join(__dirname, release)).map((file) => ({
        release,
        name: file.replace(/\.json$/, ""),
        path: join(__dirname, release, file),
      })),
    );
}

/** The text of a recorded state, as if it had been written for the service at this address. */
export function textOf({ path }: RecordedState, url: string): string {
  return readFileSync(path, "utf8").replaceAll(RECORDED_URL, url);
}

/** The recorded states of the situations with these names, with a title for a test. */
export function recordedAs(...names: readonly string[]) {
  return recordedStates()
    .filter(({ name }) => names.includes(name))
    .map((state) => [`${state.release}, ${state.name}`, state] as const);
}

/** The one resource of ours in an exported state. */
export function resourceIn(text: string): RecordedResource {
  const { deployment } = JSON.parse(text) as { deployment: { resources: RecordedResource[] } }; // Pulumi's own form
  const ours = deployment.resources.filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic/dcs:"));
  const [resource, ...others] = ours;
  if (!resource || others.length > 0) throw new Error("A recorded state holds one resource.");
  return resource;
}
