# help - this list, or the help of a command
#
# usage: ./run.sh help [COMMAND]
#
# options:
# shellcheck shell=bash

[ ${#OPERANDS[@]} -le 1 ] || usage "help takes one command"
command=${OPERANDS[0]:-}
[ "$command" ] || { overview && exit 0; }
[ -e "suite/command/$command.sh" ] && [[ $command != */* ]] ||
    usage "unknown command '$command'$(commands | did_you_mean "$command")"
help_of "$command"
