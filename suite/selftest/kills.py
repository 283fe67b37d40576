"""Kill a run at any point: the journal stays readable, the last report stays whole."""
import json
import os
import random
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
REPORT = os.path.join(HERE, "..", "..", "reports", "report.py")
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def start(call):
    return subprocess.Popen(
        call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def commands(build, folder):
    """What is killed: a run that measures, and the report of one, into the same folder."""
    run = [f"{build}/runner", "--only", "bench,check", "--match", "switch_yield_2", "--match", "spawn_one"]
    run += ["--match", "start/first*", "--match", "!limit/*", "--rounds", "3", "--out", folder]
    return run + [f"{build}/subject/gort"], [sys.executable, "-s", REPORT, folder]


def lines_read(path):
    """Every line but an unended last one is an object; an empty journal has none."""
    with open(path, encoding="utf-8") as file:
        whole = file.read().split("\n")[:-1]
    return all(isinstance(json.loads(line), dict) for line in whole)


def reads(path, key):
    """A whole object with that key."""
    with open(path, encoding="utf-8") as file:
        return key in json.load(file)


def intact(folder):
    """What does not hold of the folder, as text; None when all does."""
    try:
        if not lines_read(os.path.join(folder, "journal.jsonl")):
            return "a line of the journal is no object"
        if not reads(os.path.join(folder, "run.json"), "exit"):
            return "run.json is not whole"
        if not reads(os.path.join(folder, "report.json"), "family"):
            return "report.json is not whole"
    except (OSError, ValueError) as error:
        return str(error)
    return None


def length(call):
    """Seconds that the command takes when nobody kills it."""
    began = time.monotonic()
    start(call).wait()
    return time.monotonic() - began


def kills(build, folder, count, seed):
    """The first thing that did not survive, or None; how many were really killed."""
    draw = random.Random(seed)
    calls = commands(build, folder)
    took = [length(call) for call in calls]
    hit, broken = 0, intact(folder)
    for number in range(count if not broken else 0):
        which = number % 4 == 3
        child = start(calls[which])
        time.sleep(draw.uniform(0, took[which]))
        hit += child.poll() is None
        child.send_signal(draw.choice(SIGNALS))
        child.wait()
        broken = intact(folder)
        if broken:
            return f"after kill {number + 1} (seed {seed}): {broken}", hit
    left = [name for name in os.listdir(folder) if name.startswith(".run.json.")]
    if not broken and len(left) > 1:
        broken = f"{len(left)} halves of a report are left behind"
    return broken, hit
