# flow.sh - build, measure, report: DESIGN.md's flow, one function a step.
# shellcheck shell=bash

export B=${B:-build}

# ---------------------------------------------------------------------- build
# FAILED: runtimes that do not build; LIVE: indices of those that do
FAILED=() LIVE=()

jobs_here() { nproc 2>/dev/null || echo 1; }
make_here() { make -k -j "$(jobs_here)" RT="${SPECS[*]}" "$@"; }

# build TARGET...: of the chosen runtimes and the rest; says what does not build
build() {
    local log=$B/log/make i

    FAILED=() LIVE=()
    mkdir -p "$B/log" || die 3 "cannot write to $B/"
    progress "build    ${NAMES[*]}"
    if [ "${OPT[-v]:-}" ]; then
        make_here "$@" 2>&1 | tee "$log" >&2
    else
        make_here "$@" >"$log" 2>&1
    fi || sort_out_failures
    for i in "${!NAMES[@]}"; do
        [[ " ${FAILED[*]} " == *" ${NAMES[i]} "* ]] || LIVE+=("$i")
    done
}

# which runtime was it?  Each once more, by itself, with a log of its own
sort_out_failures() {
    local i log

    for i in "${!NAMES[@]}"; do
        log=$B/log/${NAMES[i]}
        make RT="${SPECS[i]}" "$B/subject/${NAMES[i]}" >"$log" 2>&1 && continue
        show_errors "$log" "runtime ${NAMES[i]} does not build" ||
            FAILED+=("${NAMES[i]}")
    done
}

# the runner and the subjects of the chosen runtimes
build_subjects() {
    build "$B/runner" "${NAMES[@]/#/$B/subject/}" "$@"
    make "$B/runner" >"$B/log/runner" 2>&1 ||
        show_errors "$B/log/runner" "the runner does not build" || exit 3
}

# show_errors LOG HEAD: the first of what the compiler said; false
show_errors() {
    note "run.sh: $2 ($1):"
    grep -m 5 -E 'error|\.go:[0-9]+:|undefined reference|multiple definition|\*\*\*' "$1" |
        cut -c 1-300 | sed 's/^/  /' >&2
    return 1
}

# -------------------------------------------------------------------- patterns
# every id there is: checks and benchmarks are files, whole programs are demos
ids() {
    grep -lE '^(CHECK|BENCH)\(' suite/check/*/*.c suite/bench/*.c suite/limit/*.c 2>/dev/null |
        sed -E 's,^suite/((check|bench)/)?,,; s,\.c$,,'
    whole_programs | sed 's/ .*//'
}

# checks alone have an area before a slash; whole programs are neither
ids_of() {
    case $1 in
    check) ids | grep / | grep -Ev '^(limit|whole)/' ;;
    bench | count) ids | grep -E '^limit/|^[^/]*$' ;;
    *) ids ;;
    esac
}

# rows_of_spec: the clauses of SPEC.md, and what has none
# shellcheck disable=SC2016 # Markdown's backticks
rows_of_spec() { sed -nE 's/^\| `([a-z-]+\.[a-z0-9-]+)` \|.*/\1/p' suite/SPEC.md; }

