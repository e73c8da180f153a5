import type { Surface } from "./surface.d.mts";

/** The pages of docs/reference, as they should stand in the repository. */
export function referencePages(surface?: Surface): Promise<{ path: string; text: string }[]>;
