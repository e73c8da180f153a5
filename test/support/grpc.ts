import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";

/** The copy of gRPC that @pulumi/pulumi itself uses: its generated clients fit no other. */
export const grpc = createRequire(require.resolve("@pulumi/pulumi"))("@grpc/grpc-js") as typeof Grpc; // its types are the same
