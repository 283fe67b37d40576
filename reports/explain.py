#!/usr/bin/env python3
"""Say what a check or benchmark is about: claim, clause, statement, source, file, how to run it.

usage: explain.py ID... [--catalogue FILE]

ID may be a pattern ('steal/*').  The catalogue is what `build/runner --list-json` writes (`-`:
standard input); without one it is read from the sources, so that nothing has to be built.
"""
import argparse
import fnmatch
import glob
import os
import re
import signal
import sys

import clauses
import load
from units import clean

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
SHELVES = (
    ("check", "suite/check/*/*.c", "suite/check/"),
    ("bench", "suite/bench/*.c", "suite/bench/"),
    ("bench", "suite/limit/*.c", "suite/"),
)

HEAD = re.compile(r"^(?:CHECK|BENCH)\((.*?)\)\s*\{", re.S | re.M)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
FIELD = re.compile(r"\.(\w+)\s*=\s*((?:\"(?:[^\"\\]|\\.)*\"\s*)+|\{[^}]*\}|[^,{]+)")


def literal(text):
    """Adjacent C strings as one."""
    return (
        "".join(STRING.findall(text)).replace('\\"', '"').replace("\\\\", "\\").replace("\\n", "\n")
    )


def field(text):
    text = text.strip()
    if text.startswith('"'):
        return literal(text)
    names = [word.strip() for word in text.split("|")]
    return [n[3:].lower() for n in names] if text.startswith("RT_") else text


def read_source(kind, path, shelf):
    """What the head of a file says of itself, or None."""
    with open(os.path.join(TOP, path), encoding="utf-8", errors="replace") as file:
        match = HEAD.search(file.read())
    if not match:
        return None
    claim = re.match(r'\s*(?:"(?:[^"\\]|\\.)*"\s*)+', match[1])
    fields = {
        name: field(value)
        for name, value in FIELD.findall(match[1][claim.end() :] if claim else "")
    }
    words = literal(claim[0]) if claim else ""
    return {
        "kind_of": kind,
        "id": path.removeprefix(shelf).removesuffix(".c"),
        "file": path,
        "claim" if kind == "check" else "what": words,
        **fields,
    }


def from_sources():
    for kind, pattern, shelf in SHELVES:
        for path in sorted(glob.glob(pattern, root_dir=TOP)):
            entry = read_source(kind, path, shelf)
            if entry:
                yield entry


def from_catalogue(path):
    """The entries of the runner's list."""
    listed = load.parse("standard input", sys.stdin.read()) if path == "-" else load.load(path)
    if not isinstance(listed, dict):
        raise load.Refused(f"{path}: not a catalogue")
    for kind, names in (("check", ("checks",)), ("bench", ("benchmarks", "benches"))):
        for name in names:
            for entry in listed.get(name) or []:
                yield {"kind_of": kind, **entry}


def lines(entry, spec):
    """(name, text) of all there is to say."""
    yield entry["id"], entry.get("claim") or entry.get("what") or ""
    clause = spec.get(entry.get("clause"), {})
    if entry["kind_of"] == "check":
        yield "clause", f"{entry.get('clause')} ({clause.get('level', 'not in suite/SPEC.md')})"
        yield "statement", clause.get("statement")
        yield "source", entry.get("source") or clause.get("source")
    else:
        yield "one operation", entry.get("unit")
        yield "kind", str(entry.get("kind", "time")).removeprefix("BENCH_").lower()
        yield "limit", entry.get("limit")
        yield "sizes", listing(entry.get("sizes"))
    yield "needs", listing(entry.get("needs"))
    yield "Ps", {"0": None}.get(str(entry.get("procs", 0)), entry.get("procs"))
    if str(entry.get("dies") or "0") != "0":
        yield "must end", f"with status {entry['dies']}, saying \"{entry.get('says') or ''}\""
    yield "file", entry.get("file")
    yield "run it", f"./run.sh {entry['kind_of']} '{entry['id']}'"


def listing(value):
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).strip("{} ") if value else None


def code(entry):
    """The lines of its file from the first that is no #include; none without a file."""
    path = os.path.join(TOP, entry.get("file") or "")
    if not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8") as file:
        text = [line for line in file.read().splitlines() if not line.startswith("#include")]
    while text and not text[0]:
        text.pop(0)
    return text


def explain(entry, spec):
    (name, claim), *rest = lines(entry, spec)
    print(f"{clean(name)}\n  {clean(claim, 500)}")
    for name, text in rest:
        if text:
            print(f"  {name:14}{clean(text, 1000)}")
    for line in ["", *code(entry)]:
        print(f"    {line}".rstrip())


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        usage=argparse.SUPPRESS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("id", nargs="+", metavar="ID")
    parser.add_argument("--catalogue", metavar="FILE")
    options = parser.parse_args()
    try:
        entries = list(from_catalogue(options.catalogue) if options.catalogue else from_sources())
    except load.Refused as error:
        print(f"explain.py: {clean(error, 400)}", file=sys.stderr)
        return 2
    spec, known = clauses.read(), [entry["id"] for entry in entries]
    for pattern in options.id:
        if not fnmatch.filter(known, pattern):
            print(
                f"explain.py: '{clean(pattern, 80)}' matches no check or benchmark", file=sys.stderr
            )
            return 2
    chosen = [e for e in entries if any(fnmatch.fnmatchcase(e["id"], p) for p in options.id)]
    for number, entry in enumerate(chosen):
        print() if number else None
        explain(entry, spec)
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` is no error
    sys.exit(main())
