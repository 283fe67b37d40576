# explain - what a check or benchmark is about: claim, clause, source, code
#
# usage: ./run.sh explain ID...
#
# ID is that of a check or benchmark, a pattern, or a clause of suite/SPEC.md
# (`queue.tick61`), which stands for its checks.
#
# options:
# shellcheck shell=bash

[ ${#OPERANDS[@]} -gt 0 ] || usage "explain what? (./run.sh list)"
ALL=("${OPERANDS[@]}")
mapfile -t OPERANDS < <(printf '%s\n' "${ALL[@]}" | grep -vxFf <(rows_of_spec))
check_patterns all
find_python
"$PYTHON" -s reports/explain.py "${ALL[@]}"
