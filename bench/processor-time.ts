import { readdirSync, readFileSync } from "node:fs";

/** Whose time it is, by what its command line holds. */
const PROCESSES = [
  ["host", /cmd\/dynamic-provider/],
  ["program", /cmd\/run/],
  ["CLI", /bin\/pulumi /],
] as const;

type Process = (typeof PROCESSES)[number][0];

/** Looks at all processes so often. Milliseconds. */
const OFTEN = 25;

/** Linux counts a process's time in hundredths of a second. */
const MS_PER_TICK = 10;

/**
 * Milliseconds of a processor that the CLI, the program and the dynamic host use while something is done which this process
 * has started, and what this process, the simulator, uses itself. Only where there is Linux's /proc.
 */
export async function processorTime(work: () => Promise<unknown>): Promise<Record<Process | "simulator", number>> {
  const seen = new Map<number, Seen>();
  const looking = setInterval(() => {
    look(seen);
  }, OFTEN);
  const before = process.cpuUsage();
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  const { user, system } = process.cpuUsage(before);
  const below = descendants(seen, process.pid);
  const sum = (command: RegExp) =>
    below.filter((each) => command.test(each.command)).reduce((total, { ms }) => total + ms, 0);
  const times = PROCESSES.map(([name, command]) => [name, sum(command)] as const);
  return { ...(Object.fromEntries(times) as Record<Process, number>), simulator: (user + system) / 1_000 }; // each is in it
}

interface Seen {
  readonly parent: number;
  readonly command: string;
  readonly ms: number;
}

/** Notes what each process has used so far; what it used after the last look is lost. */
function look(seen: Map<number, Seen>): void {
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
      // After the name, which may hold anything: state, parent, …, user and system time as 12th and 13th.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const command = readFileSync(`/proc/${entry}/cmdline`, "utf8").replaceAll("\0", " ");
      const ms = (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
      if (command !== "") seen.set(Number(entry), { parent: Number(fields[1]), command, ms });
    } catch {
      // It has ended meanwhile.
    }
  }
}

function descendants(seen: ReadonlyMap<number, Seen>, parent: number): Seen[] {
  const children = [...seen].filter(([, each]) => each.parent === parent);
  return children.flatMap(([pid, child]) => [child, ...descendants(seen, pid)]);
}
