#compdef dcs-simulator
# Completion of dcs-simulator for zsh. Made by `npm run docs` from what parses the command.
_dcs_simulator() {
  local curcontext=$curcontext state line
  local -A opt_args
  local -a commands=(
    'completion:print what lets a shell complete this command'
  )
  _arguments -C \
    --port='[listen on this port; a free one by default]:n: ' \
    --world='[JSON with region, domain, projects, users, agencies, options and instances; each may be left out]:file:_files' \
    --pace='[how long a backup takes; 60 by default, 0 for at once]:seconds: ' \
    --tls='[https; writes ca.pem, client.pem and client-key.pem into that folder]:folder:_files -/' \
    --client-certificate'[with --tls\: demand that clients show client.pem]' \
    --log'[print the address of the page to look at, and every request, on stderr]' \
    '(-h --help)'{-h,--help}'[print this]' \
    '1:command:->command' \
    '*::option:->rest'
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $words[1] in
        completion)
          _arguments \
            '(-h --help)'{-h,--help}'[print this]' \
            '1: :(bash zsh fish)'
          ;;
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _dcs_simulator ]]; then
  _dcs_simulator "$@"
else
  compdef _dcs_simulator dcs-simulator
fi
