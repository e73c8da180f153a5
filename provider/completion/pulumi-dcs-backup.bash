# Completion of pulumi-dcs-backup for bash 3.2 or newer. Made by `npm run docs` from what parses the command.
_pulumi_dcs_backup() {
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
      whoami | leftovers | list | delete | completion) command=${COMP_WORDS[1]} ;;
    esac
  fi
  case "$command $prev" in
    "whoami --stack" | "whoami -s") kind=text ;;
    "whoami --cwd") kind=folder ;;
    "whoami --cloud") kind=text ;;
    "leftovers --stack" | "leftovers -s") kind=text ;;
    "leftovers --cwd") kind=folder ;;
    "leftovers --instance") kind=text ;;
    "leftovers --file") kind=file ;;
    "leftovers --delete-backup") kind=text ;;
    "list --instance") kind=text ;;
    "list --region") kind=text ;;
    "list --project-id") kind=text ;;
    "list --endpoint") kind=text ;;
    "list --api-version") words="v1.0 v2" ;;
    "list --cloud") kind=text ;;
    "list --stack" | "list -s") kind=text ;;
    "list --cwd") kind=folder ;;
    "delete --instance") kind=text ;;
    "delete --backup") kind=text ;;
    "delete --region") kind=text ;;
    "delete --project-id") kind=text ;;
    "delete --endpoint") kind=text ;;
    "delete --api-version") words="v1.0 v2" ;;
    "delete --cloud") kind=text ;;
    "delete --stack" | "delete -s") kind=text ;;
    "delete --cwd") kind=folder ;;
    *)
      case $command in
        "") options="--help" ;;
        "whoami") options="--stack --cwd --cloud --json --help" ;;
        "leftovers") options="--stack --cwd --instance --file --json --delete --delete-backup --help" ;;
        "list") options="--instance --region --project-id --endpoint --api-version --cloud --stack --cwd --json --help" ;;
        "delete") options="--instance --backup --yes --region --project-id --endpoint --api-version --cloud --stack --cwd --json --help" ;;
        "completion") options="--help" words="bash zsh fish" ;;
      esac
      if ((COMP_CWORD == 1)); then words="whoami leftovers list delete completion"; fi
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
complete -F _pulumi_dcs_backup pulumi-dcs-backup
