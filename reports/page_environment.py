"""The page's part on provenance: run, machine, tools, programs."""
from markup import el, facts, table


def shown(value):
    if isinstance(value, dict):
        return ", ".join(f"{name} {item}" for name, item in sorted(value.items()))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def section(report):
    """Provenance: all that was recorded of run, machine and tools."""
    parts = []
    for name in ("run", "suite", "host", "timer", "noise", "toolchain"):
        found = report.get(name) or {}
        parts += [
            el("h3", name),
            facts((key, shown(value)) for key, value in sorted(found.items()) if value is not None),
        ]
    parts += [el("h3", "programs"), programs(report)]
    return el("section", el("h2", "Environment"), parts, id="environment")


def programs(report):
    """What each runtime was built of and with."""
    made = [
        [
            r["name"],
            r["build"].get("cc") or "-",
            r["build"].get("cflags") or "-",
            r.get("binary_sha256") or "-",
            r.get("stack_bytes") or "-",
            r.get("max_live") or "-",
            ", ".join(r.get("replaced") or []) or "none",
        ]
        for r in report["runtimes"]
    ]
    head = ("runtime", "compiler", "flags", "sha256", "stack bytes", "most at once")
    return table([*head, "files replaced"], made)
