import { connector } from "../../provider/identity/connect";
import { surroundingsOf } from "../support/surroundings";
import { VirtualClock } from "../support/virtual-clock";

const CONFIG = { "dcs:region": "eu-de", "dcs:projectId": "p", "dcs:accessKey": "a", "dcs:secretKey": "s" };

test("who we are is looked for once for each place that is named, however many backups are there", async () => {
  const read: string[] = [];
  const surroundings = { ...surroundingsOf({ config: CONFIG }), file: (path: string) => void read.push(path) };
  const sendBy = () => () => Promise.reject(new Error("Nothing is sent here."));
  const connect = connector({ clock: new VirtualClock(), dice: () => 0, sendBy, surroundings });
  const first = await connect({});
  const once = read.length;
  expect(once).toBeGreaterThan(0);
  expect(await connect({})).toMatchObject({ endpoint: first.endpoint, projectId: "p" });
  expect(read).toHaveLength(once);

  expect((await connect({ projectId: "q" })).projectId).toBe("q");
  expect((await connect({ endpoint: "https://dcs.test" })).endpoint).toBe("https://dcs.test");
  expect(read).toHaveLength(3 * once);
});
