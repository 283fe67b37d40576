"""The chart of a scan: what a spawn costs the more goroutines live."""
import chart_look as look
from chart_look import NoData
import units


def scan_of(report):
    """The entries of the scan over live goroutines, by size."""
    scans = {}
    for bench in look.measured(report):
        if bench.get("size") and bench["id"] != bench.get("bench") and bench["kind"] == "time":
            scans.setdefault(bench["bench"], []).append(bench)
    found = sorted(
        (s for s in scans.values() if len(s) > 1),
        key=lambda s: (not s[0]["bench"].startswith("spawn"), s[0]["bench"]),
    )
    if not found:
        raise NoData("no benchmark was measured over several numbers of live goroutines")
    return sorted(found[0], key=lambda b: b["size"])


def spawn_among(report, looks):
    """Does spawning cost more the more goroutines live?"""
    scan = scan_of(report)
    figure, (axes,) = look.sheet(11)
    ends = []
    for name, style in looks.items():
        cells = [
            (b["size"], r["estimate"])
            for b in scan
            for r in b["results"]
            if r["runtime"] == name and r["estimate"]
        ]
        if cells:
            xs, ys = [c[0] for c in cells], [c[1]["value"] for c in cells]
            axes.plot(xs, ys, color=style.colour, marker=style.marker, linestyle=style.line)
            if all(e["ci95"] for _, e in cells):
                axes.fill_between(
                    xs,
                    [e["ci95"][0] for _, e in cells],
                    [e["ci95"][1] for _, e in cells],
                    color=style.colour,
                    alpha=0.2,
                    linewidth=0,
                )
            stops = "" if xs[-1] == scan[-1]["size"] else f" ends at {xs[-1]:,}"
            ends.append((xs[-1], ys[-1], f"{look.label(name)}{stops}"))
    for x, y, words in ends:
        axes.annotate(words, (x, y), xytext=(8, 0), textcoords="offset points", va="center")
    scan_limits(report, axes, scan)
    axes.set_xscale("log")
    axes.set_yscale("log")
    look.log_axis(axes.xaxis, "count")
    look.log_axis(axes.yaxis, "ns")
    axes.set_xlim(scan[0]["size"] / 1.3, scan[-1]["size"] * 6)
    axes.set_xlabel("goroutines alive, log scale")
    axes.set_ylabel(f"time of one {look.label(scan[0].get('unit') or 'operation')}, log scale")
    return look.finish(
        report,
        figure,
        "Cost of a spawn among others that live",
        scan_reading(scan, looks),
        f"{scan[0]['bench']}: {look.rounds_words(report)}; median over rounds of the p25 "
        "of a block's batches; band: exact 95 % sign interval",
    )


def scan_limits(report, axes, scan):
    """What the machine allows: the cost, and the number of mappings."""
    limit = look.limit_of(report, scan[0])
    if limit:
        axes.axhline(limit[1], color=look.INK, linestyle=":")
        axes.annotate(
            f"limit: {look.label(limit[0])}",
            (scan[0]["size"], limit[1]),
            xytext=(0, 3),
            textcoords="offset points",
            fontsize=8,
        )
    maps = (report["host"].get("max_map_count") or 0) / 2
    if scan[0]["size"] < maps < scan[-1]["size"] * 5:
        axes.axvline(maps, color=look.INK, linewidth=0.8, linestyle=":")
        axes.annotate(
            "max_map_count / 2: two mappings\nfor each stack end here ",
            (maps, 0.1),
            xycoords=("data", "axes fraction"),
            ha="right",
            fontsize=7,
        )


def scan_reading(scan, looks):
    said = []
    for name in looks:
        cells = [
            (b["size"], r["estimate"]["value"])
            for b in scan
            for r in b["results"]
            if r["runtime"] == name and r["estimate"]
        ]
        if len(cells) > 1:
            said.append(
                f"{look.label(name)} {units.figure(cells[0][1], 'ns')} among {cells[0][0]:,}, "
                f"{units.figure(cells[-1][1], 'ns')} among {cells[-1][0]:,}"
            )
    return f"{'; '.join(said)}."
