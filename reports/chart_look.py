"""How every chart looks: a runtime keeps its colour, marker and line; none is told by colour alone.

Colours are Okabe and Ito's.  A chart is a Figure with a title, a reading of it in one sentence
and a caption that says how it was measured.
"""
import textwrap
from dataclasses import dataclass

import matplotlib
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import (
    FixedLocator,
    FuncFormatter,
    LogLocator,
    NullFormatter,
    NullLocator,
)

import units

INK, FAINT, PAPER = "#222222", "#d4d4d4", "#ffffff"
LOOKS = (
    ("#0072B2", "o", "-"),
    ("#D55E00", "s", "--"),
    ("#009E73", "^", "-."),
    ("#CC79A7", "D", (0, (1, 1))),
    ("#E69F00", "v", (0, (5, 1, 1, 1))),
    ("#56B4E9", "P", (0, (3, 1, 1, 1, 1, 1))),
    ("#7F7F7F", "X", (0, (8, 2))),
    ("#8F8200", "*", (0, (2, 2))),
)
FIXED = ("gort", "ucontext", "pthread", "go")
WIDTH = 9.2

matplotlib.use("Agg")
matplotlib.rcParams.update(
    {
        "text.parse_math": False,
        "svg.fonttype": "none",
        "axes.unicode_minus": False,
        "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans"],
        "font.size": 9,
        "text.color": INK,
        "axes.edgecolor": INK,
        "axes.labelcolor": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "grid.color": FAINT,
        "grid.linewidth": 0.6,
        "axes.axisbelow": True,
        "figure.facecolor": PAPER,
        "axes.facecolor": "none",
        "legend.frameon": False,
        "axes.titlesize": 10,
        "axes.titlelocation": "left",
        "axes.linewidth": 0.8,
    }
)


@dataclass
class Look:
    colour: str
    marker: str
    line: object


@dataclass
class Chart:
    figure: Figure
    title: str
    reading: str
    caption: str


class NoData(Exception):
    """Why a chart is not drawn, in words for the page."""


def looks(report):
    """{runtime: Look}: the known ones always the same, others in the order of their names."""
    names = [r["name"] for r in report["runtimes"] if r["kind"] == "runtime"]
    found = {n: Look(*LOOKS[FIXED.index(n)]) for n in names if n in FIXED}
    rest = len(FIXED)
    for name in sorted(n for n in names if n not in FIXED):
        found[name] = Look(*LOOKS[rest % len(LOOKS)])
        rest += 1
    return found


def label(text, most=24):
    """A name as matplotlib may have it: it drops what starts with an underscore."""
    text = units.clean(text, most)
    return f" {text}" if text.startswith("_") else text


def host_words(report):
    host = report["host"]
    parts = [
        units.clean(host.get("cpu_model"), 40),
        f"{host.get('cpus_online') or '?'} CPUs",
        units.clean(host.get("virt") or "", 12),
        f"Linux {units.clean(host.get('kernel'), 24)}",
        f"run {units.clean(report['run']['id'], 40)}",
    ]
    return ", ".join(part for part in parts if part)


def sheet(rows, columns=1, least=2.4):
    """A figure of about `rows` lines of text and its axes."""
    figure = Figure(figsize=(WIDTH, max(least, 1.35 + 0.25 * rows)), layout="constrained")
    axes = figure.subplots(1, columns, squeeze=False)[0]
    return figure, list(axes)


def finish(report, figure, title, reading, how):
    """Title above, caption below."""
    caption = f"{how}. {host_words(report)}."
    below = "\n" * (1 + (len(figure.legends[0].texts) - 1) // 6) if figure.legends else ""
    figure.suptitle(
        title + below, x=0.01, ha="left", fontsize=12, fontweight="bold", linespacing=1.4
    )
    figure.supxlabel(textwrap.fill(caption, 128), x=0.01, ha="left", fontsize=7.5)
    return Chart(figure, title, reading, caption)


def log_axis(axis, unit):
    """Powers of ten with their unit, ticks between them without a word."""
    axis.set_major_locator(LogLocator(10, numticks=12))
    axis.set_minor_locator(LogLocator(10, subs=range(2, 10), numticks=12))
    axis.set_minor_formatter(NullFormatter())
    axis.set_major_formatter(FuncFormatter(lambda value, _: tick(value, unit)))


def tick(value, unit):
    if unit in ("ns", "bytes"):
        text = units.figure(value, unit)
    elif unit == "x":
        text = f"{value:g}x"
    else:
        text = f"{value:,.0f}"
    return text.replace(".00", "").replace(".0 ", " ")


def rows_axis(axes, names):
    """One line for each name, the first on top."""
    axes.yaxis.set_major_locator(FixedLocator(range(len(names))))
    axes.set_yticklabels([label(name, 30) for name in names])
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.yaxis.set_minor_locator(NullLocator())


def key(figure, entries):
    """A legend of runtimes, [(name, Look)], in the line below the title."""
    handles = [
        Line2D([], [], color=look.colour, marker=look.marker, linestyle=look.line, markersize=5)
        for _, look in entries
    ]
    figure.legend(
        handles,
        [label(name) for name, _ in entries],
        loc="upper left",
        borderaxespad=0,
        bbox_to_anchor=(0.005, 1 - 0.31 / figure.get_figheight()),
        ncol=min(6, len(entries)),
    )


LIMIT = Look(INK, "|", ":")


def measured(report):
    """Benchmarks that are no limits and have a figure."""
    return [
        b
        for b in report["benchmarks"]
        if not b["id"].startswith("limit/") and any(r["estimate"] for r in b["results"])
    ]


def limit_of(report, bench):
    """(name, figure) of the row of `limit` that bounds a benchmark, or None."""
    name = (bench.get("limit") or "").removeprefix("limit/")
    for row in report["benchmarks"]:
        if (
            name
            and row["id"] == f"limit/{name}"
            and (row["kind"] == "bytes") == (bench["kind"] == "bytes")
        ):
            for result in row["results"]:
                if result["estimate"] and result["status"] == "ok":
                    return name, result["estimate"]["value"]
    return None


def rounds_words(report):
    benches = measured(report) + report["whole_process"]
    most = max(
        (r["estimate"]["rounds"] for b in benches for r in b["results"] if r["estimate"]), default=0
    )
    return f"{most} interleaved rounds"
