/** The command pulumi-dcs-backup. */
import { randomInt } from "node:crypto";
import { systemClock } from "../clock";
import { gotSend } from "../dcs/http";
import { DcsError } from "../errors";
import { processSurroundings } from "../identity/environment";
import { askOnTerminal } from "./ask";
import { connectorOf, deleteOne, list } from "./backups";
import { helpOf, overview } from "./command-line/help";
import { completionFor } from "./completion";
import { readCommand } from "./flags";
import { leftovers } from "./leftovers";
import type { CommandMeans } from "./remove-listed";
import { whoami } from "./whoami";

const print = (text: string) => {
  process.stdout.write(text);
};
const complain = (text: string) => {
  process.stderr.write(`${text}\n`);
};

const means: CommandMeans = {
  clock: systemClock,
  dice: () => randomInt(2 ** 47) / 2 ** 47,
  sendBy: gotSend,
  surroundingsOf: processSurroundings,
  print,
  complain,
};

void run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A failure of ours is a sentence; anything else is our own mistake, and needs its stack.
    complain(error instanceof DcsError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = error instanceof DcsError && error.code === "bad-configuration" ? 2 : 1;
  },
);

async function run(args: readonly string[]): Promise<number> {
  const command = readCommand(args);
  switch (command.name) {
    case "help":
      print(command.of === undefined ? overview() : helpOf(command.of));
      return 0;
    case "completion":
      print(completionFor(command.shell));
      return 0;
    case "leftovers":
      return leftovers(command.flags, means);
    case "whoami":
      return whoami(command.flags, means);
    case "list":
      return list(command.flags, await connectorOf(command.flags, means), means);
    case "delete":
      return deleteOne(command.flags, await connectorOf(command.flags, means), { ...means, ask: askOnTerminal });
  }
}
