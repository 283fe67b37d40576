#!/usr/bin/env python3
"""external.py SUBJECT REFERENCE: does a program that is not C speak suite/PROTOCOL.md?

It must list what REFERENCE, a subject in C, lists of suite/bench, in the same words and with the
same counts; do every benchmark for a batch and prove it, or refuse it at any size with the same
reason; and end with status 2 when it is called wrongly.  Prints `ok` or `not ok` for each; the
last line counts them.
"""
import os
import signal
import subprocess
import sys
import time

NONCE = "17"
SAME = "what unit kind limit needs procs live sizes n full".split()
ABILITIES = set(
    "stackful guard recycle steal ring many fpenv preempt blocking lock_thread stat runnext parallel order refuse yield_local max_threads".split()
)
WRONG = (
    "",
    "lunch",
    "bench",
    "bench no_such_benchmark",
    "bench {id} --procs 0",
    "bench {id} --procs 65",
    "bench {id} --procs two",
    "bench {id} --n -1",
    "bench {id} --n 0x10",
    "bench {id} --batches 0",
    "bench {id} --seed 18446744073709551616",
    "bench {id} --lunch 1",
    "bench {id} --n",
    "check start/nil_fn_is_fatal",
)
LIMIT_S = 60


def fields(line):
    kind, *rest = line.split("\t")
    return {"record": kind} | dict(part.split("=", 1) for part in rest)


def call(subject, args, cpus=None):
    """(exit status, records, what else it said)."""
    reader, writer = os.pipe()
    child = subprocess.Popen(
        [subject, *args],
        pass_fds=[writer],
        env={"PATH": os.environ["PATH"], "RT_REPORT_FD": str(writer), "RT_NONCE": NONCE},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=cpus and (lambda: os.sched_setaffinity(0, cpus)),
    )
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        records = [fields(line.rstrip("\n")) for line in pipe]
    said = child.communicate(timeout=LIMIT_S)[0].decode()
    return child.returncode, records, said


def of(records, kind):
    return [r for r in records if r["record"] == kind]


class Tests:
    def __init__(self, subject, reference):
        self.subject, self.good, self.bad = subject, 0, 0
        self.listed = call(subject, ["list"])[1]
        self.wanted = of(call(reference, ["list"])[1], "bench")

    def expect(self, name, why):
        """One that holds when `why` is empty."""
        self.good, self.bad = self.good + (not why), self.bad + bool(why)
        print(f"not ok {name}: {why}" if why else f"ok {name}")

    def about(self):
        runtime, build = of(self.listed, "runtime"), of(self.listed, "build")
        name = os.path.basename(self.subject)
        self.expect(
            "list says what it is",
            "" if len(runtime) == len(build) == 1 else "not one runtime, one build",
        )
        told = runtime[0] | build[0]
        for key, value in (("protocol", "1"), ("name", name)):
            self.expect(f"{key} is {value}", "" if told.get(key) == value else told.get(key))
        for key in ("description", "cc", "cflags", "revision"):
            self.expect(f"list tells its {key}", "" if told.get(key) else "it is empty")
        unknown = set(told["abilities"].split(",")) - ABILITIES
        self.expect("abilities are known", ", ".join(unknown))

    def catalogue(self):
        mine = {r["id"]: r for r in of(self.listed, "bench")}
        for id in mine.keys() - {r["id"] for r in self.wanted}:
            self.expect(f"{id} is listed", "suite/bench has no such file")
        for record in self.wanted:
            own = mine.get(record["id"], {})
            other = [f"{k}={own.get(k)}, not {record[k]}" for k in SAME if own.get(k) != record[k]]
            self.expect(f"{record['id']} is listed as in C", "; ".join(other))
        return [r for r in self.wanted if r["id"] in mine]

    def run(self, record):
        """A batch; what takes long does as few operations as it can, the others find their n."""
        cpus = {max(os.sched_getaffinity(0))} if record["procs"] == "1" else None
        few = ["--n", "1"] if record["full"] == "1" else []
        args = ["bench", record["id"], "--batches", "1"]
        status, records, said = call(self.subject, args + few, cpus)
        why = fault(record, status, records, said)
        refused = of(records, "refused")
        if refused and not why:
            again = of(call(self.subject, args + ["--n", "1"], cpus)[1], "refused")
            why = "" if again == refused else f"refused, but not always: {refused[0]['reason']}"
        done = f" is refused: {refused[0]['reason']}" if refused else " does and proves its work"
        self.expect(record["id"] + done, why)

    def wrong_calls(self):
        for text in WRONG:
            args = text.format(id=self.wanted[0]["id"]).split()
            status, records, _ = call(self.subject, args)
            fine = status == 2 and not of(records, "begin")
            self.expect(
                f"'{' '.join(args)}' is refused",
                "" if fine else f"status {status}, {records}",
            )

    def quit(self):
        """SIGQUIT: a dump, and status 2."""
        child = subprocess.Popen(
            [self.subject, "bench", self.wanted[0]["id"], "--batches", "1000000"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        time.sleep(0.3)
        child.send_signal(signal.SIGQUIT)
        said = child.communicate(timeout=LIMIT_S)[1].decode()
        fine = child.returncode == 2 and "\ngoroutine " in said
        self.expect("SIGQUIT dumps", "" if fine else f"status {child.returncode}: {said[:200]}")


def fault(record, status, records, said):
    """What is wrong with a block, or nothing."""
    if status or said:
        return f"status {status}: {said[:300]}"
    if [r["record"] for r in records][:1] != ["begin"] or records[-1]["record"] != "end":
        return f"not from begin to end: {records}"
    if records[-1].get("nonce") != NONCE:
        return "the nonce is missing"
    if of(records, "refused"):
        return "" if of(records, "refused")[0].get("reason") else "refused without a reason"
    return proof_fault(record, records)


def proof_fault(record, records):
    proof = of(records, "proof")
    if len(proof) != 1 or proof[0]["expected"] != proof[0]["observed"]:
        return f"not proven: {proof}"
    expected, kind = int(proof[0]["expected"]), record["kind"]
    events = [int(ns) for r in of(records, "event") for ns in r["ns"].split(",")]
    if kind == "time" and [int(r["ops"]) for r in of(records, "sample")] != [expected]:
        return "not one sample of all operations"
    if kind == "latency" and (len(events) != expected or min(events) <= 0):
        return f"{len(events)} events, {expected} proven, least {min(events, default=None)}"
    if kind == "bytes" and [float(r["value"]) > 0 for r in of(records, "value")] != [True]:
        return "not one value above 0"
    calibrated = record["full"] == "0" and record["n"] == "0" and kind == "time"
    if calibrated and len(of(records, "calibrated")) != 1:
        return "no word on its calibration"
    return "" if of(records, "counters") else "no counters"


def main(subject, reference):
    tests = Tests(subject, reference)
    tests.about()
    tests.wrong_calls()
    tests.quit()
    for record in tests.catalogue():
        tests.run(record)
    print(f"{os.path.basename(subject)}: {tests.good} passed, {tests.bad} failed")
    return 1 if tests.bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
