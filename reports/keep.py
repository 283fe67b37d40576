#!/usr/bin/env python3
"""Keep a report without its raw samples, or say what kept ones are.

usage: keep.py save REPORT NEW
       keep.py list DIR...
"""
import os
import sys

import load
import page
import units


def save(path, new):
    os.makedirs(os.path.dirname(new), exist_ok=True)
    slim = page.without_blocks(load.load(path))
    if slim.get("controls"):
        arms = [{k: v for k, v in r.items() if k != "blocks"} for r in slim["controls"]["results"]]
        slim["controls"] = slim["controls"] | {"results": arms}
    load.write(new, load.dumps(slim))


def line(folder):
    """Name, when, revision, machine, who was measured."""
    report = load.load(os.path.join(folder, "report.json"))
    names = [r["name"] for r in report["runtimes"] if r["kind"] == "runtime"]
    return "  ".join(
        units.clean(part, 60)
        for part in (
            f"{os.path.basename(folder):20}",
            report["run"]["started"],
            report["suite"].get("revision"),
            report["host"].get("cpu_model"),
            ",".join(names),
        )
    )


def main(action, *paths):
    try:
        if action == "save":
            save(*paths)
        for folder in paths if action == "list" else ():
            print(line(folder))
    except load.Refused as error:
        print(f"keep.py: {units.clean(error, 400)}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
