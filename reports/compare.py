"""Two runtimes side by side: ratio, interval, verdict, and all verdicts of a table together."""
from math import exp, log

import estimate
import stats
import steady

LAG_MAX = 0.3  # and three standard errors: independent rounds reach that once in 400 times
RARE = 0.3  # a mode of fewer rounds than that leaves the median where it is


def doubts(xs, rope):
    """What in the order of the rounds speaks against taking them as independent."""
    found = []
    if len(xs) >= 8:
        lag, half = stats.lag1(xs), len(xs) // 2
        if abs(lag) > max(LAG_MAX, 3 / len(xs) ** 0.5):
            found.append(f"neighbouring rounds resemble each other (lag-1 correlation {lag:+.2f})")
        first, second = xs[:half], xs[-half:]
        apart, middles = separate(first, second), [stats.median(first), stats.median(second)]
        if apart and abs(middles[0] - middles[1]) > rope:
            found.append(
                f"the ratio drifts: {exp(middles[0]):.3g} in the first half of the rounds, "
                f"{exp(middles[1]):.3g} in the second"
            )
    return found


def unanimous(xs, rope):
    """Every round says the same, so no order of them and no mode of either can say otherwise."""
    return bool(xs) and (
        min(xs) > rope or max(xs) < -rope or max(abs(x) for x in xs) < rope
    )


def gates(kind, a, b, xs, rope):
    """Reasons for no verdict: (those that stand, doubts that cannot change it)."""
    refused = [f"{r['runtime']}: {why}" for r in (a, b) for why in r["refused"]]
    ties = sum(x == 0 for x in xs)
    if not xs:
        refused.append("no round has both")
    elif kind != "bytes" and ties > len(xs) / 2:
        refused.append(f"{ties} of {len(xs)} rounds tied at the clock")
    found = doubts(xs, rope)
    if kind != "bytes":
        found += two_ratios(xs, rope)
    return (refused, found) if unanimous(xs, rope) else (refused + found, [])


def two_ratios(xs, rope):
    """Whether the rounds gather at two ratios, and neither is rare: then a median is of neither.

    Modes of one arm alone refuse nothing.  Where two CPUs share a core, a neighbour that comes and
    goes gives every program two modes; they are in both arms, and rare ones move no median.
    """
    found = steady.modes([exp(x) for x in xs]) if xs else None
    if not found or len(found["at"]) < 2:
        return []
    at = found["at"]
    if min(m["share"] for m in at) < RARE or abs(log(at[1]["value"] / at[0]["value"])) < 2 * rope:
        return []
    told = " and ".join(f"{m['value']:.3g} in {100 * m['share']:.0f} % of the rounds" for m in at)
    return [f"the ratio has several modes: {told}"]


def same_program(a, b, programs):
    """Whether two columns are one and the same program, by its hash."""
    mine, other = programs.get(a["runtime"]), programs.get(b["runtime"])
    return mine is not None and mine == other


def separate(first, second):
    """Whether the intervals of two medians do not meet."""
    one, two = stats.sign_interval(first), stats.sign_interval(second)
    return bool(one and two) and (one[1] < two[0] or two[1] < one[0])


def pair(kind, a, b, floor_ns=stats.ROPE_NS):
    """b beside a, before the table is known: all but level and verdict."""
    xs = stats.log_ratios(estimate.rounds_of(kind, a), estimate.rounds_of(kind, b))
    rope = stats.rope_of(kind, a["estimate"]["value"], floor_ns)
    says, p = stats.decide(xs, rope)
    refused, doubted = gates(kind, a, b, xs, rope)
    return {
        "a": a["runtime"],
        "b": b["runtime"],
        "rounds": len(xs),
        "ties": sum(x == 0 for x in xs),
        "ratio": exp(stats.median(xs)) if xs else None,
        "ci95": ratio_interval(xs, stats.ALPHA),
        "rope": exp(rope) - 1,
        "mde": stats.detectable(xs),
        "p": p,
        "says": says,
        "refused": refused,
        "doubts": doubted,
        "xs": xs,
    }


def ratio_interval(xs, alpha):
    interval = stats.sign_interval(xs, alpha)
    return None if interval is None else [exp(x) for x in interval]


def settle(pairs):
    """Give every pair its verdict, all of them together wrong with at most ALPHA (Holm).

    Where no pair has rounds enough for that, each stands alone and the family says so.
    """
    judged = [p for p in pairs if not p["refused"]]
    most = max((p["rounds"] for p in judged), default=0)
    needed = stats.rounds_needed(stats.ALPHA / max(1, len(judged)))
    adjusted = most >= needed
    tested = [p["p"] for p in judged]
    levels = stats.holm(tested) if adjusted else [(stats.ALPHA, p <= stats.ALPHA) for p in tested]
    for one, (level, holds) in zip(judged, levels):
        one["level"] = level
        one["ci_adj"] = ratio_interval(one["xs"], level)
        one["mde"] = stats.detectable(one["xs"], level)
        one["verdict"] = one["says"] if holds else "inconclusive"
        one["why"] = None if holds else unclear(one, level)
    for one in pairs:
        if one["refused"]:
            one |= {"level": None, "ci_adj": None, "verdict": "refused", "why": one["refused"][0]}
        del one["xs"], one["says"]
    return {
        "pairs": len(judged),
        "alpha": stats.ALPHA,
        "rounds": most,
        "rounds_needed": needed,
        "adjusted": adjusted,
    }


def unclear(one, level):
    """Why a pair is inconclusive, and what would help: half the width goes with the root of n."""
    needed = stats.rounds_needed(level)
    if one["ci_adj"] is None:
        return f"{one['rounds']} rounds, {needed} are needed"
    low, high = (log(x) for x in one["ci_adj"])
    away = max(abs(abs(log(one["ratio"])) - log(1 + one["rope"])), 0.001)
    more = one["rounds"] * max(1.5, ((high - low) / 2 / away) ** 2)
    told = f"about {more:.0f} rounds would tell" if more < 1000 else "more rounds will not tell"
    return f"could see {100 * one['mde']:.2g} %; {told}"


def table_pairs(benchmarks, baseline, programs):
    """Every runtime beside the baseline, in every benchmark that has both."""
    found = []
    for bench in benchmarks:
        bench["pairs"] = []
        cells = {r["runtime"]: r for r in bench["results"] if r["estimate"]}
        if bench["id"].startswith("limit/") or baseline not in cells:
            continue
        for name, cell in cells.items():
            if name != baseline:
                one = pair(bench["kind"], cells[baseline], cell)
                if same_program(cells[baseline], cell, programs):
                    one["refused"].insert(0, "both are the same program")
                bench["pairs"].append(one)
        found += bench["pairs"]
    return found
