"""From blocks to figures: what a cell costs, beside what limit, and what must not be said."""
import math

import stats
import steady

STEPS_MIN = 100  # a batch lasts at least that many steps of the clock
READINGS_MIN = 200  # and that many readings of it
EVENT_STEPS_MIN = 20  # and so long must a single event last to be told from the next
LINEAR = 0.02  # 2n operations take twice as long as n, within so much
EXCLUDED_MAX = 0.3  # of the blocks; each with a cause that was recorded

STAT = {
    "time": "median over rounds of the p25 of a block's batches",
    "latency": "median over rounds of the median of a block's events",
    "bytes": "median over rounds of the median of a block",
}


def counted(kind, result):
    """(block, value) of every block that counts: not left out, without its warm-up."""
    dropped = (result.get("steady") or {}).get("dropped", 0)
    out = {e["round"] for e in result.get("excluded") or []}
    for block in result.get("blocks") or []:
        value = None if block["round"] in out else stats.block_value(kind, block, dropped)
        if value is not None:
            yield block, value


def rounds_of(kind, result):
    """{round: value}; a round with several blocks counts with their median."""
    found = {}
    for block, value in counted(kind, result):
        found.setdefault(block["round"], []).append(value)
    return {r: stats.median(values) for r, values in found.items()}


def singles(kind, result):
    """Every batch (as ns per operation), event or value of a cell, in the order of the run."""
    pick = {
        "time": stats.batch_costs,
        "latency": lambda b: b.get("events") or [],
        "bytes": lambda b: b.get("values") or [],
    }[kind]
    return [x for block in result.get("blocks") or [] for x in pick(block)]


def bad_proof(result):
    """Why the work is not proven, or None."""
    for block in result.get("blocks") or []:
        proof = block.get("proof")
        if not proof:
            return f"round {block['round']}: nothing proves that the work was done"
        if proof["expected"] != proof["observed"]:
            return (
                f"round {block['round']}: {proof['expected']} operations asked for, "
                f"{proof['observed']} observed"
            )
    return None


def taken_away(block):
    """Why a block is no measurement of ours, or None: what somebody took from it."""
    noise = block.get("noise") or {}
    if noise.get("steal_ticks"):
        return f"the hypervisor took {noise['steal_ticks']} ticks"
    if noise.get("throttled"):
        return "the CPU quota was used up"
    return None


def exclude(result):
    """Leave out blocks with a cause; with too many of them none, and the reason is returned."""
    found = [
        {"round": b["round"], "why": why}
        for b in result.get("blocks") or []
        if (why := taken_away(b))
    ]
    result["excluded"] = found
    count = len(result.get("blocks") or [])
    if len(found) <= EXCLUDED_MAX * count:
        return None
    result["excluded"] = []
    return f"{found[0]['why']} in round {found[0]['round']}, as in {len(found)} of {count}"


def bent(result, overhead_ns):
    """Why n operations do not cost n times one, or None: proven by an interval beyond LINEAR."""
    linear = result.get("linearity")
    if not linear:
        return None
    costs = [
        max(ns - overhead_ns, 1e-3) / ops for ns, ops in zip(linear["ns"], linear["ops"])
    ]
    for size in (1, 2):
        apart = [math.log(c / one) for one, c in zip(costs[::3], costs[size::3])]
        interval = stats.sign_interval(apart)
        if interval and (interval[0] > math.log(1 + LINEAR) or interval[1] < -math.log(1 + LINEAR)):
            return (
                f"not linear: one of {2 * size}n operations costs "
                f"{math.exp(stats.median(apart)):.3g} times one of n"
            )
    return None


def unsettled(result):
    found = result.get("steady") or {}
    if found.get("class") in ("slowdown", "none"):
        return f"no steady state: {found['why']}"
    return None


