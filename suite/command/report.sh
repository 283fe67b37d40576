# report - make the report of a run again
#
# usage: ./run.sh report [-o DIR] [--format FORM] [RUN...]
#
# RUN is the directory of a run or the run.json in it; without one, the last.  With
# -o and several runs each gets a directory in DIR.
#
#   ./run.sh report --format go >new.txt; benchstat old.txt new.txt
#
# options: -o --format
# shellcheck shell=bash

[ ${#OPERANDS[@]} -gt 0 ] || OPERANDS=("$PWD/reports/out/latest")
runs=()
for one in "${OPERANDS[@]}"; do
    runs+=("$(run_of "$one")") || usage "no run in '$one': no run.json there$(
        compgen -G 'reports/out/*' | did_you_mean "$one")"
done
[ -z "${OPT[-o]:-}" ] || runs+=(-o "$(from_here "${OPT[-o]}")")
if [ "${OPT[--format]:-}" ]; then
    [[ ${OPT[--format]} =~ ^(go|csv|junit|tap)$ ]] || usage "--format is go, csv, junit or tap, not '${OPT[--format]}'"
    runs+=(--format "${OPT[--format]}")
fi
find_python
"$PYTHON" -s reports/report.py "${runs[@]}"
