#compdef pulumi-dcs-backup
# Completion of pulumi-dcs-backup for zsh. Made by `npm run docs` from what parses the command.
_pulumi_dcs_backup() {
  local curcontext=$curcontext state line
  local -A opt_args
  local -a commands=(
    'whoami:tell which credentials and which place would be used, and what the cloud says to them'
    'leftovers:find the backups that a killed run has left, and delete them'
    'list:list the backups of an instance'
    'delete:delete one backup, with proof'
    'completion:print what lets a shell complete this command'
  )
  _arguments -C \
    '(-h --help)'{-h,--help}'[print this]' \
    '1:command:->command' \
    '*::option:->rest'
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $words[1] in
        whoami)
          _arguments \
            '(-s --stack)'{-s+,--stack=}'[with the configuration of this stack; without --stack and --cwd, of none]:NAME: ' \
            --cwd='[the folder of the Pulumi project; this one by default]:DIR:_files -/' \
            --cloud='[as for a resource with this argument\: an entry of clouds.yaml]:NAME: ' \
            --json'[print JSON]' \
            '(-h --help)'{-h,--help}'[print this]'
          ;;
        leftovers)
          _arguments \
            '(-s --stack)'{-s+,--stack=}'[the stack; the one that is selected by default]:NAME: ' \
            --cwd='[the folder of the Pulumi project; this one by default]:DIR:_files -/' \
            '*'--instance='[look at this instance too; may be given several times]:ID: ' \
            --file='[read an exported state from a file, or from standard input (-)\: lists only]:FILE:_files' \
            --json'[print JSON]' \
            --delete'[delete what cut-off creates of this stack have left, and prove it]' \
            '*'--delete-backup='[delete this one of those that are listed; may be given several times]:ID: ' \
            '(-h --help)'{-h,--help}'[print this]'
          ;;
        list)
          _arguments \
            --instance='[the DCS instance]:ID: ' \
            --region='[where they are; by default as the environment says (OS_REGION_NAME …)]:NAME: ' \
            --project-id='[likewise (OS_PROJECT_ID …)]:ID: ' \
            --endpoint='[likewise (OS_DCS_ENDPOINT_OVERRIDE), else what the region tells]:URL: ' \
            --api-version='[the version of DCS'\''s API]:V:(v1.0 v2)' \
            --cloud='[as for a resource with this argument\: an entry of clouds.yaml]:NAME: ' \
            '(-s --stack)'{-s+,--stack=}'[take place and credentials from this stack'\''s configuration, too]:NAME: ' \
            --cwd='[the folder of the Pulumi project; this one by default]:DIR:_files -/' \
            --json'[print JSON]' \
            '(-h --help)'{-h,--help}'[print this]'
          ;;
        delete)
          _arguments \
            --instance='[the DCS instance]:ID: ' \
            --backup='[the backup to delete; list shows them]:ID: ' \
            '(-y --yes)'{-y,--yes}'[do not ask; needed where there is no terminal]' \
            --region='[where they are; by default as the environment says (OS_REGION_NAME …)]:NAME: ' \
            --project-id='[likewise (OS_PROJECT_ID …)]:ID: ' \
            --endpoint='[likewise (OS_DCS_ENDPOINT_OVERRIDE), else what the region tells]:URL: ' \
            --api-version='[the version of DCS'\''s API]:V:(v1.0 v2)' \
            --cloud='[as for a resource with this argument\: an entry of clouds.yaml]:NAME: ' \
            '(-s --stack)'{-s+,--stack=}'[take place and credentials from this stack'\''s configuration, too]:NAME: ' \
            --cwd='[the folder of the Pulumi project; this one by default]:DIR:_files -/' \
            --json'[print JSON]' \
            '(-h --help)'{-h,--help}'[print this]'
          ;;
        completion)
          _arguments \
            '(-h --help)'{-h,--help}'[print this]' \
            '1: :(bash zsh fish)'
          ;;
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _pulumi_dcs_backup ]]; then
  _pulumi_dcs_backup "$@"
else
  compdef _pulumi_dcs_backup pulumi-dcs-backup
fi
