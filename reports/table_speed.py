"""The speed table on a terminal: figures, ratios to the baseline, what the marks mean."""
import conform
import stats
import units
from screen import NAME_MAX, name, runtimes
from units import clean

# how much is said of a pair: ratio, interval and verdict; no interval; a sign for the verdict
WIDE, NARROW, TIGHT = range(3)
SIGNS = {"inconclusive": "({})", "equivalent": "{}="}


def cell_words(bench, result):
    """A figure, or the word that stands in its place."""
    if result is None:
        return "-"
    if result["estimate"] is None:
        return {"unsupported": "-- unsupported"}.get(result["status"], result["status"].upper())
    mark = "?" if result["refused"] else ""
    return units.figure(result["estimate"]["value"], result["estimate"]["unit"]) + mark


def pair_words(pair, kind, form=WIDE):
    if pair is None:
        return ""
    if pair["verdict"] == "refused":
        return "refused"
    mark = ("~" if pair["doubts"] else "") + ("!" if pair.get("untrusted") else "")
    ratio = units.ratio(pair["ratio"])
    if form == TIGHT:
        return SIGNS.get(pair["verdict"], "{}").format(ratio) + mark
    interval = "" if form == NARROW else f" {units.interval(pair['ci95'])}"
    sees = f" sees {units.effect(pair['mde'])}" if form == WIDE else ""
    return f"{ratio}{interval} {units.verdict(pair, kind)}{mark}{sees}"


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
    for form in (WIDE, NARROW, TIGHT):
        lines = [speed_line(row, names, form) for row in rows]
        head = ["BENCHMARK"] + [name(n) + red_words(report, n) for n in names]
        widths = [max(len(line[i]) for line in lines + [head]) + 2 for i in range(len(head))]
        if sum(widths) <= out.width:
            break
    if sum(widths) <= out.width:
        for number, line in enumerate([head] + lines):
            text = "".join(f"{cell:{width}}" for cell, width in zip(line, widths))
            out.say(text, None if number else "head")
        if form == TIGHT:
            out.say("  (2.00x) is not proven, 1.00x= is equivalent; else proven: dearer above 1, cheaper below")
    else:
        stacked(out, rows, names)
    footnotes(report, out, rows)


def red_words(report, runtime):
    """A speed stands beside what is wrong: fast because wrong is not fast."""
    red = conform.names(report["conformance"]["checks"], runtime, conform.RED)
    return f" ({len(red)} checks red)" if red else ""


def speed_line(row, names, form):
    bench, results, pairs = row
    line = ["  " + clean(bench["id"], 32)]
    for runtime in names:
        result = results.get(runtime)
        words = cell_words(bench, result)
        if runtime == names[0]:
            limit = (result or {}).get("to_limit")
            said = f"{units.ratio(limit)} limit" if limit else ""
        else:
            said = pair_words(pairs.get(runtime), bench.get("kind"), form)
        line.append(f"{words:>9}  {said}")
    return line


def stacked(out, rows, names):
    """A line for each cell, where no table fits."""
    for bench, results, pairs in rows:
        out.say(clean(bench["id"], out.width), "head")
        for runtime in names:
            form = NARROW if out.width < 72 else WIDE
            said = pair_words(pairs.get(runtime), bench.get("kind"), form)
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
    sees = [p["mde"] for _, _, pairs in rows for p in pairs.values() if p["mde"] is not None]
    if sees:
        out.wrap(
            f"  smallest effect a comparison could have seen: {units.effect(min(sees))} at best, "
            f"{units.effect(stats.median(sees))} as a rule, {units.effect(max(sees))} at worst"
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
        out.say("  ~ not independent rounds, or several modes; but every round says the same: see the page")
    for runtime in runtimes(report):
        differs = [b["id"] for b, results, _ in rows if results.get(runtime["name"], {}).get("note")]
        if differs:
            out.say(f"  {name(runtime)} does {len(differs)} of these in its own way: see the page")
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
