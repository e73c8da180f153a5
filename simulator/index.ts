export { createSimulator, type Simulator } from "./simulator";
export { startSimulator, type RunningSimulator } from "./server";
export type { SimulatorOptions } from "./settings";
export type { SimulatorCard } from "./card";
export type { Clock } from "./clock";
export type { JournalEntry } from "./journal";
export type { WorldSpec } from "./world/spec";
export type { WorldView } from "./control/world-view";
