# ablate - what each decision of a runtime buys: beside its variants, in one run
#
# usage: ./run.sh ablate [--quick|--full] [RUNTIME [PATTERN...]]
#
# Measures RUNTIME (gort) and every RUNTIME@VARIANT in the same rounds, after the
# checks of each: a variant that loses an ability or fails a check is no faster,
# it does less, and the report says so.  PATTERN is a benchmark.
#
#   ./run.sh ablate gort 'spawn_*' 'switch_*'
#
# exit: 0 ok, 2 usage, 3 something does not build or a control failed
#
# options: --quick --full --procs --seed --rounds --batches -o
# shellcheck shell=bash

how_long ablate
BASELINE=${OPERANDS[0]:-gort}
OPERANDS=("${OPERANDS[@]:1}")
[[ $BASELINE != *[@+,]* ]] || usage "ablate takes one runtime, without a variant: not '$BASELINE'"
# shellcheck disable=SC2154 # the name of an option, no variable
OPT[-r]=$BASELINE
choose_runtimes checks
[ -d "${FOLDERS[0]}/variants" ] || usage "${NAMES[0]} has no variants: no ${FOLDERS[0]}/variants/"
check_patterns bench
OPT[-r]="$BASELINE,$BASELINE@*"
OPT[--procs]=${OPT[--procs]:-1,2}
BASELINE=${NAMES[0]}
set_up needed
status=0
if [ ${#OPERANDS[@]} -gt 0 ]; then OPERANDS+=('*/*' '!limit/*'); fi
measure check,bench || status=$?
# a red check of a variant is what this command is to find
[ "$status" = 1 ] && exit 0
exit "$status"
