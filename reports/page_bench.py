"""The page's part on speed: a card for each benchmark with all its figures."""
import table_count
import units
from markup import el, facts, number, table

SHOWN = ("min", "p25", "p50", "p90", "p99", "p999", "max")


def figure(value, unit):
    return "-" if value is None else number(value, units.figure(value, unit))


def interval(pair, unit):
    if not pair:
        return "too few rounds"
    return [figure(pair[0], unit), " to ", figure(pair[1], unit)]


def ratio_interval(pair):
    if not pair:
        return ""
    low, high = units.interval(pair)[1:-1].split(" ")
    return [" [", number(pair[0], low), " ", number(pair[1], high), "]"]


def verdict(pair, kind):
    """`29.3x [29.1 29.6] slower`, with what speaks against it."""
    if pair is None:
        return "baseline"
    word = units.verdict(pair, kind)
    parts = [
        number(pair["ratio"], units.ratio(pair["ratio"])) if pair["ratio"] is not None else "",
        ratio_interval(pair["ci95"]),
        " ",
        el("strong", word),
    ]
    notes = [f"sees {units.effect(pair['mde'])}"] if pair["verdict"] != "refused" else []
    notes += ([pair["why"]] if pair["why"] else []) + pair["doubts"]
    notes += ["untrusted: a control of this run failed"] if pair.get("untrusted") else []
    return parts + [(el("br"), el("small", note)) for note in notes]


def note(result):
    """How the runtime's operation differs from what the card says, if it does."""
    return (el("br"), el("small", result["note"])) if result.get("note") else ""


def row(bench, result, pair, is_base):
    """A runtime's figures: cost, interval, ratio, limit."""
    estimate = result["estimate"]
    if estimate is None:
        return [
            [result["runtime"], note(result)],
            result["status"],
            result.get("reason") or "",
            "",
            "",
            count_words(result),
        ]
    unit = estimate["unit"]
    refused = [(el("br"), el("small", "refused: ", why)) for why in result["refused"]]
    limit = result.get("to_limit")
    return [
        [result["runtime"], note(result)],
        [figure(estimate["value"], unit), refused],
        interval(estimate["ci95"], unit),
        "baseline" if is_base else verdict(pair, bench.get("kind")) if pair else "-",
        number(limit, units.ratio(limit))
        if limit is not None
        else el("small", result.get("to_limit_why") or "-"),
        count_words(result),
    ]


def quantile_rows(bench):
    for result in bench["results"]:
        quantiles = result["quantiles"]
        if quantiles:
            unit = result["estimate"]["unit"]
            yield [
                result["runtime"],
                *(figure(quantiles[q], unit) for q in SHOWN),
                number(quantiles["count"], f"{quantiles['count']:,}"),
            ]


def count_words(result):
    """`101.7 instructions, 1 system call`, or why not."""
    counts = result.get("counts")
    if not counts:
        return el("small", result.get("counts_why") or "not counted")
    usage = counts.get("usage") or {}
    parts = [table_count.words(result)]
    if usage.get("cpu_cycles"):
        parts.append(f", {units.per(usage['cpu_cycles'], usage['ops'])} cycles")
    return parts


def state_words(result):
    """Whether it settled, at how many values, what was left out."""
    found, shares = result.get("steady") or {}, (result.get("modes") or {}).get("at") or []
    said = [found["class"]] if found else []
    said += [f"first {found['dropped']} batches dropped"] if found.get("dropped") else []
    said += [f"{len(shares)} modes"] if len(shares) > 1 else []
    out = result.get("excluded") or []
    said += [f"{len(out)} rounds excluded ({out[0]['why']})"] if out else []
    return ", ".join(said) or "-"


def counter_rows(bench):
    """The most that any block of a runtime had."""
    for result in bench["results"]:
        blocks = [b["counters"] for b in result.get("blocks") or [] if b.get("counters")]
        if blocks:
            yield [
                result["runtime"],
                *(
                    worst(blocks, name)
                    for name in ("nvcsw", "nivcsw", "migrations", "minflt", "majflt", "maxrss_kb")
                ),
                state_words(result),
            ]


def worst(blocks, name):
    told = [b[name] for b in blocks if b.get(name) is not None]
    if not told:
        return "-"
    value = max(told)
    return number(value, f"{value:,.0f}")


def how(bench):
    """How it was measured, from what the runner wrote."""
    design = bench.get("design") or {}
    stat = next((r["estimate"]["stat"] for r in bench["results"] if r["estimate"]), None)
    said = [
        ("one operation", bench.get("unit")),
        ("Ps", bench.get("procs")),
        ("size", bench.get("size")),
        ("figure", stat),
        ("limit", bench.get("limit")),
        ("file", bench.get("file")),
        ("design", ", ".join(f"{k} {v}" for k, v in sorted(design.items()) if v)),
        ("needs", ", ".join(bench.get("needs") or [])),
    ]
    return facts((name, value) for name, value in said if value)


def card(bench, baseline):
    """One benchmark."""
    pairs = {p["b"]: p for p in bench.get("pairs") or []}
    rows = [
        row(bench, r, pairs.get(r["runtime"]), r["runtime"] == baseline) for r in bench["results"]
    ]
    quantiles, counters = list(quantile_rows(bench)), list(counter_rows(bench))
    parts = [
        el("h3", bench["id"]),
        el("p", bench.get("what") or ""),
        table(["runtime", "cost", "95 % interval", f"beside {baseline}", "beside the limit", "instructions"], rows),
    ]
    if quantiles:
        of = sorted({r["distribution"]["of"] for r in bench["results"] if r["distribution"]})
        parts.append(
            el(
                "details",
                el("summary", f"Raw: quantiles of {' and '.join(of)}, counters, how"),
                table(["runtime", *SHOWN, "count"], quantiles),
                counters
                and table(
                    [
                        "runtime",
                        "most voluntary switches in a block",
                        "involuntary",
                        "migrations",
                        "page faults",
                        "major",
                        "peak KiB",
                        "state",
                    ],
                    counters,
                ),
                how(bench),
            )
        )
    if "bench" in bench:
        parts.append(el("pre", f"./run.sh bench '{bench['bench']}'"))
    return el("article", parts, cls="card")


def section(report, charts):
    """Every benchmark, the whole processes, and the limits themselves."""
    cards = [b for b in report["benchmarks"] if not b["id"].startswith("limit/")]
    limits = [b for b in report["benchmarks"] if b["id"].startswith("limit/")]
    base = report["baseline"]
    parts = [el("h2", "Benchmarks"), charts, [card(b, base) for b in cards]]
    if not cards:
        parts.append(el("p", "No benchmark was run."))
    if report["whole_process"]:
        parts += [
            el("h2", "Whole processes"),
            el(
                "p",
                "From start to exit, by hyperfine in the same rounds; its own JSON is in the data.",
            ),
            [card(w, base) for w in report["whole_process"]],
        ]
    if limits:
        rows = [
            [
                b["id"],
                b.get("what") or "",
                figure(r["estimate"]["value"], r["estimate"]["unit"])
                if r["estimate"]
                else r["status"],
            ]
            for b in limits
            for r in b["results"]
        ]
        parts += [
            el("h2", "What the machine allows"),
            table(["limit", "what is done", "cost"], rows),
        ]
    return el("section", parts, id="benchmarks")
