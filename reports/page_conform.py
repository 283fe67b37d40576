"""The page's part on conformance: a matrix by area, and under each check all there is to know."""
import conform
from markup import el, facts, table


def runtimes(report):
    return [r["name"] for r in conform.checked(report)]


def letter(row):
    """One verdict as a letter that says its word."""
    if row is None:
        return el("span", "·", cls="v none", title="not run")
    kind = "red" if row["red"] else row["status"]
    return el(
        "span",
        conform.LETTER[row["status"]],
        cls=f"v {kind}",
        title=f"{row['runtime']}: {row['status']}",
    )


def totals(report):
    """Counts by level, a column for each runtime."""
    cells = {(c["runtime"], c["level"]): c for c in report["conformance"]["levels"]}
    rows = []
    for level in conform.LEVELS:
        mine = [cells.get((name, level)) for name in runtimes(report)]
        if any(mine):
            rows.append(
                [
                    level if level != "none" else "no level",
                    *(conform.words(c["counts"], ", ") if c else "-" for c in mine),
                ]
            )
    return table(["level", *runtimes(report)], rows)


def absent(report):
    """Who has no column, and why."""
    names = conform.no_checks(report)
    if not names:
        return None
    return el("p", f"No checks are written for {', '.join(names)}: not in C.", cls="quiet")


def legend():
    return el(
        "p",
        "Letters: ",
        [
            (
                el("span", letter_, cls=f"v {word if word not in conform.RED else 'red'}"),
                f" {word}  ",
            )
            for word, letter_ in conform.LETTER.items()
        ],
        cls="legend",
    )


def attempt_rows(row):
    return [
        [
            f"{a.get('procs') or '-'} P",
            f"seed {a.get('seed') or '-'}",
            a["status"],
            f"{a['ms']:.1f} ms" if a.get("ms") is not None else "-",
            f"signal {a['signal']}" if a.get("signal") else f"status {a.get('exit')}",
            a.get("message") or "",
        ]
        for a in row.get("attempts") or []
    ]


def verdict_details(row):
    """One check on one runtime."""
    said = [
        ("verdict", el("strong", row["status"])),
        ("expected", row.get("expected")),
        ("reason", row.get("reason")),
        ("message", row.get("message")),
        ("assertions", row.get("assertions")),
    ]
    parts = [
        el("h4", row["runtime"], " ", letter(row)),
        facts((name, value) for name, value in said if value not in (None, "")),
    ]
    if row["status"] != "pass" and row.get("attempts"):
        parts.append(
            table(["Ps", "seed", "verdict", "took", "ended with", "message"], attempt_rows(row))
        )
    if row.get("repro"):
        parts.append(el("pre", row["repro"]))
    if row.get("stderr_tail"):
        parts.append(el("details", el("summary", "stderr"), el("pre", row["stderr_tail"])))
    return el("div", parts, cls="one")


def check_details(check, rows, names):
    """A check: its claim and a letter for each runtime; inside, why and how to see it again."""
    clause = check["clause"]
    head = el(
        "summary",
        el("span", check["id"], cls="id"),
        el("span", check["claim"], cls="claim"),
        el("span", [letter(rows.get(n)) for n in names], cls="letters"),
    )
    about = [
        ("clause", f"{clause} ({check['level']})"),
        ("statement", check["statement"]),
        ("source", check.get("source")),
        ("needs", ", ".join(check.get("needs") or [])),
        ("file", check.get("file")),
        (
            "ends with",
            f"status {check['dies']}: {check.get('says')}" if check.get("dies") else None,
        ),
    ]
    return el(
        "details",
        head,
        facts((n, v) for n, v in about if v),
        [verdict_details(rows[n]) for n in names if n in rows],
        cls="check",
        open=any(r["red"] for r in rows.values()) or None,
    )


def area_section(area, checks, found, names):
    return el(
        "section",
        el("h3", area),
        el(
            "div",
            el("span", cls="id"),
            el("span", cls="claim"),
            el("span", [el("span", n, cls="vname") for n in names], cls="letters"),
            cls="areahead",
        ),
        [check_details(c, found.get(c["id"], {}), names) for c in checks],
    )


def section(report):
    """Everything about conformance."""
    rows = report["conformance"]["checks"]
    if not rows:
        return el(
            "section", el("h2", "Conformance"), el("p", "No check was run."), id="conformance"
        )
    names, found = runtimes(report), {}
    for row in rows:
        found.setdefault(row["id"], {})[row["runtime"]] = row
    catalogue = {c["id"]: c for c in report["checks"]}
    for check_id in found:
        catalogue.setdefault(
            check_id,
            {
                "id": check_id,
                "claim": "",
                "clause": "",
                "level": "none",
                "statement": None,
                "area": conform.area(check_id),
            },
        )
    areas = {}
    for check in sorted(catalogue.values(), key=lambda c: c["id"]):
        areas.setdefault(check["area"], []).append(check)
    return el(
        "section",
        el("h2", "Conformance"),
        totals(report),
        absent(report),
        legend(),
        [area_section(a, c, found, names) for a, c in areas.items()],
        id="conformance",
    )
