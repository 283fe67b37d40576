"""Is there one figure to be told?  Whether batches settle, and whether blocks agree on a value.

A block is a process, so each has a beginning: its batches stand in order, and what is so in most
of the rounds at the same place is no accident.  The test is the exact interval of the table.
"""
from math import exp, log

import stats

APART = 0.02  # two parts of a block that differ by less are alike
ALPHA = 0.001  # over all places at which a block can be cut
MODES_LEAST = 15  # below so many values there is nothing to see


def series(result):
    """[log cost of each batch], a row for each block with as many batches as most have."""
    rows = [[log(c) for c in stats.batch_costs(b) if c > 0] for b in result.get("blocks") or []]
    length = max((len(r) for r in rows), default=0)
    return [r for r in rows if len(r) == length and length > 1]


def shift(rows, cut):
    """The interval, over rounds, of how much dearer the batches before the cut are."""
    apart = [stats.median(r[:cut]) - stats.median(r[cut:]) for r in rows]
    return stats.sign_interval(apart, ALPHA / (len(rows[0]) - 1))


def classify(result):
    """{class, dropped, why}: flat, warm-up (batches dropped), slowdown, none, or unknown."""
    rows, dropped = series(result), 0
    if not rows or shift(rows, 1) is None:
        return {"class": "unknown", "dropped": 0, "why": "too few batches or rounds to tell"}
    while len(rows[0]) > 1:
        found = {cut: shift(rows, cut) for cut in range(1, len(rows[0]))}
        slower = [cut for cut, (_, high) in found.items() if high < -log(1 + APART)]
        warmer = [cut for cut, (low, _) in found.items() if low > log(1 + APART)]
        if slower and not warmer:
            return slowing(rows, slower)
        if not warmer:
            return {"class": "warm-up" if dropped else "flat", "dropped": dropped, "why": None}
        dropped += warmer[0]
        rows = [r[warmer[0] :] for r in rows]
    return {"class": "none", "dropped": 0, "why": "each batch is cheaper than the one before"}


def slowing(rows, cuts):
    """Told by the cut that parts the batches most."""

    def apart(cut):
        return stats.median([stats.median(r[cut:]) - stats.median(r[:cut]) for r in rows])

    cut = max(cuts, key=apart)
    part = exp(apart(cut))
    return {
        "class": "slowdown",
        "dropped": 0,
        "why": f"batches from number {cut + 1} on cost {100 * (part - 1):.2g} % more",
    }


# ------------------------------------------------------------------------- modes


def mvalue(values):
    """Gregg's: the ups and downs of a histogram by its highest bar; 2 for one hill.

    Reported, and no gate: of 20 values it finds two equal hills once in a thousand times, and with
    the tails that a busy machine gives it calls every tenth of one hill several.
    """
    width = 2 * (stats.quantile(values, 0.75) - stats.quantile(values, 0.25)) / len(values) ** (1 / 3)
    if width <= 0:
        return 2.0
    low = min(values)
    bars = [0] * (min(50, int((max(values) - low) / width)) + 1)
    for value in values:
        bars[min(len(bars) - 1, int((value - low) / width))] += 1
    sides = [0, *bars, 0]
    return sum(abs(b - a) for a, b in zip(sides, sides[1:])) / max(bars)


def split(ordered):
    """Where the largest gap is, when it parts the values: wider than what it leaves on either side
    (nine tenths of it), each a tenth and three at least.  Of normal samples one in 500 has such a gap, of exponential
    ones one in 30: see test_steady.py.
    """
    tenth = max(3, -(-len(ordered) // 10))
    gaps = [b - a for a, b in zip(ordered, ordered[1:])]
    at = max(range(tenth - 1, len(gaps) - tenth + 1), key=gaps.__getitem__)
    parts = (ordered[: at + 1], ordered[at + 1 :])
    wide = max(stats.quantile(p, 0.95) - stats.quantile(p, 0.05) for p in parts)
    return at + 1 if gaps[at] > wide else None


def modes(values):
    """{mvalue, at}: the medians of the modes and their shares; one where there is one hill."""
    if len(values) < MODES_LEAST or min(values) <= 0:
        return None
    ordered = sorted(values)
    logs = [log(v) for v in ordered]
    cut, many = split(logs), mvalue(logs)
    parts = [ordered[:cut], ordered[cut:]] if cut else [ordered]
    middles = [stats.median(p) for p in parts]
    if cut and log(middles[1] / middles[0]) <= 2 * log(1 + APART):
        parts, middles = [ordered], [stats.median(ordered)]
    return {
        "mvalue": round(many, 3),
        "at": [
            {"value": middle, "share": round(len(part) / len(ordered), 3)}
            for middle, part in zip(middles, parts)
        ],
    }
