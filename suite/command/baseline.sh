# baseline - reports that are kept, to be compared with
#
# usage: ./run.sh baseline save NAME [RUN]
#        ./run.sh baseline list
#        ./run.sh baseline rm NAME
#
# save keeps the report of RUN (the last) as reports/baseline/NAME, without its raw
# samples; `./run.sh compare NAME latest` compares.  NAME: letters, digits, _ . -
#
# exit: 0 ok, 2 usage: no such run, no such baseline, or one of that name already
#
# options:
# shellcheck shell=bash

kept=reports/baseline
action=${OPERANDS[0]:-list} name=${OPERANDS[1]:-}

baseline_names() { compgen -G "$kept/*/report.json" | sed "s,^$kept/,,; s,/report.json$,,"; }

case $action:${#OPERANDS[@]} in
save:[23] | rm:2)
    [[ $name =~ ^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$ ]] ||
        usage "'$name' is no name for a baseline (letters, digits, _ . -)"
    ;;
list:[01]) ;;
*) usage "baseline takes: save NAME [RUN], list, rm NAME" ;;
esac

case $action in
save)
    run=$(run_of "${OPERANDS[2]:-$PWD/reports/out/latest}") && [ -e "$run/report.json" ] ||
        usage "no report in '${OPERANDS[2]:-reports/out/latest}'"
    [ ! -e "$kept/$name" ] || usage "$kept/$name exists already (./run.sh baseline rm $name)"
    find_python
    "$PYTHON" -s reports/keep.py save "$run/report.json" "$kept/$name/report.json" || exit
    echo "$kept/$name/report.json"
    ;;
rm)
    [ -e "$kept/$name/report.json" ] ||
        usage "no baseline '$name'$(baseline_names | did_you_mean "$name")"
    rm -r -- "${kept:?}/$name"
    ;;
list)
    find_python
    mapfile -t names < <(baseline_names)
    [ ${#names[@]} -gt 0 ] || { note "no baseline is kept (./run.sh baseline save NAME)" && exit 0; }
    "$PYTHON" -s reports/keep.py list "${names[@]/#/$kept/}"
    ;;
esac
