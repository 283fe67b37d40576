# runtimes.sh - which runtimes there are, and which of them were chosen.
#
# A folder with C files is a runtime; so is one with a subject.mk, which says how
# a program that is not C is built and which tool that takes.  NAME@VARIANT is one
# in C with a decision taken back (variants/VARIANT.mk in its folder), NAME+BUILD
# one compiled to find bugs (suite/builds/BUILD.mk).
# shellcheck shell=bash

# NAMES, FOLDERS, SPECS (name or path, as make takes it) of the runtimes chosen
NAMES=() FOLDERS=() SPECS=()

external() { [ -e "$1/subject.mk" ]; }
in_c() { ! external "$1" && compgen -G "$1/*.c" >/dev/null; }

# said FOLDER WORD: what the line WORD_... of its subject.mk says
said() { sed -n "s/^$2_[A-Za-z0-9_.-]* *:= *//p" "$1/subject.mk"; }
buildable() { ! external "$1" || command -v "$(said "$1" tool)" >/dev/null; }
how_to_get() { echo "$(said "$1" tool) is not installed (apt-get install $(said "$1" package))"; }

# those in C, then the others
tree_runtimes() {
    local kind folder

    for kind in in_c external; do
        for folder in runtimes/*/; do
            "$kind" "${folder%/}" && basename "$folder"
        done
    done
}

# choose_runtimes [WHAT]: what -r names, or all that can be built here.  With WHAT
# (checks, listing) only those in C, as others have none.
choose_runtimes() {
    local one
    local -a wanted

    NAMES=() FOLDERS=() SPECS=() LEFT_OUT=()
    IFS=, read -r -a wanted <<<"${OPT[-r]:-$(tree_runtimes | paste -s -d ,)}"
    for one in "${wanted[@]}"; do
        case $one in
        */*) choose_folder "$one" "${1:-}" ;;
        *) choose_name "$one" "${1:-}" ;;
        esac
    done
    [ ${#NAMES[@]} -gt 0 ] || usage "no runtime to take: ${LEFT_OUT[*]:-none is named}"
    say_left_out
}

# NAME[@VARIANT][+BUILD]: what follows the name, and the name alone
changes() { local last=${1##*/} && echo "${last#"$(plain "$last")"}"; }
plain() { local last=${1##*/} && last=${last%%[@+]*} && echo "$last"; }

choose_name() {
    local name

    name=$(plain "$1")
    in_c "runtimes/$name" || external "runtimes/$name" ||
        usage "no runtime '$name' in runtimes/$(
            tree_runtimes | did_you_mean "$name")"
    add_runtimes "$name" "runtimes/$name" "$name" "$(changes "$1")" "$2"
}

choose_folder() {
    local folder name change path=${1%/}

    change=$(changes "$path")
    path=${path%"$change"}
    folder=$(cd "$FROM" && cd "$path" 2>/dev/null && pwd) || usage "no folder '$path'"
    name=$(basename "$folder")
    [[ $folder != *[[:space:]]* ]] || usage "'$folder': make takes no path with spaces"
    in_c "$folder" || external "$folder" ||
        usage "no C file and no subject.mk in '$folder': not a runtime"
    [ "$folder" != "$PWD/runtimes/$name" ] || { choose_name "$name$change" "$2" && return; }
    [ ! -e "runtimes/$name" ] || usage "'$folder': runtimes/$name has that name already"
    add_runtimes "$name" "$folder" "$folder" "$change" "$2"
}

# names that are files of FOLDER, without .mk
names_in() { (cd "$1" 2>/dev/null && compgen -G '*.mk' | sed 's/\.mk$//' | sort); }

# add_runtimes NAME FOLDER SPEC CHANGE WHAT: @VARIANT may be a glob
add_runtimes() {
    local variant=${4%+*} build="" one found

    [[ $4 != *+* ]] || build=${4##*+}
    variant=${variant#@}
    [ -z "$build" ] || [ -e "suite/builds/$build.mk" ] ||
        usage "no build '$build' in suite/builds/$(names_in suite/builds | did_you_mean "$build")"
    build=${build:+"+$build"}
    if [ -z "$variant" ]; then
        add_runtime "$1$build" "$2" "$3$build" "$5"
        return
    fi
    found=0
    while read -r one; do
        # shellcheck disable=SC2053 # a glob on purpose
        [[ $one == $variant ]] || continue
        add_runtime "$1@$one$build" "$2" "$3@$one$build" "$5"
        found=1
    done < <(names_in "$2/variants")
    [ $found = 1 ] || usage "no variant '$variant' of $1$(names_in "$2/variants" | did_you_mean "$variant")"
}

add_runtime() {
    [[ $1 =~ ^[A-Za-z0-9][A-Za-z0-9_.-]*(@[A-Za-z0-9_-]+)?(\+[A-Za-z0-9_-]+)?$ && $1 != limit ]] ||
        usage "'$1' is no name for a runtime (letters, digits, _ . -; not 'limit')"
    [[ " ${NAMES[*]} " != *" $1 "* ]] || return 0
    may_take "$@" || return 0
    NAMES+=("$1") FOLDERS+=("$2") SPECS+=("$3")
}

# may_take NAME FOLDER SPEC WHAT: one that was named and cannot be built ends it
# all; one that just lies in runtimes/ is left out
may_take() {
    external "$2" || return 0
    if [ "$4" ]; then
        [ -z "${OPT[-r]:-}" ] ||
            LEFT_OUT[$1]="$1 has no $4, it is not in C (./run.sh bench -r $1)"
        return 1
    fi
    buildable "$2" && return
    [ -z "${OPT[-r]:-}" ] || die 3 "runtime $1: $(how_to_get "$2")"
    LEFT_OUT[$1]="$1 is left out: $(how_to_get "$2")"
    return 1
}

# what is left out of this choice, and why; each is said once
declare -A LEFT_OUT=() SAID=()
say_left_out() {
    local why

    for why in "${LEFT_OUT[@]}"; do
        [ "${SAID[$why]:-}" ] || note "$why"
        SAID[$why]=1
    done
}

# only_plain COMMAND: what is built to find bugs is slow on purpose: no figure of it
# may stand beside another
only_plain() {
    local name

    for name in "${NAMES[@]}"; do
        [[ $name != *+* ]] || usage "$1 does not take $name: built to find bugs," \
            "never measured, never compared (./run.sh check -r $name)"
    done
}

# the name of the first that was chosen and is in C
first_in_c() {
    local i

    for i in "${!NAMES[@]}"; do
        in_c "${FOLDERS[i]}" && echo "${NAMES[i]}" && return
    done
    return 1
}
