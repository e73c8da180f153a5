import { z } from "zod";
import { unreadable } from "../dcs/call";
import type { HttpRequest } from "../dcs/exchange";
import { jsonOf } from "../dcs/json";
import { DcsError } from "../errors";
import { type Iam, patient } from "./token";

/** IAM API reference, "Querying Project Information Based on the Specified Criteria". */
const ProjectsBody = z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) });

export type Project = z.output<typeof ProjectsBody>["projects"][number];

/**
 * Looks up the ID of a project by its name, among those that the credentials may see.
 *
 * Throws `project-unknown` when there is none of that name, or more than one.
 */
export async function lookUpProject(name: string, who: string, iam: Iam): Promise<string> {
  const listed = await projects(`look up the project "${name}" of ${who}`, `?name=${encodeURIComponent(name)}`, iam);
  const [project, ...more] = listed.filter((each) => each.name === name);
  if (project && more.length === 0) return project.id;
  throw new DcsError(
    "project-unknown",
    `${project ? "More than one" : "No"} project is named "${name}" for ${who}. Give the project's ID by the argument projectId, the configuration dcs:projectId or the environment variable OS_PROJECT_ID.`,
  );
}

/** The projects that the credentials may see: the question that shows best whether IAM accepts them. */
export function listProjects(who: string, iam: Iam): Promise<readonly Project[]> {
  return projects(`list the projects of ${who}`, "", iam);
}

async function projects(what: string, query: string, { call, authUrl, clock }: Iam): Promise<readonly Project[]> {
  const url = `${authUrl}/projects${query}`;
  const request: HttpRequest = { method: "GET", url, headers: { "content-type": "application/json" } };
  const answer = await call(what, request, patient(clock));
  const body = ProjectsBody.safeParse(jsonOf(answer.body));
  if (!body.success) throw unreadable(what, answer);
  return body.data.projects;
}
