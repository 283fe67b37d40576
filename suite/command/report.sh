# report - make the report of a run again
#
# usage: ./run.sh report [-o DIR] [RUN...]
#
# RUN is the directory of a run or the run.json in it; without one, the last.
#
# options: -o
# shellcheck shell=bash

report_on() {
    local run

    run=$(from_here "$1")
    [ -d "$run" ] || run=$(dirname "$run")
    [ -e "$run/run.json" ] || usage "no run in '$1': no run.json there$(compgen -G 'reports/out/*' | did_you_mean "$1")"
    "$PYTHON" -s reports/report.py "$run" "${out[@]}"
}

out=()
[ -z "${OPT[-o]:-}" ] || out=(-o "$(from_here "${OPT[-o]}")")
[ ${#OPERANDS[@]} -le 1 ] || [ ${#out[@]} = 0 ] ||
    usage "report takes -o with one run only"
[ ${#OPERANDS[@]} -gt 0 ] || OPERANDS=("$PWD/reports/out/latest")
find_python
status=0
for run in "${OPERANDS[@]}"; do report_on "$run" || status=$?; done
exit "$status"
