/** @typedef {import("./outline.mjs").Option} Option */

/** What bash reads. @param {import("./outline.mjs").Outline} outline */
export function bashCompletion({ program, options, commands }) {
  const self = `_${program.replaceAll("-", "_")}`;
  const names = commands.map(({ name }) => name);
  const places = [{ name: "", options, operands: [] }, ...commands];
  return `# Completion of ${program} for bash 3.2 or newer. Made by \`npm run docs\` from what parses the command.
${self}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command="" words="" options="" kind="" line
  COMPREPLY=()
  # bash takes --option=value apart at the equals sign.
  if [[ $cur == "=" ]]; then
    cur=""
  elif [[ $prev == "=" ]]; then
    prev=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in
      ${names.join(" | ")}) command=\${COMP_WORDS[1]} ;;
    esac
  fi
  case "$command $prev" in
${places.flatMap(({ name, options: own }) => own.flatMap((option) => valueOf(name, option))).join("\n")}
    *)
      case $command in
${places.map(({ name, options: own, operands }) => `        "${name}") options="${longs(own)}"${operands.length > 0 ? ` words="${operands.join(" ")}"` : ""} ;;`).join("\n")}
      esac
      if ((COMP_CWORD == 1)); then words="${names.join(" ")}"; fi
      if [[ $cur == -* || -z $words ]]; then words=$options; fi
      ;;
  esac
  case $kind in
    file | folder)
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$([[ $kind == file ]] && echo -f || echo -d)" -- "$cur")
      compopt -o filenames 2>/dev/null
      ;;
    text) ;;
    *) while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -W "$words" -- "$cur") ;;
  esac
}
complete -F ${self} ${program}
`;
}

/** The case of an option's value. @param {string} command @param {Option} option @returns {string[]} */
function valueOf(command, { long, short, takes }) {
  if (takes === undefined) return [];
  const spellings = [`--${long}`, ...(short === undefined ? [] : [`-${short}`])];
  const found = takes.among.length > 0 ? `words="${takes.among.join(" ")}"` : `kind=${takes.kind}`;
  return [`    ${spellings.map((option) => `"${command} ${option}"`).join(" | ")}) ${found} ;;`];
}

/** @param {Option[]} options */
function longs(options) {
  return options.map(({ long }) => `--${long}`).join(" ");
}
