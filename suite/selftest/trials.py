"""Trials of the judgement: one program against itself, and with a planted cost, under load.

What is asked of 200 trials: at most one in a hundred tells the program from itself; of +5 % at
least 95 in a hundred are found, none with the wrong sign; +1.5 % is never called equivalent.
"""
import collections
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "reports"))
sys.dont_write_bytecode = True
import controls  # noqa: E402

BENCHES = ("spawn_one", "chan_pingpong", "exit_return", "park_ready")
PLANTED = "1.5,5"
ROUNDS = 32


def disturb():
    """A neighbour that always has work."""
    parent = os.getppid()
    while os.getppid() == parent:
        sum(range(10000))


def start_load(count):
    """Processes that disturb; the caller kills them by stop_load."""
    made = []
    for _ in range(count):
        pid = os.fork()
        if pid == 0:
            try:
                disturb()
            finally:
                os._exit(0)
        made.append(pid)
    return made


def stop_load(pids):
    for pid in pids:
        os.kill(pid, 9)
        os.waitpid(pid, 0)


def trial(build, number, folder, rounds):
    """{arm: pair} of one run of the runner."""
    out = os.path.join(folder, f"trial{number}")
    bench = BENCHES[number % len(BENCHES)]
    call = [f"{build}/runner", "--only", "bench", "--match", bench, "--match", "!limit/*"]
    call += ["--rounds", str(rounds), "--seed", str(number), "--plant", PLANTED]
    call += ["--out", out, f"{build}/subject/gort"]
    done = subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(call)}: {done.stderr.decode()[-300:]}")
    with open(os.path.join(out, "run.json"), encoding="utf-8") as file:
        run = json.load(file)
    if not controls.judge(run):
        raise RuntimeError(f"no controls in {out}: {run['controls_why']}")
    return {pair["b"]: pair for pair in run["controls"]["pairs"]}


def trials(build, folder, count, rounds=ROUNDS):
    """Counter of (arm, verdict) over so many trials on a machine kept busy; and the mdes."""
    found, sees = collections.Counter(), []
    shown = max(1, count // 10)
    load = start_load(os.cpu_count() or 1)
    try:
        for number in range(count):
            for arm, pair in trial(build, number, folder, rounds).items():
                found[arm, pair["verdict"]] += 1
                if pair["mde"] is not None:
                    sees.append(pair["mde"])
            if (number + 1) % shown == 0:
                print(f"# {number + 1} trials: {dict(found)}", file=sys.stderr, flush=True)
    finally:
        stop_load(load)
    return found, sees


def judge(found, count, least_found):
    """(claim, whether it holds) of each, from the counts."""
    wrong = found["same", "faster"] + found["same", "slower"]
    hits = found["+5 %", "slower"]
    yield (
        f"same against same: {wrong} of {count} verdicts wrong, at most 1 % allowed",
        wrong <= max(count // 100, 1 if count < 100 else 0),
    )
    yield f"+5 %: {hits} of {count} found, {least_found} are wanted", hits >= least_found
    yield f"+5 %: {found['+5 %', 'faster']} with the wrong sign", not found["+5 %", "faster"]
    yield f"+5 %: {found['+5 %', 'equivalent']} called equivalent", not found["+5 %", "equivalent"]
    equivalent = found["+1.5 %", "equivalent"]
    yield f"+1.5 %: {equivalent} of {count} called equivalent", not equivalent
