import { SECOND, wallClock } from "./clock";
import { DueEffects } from "./due-effects";
import { Faults } from "./faults/faults";
import { Holds } from "./faults/holds";
import { Locks } from "./iam/locks";
import { UsedPasscodes } from "./iam/passcode";
import { TemporaryKeys } from "./iam/temporary-keys";
import { Tokens } from "./iam/tokens";
import { createIds, type Ids } from "./ids";
import { Journal, type JournalEntry } from "./journal";
import { changed, settle, type Settings, type SimulatedOptions } from "./options";
import type { SimulatorOptions } from "./settings";
import { Onlookers } from "./onlookers";
import { SimulatedTime } from "./simulated-time";
import { runSchedules } from "./world/schedule";
import { settleWorld, type SettledWorld } from "./world/spec";
import { buildWorld, type World } from "./world/world";

/** All that the routes work on: the simulated cloud and the things around it. */
export class Simulation {
  readonly clock: SimulatedTime;
  readonly ids: Ids;
  readonly journal: Journal;
  readonly faults = new Faults();
  readonly holds: Holds;
  readonly due = new DueEffects();
  readonly onlookers = new Onlookers();
  readonly #settled: SettledWorld;
  readonly #firstSettings: Settings;
  #settings: Settings;
  #world: World;
  #tokens = new Tokens();
  #temporaryKeys = new TemporaryKeys();
  #locks = new Locks();
  #isSettling = false;
  #usedPasscodes = new UsedPasscodes();

  constructor({ clock = wallClock, world = {}, seed, log = () => undefined, ...options }: SimulatorOptions) {
    this.clock = new SimulatedTime(clock);
    this.holds = new Holds(this.clock);
    this.ids = createIds(seed);
    this.journal = new Journal(log);
    this.#settled = settleWorld(world, this.ids);
    this.#firstSettings = settle({ ...this.#settled.options, ...options });
    this.#settings = this.#firstSettings;
    this.#world = this.#freshWorld();
  }

  get settings(): Settings {
    return this.#settings;
  }

  get tokens(): Tokens {
    return this.#tokens;
  }

  get temporaryKeys(): TemporaryKeys {
    return this.#temporaryKeys;
  }

  get locks(): Locks {
    return this.#locks;
  }

  get usedPasscodes(): UsedPasscodes {
    return this.#usedPasscodes;
  }

  /** What the service's clock shows to who cannot know of `advance`: signers, and readers of the Date header. */
  signersTime(): number {
    return this.clock.unadvanced() + this.#settings.clockSkew * SECOND;
  }

  /** The world as it is now: late effects whose time has come are in it. */
  get world(): World {
    this.settle();
    return this.#world;
  }

  /** Brings the world up to the time: effects that are due and what backup policies ask for, in their order. */
  settle(): void {
    // An effect that is taken looks at the world as it is then, not as it will be now.
    if (this.#isSettling) return;
    this.#isSettling = true;
    try {
      this.due.settle(this.clock.now(), (time) => {
        runSchedules(this.#world, time, this);
      });
    } finally {
      this.#isSettling = false;
    }
  }

  /** The requests so far; late effects whose time has come are written there. */
  journalNow(): readonly JournalEntry[] {
    this.settle();
    return this.journal.entries;
  }

  /** Throws a sentence on an option that makes no sense; nothing is changed then. */
  change(options: SimulatedOptions): void {
    this.#settings = changed(this.#settings, options);
  }

  /** Back to the beginning: instances, keys and options; no token, no lock, no fault, an empty journal. Time goes on. */
  reset(): void {
    this.wakeAll();
    this.due.clear();
    this.faults.clear();
    this.#settings = this.#firstSettings;
    this.#world = this.#freshWorld();
    this.#tokens = new Tokens();
    this.#temporaryKeys = new TemporaryKeys();
    this.#locks = new Locks();
    this.#usedPasscodes = new UsedPasscodes();
    this.journal.clear();
  }

  /** Lets every delayed and held request go on. */
  wakeAll(): void {
    this.holds.releaseAll();
    this.clock.wakeAll();
  }

  #freshWorld(): World {
    return buildWorld(this.#settled, this.clock.now(), this);
  }
}
