# bench - benchmarks only, beside what the machine allows
#
# usage: ./run.sh bench [--quick|--full] [-r RUNTIMES] [PATTERN...]
#
# All runtimes take turns in every round, in an order drawn from the seed.
#
#   ./run.sh bench 'switch_*' -r gort,ucontext --rounds 40
#
# options: --quick --full -r --seed --rounds --batches -o
# shellcheck shell=bash

[ -z "${OPT[--quick]:-}" ] || [ -z "${OPT[--full]:-}" ] ||
    usage "bench takes --quick or --full, not both"
[ -z "${OPT[--quick]:-}" ] || OPT[--rounds]=${OPT[--rounds]:-6}
[ -z "${OPT[--full]:-}" ] || OPT[--rounds]=${OPT[--rounds]:-40}
choose_runtimes
only_plain bench
check_patterns bench
set_up needed
measure bench
