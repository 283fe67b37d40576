# asm - what the compiler made of spawn, goexit, switch, beside the stack
#
# usage: ./run.sh asm spawn|goexit|switch [-r RUNTIME]
#
# The listing of the built program with its source in between (lines that begin
# with |), under the picture of the stack from the runtime's own folder.
#
#   spawn    `go f(x)` in demo1: what loads fn and arg; then rt_spawn itself
#   goexit   the code under every fn, and where it goes
#   switch   from one G to another
#
# options: -r
# shellcheck shell=bash

heading() { printf '\n== %s\n\n' "$*"; }

# from `DOC: stack` to `DOC: end`, without the comment's own signs
picture() {
    local file

    file=$(grep -rl 'DOC: stack' "$folder" | sort | head -n 1)
    [ "$file" ] || { echo "(no picture: no 'DOC: stack' in $folder)" && return; }
    heading "the stack ($file)"
    sed -n '/DOC: stack/,/DOC: end/{/DOC:/d; s/^ \* \{0,1\}//; p}' "$file"
}

# listing PROGRAM OPTION...: the code objdump is asked for, without its headings
listing() {
    local program=$1

    objdump -d --no-show-raw-insn --source-comment='| ' "${@:2}" "$program" |
        sed '1,/^Disassembly of section/d; /^Disassembly of section/d' |
        sed '/./,$!d' | cat -s
}

symbols() { nm --defined-only "$1" | awk '$2 ~ /[tT]/ { print $3 }'; }

# call sites of rt_spawn in the demo's own functions: eight lines up to the call
call_sites() {
    local function

    for function in $(symbols "$B/obj/suite/examples/demo1.o"); do
        objdump -d --no-show-raw-insn --disassemble="$function" "$demo" |
            grep -B 4 'call.*<rt_spawn' | sed "1i <$function>:"
    done
}

show_spawn() {
    heading "go f(x) in suite/examples/demo1.c ($demo): fn to rdi, arg to rsi"
    call_sites
    heading "rt_spawn ($subject)"
    listing "$subject" --disassemble=rt_spawn
}

show_goexit() {
    heading "section rt_goexit, the caller of every fn ($subject)"
    listing "$subject" -j rt_goexit
    heading "go_exit: what is deferred, then rt_exit"
    listing "$subject" --disassemble=go_exit
}

# a runtime without a routine of its own that switches: what it calls to
show_switch() {
    local function found=

    for function in $(symbols "$subject" | grep -E '_(switch|mcall|gogo)' | sort -r); do
        heading "$function ($subject)"
        listing "$subject" --disassemble="$function"
        found=1
    done
    [ "$found" ] && return
    heading "rt_yield ($subject)"
    listing "$subject" --disassemble=rt_yield
}

[ ${#OPERANDS[@]} = 1 ] || usage "asm takes one of: spawn, goexit, switch"
what=${OPERANDS[0]}
[[ $what =~ ^(spawn|goexit|switch)$ ]] ||
    usage "no listing '$what'$(printf '%s\n' spawn goexit switch | did_you_mean "$what")"
[ "${OPT[-r]:-}" ] || OPT[-r]=gort
choose_runtimes listing
[ ${#NAMES[@]} = 1 ] || usage "asm takes one runtime"
OPERANDS=()
set_up needed
subject=$B/subject/${NAMES[0]} demo=$B/examples/${NAMES[0]}/demo1 folder=${FOLDERS[0]}
build "$subject" "$demo"
[ ${#FAILED[@]} = 0 ] || exit 3
echo "asm $what: ${NAMES[0]}"
picture
"show_$what"
