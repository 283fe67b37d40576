"""Exact counts on a terminal: instructions and system calls of one operation."""
import screen
import table_speed
import units
from units import clean


def words(result):
    """`18.03 +1 call`, `-` where it was not counted."""
    counts = (result or {}).get("counts")
    if not counts:
        return "-"
    calls = units.per(counts["syscalls"], counts["ops"])
    said = units.per(counts["instructions"], counts["ops"])
    return said if calls == "0" else f"{said} +{calls} sys"


def counted(report):
    """Benchmarks of which some runtime was counted, limits last."""
    rows = [b for b in report["benchmarks"] if any(r.get("counts") for r in b["results"])]
    return sorted(rows, key=lambda b: b["id"].startswith("limit/"))


def why_not(report):
    """{reason: [cells]} of what was not counted."""
    found = {}
    for bench in report["benchmarks"]:
        for result in bench["results"]:
            if result.get("counts_why"):
                cell = f"{bench['id']} {result['runtime']}"
                found.setdefault(clean(result["counts_why"], 80), []).append(cell)
    return found


def cpu(report):
    """Why the CPU counts nothing, or None where it does, or nothing was asked."""
    for bench in counted(report):
        for result in bench["results"]:
            usage = (result.get("counts") or {}).get("usage") or {}
            if usage.get("cpu_why"):
                return usage["cpu_why"]
    return None


def counts(report, out):
    rows = counted(report)
    if not rows:
        return
    names = table_speed.columns(report)
    wide = max(16, *(len(screen.name(n)) + 2 for n in names)) if names else 16
    out.say(
        f"{'INSTRUCTIONS, exact':34}" + "".join(f"{screen.name(n):{wide}}" for n in names), "head"
    )
    for bench in rows:
        cells = {r["runtime"]: r for r in bench["results"]}
        shown = names if not bench["id"].startswith("limit/") else ["limit"]
        said = "".join(f"{words(cells.get(n)):{wide}}" for n in shown)
        out.say(f"  {clean(bench['id'], 30):32}{said}")
    out.say("  of one operation, and system calls; stepped through, the same in every run")
    for reason, cells in why_not(report).items():
        out.wrap(f"  - {reason} ({', '.join(cells[:2])}{' ...' if len(cells) > 2 else ''})")
    if cpu(report):
        out.wrap(f"  no counters of the CPU: {clean(cpu(report), 80)}")
    out.say()
