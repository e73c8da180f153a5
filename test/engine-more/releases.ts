import type { Shop, shops } from "../engine/shop";

/** The statement that declares a rotation, at this release. */
export const rotation = (release: number, args = "keep: 2") =>
  `const it = new BackupRotation("releases", { instanceId: sessions, triggers: { release: ${release} }, ${args} });
   exports.latest = it.latest.backupId; exports.ids = it.backups.apply((all) => all.map(({ backupId }) => backupId));`;

/** The IDs of the backups that exist, oldest first. */
export const ids = ({ backups }: Shop) => backups().map(({ id }) => id);

/** What the program exports by this name. */
export const output = async ({ stack }: Shop, name: string) =>
  JSON.parse(await stack.must("stack", "output", name, "--json")) as unknown; // the program's own

/** How many backups were asked for. */
export const posts = ({ simulator }: Shop) => simulator.journal().filter(({ method }) => method === "POST").length;

/** Gives a function that opens a shop with a rotation that has come to this release, and keeps two where nothing is said. */
export function grower(open: ReturnType<typeof shops>) {
  return async (release: number, args?: string): Promise<Shop> => {
    const shop = await open("");
    for (let count = 1; count <= release; count++) {
      shop.change(rotation(count, args));
      await shop.stack.up();
      shop.simulator.advance("1m");
    }
    return shop;
  };
}
