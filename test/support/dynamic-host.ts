import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Grpc from "@grpc/grpc-js";
import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

/** The copy of gRPC that @pulumi/pulumi itself uses. */
const grpc = createRequire(require.resolve("@pulumi/pulumi"))("@grpc/grpc-js") as typeof Grpc;

const ROOT = join(__dirname, "../..");

type Properties = Record<string, unknown>;
type Answer<T> = (error: Grpc.ServiceError | null, value: T) => void;

/** What a resource provider's call failed with; with `partial`, the engine stores the resource all the same. */
export class CallFailure extends Error {
  readonly partial?: { readonly id: string; readonly properties: Properties; readonly reasons: readonly string[] };

  constructor(error: Grpc.ServiceError) {
    super(error.details);
    const [details] = error.metadata.get("grpc-status-details-bin");
    if (!(details instanceof Buffer)) return;
    const [any] = Status.deserializeBinary(details).getDetailsList();
    const failed = proto.ErrorResourceInitFailed.deserializeBinary(any?.getValue_asU8() ?? new Uint8Array());
    this.partial = { id: failed.getId(), properties: values(failed.getProperties()), reasons: failed.getReasonsList() };
  }
}

/** Pulumi's own dynamic host as a process, with an engine that listens to what it logs. */
export async function startDynamicHost(config: Record<string, string>, environment: Record<string, string> = {}) {
  const engine = await startEngine();
  const script = require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
  const input = openPipe();
  const child = spawn(process.execPath, [script, engine.address], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], ...environment },
    stdio: [input.readable, "pipe", "pipe"],
  });
  input.handOver();
  // Both are pipes, as asked for; Node's types cannot tell when stdin is a descriptor.
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("The dynamic host was started without pipes.");
  let noise = "";
  stderr.on("data", (text: Buffer) => (noise += text.toString()));
  const [port] = (await once(createInterface(stdout), "line")) as [string]; // the host prints its port first
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const call = <T>(send: (answer: Answer<T>) => unknown): Promise<T> =>
    new Promise((resolve, reject) => {
      send((error, value) => {
        if (error) reject(new CallFailure(error));
        else resolve(value);
      });
    });
  await call<proto.ConfigureResponse>((answer) =>
    client.configure(new proto.ConfigureRequest().setArgs(struct(config)), answer),
  );

  return {
    messages: engine.messages,
    noise: () => noise,
    pid: child.pid,
    exited: once(child, "exit"),
    async check(olds: Properties, news: Properties) {
      const request = new proto.CheckRequest().setOlds(struct(olds)).setNews(struct(news));
      const answer = await call<proto.CheckResponse>((done) => client.check(request, done));
      return {
        inputs: values(answer.getInputs()),
        failures: answer.getFailuresList().map((failure) => failure.toObject()),
      };
    },
    async create(inputs: Properties) {
      const request = new proto.CreateRequest().setProperties(struct(inputs));
      const answer = await call<proto.CreateResponse>((done) => client.create(request, done));
      return { id: answer.getId(), outputs: values(answer.getProperties()) };
    },
    async read(id: string, outputs: Properties) {
      const request = new proto.ReadRequest().setId(id).setProperties(struct(outputs));
      const answer = await call<proto.ReadResponse>((done) => client.read(request, done));
      return { id: answer.getId(), outputs: values(answer.getProperties()) };
    },
    async update(id: string, olds: Properties, news: Properties) {
      const request = new proto.UpdateRequest().setId(id).setOlds(struct(olds)).setNews(struct(news));
      const answer = await call<proto.UpdateResponse>((done) => client.update(request, done));
      return { outputs: values(answer.getProperties()) };
    },
    async remove(id: string, outputs: Properties) {
      const request = new proto.DeleteRequest().setId(id).setProperties(struct(outputs));
      await call<Empty>((done) => client.delete(request, done));
    },
    async cancel() {
      await call<Empty>((done) => client.cancel(new Empty(), done));
    },
    /** Closes its standard input, as happens when the engine dies. */
    closeInput() {
      input.close();
    },
    /** Sends SIGINT, as the engine does at a second Ctrl-C and at the end of each run. */
    interrupt() {
      child.kill("SIGINT");
    },
    async stop() {
      client.close();
      input.close();
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      engine.stop();
    },
  };
}

/** A real pipe, as the engine gives one to the host; what Node's own spawn gives is a socket. */
function openPipe() {
  const folder = mkdtempSync(join(tmpdir(), "dynamic-host-"));
  const path = join(folder, "stdin");
  execFileSync("mkfifo", [path]);
  const readable = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writable = openSync(path, constants.O_WRONLY);
  rmSync(folder, { recursive: true });
  let isOpen = true;
  return {
    readable,
    handOver: () => {
      closeSync(readable);
    },
    close: () => {
      if (isOpen) closeSync(writable);
      isOpen = false;
    },
  };
}

/** An engine as far as the host speaks to it. */
async function startEngine() {
  const messages: { urn: string; text: string; ephemeral: boolean }[] = [];
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

const struct = (properties: Properties) => Struct.fromJavaScript(properties as Record<string, JavaScriptValue>); // JSON
const values = (given: Struct | undefined): Properties => given?.toJavaScript() ?? {};
