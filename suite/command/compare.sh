# compare - B beside A: two runtimes, two revisions, two reports
#
# usage: ./run.sh compare A B [--threshold PERCENT] [-r RUNTIMES] [PATTERN...]
#
# A and B are
#   runtimes   gort gort@no_runnext, or folders: measured in turns in one run
#   revisions  HEAD~3 HEAD: both built in worktrees, measured in turns in one run,
#              the runtimes of -r (gort)
#   reports    a run's directory, its report.json, `latest`, or the name of a
#              baseline: nothing is measured, and what two times differ by is in it;
#              refused, with what differs, when machine, kernel, compiler, flags or
#              suite do
#
# exit: 0 ok, 2 usage, 3 does not build or a control failed, 4 B is slower than A by
#       more than PERCENT (5) in some benchmark, 6 the reports are not comparable
#
# options: -r --threshold --quick --full --seed --rounds --batches -o
# shellcheck shell=bash

# what A or B is: runtime, report, revision, or nothing known
kind_of() {
    local folder

    [ "$(report_named "$1")" ] && echo report && return
    folder=$(plain "$1")
    { in_c "runtimes/$folder" || external "runtimes/$folder"; } && [[ $1 != */* ]] && echo runtime && return
    [[ $1 == */* ]] && [ -d "$(from_here "${1%%[@+]*}")" ] && echo runtime && return
    git rev-parse -q --verify "$1^{commit}" >/dev/null 2>&1 && echo revision
}

# report_named NAME: the path of a report, or nothing
report_named() {
    local path

    case $1 in latest) path=reports/out/latest ;; *) path=$(from_here "$1") ;; esac
    if [ -e "$path/report.json" ] || [ -e "$path/run.json" ] || [[ -f $path && $path == *.json ]]; then
        echo "$path"
    elif [ -e "reports/baseline/$1/report.json" ]; then
        echo "reports/baseline/$1"
    fi
}

compare_runtimes() {
    # shellcheck disable=SC2154 # the name of an option, no variable
    OPT[-r]=$A,$B_
    choose_runtimes
    only_plain compare
    [ ${#NAMES[@]} = 2 ] || usage "compare takes two runtimes: $A and $B_ are ${#NAMES[@]}"
    BASELINE=${NAMES[0]}
    measure bench
}

# at_revision REVISION: the runtimes of -r built from it, added to REVISIONS
at_revision() {
    local sha tree name

    sha=$(git rev-parse --short=10 "$1^{commit}") && tree=$PWD/$B/tree/$sha
    progress "build    $1 ($sha)"
    rm -rf -- "$tree"
    mkdir -p "$(dirname "$tree")"
    git worktree prune
    git worktree add -q --detach "$tree" "$sha" >&2 || die 3 "no worktree for $1"
    for name in "${NAMES[@]}"; do
        if make -C "$tree" -j "$(jobs_here)" RT="$name" B="$tree.build" \
            "$tree.build/subject/$name" >"$B/log/revision" 2>&1; then
            REVISIONS+=("$name:$sha=$tree.build/subject/$name")
        else
            show_errors "$B/log/revision" "$name of $1 does not build"
            git worktree remove --force "$tree"
            exit 3
        fi
    done
    git worktree remove --force "$tree"
}

compare_revisions() {
    REVISIONS=()
    OPT[-r]=${OPT[-r]:-gort}
    choose_runtimes
    only_plain compare
    [ "$(git rev-parse "$A^{commit}")" != "$(git rev-parse "$B_^{commit}")" ] ||
        usage "$A and $B_ are one revision"
    [ ${#NAMES[@]} = 1 ] || usage "compare takes one runtime at two revisions: -r gort"
    mkdir -p "$B/log"
    at_revision "$A"
    at_revision "$B_"
    # shellcheck disable=SC2034 # read by runner_args
    BASELINE=${REVISIONS[0]%%=*}
    measure bench
}

[ ${#OPERANDS[@]} -ge 2 ] || usage "compare takes A and B (./run.sh compare -h)"
A=${OPERANDS[0]} B_=${OPERANDS[1]}
OPERANDS=("${OPERANDS[@]:2}")
[[ ${OPT[--threshold]:-5} =~ ^[0-9]{1,2}(\.[0-9]+)?$ ]] || usage "--threshold is per cent, not '${OPT[--threshold]}'"
how_long compare
for one in "$A" "$B_"; do
    [ "$(kind_of "$one")" ] || usage "'$one' is no runtime, no revision and no report$(
        tree_runtimes | did_you_mean "$one")"
done
[ "$(kind_of "$A")" = "$(kind_of "$B_")" ] ||
    usage "'$A' is a $(kind_of "$A"), '$B_' a $(kind_of "$B_"): compare takes two of a kind"
THRESHOLD=${OPT[--threshold]:-5}
case $(kind_of "$A") in
report)
    [ ${#OPERANDS[@]} = 0 ] || usage "two reports are compared whole: no pattern"
    find_python
    "$PYTHON" -s reports/versus.py "$(report_named "$A")" "$(report_named "$B_")" --threshold "$THRESHOLD"
    ;;
runtime)
    check_patterns bench
    set_up needed
    compare_runtimes
    ;;
revision)
    check_patterns bench
    set_up needed
    compare_revisions
    ;;
esac
