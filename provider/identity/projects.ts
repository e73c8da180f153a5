import { z } from "zod";
import { unreadable } from "../dcs/call";
import type { HttpRequest } from "../dcs/exchange";
import { jsonOf } from "../dcs/json";
import { DcsError } from "../errors";
import { type Iam, patient } from "./token";

/** IAM API reference, "Querying Project Information Based on the Specified Criteria". */
const ProjectsBody = z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) });

/**
 * Looks up the ID of a project by its name, among those that the credentials may see.
 *
 * Throws `project-unknown` when there is none of that name, or more than one.
 */
export async function lookUpProject(name: string, who: string, { call, authUrl, clock }: Iam): Promise<string> {
  const what = `look up the project "${name}" of ${who}`;
  const url = `${authUrl}/projects?name=${encodeURIComponent(name)}`;
  const request: HttpRequest = { method: "GET", url, headers: { "content-type": "application/json" } };
  const answer = await call(what, request, patient(clock));
  const body = ProjectsBody.safeParse(jsonOf(answer.body));
  if (!body.success) throw unreadable(what, answer);
  const [project, ...more] = body.data.projects.filter((each) => each.name === name);
  if (project && more.length === 0) return project.id;
  throw new DcsError(
    "project-unknown",
    `${project ? "More than one" : "No"} project is named "${name}" for ${who}. Give the project's ID by the argument projectId, the configuration dcs:projectId or the environment variable OS_PROJECT_ID.`,
  );
}
