import { createRequire } from "node:module";
import type * as EngineGrpc from "@pulumi/pulumi/proto/engine_grpc_pb";
import type * as EngineProto from "@pulumi/pulumi/proto/engine_pb";

/** Speaks of the resource with this URN, while it is being worked on. */
type Say = (urn: string, text: string) => void;

/** What can be said of a resource. */
interface Row {
  /** On its row: on a terminal the texts replace each other there, in plain logs each is a line. */
  readonly say: Say;
  /** Among the diagnostics of the run, where it stays. */
  readonly warn: Say;
}

/**
 * Speaks to the engine, whose address is the host's last argument.
 *
 * What cannot be said is left unsaid: progress is a comfort, never a reason to fail.
 */
export function engineRow(argv: readonly string[]): Row {
  const address = argv.at(-1);
  if (!address || !/^[\w.[\]:-]+:\d+$/.test(address)) return { say: () => undefined, warn: () => undefined };
  let engine: ReturnType<typeof connect> | undefined;
  const speak = (urn: string, text: string, kind: "progress" | "warning") => {
    try {
      engine ??= connect(address);
      const { client, proto } = engine;
      const message = new proto.LogRequest();
      message.setSeverity(kind === "warning" ? proto.LogSeverity.WARNING : proto.LogSeverity.INFO);
      message.setMessage(text);
      message.setUrn(urn);
      message.setEphemeral(kind === "progress");
      client.log(message, () => undefined);
    } catch {
      // See above: the work goes on in silence.
    }
  };
  return {
    say: (urn, text) => {
      speak(urn, text, "progress");
    },
    warn: (urn, text) => {
      speak(urn, text, "warning");
    },
  };
}

/** The gRPC library has to be the very copy that @pulumi/pulumi uses, else its classes do not fit. */
function connect(address: string) {
  const require = createRequire(createRequire(__filename).resolve("@pulumi/pulumi"));
  // Resolved and loaded at run time, so the types are told here.
  const grpc = require("@grpc/grpc-js") as { credentials: { createInsecure(): never } };
  const { EngineClient } = require("@pulumi/pulumi/proto/engine_grpc_pb") as typeof EngineGrpc;
  const proto = require("@pulumi/pulumi/proto/engine_pb") as typeof EngineProto;
  return { client: new EngineClient(address, grpc.credentials.createInsecure()), proto };
}
