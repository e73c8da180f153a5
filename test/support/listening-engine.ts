import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { grpc } from "./grpc";

/** What the host said on the row of a resource. */
interface Message {
  readonly urn: string;
  readonly text: string;
  readonly ephemeral: boolean;
}

/** An engine as far as the host speaks to it: it keeps what it is told. */
export async function startListeningEngine() {
  const messages: Message[] = [];
  const server = new grpc.Server();
  const log: IEngineServer["log"] = ({ request }: { request: LogRequest }, answer) => {
    messages.push({ urn: request.getUrn(), text: request.getMessage(), ephemeral: request.getEphemeral() });
    answer(null, new Empty());
  };
  // Only the log is ever called here.
  server.addService(EngineService, { log });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return {
    address: `127.0.0.1:${port}`,
    messages,
    stop: () => {
      server.forceShutdown();
    },
  };
}
