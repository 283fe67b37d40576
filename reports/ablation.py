"""What each decision of a runtime buys: the runtime beside its variants, in one run.

A variant is named RUNTIME@NAME and takes one decision back.  What it loses by that, an ability or
a check, stands beside its figures: faster because it no longer does what it should is not faster.
"""
import conform
import units
from units import clean


def lost(report, base, variant):
    """Abilities and checks that hold for the runtime and not for its variant."""
    able = {r["name"]: set(r["abilities"]) for r in report["runtimes"]}
    rows = report["conformance"]["checks"]
    red = set(conform.names(rows, variant, conform.RED)) - set(
        conform.names(rows, base, conform.RED)
    )
    return {"abilities": sorted(able[base] - able[variant]), "checks": sorted(red)}


def effect(bench, pair, loses):
    wrong = pair["verdict"] == "faster" and bool(loses["abilities"] or loses["checks"])
    return {
        "bench": bench["id"],
        "kind": bench["kind"],
        "ratio": pair["ratio"],
        "ci95": pair["ci95"],
        "mde": pair["mde"],
        "verdict": pair["verdict"],
        "wrong": wrong,
    }


def judge(report):
    """[{variant, loses, effects}] of the baseline, in the order of the run."""
    base = report["baseline"]
    names = [r["name"] for r in report["runtimes"] if r["name"].startswith(f"{base}@")]
    found = []
    for name in names:
        loses = lost(report, base, name)
        effects = [
            effect(bench, pair, loses)
            for bench in report["benchmarks"]
            for pair in bench["pairs"]
            if pair["b"] == name
        ]
        found.append({"variant": name, "loses": loses, "effects": effects})
    return found


def what(one):
    """`buys`: without it all is dearer; the words for one effect."""
    word = {"slower": "dearer without", "faster": "cheaper without"}.get(one["verdict"])
    if one["wrong"]:
        word += ": faster because wrong"
    sees = f", sees {units.effect(one['mde'])}"
    return f"{units.ratio(one['ratio'])} {units.interval(one['ci95'])} {word}{sees}"


def show(report, out):
    """A part for each decision: what is proven, dearest first, then what is not."""
    if not any(one["effects"] for one in report["ablation"]):
        return
    out.say(f"ABLATION of {clean(report['baseline'], 20)}: what each decision buys", "head")
    for one in report["ablation"]:
        out.say(f"  {clean(one['variant'], 60)}", "head")
        told = ", ".join(one["loses"]["abilities"] + one["loses"]["checks"])
        if told:
            out.wrap(f"    loses {clean(told, 300)}", "      ")
        proven = [e for e in one["effects"] if e["verdict"] in ("slower", "faster")]
        for e in sorted(proven, key=lambda e: -e["ratio"]):
            out.say(f"    {clean(e['bench'], 30):30} {what(e)}")
        rest = {}
        for e in one["effects"]:
            if e not in proven:
                rest.setdefault(e["verdict"], []).append(e["bench"])
        for verdict, ids in sorted(rest.items()):
            out.wrap(f"    {verdict} in {len(ids)}: {clean(', '.join(ids), 400)}", "      ")
    out.say()
