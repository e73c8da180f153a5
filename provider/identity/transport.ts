import { resolve } from "node:path";
import { createSecureContext } from "node:tls";
import type { Transport } from "../dcs/exchange";
import { DcsError } from "../errors";
import { REACH } from "./settings";
import { findIn, type Found, type Source, type Surroundings } from "./sources";

/** How to reach the services, and what to warn of. */
export interface Reach {
  readonly transport: Transport;
  readonly warning?: string;
}

/**
 * Finds whom to trust and through which proxy to go: per value, first hit wins. Files are named relative to the current
 * folder; the configuration may hold their text instead.
 *
 * Throws `bad-configuration` for a file that is missing or holds something else, a certificate without its key, and a proxy
 * that is none.
 */
export function findReach(sources: readonly Source[], surroundings: Surroundings): Reach {
  const find = (name: keyof typeof REACH) => findIn(sources, REACH[name]);
  const pem = (found: Found | undefined, what: string) => found && pemOf(found, what, surroundings);
  const ca = pem(find("caCert"), "CERTIFICATE");
  const client = clientOf(find("clientCert"), find("clientKey"), surroundings);
  const insecure = isInsecure(find("insecure"), find("verify"));
  return {
    transport: {
      ...(ca === undefined ? {} : { ca }),
      ...(client ? { client } : {}),
      ...(insecure ? { insecure: true } : {}),
      proxyFor: checkedProxy(surroundings),
    },
    ...(insecure
      ? {
          warning: `Certificates are not checked (${insecure.from}): whoever is on the way can read and change everything. Name the CA in OS_CACERT or dcs:caCert instead.`,
        }
      : {}),
  };
}

function clientOf(cert: Found | undefined, key: Found | undefined, surroundings: Surroundings): Transport["client"] {
  if (!cert && !key) return undefined;
  if (!cert || !key) {
    const [given, missing] = cert ? [cert, "key"] : [key, "certificate"];
    throw new DcsError(
      "bad-configuration",
      `${given?.from ?? ""} gives one half of a client certificate, but its ${missing} is missing. Give both, as OS_CERT with OS_KEY or dcs:clientCert with dcs:clientKey, or neither.`,
    );
  }
  const client = { cert: pemOf(cert, "CERTIFICATE", surroundings), key: pemOf(key, "PRIVATE KEY", surroundings) };
  try {
    createSecureContext(client);
  } catch {
    throw new DcsError(
      "bad-configuration",
      `The key of ${key.from} does not belong to the certificate of ${cert.from}, is locked by a passphrase, or one of them is damaged. Give the certificate's own key, unlocked.`,
    );
  }
  return client;
}

function pemOf({ value, from }: Found, what: string, { file, folder }: Surroundings): string {
  const text = value.includes("-----BEGIN") ? value : file(resolve(folder, value));
  if (text === undefined) {
    // The value may be the key itself, in a form that is not recognized.
    const named =
      what === "PRIVATE KEY"
        ? `There is no such file as ${from} names`
        : `There is no file ${value}, which ${from} names`;
    throw new DcsError("bad-configuration", `${named}. Correct it, or unset it.`);
  }
  if (new RegExp(`-----BEGIN [A-Z ]*${what}-----`).test(text)) return text;
  const named = value === text ? "The text" : `The file ${value}`;
  throw new DcsError(
    "bad-configuration",
    `${named} of ${from} holds no ${what.toLowerCase()} in PEM form. Give one that begins with "-----BEGIN …${what}-----".`,
  );
}

function isInsecure(insecure: Found | undefined, verify: Found | undefined): Found | undefined {
  if (insecure) return truth(insecure) ? insecure : undefined;
  return verify && !truth(verify) ? verify : undefined;
}

function truth({ value, from }: Found): boolean {
  if (/^(true|1|yes|on)$/i.test(value)) return true;
  if (/^(false|0|no|off)$/i.test(value)) return false;
  throw new DcsError("bad-configuration", `${from} is "${value}". Give true or false.`);
}

/** Its value is not quoted: it may hold a password. */
function checkedProxy({ proxyFor, environment }: Surroundings): Transport["proxyFor"] {
  return (url) => {
    const proxy = proxyFor(url);
    if (proxy === undefined || (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol))) return proxy;
    const scheme = new URL(url).protocol.replace(":", "");
    const names = [`${scheme}_proxy`, `${scheme}_proxy`.toUpperCase(), "all_proxy", "ALL_PROXY"];
    const name = names.find((candidate) => environment[candidate]) ?? "HTTPS_PROXY";
    throw new DcsError(
      "bad-configuration",
      `The proxy in ${name} of the environment is not a URL of an http or https proxy. Give one such as http://proxy.example.com:3128, or name the host ${new URL(url).host} in NO_PROXY.`,
    );
  };
}
