"""The clauses of suite/SPEC.md: lines `| \\`area.clause\\` | level | statement | source |`."""
import os
import re

LEVELS = ("must", "should", "impl")
SPEC = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "suite", "SPEC.md")

ROW = re.compile(
    r"^\|\s*`(?P<clause>[\w-]+(?:\.[\w-]+)+)`\s*\|\s*(?P<level>must|should|impl)\s*\|"
    r"(?P<statement>(?:\\\||[^|])*)\|(?P<source>(?:\\\||[^|])*)\|\s*$"
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


def read(path=SPEC):
    """The clauses of the suite; none when the file is not there."""
    try:
        with open(path, encoding="utf-8") as file:
            return parse(file.read())
    except OSError:
        return {}
