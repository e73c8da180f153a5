import { readFileSync } from "node:fs";

const isTerminal = process.stdout.isTTY;
let step = 0;

/** Opens the next step of the story. @param {string} title @param {string} line */
export function heading(title, line) {
  step += 1;
  const text = `${step}. ${title}`;
  console.log(`\n${isTerminal ? `\x1b[1m${text}\x1b[0m` : text} — ${line}\n`);
}

/** @param {string} line */
export function tell(line) {
  console.log(line);
}

/** @param {string} file */
export function showProgram(file) {
  for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) console.log(`    ${line}`.trimEnd());
}

/** @param {import("./simulator.mjs").ListedBackup[]} backups */
export function showBackups(backups) {
  if (backups.length === 0) console.log("no backups");
  for (const { backup_id, backup_name, status, size, remark } of backups) {
    console.log(`${backup_name}  ${status}  ${size} bytes  "${remark}"  ${backup_id}`);
  }
}
