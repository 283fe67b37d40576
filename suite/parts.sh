# parts.sh - the parts of `run.sh test`: each counts what held and what did not.
# shellcheck shell=bash

PASSED=0 BROKEN=0

# count WHAT GOOD BAD
count() {
    PASSED=$((PASSED + $2)) BROKEN=$((BROKEN + $3))
    printf '%-12s %s passed, %s failed\n' "$1" "$2" "$3"
}

# closing WHAT COMMAND...: a program whose last line is `... N passed, N failed`
closing() {
    local log=$B/log/$1 good bad

    "${@:2}" >"$log" 2>&1
    read -r good bad < <(sed -nE 's/^.*\b([0-9]+) passed, ([0-9]+) failed.*/\1 \2/p' "$log" | tail -n 1)
    [ "${good:-}" ] && [ "$bad" = 0 ] || cat "$log"
    count "$1" "${good:-0}" "${bad:-1}"
}

# --------------------------------------------------------- reports, runner, lint
part_reports() {
    local log=$B/log/unittest all broken

    [ -d reports/test ] || return 0
    "$PYTHON" -s -m unittest discover -s reports/test >"$log" 2>&1 || cat "$log"
    all=$(sed -n 's/^Ran \([0-9]*\) test.*/\1/p' "$log")
    broken=$(grep -cE '^(FAIL|ERROR):' "$log")
    [ "${all:-0}" != 0 ] || broken=1 all=1
    count reports "$((all - broken))" "$broken"
}

part_runner() { closing runner suite/runner/test/run; }
part_lint() { closing lint suite/lint.sh; }

# the method tried on itself: needs gort, and pthread as what cannot be counted
part_selftest() {
    [[ " ${NAMES[*]} " == *" gort "* && " ${NAMES[*]} " == *" pthread "* ]] || return 0
    closing selftest suite/selftest/run
}

# what is not C speaks the protocol, and does what the benchmarks in C do
part_external() {
    local i name

    for i in "${LIVE[@]}"; do
        external "${FOLDERS[i]}" || continue
        closing "${NAMES[i]}" "$PYTHON" -s suite/external.py "$B/subject/${NAMES[i]}" \
            "$B/subject/$(first_in_c)"
    done
    for name in "${!LEFT_OUT[@]}"; do
        printf '%-12s skipped: %s\n' "$name" "$(how_to_get "runtimes/$name")"
    done
}

# each decision taken back: what the variant still claims must hold
part_variants() {
    local i run

    for i in "${LIVE[@]}"; do
        [ -d "${FOLDERS[i]}/variants" ] || continue
        run=$B/variants/${NAMES[i]}
        rm -rf -- "$run"
        FROM=$PWD ./run.sh check -r "${SPECS[i]}@*" --procs 1,2 -o "$run" >"$B/log/variants" 2>&1 ||
            cat "$B/log/variants"
        tally variants check "$run"
    done
}

