"""From blocks to figures: what a cell costs, how two runtimes compare, what must not be said."""
from math import exp, log

import stats

STEPS_MIN = 100         # a batch lasts at least that many steps of the clock
EVENT_STEPS_MIN = 20    # and so long must a single event last to be told from the next
LAG_MAX = 0.3

STAT = {"time": "median over rounds of the p25 of a block's batches",
        "latency": "median over rounds of the median of a block's events",
        "bytes": "median over rounds of the median of a block"}


def rounds_of(kind, result):
    """{round: value}; a round with several blocks counts with their median."""
    found = {}
    for block in result.get("blocks") or []:
        value = stats.block_value(kind, block)
        if value is not None:
            found.setdefault(block["round"], []).append(value)
    return {r: stats.median(values) for r, values in found.items()}


def singles(kind, result):
    """Every batch (as ns per operation), event or value of a cell, in the order of the run."""
    pick = {"time": stats.batch_costs, "latency": lambda b: b.get("events") or [],
            "bytes": lambda b: b.get("values") or []}[kind]
    return [x for block in result.get("blocks") or [] for x in pick(block)]


def bad_proof(result):
    """Why the work is not proven, or None."""
    for block in result.get("blocks") or []:
        proof = block.get("proof")
        if not proof:
            return f"round {block['round']}: nothing proves that the work was done"
        if proof["expected"] != proof["observed"]:
            return (f"round {block['round']}: {proof['expected']} operations asked for, "
                    f"{proof['observed']} observed")
    return None


def short_batches(kind, result, step_ns):
    """Why the clock is too coarse for this cell, or None."""
    if kind == "time":
        lengths = [ns for b in result.get("blocks") or [] for ns, _ in b.get("samples") or []]
        least, what = STEPS_MIN, "batch"
    elif kind == "latency":
        lengths, least, what = singles(kind, result), EVENT_STEPS_MIN, "event"
    else:
        return None
    if lengths and step_ns and stats.median(lengths) < least * step_ns:
        return (f"a {what} lasts {stats.median(lengths):.0f} ns, less than {least} steps of the "
                f"clock ({step_ns:g} ns)")
    return None


def refusals(kind, result, step_ns, proof):
    """Reasons not to give a figure a verdict."""
    if result["status"] == "invalid":
        return [result.get("reason") or "the work was not done"]
    reasons = (proof(result), short_batches(kind, result, step_ns))
    return [reason for reason in reasons if reason]


def add_cell(kind, result, step_ns, proof=bad_proof):
    """Give a result its estimate, quantiles and refusals."""
    rounds = rounds_of(kind, result)
    values = singles(kind, result)
    measured = result["status"] in ("ok", "invalid") and rounds
    result["refused"] = refusals(kind, result, step_ns, proof) if measured else []
    result["estimate"] = result["quantiles"] = None
    if measured:
        result["estimate"] = {"stat": STAT[kind], "value": stats.median(rounds.values()),
                              "ci95": stats.sign_interval(rounds.values()), "rounds": len(rounds),
                              "unit": "bytes" if kind == "bytes" else "ns"}
        result["quantiles"] = stats.quantiles(values)


def usable(result):
    return result["status"] == "ok" and result["estimate"] is not None


def add_limits(benchmarks):
    """Give every result its ratio to the row of `limit` that bounds it, or why there is none."""
    rows = {}
    for bench in benchmarks:
        if bench["id"].startswith("limit/"):
            for result in bench["results"]:
                if usable(result) and result["estimate"]["value"] > 0:
                    rows[bench["id"][len("limit/"):]] = (bench, result["estimate"]["value"])
    for bench in benchmarks:
        name = (bench.get("limit") or "").removeprefix("limit/")
        for result in bench["results"]:
            add_limit(bench, result, name, rows)


def add_limit(bench, result, name, rows):
    result["to_limit"] = result["to_limit_why"] = None
    if bench["id"].startswith("limit/"):
        result["to_limit_why"] = "this is a limit"
    elif not name:
        result["to_limit_why"] = "no limit is named"
    elif name not in rows:
        result["to_limit_why"] = f"limit {name} was not measured"
    elif (rows[name][0]["kind"] == "bytes") != (bench["kind"] == "bytes"):
        result["to_limit_why"] = f"limit {name} is of another kind"
    elif usable(result):
        result["to_limit"] = result["estimate"]["value"] / rows[name][1]
    else:
        result["to_limit_why"] = "not measured"


# ------------------------------------------------------------------------- pairs

