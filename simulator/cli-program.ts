import { Argument, Command, CommanderError } from "commander";
import { type Flags, readPace, readPort, readWorldFile, UsageError } from "./cli-flags";

/** What the command does, by what it was told. */
export interface Deeds {
  readonly start: (flags: Flags) => Promise<void>;
  readonly complete: (shell: string) => void;
}

/** The command dcs-simulator: what parses, explains and completes it is told here, once. */
export function simulatorProgram({ start, complete }: Deeds): Command {
  const program = new Command("dcs-simulator")
    .usage("[options]\n       dcs-simulator completion <shell>")
    .description("DCS backups and IAM on http(s)://127.0.0.1, without an account.")
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({ helpWidth: 110 })
    .helpCommand(false)
    .option("--port <n>", "listen on this port; a free one by default", readPort)
    .option(
      "--world <file>",
      "JSON with region, domain, projects, users, agencies, options and instances; each may be left out",
      readWorldFile,
    )
    .option("--pace <seconds>", "how long a backup takes; 60 by default, 0 for at once", readPace)
    .option("--tls <folder>", "https; writes ca.pem, client.pem and client-key.pem into that folder")
    .option("--client-certificate", "with --tls: demand that clients show client.pem")
    .option("--log", "print the address of the page to look at, and every request, on stderr")
    .helpOption("-h, --help", "print this")
    .addHelpText("after", AFTER)
    .action((flags: Flags) => start(flags));
  program
    .command("completion")
    .description("print what lets a shell complete this command")
    .addArgument(new Argument("<shell>", "whose completion to print").choices(["bash", "zsh", "fish"]))
    .helpOption("-h, --help", "print this")
    .addHelpText("after", AFTER_COMPLETION)
    .action(complete);
  return program;
}

/** Runs the command. Throws `UsageError` with a sentence when it cannot be understood. */
export async function runProgram(program: Command, args: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new UsageError(`${sentenceOf(error, program)} dcs-simulator --help tells more.`);
  }
}

/** What commander says, as a sentence: `error: unknown option '--prot'\n(Did you mean --port?)`. */
function sentenceOf({ code, message }: CommanderError, program: Command): string {
  if (code === "commander.excessArguments") {
    const names = program.commands.map((command) => command.name()).join(", ");
    return `There is no command "${program.args.join(" ")}"; there is ${names}.`;
  }
  const text = message.replace(/^error: /, "").replace(/\n\((.*)\)$/, ". $1");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? "" : "."}`;
}

const AFTER = `
When it is ready it prints one line of JSON: its addresses, keys and instances. It ends on SIGTERM and SIGINT.
Open its url in a browser to see instances, backups and requests live.
Look inside with GET /_simulator/journal and GET /_simulator/world; start afresh with POST /_simulator/reset.
Faults, other people's doings, options and the time are below /_simulator/ too: see the README.

Exit codes:
  0  it was ended by a signal
  1  it failed, for instance as the port is taken; the message says what to do
  2  the command line is wrong; nothing was started

Examples:
  dcs-simulator
  dcs-simulator --port 8420 --pace 10 --log
  dcs-simulator --world world.json
  dcs-simulator --tls tls --client-certificate`;

const AFTER_COMPLETION = `
Exit codes:
  0  it is printed
  2  the command line is wrong

Examples:
  source <(dcs-simulator completion bash)   # in ~/.bashrc
  source <(dcs-simulator completion zsh)    # in ~/.zshrc, after compinit
  dcs-simulator completion fish | source    # in ~/.config/fish/config.fish`;
