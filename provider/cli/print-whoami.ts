import { describe } from "../identity/credentials";
import type { Plan } from "../identity/connect";
import type { Said, Verdicts } from "./ask-services";

/** What `whoami` has found; none of it is a secret. */
export interface Report {
  readonly plan: Plan;
  readonly verdicts: Verdicts;
  readonly notices: readonly string[];
}

type Row = readonly [name: string, value: string, from?: string];

/** The report for people. */
export function reportAsText({ plan, verdicts, notices }: Report): string {
  const { credentials, fallback } = plan.chosen;
  const { region, endpoint, authUrl, apiVersion } = plan.place;
  const sections: readonly (readonly [string, readonly Row[]])[] = [
    [
      `Credentials: ${describe(credentials)}`,
      [
        ...credentials.parts.map(({ name, from, shown }): Row => [name, shown ?? "(not shown)", from]),
        ...(fallback ? [["if refused", describe(fallback)] as const] : []),
      ],
    ],
    [
      "Place:",
      [
        ["region", region.value, region.from],
        ["project", ...projectRow(plan, verdicts)],
        ["DCS", `${endpoint.value} (${apiVersion})`, endpoint.from],
        authUrl ? ["IAM", authUrl.value, authUrl.from] : ["IAM", "not known"],
        ...reachRows(plan),
      ],
    ],
    [
      "Asked:",
      [
        ["IAM accepts", ...answer(verdicts.iam)],
        ["DCS accepts", ...answer(verdicts.dcs)],
        ["may list", ...answer(verdicts.list)],
        ["may create", ...answer(verdicts.create)],
        ["may delete", ...answer(verdicts.delete)],
      ],
    ],
    ["Note:", notices.map((notice): Row => [notice, ""])],
  ];
  return sections
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `${title}\n${table(rows)}`)
    .join("\n");
}

/** The report for programs. */
export function reportAsJson({ plan, verdicts, notices }: Report): string {
  const { credentials, fallback } = plan.chosen;
  const { region, endpoint, authUrl, apiVersion, projectId, projectName } = plan.place;
  const { iam, dcs, ...rights } = verdicts;
  const { list, create, delete: deletion } = rights;
  return `${JSON.stringify(
    {
      credentials: {
        kind: credentials.agency ? "agency" : credentials.base.kind,
        identity: describe(credentials),
        from: credentials.from,
        parts: credentials.parts.map(({ name, from, shown }) => ({ name, from, value: shown ?? null })),
        fallback: fallback ? describe(fallback) : null,
      },
      region: { value: region.value, from: region.from },
      project: { ...verdicts.project, from: (projectId ?? projectName ?? region).from },
      endpoint: { value: endpoint.value, from: endpoint.from },
      iam: authUrl ? { value: authUrl.value, from: authUrl.from } : null,
      apiVersion,
      reach: Object.fromEntries(reachRows(plan).map(([name, value]) => [name, value])),
      accepted: { iam, dcs },
      may: { list, create, delete: deletion },
      notices,
    },
    null,
    2,
  )}\n`;
}

function projectRow({ chosen, place }: Plan, { project }: Verdicts): [value: string, from: string] {
  const { projectId, projectName, region } = place;
  const delegated = chosen.credentials.parts.find(({ name }) => name === "delegatedProject");
  const from = (delegated ?? projectId ?? projectName ?? region).from;
  if (!project)
    return [projectId?.value ?? chosen.credentials.agency?.project ?? projectName?.value ?? region.value, from];
  return [project.name === undefined ? project.id : `${project.id} (${project.name})`, from];
}

function reachRows({ place, reach }: Plan): Row[] {
  const { ca, client, insecure, proxyFor } = reach.transport;
  const proxy = proxyFor(place.endpoint.value);
  return [
    // A proxy's URL may hold a password: only its host is told.
    ...(proxy === undefined ? [] : [["proxy", new URL(proxy).host] as const]),
    ...(ca === undefined ? [] : [["trust", "a CA of your own"] as const]),
    ...(client === undefined ? [] : [["client", "a certificate of your own"] as const]),
    ...(insecure ? [["trust", "any certificate"] as const] : []),
  ];
}

const answer = ({ answer: said, why }: Said): [value: string] => [why === undefined ? said : `${said}: ${why}`];

function table(rows: readonly Row[]): string {
  const width = (column: 0 | 1) =>
    Math.max(...rows.filter(([, , from]) => column === 0 || from !== undefined).map((row) => row[column].length), 0);
  const [names, values] = [width(0), width(1)];
  return rows
    .map(([name, value, from]) =>
      `  ${name.padEnd(names)}  ${from === undefined ? value : `${value.padEnd(values)}  ${from}`}`.trimEnd(),
    )
    .join("\n")
    .concat("\n");
}
