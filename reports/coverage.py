#!/usr/bin/env python3
"""Say which clause of suite/SPEC.md has which checks, and which runtimes claim what those need.

usage: coverage.py CATALOGUE

CATALOGUE is what `build/runner --list-json` writes (`-`: standard input).  After the clauses come
the gaps: clauses without a check, clauses that no runtime here claims, and the behaviours that have
no clause, with the reason; the last line counts.  Status 1 when a clause has no check.
"""
import argparse
import collections
import signal
import sys

import clauses
import load
from units import clean


def claims(runtime, check):
    """Whether a runtime claims all that a check needs."""
    return set(check["needs"]) <= set(runtime["abilities"])


def checks_by_clause(catalogue):
    found = collections.defaultdict(list)
    for check in catalogue["checks"]:
        found[check["clause"]].append(check)
    return found


def claimants(checks, runtimes):
    """The names of runtimes with one of these checks, those with only some of them in brackets."""
    for runtime in runtimes:
        can = sum(claims(runtime, check) for check in checks)
        if can:
            yield runtime["name"] if can == len(checks) else f"({runtime['name']})"


def print_clause(name, clause, checks, runtimes):
    who = " ".join(claimants(checks, runtimes)) or "-"
    print(f"{name:36} {clause['level']:7} {who}")
    for check in checks:
        print(f"    {clean(check['id'], 200)}")
    if not checks:
        print("    no check")


def print_gaps(title, lines):
    if lines:
        print(f"\n{title}")
        for line in lines:
            print(f"  {line}")


def count(spec, found, unclaimed, without):
    """The last line."""
    levels = collections.Counter(clause["level"] for clause in spec.values())
    states = collections.Counter(row["state"] for row in without.values())
    checks = sum(len(found[name]) for name in spec)
    bare = sum(not found[name] for name in spec)
    return (
        f"{len(spec)} clauses ("
        + ", ".join(f"{levels[level]} {level}" for level in clauses.LEVELS)
        + f"), {checks} checks; {bare} without a check, {len(unclaimed)} that no runtime claims; "
        + "without a clause: "
        + ", ".join(f"{states[state]} {state}" for state in clauses.STATES)
    )


def show(catalogue, spec, without):
    """Print it all; the status."""
    found = checks_by_clause(catalogue)
    runtimes = [r for r in catalogue["runtimes"] if r.get("checks")]
    for name, clause in spec.items():
        print_clause(name, clause, found[name], runtimes)
    bare = [name for name in spec if not found[name]]
    unclaimed = [
        name for name in spec if found[name] and not list(claimants(found[name], runtimes))
    ]
    print_gaps("no check", bare)
    print_gaps(
        "no runtime claims",
        [
            f"{name:36} needs {', '.join(sorted({n for c in found[name] for n in c['needs']}))}"
            for name in unclaimed
        ],
    )
    print_gaps(
        "no clause", [f"{name:36} {row['state']:6} {row['why']}" for name, row in without.items()]
    )
    print(f"\n{count(spec, found, unclaimed, without)}")
    return 1 if bare else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        usage=argparse.SUPPRESS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("catalogue", metavar="CATALOGUE")
    path = parser.parse_args().catalogue
    try:
        catalogue = (
            load.parse("standard input", sys.stdin.read()) if path == "-" else load.load(path)
        )
    except load.Refused as error:
        print(f"coverage.py: {clean(error, 400)}", file=sys.stderr)
        return 2
    return show(catalogue, clauses.read(), clauses.read_without())


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` is no error
    sys.exit(main())
