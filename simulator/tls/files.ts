import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SecureSimulator } from "./secure-server";

/** The files that clients are told of: by OS_CACERT, OS_CERT and OS_KEY, for instance. */
export interface TlsFiles {
  readonly caFile: string;
  readonly clientCertificateFile: string;
  readonly clientKeyFile: string;
}

/** Writes what clients need into a folder, which is made if need be; keys are for their owner only. */
export function writeTlsFiles(folder: string, { ca, client }: Pick<SecureSimulator, "ca" | "client">): TlsFiles {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => {
    const path = resolve(join(folder, name));
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  return {
    caFile: write("ca.pem", ca),
    clientCertificateFile: write("client.pem", client.certificate),
    clientKeyFile: write("client-key.pem", client.key),
  };
}
