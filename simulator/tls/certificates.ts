import { generateKeyPair, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import type Forge from "node-forge";
import { DAY } from "../clock";

/** A certificate with its key, both in PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

/** An authority that is made now and forgotten with the process. */
export interface Authority {
  /** What who trusts it needs, in PEM. */
  readonly ca: string;
  /** A certificate for a server at these names and addresses. */
  forServer(names: readonly string[], addresses: readonly string[]): Promise<Certified>;
  /** A certificate that a client shows. */
  forClient(name: string): Promise<Certified>;
}

export async function makeAuthority(name: string): Promise<Authority> {
  // Loaded here, so that who simulates without TLS does not wait for it.
  const { default: forge } = await import("node-forge");
  const pair = await makePair();
  const self = { subject: nameOf(name), pair };
  const ca = certify(forge, self, self, [
    { name: "basicConstraints", critical: true, cA: true },
    { name: "keyUsage", critical: true, keyCertSign: true, cRLSign: true },
  ]);
  const issue = async (subject: string, use: object[]): Promise<Certified> => {
    const own = await makePair();
    return { certificate: certify(forge, { subject: nameOf(subject), pair: own }, self, use), key: own.privateKey };
  };
  return {
    ca,
    forServer: (names, addresses) =>
      issue(names[0] ?? "server", [
        { name: "extKeyUsage", serverAuth: true },
        { name: "subjectAltName", altNames: [...names.map(asName), ...addresses.map(asAddress)] },
      ]),
    forClient: (client) => issue(client, [{ name: "extKeyUsage", clientAuth: true }]),
  };
}

interface Party {
  readonly subject: Forge.pki.CertificateField[];
  readonly pair: { readonly publicKey: string; readonly privateKey: string };
}

function certify(forge: typeof Forge, owner: Party, issuer: Party, extensions: object[]): string {
  const certificate = forge.pki.createCertificate();
  certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
  certificate.publicKey = forge.pki.publicKeyFromPem(owner.pair.publicKey);
  // Long enough for every clock near this one.
  certificate.validity.notBefore = new Date(Date.now() - DAY);
  certificate.validity.notAfter = new Date(Date.now() + 7 * DAY);
  certificate.setSubject(owner.subject);
  certificate.setIssuer(issuer.subject);
  certificate.setExtensions(extensions);
  seal(forge, certificate, issuer.pair.privateKey);
  return forge.pki.certificateToPem(certificate);
}

/** The package's types leave it out. */
type WithTbs = typeof Forge.pki & { getTBSCertificate(certificate: Forge.pki.Certificate): Forge.asn1.Asn1 };

/** As the library's own `sign` does, but by Node: the library's arithmetic takes seconds under jest. */
function seal(forge: typeof Forge, certificate: Forge.pki.Certificate, privateKey: string): void {
  const algorithm = forge.pki.oids["sha256WithRSAEncryption"] ?? "";
  certificate.signatureOid = algorithm;
  certificate.siginfo.algorithmOid = algorithm;
  certificate.tbsCertificate = (forge.pki as WithTbs).getTBSCertificate(certificate);
  const der = Buffer.from(forge.asn1.toDer(certificate.tbsCertificate).getBytes(), "binary");
  certificate.signature = sign("sha256", der, privateKey).toString("binary");
}

/** RSA, since the library signs with nothing else; made by Node, which is far quicker at it. */
function makePair() {
  return promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}

function nameOf(commonName: string): Forge.pki.CertificateField[] {
  return [{ name: "commonName", value: commonName }];
}

/** The numbers are those of the kinds of a general name (RFC 5280). */
function asName(value: string) {
  return { type: 2, value };
}

function asAddress(ip: string) {
  return { type: 7, ip };
}
