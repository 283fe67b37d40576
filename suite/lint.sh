#!/usr/bin/env bash
# lint.sh - what a machine can say about the tree: form, links, lengths.
#
# usage: suite/lint.sh
#
# A rule is a function rule_NAME: it prints what breaks it, nothing when all is
# well, and `skip: WHY` when it cannot look.  Warnings break nothing.
# The last line is `lint: N passed, N failed`; status 1 when a rule is broken.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 3

sources() { find runtimes suite reports/*.py reports/test run.sh .ci Makefile \
    -type f "$@" -not -path '*/__pycache__/*' 2>/dev/null | sort; }
c_files() { sources '(' -name '*.c' -o -name '*.h' ')'; }
shell_files() { sources '(' -name '*.sh' -o -path '.ci/run' ')'; }

# ---------------------------------------------------------------------- rules
rule_format() {
    command -v clang-format >/dev/null || { echo "skip: no clang-format" && return; }
    c_files | xargs -r clang-format --dry-run -Werror 2>&1 |
        sed -n 's/^\([^:]*\):[0-9]*:[0-9]*: error:.*/\1/p' | uniq -c |
        awk '{ print $2 ": " $1 " places that make fmt would change" }'
}

rule_go_format() {
    command -v gofmt >/dev/null || { echo "skip: no gofmt" && return; }
    sources -name '*.go' | xargs -r gofmt -l | sed 's/$/: make fmt would change it/'
}

rule_go_vet() {
    command -v go >/dev/null || { echo "skip: no go" && return; }
    make -s vet_go 2>&1
}

rule_shell() {
    command -v shellcheck >/dev/null || { echo "skip: no shellcheck" && return; }
    # SC2015: `a && b || c` where b cannot fail, or its failing means c
    shell_files | xargs -r shellcheck -x -e SC2015 -f gcc
}

rule_python() {
    command -v python3 >/dev/null || { echo "skip: no python3" && return; }
    sources -name '*.py' | xargs -r python3 -c 'import ast, sys
for name in sys.argv[1:]:
    try:
        ast.parse(open(name, encoding="utf-8").read(), name)
    except SyntaxError as e:
        print(e)'
}

# clauses named by checks, clauses that suite/SPEC.md holds (`later`, `n/a` have none)
claimed() { field clause suite/check/*/*.c; }
# shellcheck disable=SC2016 # Markdown's backticks
specified() { sed -nE 's/^\| `([a-z-]+\.[a-z0-9-]+)` \| (must|should|impl) \|.*/\1/p' suite/SPEC.md | sort -u; }
# field NAME FILE...: what .NAME = "..." says in them
field() {
    cat "${@:2}" 2>/dev/null | tr -s '[:space:]' ' ' | grep -oE "\.$1 = \"[^\"]*\"" |
        cut -d '"' -f 2 | sort -u
}

rule_clauses() {
    [ -e suite/SPEC.md ] || { echo "suite/SPEC.md is missing" && return; }
    comm -23 <(claimed) <(specified) | sed 's/$/: claimed by a check, not in suite\/SPEC.md/'
    comm -13 <(claimed) <(specified) | sed 's/$/: in suite\/SPEC.md, but no check claims it/'
}

rule_one_claim_a_file() {
    compgen -G 'suite/check/*/*.c' >/dev/null || { echo 'no checks' && return; }
    grep -c '^CHECK(' suite/check/*/*.c | grep -v ':1$' | sed 's/:/: checks in it: /'
    grep -c '^BENCH(' suite/bench/*.c | grep -v ':1$' | sed 's/:/: benchmarks in it: /'
    grep -L '\.clause =' suite/check/*/*.c | sed 's/$/: names no clause/'
    grep -L '\.source =' suite/check/*/*.c | sed 's/$/: names no source/'
}

rule_limits() {
    local limit

    compgen -G 'suite/bench/*.c' >/dev/null || { echo 'no benchmarks' && return; }
    grep -LE '\.limit =|BENCH_BYTES' suite/bench/*.c | sed 's/$/: names no limit/'
    for limit in $(field limit suite/bench/*.c); do
        [ -e "suite/$limit.c" ] || echo "$limit: named as a limit, not in suite/limit"
    done
}

# misuse of runtimes/panic.h that no compiler may take: BODY, or what is wrong
rule_does_not_compile() {
    local body

    command -v "${CC:-cc}" >/dev/null || { echo "skip: no ${CC:-cc}" && return; }
    takes 'go_recoverable(); go_defer_recover(f, 0); go_panic("P");' || echo 'nothing compiles'
    while read -r body; do
        ! takes "$body" || echo "compiles: $body"
    done <<'EOF'
go_defer_recover(f, 0);
go_defer_recover(f, 0); go_recoverable();
go_recoverable(); go_recoverable();
go_recoverable(); go_defer_loop_recover(f, 0);
go_recoverable(); go_defer_recover(go_recover, 0);
go_recoverable(1);
struct { int i; } v = {0}; go_panic(v);
EOF
}
takes() {
    printf '#include "go.h"\nvoid f(void *);\nvoid g(void);\nvoid g(void)\n{\n%s\n}\n' "$1" |
        "${CC:-cc}" -std=gnu11 -Werror -Iruntimes -fsyntax-only -x c - 2>/dev/null
}

rule_paths() {
    sources -size -200k | xargs -r grep -nE '(^|[^A-Za-z0-9_.])/(home|root|work|Users)/' |
        grep -v '^suite/lint.sh:'
}

rule_unfinished() {
    sources | xargs -r grep -nwE 'TODO|FIXME|XXX|HACK' | grep -v '^suite/lint.sh:'
}

rule_white_space() {
    sources -not -name '*.md' | xargs -r grep -nE '[[:blank:]]+$' | cut -c 1-120
}

# ------------------------------------------------------------------- warnings
# a function is a brace in column 0 to a brace in column 0
long_functions() {
    sources '(' -name '*.c' -o -name '*.h' -o -name '*.go' ')' | xargs -r awk '
        FNR == 1 { start = 0 }
        /^\{/ || /^func .*\{$/ { start = FNR }
        /^\}/ { if (start && FNR - start > 60)
                printf "%s:%d: function of %d lines\n", FILENAME, start, FNR - start + 1
                start = 0 }'
}
long_files() {
    sources '(' -name '*.[chS]' -o -name '*.sh' -o -name '*.py' -o -name '*.go' ')' | xargs -r wc -l |
        awk '$1 > 250 && $2 != "total" { print $2 ": " $1 " lines" }'
}

# ------------------------------------------------------------------------ all
main() {
    local rule found passed=0 failed=0

    for rule in $(compgen -A function rule_); do
        found=$("$rule")
        case $found in
        '') passed=$((passed + 1)) ;;
        skip:*) echo "lint ${rule#rule_}: $found" ;;
        *)
            failed=$((failed + 1))
            printf 'lint %s: FAIL\n%s\n' "${rule#rule_}" "$found"
            ;;
        esac
    done
    { long_functions && long_files; } | sed 's/^/lint warning: /'
    echo "lint: $passed passed, $failed failed"
    [ "$failed" = 0 ]
}

main
