"""The clauses of suite/SPEC.md: lines `| \\`area.clause\\` | level | statement | source |`, and what
has none: lines `| \\`area.behaviour\\` | state | why |`."""
import os
import re

LEVELS = ("must", "should", "impl")
STATES = ("later", "n/a")
SPEC = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "suite", "SPEC.md")

ROW = re.compile(
    r"^\|\s*`(?P<clause>[\w-]+(?:\.[\w-]+)+)`\s*\|\s*(?P<level>must|should|impl)\s*\|"
    r"(?P<statement>(?:\\\||[^|])*)\|(?P<source>(?:\\\||[^|])*)\|\s*$"
)

ROW_WITHOUT = re.compile(
    r"^\|\s*`(?P<row>[\w-]+(?:\.[\w-]+)+)`\s*\|\s*(?P<state>later|n/a)\s*\|(?P<why>(?:\\\||[^|])*)\|\s*$"
)


def plain(cell):
    """A table cell as a reader sees it."""
    return cell.replace("\\|", "|").strip()


def parse(text):
    """{clause: {level, statement, source}} in the order of the file."""
    found = {}
    for line in text.splitlines():
        match = ROW.match(line)
        if match:
            found[match["clause"]] = {
                "level": match["level"],
                "statement": plain(match["statement"]),
                "source": plain(match["source"]),
            }
    return found


def parse_without(text):
    """{behaviour: {state, why}} of what has no clause, in the order of the file."""
    matches = filter(None, map(ROW_WITHOUT.match, text.splitlines()))
    return {m["row"]: {"state": m["state"], "why": plain(m["why"])} for m in matches}


def text_of(path=SPEC):
    """The file; empty when it is not there."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def read(path=SPEC):
    """The clauses of the suite; none when the file is not there."""
    return parse(text_of(path))


def read_without(path=SPEC):
    """What has no clause, and why."""
    return parse_without(text_of(path))
