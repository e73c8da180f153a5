import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { ROOT } from "../support/root";
import { pipelineOf } from "./pipeline";
import { schemaProblems } from "./schema-problems";
import { workflowProblems } from "./workflow-problems";

const GITHUB = ".github/workflows/backups.yml";
const GITLAB = ".gitlab-ci.yml";
const JENKINS = "Jenkinsfile";
const OPERATOR = "operator/stack.yaml";

const textOf = (file: string) => readFileSync(join(ROOT, "examples/gitops", file), "utf8");

test("actionlint finds nothing in the workflow of GitHub Actions", async () => {
  expect(await workflowProblems(textOf(GITHUB))).toEqual([]);
});

test.each([
  [
    "an input that pulumi/actions does not have",
    "stack-name: prod",
    "stackname: prod",
    /input "stackname" is not defined/,
  ],
  ["a key that a workflow does not have", "timeout-minutes: 120", "timeout: 120", /unexpected key "timeout"/],
  ["a time that never comes", '"17 * * * *"', '"77 * * * *"', /invalid CRON format/],
  [
    "an event's field that is not there",
    "github.event_name !=",
    "github.event_nam !=",
    /property "event_nam" is not defined/,
  ],
])("actionlint would find %s", async (_what, right, wrong, complaint) => {
  expect(textOf(GITHUB)).toContain(right);
  expect((await workflowProblems(textOf(GITHUB).replace(right, wrong)))[0]).toMatch(complaint);
});

describe.each(["nightly.yml", "publish.yml", "test.yml"])("this repository's own %s", (name) => {
  const workflow = readFileSync(join(ROOT, ".github/workflows", name), "utf8");

  test("has nothing that actionlint finds", async () => {
    expect(await workflowProblems(workflow)).toEqual([]);
  });

  test("uses actions by their commit, which nobody can move, with the version beside it", () => {
    const used = [...workflow.matchAll(/uses: (.*)/g)].map(([, action = ""]) => action);
    expect(used.length).toBeGreaterThan(1);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  test("gives a right to write only to jobs that run nothing of the repository, nor of a package", () => {
    const { permissions, jobs } = parse(workflow) as Workflow; // actionlint has seen it
    expect([permissions, ...Object.values(permissions)]).not.toContain("write");
    for (const { permissions: own = {}, steps } of Object.values(jobs)) {
      if (!Object.values(own).includes("write")) continue;
      const all = steps.map(({ uses = "", run = "" }) => uses.replace(/@.*/, "") + run);
      expect(all.filter((step) => !HARMLESS.test(step))).toEqual([]);
    }
  });
});

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

/** Without a checkout there is nothing of the repository to run. */
const HARMLESS = /^actions\/(setup-node|download-artifact)$|^npm publish \S+ --ignore-scripts |^gh release create /;

test("the published package names its repository, without which npm refuses the provenance", () => {
  const { jobs } = parse(readFileSync(join(ROOT, ".github/workflows/publish.yml"), "utf8")) as {
    jobs: Record<string, Job>;
  };
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = "" }) => run));
  const named = runs.findIndex((run) => /^npm pkg set --workspace=provider .*repository\.url=/.test(run));
  expect(named).toBeGreaterThan(0);
  expect(runs.findIndex((run) => run.includes("npm run --silent pack"))).toBeGreaterThan(named);
  expect(runs.findIndex((run) => run.includes(" --provenance "))).toBeGreaterThan(named);
});

test("GitLab's schema accepts the file of GitLab CI", () => {
  expect(schemaProblems("gitlab-ci", parse(textOf(GITLAB)))).toEqual([]);
});

test.each([
  ["a key that a job does not have", "resource_group: prod", "resourcegroup: prod"],
  ["something else than true or false", "interruptible: false", "interruptible: never"],
  ["a job that does nothing", "script:\n    - pulumi preview --stack prod", "scripts: []"],
])("GitLab's schema would refuse %s", (_what, right, wrong) => {
  expect(textOf(GITLAB)).toContain(right);
  expect(schemaProblems("gitlab-ci", parse(textOf(GITLAB).replace(right, wrong)))).not.toEqual([]);
});

