#!/usr/bin/env python3
"""Two reports beside each other: the same cells, at two times.

usage: versus.py OLD NEW [--threshold PERCENT]

They were not measured in turns, so nothing cancels out what the machine did meanwhile: an interval
is one of both figures at once, and wider than one run with both would give.  Reports of unlike
machines or builds are not compared at all.  Exit status: 0, 2 not a report, 4 something is dearer
by more than the threshold (5 %), 6 not comparable.
"""
import argparse
import math
import os
import sys

import judge
import load
import screen
import stats
import units
from units import clean

NOT_COMPARABLE, REGRESSION = 6, 4
ALIKE = (
    ("host", "id"),
    ("host", "arch"),
    ("host", "cpu_model"),
    ("host", "cpus_allowed"),
    ("host", "kernel"),
    ("host", "libc"),
    ("toolchain", "cc"),
    ("toolchain", "cflags"),
)


def suite_of(report):
    """What the suite asks: every benchmark with what it does and counts."""
    return {
        b["id"]: (b.get("what"), b.get("unit"), b["kind"], b.get("procs"), (b.get("design") or {}).get("n_fixed"))
        for b in report["benchmarks"]
    }


def differences(old, new):
    """What makes two reports no pair, a line each."""
    for part, key in ALIKE:
        one, other = (old.get(part) or {}).get(key), (new.get(part) or {}).get(key)
        if one != other:
            yield f"{part}.{key}: {clean(one, 60)}, {clean(other, 60)}"
    flags = [{r["name"]: r["build"].get("cflags") for r in report["runtimes"]} for report in (old, new)]
    for name in flags[0].keys() & flags[1].keys():
        if flags[0][name] != flags[1][name]:
            yield f"flags of {name}: {clean(flags[0][name], 60)}, {clean(flags[1][name], 60)}"
    mine, other = suite_of(old), suite_of(new)
    for name in sorted(mine.keys() & other.keys()):
        if mine[name] != other[name]:
            yield f"benchmark {name} is not the same any more"
    if not mine.keys() & other.keys():
        yield "no benchmark is in both"


def cells(report):
    return {
        (b["id"], r["runtime"]): (b["kind"], r)
        for b in report["benchmarks"]
        if not b["id"].startswith("limit/")
        for r in b["results"]
        if r["status"] == "ok" and r["estimate"] and r["estimate"]["ci95"]
    }


def compare(kind, old, new):
    """{ratio, interval, verdict, why}: both figures within their intervals at once."""
    a, b = old["estimate"], new["estimate"]
    ratio = b["value"] / a["value"]
    interval = [b["ci95"][0] / a["ci95"][1], b["ci95"][1] / a["ci95"][0]]
    rope = stats.rope_of(kind, a["value"])
    low, high = (math.log(x) for x in interval)
    found = {"ratio": ratio, "interval": interval, "why": None}
    refused = (old.get("refused") or []) + (new.get("refused") or [])
    if refused:
        return found | {"verdict": "refused", "why": refused[0]}
    inside = -rope < low and high < rope
    verdict = "slower" if low > rope else "faster" if high < -rope else "equivalent" if inside else "inconclusive"
    return found | {"verdict": verdict, "mde": math.exp((high - low) / 2) - 1}


def sets_of_checks(old, new):
    """Checks whose verdict changed: `fixed` or `broken`."""
    before = {(r["id"], r["runtime"]): r["red"] for r in old["conformance"]["checks"]}
    for row in new["conformance"]["checks"]:
        was = before.get((row["id"], row["runtime"]))
        if was is not None and was != row["red"]:
            yield f"{'broken' if row['red'] else 'fixed'}: {clean(row['id'], 60)} {clean(row['runtime'], 20)}"


def show(old, new, threshold, out):
    """The table; how many are dearer than the threshold allows."""
    mine, other = cells(old), cells(new)
    rows = [
        (key, mine[key][1], other[key][1], compare(mine[key][0], mine[key][1], other[key][1]))
        for key in sorted(mine.keys() & other.keys())
    ]
    for line in sets_of_checks(old, new):
        out.say(f"  {line}")
    out.say(f"  {'BENCHMARK':32}{'runtime':16}{'old':>10}{'new':>10}  ratio", "head")
    dearer = 0
    for (bench, runtime), a, b, found in sorted(rows, key=lambda r: -r[3]["ratio"]):
        beyond = found["verdict"] == "slower" and found["interval"][0] > 1 + threshold
        dearer += beyond
        values = [units.figure(r["estimate"]["value"], r["estimate"]["unit"]) for r in (a, b)]
        sees = f" sees {units.effect(found['mde'])}" if "mde" in found else f" ({clean(found['why'], 60)})"
        out.say(
            f"  {clean(bench, 30):32}{clean(runtime, 14):16}{values[0]:>10}{values[1]:>10}  "
            f"{units.ratio(found['ratio'])} {units.interval(found['interval'])} {found['verdict']}{sees}",
            "red" if beyond else None,
        )
    out.wrap(
        "  Two times, not one run: what the machine did in between is in these ratios.  To be sure, "
        "measure both in turns: ./run.sh compare REVISION REVISION"
    )
    return dearer


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--threshold", type=float, default=5)
    options = parser.parse_args()
    try:
        old, new = (read(path) for path in (options.old, options.new))
    except load.Refused as error:
        print(f"versus.py: {units.clean(error, 400)}", file=sys.stderr)
        return 2
    out = screen.Screen()
    apart = list(differences(old, new))
    if apart:
        out.say("not comparable: old, new", "red")
        for line in apart:
            out.say(f"  {line}")
        return NOT_COMPARABLE
    dearer = show(old, new, options.threshold / 100, out)
    out.say(f"exit {REGRESSION if dearer else 0}  {dearer} dearer by more than {options.threshold:g} %")
    return REGRESSION if dearer else 0


def read(path):
    """The report in a directory or file; a run is judged first."""
    if os.path.isdir(path):
        found = os.path.join(path, "report.json")
        path = found if os.path.exists(found) else os.path.join(path, "run.json")
    path, run = judge.read_run(path)
    return run if run["schema"]["name"] == judge.NAME else judge.judge(run)


if __name__ == "__main__":
    sys.exit(main())
