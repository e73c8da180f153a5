/** @typedef {import("./outline.mjs").Option} Option */

/** What zsh reads: from a file of its fpath, or as it stands. @param {import("./outline.mjs").Outline} outline */
export function zshCompletion({ program, options, commands }) {
  const self = `_${program.replaceAll("-", "_")}`;
  return `#compdef ${program}
# Completion of ${program} for zsh. Made by \`npm run docs\` from what parses the command.
${self}() {
  local curcontext=$curcontext state line
  local -A opt_args
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(":", "\\:")}`)}`).join("\n")}
  )
  _arguments -C \\
${[...options.map(argument), "'1:command:->command'", "'*::option:->rest'"].map((line) => `    ${line}`).join(" \\\n")}
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $words[1] in
${commands.map(branch).join("\n")}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == ${self} ]]; then
  ${self} "$@"
else
  compdef ${self} ${program}
fi
`;
}

/** What completes after a command. @param {import("./outline.mjs").Command} command */
function branch({ name, operands, options }) {
  const words = operands.length === 0 ? [] : [`'1: :(${operands.join(" ")})'`];
  const lines = [...options.map(argument), ...words].map((line) => `            ${line}`);
  return `        ${name})
          _arguments \\
${lines.join(" \\\n")}
          ;;`;
}

/** An option as \`_arguments\` takes it. @param {Option} option */
function argument({ long, short, what, repeats, takes }) {
  const told = quoted(`[${what.replace(/[[\]:]/g, "\\$&")}]${takes === undefined ? "" : valueOf(takes)}`);
  const [end, shortEnd] = takes === undefined ? ["", ""] : ["=", "+"];
  if (short === undefined) return `${repeats ? "'*'" : ""}--${long}${end}${told}`;
  return `${repeats ? "'*'" : `'(-${short} --${long})'`}{-${short}${shortEnd},--${long}${end}}${told}`;
}

/** @param {import("./outline.mjs").Value} value */
function valueOf({ name, kind, among }) {
  if (among.length > 0) return `:${name}:(${among.join(" ")})`;
  return `:${name}:${{ file: "_files", folder: "_files -/", text: " " }[kind]}`;
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
