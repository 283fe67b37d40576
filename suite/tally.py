#!/usr/bin/env python3
"""tally.py RUN KIND: what came out of a run, as two numbers: passed failed.

KIND is `check`: a check on a runtime is one; or `bench`: a benchmark on a runtime.
What a runtime does not claim (`unsupported`) is neither.
"""
import json
import os
import sys

GOOD = {"check": {"pass", "xfail"}, "bench": {"ok"}}


def verdicts(report, kind):
    if kind == "check":
        return [row["status"] for row in report["conformance"]["checks"]]
    return [cell["status"] for bench in report["benchmarks"] for cell in bench["results"]]


def main(run, kind):
    with open(os.path.join(run, "report.json"), encoding="utf-8") as f:
        said = verdicts(json.load(f), kind)
    good = sum(v in GOOD[kind] for v in said)
    print(good, len(said) - good - said.count("unsupported"))


if __name__ == "__main__":
    main(*sys.argv[1:])
