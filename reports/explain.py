#!/usr/bin/env python3
"""Say what a check or benchmark is about: claim, clause, statement, source, file, how to run it.

usage: explain.py ID... [--catalogue FILE]

ID may be a pattern ('steal/*'), or a clause ('queue.tick61'), which stands for its checks.  The catalogue is what `build/runner --list-json` writes (`-`:
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
HEAD_COMMENT = re.compile(r"/\*(.*?)\*/", re.S)
INCLUDE = re.compile(r'^#include "((?!suite\.h")[^"]+)"', re.M)
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
    for name, text in heads(entry):
        yield name, text
    yield "run it", f"./run.sh {entry['kind_of']} '{entry['id']}'"
    if entry["kind_of"] == "check":
        asked = f"{entry['id']} --procs {procs_of(entry)} --seed SEED"
        yield "replay", f"./run.sh check {asked} -r RUNTIME -v    (as its failure says)"
        yield "by hand", f"build/subject/RUNTIME check {asked}"


def procs_of(entry):
    """The one number of Ps it is run at, or a place for it."""
    return next((p for p in (entry.get("procs"),) if str(p or 0) != "0"), "N")


def heads(entry):
    """(name, text) of the comment at the head of its file and of the headers beside it."""
    path = os.path.join(TOP, entry.get("file") or "")
    text = read_file(path)
    own = HEAD_COMMENT.match(strip_includes(text))
    if own:
        yield "does", words_of(own[1])
    for name in INCLUDE.findall(text):
        head = HEAD_COMMENT.match(read_file(os.path.join(os.path.dirname(path), name)))
        if head:
            yield "with", words_of(head[1])


def strip_includes(text):
    """What follows the #includes."""
    return re.sub(r"\A(\s*#include[^\n]*\n)*\s*", "", text)


def words_of(comment):
    return " ".join(comment.replace("\n *", "\n").split())


def read_file(path):
    """Its text; empty without a file."""
    if not os.path.isfile(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def listing(value):
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).strip("{} ") if value else None


def code(entry):
    """The lines of its file from the first that is no #include; none without a file."""
    text = read_file(os.path.join(TOP, entry.get("file") or ""))
    text = [line for line in text.splitlines() if not line.startswith("#include")]
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
    spec, without = clauses.read(), clauses.read_without()
    for pattern in options.id:
        if pattern in without:
            print(f"{pattern} ({without[pattern]['state']})\n  {without[pattern]['why']}")
        elif not any(names(entry, pattern) for entry in entries):
            print(
                f"explain.py: '{clean(pattern, 80)}' matches no check or benchmark", file=sys.stderr
            )
            return 2
    chosen = [e for e in entries if any(names(e, p) for p in options.id)]
    for number, entry in enumerate(chosen):
        print() if number else None
        explain(entry, spec)
    return 0


def names(entry, pattern):
    """Whether a pattern means an entry, by its id or by its clause."""
    return entry.get("clause") == pattern or fnmatch.fnmatchcase(entry["id"], pattern)


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` is no error
    sys.exit(main())
