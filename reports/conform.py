"""Conformance: the level of each row, what is red, the counts."""

STATUSES = ("pass", "fail", "crash", "hang", "unsupported", "xfail", "xpass", "vacuous", "error")
RED = ("fail", "crash", "hang", "xpass", "vacuous", "error")
LETTER = {
    "pass": "P",
    "fail": "F",
    "crash": "C",
    "hang": "H",
    "unsupported": "U",
    "xfail": "x",
    "xpass": "X",
    "vacuous": "V",
    "error": "E",
}
# what a speed rests on: ability, and the word for it
ABILITIES = (
    ("stackful", "stackful"),
    ("guard", "guarded"),
    ("recycle", "recycled"),
    ("steal", "steals"),
    ("preempt", "preempts"),
    ("fpenv", "keeps-FP"),
)
LEVELS = ("must", "should", "impl", "none")


def area(check_id):
    return check_id.split("/", 1)[0]


def describe(checks, clauses):
    """Give every check of the catalogue level, statement and area; warn of clauses unknown."""
    unknown = []
    for check in checks:
        clause = clauses.get(check["clause"])
        check["area"] = area(check["id"])
        check["level"] = clause["level"] if clause else "none"
        check["statement"] = clause["statement"] if clause else None
        if not clause:
            unknown.append(check["clause"])
    return sorted(set(unknown))


def mark(rows, checks):
    """Give every row area, level and whether it is red."""
    levels = {check["id"]: check["level"] for check in checks}
    for row in rows:
        row["area"] = area(row["id"])
        row["level"] = levels.get(row["id"], "none")
        row["red"] = row["status"] in RED


def count(rows, key):
    """Counts of each status by runtime and `key`: [{runtime, key, total, counts}]."""
    made = {}
    for row in rows:
        cell = made.setdefault((row["runtime"], row[key]), dict.fromkeys(STATUSES, 0))
        cell[row["status"]] += 1
    return [
        {"runtime": runtime, key: value, "total": sum(counts.values()), "counts": counts}
        for (runtime, value), counts in made.items()
    ]


def checked(report):
    """The runtimes that have a verdict: who has no checks has no column either."""
    found = {row["runtime"] for row in report["conformance"]["checks"]}
    return [r for r in report["runtimes"] if r["kind"] == "runtime" and r["name"] in found]


def no_checks(report):
    """Names of the runtimes that no check is written for: programs that are not C."""
    return [
        r["name"] for r in report["runtimes"] if r["kind"] == "runtime" and r.get("checks") == 0
    ]


def names(rows, runtime, statuses):
    return [row["id"] for row in rows if row["runtime"] == runtime and row["status"] in statuses]


def words(counts, gap="  "):
    """`88 ok  2 unsupported  1 FAIL`: nothing for what did not occur."""
    say = (
        ("pass", "ok"),
        ("unsupported", "--"),
        ("xfail", "xf"),
        ("fail", "FAIL"),
        ("crash", "CRASH"),
        ("hang", "HANG"),
        ("xpass", "XPASS"),
        ("vacuous", "VACUOUS"),
        ("error", "ERROR"),
    )
    return gap.join(f"{counts[status]} {word}" for status, word in say if counts[status])
