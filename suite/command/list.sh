# list - runtimes, checks and benchmarks there are
#
# usage: ./run.sh list [-r RUNTIMES] [PATTERN...]
#
# Abilities and replaced files of every runtime, then the id and claim of every
# check, the id and subject of every benchmark.
#
# options: -r
# shellcheck shell=bash

choose_runtimes
check_patterns all
set_up needed
build_subjects all
runner_args
whole_args
subjects all
exec "$B/runner" --list "${ARGS[@]}"
