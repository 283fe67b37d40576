"""Read a file of JSON strictly: what is accepted means the same to every reader.

Refused with one line `file:line:column: why`: more than 64 MiB, more than 64 levels, a name twice
in one object, NaN and Infinity, half a surrogate pair, text that is not UTF-8, anything after
the value.
"""
import json
import os
import re

SIZE_MAX = 64 << 20
DEPTH_MAX = 64

TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"(?P<key>\s*:)?|[\[\]{}]|-?(?:NaN|Infinity)', re.S)


class Refused(Exception):
    """Input that is not what it should be; its text is one line for the user."""


def place(path, text, offset):
    """`file:line:column` of a character offset, both counted from 1."""
    line = text.count("\n", 0, offset) + 1
    return f"{path}:{line}:{offset - text.rfind(chr(10), 0, offset)}"


def refuse(path, text, offset, why):
    raise Refused(f"{place(path, text, offset)}: {why}")


def read_text(path):
    """The text of a regular file of at most SIZE_MAX bytes."""
    try:
        with open(path, "rb") as file:
            raw = file.read(SIZE_MAX + 1)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}") from None
    if len(raw) > SIZE_MAX:
        raise Refused(f"{path}: larger than {SIZE_MAX >> 20} MiB")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        refuse(path, before, len(before), "not UTF-8")


def check_tokens(path, text):
    """What json.loads would let pass, or could not place: depth, names, constants, surrogates."""
    names = []
    for match in TOKEN.finditer(text):
        token = match.group()
        if token[0] in "[{":
            names.append(set())
            if len(names) > DEPTH_MAX:
                refuse(path, text, match.start(), f"more than {DEPTH_MAX} levels deep")
        elif token[0] in "]}":
            if names:
                names.pop()
        elif token[0] == '"':
            check_string(path, text, match, names)
        else:
            refuse(path, text, match.start(), f"{token} is not a number in JSON")


def check_string(path, text, match, names):
    """A string is whole characters; as a name it is new in its object."""
    string = match.group()
    if match["key"]:
        string = string[: -len(match["key"])]
    value = string[1:-1]
    if "\\" in value:
        try:
            value = json.loads(string)
            value.encode("utf-8")
        except ValueError:
            refuse(path, text, match.start(), "bad escape in a string")
    if match["key"] and names:
        if value in names[-1]:
            refuse(path, text, match.start(), f"name {json.dumps(value)[:80]} twice in one object")
        names[-1].add(value)


def parse(path, text):
    """The value that the text holds."""

    def finite(literal):
        value = float(literal)
        if value in (float("inf"), float("-inf")):
            refuse(path, text, text.find(literal), "number out of range")
        return value

    check_tokens(path, text)
    try:
        return json.loads(text, parse_float=finite)
    except json.JSONDecodeError as error:
        refuse(path, text, error.pos, error.msg)
    except (ValueError, RecursionError):
        refuse(path, text, 0, "number out of range")


def load(path):
    """The value in the file `path`, or Refused."""
    return parse(path, read_text(path))


def write(path, text):
    """The file holds the old text or the new, whatever happens in between."""
    new = f"{path}.new"
    with open(new, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)


def dumps(value):
    """One form for every report: sorted names, no NaN, one line."""
    return (
        json.dumps(
            value, sort_keys=True, allow_nan=False, ensure_ascii=False, separators=(",", ":")
        )
        + "\n"
    )
