import { readInstances } from "../dcs/absence";
import type { CallOptions } from "../dcs/call";
import type { Connection } from "../dcs/connection";
import type { ListedInstance } from "../dcs/wire";
import { DcsError } from "../errors";
import { PLACE, requireArguments, SHAPES } from "./check-arguments";
import { type FoundInstance, foundInstance } from "./found-instance";
import type { GetInstanceArgs, GetInstancesArgs } from "./instance-question";
import type { Looking } from "./looking";
import { placeAmong } from "./place";

const { name, status } = SHAPES;
const instanceId = SHAPES.instanceId.optional();

/** The one instance of an ID or a name; none, or several of the name, is an error that says what there is. */
export async function findInstance(args: GetInstanceArgs, { connect, patience }: Looking): Promise<FoundInstance> {
  requireArguments("getInstance", args, { instanceId, name, ...PLACE });
  if ((args.instanceId === undefined) === (args.name === undefined)) {
    throw new DcsError("bad-configuration", "getInstance cannot look: give either instanceId or name, and not both.");
  }
  const connection = await connect(placeAmong(args));
  const options = patience();
  const wanted = args.instanceId ?? (await idOfName(args.name ?? "", connection, options));
  return foundInstance(await connection.client.showInstance(wanted, options));
}

/** The instances that match, in the order in which DCS lists them. */
export async function findInstances(args: GetInstancesArgs, { connect, patience }: Looking): Promise<FoundInstance[]> {
  requireArguments("getInstances", args, { name, status, ...PLACE });
  const { client } = await connect(placeAmong(args));
  const options = patience();
  const rows = (await readInstances(client, options)).filter(
    (row) =>
      (args.name === undefined || row.name === args.name) && (args.status === undefined || row.status === args.status),
  );
  const found: FoundInstance[] = [];
  // A list is not documented to hold the policy, so each is shown. One after the other: a project has few.
  for (const row of rows) {
    try {
      found.push(foundInstance(await client.showInstance(row.instanceId, options)));
    } catch (error) {
      // It was deleted since it was listed.
      if (!(error instanceof DcsError && error.code === "instance-unknown")) throw error;
    }
  }
  return found;
}

async function idOfName(wanted: string, { client, projectId, region }: Connection, options: CallOptions) {
  // DCS's own filter by name takes parts of names for names.
  const rows = await readInstances(client, options);
  const [found, ...others] = rows.filter((row) => row.name === wanted);
  const where = `project ${projectId} in region ${region}`;
  if (!found) {
    throw new DcsError("instance-unknown", `No DCS instance of ${where} is named "${wanted}". ${thereAre(rows)}`);
  }
  if (others.length > 0) {
    const ids = [found, ...others].map((row) => row.instanceId).join(", ");
    throw new DcsError(
      "ambiguous",
      `${others.length + 1} DCS instances of ${where} are named "${wanted}": ${ids}. Give instanceId instead of name.`,
    );
  }
  return found.instanceId;
}

const MOST_NAMES = 10;

function thereAre(rows: readonly ListedInstance[]): string {
  if (rows.length === 0) return "It has no instance at all: check the region and the project.";
  const names = rows.slice(0, MOST_NAMES).map((row) => row.name ?? row.instanceId);
  return `There are ${names.join(", ")}${rows.length > MOST_NAMES ? " and more" : ""}.`;
}
