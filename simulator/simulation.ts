import { wallClock, type Clock } from "./clock";
import { Tokens } from "./iam/tokens";
import { createIds, type Ids } from "./ids";
import { Journal } from "./journal";
import { settle, type Settings, type SimulatorOptions } from "./settings";
import { settleWorld, type SettledWorld } from "./world/spec";
import { buildWorld, type World } from "./world/world";

/** All that the routes work on: the simulated cloud and the things around it. */
export class Simulation {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly journal: Journal;
  readonly #settled: SettledWorld;
  #world: World;
  #tokens = new Tokens();

  constructor(options: SimulatorOptions) {
    this.settings = settle(options);
    this.clock = options.clock ?? wallClock;
    this.ids = createIds(options.seed);
    this.journal = new Journal(options.log ?? (() => undefined));
    this.#settled = settleWorld(options.world ?? {}, this.ids);
    this.#world = this.#freshWorld();
  }

  get world(): World {
    return this.#world;
  }

  get tokens(): Tokens {
    return this.#tokens;
  }

  /** Back to the beginning: the same instances and keys, no token, an empty journal. */
  reset(): void {
    this.#world = this.#freshWorld();
    this.#tokens = new Tokens();
    this.journal.clear();
  }

  #freshWorld(): World {
    return buildWorld(this.#settled, this.clock.now(), this.settings.duration);
  }
}
