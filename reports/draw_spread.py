"""Charts of distributions: switch cost, steal latency, bytes of a goroutine."""
from math import ceil, log2

from matplotlib.ticker import MultipleLocator

import chart_look as look
from chart_look import NoData
import estimate
import units

POINTS_MAX = 400
PANELS_MAX = 3
PAGE = ("a page: no stack of its own takes less", 4096)


def steps(values):
    """Points of the ECDF, at most POINTS_MAX."""
    ordered = sorted(values)
    n = len(ordered)
    picked = sorted({*range(0, n, -(-n // POINTS_MAX)), n - 1})
    return [ordered[i] for i in picked], [(i + 1) / n for i in picked]


def tail(values):
    """Points of the share above: evenly spread over its logarithm, so that the tail is whole."""
    ordered = sorted(values)
    n = len(ordered)
    rest = {max(1, round(n ** (1 - i / POINTS_MAX))) for i in range(POINTS_MAX + 1)}
    picked = sorted(n - count for count in rest)
    return [ordered[i] for i in picked], [(n - i) / n for i in picked]


def panels(report, prefix, kinds):
    """The benchmarks that a chart shows side by side."""
    found = [b for b in look.measured(report) if b["id"].startswith(prefix) and b["kind"] in kinds]
    if not found:
        raise NoData(f"no benchmark {prefix}* was measured")
    asked = {one["bench"] for one in report["answers"]}
    return sorted(found, key=lambda b: b["id"] not in asked)[:PANELS_MAX]


def present(benches, looks):
    """The runtimes that a chart shows, and `, without x (unsupported)` for the others."""
    status = {}
    for bench in benches:
        for result in bench["results"]:
            kind = "ok" if result["estimate"] else result["status"]
            if status.get(result["runtime"]) != "ok":
                status[result["runtime"]] = kind
    shown = {n: style for n, style in looks.items() if status.get(n) == "ok"}
    absent = [f"{look.label(n)} ({status[n]})" for n in looks if status.get(n, "ok") != "ok"]
    return shown, f"; without {', '.join(absent)}" if absent else ""


def legend(figure, shown):
    look.key(figure, list(shown.items()) + [("limit of the machine", look.LIMIT)])


def limit_line(report, axes, bench):
    limit = look.limit_of(report, bench)
    if limit:
        axes.axvline(limit[1], color=look.INK, linestyle=":")
        low, high = axes.get_xlim()
        axes.set_xlim(min(low, limit[1] / (high / limit[1]) ** 0.14), high)
        axes.annotate(
            f"limit: {look.label(limit[0], 16)}\n{units.figure(limit[1], 'ns')}",
            (limit[1], 0.5),
            xycoords=("data", "axes fraction"),
            rotation=90,
            ha="right",
            va="center",
            xytext=(-2, 0),
            textcoords="offset points",
            fontsize=7,
        )


def middle_words(benches, looks, quantile="p50"):
    """`gort 9.8 ns, ucontext 287 ns` of the first benchmark."""
    cells = {r["runtime"]: r for r in benches[0]["results"] if r["quantiles"]}
    said = [
        f"{look.label(n)} {units.figure(cells[n]['quantiles'][quantile], 'ns')}"
        for n in looks
        if n in cells
    ]
    return f"{benches[0]['id']}: {', '.join(said)}"


def switch(report, looks):
    """How is the cost of a switch distributed?"""
    benches = panels(report, "switch_", ("time",))
    figure, all_axes = look.sheet(10, len(benches))
    for axes, bench in zip(all_axes, benches):
        for result in bench["results"]:
            values = estimate.singles("time", result) if result["estimate"] else []
            if values and result["runtime"] in looks:
                style = looks[result["runtime"]]
                xs, ys = steps(values)
                axes.step(
                    xs, ys, where="post", color=style.colour, linestyle=style.line, linewidth=1.6
                )
                axes.plot(result["quantiles"]["p50"], 0.5, color=style.colour, marker=style.marker)
        axes.set_xscale("log")
        limit_line(report, axes, bench)
        look.log_axis(axes.xaxis, "ns")
        thin_ticks(axes)
        axes.set_title(look.label(bench["id"], 30))
        axes.set_xlabel("time of one switch, log scale")
        axes.set_ylim(0, 1.02)
    all_axes[0].set_ylabel("share of batches at most this")
    shown, absent = present(benches, looks)
    legend(figure, shown)
    return look.finish(
        report,
        figure,
        "Switch cost: distribution of batch means",
        f"Medians, {middle_words(benches, looks)}.",
        f"{look.rounds_words(report)}; a point is the mean of one batch "
        f"({batch_words(benches[0])}), not a single switch; mark: median{absent}",
    )


def thin_ticks(axes):
    """Names at every second power of ten where there are many: panels are narrow."""
    low, high = axes.get_xlim()
    if high / low > 3e4:
        axes.xaxis.set_major_locator(look.LogLocator(100, numticks=12))


def batch_words(bench):
    """How many operations a batch has, from fewest to most."""
    counts = [
        ops for r in bench["results"] for b in r.get("blocks") or [] for _, ops in b["samples"]
    ]
    return f"{min(counts):,.0f} to {max(counts):,.0f} operations" if counts else "of unknown size"


def steal(report, looks):
    """How long does work wait for a thief, at the worst?"""
    benches = panels(report, "steal_", ("latency",))
    figure, all_axes = look.sheet(11, len(benches))
    for axes, bench in zip(all_axes, benches):
        for result in bench["results"]:
            values = estimate.singles("latency", result) if result["estimate"] else []
            if values and result["runtime"] in looks and min(values) > 0:
                one_tail(axes, result, values, looks[result["runtime"]])
        axes.set_xscale("log")
        axes.set_yscale("log")
        limit_line(report, axes, bench)
        look.log_axis(axes.xaxis, "ns")
        thin_ticks(axes)
        axes.yaxis.set_major_formatter(look.FuncFormatter(lambda y, _: f"{100 * y:g} %"))
        axes.yaxis.set_minor_formatter(look.NullFormatter())
        axes.set_title(look.label(bench["id"], 30))
        axes.set_xlabel("latency, log scale")
    all_axes[0].set_ylabel("share of events that took longer, log scale")
    shown, absent = present(benches, looks)
    legend(figure, shown)
    return look.finish(
        report,
        figure,
        "Steal latency: how many take longer than this",
        f"Medians, {middle_words(benches, looks)}.",
        f"{look.rounds_words(report)}; every event is a point; mark: median, tick: p99{absent}",
    )


def one_tail(axes, result, values, style):
    xs, ys = tail(values)
    axes.step(xs, ys, where="post", color=style.colour, linestyle=style.line, linewidth=1.6)
    axes.plot(result["quantiles"]["p50"], 0.5, color=style.colour, marker=style.marker)
    if result["quantiles"]["p99"]:
        axes.plot(
            result["quantiles"]["p99"],
            0.01,
            color=style.colour,
            marker="|",
            markersize=11,
            markeredgewidth=2,
        )


def sizes(report, looks):
    """How much memory does a goroutine take?"""
    benches = [b for b in look.measured(report) if b["kind"] == "bytes"][:PANELS_MAX]
    if not benches:
        raise NoData("no benchmark of bytes was measured")
    figure, all_axes = look.sheet(1.5 * len(looks), len(benches))
    for axes, bench in zip(all_axes, benches):
        cells = {r["runtime"]: r for r in bench["results"]}
        top = max(r["estimate"]["value"] for r in cells.values() if r["estimate"])
        limit = look.limit_of(report, bench) or PAGE
        top = max(top, limit[1])
        for line, (name, style) in enumerate(looks.items()):
            one_size(axes, cells.get(name), line, style, top)
        axes.axvline(limit[1], color=look.INK, linestyle=":")
        axes.annotate(
            f"{look.label(limit[0], 40)}, {units.figure(limit[1], 'bytes')}",
            (limit[1], 1),
            xycoords=("data", "axes fraction"),
            fontsize=7,
            xytext=(3, 1),
            va="bottom",
            textcoords="offset points",
            ha="right" if limit[1] > top / 2 else "left",
        )
        look.rows_axis(axes, list(looks))
        axes.set_xlim(0, top * 1.25)
        axes.xaxis.set_major_locator(MultipleLocator(2 ** ceil(log2(top / 4))))
        axes.xaxis.set_major_formatter(look.FuncFormatter(lambda v, _: look.tick(v, "bytes")))
        axes.grid(False, axis="y")
        axes.set_title(look.label(bench["id"], 30), pad=16)
        axes.set_xlabel("resident memory of one goroutine")
    said = [
        f"{look.label(r['runtime'])} {units.figure(r['estimate']['value'], 'bytes')}"
        for r in benches[0]["results"]
        if r["estimate"]
    ]
    return look.finish(
        report,
        figure,
        "Memory of a goroutine",
        f"{benches[0]['id']}: {', '.join(said)}.",
        f"{look.rounds_words(report)}; median over rounds; growth of resident memory, "
        "page tables included, divided by the number of goroutines; bars start at 0",
    )


HATCHES = {"o": "", "s": "//", "^": "..", "D": "xx", "v": "\\\\", "P": "++", "X": "--", "*": "oo"}


def one_size(axes, cell, line, style, top):
    if not cell or not cell["estimate"]:
        word = (cell or {}).get("status", "not measured")
        axes.annotate(f" {word}", (0, line), va="center", fontsize=8)
        return
    value = cell["estimate"]["value"]
    axes.barh(
        line,
        value,
        height=0.55,
        color=style.colour,
        edgecolor=look.PAPER,
        hatch=HATCHES[style.marker],
        linewidth=0,
    )
    axes.annotate(f" {units.figure(value, 'bytes')}", (value, line), va="center", fontsize=8)
