# explain - what a check or benchmark is about: claim, clause, source, code
#
# usage: ./run.sh explain ID...
#
# options:
# shellcheck shell=bash

[ ${#OPERANDS[@]} -gt 0 ] || usage "explain what? (./run.sh list)"
check_patterns all
find_python
"$PYTHON" -s reports/explain.py "${OPERANDS[@]}"
