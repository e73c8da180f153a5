# Completion of dcs-simulator for bash 3.2 or newer. Made by `npm run docs` from what parses the command.
_dcs_simulator() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command="" words="" options="" kind="" line
  COMPREPLY=()
  # bash takes --option=value apart at the equals sign.
  if [[ $cur == "=" ]]; then
    cur=""
  elif [[ $prev == "=" ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD > 1)); then
    case ${COMP_WORDS[1]} in
      completion) command=${COMP_WORDS[1]} ;;
    esac
  fi
  case "$command $prev" in
    " --port") kind=text ;;
    " --world") kind=file ;;
    " --pace") kind=text ;;
    " --tls") kind=folder ;;
    *)
      case $command in
        "") options="--port --world --pace --tls --client-certificate --log --help" ;;
        "completion") options="--help" words="bash zsh fish" ;;
      esac
      if ((COMP_CWORD == 1)); then words="completion"; fi
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
complete -F _dcs_simulator dcs-simulator
