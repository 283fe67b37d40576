# setup.sh - what the suite needs from the machine: looked for, named, installed.
# shellcheck shell=bash

# package, who needs it, what for.  needed: nothing works without; better: a part
# of the results is missing without; dev: lint and the second compiler; runtime:R:
# only the runtime R, which is not C
packages() {
    cat <<'END'
gcc needed compiles the runtimes
libc6-dev needed C headers
make needed builds
binutils needed links; ./run.sh asm lists the code
libjansson-dev needed the runner writes run.json
libdw-dev needed function, file and line in traces
python3 needed makes the reports
python3-matplotlib better the charts
hyperfine better the cost of whole processes
clang dev the second compiler
libclang-rt-dev dev the build tsan: ThreadSanitizer of clang
clang-format dev make fmt, lint
shellcheck dev lint
gdb dev test unwinds from every instruction of the assembly
spin dev test explores the models of the protocols
END
    each_external package_line
}
package_line() { echo "$(said "$1" package) runtime:$(basename "$1") builds the runtime $(basename "$1")"; }

# each_external COMMAND...: with each folder of runtimes/ that is not C
each_external() {
    local name

    for name in $(tree_runtimes); do
        ! external "runtimes/$name" || "$@" "runtimes/$name"
    done
}

has_header() { echo "#include <$1>" | "${CC:-cc}" -E - >/dev/null 2>&1; }

# is what PACKAGE brings here, wherever it comes from?
present() {
    case $1 in
    gcc) command -v "${CC:-cc}" ;;
    libc6-dev) has_header stdio.h ;;
    binutils) command -v objdump ;;
    libjansson-dev) has_header jansson.h ;;
    libdw-dev) has_header elfutils/libdwfl.h ;;
    libclang-rt-dev) compgen -G "$(clang --print-runtime-dir)/libclang_rt.tsan*" ;;
    python3-matplotlib) python_with matplotlib ;;
    *) command -v "$(each_external tool_line | sed -n "s/^$1 //p" | grep . || echo "$1")" ;;
    esac >/dev/null 2>&1
}
tool_line() { echo "$(said "$1" package) $(said "$1" tool)"; }

# missing CLASS: a line for each package of it that is not here
missing() {
    local package class what

    while read -r package class what; do
        [ "$class" = "$1" ] && ! present "$package" && echo "$package $what"
    done < <(packages)
    true
}

# ------------------------------------------------------------------- installing
# as_root COMMAND...: as root, or through sudo where that works
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}
may_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null || return 1
    [ -t 0 ] || sudo -n true 2>/dev/null
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -qq "$@"; }

install() {
    local log=$B/log/setup

    mkdir -p "$B/log" || die 3 "cannot write to $B/"
    compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null || apt update >"$log" 2>&1
    apt install -y --no-install-recommends "$@" </dev/null >>"$log" 2>&1 && return
    apt update >>"$log" 2>&1
    apt install -y --no-install-recommends "$@" </dev/null >>"$log" 2>&1 && return
    tail -n 5 "$log" >&2
    return 1
}

# set_up CLASS...: what is missing, why, and the end of it
set_up() {
    local class lines
    local -a want=()

    lines=$(for class in "$@"; do missing "$class"; done)
    [ "$lines" ] || return 0
    note "missing on this machine:"
    while read -r package what; do
        note "$(printf '  %-19s %s' "$package" "$what")"
        want+=("$package")
    done <<<"$lines"
    note "install: apt-get install --no-install-recommends ${want[*]}"
    if may_install; then
        install "${want[@]}" && note "installed in $SECONDS s" || note "that failed"
    fi
    still_missing "$@"
}

# what is needed must be here now; what makes things better need not
still_missing() {
    local class lines

    for class in "$@"; do
        lines=$(missing "$class" | cut -d ' ' -f 1 | paste -s -d ' ')
        [ "$lines" ] || continue
        [ "$class" = better ] || die 3 "not installed: $lines.  As root:" \
            "apt-get install --no-install-recommends $lines"
        note "going on without: $lines"
    done
}

# --------------------------------------------------------------------- Python
# the first interpreter that has MODULE: `python3` may be a version manager's
python_with() {
    local python

    for python in "${GORT_PYTHON:-}" /usr/bin/python3 python3 /usr/local/bin/python3; do
        [ "$python" ] && command -v "$python" >/dev/null 2>&1 || continue
        "$python" -E -s -c "import importlib.util as u, sys
sys.exit(not u.find_spec('$1'))" 2>/dev/null && echo "$python" && return
    done
    return 1
}

find_python() {
    # shellcheck disable=SC2034 # used by flow.sh and the commands
    PYTHON=$(python_with matplotlib || python_with json) ||
        die 3 "no Python 3: ./run.sh setup"
    MPLCONFIGDIR=$(realpath -m -- "$B/matplotlib")
    export MPLBACKEND=Agg MPLCONFIGDIR PYTHONDONTWRITEBYTECODE=1
}
