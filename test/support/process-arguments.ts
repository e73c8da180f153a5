import { readdirSync, readFileSync } from "node:fs";

/** The command lines of all processes that a process has started, and of those that they have; on Linux only. */
export function argumentsBelow(parent: number): readonly string[] {
  return descendantsOf(parent, parents()).map((pid) => textOf(`/proc/${pid}/cmdline`).replaceAll("\0", " "));
}

function descendantsOf(parent: number, all: readonly (readonly [pid: number, parent: number])[]): number[] {
  const children = all.filter(([, its]) => its === parent).map(([pid]) => pid);
  return [...children, ...children.flatMap((child) => descendantsOf(child, all))];
}

function parents(): (readonly [pid: number, parent: number])[] {
  const pids = folderOf("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => [Number(pid), parentOf(pid)]);
}

/** `state parent …` comes after the program's name, which may hold anything. */
function parentOf(pid: string): number {
  const [, parent] = textOf(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
  return Number(parent);
}

/** A process may have gone meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function folderOf(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
