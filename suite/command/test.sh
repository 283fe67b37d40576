# test - everything that can be wrong with this tree, counted
#
# usage: ./run.sh test [-r RUNTIMES]
#
# Builds all, then: unit tests of the reports, tests of the runner and of this
# door, the method tried on itself (suite/selftest), lint, the outputs of the examples, the toys of runtimes/README.md, gdb's
# backtrace at every instruction of gort's assembly (where gdb is), the models of
# its protocols in all their states (where spin is), what a runtime that is not C
# says and does (where it can be built), every check on every runtime in C at 1, 2
# and 16 Ps, and on the variants of each at 1 and 2, a short form of the builds that
# find bugs, with the bugs planted for them (where their compiler is), one block of
# every benchmark.  The last line is `N passed, N failed`.
#
# options: -r --seed
# shellcheck shell=bash

no_operands test
choose_runtimes
first_in_c >/dev/null || usage "test needs a runtime in C: -r gort,${OPT[-r]}"
set_up needed better
find_python
. suite/parts.sh
. suite/door.sh
build_subjects all
for part in reports runner selftest lint door examples toy external cfi model check variants builds bench; do
    progress "test     $part"
    "part_$part"
done
echo "$PASSED passed, $BROKEN failed"
[ "$BROKEN" = 0 ] || exit 1
