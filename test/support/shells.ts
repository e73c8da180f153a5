import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** Whether a shell is there to run; the name of a test says so where it is not. */
export function isInstalled(shell: Shell): boolean {
  return spawnSync(shell, ["--version"]).status === 0;
}

/**
 * What a shell offers at the end of a line, sorted, once it has read a completion: bash and fish by their own means to ask
 * without a terminal, zsh on a pseudo-terminal of its own, with the Tab key. It stands in `home`, a folder for this alone.
 */
export function offered(shell: Shell, completion: string, line: string, home: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "completion-"));
  try {
    const [file, matches] = [join(folder, "completion"), join(folder, "matches")];
    writeFileSync(file, completion);
    writeFileSync(matches, "");
    const { status, stdout, stderr } = spawnSync(shell, [...ASK[shell], file, line, matches], {
      cwd: home,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: home, XDG_CONFIG_HOME: folder, TERM: "xterm" },
      timeout: 20_000,
    });
    if (status !== 0) throw new Error(`${shell} failed for "${line}":\n${stdout}${stderr}`);
    const words = `${stdout}\n${readFileSync(matches, "utf8")}`.split(/\r?\n/);
    // fish puts a tab and the description behind the word, and a slash behind a folder.
    return [...new Set(words.map((word) => word.replace(/\t.*$/, "").replace(/\/$/, "")))].filter(Boolean).sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As readline takes a line apart: at blanks, and at equals signs. */
const BASH = `
source "$1"
read -ra COMP_WORDS <<<"\${2//=/ = }"
[[ $2 == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
spec=$(complete -p "\${COMP_WORDS[0]}")
by=\${spec#*-F }
\${by%% *}
printf '%s\\n' "\${COMPREPLY[@]}"`;

/** What would be offered goes through \`compadd\`, whose matches are written to a file; then that shell ends. */
const ZSH = `
zmodload zsh/zpty
zpty shell "MATCHES=$3 zsh -f -i"
zpty -w shell "autoload -Uz compinit; compinit -u -d $HOME/.zcompdump; source $1"
zpty -w shell 'compadd() {
  [[ \${@[1,(i)(-|--)]} == *-[OAD]\\ * ]] && { builtin compadd "$@"; return }
  local -a hits
  builtin compadd -A hits "$@"
  (( $#hits )) && print -rl -- $hits >> $MATCHES
  builtin compadd "$@"
}
after() { exit }
comppostfuncs=(after)
bindkey "^I" complete-word'
zpty -w -n shell "$2"$'\\t'
while zpty -r shell; do :; done >/dev/null`;

const ASK: Readonly<Record<Shell, readonly string[]>> = {
  bash: ["-c", BASH, "bash"],
  zsh: ["-f", "-c", ZSH, "zsh"],
  fish: ["-N", "-c", "source $argv[1]; complete -C $argv[2]"],
};
