import { instance } from "@viz-js/viz";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { placeOf, roomOf } from "../../test/rooms/house.ts";
import { root } from "../setup/places.mjs";

/** Where DCS and Pulumi stand in the drawing, besides the rooms. */
const OUTSIDE = [
  ["program", "front door", "imports"],
  ["Pulumi's dynamic host", "state contract", "check, diff, create,\nread, update, delete"],
  ["dcs", "DCS and IAM", "HTTP, by got"],
  ["operator", "command", "leftovers, list,\ndelete, whoami"],
];

/** The rooms of `provider/` and the arrows between them, from the imports as they are now. */
export async function architecture() {
  const viz = await instance();
  const edges = [...arrows()].sort().map((arrow) => {
    const [from, to] = arrow.split(" -> ");
    return `  "${from}" -> "${to}";`;
  });
  const outside = OUTSIDE.map(([from, to, label]) => `  "${from}" -> "${to}" [style=dashed, label="${label}"];`);
  const others = ["program", "Pulumi's dynamic host", "DCS and IAM", "operator"];
  const dot = [
    "digraph architecture {",
    '  bgcolor="white"; rankdir=TB; nodesep=0.35;',
    '  node [shape=box, style="rounded,filled", fillcolor="#eef4ff", color="#3b6ea5", fontname="Helvetica", fontsize=12];',
    '  edge [color="#777777", fontname="Helvetica", fontsize=10];',
    ...others.map((name) => `  "${name}" [fillcolor="white", color="#777777"];`),
    ...outside,
    ...edges,
    "}",
  ].join("\n");
  return { path: "docs/architecture.svg", text: viz.renderString(dot, { format: "svg" }) };
}

/** Between rooms; all stand on the ground, and arrows to it would only hide the others. */
function arrows() {
  const sources = readdirSync(join(root, "provider"), { recursive: true, encoding: "utf8" })
    .map((path) => `provider/${path.replaceAll("\\", "/")}`)
    .filter(
      (path) => path.endsWith(".ts") && !path.endsWith(".d.ts") && !/^provider\/(dist|node_modules)\//.test(path),
    );
  const found = sources.flatMap((path) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(root, path), "utf8"));
    const here = roomOf(path);
    return importedFiles.flatMap(({ fileName }) => {
      const place = placeOf(path, fileName);
      const there = place === undefined ? undefined : roomOf(place);
      return there === undefined || there === here || there === "ground" ? [] : [`${here} -> ${there}`];
    });
  });
  return new Set(found);
}
