import type { Surface } from "./surface.d.mts";

/** What the docstrings of a public surface leave unsaid, a sentence each. */
export function lacksOf(surface: Surface): string[];
