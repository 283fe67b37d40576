# check - conformance only: every check on every runtime
#
# usage: ./run.sh check [-r RUNTIMES] [PATTERN...]
#
# Every check runs in a process of its own, at 1, 2 and 16 Ps or as it says
# itself.  `./run.sh explain ID` tells what a check is about.
#
#   ./run.sh check 'steal/*' -r gort --procs 16 --repeat 30
#
# options: -r --procs --seed --repeat --shuffle -o
# shellcheck shell=bash

choose_runtimes checks
check_patterns check
set_up needed
measure check
