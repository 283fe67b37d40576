"""Charts about the run itself: what conforms, and whether the figures can be trusted."""
from matplotlib.patches import Rectangle

import chart_look as look
from chart_look import NoData
import conform
import stats
import units

DARK, LIGHT = "#1a1a1a", "#fefefe"  # on cells, whatever ink the page has
SHADES = {
    "pass": ("#e8f3ee", DARK),
    "xfail": ("#f3dfa6", DARK),
    "unsupported": (look.PAPER, look.INK),
    "fail": ("#8c1c13", LIGHT),
    "crash": ("#8c1c13", LIGHT),
    "hang": ("#8c1c13", LIGHT),
    "xpass": ("#8c1c13", LIGHT),
    "vacuous": ("#8c1c13", LIGHT),
    "error": ("#3b3b3b", LIGHT),
}


def matrix(report, looks):
    """What does it conform to?"""
    rows = report["conformance"]["checks"]
    names = [n for n in looks if any(r["runtime"] == n for r in rows)]
    if not names:
        raise NoData("no check was run")
    areas = sorted({r["area"] for r in rows})
    cells = {
        (a, n): sorted(
            (r for r in rows if r["area"] == a and r["runtime"] == n), key=lambda r: r["id"]
        )
        for a in areas
        for n in names
    }
    wide = max(len(c) for c in cells.values())
    figure, (axes,) = look.sheet(len(areas) * 1.05)
    for column, name in enumerate(names):
        left = column * (wide + 1.5)
        axes.annotate(look.label(name), (left, -0.75), fontweight="bold", annotation_clip=False)
        for line, area in enumerate(areas):
            for at, row in enumerate(cells[area, name]):
                one_verdict(axes, left + at, line, row["status"])
    look.rows_axis(axes, areas)
    axes.set_ylim(len(areas) - 0.4, -1.1)
    axes.set_xlim(-0.3, len(names) * (wide + 1.5))
    axes.grid(False)
    axes.xaxis.set_visible(False)
    for side in axes.spines.values():
        side.set_visible(False)
    used = [s for s in conform.STATUSES if any(r["status"] == s for r in rows)]
    letters = ", ".join(f"{conform.LETTER[s]} {s}" for s in used)
    red = sum(r["red"] for r in rows)
    reading = (
        f"{red} of {len(rows)} verdicts are red."
        if red
        else f"None of {len(rows)} verdicts is red."
    )
    return look.finish(
        report,
        figure,
        "Conformance: one letter for each check",
        reading,
        f"Rows are areas of the specification, letters its checks in the order of their "
        f"names: {letters}; each in a process of its own, the worst of its attempts",
    )


def one_verdict(axes, x, y, status):
    face, ink = SHADES[status]
    axes.add_patch(
        Rectangle((x, y - 0.42), 0.88, 0.84, facecolor=face, edgecolor="#9a9a9a", linewidth=0.5)
    )
    axes.annotate(
        conform.LETTER[status],
        (x + 0.44, y),
        ha="center",
        va="center",
        fontsize=6.5,
        color=ink,
        fontweight="bold" if status in conform.RED else "normal",
    )


def blocks_over_time(report, looks):
    """{runtime: [(seconds, value / median of its cell, disturbed)]}."""
    found = {}
    for bench in look.measured(report):
        for result in bench["results"]:
            if result["runtime"] not in looks or not result["estimate"] or bench["kind"] == "bytes":
                continue
            middle = result["estimate"]["value"]
            for block in result["blocks"]:
                value = stats.block_value(bench["kind"], block)
                if value and middle > 0 and block.get("t_ms") is not None:
                    switches = (block.get("counters") or {}).get("nivcsw") or 0
                    found.setdefault(result["runtime"], []).append(
                        (block["t_ms"] / 1000, value / middle, switches > 0)
                    )
    return found


def sequence(report, looks):
    """Can this run be trusted?"""
    found = blocks_over_time(report, looks)
    if not found:
        raise NoData("no block says when it ran")
    names = [n for n in looks if n in found]
    figure = look.Figure(figsize=(look.WIDTH, 1.6 + 1.25 * len(names)), layout="constrained")
    all_axes = figure.subplots(len(names), 1, sharex=True, sharey=True, squeeze=False)[:, 0]
    for axes, name in zip(all_axes, names):
        one_sequence(axes, found[name], looks[name])
        axes.set_title(look.label(name), fontsize=9, pad=2)
    axes.set_xlabel("seconds since the run began")
    figure.supylabel("block value ÷ median of its cell, log scale", fontsize=8)
    every = [ratio for points in found.values() for _, ratio, _ in points]
    off = sum(not 0.9 <= ratio <= 1.1 for ratio in every)
    return look.finish(
        report,
        figure,
        "The run in the order it was measured",
        f"{off} of {len(every)} blocks lie more than 10 % beside the median of their cell.",
        f"A mark is one process: its p25 of the batches (latency: median of the events); "
        f"hollow: the kernel took the CPU away in it; band ±1 %; line: running median; "
        f"{noise_words(report)}",
    )


def one_sequence(axes, points, style):
    points = sorted(points)
    for taken in (True, False):
        some = [p for p in points if p[2] == taken]
        axes.plot(
            [p[0] for p in some],
            [p[1] for p in some],
            color=style.colour,
            marker=style.marker,
            markersize=3,
            linestyle="none",
            markerfacecolor="none" if taken else style.colour,
            markeredgewidth=0.6,
        )
    width = max(9, len(points) // 25)
    middles = [
        (points[i + width // 2][0], stats.median([p[1] for p in points[i : i + width]]))
        for i in range(0, len(points) - width, max(1, width // 3))
    ]
    axes.plot([m[0] for m in middles], [m[1] for m in middles], color=look.INK, linewidth=1.2)
    axes.axhspan(0.99, 1.01, color=look.FAINT, zorder=0)
    axes.set_yscale("log")
    high = max(2.0, 1.1 * max(p[1] for p in points))
    axes.yaxis.set_major_locator(look.FixedLocator([0.25, 0.5, 1, 2, 4, 8, 16, 32]))
    axes.yaxis.set_minor_locator(look.NullLocator())
    axes.yaxis.set_major_formatter(look.FuncFormatter(lambda y, _: f"{y:g}x"))
    axes.set_ylim(min(0.5, 0.9 * min(p[1] for p in points)), min(high, 40))


def noise_words(report):
    """The load before and after."""
    said = []
    for when in ("before", "after"):
        noise = (report.get("noise") or {}).get(when) or {}
        if noise.get("load1") is not None:
            pressure = noise.get("psi_cpu_avg10")
            more = "" if pressure is None else f", CPU pressure {pressure:.0f} %"
            said.append(f"load {units.digits(noise['load1'])}{more} {when}")
    return "; ".join(said) or "load unknown"