# the runtimes, as -r takes them, that BUILD is for: one that brings words for a
# tool (its sanitize.h) needs a runtime that speaks them
with_build() {
    local i

    for i in "${LIVE[@]}"; do
        in_c "${FOLDERS[i]}" || continue
        [ ! -e "suite/builds/$1/sanitize.h" ] ||
            grep -qs '<sanitize.h>' "${FOLDERS[i]}"/*.[ch] || continue
        echo "${SPECS[i]}+$1"
    done
}

# each build that finds bugs: those that are planted, then a short form of all checks
part_builds() {
    local build subjects run

    for build in $(names_in suite/builds); do
        subjects=$(with_build "$build" | paste -s -d ' ')
        [ "$subjects" ] || continue
        if ! make -s RT="$subjects" "$B/probe+$build" >"$B/log/probe+$build" 2>&1; then
            printf '%-12s skipped: %s (./run.sh setup --dev)\n' "$build" \
                "$(grep -m 1 . "$B/log/probe+$build" | cut -c 1-100)"
            continue
        fi
        find_planted "$build" "$subjects"
        run=$B/builds/$build
        rm -rf -- "$run"
        FROM=$PWD ./run.sh check -r "${subjects// /,}" --procs "$(short_form "$build")" \
            -o "$run" >"$B/log/build" 2>&1 || cat "$B/log/build"
        tally "$build" check "$run"
    done
}

# a tool sees what two Ps do to each other; a hurry of more than there are CPUs,
# only who waits for them
short_form() { if [ -e "suite/builds/$1/sanitize.h" ]; then echo 2; else echo 2,4; fi; }

# find_planted BUILD SUBJECTS
find_planted() {
    [ -d "suite/builds/test/$1" ] || return 0
    make -s -j "$(jobs_here)" RT="$2" planted >"$B/log/planted" 2>&1 || cat "$B/log/planted"
    # shellcheck disable=SC2086,SC2046 # names, without spaces
    closing "planted" suite/builds/test/run $(basename -a $2)
}

# gdb unwinds from each instruction of gort's assembly, of which save_fpenv has
# some more; nothing to ask without gdb
part_cfi() {
    local one

    [[ " ${NAMES[*]} " == *" gort "* ]] && present gdb || return 0
    for one in gort gort@save_fpenv; do
        make RT=$one "$B/subject/$one" >"$B/log/make" 2>&1 || cat "$B/log/make"
        closing cfi gdb -q -batch -x suite/cfi.py "$B/subject/$one"
    done
}

# the protocols of gort in all their states; nothing to ask without spin
part_model() {
    [[ " ${NAMES[*]} " == *" gort "* ]] && present spin || return 0
    closing model suite/model/run
}

# ------------------------------------------------------------ checks, benchmarks
# tally WHAT KIND RUN
tally() {
    local good bad

    read -r good bad < <("$PYTHON" -s suite/tally.py "$3" "$2")
    count "$1" "${good:-0}" "${bad:-1}"
}

part_check() {
    measure check
    tally checks check "$RUN"
}

# one block of each, to see that it does its work: no figure for anybody
part_bench() {
    local log=$B/log/bench

    # shellcheck disable=SC2034 # read by runner_args
    OPT[--rounds]=1 OPT[--batches]=1
    measure bench >"$log" || cat "$log"
    tally benchmarks bench "$RUN"
    unset 'OPT[--rounds]' 'OPT[--batches]'
}

# ---------------------------------------------------------------------- examples
# what may differ from runtime to runtime: the name and place of goexit
same_for_all() {
    sed -E 's/file = .*, func = (.*goexit|\.\.\.)$/in goexit/; s/line = [0-9]+/line = N/'
}

# the output that the head of a demo shows
promised() { sed -n '/^ \*\//q; s/^ \* \{6\}//p' "suite/examples/$1.c"; }

part_examples() {
    local demo i name good=0 bad=0

    for demo in demo1 demo2 demo3; do
        for i in "${!NAMES[@]}"; do
            in_c "${FOLDERS[i]}" || continue
            name=${NAMES[i]}
            if diff <(promised "$demo" | same_for_all) \
                <(timeout 10 "$B/examples/$name/$demo" 2>&1 | same_for_all); then
                good=$((good + 1))
            else
                bad=$((bad + 1))
                echo "$demo on $name: < its head, > its output"
            fi
        done
    done
    count examples "$good" "$bad"
}

# ----------------------------------------------------------------------- the toy
# block FILE MARK: the fenced block of a Markdown file whose first line holds MARK
block() {
    awk -v mark="$2" '/^```/ { if (on) exit; fence = !fence; next }
        fence && !seen { seen = 1; on = index($0, mark) > 0 }
        on { print }
        !fence { seen = 0 }' "$1"
}

part_toy() {
    local toy=$B/toy

    rm -rf -- "$toy"
    mkdir -p "$toy/sh"
    block runtimes/README.md 'toy.c' >"$toy/toy.c"
    block runtimes/README.md '# expect' >"$toy/expect"
    [ -s "$toy/expect" ] || rm "$toy/expect"
    FROM=$PWD "./run.sh" check -r "$toy" --procs 1 -o "$toy/run" >"$toy/log" 2>&1 || cat "$toy/log"
    tally toy check "$toy/run"
    block runtimes/README.md '# subject.mk' >"$toy/sh/subject.mk"
    block runtimes/README.md '#!/bin/sh' >"$toy/sh/subject.sh"
    FROM=$PWD "./run.sh" bench -r "$toy/sh" spawn_one --rounds 1 -o "$toy/sh/run" \
        >"$toy/sh/log" 2>&1 || cat "$toy/sh/log"
    tally 'toy, not C' bench "$toy/sh/run"
}
