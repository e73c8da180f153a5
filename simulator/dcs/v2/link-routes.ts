import { Hono } from "hono";
import { z } from "zod";
import { dcsRefusal } from "../../answers/refusal";
import type { Wire } from "../../request";
import type { Simulation } from "../../simulation";
import { filesOf, folderOf } from "../../storage/backup-files";
import { bucketOf, signedLink } from "../../storage/links";
import { stageOf } from "../../world/backup-stage";
import { instanceGate, presentInstance } from "../gate";
import { readJsonBody } from "../json-body";
import { BACKUP } from "../paths";
import { wantedBackup } from "../wanted-backup";

/** Five minutes to a day, in seconds (A2). */
const linksBody = z.object({ expiration: z.int().min(300).max(86_400) });

/** Download links, which only v2 has (A2). That the backup must have succeeded is assumed here. */
export function v2LinkRoutes(simulation: Simulation): Hono<Wire> {
  const v2 = new Hono<Wire>();

  v2.post(`${BACKUP}/links`, ...instanceGate(simulation, "dcs:instance:downloadBackupData"), async (c) => {
    const { expiration } = readJsonBody(await c.req.text(), linksBody);
    const now = simulation.clock.now();
    const instance = presentInstance(c, simulation);
    const { backup } = wantedBackup([instance], c.req.param("backupId"), simulation.settings, now);
    if (stageOf(backup, now).status !== "succeed") throw dcsRefusal("stateForbidsOperation");
    const { origin } = new URL(c.req.url);
    const expires = Math.floor(now / 1000) + expiration;
    const links = filesOf(backup, instance).map(({ name }) => {
      return { file_name: name, link: signedLink(origin, instance, folderOf(backup) + name, expires, simulation) };
    });
    return c.json({ file_path: folderOf(backup), bucket_name: bucketOf(instance), links });
  });

  return v2;
}