def short_batches(kind, result, timer):
    """Why the clock is too coarse for this cell, or None."""
    if kind == "time":
        lengths = [ns for b in result.get("blocks") or [] for ns, _ in b.get("samples") or []]
        least, what = STEPS_MIN, "batch"
    elif kind == "latency":
        lengths, least, what = singles(kind, result), EVENT_STEPS_MIN, "event"
    else:
        return None
    step_ns = timer.get("step_ns")
    reading_ns = (timer.get("overhead_ns") or {}).get("median") or 0
    if kind == "time" and lengths and stats.median(lengths) < READINGS_MIN * reading_ns:
        return (
            f"a batch lasts {stats.median(lengths):.0f} ns, less than {READINGS_MIN} readings of "
            f"the clock ({reading_ns:g} ns)"
        )
    if lengths and step_ns and stats.median(lengths) < least * step_ns:
        return (
            f"a {what} lasts {stats.median(lengths):.0f} ns, less than {least} steps of the "
            f"clock ({step_ns:g} ns)"
        )
    return None


def refusals(kind, result, timer, proof):
    """Reasons not to give a figure a verdict."""
    if result["status"] == "invalid":
        return [result.get("reason") or "the work was not done"]
    reasons = (
        proof(result),
        short_batches(kind, result, timer),
        bent(result, (timer.get("overhead_ns") or {}).get("median") or 0),
        unsettled(result),
    )
    return [reason for reason in reasons if reason]


def add_cell(kind, result, timer, proof=bad_proof):
    """Give a result its estimate, quantiles and refusals."""
    disturbed = exclude(result)
    result["steady"] = steady.classify(result) if kind == "time" else None
    rounds = rounds_of(kind, result)
    values = singles(kind, result)
    measured = result["status"] in ("ok", "invalid") and rounds
    result["refused"] = refusals(kind, result, timer, proof) if measured else []
    result["refused"] += [disturbed] if disturbed and measured else []
    result["estimate"] = result["quantiles"] = result["distribution"] = None
    result["modes"] = steady.modes(list(rounds.values()))
    if measured:
        result["estimate"] = {
            "stat": STAT[kind],
            "value": stats.median(rounds.values()),
            "ci95": stats.sign_interval(rounds.values()),
            "rounds": len(rounds),
            "unit": "bytes" if kind == "bytes" else "ns",
        }
        result["quantiles"] = stats.quantiles(values)
        result["distribution"] = distribution(kind, result, values, timer)


def distribution(kind, result, values, timer):
    """Of what the quantiles are: of single events where the clock can tell one from the next, else
    of batch means, which say nothing of the worst operation."""
    alone = kind == "latency" and not short_batches(kind, result, timer)
    of = "single events" if alone else "values" if kind == "bytes" else "batch means"
    return {"of": of, "hist": stats.histogram(values) if kind != "bytes" else None}


def usable(result):
    return result["status"] == "ok" and result["estimate"] is not None


def add_limits(benchmarks):
    """Give every result its ratio to the row of `limit` that bounds it, or why there is none."""
    rows = {}
    for bench in benchmarks:
        if bench["id"].startswith("limit/"):
            for result in bench["results"]:
                if usable(result) and result["estimate"]["value"] > 0:
                    rows[bench["id"][len("limit/") :]] = (bench, result["estimate"]["value"])
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


# ----------------------------------------------------------------- whole processes


def add_whole(whole):
    """Give a hyperfine series results as a benchmark has; its proof is the exit status 0."""
    bench = as_benchmark(whole)
    for result in bench["results"]:
        add_cell("time", result, {}, proof=lambda _: None)
    return bench


def as_benchmark(whole):
    """A hyperfine series in the form of a benchmark: a round's block is the p25 of its runs."""
    blocks = {}
    for number, turn in enumerate(whole["rounds"]):
        results = (turn.get("raw") or {}).get("results") or []
        for position, (name, result) in enumerate(zip(turn.get("order") or [], results)):
            samples = [[1e9 * s, 1] for s in result.get("times") or []]
            blocks.setdefault(name, []).append(
                {"round": number, "position": position, "samples": samples}
            )
    return {
        "id": whole["id"],
        "kind": "time",
        "results": [
            {"runtime": name, "status": "ok", "reason": "", "blocks": made}
            for name, made in sorted(blocks.items())
        ],
    }
