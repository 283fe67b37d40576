"""Does this run measure right?  What its own control arms say.

The arms are one program at one benchmark: once more, and with a planted cost.  The first must not
come out as another, the second not as none.  What is not told is no failure: it says how small an
effect this run could have seen.
"""
import compare
import estimate
import stats


def arm(kind, base, cell):
    """One control beside its base, judged as if it stood alone; no floor in ns: one code, one cost."""
    one = compare.pair(kind, base, cell, floor_ns=0)
    compare.settle([one])
    planted = cell.get("planted") or 1
    wrong = ("faster", "slower") if planted == 1 else ("faster", "equivalent")
    one["planted"] = planted
    one["failed"] = one["verdict"] in wrong
    one["noisy"] = one["verdict"] in ("inconclusive", "refused")
    return one


def judge(report):
    """Give report[\"controls\"] its pairs and state: ok, noisy, failed; None where there are none."""
    controls = report.get("controls")
    if not controls:
        return None
    for cell in controls["results"]:
        estimate.add_cell(controls["kind"], cell, report.get("timer") or {})
    base, *others = controls["results"]
    usable = [cell for cell in others if estimate.usable(cell)]
    if not estimate.usable(base) or len(usable) < len(others):
        controls |= {"pairs": [], "state": "noisy", "sees": None}
        return "noisy"
    pairs = [arm(controls["kind"], base, cell) for cell in usable]
    seen = [p["mde"] for p in pairs if p["mde"] is not None]
    state = "failed" if any(p["failed"] for p in pairs) else "ok"
    if state == "ok" and any(p["noisy"] for p in pairs):
        state = "noisy"
    controls |= {"pairs": pairs, "state": state, "sees": max(seen, default=None)}
    return state


def words(report):
    """What the controls say, in a line."""
    controls = report.get("controls")
    if not controls:
        why = report.get("controls_why") or "this run was made without"
        return f"no controls: {why}"
    said = [one_words(p) for p in controls["pairs"]]
    state = {"ok": "ok", "noisy": "this run is noisy", "failed": "FAILED"}[controls["state"]]
    sees = controls["sees"]
    least = "" if sees is None else f"; smallest effect seen {100 * sees:.2g} %"
    return (
        f"controls ({controls['runtime']}, {controls['bench']}): "
        f"{', '.join(said) or 'not measured'}: {state}{least}"
    )


def one_words(pair):
    ratio = "-" if pair["ratio"] is None else f"{pair['ratio']:.3f}"
    bounds = pair["ci95"]
    told = f" [{bounds[0]:.3f} {bounds[1]:.3f}]" if bounds else ""
    return f"{pair['b']} {ratio}{told} {pair['verdict']}"


def mark(report, state):
    """Every verdict of a run whose controls failed is untrusted."""
    for bench in report["benchmarks"] + report["whole_process"]:
        for pair in bench["pairs"]:
            pair["untrusted"] = state == "failed"


def failures(report):
    """What stands in the reasons: one for each control that came out wrong."""
    controls = report.get("controls") or {}
    return [
        f"control failed: {controls['runtime']} {p['b']} on {controls['bench']} came out "
        f"{p['verdict']} ({p['ratio']:.3f}), so no verdict of this run counts"
        for p in controls.get("pairs") or []
        if p["failed"]
    ]
