"""Checks and verdicts as the runner would write them, mostly green."""

AREAS = (
    "start",
    "order",
    "exit",
    "goexit",
    "trace",
    "recycle",
    "steal",
    "park",
    "chan",
    "deadlock",
)


def catalogue():
    """Checks and the rows that they give: mostly green, with one of each other verdict."""
    checks = []
    for area in AREAS:
        for number in range(5):
            checks.append(
                {
                    "id": f"{area}/claim_{number}",
                    "claim": f"{area} does what it must, {number}",
                    "clause": f"{area}.clause-{number}",
                    "source": "Go 1.19 proc.go: schedule",
                    "needs": ["steal"] if area == "steal" else [],
                    "procs": 1,
                    "min_procs": 0,
                    "dies": 0,
                    "says": "",
                    "file": f"suite/check/{area}/claim_{number}.c",
                }
            )
    return checks


def row(check, runtime, status):
    reason = {"unsupported": "needs steal", "xfail": "threads are not numbered in order"}.get(
        status, ""
    )
    message = 'order is "1 2", wanted "2 1"' if status in ("fail", "xfail") else ""
    return {
        "id": check["id"],
        "clause": check["clause"],
        "runtime": runtime,
        "status": status,
        "expected": "fail" if status == "xfail" else "pass",
        "reason": reason,
        "assertions": 12,
        "message": message,
        "repro": f"build/subject/{runtime} check {check['id']} --procs 1 --seed 7",
        "attempts": []
        if status == "unsupported"
        else [
            {
                "procs": 1,
                "seed": "7",
                "status": "fail" if status == "xfail" else status,
                "ms": 3.5,
                "exit": 0,
                "signal": 0,
                "message": message,
            }
        ],
        "stderr_tail": "",
    }


def rows(checks, names, red):
    made = []
    for check in checks:
        for runtime in names:
            status = "pass"
            if check["needs"] and runtime != names[0]:
                status = "unsupported"
            elif check["id"] in ("order/claim_3", "start/claim_1") and runtime == names[-1]:
                status = "xfail"
            made.append(row(check, runtime, red.get((check["id"], runtime), status)))
    return made


def spec(checks):
    """Clauses for the catalogue."""
    levels = ("must", "must", "should", "impl")
    return {
        c["clause"]: {
            "level": levels[i % 4],
            "statement": f"Statement of {c['clause']}.",
            "source": c["source"],
        }
        for i, c in enumerate(checks)
    }
