import { Hono } from "hono";
import type { Wire } from "../request";
import type { Simulation } from "../simulation";
import { isRemoved } from "../world/backup-stage";
import { filesOf, folderOf, type BackupFile } from "./backup-files";
import { bucketOf, linkSignature, STORAGE } from "./links";

/** The object storage behind download links: it asks for no credentials but the link's own signature. */
export function storageRoutes(simulation: Simulation): Hono<Wire> {
  const storage = new Hono<Wire>();

  storage.get(`/:bucket/:folder{.+}/:file`, (c) => {
    const { AWSAccessKeyId: key, Expires: expires = "", Signature: signature } = c.req.query();
    if (key === undefined || signature !== linkSignature(c.req.path, expires, simulation)) {
      return refusal(403, "SignatureDoesNotMatch", "The signature of the link is not the one that was made for it.");
    }
    if (simulation.clock.now() >= Number(expires) * 1000) {
      return refusal(403, "AccessDenied", "Request has expired.");
    }
    const file = fileAt(c.req.path, simulation);
    if (file === undefined) return refusal(404, "NoSuchKey", "The specified key does not exist.");
    return c.body(new Uint8Array(file.bytes()), 200, { "content-type": "application/octet-stream" });
  });

  return storage;
}

function fileAt(path: string, { world, clock }: Simulation): BackupFile | undefined {
  for (const instance of world.instances) {
    for (const backup of instance.backups.filter((each) => !isRemoved(each, clock.now()))) {
      const folder = `${STORAGE}/${bucketOf(instance)}/${folderOf(backup)}`;
      const file = filesOf(backup, instance).find(({ name }) => folder + name === path);
      if (file !== undefined) return file;
    }
  }
  return undefined;
}

/** In the storage's own form, which is XML. */
function refusal(status: number, code: string, message: string): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return new Response(body, { status, headers: { "content-type": "application/xml" } });
}
