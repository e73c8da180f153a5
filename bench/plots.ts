import type { Spec } from "vega";
import { FIGURE_IDS, type Figure, FIGURES } from "./figures";
import { median } from "./median";
import type { Results } from "./results";

const FONT = "system-ui, sans-serif";
const COLOURS = { ours: "#1f6feb", nothing: "#8b949e", behind: "#bc4c00" };

/** A drawing of Vega's, without a browser. */
export async function svgOf(spec: Spec): Promise<string> {
  const { parse, View } = await import("vega");
  return `${await new View(parse(spec), { renderer: "none" }).toSVG()}\n`;
}

/** A thousand, which is done once, would press the others together. */
const COUNTS = [1, 10, 100, 300] as const;

/** How long `up` + `destroy` take by the number of resources: ours and the limit, each pair a point, the medians a line. */
export function byCountPlot({ figures }: Results): Spec {
  const points = COUNTS.flatMap((count) =>
    (figures[`runs-${count}`]?.pairs ?? []).flatMap(({ ours, limit }) => [
      { count, seconds: ours / 1_000, whose: "ours" },
      { count, seconds: limit / 1_000, whose: "nothing" },
    ]),
  );
  const line = (whose: string) =>
    [...new Set(points.map(({ count }) => count))].map((count) => {
      const seconds = points.filter((each) => each.whose === whose && each.count === count).map((each) => each.seconds);
      return { count, seconds: median(seconds), whose };
    });
  return {
    ...page(560, 260, "up + destroy, each backup at once"),
    data: [
      { name: "points", values: points },
      { name: "lines", values: [...line("ours"), ...line("nothing")] },
    ],
    scales: [
      { name: "x", type: "linear", domain: [0, 310], range: "width" },
      {
        name: "y",
        type: "linear",
        domain: { data: "points", field: "seconds" },
        range: "height",
        zero: true,
        nice: true,
      },
      { name: "colour", type: "ordinal", domain: ["ours", "nothing"], range: [COLOURS.ours, COLOURS.nothing] },
      { name: "words", type: "ordinal", domain: ["Backup", "does nothing"], range: [COLOURS.ours, COLOURS.nothing] },
    ],
    axes: [
      { orient: "bottom", scale: "x", title: "resources", values: [...COUNTS] },
      { orient: "left", scale: "y", title: "seconds", grid: true, tickCount: 6 },
    ],
    legends: [{ fill: "words", orient: "top-left" }],
    marks: [
      {
        type: "group",
        from: { facet: { name: "one", data: "lines", groupby: "whose" } },
        marks: [
          {
            type: "line",
            from: { data: "one" },
            encode: { enter: { ...at("count", "seconds"), stroke: coloured, strokeWidth: { value: 2 } } },
          },
        ],
      },
      {
        type: "symbol",
        from: { data: "points" },
        encode: {
          enter: { ...at("count", "seconds"), fill: coloured, size: { value: 28 }, fillOpacity: { value: 0.5 } },
        },
      },
    ],
  };
}

/** Each ratio to its limit with its spread; a tick shows the goal. */
export function ratiosPlot({ figures }: Results): Spec {
  const rows = FIGURE_IDS.flatMap((id) => {
    const [measured, figure] = [figures[id], FIGURES[id]];
    if (!measured?.spread || figure.unit !== "times") return [];
    const [low, high] = measured.spread;
    const name = nameOf(figure);
    return [{ name, value: measured.value, low, high, goal: figure.goal, met: measured.value <= figure.goal }];
  });
  const row = { scale: "y", field: "name", band: 0.5 };
  const wide = { value: 2 };
  return {
    ...page(420, rows.length * 26, "times what the limit takes (dot: median, line: least to most, tick: goal)"),
    data: [{ name: "rows", values: rows }],
    scales: [
      {
        name: "x",
        type: "linear",
        domain: { data: "rows", fields: ["low", "high", "goal"] },
        range: "width",
        nice: true,
      },
      { name: "y", type: "band", domain: { data: "rows", field: "name" }, range: "height" },
      { name: "colour", type: "ordinal", domain: [true, false], range: [COLOURS.ours, COLOURS.behind] },
    ],
    axes: [
      { orient: "bottom", scale: "x", grid: true },
      { orient: "left", scale: "y", labelLimit: 520 },
    ],
    marks: [
      {
        type: "rule",
        from: { data: "rows" },
        encode: {
          enter: {
            x: { scale: "x", field: "low" },
            x2: { scale: "x", field: "high" },
            y: row,
            stroke: { scale: "colour", field: "met" },
            strokeWidth: wide,
          },
        },
      },
      {
        type: "symbol",
        from: { data: "rows" },
        encode: { enter: { x: { scale: "x", field: "value" }, y: row, fill: { scale: "colour", field: "met" } } },
      },
      {
        type: "symbol",
        from: { data: "rows" },
        encode: {
          enter: {
            x: { scale: "x", field: "goal" },
            y: row,
            shape: { value: "stroke" },
            angle: { value: 90 },
            size: { value: 160 },
            stroke: { value: "#1a7f37" },
            strokeWidth: wide,
          },
        },
      },
    ],
  };
}

/** Where the limit is another than usual, it is part of the name. */
function nameOf({ name, limit }: Figure): string {
  const plain = name.replaceAll("`", "");
  return limit.endsWith("resources that do nothing") ? plain : `${plain} (${limit})`;
}

const coloured = { scale: "colour", field: "whose" };
const at = (x: string, y: string) => ({ x: { scale: "x", field: x }, y: { scale: "y", field: y } });

function page(width: number, height: number, title: string): Spec {
  return {
    width,
    height,
    padding: 8,
    background: "white",
    title: title,
    config: {
      title: { anchor: "start", font: FONT, fontSize: 13 },
      axis: { labelFont: FONT, titleFont: FONT },
      legend: { labelFont: FONT, titleFont: FONT },
    },
  };
}
