import { createServer } from "node:https";
import { HOST } from "../listening";
import { running, type RunningSimulator, type StartOptions } from "../server";
import { makeAuthority, type Certified } from "./certificates";

/** What the clients of a simulator on https need for that. All of it is in PEM. */
export interface SecureSimulator extends RunningSimulator {
  /** The certificate of the authority that must be trusted. It was made for this simulator alone. */
  readonly ca: string;
  /** A certificate for the client, of the same authority. */
  readonly client: Certified;
  /** A client's certificate of another authority: it is refused where one is demanded. */
  readonly stranger: Certified;
}

export interface SecureOptions extends StartOptions {
  /** Whether a client must show a certificate of the authority; one that does not is cut off at the handshake. */
  readonly clientCertificate?: boolean;
}

/**
 * The same as `startSimulator`, on https. The server's certificate is good for 127.0.0.1 and localhost.
 *
 * What concerns TLS goes by the machine's clock, not by the simulator's.
 */
export async function startSecureSimulator({
  clientCertificate = false,
  ...options
}: SecureOptions = {}): Promise<SecureSimulator> {
  const [authority, other] = await Promise.all([makeAuthority("dcs-simulator CA"), makeAuthority("another CA")]);
  const [own, client, stranger] = await Promise.all([
    authority.forServer(["localhost"], [HOST]),
    authority.forClient("dcs client"),
    other.forClient("stranger"),
  ]);
  const { ca } = authority;
  const tls = { cert: own.certificate, key: own.key, ca, requestCert: clientCertificate };
  const simulator = await running(options, "https", (listener) => createServer(tls, listener));
  return {
    ...simulator,
    get card() {
      return simulator.card;
    },
    ca,
    client,
    stranger,
  };
}
