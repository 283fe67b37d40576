#!/usr/bin/env python3
"""Make the report of a run: report.json, a table here, summary.md, index.html, charts/.

usage: report.py RUN... [-o DIR] [--format go|csv|junit|tap]

RUN is the directory of a run or its run.json.  The report goes beside it, or to DIR; with several
runs to DIR/<id of the run>.  With --format one text in that form goes to stdout, and nothing else is
made.  The exit status is the report's own, the worst of several: 0 ok,
1 conformance, 2 not a run, 3 infrastructure, 128 + n ended by signal n.
"""
import argparse
import importlib.util
import os
import sys
import tempfile

import export
import judge
import load
import page
import screen
import summary
import table
import units
import validate

INSTALL = "no charts: matplotlib is missing (apt install python3-matplotlib)"


def draw(report, folder):
    """(charts, why there are none)."""
    if importlib.util.find_spec("matplotlib") is None:
        return [], INSTALL
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.setdefault("MPLCONFIGDIR", scratch)
        try:
            import charts
        except ImportError as error:
            return [], f"no charts: {error} (apt install python3-matplotlib)"
        return charts.draw(report, os.path.join(folder, "charts")), None


def make(report, folder):
    """Write everything into folder; the path of the page."""
    os.makedirs(folder, exist_ok=True)
    load.write(os.path.join(folder, "report.json"), load.dumps(report))
    load.write(os.path.join(folder, "summary.md"), summary.summary(report))
    drawn, no_charts = draw(report, folder)
    if no_charts:
        print(f"report.py: {no_charts}", file=sys.stderr)
    path = os.path.join(folder, "index.html")
    load.write(path, page.page(report, drawn, no_charts))
    return path


def folder_of(path, run, options):
    """Where the report of a run belongs."""
    if options.o is None:
        return os.path.dirname(path) or "."
    if len(options.run) == 1:
        return options.o
    name = "".join(c if c.isalnum() or c in "-_." else "_" for c in run["run"]["id"])[:80]
    return os.path.join(options.o, name.lstrip(".") or "run")


def report_on(path, options):
    """Judge one run and write its report; the exit status that it says."""
    path, run = judge.read_run(path)
    report = judge.judge(run)
    for error in validate.errors(report):
        raise load.Refused(f"report of {path}: {error}")
    if options.format:
        sys.stdout.write(export.FORMATS[options.format](report))
        return report["exit"]["code"]
    out = screen.Screen()
    table.show(report, out)
    table.close(report, out, make(report, folder_of(path, run, options)))
    return report["exit"]["code"]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        usage=argparse.SUPPRESS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("run", nargs="+", metavar="RUN")
    parser.add_argument("-o", metavar="DIR")
    parser.add_argument("--format", choices=sorted(export.FORMATS))
    options = parser.parse_args()
    worst = 0
    for path in options.run:
        try:
            code = report_on(path, options)
        except load.Refused as error:
            print(f"report.py: {units.clean(error, 400)}", file=sys.stderr)
            code = 2
        except OSError as error:
            print(f"report.py: {error.filename}: {error.strerror}", file=sys.stderr)
            code = 3
        worst = max(worst, code)
    return worst


if __name__ == "__main__":
    sys.exit(main())
