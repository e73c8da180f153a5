import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startSimulator } from "../../simulator/index";
import { crash } from "../engine/crash";
import { must } from "../support/must";
import { ROOT } from "../support/root";
import { newFolder, stackIn } from "../support/pulumi-stack";
import { watch } from "../support/secret-watch";

const EXAMPLE = join(ROOT, "examples/gitops");

/** A simulator, a git server with the example's hooks, and somebody's clone with the example's program, for one story. */
export type GitServer = Awaited<ReturnType<typeof openGitServer>>;

/** Gives a function that opens a git server; each one is closed after its story. */
export function gitServers() {
  const open: GitServer[] = [];
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close();
  });
  return async (pace = 0): Promise<GitServer> => {
    const server = await openGitServer(pace);
    open.push(server);
    return server;
  };
}

async function openGitServer(pace: number) {
  const simulator = await startSimulator({ pace });
  const { card, url } = simulator;
  const root = newFolder();
  const [bare, clone] = [join(root, "shop.git"), join(root, "shop")];
  for (const name of ["accessKey", "secretKey"] as const) watch.learn(`the simulator's ${name}`, card[name]);
  const keys = { OS_ACCESS_KEY: card.accessKey, OS_SECRET_KEY: card.secretKey, OS_SECURITY_TOKEN: "" };
  const stack = await stackIn(root, { ...GIT, ...keys });

  const run = (folder: string, program: string, ...args: string[]) => must(program, args, { folder, env: stack.env });
  const git = (...args: string[]) => run(clone, "git", ...args);
  const read = () => readFileSync(join(clone, "index.ts"), "utf8");

  await run(root, "git", "init", "--quiet", "--bare", "--initial-branch=main", bare);
  for (const hook of ["post-receive", "deploy"]) cpSync(join(EXAMPLE, "server", hook), join(bare, "hooks", hook));
  mkdirSync(clone);
  for (const file of FILES) cpSync(join(EXAMPLE, file), join(clone, file));
  await git("init", "--quiet", "--initial-branch=main");
  await git("remote", "add", "origin", bare);

  // The simulator's first instance and its place are those of the example's settings.
  appendFileSync(join(clone, "Pulumi.prod.yaml"), `  dcs:endpoint: ${url}\n`);
  await stack.must("-C", clone, "stack", "init", "prod");

  async function commit(text: string) {
    writeFileSync(join(clone, "index.ts"), text);
    await git("add", "--all");
    await git("commit", "--quiet", "--message", "a change");
  }

  async function push(text: string, branch = "main"): Promise<string> {
    await commit(text);
    const said = await git("push", "--quiet", "origin", `HEAD:refs/heads/${branch}`);
    watch.hear("what a push printed", said);
    return said;
  }

  return {
    simulator,
    stack,
    clone,
    /** The program as the example has it. */
    program: read(),
    /** Commits another text of the program and pushes it; what git and the hook said. */
    push,
    /** Commits and begins to push, in a process that can be killed. */
    beginPush: async (text: string) => {
      await commit(text);
      return spawn("git", ["push", "--quiet", "origin", "main"], { cwd: clone, env: stack.env, stdio: "ignore" });
    },
    /** What the clock of the server starts, or somebody by hand. */
    deploy: (what: string) => run(root, join(bare, "hooks/deploy"), what, "main"),
    /** A preview in an environment that has no keys of the cloud. */
    previewWithoutKeys: () =>
      run(
        root,
        "env",
        ...Object.keys(keys).flatMap((name) => ["-u", name]),
        join(bare, "hooks/deploy"),
        "preview",
        "main",
      ),
    /** The state as the backend keeps it. */
    state: () => readFileSync(join(root, "home/state/.pulumi/stacks/gitops/prod.json"), "utf8"),
    /** The backups that exist now. */
    backups: () =>
      simulator
        .world()
        .instances.flatMap((instance) => instance.backups)
        .filter(({ deletedAt }) => !deletedAt),
    /** What was asked of the service to do, without looks. */
    orders: () =>
      simulator
        .journal()
        .map(({ method }) => method)
        .filter((method) => method !== "GET"),
    async close() {
      for (const child of stack.running()) crash(child);
      await simulator.close();
      stack.remove();
    },
  };
}

/** What of the example a repository needs; the files of the other systems are tested on their own. */
const FILES = [".gitignore", "Pulumi.yaml", "Pulumi.prod.yaml", "index.ts", "package.json", "tsconfig.json"];

/** Nothing of this machine's own settings of git. */
const GIT = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "somebody",
  GIT_AUTHOR_EMAIL: "somebody@example.com",
  GIT_COMMITTER_NAME: "somebody",
  GIT_COMMITTER_EMAIL: "somebody@example.com",
};
