/** What fish reads. @param {import("./outline.mjs").Outline} outline */
export function fishCompletion({ program, options, commands }) {
  const names = commands.map(({ name }) => name).join(" ");
  const before = `not __fish_seen_subcommand_from ${names}`;
  const line = (/** @type {string} */ when, /** @type {string} */ what) =>
    `complete -c ${program} -n ${quoted(when)} ${what}`;
  return [
    `# Completion of ${program} for fish. Made by \`npm run docs\` from what parses the command.`,
    `complete -c ${program} -f`,
    ...commands.map(({ name, summary }) => line("__fish_use_subcommand", `-a ${name} -d ${quoted(summary)}`)),
    ...options.map((option) => line(before, switchOf(option))),
    ...commands.flatMap(({ name, operands, options: own }) => {
      const after = `__fish_seen_subcommand_from ${name}`;
      const words = operands.length === 0 ? [] : [line(after, `-a ${quoted(operands.join(" "))}`)];
      return [...words, ...own.map((option) => line(after, switchOf(option)))];
    }),
    "",
  ].join("\n");
}

/** @param {import("./outline.mjs").Option} option */
function switchOf({ long, short, what, takes }) {
  const name = `-l ${long}${short === undefined ? "" : ` -s ${short}`}`;
  return `${name} ${takes === undefined ? "" : `${valueOf(takes)} `}-d ${quoted(what)}`;
}

/** @param {import("./outline.mjs").Value} value */
function valueOf({ kind, among }) {
  if (among.length > 0) return `-x -a ${quoted(among.join(" "))}`;
  return { file: "-r -F", folder: "-x -a '(__fish_complete_directories)'", text: "-x" }[kind];
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}
