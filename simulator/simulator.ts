import { answering } from "./answering";
import { agencyCardOf, cardOf, type AgencyCard, type SimulatorCard } from "./card";
import { lineControls, type LineControls } from "./control/line-controls";
import { peopleControls, type PeopleControls } from "./control/people-controls";
import { worldControls, type WorldControls } from "./control/world-controls";
import { viewWorld, type WorldView } from "./control/world-view";
import type { JournalEntry } from "./journal";
import type { SimulatorOptions } from "./settings";
import { Simulation } from "./simulation";

/** DCS and IAM in memory, and everything an onlooker may see and do there. */
export interface Simulator extends LineControls, WorldControls, PeopleControls {
  /**
   * Answers a request. The signed host is that of its Host header, else of its URL. Rejects with an error whose `code`
   * is `ECONNRESET` where a fault cuts the connection.
   */
  fetch(request: Request): Promise<Response>;
  /** Region, project, credentials and instances of the first user. */
  readonly card: SimulatorCard;
  /** The same for another user, such as `other-operator`, who works in a second project. */
  cardOf(userName: string): SimulatorCard;
  /** Name, domain, project and instances of an agency, of the first one when no name is given. */
  agencyCard(agencyName?: string): AgencyCard;
  /** The requests so far, oldest first. */
  journal(): readonly JournalEntry[];
  /** The instances with all their backups at this moment; deleted ones have `deletedAt`. */
  world(): WorldView;
  /** Back to the beginning: instances, keys and options; no token, no lock, no fault, an empty journal. Time goes on. */
  reset(): void;
  /** Lets every delayed and held request go on and ends open event streams: nothing waits for the simulator any more. */
  wakeAll(): void;
}

/** Makes a simulator that opens no socket: requests go to its `fetch`. Throws a sentence when an option is faulty. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const simulation = new Simulation(options);
  return {
    fetch: answering(simulation),
    get card() {
      return cardOf(simulation.world, simulation.clock.now());
    },
    cardOf: (userName) => cardOf(simulation.world, simulation.clock.now(), userName),
    agencyCard: (agencyName) => agencyCardOf(simulation.world, simulation.clock.now(), agencyName),
    journal: () => simulation.journalNow(),
    world: () => viewWorld(simulation.world, simulation.clock.now()),
    reset: () => {
      simulation.reset();
    },
    wakeAll: () => {
      simulation.wakeAll();
      simulation.onlookers.dismiss();
    },
    ...lineControls(simulation),
    ...worldControls(simulation),
    ...peopleControls(simulation),
  };
}
