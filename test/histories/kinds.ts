import { PROVIDER_TEXT, RESTORE_TEXT, ROTATION_TEXT } from "../support/provider-text";

/** The kinds of resources that a program may declare. */
export type Kind = "Backup" | "BackupRotation" | "Restore";

const TEXTS: Readonly<Record<Kind, string>> = {
  Backup: PROVIDER_TEXT,
  BackupRotation: ROTATION_TEXT,
  Restore: RESTORE_TEXT,
};

const NAMED: Readonly<Record<string, Kind>> = { rotation: "BackupRotation", restore: "Restore" };

/** A resource's type, as a state names it, by its name in the program. */
export function typeNamed(name: string): string {
  return `pulumi-nodejs:dynamic/dcs:${NAMED[name] ?? "Backup"}`;
}

/** The type of a resource as its URN holds it. */
export function typeOf(urn: string): string {
  return urn.split("::")[2] ?? "";
}

export function kindOf(urn: string): Kind {
  return typeOf(urn).split(":").at(-1) as Kind; // ours all end in one
}

/** The text of its provider that a resource's inputs hold. */
export function textOf(urn: string): string {
  return TEXTS[kindOf(urn)];
}

/** The kind of resource whose provider has this text. */
export function kindWithText(text: unknown): Kind | undefined {
  return (Object.keys(TEXTS) as Kind[]).find((kind) => TEXTS[kind] === text); // a constant's keys
}
