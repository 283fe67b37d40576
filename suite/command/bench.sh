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

how_long bench
choose_runtimes
only_plain bench
check_patterns bench
set_up needed
measure bench
