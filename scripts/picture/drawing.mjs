/** @typedef {import("./spans.mjs").Span} Span */
/** @typedef {import("./screens.mjs").Run} Run */

const CELL = { width: 8.4, height: 19 };
const MARGIN = 18;

/** The terminal's sixteen colours on its dark ground; it brings its own, and so can be read in light and dark pages. */
const COLORS = [
  ["#8b949e", "#ff7b72", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#76e3ea", "#e6edf3"],
  ["#9aa4ae", "#ffa198", "#7ee787", "#f2cc60", "#a5d6ff", "#e2c5ff", "#b3f0ff", "#ffffff"],
].flat();

const STYLE = `
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; fill: #e6edf3; white-space: pre }
.b { font-weight: 700 } .d { opacity: .75 } .u { text-decoration: underline }
${COLORS.map((color, index) => `.c${index} { fill: ${color} }`).join(" ")}
.p { visibility: hidden }
@keyframes seen { from, to { visibility: visible } }
@keyframes unseen { from, to { visibility: hidden } }
@media (prefers-reduced-motion: reduce) { text { animation: none !important } }
`;

/**
 * The recording as an SVG: what stays to the end is drawn, and hidden until its time; what passes is hidden, and shown during
 * its time. So it ends on a still, which is also what is seen without animation.
 * @param {Span[]} spans
 * @param {{ columns: number, longestPause: number }} options `longestPause` is in milliseconds
 */
export function drawing(spans, { columns, longestPause }) {
  const rows = Math.max(0, ...spans.map(({ row }) => row)) + 1;
  const [width, height] = [Math.ceil(columns * CELL.width + 2 * MARGIN), rows * CELL.height + 2 * MARGIN];
  const about = `A recording of the real Pulumi CLI with pulumi-dcs-backup, against the simulator of DCS. Pauses of more than \
${longestPause / 1000} seconds are shortened to that. At its end the terminal shows: ${lastScreen(spans)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title" aria-describedby="about">
<title id="title">pulumi up takes a backup of a DCS instance and waits for it; pulumi destroy deletes it for sure</title>
<desc id="about">${escaped(about)}</desc>
<style>${STYLE}</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="#0d1117" stroke="#6e7681"/>
<g transform="translate(${MARGIN} ${MARGIN + 14})" aria-hidden="true">
${spans.map(line).join("\n")}
</g>
</svg>
`;
}

/** @param {Span} span */
function line({ row, runs, from, to }) {
  const seconds = (/** @type {number} */ time) => `${Number((time / 1000).toFixed(2))}s`;
  const hidden = from === 0 ? "" : ` style="animation:unseen ${seconds(from)}"`;
  const time = to === undefined ? hidden : ` class="p" style="animation:seen ${seconds(to - from)} ${seconds(from)}"`;
  return `<text y="${row * CELL.height}"${time}>${runs.map(part).join("")}</text>`;
}

/** @param {Run} run */
function part({ column, text, color, bold, dim, underline }) {
  const [b, d, u] = [bold && "b", dim && "d", underline && "u"];
  const classes = [color !== undefined && color < COLORS.length && `c${color}`, b, d, u].filter(Boolean).join(" ");
  const indent = text.length - text.trimStart().length;
  const x = Number(((column + indent) * CELL.width).toFixed(1));
  return `<tspan x="${x}"${classes && ` class="${classes}"`}>${escaped(text.trimStart())}</tspan>`;
}

/** What is left in the end, for those who listen. @param {Span[]} spans */
function lastScreen(spans) {
  const left = spans.filter(({ to }) => to === undefined).sort((one, other) => one.row - other.row);
  return left.map(({ runs }) => runs.map(({ text }) => text.trim()).join(" ")).join("; ");
}

/** Text as XML has it. What XML cannot hold at all, control characters, is left out. @param {string} text */
export function escaped(text) {
  const names = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
