/** Something that is measured, what it is held against, and what it should be at most. */
export interface Figure {
  readonly name: string;
  /** What the value is compared with. */
  readonly limit: string;
  readonly unit: "times" | "requests" | "tokens" | "ms" | "bytes" | "kB" | "MB" | "packages" | "a second";
  /** At most; with `atLeast`, at least. */
  readonly goal: number;
  readonly atLeast?: true;
  /** In which runs it is measured: `quick` in all, `usual` not in quick ones, `full` only in full ones. */
  readonly since: "quick" | "usual" | "full";
}

const beside = "resources that do nothing";
const whole = (count: number) => `\`up\` + \`destroy\` of ${count} ${count === 1 ? "backup" : "backups"}, each at once`;

const known = {
  "runs-1": { name: whole(1), limit: beside, unit: "times", goal: 1.15, since: "usual" },
  "runs-10": { name: whole(10), limit: beside, unit: "times", goal: 1.15, since: "usual" },
  "runs-100": { name: whole(100), limit: beside, unit: "times", goal: 1.1, since: "quick" },
  "runs-300": { name: whole(300), limit: beside, unit: "times", goal: 1.15, since: "usual" },
  "runs-1000": { name: whole(1000), limit: beside, unit: "times", goal: 1.15, since: "full" },
  growth: {
    name: "`up` + `destroy`, for each more backup, 1 to 300",
    limit: beside,
    unit: "times",
    goal: 1.15,
    since: "usual",
  },
  bare: {
    name: whole(100),
    limit: "resources that do nothing and have no outputs",
    unit: "times",
    goal: 1.1,
    since: "usual",
  },
  unchanged: { name: "`up` with nothing to do, 300 backups", limit: beside, unit: "times", goal: 1.05, since: "usual" },
  preview: { name: "`preview`, 300 backups", limit: beside, unit: "times", goal: 1.05, since: "usual" },
  refresh: { name: "`refresh`, 300 backups", limit: beside, unit: "times", goal: 1.25, since: "usual" },
  waiting: {
    name: "`up` + `destroy` of 20 backups of 5 s",
    limit: `5 s + ${beside}`,
    unit: "times",
    goal: 1.25,
    since: "usual",
  },
  requests: { name: "requests of a backup's whole life", limit: "4", unit: "requests", goal: 4, since: "quick" },
  tokens: { name: "tokens of a run with a password", limit: "1", unit: "tokens", goal: 1, since: "quick" },
  "delay-minute": {
    name: 'from "succeed" to return, backups of about 60 s',
    limit: "0",
    unit: "ms",
    goal: 2_000,
    since: "quick",
  },
  "delay-quarter": {
    name: 'from "succeed" to return, backups of about 15 min',
    limit: "0",
    unit: "ms",
    goal: 5_000,
    since: "quick",
  },
  text: { name: "provider's text in the state", limit: "", unit: "bytes", goal: 70, since: "quick" },
  state: { name: "our inputs + outputs of a backup", limit: "", unit: "bytes", goal: 1_500, since: "quick" },
  import: { name: "import of the package", limit: "`@pulumi/pulumi` alone", unit: "ms", goal: 10, since: "quick" },
  "first-call": { name: "first calls in the host", limit: "later calls", unit: "ms", goal: 120, since: "quick" },
  memory: {
    name: "host with 1000 creates in flight",
    limit: `host of ${beside}`,
    unit: "MB",
    goal: 60,
    since: "usual",
  },
  simulator: {
    name: "requests that the simulator answers, 1000 in flight",
    limit: "five times what 100 backups ask in 8 s",
    unit: "a second",
    goal: 250,
    atLeast: true,
    since: "quick",
  },
  packages: { name: "runtime dependencies", limit: "", unit: "packages", goal: 25, since: "quick" },
  weight: { name: "runtime dependencies, unpacked", limit: "", unit: "MB", goal: 3, since: "quick" },
  package: { name: "the package, unpacked", limit: "", unit: "kB", goal: 300, since: "quick" },
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureId = keyof typeof known;

/** All of them, in the order of the table. */
export const FIGURES: Readonly<Record<FigureId, Figure>> = known;

export const FIGURE_IDS = Object.keys(known) as FigureId[]; // the very keys
