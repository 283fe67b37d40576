# list - runtimes, checks and benchmarks there are
#
# usage: ./run.sh list [--coverage] [-r RUNTIMES] [PATTERN...]
#
# Abilities and replaced files of every runtime, then the id and claim of every
# check, the id and subject of every benchmark.  With --coverage: the clauses of
# suite/SPEC.md, who checks them, and which runtimes claim what that needs.
#
# options: -r --coverage
# shellcheck shell=bash

choose_runtimes
check_patterns all
set_up needed
build_subjects all
runner_args
whole_args
subjects all
[ "${OPT[--coverage]:-}" ] || exec "$B/runner" --list "${ARGS[@]}"
find_python
"$B/runner" --list-json "${ARGS[@]}" | "$PYTHON" -s reports/coverage.py -
