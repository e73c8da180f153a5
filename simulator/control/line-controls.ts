import { readDuration } from "../durations";
import type { FaultSpec } from "../faults/fault";
import type { FaultView } from "../faults/faults";
import type { HeldRequest } from "../faults/holds";
import { Mistake } from "../mistake";
import type { Settings, SimulatedOptions } from "../options";
import type { Simulation } from "../simulation";
import { isoTime } from "../timestamps";

/** Faults on the way to the services, the options and the time. Each throws a sentence on what it cannot use. */
export interface LineControls {
  /** Asks for a fault: which requests meet it, how many, and what happens to them. */
  fault(spec: FaultSpec): FaultView;
  /** The faults that were asked for, with how many requests matched and met them. */
  faults(): readonly FaultView[];
  clearFaults(): void;
  /** The requests that a fault holds at this moment. */
  held(): readonly HeldRequest[];
  /** Lets the requests held by this name go on; says how many there were. */
  release(name: string): number;
  /** The options as they are now. */
  options(): Settings;
  /** Changes some options from now on; backups that exist keep the pace they were taken at. */
  change(options: SimulatedOptions): Settings;
  /** Moves the time on by a duration such as `90s`, `10m` or `1h30m`; says what time it is then, in ISO 8601. */
  advance(duration: string): string;
}

export function lineControls(simulation: Simulation): LineControls {
  const { faults, holds, clock } = simulation;
  return {
    fault: (spec) => faults.add(spec),
    faults: () => faults.view(),
    clearFaults: () => {
      faults.clear();
    },
    held: () => holds.list(),
    release: (name) => holds.release(name),
    options: () => simulation.settings,
    change: (options) => {
      simulation.change(options);
      return simulation.settings;
    },
    advance: (duration) => {
      if (typeof duration !== "string") throw new Mistake("Give a duration such as 90s, 10m or 1h30m.");
      clock.advance(readDuration(duration));
      return isoTime(clock.now());
    },
  };
}
