# all - everything: conformance, benchmarks, whole programs, one report
#
# usage: ./run.sh all [--quick|--full] [-r RUNTIMES] [PATTERN...]
#
# Installs what is missing, builds every runtime, runs every check on each,
# measures all of them in interleaved rounds beside what the machine allows, and
# makes the report: a table here, a page, charts and JSON in reports/out/latest.
# The real Go is measured with them where `go` is installed; it is not needed.
#
#   --quick   1 and 2 Ps, 6 rounds, nothing counted: two minutes in place of six
#   --full    many rounds: narrow intervals; and the benchmarks that take long
#
# options: --quick --full -r --procs --seed --repeat --shuffle --rounds --batches -o
# shellcheck shell=bash

how_long all
[ -z "${OPT[--quick]:-}" ] || OPT[--procs]=${OPT[--procs]:-1,2}
choose_runtimes
only_plain all
check_patterns all
set_up needed better
if [ "${OPT[--quick]:-}" ]; then measure check,bench,whole; else measure check,bench,count,whole; fi
