# door.sh - tests of run.sh itself: bad input, its words, its exit status.
# shellcheck shell=bash

DOOR_GOOD=0 DOOR_BAD=0

# says STATUS TEXT ARGUMENT...: run.sh ends with STATUS, and TEXT is in its output
says() {
    local status out

    out=$(./run.sh "${@:3}" 2>&1 </dev/null)
    status=$?
    if [ "$status" = "$1" ] && [[ $out == *"$2"* ]]; then
        DOOR_GOOD=$((DOOR_GOOD + 1))
        return
    fi
    DOOR_BAD=$((DOOR_BAD + 1))
    printf 'run.sh %s: status %s, wanted %s and "%s":\n%s\n' \
        "${*:3}" "$status" "$1" "$2" "$(tail -n 15 <<<"$out")"
}

# so CLAIM COMMAND...: whose status says whether it holds
so() {
    "${@:2}" && DOOR_GOOD=$((DOOR_GOOD + 1)) && return
    DOOR_BAD=$((DOOR_BAD + 1))
    echo "not so: $1"
}

# holds TEXT PART
holds() { [[ $1 == *"$2"* ]]; }
holds_not() { ! holds "$@"; }

wrong_words() {
    says 2 "nearest: check" chek
    says 2 "nearest: --procs" check --porcs 1
    says 2 "nearest: gort" check -r gorp
    says 2 "nearest: no_runnext" check -r gort@no_runnxt
    says 2 "no variant 'x' of pthread" check -r pthread@x
    says 2 "no build 'x'" check -r gort+x
    says 2 "never measured, never compared" bench -r gort+hostile
    says 2 "never measured, never compared" count -r gort+asan
    says 2 "never measured, never compared" compare HEAD~1 HEAD -r gort+asan
    says 2 "not both" compare gort ucontext --quick --full
    says 2 "never measured, never compared" all --quick -r ucontext,gort+asan
    says 2 "matches no check" check 'no/such_*'
    says 2 "matches no check;" check spawn_one
    says 2 "matches no benchmark" bench 'start/*'
    says 2 "from 1 to 64" check --procs 65
    says 2 "is a number" check --seed x
    says 2 "needs a value" check -r
    says 2 "does not take --quick" check --quick
    says 2 "not both" all --quick --full
    says 2 "no C file and no subject.mk" check -r ./suite
    says 2 "no run in" report no/such/run
    says 2 "no listing" asm spwan
    says 2 "a small letter" new-runtime Bad-Name
    says 2 "exists already" new-runtime gort
    says 2 "takes no 'x'" clean x
    says 2 "matches no check or benchmark; nearest: " explain queue.tick62
    says 0 "queue.tick61 (impl)" explain queue.tick61
    says 0 "panic-recover.direct-only (must)" explain panic-recover.direct-only
    says 0 "There are no maps" explain fatal.concurrent-map
    says 0 " 0 without a check" list --coverage -r "$(first_in_c)"
    says 2 "is no runtime, no revision and no report" compare gort no_such_thing
    says 2 "compare takes two of a kind" compare gort HEAD
    says 2 "are one revision" compare HEAD HEAD
    says 2 "--threshold is per cent" compare gort ucontext --threshold x
    says 2 "has no variants" ablate ucontext
    says 2 "without a variant" ablate gort@via_g0
    says 2 "no baseline 'x'" baseline rm x
    says 2 "is no name for a baseline" baseline save ../x
    says 2 "baseline takes" baseline keep x
    says 2 "matches no benchmark" count 'start/*'
    says 0 "usage: ./run.sh check" check -h
    says 0 "usage: ./run.sh COMMAND" help
}

wrong_places() {
    says 3 "cannot write to" check -r "$(first_in_c)" -o /proc/here
    says 2 "holds a run already" check -r "$(first_in_c)" -o "$B/door/held"
}

# a folder that does not compile: said, and the others are reported all the same
broken_runtime() {
    mkdir -p "$B/door/broken"
    echo 'int rt_run(void) { return nothing_of_the_kind; }' >"$B/door/broken/broken.c"
    says 3 "runtime broken does not build" check -r "$(first_in_c),$B/door/broken" \
        --procs 1 -o "$B/door/beside" "$(ids | head -n 1)"
    says 3 "nothing_of_the_kind" check -r "$B/door/broken" --procs 1 -o "$B/door/alone"
    so "the others are reported" [ -e "$B/door/beside/report.json" ]
}

# what new-runtime writes builds, and is red: it fails, and does not crash
red_template() {
    local name=zz_template_$$

    says 0 "next" new-runtime "$name"
    mv "runtimes/$name" "$B/door/"
    says 1 "rt_run refuses 1 Ps" check -r "$B/door/$name" --procs 1 -o "$B/door/red" 'start/*'
}

# what compare and baseline end with, on one measured run
compared() {
    local first name=zz_baseline_$$ run=$B/door/measured

    first=$(first_in_c)
    says 0 "RESTS ON" bench -r "$first" spawn_one --rounds 16 -o "$run"
    says 0 "reports/baseline/$name" baseline save "$name" "$run"
    says 2 "exists already" baseline save "$name" "$run"
    says 0 "$name" baseline list
    says 0 "exit 0" compare "$name" "$run"
    says 0 "Benchmarkspawn_one/runtime=$first-1" report --format go "$run"
    says 2 "--format is go" report --format xml "$run"
    sed -E 's/"kernel":"[^"]*"/"kernel":"another"/' "$run/report.json" >"$B/door/other.json"
    says 6 "host.kernel" compare "$run" "$B/door/other.json"
    sed -E 's/"ci95":\[[^]]*\],"rounds":/"ci95":[0.001,0.002],"rounds":/g' "$run/report.json" >"$B/door/fast.json"
    says 4 "dearer by more than 5 %" compare "$B/door/fast.json" "$run"
    says 0 "" baseline rm "$name"
    so "a baseline that is removed is gone" [ ! -e "reports/baseline/$name" ]
}

# not_in_c NAME TOOL: a folder with a runtime that TOOL builds
not_in_c() {
    mkdir -p "$B/door/$1"
    printf '%s\n' "tool_$1 := $2" "package_$1 := no-such-package" \
        "\$(B)/subject/$1:" "	\$(call need,$1)" >"$B/door/$1/subject.mk"
}

# what needs C says so
no_checks() {
    not_in_c other sh
    says 2 "other has no checks" check -r "$B/door/other"
    says 2 "other has no listing" asm spawn -r "$B/door/other"
    says 2 "test needs a runtime in C" test -r "$B/door/other"
}

# its tool is not here: an error for who names it, left out elsewhere
absent_tool() {
    local name=zz_absent_$$

    not_in_c "$name" no-such-tool
    says 3 "no-such-tool is not installed (apt-get install no-such-package)" \
        bench -r "$B/door/$name"
    so "make says how to get it" holds \
        "$(make RT="$B/door/$name" "$B/subject/$name" 2>&1)" "install no-such-package"
    mv "$B/door/$name" runtimes/
    says 0 "$name is left out" list
    so "make leaves out what it cannot build" holds_not "$(make -n 2>&1)" "$name"
    mv "runtimes/$name" "$B/door/"
}

part_door() {
    rm -rf -- "$B/door"
    mkdir -p "$B/door/held"
    echo '{}' >"$B/door/held/run.json"
    wrong_words
    wrong_places
    broken_runtime
    red_template
    no_checks
    absent_tool
    compared
    count door "$DOOR_GOOD" "$DOOR_BAD"
}
