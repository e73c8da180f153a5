import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { CallFailure } from "../support/dynamic-host";

/** The copy of gRPC that @pulumi/pulumi itself uses. */
const grpc = createRequire(require.resolve("@pulumi/pulumi"))("@grpc/grpc-js") as typeof Grpc;

/** Nothing that a test asks of the host takes longer; without it, a host that hangs would hang the test. */
const LONGEST_CALL = 60_000;

type Properties = Record<string, unknown>;
type Answer<T> = (error: Grpc.ServiceError | null, value: T) => void;

/** The calls that the engine makes to a host at this port, in plain values. */
export function hostCalls(port: string) {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const call = <T>(send: (metadata: Grpc.Metadata, options: Grpc.CallOptions, answer: Answer<T>) => unknown) =>
    new Promise<T>((resolve, reject) => {
      send(new grpc.Metadata(), { deadline: Date.now() + LONGEST_CALL }, (error, value) => {
        if (error) reject(new CallFailure(error));
        else resolve(value);
      });
    });

  return {
    async configure(config: Readonly<Record<string, string>>) {
      const request = new proto.ConfigureRequest().setArgs(struct({ ...config }));
      await call<proto.ConfigureResponse>((...how) => client.configure(request, ...how));
    },
    async check(olds: Properties, news: Properties) {
      const request = new proto.CheckRequest().setOlds(struct(olds)).setNews(struct(news));
      const answer = await call<proto.CheckResponse>((...how) => client.check(request, ...how));
      const failures = answer.getFailuresList().map((failure) => failure.toObject());
      return { inputs: values(answer.getInputs()), failures };
    },
    /** `changes` as the engine takes it: nothing where it is to compare the inputs by itself. */
    async diff(id: string, olds: Properties, news: Properties) {
      const request = new proto.DiffRequest().setId(id).setOlds(struct(olds)).setNews(struct(news));
      const answer = await call<proto.DiffResponse>((...how) => client.diff(request, ...how));
      return { changes: CHANGES.get(answer.getChanges()), replaces: answer.getReplacesList() };
    },
    async create(inputs: Properties) {
      const request = new proto.CreateRequest().setProperties(struct(inputs));
      const answer = await call<proto.CreateResponse>((...how) => client.create(request, ...how));
      return { id: answer.getId(), outputs: values(answer.getProperties()) };
    },
    async read(id: string, outputs: Properties) {
      const request = new proto.ReadRequest().setId(id).setProperties(struct(outputs));
      const answer = await call<proto.ReadResponse>((...how) => client.read(request, ...how));
      return { id: answer.getId(), outputs: values(answer.getProperties()) };
    },
    async update(id: string, olds: Properties, news: Properties) {
      const request = new proto.UpdateRequest().setId(id).setOlds(struct(olds)).setNews(struct(news));
      const answer = await call<proto.UpdateResponse>((...how) => client.update(request, ...how));
      return { outputs: values(answer.getProperties()) };
    },
    async remove(id: string, outputs: Properties) {
      const request = new proto.DeleteRequest().setId(id).setProperties(struct(outputs));
      await call<Empty>((...how) => client.delete(request, ...how));
    },
    async cancel() {
      await call<Empty>((...how) => client.cancel(new Empty(), ...how));
    },
    close() {
      client.close();
    },
  };
}

const CHANGES = new Map<number, boolean>([
  [proto.DiffResponse.DiffChanges.DIFF_NONE, false],
  [proto.DiffResponse.DiffChanges.DIFF_SOME, true],
]);

const struct = (properties: Properties) => Struct.fromJavaScript(properties as Record<string, JavaScriptValue>); // JSON
const values = (given: Struct | undefined): Properties => given?.toJavaScript() ?? {};
