// `npm run picture`: docs/terminal.svg, from a real run of the real Pulumi CLI against the simulator. With --session: that run.
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DemoFailure } from "./demo/failure.mjs";
import { drawing } from "./picture/drawing.mjs";
import { refusePrivateWords } from "./picture/private-words.mjs";
import { record } from "./picture/record.mjs";
import { screensOf } from "./picture/screens.mjs";
import { playSession } from "./picture/session.mjs";
import { spansOf } from "./picture/spans.mjs";
import { piecesOf, shortened } from "./picture/timing.mjs";
import { root } from "./setup/places.mjs";

/** Wide enough for a row of Pulumi's table with its progress, and longer than the session. */
const SIZE = { columns: 112, rows: 60 };

/** Nothing happens on the screen for longer than this, in milliseconds: then Node.js loads, or Pulumi does. */
const LONGEST_PAUSE = 600;

const work = process.argv.includes("--session") ? playSession() : makePicture();
await work.catch((failure) => {
  console.error(failure instanceof DemoFailure ? failure.message : failure);
  process.exitCode = 1;
});

async function makePicture() {
  const { output, timing } = record([process.execPath, import.meta.filename, "--session"], SIZE);
  const pieces = shortened(piecesOf(output, timing), LONGEST_PAUSE);
  const screens = await screensOf(pieces, SIZE);
  const svg = drawing(spansOf(screens), { columns: SIZE.columns, longestPause: LONGEST_PAUSE });
  refusePrivateWords(svg);
  const file = join(root, "docs", "terminal.svg");
  writeFileSync(file, svg);
  const seconds = Math.round((screens.at(-1)?.at ?? 0) / 1000);
  console.log(`docs/terminal.svg: ${seconds} s, ${Math.round(statSync(file).size / 1000)} kB`);
}
