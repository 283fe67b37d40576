"""The report on a terminal: conformance, speed with what it rests on, the three sentences."""
import conform
import units
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
    out.say(" " * (labels + 8) + "".join(f"{name(r):{wide}}" for r in runtimes(report)))
    for label in order:
        mine = [found.get((r["name"], label)) for r in runtimes(report)]
        if any(mine):
            total = max(cell["total"] for cell in mine if cell)
            said = "".join(f"{cells.get((r['name'], label), '-'):{wide}}" for r in runtimes(report))
            out.say(f"  {clean(label, 20):{labels}}{'(' + str(total) + ')':6}{said}")


# ------------------------------------------------------------------------- speed


def cell_words(bench, result):
    """A figure, or the word that stands in its place."""
    if result is None:
        return "-"
    if result["estimate"] is None:
        return {"unsupported": "-- unsupported"}.get(result["status"], result["status"].upper())
    mark = "?" if result["refused"] else ""
    return units.figure(result["estimate"]["value"], result["estimate"]["unit"]) + mark


def pair_words(pair, kind, narrow=False):
    if pair is None:
        return ""
    if pair["verdict"] == "refused":
        return "refused"
    interval = "" if narrow else f" {units.interval(pair['ci95'])}"
    mark = "~" if pair["doubts"] else ""
    return f"{units.ratio(pair['ratio'])}{interval} {units.verdict(pair, kind)}{mark}"


def speed_rows(report):
    """[(benchmark, {runtime: result}, {runtime: pair})], limits last, whole processes before."""
    benches = [b for b in report["benchmarks"] if not b["id"].startswith("limit/")]
    for bench in benches + report["whole_process"]:
        yield (
            bench,
            {r["runtime"]: r for r in bench["results"]},
            {p["b"]: p for p in bench["pairs"]},
        )


def columns(report):
    """The baseline first, then the others."""
    names = [r["name"] for r in runtimes(report)]
    first = report["baseline"]
    return ([first] if first in names else []) + [n for n in names if n != first]


def speed(report, out):
    rows = list(speed_rows(report))
    if not any(results for _, results, _ in rows):
        return
    names = columns(report)
    for narrow in (False, True):
        lines = [speed_line(row, names, narrow) for row in rows]
        head = ["BENCHMARK"] + [name(n) + red_words(report, n) for n in names]
        widths = [max(len(line[i]) for line in lines + [head]) + 2 for i in range(len(head))]
        if sum(widths) <= out.width:
            break
    if sum(widths) <= out.width:
        for number, line in enumerate([head] + lines):
            text = "".join(f"{cell:{width}}" for cell, width in zip(line, widths))
            out.say(text, None if number else "head")
    else:
        stacked(out, rows, names)
    footnotes(report, out, rows)


def red_words(report, runtime):
    """A speed stands beside what is wrong: fast because wrong is not fast."""
    red = conform.names(report["conformance"]["checks"], runtime, conform.RED)
    return f" ({len(red)} checks red)" if red else ""


def speed_line(row, names, narrow):
    bench, results, pairs = row
    line = ["  " + clean(bench["id"], 32)]
    for runtime in names:
        result = results.get(runtime)
        words = cell_words(bench, result)
        if runtime == names[0]:
            limit = (result or {}).get("to_limit")
            said = f"{units.ratio(limit)} limit" if limit else ""
        else:
            said = pair_words(pairs.get(runtime), bench.get("kind"), narrow)
        line.append(f"{words:>9}  {said}")
    return line


def stacked(out, rows, names):
    """A line for each cell, where no table fits."""
    for bench, results, pairs in rows:
        out.say(clean(bench["id"], out.width), "head")
        for runtime in names:
            said = pair_words(pairs.get(runtime), bench.get("kind"), out.width < 72)
            out.say(
                f"  {name(runtime):{NAME_MAX}} {cell_words(bench, results.get(runtime)):>9}  {said}"
            )


def footnotes(report, out, rows):
    family = report["family"]
    if family["pairs"]:
        how = (
            f"Holm over {family['pairs']}"
            if family["adjusted"]
            else f"each by itself at 95 %: {family['rounds']} rounds are too few for all "
            f"{family['pairs']}, {family['rounds_needed']} are needed"
        )
        out.wrap(
            f"  ratio to {name(report['baseline'])} [95 % interval] verdict: {how}.  Time or "
            "bytes of one operation, less is better.  limit: what the machine allows"
        )
    found = [
        (result["runtime"], why)
        for _, results, _ in rows
        for result in results.values()
        for why in result["refused"]
    ]
    if found:
        out.wrap(
            f"  ? refused: {name(found[0][0])}: {clean(found[0][1])}"
            + (f" (and {len(found) - 1} more)" if len(found) > 1 else "")
        )
    if any(pair["doubts"] for _, _, pairs in rows for pair in pairs.values()):
        out.say("  ~ the rounds were not independent: drift, or neighbours alike; see the page")
    reasons = {}
    for bench in report["benchmarks"]:
        for result in bench["results"]:
            if result["status"] != "ok" and result.get("reason"):
                key = (result["runtime"], clean(result["reason"], 120), result["status"])
                reasons.setdefault(key, []).append(clean(bench["id"], 32))
    for (runtime, reason, status), ids in reasons.items():
        out.wrap(
            f"  {status} {name(runtime)}: {reason} "
            f"({', '.join(ids[:3])}{' ...' if len(ids) > 3 else ''})"
        )
    out.say()


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
    out.say()
    conformance(report, out)
    speed(report, out)
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
