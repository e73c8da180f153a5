import { createApp } from "./app";
import { cardOf, type SimulatorCard } from "./card";
import { viewWorld, type WorldView } from "./control/world-view";
import type { JournalEntry } from "./journal";
import type { SimulatorOptions } from "./settings";
import { Simulation } from "./simulation";

/** DCS and IAM in memory. */
export interface Simulator {
  /** Answers a request. The signed host is that of its Host header, else of its URL. */
  fetch(request: Request): Promise<Response>;
  /** Region, project, credentials and instances of the first user. */
  readonly card: SimulatorCard;
  /** The same for another user, such as `other-operator`, who works in a second project. */
  cardOf(userName: string): SimulatorCard;
  /** The requests so far, oldest first. */
  journal(): readonly JournalEntry[];
  /** The instances with all their backups at this moment; deleted ones have `deletedAt`. */
  world(): WorldView;
  /** Back to the beginning: the same instances and keys, no token, an empty journal. */
  reset(): void;
}

/** Makes a simulator that opens no socket: requests go to its `fetch`. Throws a sentence when an option is faulty. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const simulation = new Simulation(options);
  const app = createApp(simulation);
  return {
    fetch: async (request) => app.fetch(request),
    get card() {
      return cardOf(simulation.world);
    },
    cardOf: (userName) => cardOf(simulation.world, userName),
    journal: () => simulation.journal.entries,
    world: () => viewWorld(simulation.world, simulation.clock.now()),
    reset: () => {
      simulation.reset();
    },
  };
}
