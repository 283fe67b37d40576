"""Latencies on a terminal: how long single events took, with the slow ones."""
import screen
import units
from units import clean

SHOWN = ("p50", "p90", "p99", "p999", "max")
NAMES = {"p999": "p99.9"}
BARS = " .:-=+*#%@"
WIDE = 32


def rows(report):
    """(benchmark, result) of all that was measured event by event."""
    for bench in report["benchmarks"]:
        for result in bench["results"]:
            if (result.get("distribution") or {}).get("of") == "single events":
                yield bench, result


def bars(hist):
    """A histogram in WIDE characters, the denser the more; from the least event to the most."""
    counts, step = hist["counts"], max(1, -(-len(hist["counts"]) // WIDE))
    sums = [sum(counts[i : i + step]) for i in range(0, len(counts), step)]
    top = max(sums)
    return "".join(BARS[-(-n * (len(BARS) - 1) // top)] for n in sums)


def latencies(report, out):
    found = list(rows(report))
    if not found:
        return
    head = "".join(f"{NAMES.get(q, q):>10}" for q in SHOWN)
    out.say(f"{'LATENCY of single events':34}{head}   events  from least to most", "head")
    for bench, result in found:
        told = result["quantiles"]
        figures = "".join(f"{units.figure(told[q], 'ns'):>10}" for q in SHOWN)
        name = f"{clean(bench['id'], 20)} {screen.name(result['runtime'])}"
        hist = bars(result["distribution"]["hist"])
        out.say(f"  {name:32}{figures}{told['count']:>9}  |{hist}|")
    out.say("  -: too few events for that quantile")
    out.say()
