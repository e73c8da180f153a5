import type { Simulator } from "../../simulator/index";
import { story } from "./story";
import type { Given } from "./surroundings";

/** A story whose clouds.yaml has `main` and `other`, and whose configuration leads astray. */
export function inClouds() {
  const files: Record<string, string> = {};
  const told = story({ pace: 0, files, config: { "dcs:projectId": "f".repeat(32), "dcs:region": "eu-nl" } });
  Object.assign(files, twoClouds(told.simulator));
  return { ...told, files, elsewhere: told.simulator.cardOf("other-operator").instances[0]?.id ?? "" };
}

/** A clouds.yaml with the two users of the simulated world, each in a project of their own. */
function twoClouds(simulator: Pick<Simulator, "card" | "cardOf">): NonNullable<Given["files"]> {
  const entry = ({ accessKey, secretKey, projectId }: Simulator["card"]) => ({
    region_name: "eu-de",
    dcs_endpoint_override: "http://dcs.test",
    auth: { ak: accessKey, sk: secretKey, project_id: projectId, auth_url: "http://dcs.test/v3" },
  });
  const clouds = { main: entry(simulator.card), other: entry(simulator.cardOf("other-operator")) };
  return { "/here/clouds.yaml": JSON.stringify({ clouds }) };
}
