import type * as Grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { grpc } from "./grpc";
import { watch } from "./secret-watch";

/** Nothing that a test asks of the host takes longer; without it, a host that hangs would hang the test. */
const LONGEST_CALL = 60_000;

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

/** The calls that the engine makes to a host at this port, in plain values. `longest`: milliseconds; 60,000 by default. */
export function hostCalls(port: string, longest = LONGEST_CALL) {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const inFlight = new Set<Grpc.ClientUnaryCall>();
  const call = <T>(
    send: (metadata: Grpc.Metadata, options: Grpc.CallOptions, answer: Answer<T>) => Grpc.ClientUnaryCall,
  ) =>
    watch.listen(
      "an answer of the host",
      new Promise<T>((resolve, reject) => {
        const sent = send(new grpc.Metadata(), { deadline: Date.now() + longest }, (error, value) => {
          inFlight.delete(sent);
          if (error) reject(new CallFailure(error));
          else resolve(value);
        });
        inFlight.add(sent);
      }),
    );

  return {
    async configure(config: Readonly<Record<string, string>>) {
      watch.learnSettings(config);
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
    /** How many calls have not ended yet. */
    inFlight: () => inFlight.size,
    /** Gives up the calls in flight, as the engine does at a second Ctrl-C, and when it dies. */
    abort() {
      for (const sent of inFlight) sent.cancel();
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
