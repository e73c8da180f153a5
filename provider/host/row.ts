import { createRequire } from "node:module";
import type * as EngineGrpc from "@pulumi/pulumi/proto/engine_grpc_pb";
import type * as EngineProto from "@pulumi/pulumi/proto/engine_pb";

/** Says something on the row of the resource with this URN, while it is being worked on. */
export type Say = (urn: string, text: string) => void;

/**
 * Speaks to the engine, whose address is the host's last argument.
 *
 * The messages are ephemeral: on a terminal they replace each other on the resource's row, in plain logs each is a line.
 * What cannot be said is left unsaid: progress is a comfort, never a reason to fail.
 */
export function engineRow(argv: readonly string[]): Say {
  const address = argv.at(-1);
  if (!address || !/^[\w.[\]:-]+:\d+$/.test(address)) return () => undefined;
  let engine: ReturnType<typeof connect> | undefined;
  return (urn, text) => {
    try {
      engine ??= connect(address);
      const { client, proto } = engine;
      const message = new proto.LogRequest();
      message.setSeverity(proto.LogSeverity.INFO);
      message.setMessage(text);
      message.setUrn(urn);
      message.setEphemeral(true);
      client.log(message, () => undefined);
    } catch {
      // See above: the work goes on in silence.
    }
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
