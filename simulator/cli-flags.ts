import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createIds } from "./ids";
import { settleWorld, type WorldSpec } from "./world/spec";

/** What the command line asks for. */
export interface Flags {
  readonly help: boolean;
  readonly log: boolean;
  readonly port: number;
  /** Seconds; undefined for the simulator's default. */
  readonly pace: number | undefined;
  readonly world: WorldSpec | undefined;
  /** The folder for the files of TLS; undefined for plain http. */
  readonly tls: string | undefined;
  readonly clientCertificate: boolean;
}

/** Thrown with one sentence for the user; the program ends with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export function readFlags(args: string[]): Flags {
  const { help, log, port, pace, world, tls, "client-certificate": clientCertificate } = parse(args);
  if (clientCertificate && tls === undefined) {
    throw new UsageError("--client-certificate needs https; give --tls with a folder too.");
  }
  return {
    help,
    log,
    port: port === undefined ? 0 : number("--port", port, (value) => Number.isInteger(value) && value <= 65_535),
    pace: pace === undefined ? undefined : number("--pace", pace, (value) => value <= 86_400),
    world: world === undefined ? undefined : readWorldFile(world),
    tls,
    clientCertificate,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: "boolean", short: "h", default: false },
        log: { type: "boolean", default: false },
        port: { type: "string" },
        pace: { type: "string" },
        world: { type: "string" },
        tls: { type: "string" },
        "client-certificate": { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(
      `${sentence(error)} The flags are --port, --world, --pace, --tls, --client-certificate, --log and --help.`,
    );
  }
}

function number(flag: string, text: string, isGood: (value: number) => boolean): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && isGood(value)) return value;
  const wanted = flag === "--port" ? "a whole number up to 65535" : "seconds, such as 10 or 0.5";
  throw new UsageError(`${flag} was given "${text}"; give ${wanted}.`);
}

function readWorldFile(path: string): WorldSpec {
  try {
    return settleWorld(JSON.parse(readFileSync(path, "utf8")), createIds());
  } catch (error) {
    throw new UsageError(`The world file ${path} cannot be used. ${error instanceof Error ? error.message : ""}`);
  }
}

/** The first sentence of what Node says, which goes on with advice about positional arguments. */
function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = message] = message.split(/\. |\n/);
  return first.endsWith(".") ? first : `${first}.`;
}
