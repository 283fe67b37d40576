"""run.json -> report.json: everything that was measured, and what it means.

Nothing is taken away or changed, only added; so a report can be judged again.
"""
import copy
import os

import ablation
import answers
import clauses
import compare
import conform
import controls
import estimate
import load
import units
import validate

NAME, VERSION = "gort-report", "1.0.0"
STEAL_MAX = 0.02
TICKS_PER_S = 100


def read_run(path):
    """The run in a directory or file, known to have the form of one."""
    if os.path.isdir(path):
        path = os.path.join(path, "run.json")
    run = load.load(path)
    name = run.get("schema", {}).get("name") if isinstance(run, dict) else None
    if name not in ("gort-run", NAME):
        raise load.Refused(f"{path}:1:1: not a run (schema.name is not gort-run)")
    for error in validate.errors(run, "run"):
        raise load.Refused(f"{path}: {error}")
    if str(run["schema"]["version"]).split(".")[0] != "1":
        raise load.Refused(f"{path}: schema version {run['schema']['version']}, not 1")
    return path, run


def baseline_of(runtimes, benchmarks, wanted=None):
    """The one that was asked for, or gort, where it was measured, else the first runtime that was;
    None without any."""
    measured = {
        r["runtime"]
        for b in benchmarks
        for r in b["results"]
        if estimate.usable(r) or r.get("counts")
    }
    if wanted in measured:
        return wanted
    names = [r["name"] for r in runtimes if r["kind"] == "runtime" and r["name"] in measured]
    return "gort" if "gort" in names else names[0] if names else None


def steal_share(run):
    """Share of the machine's time that a hypervisor took, or None."""
    try:
        ticks = run["noise"]["after"]["steal_ticks"] - run["noise"]["before"]["steal_ticks"]
        return ticks / TICKS_PER_S / run["run"]["duration_s"] / run["host"]["cpus_online"]
    except (KeyError, TypeError, ZeroDivisionError):
        return None


def all_flags(run):
    """Those of the suite, and of each runtime, which may have another compiler."""
    builds = [run.get("toolchain") or {}, *(r["build"] for r in run["runtimes"])]
    return [build.get("cflags") or "" for build in builds]


def for_debugging(flags):
    """By gcc's and clang's flags, of which the last -O counts, and Go's -N."""
    words = flags.replace("=", " ").split()
    levels = [word for word in words if word.startswith("-O")]
    return "-fsanitize" in words or levels[-1:] == ["-O0"] or {"-gcflags", "-N"} <= set(words)


def trust(run, family):
    """Whether the figures may be quoted, and all reasons why not."""
    share = steal_share(run)
    reasons = []
    if not run["run"]["complete"]:
        reasons.append("the run was cut short")
    if share is not None and share > STEAL_MAX:
        reasons.append(f"the hypervisor took {100 * share:.1f} % of the machine")
    reasons += controls.failures(run)
    if any(for_debugging(flags) for flags in all_flags(run)):
        reasons.append("a debug or sanitizer build is no measurement")
    if family["pairs"] and family["rounds"] < 6:
        reasons.append(f"{family['rounds']} rounds: below 6 no 95 % interval exists")
    return {"ok": not reasons, "reasons": reasons}


def worth_knowing(run):
    """What may have made the figures wider, though the pairing withstands it: (code, text)."""
    cpus = run["host"].get("cpus_online") or 1
    noise = (run.get("noise") or {}).get("before") or {}
    if (noise.get("load1") or 0) > cpus / 2:
        yield "W-LOAD", f"load {units.digits(noise['load1'])} on {cpus:g} CPUs before the run"
    if (noise.get("psi_cpu_avg10") or 0) > 20:
        yield "W-PSI", f"CPU pressure {noise['psi_cpu_avg10']:.0f} % before the run"
    if run["suite"].get("dirty"):
        yield "W-DIRTY", "the tree has changes that its revision does not name"


