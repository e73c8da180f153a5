# Completion of dcs-simulator for fish. Made by `npm run docs` from what parses the command.
complete -c dcs-simulator -f
complete -c dcs-simulator -n '__fish_use_subcommand' -a completion -d 'print what lets a shell complete this command'
complete -c dcs-simulator -n 'not __fish_seen_subcommand_from completion' -l port -x -d 'listen on this port; a free one by default'
complete -c dcs-simulator -n 'not __fish_seen_subcommand_from completion' -l world -r -F -d 'JSON with region, domain, projects, users, agencies, options and instances; each may be left out'
complete -c dcs-simulator -n 'not __fish_seen_subcommand_from completion' -l pace -x -d 'how long a backup takes; 60 by default, 0 for at once'
complete -c dcs-simulator -n 'not __fish_seen_subcommand_from completion' -l tls -x -a '(__fish_complete_directories)' -d 'https; writes ca.pem, client.pem and client-key.pem into that folder'
complete -c dcs-simulator -n 'not __fish_seen_subcommand_from completion' -l client-certificate -d 'with --tls: demand that clients show client.pem'
complete -c dcs-simulator -n 'not __fish_seen_subcommand_from completion' -l log -d 'print the address of the page to look at, and every request, on stderr'
complete -c dcs-simulator -n 'not __fish_seen_subcommand_from completion' -l help -s h -d 'print this'
complete -c dcs-simulator -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'
complete -c dcs-simulator -n '__fish_seen_subcommand_from completion' -l help -s h -d 'print this'
