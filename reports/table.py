"""The report on a terminal: conformance, speed with what it rests on, the three sentences."""
import ablation
import conform
import controls
import table_count
import table_latency
import table_speed
from screen import NAME_MAX, name, runtimes
from units import clean

FAILURES_MAX = 20


def headline(report):
    """One line: what was run, when, on what."""
    run, host = report["run"], report["host"]
    parts = [
        f"gort-suite {clean(report['suite'].get('revision'), 20)}",
        f"run {clean(run['id'], 30)}",
        f"seed {clean(run['seed'], 20)}",
        clean(host.get("cpu_model"), 30),
        f"{host.get('cpus_online') or '?'} CPUs",
        clean(host.get("virt") or "bare metal", 12),
        f"Linux {clean(host.get('kernel'), 20)}",
        clean((report.get("toolchain") or {}).get("cc"), 40),
    ]
    return "  ".join(part for part in parts if part)


# ------------------------------------------------------------------- conformance


def conformance(report, out):
    rows = report["conformance"]["checks"]
    if not rows:
        return
    out.say("CONFORMANCE", "head")
    matrix(out, report, report["conformance"]["levels"], "level", conform.LEVELS)
    areas = sorted({row["area"] for row in rows})
    matrix(out, report, report["conformance"]["areas"], "area", areas)
    bad = [row for row in rows if row["red"]]
    for row in bad[:FAILURES_MAX]:
        failure(out, row)
    if len(bad) > FAILURES_MAX:
        out.say(f"  ... and {len(bad) - FAILURES_MAX} more, all of them on the page")
    for row in rows:
        if row["status"] == "xfail":
            out.wrap(
                f"  known {clean(row['id'], 60)} {name(row['runtime'])}: {clean(row['reason'])}"
            )
    out.say()


def failure(out, row):
    text = clean(row.get("message") or row.get("reason"))
    out.say(
        f"  {row['status'].upper()} {clean(row['id'], 60)} {name(row['runtime'])}: {text}", "red"
    )
    if row.get("repro"):
        out.say(f"       reproduce: {clean(row['repro'], 300)}")


def matrix(out, report, counts, key, order):
    """A line for each level or area, a column for each runtime."""
    found = {(c["runtime"], c[key]): c for c in counts}
    cells = {at: conform.words(cell["counts"]) for at, cell in found.items()}
    wide = max([NAME_MAX, *map(len, cells.values())]) + 2
    labels = max([len(clean(label, 20)) for label in order] + [8]) + 2
    columns = conform.checked(report)
    out.say(" " * (labels + 8) + "".join(f"{name(r):{wide}}" for r in columns))
    for label in order:
        mine = [found.get((r["name"], label)) for r in columns]
        if any(mine):
            total = max(cell["total"] for cell in mine if cell)
            said = "".join(f"{cells.get((r['name'], label), '-'):{wide}}" for r in columns)
            out.say(f"  {clean(label, 20):{labels}}{'(' + str(total) + ')':6}{said}")


# ---------------------------------------------------------------------- all of it


def rests_on(report, out):
    """Beside every speed: what the runtime does for it."""
    out.say(
        f"{'RESTS ON':{NAME_MAX + 4}}" + "".join(f"{word:10}" for _, word in conform.ABILITIES),
        "head",
    )
    for runtime in runtimes(report):
        said = "".join(
            f"{'yes' if key in runtime['abilities'] else 'no':10}" for key, _ in conform.ABILITIES
        )
        note = "" if runtime["build"]["ok"] else "does not build"
        out.say(f"  {name(runtime):{NAME_MAX + 2}}{note or said}")
    out.say()


def show(report, out):
    """Everything but the closing lines."""
    out.say(headline(report))
    for reason in report["trusted"]["reasons"]:
        out.say(f"! not to be trusted: {clean(reason)}", "red")
    for warning in report["warnings"]:
        out.say(f"! {clean(warning['text'])}")
    if report["benchmarks"]:
        out.wrap(f"  {clean(controls.words(report), 400)}")
    out.say()
    conformance(report, out)
    if any(r["estimate"] for b in report["benchmarks"] for r in b["results"]):
        table_speed.speed(report, out)
    table_latency.latencies(report, out)
    ablation.show(report, out)
    table_count.counts(report, out)
    rests_on(report, out)


def close(report, out, page):
    """The three sentences, where the page is, and the exit status with its reason."""
    for sentence in report["sentences"]:
        out.wrap(clean(sentence, 2000))
    out.say()
    if page:
        print(f"report   {page}", file=out.file)
    code, reasons = report["exit"]["code"], "; ".join(report["exit"]["reasons"])
    out.say(
        f"exit {code}  {clean(reasons, out.width - 10) or 'all as expected'}",
        "red" if code else "good",
    )