# check_patterns KINDS: a pattern that names nothing, or nothing of the one kind
# (check, bench) that is run, is a mistake, found before anything is built
check_patterns() {
    local pattern id
    local -A what=([check]=check [bench]=benchmark [count]=benchmark)
    local -a all

    mapfile -t all < <(ids_of "$1")
    for pattern in "${OPERANDS[@]}"; do
        for id in "${all[@]}"; do
            # shellcheck disable=SC2053 # a glob on purpose
            [[ $id == ${pattern#!} ]] && continue 2
        done
        usage "pattern '$pattern' matches no ${what[$1]:-check or benchmark}$(ids_of "$1" | did_you_mean "$pattern")"
    done
}

# --------------------------------------------------------------------- measure
# id, and the program with its arguments: cost from start to exit
whole_programs() {
    cat <<'END'
whole/demo1 demo1
whole/skynet_10000 skynet 10000
END
}

# how_long COMMAND: the rounds that --quick and --full stand for
how_long() {
    [ -z "${OPT[--quick]:-}" ] || [ -z "${OPT[--full]:-}" ] ||
        usage "$1 takes --quick or --full, not both"
    [ -z "${OPT[--quick]:-}" ] || OPT[--rounds]=${OPT[--rounds]:-6}
    [ -z "${OPT[--full]:-}" ] || OPT[--rounds]=${OPT[--rounds]:-40}
}

# RUN: the directory of this run, new and writable
open_run() {
    RT_RUN_ID=$(date -u +%Y%m%dT%H%M%SZ)-$(od -An -N2 -tx1 /dev/urandom | tr -d ' ')
    export RT_RUN_ID
    RUN=reports/out/$RT_RUN_ID
    [ -z "${OPT[-o]:-}" ] || RUN=$(from_here "${OPT[-o]}")
    [ ! -e "$RUN/run.json" ] || usage "$RUN holds a run already: choose another directory"
    mkdir -p "$RUN" 2>/dev/null && [ -w "$RUN" ] || die 3 "cannot write to $RUN"
    [ "${OPT[-o]:-}" ] || ln -sfn "$RT_RUN_ID" reports/out/latest
}

# ARGS: how the runner is called for what was asked
runner_args() {
    local option i

    ARGS=()
    for option in --procs --seed --repeat --rounds --batches; do
        [ -z "${OPT[$option]:-}" ] || ARGS+=("$option" "${OPT[$option]}")
    done
    for option in --shuffle --full -v; do
        [ -z "${OPT[$option]:-}" ] || ARGS+=("$option")
    done
    [ -z "${BASELINE:-}" ] || ARGS+=(--baseline "$BASELINE")
    [ -z "${THRESHOLD:-}" ] || ARGS+=(--threshold "$THRESHOLD")
    [ -z "${COUNT_STEPS:-}" ] || ARGS+=(--steps "$COUNT_STEPS")
    for i in "${OPERANDS[@]}"; do ARGS+=(--match "$i"); done
    for i in "${FAILED[@]}"; do ARGS+=(--failed-build "$i=$B/log/$i"); done
    for i in "${LIVE[@]}"; do
        [ "${SPECS[i]}" = "${NAMES[i]}" ] || ARGS+=(--folder "${NAMES[i]}=${SPECS[i]}")
        [ ! -e "${FOLDERS[i]}/expect" ] || ARGS+=(--expect "${NAMES[i]}=${FOLDERS[i]}/expect")
    done
}

# whole programs of each runtime, for hyperfine
whole_args() {
    local id program i

    command -v hyperfine >/dev/null || return 0
    while read -r id program; do
        for i in "${LIVE[@]}"; do
            [ -x "$B/examples/${NAMES[i]}/${program%% *}" ] &&
                ARGS+=(--whole "$id:${NAMES[i]}=$B/examples/${NAMES[i]}/$program")
        done
    done < <(whole_programs)
}

# subjects KIND: the programs to run; `limit` stands beside every benchmark
subjects() {
    local i

    if [ "${REVISIONS[*]:-}" ]; then
        ARGS+=("${REVISIONS[@]}")
    else
        for i in "${LIVE[@]}"; do ARGS+=("$B/subject/${NAMES[i]}"); done
    fi
    [ "$1" = check ] || [ ! -x "$B/subject/limit" ] || ARGS+=("$B/subject/limit")
}

# attend COMMAND...: run it, hand it our signals; its status, or 128 + signal
attend() {
    local status signal=0 child

    set -m
    "$@" </dev/null &
    child=$!
    set +m
    trap 'signal=2; kill -INT "$child" 2>/dev/null' INT
    trap 'signal=15; kill -TERM "$child" 2>/dev/null' TERM
    trap 'signal=1; kill -TERM "$child" 2>/dev/null' HUP
    while :; do
        wait "$child"
        status=$?
        kill -0 "$child" 2>/dev/null || break
    done
    trap - INT TERM HUP
    [ "$signal" = 0 ] || status=$((128 + signal))
    return "$status"
}

# measure KINDS: from the tree to a report; the status is the run's
measure() {
    local kinds=$1 status
    local -a ARGS

    if [ "$kinds" = check ]; then choose_runtimes checks; else choose_runtimes; fi
    check_patterns "$kinds"
    open_run
    if [ "$kinds" = check ]; then build_subjects; else build_subjects all; fi
    runner_args
    [[ $kinds != *whole* ]] || whole_args
    subjects "$kinds"
    attend "$B/runner" --only "$kinds" --out "$RUN" "${ARGS[@]}"
    status=$?
    conclude "$status"
}

# --------------------------------------------------------------------- reports
# run_of RUN: its directory, as it stands seen from here
run_of() {
    local run

    run=$(from_here "$1")
    [ -d "$run" ] || run=$(dirname "$run")
    [ -e "$run/run.json" ] || return 1
    echo "$run"
}

# conclude STATUS: the report of RUN, also of half a run
conclude() {
    local status=$1 judged=0

    [ -e "$RUN/run.json" ] || return "$status"
    find_python
    "$PYTHON" -s reports/report.py "$RUN"
    judged=$?
    [ "$status" -gt 3 ] && return "$status"
    [ "$judged" != 0 ] && return "$judged"
    [ ${#FAILED[@]} = 0 ] || return 3
    return "$status"
}
