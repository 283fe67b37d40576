#!/usr/bin/env bash
# run.sh - the one door: set up, build, check, measure, report.
#
# A command is a file, suite/command/NAME.sh: its first comment is its help,
# the line `options:` in it says what it takes, the rest is its code.
set -uo pipefail

FROM=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 3
. suite/front.sh
. suite/runtimes.sh
. suite/setup.sh
. suite/flow.sh

# an option with a value, an option without
takes_value() { [[ $1 =~ ^(-r|-o|--(procs|seed|repeat|rounds|batches|threshold|format))$ ]]; }
is_flag() { [[ $1 =~ ^(-v|-h|--(quick|full|shuffle|dev|coverage))$ ]]; }

parse() {
    while [ $# -gt 0 ]; do
        case $1 in
        --help) set -- -h "${@:2}" ;;
        --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
        esac
        if takes_value "$1"; then
            [ $# -gt 1 ] || usage "$1 needs a value: $(option_help "$1")"
            OPT[$1]=$2
            shift
        elif is_flag "$1"; then
            OPT[$1]=1
        elif [[ $1 == -* ]]; then
            usage "unknown option '$1'$(all_options | did_you_mean "$1")"
        else
            OPERANDS+=("$1")
        fi
        shift
    done
}

# every option that was given is one that the command takes
check_options() {
    local option taken

    taken=" -h -v $(options_of "$1") "
    for option in "${!OPT[@]}"; do
        [[ $taken == *" $option "* ]] ||
            usage "$1 does not take $option (./run.sh $1 -h)"
    done
    number_option --seed 0 18446744073709551615
    number_option --repeat 1 100000
    number_option --rounds 1 10000
    number_option --batches 1 10000
    procs_option
}

main() {
    parse "$@"
    local command=${OPERANDS[0]:-}

    OPERANDS=("${OPERANDS[@]:1}")
    if [ -z "$command" ]; then
        [ "${OPT[-h]:-}" ] || { overview >&2 && exit 2; }
        command=help
    fi
    [ -e "suite/command/$command.sh" ] && [[ $command != */* ]] ||
        usage "unknown command '$command'$(commands | did_you_mean "$command")"
    if [ "${OPT[-h]:-}" ]; then
        help_of "$command"
        exit 0
    fi
    check_options "$command"
    [ -e /proc/self/fd ] || die 3 "no /proc here: mount -t proc proc /proc"
    # shellcheck source=/dev/null
    . "suite/command/$command.sh"
}

main "$@"
