"""The statistics, all of them exact and without a random number.

The unit is the round, in which every runtime runs one block.  A block is told by one number, two
runtimes are compared by the logarithm of their ratio in each round.  Nothing is assumed of how
those are distributed but that rounds are independent.
"""
from math import comb, exp, log

ALPHA = 0.05
ROPE = 0.01  # a ratio within 1 % is no difference...
ROPE_NS = 0.3  # ...and neither is a third of a nanosecond


def quantile(values, q):
    """Of a list in any order; between two values linearly (type 7)."""
    values = sorted(values)
    at = q * (len(values) - 1)
    low = int(at)
    high = min(low + 1, len(values) - 1)
    return values[low] + (at - low) * (values[high] - values[low])


def median(values):
    return quantile(values, 0.5)


QUANTILES = {
    "min": 0,
    "p10": 0.1,
    "p25": 0.25,
    "p50": 0.5,
    "p75": 0.75,
    "p90": 0.9,
    "p99": 0.99,
    "p999": 0.999,
    "max": 1,
}


def quantiles(values):
    """The named quantiles and the count; one that needs more values than there are is None."""
    ordered = sorted(values)
    out = {name: quantile(ordered, q) for name, q in QUANTILES.items()}
    for name, least in (("p99", 100), ("p999", 1000)):
        if len(ordered) < least:
            out[name] = None
    return out | {"count": len(ordered)}


BUCKETS = 16  # of a histogram, for each doubling


def histogram(values):
    """{scale, first, counts}: how many values lie in 2**(i/16) .. 2**((i+1)/16), i from first on."""
    at = [int(log(v) / log(2) * BUCKETS // 1) for v in values if v > 0]
    if not at:
        return None
    first = min(at)
    counts = [0] * (max(at) - first + 1)
    for i in at:
        counts[i - first] += 1
    return {"scale": f"log2/{BUCKETS}", "first": first, "counts": counts}


def below(n, k):
    """P(Bin(n, 1/2) < k)."""
    return sum(comb(n, i) for i in range(k)) / 2**n


def rank(n, alpha):
    """The largest k whose order statistics k and n+1-k hold the median with 1 - alpha; else 0."""
    k = 0
    while k < n // 2 and below(n, k + 1) <= alpha / 2:
        k += 1
    return k


def rounds_needed(alpha):
    """The fewest rounds from which an interval at this level exists."""
    n = 1
    while rank(n, alpha) == 0:
        n += 1
    return n


def rounds_planned(pairs, least=16):
    """What the runner plans for so many comparisons: from as many rounds on, two that say otherwise
    do not spoil a verdict.  ORDER rounds: suite/runner/bench.c
    """
    n = least
    while 2 * below(n, 3) > ALPHA / max(1, pairs):
        n += 2
    return n


def sign_interval(values, alpha=ALPHA):
    """The exact interval of the median, [low, high]; None with too few values."""
    k = rank(len(values), alpha)
    if k == 0:
        return None
    ordered = sorted(values)
    return [ordered[k - 1], ordered[-k]]


def block_value(kind, block, dropped=0):
    """The one number of a block, or None: time p25 of its settled batches, else the median."""
    if kind == "time":
        costs = batch_costs(block)[dropped:]
        return quantile(costs, 0.25) if costs else None
    values = block.get("events" if kind == "latency" else "values") or []
    return median(values) if values else None


def batch_costs(block):
    """ns per operation, one for each batch."""
    return [ns / ops for ns, ops in block.get("samples") or [] if ops > 0]


def log_ratios(a, b):
    """ln(b/a) in every round that has both; a and b map rounds to values above 0."""
    return [log(b[r] / a[r]) for r in sorted(a.keys() & b.keys()) if a[r] > 0 and b[r] > 0]


def decide(xs, rope):
    """(verdict, p): what the sign test says at best, and the level from which on it says so.

    Equal to asking whether the order statistic interval lies beyond, or inside, +-rope.
    """
    n = len(xs)
    if n == 0:
        return "inconclusive", 1.0

    def p_of(count):  # at least `count` of n fell on one side
        return min(1.0, 2 * below(n, n - count + 1))

    over = p_of(sum(x > rope for x in xs))
    under = p_of(sum(x < -rope for x in xs))
    inside = max(p_of(sum(x > -rope for x in xs)), p_of(sum(x < rope for x in xs)))
    p, verdict = min((over, "slower"), (under, "faster"), (inside, "equivalent"))
    return verdict, p


def holm(ps, alpha=ALPHA):
    """For each p the level at which Holm's procedure tests it, and whether it holds there."""
    order = sorted(range(len(ps)), key=lambda i: ps[i])
    out = [None] * len(ps)
    level, holds = alpha, True
    for at, i in enumerate(order):
        if holds:
            level = alpha / (len(ps) - at)
            holds = ps[i] <= level
        out[i] = (level, holds)
    return out


def rope_of(kind, value, floor_ns=ROPE_NS):
    """Half the width of `no difference`, as a logarithm, beside a baseline of `value`."""
    floor = floor_ns / value if kind != "bytes" and value > 0 else 0
    return log(1 + max(ROPE, floor))


def detectable(xs, alpha=ALPHA):
    """The smallest effect these rounds could have shown: half the interval; None without one."""
    interval = sign_interval(xs, alpha)
    return None if interval is None else exp((interval[1] - interval[0]) / 2) - 1


def lag1(xs):
    """Correlation of each round with the next; 0 where nothing varies."""
    middle = sum(xs) / len(xs) if xs else 0
    spread = sum((x - middle) ** 2 for x in xs)
    if spread == 0:
        return 0.0
    return sum((a - middle) * (b - middle) for a, b in zip(xs, xs[1:])) / spread
