import { hostCalls } from "./host-calls";
import { startHostProcess } from "./host-process";
import { startListeningEngine } from "./listening-engine";
import { watch } from "./secret-watch";

interface Ways {
  /** What a call may take, in milliseconds. Default: a minute. */
  readonly longestCall?: number;
  /** Opens descriptor 3, to talk with a preload. */
  readonly channel?: boolean;
  /** The folder of the user's program; see {@link startHostProcess}. */
  readonly folder?: string;
}

/** Pulumi's own dynamic host as a process, with an engine that calls it and listens to what it logs. */
export async function startDynamicHost(
  config: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
  { longestCall, channel = false, folder }: Ways = {},
) {
  const engine = await startListeningEngine();
  const process = await startHostProcess({
    lastArgument: engine.address,
    environment,
    channel,
    ...(folder === undefined ? {} : { folder }),
  });
  const calls = hostCalls(process.port, longestCall);
  watch.learnSettings(environment);
  watch.hearAtTheEnd("what the engine was told", () => engine.messages);
  await calls.configure(config);

  return {
    ...process,
    ...calls,
    messages: engine.messages,
    /** All that the host sees when the engine dies: calls given up, nobody at the other end of anything. */
    loseEngine() {
      calls.abort();
      calls.close();
      engine.stop();
      process.closeOutput();
      process.closeInput();
    },
    async stop() {
      calls.close();
      await process.kill();
      engine.stop();
    },
  };
}
