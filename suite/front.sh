# front.sh - words, options and names: what every command of run.sh shares.
# shellcheck shell=bash

declare -A OPT=()
OPERANDS=()

# ------------------------------------------------------------------- speaking
# Results go to stdout, all else to stderr: progress only where somebody
# watches, notes always.
note() { printf '%s\n' "$*" >&2; }
progress() { if [ -t 2 ] || [ "${OPT[-v]:-}" ]; then note "$@"; fi; }
die() {
    local status=$1
    shift
    note "run.sh: $*"
    exit "$status"
}
usage() { die 2 "$@"; }

# ---------------------------------------------------------------------- names
# distance A B: letters to insert, drop or change
distance() {
    local a=$1 b=$2 i j best
    local -a row=() last=()

    for ((j = 0; j <= ${#b}; j++)); do last[j]=$j; done
    for ((i = 1; i <= ${#a}; i++)); do
        row=("$i")
        for ((j = 1; j <= ${#b}; j++)); do
            best=${last[j - 1]}
            [ "${a:i-1:1}" = "${b:j-1:1}" ] || best=$((best + 1))
            ((row[j - 1] + 1 < best)) && best=$((row[j - 1] + 1))
            ((last[j] + 1 < best)) && best=$((last[j] + 1))
            row[j]=$best
        done
        last=("${row[@]}")
    done
    echo "${last[${#b}]}"
}

# rank WORD NAME: how far NAME is from WORD; part of it counts as near
rank() {
    [[ $2 == *"$1"* ]] && echo 1 && return
    distance "${1:0:40}" "${2:0:40}"
}

# did_you_mean WORD: "; nearest: a, b, c" of the names on stdin
did_you_mean() {
    local word=${1//[\*\?]/} name
    local -a best

    mapfile -t best < <(while read -r name; do
        echo "$(rank "$word" "$name") $name"
    done | sort -n -s -k 1,1 | head -n 3 | cut -d ' ' -f 2-)
    [ ${#best[@]} = 0 ] || printf '; nearest: %s' "$(list_of "${best[@]}")"
}

# list_of A B C: "A, B, C"
list_of() {
    local IFS=,
    local joined=$*
    printf '%s' "${joined//,/, }"
}

no_operands() {
    [ ${#OPERANDS[@]} = 0 ] || usage "$1 takes no '${OPERANDS[0]}' (./run.sh $1 -h)"
}

# from_here PATH: what the user named, seen from the top of the tree
from_here() { case $1 in /*) echo "$1" ;; *) echo "$FROM/$1" ;; esac; }

# ----------------------------------------------------------------------- help
commands() { for file in suite/command/*.sh; do basename "$file" .sh; done; }

head_of() { sed -n '/^# shellcheck/d; /^#/!q; s/^# \{0,1\}//p' "suite/command/$1.sh"; }

options_of() { head_of "$1" | sed -n 's/^options: *//p'; }

option_help() {
    case $1 in
    -r) echo "-r RUNTIMES      a,b,/path/to/folder (default: every folder in runtimes/); a@VARIANT a+BUILD" ;;
    -o) echo "-o DIR           results go there (default: reports/out/RUN)" ;;
    -v) echo "-v               say more" ;;
    -h) echo "-h               this help" ;;
    --procs) echo "--procs N,N...   numbers of Ps (default: 1,2,16)" ;;
    --seed) echo "--seed N         order, victims, suite_random() (default: chosen, printed)" ;;
    --repeat) echo "--repeat N       every check N times" ;;
    --rounds) echo "--rounds N       rounds of measuring, all runtimes in each" ;;
    --batches) echo "--batches N      batches in a block of a benchmark" ;;
    --format) echo "--format FORM    go (for benchstat), csv, junit or tap, to stdout" ;;
    --threshold) echo "--threshold PERCENT  slower by more than that is exit 4 (default: 5)" ;;
    --shuffle) echo "--shuffle        checks in an order drawn from the seed" ;;
    --quick) echo "--quick          fewer rounds: two minutes in all" ;;
    --full) echo "--full           more rounds, and the benchmarks that take long" ;;
    --coverage) echo "--coverage       which clause has which checks" ;;
    --dev) echo "--dev            also what lint and the other compiler need" ;;
    esac
}

help_of() {
    local option

    head_of "$1" | sed '/^options:/d'
    echo "options"
    for option in $(options_of "$1") -v -h; do
        echo "  $(option_help "$option")"
    done
}

overview() {
    local command

    cat <<'END'
usage: ./run.sh COMMAND [OPTION...] [PATTERN...]

END
    for command in $(commands); do
        printf '  %-13s %s\n' "$command" "$(head_of "$command" | sed -n '1s/^[a-z-]* - //p')"
    done
    cat <<'END'

  ./run.sh COMMAND -h   its options         PATTERN   a glob on ids: 'steal/*'
  exit: 0 ok, 1 conformance, 2 usage, 3 infrastructure or a failed control,
        4 slower than the threshold allows, 6 not comparable, 128 + n signal n
END
}

# -------------------------------------------------------------------- options
all_options() {
    printf '%s\n' -r -o -v -h --procs --seed --repeat --rounds --batches \
        --quick --full --shuffle --dev --coverage --threshold --format
}

# number_option NAME LEAST MOST
number_option() {
    local value=${OPT[$1]:-$2}

    [[ $value =~ ^[0-9]{1,20}$ ]] && at_most "$value" "$3" && ! under "$value" "$2" ||
        usage "$1 is a number from $2 to $3, not '$value'"
}
# numbers of up to 20 digits, which do not fit bash's arithmetic
under() { [ ${#1} -lt ${#2} ] || { [ ${#1} = ${#2} ] && [[ $1 < $2 ]]; }; }
at_most() { ! under "$2" "$1"; }

procs_option() {
    local n

    [ "${OPT[--procs]:-}" ] || return 0
    [[ ${OPT[--procs]} =~ ^[0-9]+(,[0-9]+)*$ ]] ||
        usage "--procs is a list like 1,2,16, not '${OPT[--procs]}'"
    for n in ${OPT[--procs]//,/ }; do
        [ ${#n} -le 2 ] && [ "$n" -ge 1 ] && [ "$n" -le 64 ] ||
            usage "--procs: $n is not from 1 to 64"
    done
}
