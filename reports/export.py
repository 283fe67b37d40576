"""A report in the forms of other tools, made from report.json alone.

    go      Go's benchmark format, for benchstat: a line for each block
    csv     long form: a line for each block and statistic
    junit   checks and verdicts as test cases, for a CI
    tap     the same as TAP 13
"""
import csv
import io
from xml.sax.saxutils import quoteattr

import estimate
from units import clean


def blocks(report):
    """(benchmark, result, block, value) of every block that counts."""
    for bench in report["benchmarks"]:
        for result in bench["results"]:
            if estimate.usable(result):
                for block, value in estimate.counted(bench["kind"], result):
                    yield bench, result, block, value


# ------------------------------------------------------------------------------ Go


def word(text):
    """One word of Go's benchmark format: no space, and no sign that parts a name."""
    return "".join(c if c.isalnum() or c in "_.@+:" else "_" for c in clean(text, 60))


def go(report):
    host = report["host"]
    lines = [
        "goos: linux",
        f"goarch: {({'x86_64': 'amd64', 'aarch64': 'arm64'}).get(host.get('arch'), host.get('arch'))}",
        f"cpu: {clean(host.get('cpu_model'), 80)}",
        "Unit ns/op better=lower",
        "Unit B/op better=lower",
    ]
    for bench, result, block, value in blocks(report):
        unit = "B/op" if bench["kind"] == "bytes" else "ns/op"
        times = sum(ops for _, ops in block.get("samples") or []) or 1
        name = f"Benchmark{word(bench['id']).replace(':', '/size=')}/runtime={word(result['runtime'])}"
        lines.append(f"{name}-{int(bench.get('procs') or 1)} {times:.0f} {value:.6g} {unit}")
    return "\n".join(lines) + "\n"


# ----------------------------------------------------------------------------- CSV


def table(report):
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow("run host benchmark runtime round position stat value unit".split())
    run, host = report["run"]["id"], report["host"].get("id")
    for bench, result, block, value in blocks(report):
        unit = "bytes" if bench["kind"] == "bytes" else "ns"
        place = [run, host, bench["id"], result["runtime"], block["round"], block.get("position")]
        rows.writerow([*place, "block", f"{value:.9g}", unit])
    for bench in report["benchmarks"]:
        for result in bench["results"]:
            place = [run, host, bench["id"], result["runtime"], "", ""]
            if result["estimate"]:
                told = result["estimate"]
                rows.writerow([*place, "estimate", f"{told['value']:.9g}", told["unit"]])
            counts = result.get("counts")
            for name in ("instructions", "syscalls") if counts else ():
                rows.writerow([*place, name, f"{counts[name] / counts['ops']:.9g}", "per operation"])
    return out.getvalue()


# ------------------------------------------------------------------ JUnit and TAP


def cases(report):
    """(group, name, `ok`, `skip` or `bad`, text): checks, comparisons, the controls."""
    for row in report["conformance"]["checks"]:
        state = "bad" if row["red"] else "skip" if row["status"] in ("unsupported", "xfail") else "ok"
        yield "conformance." + row["runtime"], row["id"], state, f"{row['status']} {row.get('message') or row.get('reason') or ''}"
    threshold = report["run"].get("threshold")
    for bench in report["benchmarks"] + report["whole_process"]:
        for pair in bench["pairs"]:
            beyond = threshold and pair["verdict"] == "slower" and pair["ci_adj"][0] > 1 + threshold
            state = "bad" if beyond else "skip" if pair["verdict"] == "refused" else "ok"
            ratio = "" if pair["ratio"] is None else f" {pair['ratio']:.3f} of {pair['a']}"
            yield "speed." + pair["b"], bench["id"], state, f"{pair['verdict']}{ratio} {pair['why'] or ''}"
    for pair in (report.get("controls") or {}).get("pairs") or []:
        state = "bad" if pair["failed"] else "skip" if pair["noisy"] else "ok"
        yield "controls", pair["b"], state, pair["verdict"]


def junit(report):
    found = list(cases(report))
    count = {state: sum(c[2] == state for c in found) for state in ("bad", "skip")}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuite name="gort-suite" tests="{len(found)}" failures="{count["bad"]}" skipped="{count["skip"]}">',
    ]
    for group, name, state, text in found:
        inner = {"ok": "", "skip": "<skipped message={}/>", "bad": "<failure message={}/>"}[state]
        told = inner.format(quoteattr(clean(text, 300)))
        lines.append(
            f"<testcase classname={quoteattr(clean(group, 80))} name={quoteattr(clean(name, 120))}>{told}</testcase>"
        )
    return "\n".join(lines + ["</testsuite>"]) + "\n"


def tap(report):
    found = list(cases(report))
    lines = ["TAP version 13", f"1..{len(found)}"]
    for number, (group, name, state, text) in enumerate(found, 1):
        told = clean(f"{group} {name}: {text}", 300).replace("#", "")
        skip = f" # SKIP {clean(text, 80).replace('#', '')}" if state == "skip" else ""
        lines.append(f"{'not ok' if state == 'bad' else 'ok'} {number} - {told}{skip}")
    return "\n".join(lines) + "\n"


FORMATS = {"go": go, "csv": table, "junit": junit, "tap": tap}
