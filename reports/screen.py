"""A terminal: lines of its width, in colour where it is one and NO_COLOR does not forbid it."""
import os
import shutil
import sys

from units import clean

COLOURS = {"red": "31;1", "good": "32", "head": "1"}
NAME_MAX = 14


class Screen:
    """Where it is written: how wide, and whether in colour."""

    def __init__(self, file=None, width=None):
        self.file = file or sys.stdout
        terminal = self.file.isatty()
        self.width = max(40, width or (shutil.get_terminal_size().columns if terminal else 140))
        self.coloured = terminal and not os.environ.get("NO_COLOR")

    def paint(self, text, colour):
        code = COLOURS.get(colour)
        return f"\033[{code}m{text}\033[0m" if code and self.coloured else text

    def say(self, text="", colour=None):
        print(self.paint(text[: self.width].rstrip(), colour), file=self.file)

    def wrap(self, text, indent="    "):
        """Words in lines of the width, each but the first indented."""
        line = " " * (len(text) - len(text.lstrip()) - 1)
        for word in text.split():
            if line and len(line) + 1 + len(word) > self.width:
                self.say(line)
                line = indent + word
            else:
                line = f"{line} {word}" if line else word
        self.say(line)


def runtimes(report):
    return [r for r in report["runtimes"] if r["kind"] == "runtime"]


def name(runtime):
    return clean(runtime["name"] if isinstance(runtime, dict) else runtime, NAME_MAX)
