"""One page that needs nothing else: no network, no script to be read, data and charts within."""
import base64
import os

import conform
import controls
import load
import page_bench
import page_conform
import page_environment
import units
from markup import el, number, raw, table

HERE = os.path.dirname(os.path.abspath(__file__))
DATA_MAX = 8 << 20
INK = {"#222222": "var(--ink)", "#d4d4d4": "var(--faint)", "#ffffff": "var(--paper)"}


def own(name):
    """A file beside this one; it is ours, so it is markup."""
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return raw(file.read())


def inline(svg):
    """A chart in the page's own ink, so that it can be read in the dark."""
    for colour, variable in INK.items():
        svg = svg.replace(colour, variable)
    return raw(svg)


def chart(drawn, figures):
    """A chart with its question and its reading, or why there is none."""
    if figures is None:
        return None
    if not drawn.svg:
        return el("p", f"{drawn.question} Not drawn: {drawn.why_not}.", cls="quiet")
    links = [
        " ",
        el("a", "SVG", href=f"charts/{drawn.name}.svg"),
        " ",
        el("a", "PNG", href=f"charts/{drawn.name}.png"),
    ]
    return el(
        "figure",
        el("figcaption", el("strong", drawn.question), " ", drawn.reading, links),
        inline(drawn.svg),
        id=f"chart-{drawn.name}",
    )


def banner(report):
    """The exit status and the three sentences."""
    code = report["exit"]["code"]
    verdict = "; ".join(report["exit"]["reasons"]) or "All as expected"
    return el(
        "div",
        el("p", f"{verdict} (exit status {code})", cls="verdict"),
        [el("p", sentence) for sentence in report["sentences"]],
        cls=f"banner{' bad' if code else ''}",
        id="verdict",
    )


def trust(report):
    """What speaks for and against the figures."""
    trusted = report["trusted"]
    if not trusted["ok"]:
        said = f"Figures are not to be trusted: {'; '.join(trusted['reasons'])}."
    elif report["baseline"]:
        said = "Figures may be quoted."
    else:
        said = "No figure was measured."
    notes = [said, comparisons(report), control_words(report), *(warning["text"] for warning in report["warnings"])]
    items = [el("li", note) for note in notes if note]
    return el("div", el("h3", "Can this run be trusted?"), el("ul", items), cls="trust", id="trust")


def control_words(report):
    return controls.words(report) if report["benchmarks"] else None


def comparisons(report):
    """How many comparisons there are, and what holds of all of them; None without any."""
    family = report["family"]
    pairs = [p for b in report["benchmarks"] + report["whole_process"] for p in b["pairs"]]
    if not pairs:
        return None
    held = (
        "together they are wrong with at most 5 % (Holm)"
        if family["adjusted"]
        else f"each by itself at 95 %: all together would need {family['rounds_needed']} rounds"
    )
    counts = [
        f"{sum(p['verdict'] == word for p in pairs)} {word}" for word in ("inconclusive", "refused")
    ]
    doubted = sum(bool(p["doubts"]) for p in pairs)
    return (
        f"{family['pairs']} comparisons over {family['rounds']} rounds; {held}; "
        f"{', '.join(counts)}, {doubted} with a doubt that every round outvotes."
    )


def rests_on(report):
    """What each runtime does for its speed."""
    rows = []
    for runtime in report["runtimes"]:
        if runtime["kind"] == "runtime":
            able = ["yes" if key in runtime["abilities"] else "no" for key, _ in conform.ABILITIES]
            built = "" if runtime["build"]["ok"] else "does not build"
            rows.append([runtime["name"], *able, built or runtime.get("description") or ""])
    return [
        el("h3", "What each speed rests on"),
        table(["runtime", *(word for _, word in conform.ABILITIES), "what it is"], rows),
    ]


def unbuilt(report):
    return [
        el(
            "details",
            el("summary", f"{r['name']} does not build"),
            el("pre", r["build"].get("log_tail") or ""),
            open=True,
        )
        for r in report["runtimes"]
        if not r["build"]["ok"]
    ]


def without_blocks(report):
    """The report without its raw samples, for a page that would grow too large."""
    slim = dict(report)
    slim["benchmarks"] = [
        dict(b, results=[{k: v for k, v in r.items() if k != "blocks"} for r in b["results"]])
        for b in report["benchmarks"]
    ]
    return slim


def download(report):
    """report.json as a link that needs no server."""
    data, what = load.dumps(report), "report.json"
    if len(data) > DATA_MAX:
        data, what = load.dumps(without_blocks(report)), "report.json without raw samples"
    coded = base64.b64encode(data.encode()).decode()
    return el(
        "p",
        el(
            "a",
            f"Download {what}",
            download="report.json",
            href=f"data:application/json;base64,{coded}",
        ),
        f" ({len(data) >> 10} KiB)",
        cls="download",
        id="data",
    )


def introduction(report):
    run, host = report["run"], report["host"]
    line = [
        f"Run {run['id']}, {run['started']}, ",
        number(run["duration_s"], units.seconds(run["duration_s"])),
        f", seed {run['seed']}, revision {report['suite'].get('revision')}, "
        f"on {host.get('cpu_model')}, "
        f"{host.get('cpus_online')} CPUs, {host.get('virt') or 'no hypervisor'}, "
        f"Linux {host.get('kernel')}, {host.get('libc')}",
    ]
    links = [
        el("a", word, href=f"#{at}")
        for at, word in (
            ("conformance", "Conformance"),
            ("benchmarks", "Benchmarks"),
            ("environment", "Environment"),
            ("data", "Data"),
        )
    ]
    return [
        el("h1", "Goroutine runtimes: conformance and speed"),
        el("p", line, cls="quiet"),
        el("nav", links),
    ]


def page(report, drawn, no_charts=None):
    """The whole document; `drawn` are the charts, `no_charts` why there are none."""
    charts = {d.name: d for d in drawn}

    def some(*names):
        return [chart(charts[n], charts) for n in names if n in charts]

    missing = el("p", no_charts, cls="quiet") if no_charts else None
    body = [
        introduction(report),
        banner(report),
        trust(report),
        missing,
        unbuilt(report),
        rests_on(report),
        some("ratios"),
        page_conform.section(report),
        some("conformance"),
        page_bench.section(report, some("costs", "switch", "spawn_among", "steal", "bytes")),
        el("section", el("h2", "The run itself"), some("sequence")) if drawn else None,
        page_environment.section(report),
        download(report),
    ]
    head = [
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"Goroutine runtimes, run {report['run']['id']}"),
        el("style", own("page.css")),
    ]
    return (
        "<!doctype html>\n"
        + el("html", el("head", head), el("body", body, el("script", own("page.js"))), lang="en")
        + "\n"
    )
