import { opener } from "../identity/connect";
import { askServices } from "./ask-services";
import type { WhoamiFlags } from "./flags";
import { reportAsJson, reportAsText } from "./print-whoami";
import { readConfig } from "./pulumi-cli";
import type { CommandMeans } from "./remove-listed";

/** All the questions together; nobody waits longer for an answer to "does it work?". Milliseconds. */
const TIME_LIMIT = 2 * 60_000;

/**
 * Says which credentials and which place would be used, where each value comes from, and what IAM and DCS say to them.
 *
 * Without a stack, the configuration of none counts, and the Pulumi CLI is not needed. Gives the exit code: 0 where both
 * accept the credentials, 3 where one does not.
 */
export async function whoami(flags: WhoamiFlags, means: CommandMeans): Promise<number> {
  const { stack, cwd } = flags;
  const ofStack = stack !== undefined || cwd !== undefined;
  const config = ofStack ? await readConfig({ stack, cwd: cwd ?? "." }) : () => undefined;
  const surroundings = means.surroundingsOf(config);
  const notices: string[] = [];
  const tell = { say: (text: string) => notices.push(text), warn: (text: string) => notices.push(text) };
  const opened = opener({ ...means, surroundings })(flags.cloud === undefined ? {} : { cloud: flags.cloud }, tell);
  const deadline = means.clock.now() + TIME_LIMIT;
  const patience = { clock: means.clock, deadline, signal: new AbortController().signal };
  const verdicts = await askServices(opened, patience);
  const report = { plan: opened.plan, verdicts, notices };
  means.print(flags.json ? reportAsJson(report) : reportAsText(report));
  return [verdicts.iam, verdicts.dcs].some(({ answer }) => answer === "no") || verdicts.dcs.answer !== "yes" ? 3 : 0;
}