def doubts(xs, rope):
    """What in the order of the rounds speaks against taking them as independent."""
    found = []
    if len(xs) >= 8:
        lag, half = stats.lag1(xs), len(xs) // 2
        if abs(lag) > max(LAG_MAX, 2 / len(xs) ** 0.5):
            found.append(f"neighbouring rounds resemble each other (lag-1 correlation {lag:+.2f})")
        first, second = xs[:half], xs[-half:]
        apart, middles = separate(first, second), [stats.median(first), stats.median(second)]
        if apart and abs(middles[0] - middles[1]) > rope:
            found.append(f"the ratio drifts: {exp(middles[0]):.3g} in the first half of the rounds, "
                         f"{exp(middles[1]):.3g} in the second")
    return found


def separate(first, second):
    """Whether the intervals of two medians do not meet."""
    one, two = stats.sign_interval(first), stats.sign_interval(second)
    return bool(one and two) and (one[1] < two[0] or two[1] < one[0])


def pair(kind, a, b):
    """b beside a, before the table is known: all but level and verdict."""
    xs = stats.log_ratios(rounds_of(kind, a), rounds_of(kind, b))
    rope = stats.rope_of(kind, a["estimate"]["value"])
    says, p = stats.decide(xs, rope)
    ties = sum(x == 0 for x in xs)
    refused = [f"{r['runtime']}: {why}" for r in (a, b) for why in r["refused"]]
    if not xs:
        refused.append("no round has both")
    elif kind != "bytes" and ties > len(xs) / 2:
        refused.append(f"{ties} of {len(xs)} rounds tied at the clock")
    return {"a": a["runtime"], "b": b["runtime"], "rounds": len(xs), "ties": ties,
            "ratio": exp(stats.median(xs)) if xs else None, "ci95": ratio_interval(xs, stats.ALPHA),
            "rope": exp(rope) - 1, "mde": stats.detectable(xs), "p": p, "says": says,
            "refused": refused, "doubts": doubts(xs, rope), "xs": xs}


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
        one["verdict"] = one["says"] if holds else "inconclusive"
        one["why"] = None if holds else unclear(one, level)
    for one in pairs:
        if one["refused"]:
            one |= {"level": None, "ci_adj": None, "verdict": "refused", "why": one["refused"][0]}
        del one["xs"], one["says"]
    return {"pairs": len(judged), "alpha": stats.ALPHA, "rounds": most, "rounds_needed": needed,
            "adjusted": adjusted}


def unclear(one, level):
    """Why a pair is inconclusive, and what would help: the half width shrinks with the root of n."""
    needed = stats.rounds_needed(level)
    if one["rounds"] < needed:
        return f"{one['rounds']} rounds, {needed} are needed"
    low, high = (log(x) for x in one["ci_adj"])
    away = max(abs(abs(log(one["ratio"])) - log(1 + one["rope"])), 0.001)
    more = one["rounds"] * max(1.5, ((high - low) / 2 / away) ** 2)
    told = f"about {more:.0f} rounds would tell" if more < 1000 else "more rounds will not tell"
    return f"could see {100 * one['mde']:.2g} %; {told}"


def table_pairs(benchmarks, baseline):
    """Every runtime beside the baseline, in every benchmark that has both."""
    found = []
    for bench in benchmarks:
        bench["pairs"] = []
        cells = {r["runtime"]: r for r in bench["results"] if r["estimate"]}
        if bench["id"].startswith("limit/") or baseline not in cells:
            continue
        for name, cell in cells.items():
            if name != baseline:
                bench["pairs"].append(pair(bench["kind"], cells[baseline], cell))
        found += bench["pairs"]
    return found


# ----------------------------------------------------------------- whole processes

def add_whole(whole):
    """Give a hyperfine series results as a benchmark has; its proof is the exit status 0."""
    bench = as_benchmark(whole)
    for result in bench["results"]:
        add_cell("time", result, None, proof=lambda _: None)
    return bench


def as_benchmark(whole):
    """A hyperfine series in the form of a benchmark: a round's block is the p25 of its runs."""
    blocks = {}
    for number, turn in enumerate(whole["rounds"]):
        results = (turn.get("raw") or {}).get("results") or []
        for position, (name, result) in enumerate(zip(turn.get("order") or [], results)):
            samples = [[1e9 * s, 1] for s in result.get("times") or []]
            blocks.setdefault(name, []).append(
                {"round": number, "position": position, "samples": samples})
    return {"id": whole["id"], "kind": "time", "results": [
        {"runtime": name, "status": "ok", "reason": "", "blocks": made}
        for name, made in sorted(blocks.items())]}
