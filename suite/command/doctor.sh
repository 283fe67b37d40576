# doctor - what this machine offers, and what would make the results better
#
# usage: ./run.sh doctor
#
# Looks, changes nothing.  A line that begins with ! names something to improve.
#
# options:
# shellcheck shell=bash

fact() { printf '  %-12s %s\n' "$1" "$2"; }
advice() { printf '! %-12s %s\n' "$1" "$2"; }
first_of() { cat "$1" 2>/dev/null || echo unknown; }

about_cpu() {
    local model cpus

    model=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
    cpus=$(nproc)
    fact cpu "$model, $cpus for us$(grep -qm 1 hypervisor /proc/cpuinfo && echo ', virtual')"
    [ "$cpus" -ge 2 ] || advice cpu "one CPU: steal latencies and 2-P figures mean little"
    fact kernel "$(uname -r), $(uname -m), libc $(getconf GNU_LIBC_VERSION 2>/dev/null)"
}

# two CPUs on one core: a neighbour on the other halves what this one does
about_smt() {
    local steal

    if [ "$(first_of /sys/devices/system/cpu/smt/active)" = 1 ]; then
        advice smt "CPUs share cores: as root, echo off into /sys/devices/system/cpu/smt/control"
    fi
    steal=$(awk '/^cpu / { t = 0; for (i = 2; i <= 9; i++) t += $i; printf "%d", 100 * $9 / t }' /proc/stat)
    if [ "${steal:-0}" -gt 2 ]; then
        advice steal "a hypervisor has taken $steal % since boot: blocks it takes from are left out"
    fi
}

about_clock() {
    local at=/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor governor

    governor=$(first_of "$at")
    case $governor in
    performance | unknown) fact governor "$governor" ;;
    *) advice governor "$governor: as root, echo performance into $at of every CPU" ;;
    esac
    fact timer "$(first_of /sys/devices/system/clocksource/clocksource0/current_clocksource)"
}

# load in hundredths: bash has whole numbers only
about_load() {
    local load hundredths

    read -r load _ </proc/loadavg
    hundredths=$((10#${load/./}))
    if ((hundredths > 30 * $(nproc))); then
        advice load "$load on $(nproc) CPUs: what else runs disturbs every figure"
    else
        fact load "$load on $(nproc) CPUs"
    fi
    fact pressure "$(sed -n 's/^some //p' /proc/pressure/cpu 2>/dev/null || true)"
}

about_limits() {
    local maps pids

    maps=$(first_of /proc/sys/vm/max_map_count)
    pids=$(first_of /proc/sys/kernel/pid_max)
    fact maps "vm.max_map_count $maps: bounds guarded stacks made with mprotect"
    fact threads "kernel.pid_max $pids: bounds a runtime of kernel threads"
    if kernel_at_least 6 13; then
        fact guards "MADV_GUARD_INSTALL: one mapping for any number of guarded stacks"
    else
        advice guards "kernel before 6.13: every guard page costs a mapping"
    fi
}

kernel_at_least() {
    local major minor

    IFS=.- read -r major minor _ < <(uname -r)
    ((major > $1 || (major == $1 && minor >= $2)))
}

about_counters() {
    local level

    level=$(first_of /proc/sys/kernel/perf_event_paranoid)
    if [ "$(id -u)" != 0 ] && [ "$level" != unknown ] && [ "$level" -gt 2 ]; then
        advice counters "kernel.perf_event_paranoid $level: no counters of the CPU"
    else
        fact counters "kernel.perf_event_paranoid $level"
    fi
}

about_packages() {
    local class package what

    for class in needed better dev; do
        while read -r package what; do
            advice "$class" "$package is missing: $what (./run.sh setup${dev[$class]:-})"
        done < <(missing "$class")
    done
    fact python "$(python_with matplotlib || echo 'none with matplotlib: no charts')"
}

# a runtime that is not C: whether it can be built here
about_runtimes() { each_external about_external; }
about_external() {
    if buildable "$1"; then
        fact "$(basename "$1")" "$(command -v "$(said "$1" tool)")"
    else
        fact "$(basename "$1")" "$(how_to_get "$1"): the runtime is left out"
    fi
}

no_operands doctor
declare -A dev=([dev]=' --dev')
for about in cpu smt clock load limits counters packages runtimes; do "about_$about"; done