test("the Stack has the fields of the operator's version 2.9, and the documents belong together", () => {
  const documents = parseAllDocuments(textOf(OPERATOR));
  expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
  const [account, binding, stack] = documents.map((document) => document.toJS() as unknown);
  expect(schemaProblems("stack", stack)).toEqual([]);
  const identity = { name: "backups", namespace: "shop" };
  expect(account).toMatchObject({ apiVersion: "v1", kind: "ServiceAccount", metadata: identity });
  expect(binding).toMatchObject({
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "system:auth-delegator" },
    subjects: [{ kind: "ServiceAccount", ...identity }],
  });
  expect(stack).toMatchObject({
    metadata: { namespace: identity.namespace },
    spec: { serviceAccountName: identity.name, runProgram: true, destroyOnFinalize: true },
  });
});

test.each([
  ["a misspelt field", "runProgram: true", "runprogram: true"],
  ["a reference to the operator's own environment", "type: Secret", "type: Env"],
  ["a stack without its branch", "branch: main", "repoDir: infra"],
])("a Stack with %s is refused", (_what, right, wrong) => {
  const text = textOf(OPERATOR).split("---\n")[2] ?? "";
  expect(text).toContain(right);
  expect(schemaProblems("stack", parse(text.replace(right, wrong)))).not.toEqual([]);
});

test("the Jenkinsfile is Groovy, and has the blocks of a Declarative Pipeline", async () => {
  const { problems, statements } = await pipelineOf(textOf(JENKINS));
  expect(problems).toEqual([]);
  const paths = statements.map(({ path }) => path);
  expect(new Set(paths.filter((path) => path.split("/").length <= 2))).toEqual(
    new Set([
      "pipeline",
      ...["agent", "options", "triggers", "environment", "stages"].map((name) => `pipeline/${name}`),
    ]),
  );
  const inStages = paths.filter((path) => /\/stage\/\w+$/.test(path)).map((path) => path.split("/").at(-1));
  expect(new Set(inStages)).toEqual(new Set(["when", "steps", "environment", "stages"]));
  for (const { path } of statements.filter(({ path }) => path.endsWith("/sh")))
    expect(path).toMatch(/\/stage\/steps\/sh$/);
});

test.each([
  ["a brace that is missing", "stages {", "stages"],
  ["a quote that is open", "--ignore-scripts'", "--ignore-scripts"],
])("a Jenkinsfile with %s is no Groovy", async (_what, right, wrong) => {
  expect((await pipelineOf(textOf(JENKINS).replace(right, wrong))).problems).not.toEqual([]);
});

test.each([GITHUB, GITLAB, JENKINS])("%s runs the commands that the git server's hook runs, and no others", (file) => {
  const hook = commandsIn(textOf("server/deploy"));
  expect(hook).toEqual(new Set(["preview --stack prod", "up --stack prod --yes", "up --stack prod --refresh --yes"]));
  const here = commandsIn(textOf(file));
  // pulumi/actions has its own words for a preview.
  if (file === GITHUB) here.add("preview --stack prod");
  expect(here).toEqual(hook);
});

test.each([GITHUB, GITLAB, JENKINS, "server/deploy"])("%s installs packages without running their scripts", (file) => {
  const installs = textOf(file).match(/\bnpm (?:ci|i|install)\b.*/g) ?? [];
  expect(installs.length).toBeGreaterThan(0);
  expect(installs.filter((command) => !command.startsWith("npm ci --ignore-scripts"))).toEqual([]);
});

function commandsIn(text: string): Set<string> {
  return new Set([...text.matchAll(/(?<!\w)pulumi ((?:preview|up) --[\w -]+\w)/g)].map(([, command = ""]) => command));
}
