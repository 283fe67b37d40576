"""Draw every chart of a report as SVG and PNG; the same report gives the same bytes."""
import hashlib
import io
import logging
import os
import re
import warnings
from dataclasses import dataclass
from html import escape

import chart_look
import draw_scan
import draw_speed
import draw_spread
import draw_trust

CHARTS = (
    ("ratios", draw_speed.ratios),
    ("costs", draw_speed.costs),
    ("switch", draw_spread.switch),
    ("spawn_among", draw_scan.spawn_among),
    ("steal", draw_spread.steal),
    ("bytes", draw_spread.sizes),
    ("conformance", draw_trust.matrix),
    ("sequence", draw_trust.sequence),
)


@dataclass
class Drawn:
    """A chart that was drawn, or why it was not."""

    name: str
    question: str
    svg: str = ""
    title: str = ""
    reading: str = ""
    caption: str = ""
    why_not: str = ""


def tidy(svg, chart, name):
    """A standalone SVG that says what it shows, and no id that another chart may have too."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.S)
    svg = re.sub(r'<g id="[^"]*"', "<g", svg)
    svg = re.sub(r"^<svg ", f'<svg role="img" aria-labelledby="{name}-title {name}-desc" ', svg)
    words = (
        f'<title id="{name}-title">{escape(chart.title)}</title>'
        f'<desc id="{name}-desc">{escape(chart.reading + " " + chart.caption)}</desc>'
    )
    return re.sub(r"^(<svg [^>]*>)", lambda m: m[1] + words, svg)


def svg_of(chart, name):
    chart_look.matplotlib.rcParams["svg.hashsalt"] = name
    file = io.StringIO()
    chart.figure.savefig(file, format="svg", metadata={"Date": None})
    return tidy(file.getvalue(), chart, name)


def draw(report, folder):
    """Every chart into `folder`; [Drawn] in the order of CHARTS."""
    os.makedirs(folder, exist_ok=True)
    looks = chart_look.looks(report)
    found = []
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of letters that the font has not
        for name, function in CHARTS:
            found.append(draw_one(report, looks, folder, name, function))
    return found


def draw_one(report, looks, folder, name, function):
    drawn = Drawn(name, function.__doc__)
    paths = [os.path.join(folder, f"{name}.{ending}") for ending in ("svg", "png")]
    try:
        chart = function(report, looks)
    except chart_look.NoData as why:
        drawn.why_not = str(why)
        for path in filter(os.path.exists, paths):
            os.remove(path)
        return drawn
    drawn.svg = svg_of(chart, name)
    drawn.title, drawn.reading, drawn.caption = chart.title, chart.reading, chart.caption
    with open(paths[0], "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="utf-8"?>\n' + drawn.svg)
    chart.figure.savefig(paths[1], dpi=150, metadata={"Software": None})
    return drawn


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()
