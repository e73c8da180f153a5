import { planFor } from "../../provider/identity/connect";
import type { PlaceArguments } from "../../provider/dcs/connection";
import { type Given, surroundingsOf } from "./surroundings";

/** What would be used: kind of credentials and their source, and where each value of the place comes from. */
export function planned(given: Given, args: PlaceArguments = {}) {
  const { chosen, place, reach } = planFor(args, surroundingsOf(given));
  const { credentials, fallback } = chosen;
  return {
    kind: credentials.base.kind,
    from: credentials.from,
    base: credentials.base,
    agency: credentials.agency,
    fallback: fallback?.from,
    region: place.region.value,
    projectId: place.projectId?.value,
    projectName: place.projectName?.value,
    endpoint: place.endpoint.value,
    iam: place.authUrl?.value,
    apiVersion: place.apiVersion,
    reach,
  };
}

/** Where the tests keep a user's clouds.yaml. */
export const USER = "/home/me/.config/openstack";

/** A clouds.yaml with one entry. */
export const yaml = (entry: string, name = "otc") => `clouds:\n  ${name}:\n${entry.replace(/^/gm, "    ")}\n`;

export const ENTRY = yaml("region_name: eu-de\nauth:\n  ak: AK-of-the-entry\n  sk: SK\n  project_id: p-of-the-entry");
