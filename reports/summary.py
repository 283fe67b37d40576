"""summary.md: at most LINES_MAX lines for a pull request; words beside every sign."""
import conform
import controls
import table
import table_count
import table_speed
import units
from units import clean

LINES_MAX = 60
WORST_MAX = 10


def escaped(text, most=200):
    """Foreign text in Markdown: nothing in it is markup."""
    text = clean(text, most).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for sign in "\\`*_[]#|~$!":
        text = text.replace(sign, f"\\{sign}")
    return text


def headline(report):
    """One line: counts of the levels, of the verdicts, trust."""
    rows = report["conformance"]["checks"]
    pairs = [p for b in report["benchmarks"] + report["whole_process"] for p in b["pairs"]]
    red = sum(r["red"] for r in rows)
    parts = (
        [f"{sum(r['status'] == 'pass' for r in rows)} of {len(rows)} verdicts pass"] if rows else []
    )
    parts += [f"{red} red"] if red else []
    for verdict in ("inconclusive", "refused"):
        count = sum(p["verdict"] == verdict for p in pairs)
        parts += [f"{count} {verdict}"] if count else []
    parts.append(
        "figures may be quoted" if report["trusted"]["ok"] else "figures NOT to be trusted"
    )
    code = report["exit"]["code"]
    return f"**{'Failed' if code else 'Passed'}** (exit {code}): {', '.join(parts)}"


def conformance(report):
    names = [r["name"] for r in conform.checked(report)]
    cells = {(c["runtime"], c["level"]): c for c in report["conformance"]["levels"]}
    if not cells:
        return []
    lines = [
        "",
        f"| level | {' | '.join(escaped(n, 20) for n in names)} |",
        "|---" * (len(names) + 1) + "|",
    ]
    for level in conform.LEVELS:
        mine = [cells.get((n, level)) for n in names]
        if any(mine):
            said = (conform.words(c["counts"], ", ") if c else "-" for c in mine)
            lines.append(f"| {level} | {' | '.join(said)} |")
    return lines


def failures(report):
    bad = [r for r in report["conformance"]["checks"] if r["red"]][:WORST_MAX]
    return [
        f"- {r['status'].upper()} {escaped(r['id'], 80)} {escaped(r['runtime'], 20)}: "
        f"{escaped(r.get('message') or r.get('reason'), 120)}"
        for r in bad
    ]


def speed(report, most):
    """The benchmarks as a table, the scan and whole processes with them."""
    rows = list(table_speed.speed_rows(report))[: max(0, most)]
    names = table_speed.columns(report)
    if not rows or not names:
        return []
    lines = [
        "",
        f"| benchmark | {' | '.join(escaped(n, 20) for n in names)} |",
        "|---" * (len(names) + 1) + "|",
    ]
    for bench, results, pairs in rows:
        said = []
        for runtime in names:
            words = table_speed.cell_words(bench, results.get(runtime))
            pair = table_speed.pair_words(
                pairs.get(runtime), bench.get("kind"), table_speed.NARROW
            )
            said.append(escaped(f"{words} {pair}"))
        lines.append(f"| {escaped(bench['id'], 40)} | {' | '.join(said)} |")
    left = len(list(table_speed.speed_rows(report))) - len(rows)
    return lines + ([f"| ... and {left} more on the page |"] if left > 0 else [])


def counts(report):
    """One line: exact counts of the baseline."""
    said = [
        f"{b['id']} {table_count.words(r)}"
        for b in table_count.counted(report)
        for r in b["results"]
        if r["runtime"] == report["baseline"] and r.get("counts")
    ]
    return ["", escaped(f"Instructions of {report['baseline']}: {', '.join(said)}", 900)] if said else []


def environment(report):
    """Where, with what, and how to see it again."""
    run = report["run"]
    seed = clean(run["seed"], 24).replace("`", "")
    said = [f"{escaped(controls.words(report), 400)}", ""] if report["benchmarks"] else []
    return [
        "",
        *said,
        f"{escaped(table.headline(report), 300)}  {units.seconds(run['duration_s'])}",
        "",
        f"Again in the same order: `./run.sh all --seed {seed}`",
    ]


def summary(report):
    """The text of summary.md."""
    lines = [headline(report), ""]
    lines += [f"{escaped(s, 1500)}  " for s in report["sentences"]]
    lines += conformance(report) + [""] + failures(report)
    tail = counts(report) + environment(report) + ["", "[page](index.html), [data](report.json), [charts](charts/)"]
    room = LINES_MAX - len(lines) - len(tail) - 7
    rows = speed(report, room)
    if rows:
        lines += ["", "<details><summary>Benchmarks</summary>", *rows, "", "</details>"]
    return "\n".join(lines + tail) + "\n"
