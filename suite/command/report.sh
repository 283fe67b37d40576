# report - make the report of a run again
#
# usage: ./run.sh report [-o DIR] [RUN...]
#
# RUN is the directory of a run or the run.json in it; without one, the last.  With
# -o and several runs each gets a directory in DIR.
#
# options: -o
# shellcheck shell=bash

[ ${#OPERANDS[@]} -gt 0 ] || OPERANDS=("$PWD/reports/out/latest")
runs=()
for one in "${OPERANDS[@]}"; do
    runs+=("$(run_of "$one")") || usage "no run in '$one': no run.json there$(
        compgen -G 'reports/out/*' | did_you_mean "$one")"
done
[ -z "${OPT[-o]:-}" ] || runs+=(-o "$(from_here "${OPT[-o]}")")
find_python
"$PYTHON" -s reports/report.py "${runs[@]}"
