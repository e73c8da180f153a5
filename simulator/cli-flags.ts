import { readFileSync } from "node:fs";
import { createIds } from "./ids";
import { settleWorld, type WorldSpec } from "./world/spec";

/** What the command line asks for; what is absent is the simulator's default. */
export interface Flags {
  readonly log?: true;
  readonly port?: number;
  /** Seconds. */
  readonly pace?: number;
  readonly world?: WorldSpec;
  /** The folder for the files of TLS; absent for plain http. */
  readonly tls?: string;
  readonly clientCertificate?: true;
}

/** Thrown with one sentence for the user; the program ends with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export function readPort(text: string): number {
  return number("--port", text, (value) => Number.isInteger(value) && value <= 65_535);
}

export function readPace(text: string): number {
  return number("--pace", text, (value) => value <= 86_400);
}

export function readWorldFile(path: string): WorldSpec {
  try {
    return settleWorld(JSON.parse(readFileSync(path, "utf8")), createIds());
  } catch (error) {
    throw new UsageError(`The world file ${path} cannot be used. ${error instanceof Error ? error.message : ""}`);
  }
}

function number(flag: string, text: string, isGood: (value: number) => boolean): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && isGood(value)) return value;
  const wanted = flag === "--port" ? "a whole number up to 65535" : "seconds, such as 10 or 0.5";
  throw new UsageError(`${flag} was given "${text}"; give ${wanted}.`);
}
