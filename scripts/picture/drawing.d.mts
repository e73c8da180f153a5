import type { Span } from "./spans.mjs";

/** The recording as an SVG that ends on a still. */
export function drawing(spans: readonly Span[], options: { columns: number; longestPause: number }): string;

/** Text as XML has it, without control characters. */
export function escaped(text: string): string;