def verdict_of_run(run):
    """{code, reasons}: what stands in `exit`, worst first."""
    rows = [(f"{r['id']} {r['runtime']}", r) for r in run["conformance"]["checks"] if r["red"]]
    red = [name for name, r in rows if r["status"] != "error"]
    broken = [name for name, r in rows if r["status"] == "error"]
    unbuilt = [r["name"] for r in run["runtimes"] if not r["build"]["ok"]]
    cells = [(f"{b['id']} {r['runtime']}", r) for b in run["benchmarks"] for r in b["results"]]
    lazy = [name for name, r in cells if r["status"] in ("failed", "invalid")]
    found = []

    def add(code, items, one, many):
        if items:
            what = one if len(items) == 1 else many
            found.append((code, f"{len(items)} {what} ({answers.some(items)})"))

    if run["run"].get("signal"):
        found.append((128 + run["run"]["signal"], f"ended by signal {run['run']['signal']}"))
    add(3, unbuilt, "runtime does not build", "runtimes do not build")
    add(3, broken, "check could not be carried out", "checks could not be carried out")
    if not run["conformance"]["checks"] and not cells and not run["whole_process"]:
        found.append((3, "nothing was selected"))
    for failure in controls.failures(run):
        found.append((3, failure))
    add(1, red, "unexpected verdict", "unexpected verdicts")
    add(1, lazy, "benchmark failed", "benchmarks failed")
    for reason in regressions(run):
        found.append((4, reason))
    own = run.get("exit") or {}
    if not found and own.get("code"):
        found.append((own["code"], "; ".join(own.get("reasons") or ["the runner says so"])))
    return {"code": found[0][0] if found else 0, "reasons": [reason for _, reason in found]}


def regressions(run):
    """What is dearer than the baseline by more than the threshold of the run: proven, so the whole
    interval lies beyond."""
    threshold = run["run"].get("threshold")
    if not threshold:
        return []
    return [
        f"{b['id']}: {p['b']} takes {units.ratio(p['ratio'])} {units.interval(p['ci_adj'])} of "
        f"{p['a']}, more than {100 * threshold:g} % above"
        for b in run["benchmarks"] + run["whole_process"]
        for p in b["pairs"]
        if p["verdict"] == "slower" and p["ci_adj"][0] > 1 + threshold
    ]


def judge(run, spec=None):
    """The report of a run."""
    report = copy.deepcopy(run)
    report["schema"] = {"name": NAME, "version": VERSION}
    report["clauses"] = clauses.read() if spec is None else spec
    report.setdefault("warnings", [])
    for part in ("checks", "benchmarks", "whole_process"):
        report.setdefault(part, [])
    report.setdefault("conformance", {}).setdefault("checks", [])
    judge_conformance(report)
    judge_speed(report)
    controls.mark(report, controls.judge(report))
    report["trusted"] = trust(report, report["family"])
    for code, text in worth_knowing(report):
        warn(report, code, text)
    report["ablation"] = ablation.judge(report)
    report["answers"] = answers.answers(report["benchmarks"], report["family"]["pairs"])
    report["sentences"] = answers.sentences(report)
    report["exit"] = verdict_of_run(report)
    return report


def warn(report, code, text):
    """A warning is said once, however often the report is judged."""
    if {"code": code, "text": text} not in report["warnings"]:
        report["warnings"].append({"code": code, "text": text})


def judge_conformance(report):
    unknown = conform.describe(report["checks"], report["clauses"])
    rows = report["conformance"]["checks"]
    conform.mark(rows, report["checks"])
    report["conformance"]["levels"] = conform.count(rows, "level")
    report["conformance"]["areas"] = conform.count(rows, "area")
    if unknown:
        warn(report, "W-CLAUSE", f"no such clause in SPEC.md: {answers.some(unknown)}")


def programs(report):
    """{runtime: hash of its program}; None where it is not known."""
    return {r["name"]: r.get("binary_sha256") for r in report["runtimes"]}


def judge_speed(report):
    timer = report.get("timer") or {}
    benches = report["benchmarks"]
    for bench in benches:
        for result in bench["results"]:
            estimate.add_cell(bench["kind"], result, timer)
    estimate.add_limits(benches)
    wholes = [estimate.add_whole(whole) for whole in report["whole_process"]]
    report["baseline"] = baseline_of(
        report["runtimes"], benches + wholes, report["run"].get("baseline")
    )
    report["family"] = compare.settle(
        compare.table_pairs(benches + wholes, report["baseline"], programs(report))
    )
    for whole, made in zip(report["whole_process"], wholes):
        for result in made["results"]:
            del result["blocks"]
        whole["results"], whole["pairs"] = made["results"], made["pairs"]
