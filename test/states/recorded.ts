import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The address that recorded states give for the service; a test puts its simulator's in that place. */
export const RECORDED_URL = "http://127.0.0.1:8420";

/** A backup in an exported state. */
export interface RecordedBackup {
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

/** The one backup of an exported state. */
export function backupIn(text: string): RecordedBackup {
  const { deployment } = JSON.parse(text) as { deployment: { resources: RecordedBackup[] } }; // Pulumi's own form
  const [backup, ...others] = deployment.resources.filter(({ type }) => type === "pulumi-nodejs:dynamic/dcs:Backup");
  if (!backup || others.length > 0) throw new Error("A recorded state holds one backup.");
  return backup;
}
