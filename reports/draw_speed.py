"""Charts of figures: ratios to the baseline, every cost beside its limit."""
import chart_look as look
from chart_look import NoData
import units


def spread(count, height=0.56):
    """Where `count` marks stand in a line of the chart."""
    return [height * ((i + 0.5) / count - 0.5) for i in range(count)]


def ratios(report, looks):
    """Who is faster, and is it sure?"""
    base = report["baseline"]
    benches = [b for b in report["benchmarks"] + report["whole_process"] if b["pairs"]]
    others = [n for n in looks if any(p["b"] == n for b in benches for p in b["pairs"])]
    if not others:
        raise NoData("no two runtimes were measured in one benchmark")
    figure, (axes,) = look.sheet(len(benches) * max(1, len(others) * 0.62))
    for line, bench in enumerate(benches):
        limit_mark(report, axes, bench, line, base)
        for pair in bench["pairs"]:
            at = line + spread(len(others))[others.index(pair["b"])]
            one_ratio(axes, pair, at, looks[pair["b"]])
    axes.set_xscale("log")
    look.log_axis(axes.xaxis, "x")
    look.rows_axis(axes, [b["id"] for b in benches])
    axes.axvspan(1 / 1.01, 1.01, color=look.FAINT, zorder=0)
    axes.axvline(1, color=look.INK, linewidth=0.8)
    axes.set_xlabel(
        f"cost beside {look.label(base)}, log scale   (left of 1: cheaper, right: dearer)"
    )
    low, high = axes.get_xlim()
    axes.set_xlim(low / 1.15, high * 4)
    entries = [(n, looks[n]) for n in others] + [("limit of the machine", look.LIMIT)]
    look.key(figure, entries)
    return look.finish(
        report,
        figure,
        f"Cost of each operation as a multiple of {look.label(base)}'s",
        ratio_reading(report, benches),
        ratio_how(report),
    )


def one_ratio(axes, pair, at, style):
    if pair["ratio"] is None:
        return
    for interval, width in ((pair["ci_adj"], 0.9), (pair["ci95"], 2.6)):
        if interval:
            axes.plot(
                interval, [at, at], color=style.colour, linewidth=width, solid_capstyle="butt"
            )
    sure = pair["verdict"] in ("faster", "slower", "equivalent")
    axes.plot(
        [pair["ratio"]],
        [at],
        color=style.colour,
        marker=style.marker,
        markersize=5.5,
        markerfacecolor=style.colour if sure else look.PAPER,
    )
    end = max([pair["ratio"], *(pair["ci95"] or []), *(pair["ci_adj"] or [])])
    word = "" if sure else f" {pair['verdict']}"
    axes.annotate(
        f"{units.ratio(pair['ratio'])}{word}",
        (end, at),
        xytext=(7, 0),
        textcoords="offset points",
        va="center",
        fontsize=7,
    )


def limit_mark(report, axes, bench, line, base):
    """Where the machine's limit lies beside the baseline."""
    limit = look.limit_of(report, bench) if "kind" in bench else None
    value = next((r["estimate"]["value"] for r in bench["results"] if r["runtime"] == base), 0)
    if limit and value > 0 and limit[1] > 0:
        axes.plot(
            [limit[1] / value],
            [line],
            color=look.INK,
            marker="|",
            markersize=13,
            markeredgewidth=1.8,
            linestyle="none",
        )


def ratio_reading(report, benches):
    pairs = [p for b in benches for p in b["pairs"]]
    said = {
        v: sum(p["verdict"] == v for p in pairs)
        for v in ("slower", "faster", "equivalent", "inconclusive", "refused")
    }
    words = ", ".join(f"{n} {v}" for v, n in said.items() if n)
    return f"Of {len(pairs)} comparisons with {look.label(report['baseline'])}: {words}."


def ratio_how(report):
    family = report["family"]
    second = (
        f"thin bar: the same for all {family['pairs']} comparisons together (Holm)"
        if family["adjusted"]
        else "too few rounds to adjust for the number of comparisons"
    )
    return (
        f"{look.rounds_words(report)}; mark: median over rounds of the ratio of block values "
        f"(time: p25 of the batches); thick bar: exact 95 % sign interval; {second}; grey band: "
        "±1 %, no difference; hollow: not proven"
    )


def costs(report, looks):
    """What does each operation cost, and what does the machine allow?"""
    benches = [b for b in look.measured(report) if b["kind"] != "bytes"]
    if not benches:
        raise NoData("no benchmark of time was measured")
    figure, (axes,) = look.sheet(len(benches))
    for line, bench in enumerate(benches):
        cells = [r for r in bench["results"] if r["estimate"] and r["runtime"] in looks]
        limit = look.limit_of(report, bench)
        values = [r["estimate"]["value"] for r in cells] + ([limit[1]] if limit else [])
        axes.plot([min(values), max(values)], [line, line], color=look.FAINT, linewidth=1)
        if limit:
            axes.plot(
                [limit[1]],
                [line],
                color=look.INK,
                marker="|",
                markersize=13,
                markeredgewidth=1.8,
                linestyle="none",
            )
        for cell in cells:
            style = looks[cell["runtime"]]
            axes.plot(
                [cell["estimate"]["value"]],
                [line],
                color=style.colour,
                marker=style.marker,
                markersize=6,
                markerfacecolor=look.PAPER if cell["refused"] else style.colour,
            )
    axes.set_xscale("log")
    look.log_axis(axes.xaxis, "ns")
    look.rows_axis(axes, [b["id"] for b in benches])
    axes.set_xlabel("time of one operation, log scale")
    entries = list(looks.items()) + [("limit of the machine", look.LIMIT)]
    look.key(figure, entries)
    best = min(
        (r["to_limit"] for b in benches for r in b["results"] if r["to_limit"]), default=None
    )
    reading = (
        f"The nearest to its limit costs {units.ratio(best)} of it."
        if best
        else "No limit was measured beside these."
    )
    return look.finish(
        report,
        figure,
        "Every operation, beside what the machine allows",
        reading,
        f"{look.rounds_words(report)}; time: median over rounds of the p25 of a "
        "block's batches; latency: of the median of its events; hollow: refused",
    )
