"""What people see: nothing foreign acts, every figure is in the JSON, half a run is no failure."""
import contextlib
import html.parser
import io
import json
import os
import re
import tempfile
import unittest
import xml.etree.ElementTree as xml

import support
import judge
import load
import page
import page_conform
import screen
import summary
import synthetic
import table
import units

try:
    import charts
except ImportError:
    charts = None


class Reader(html.parser.HTMLParser):
    """Tags, figures, and what would be fetched."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.figures, self.links = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            if tag == "data" and name == "value":
                self.figures.append(float(value))
            if name in ("src", "href", "xlink:href") or name.startswith("on"):
                self.links.append((tag, name, value))


def numbers_in(value):
    if isinstance(value, dict):
        for item in value.values():
            yield from numbers_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from numbers_in(item)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield float(value)


def hostile():
    """A run in which every text is out to do harm."""
    run = synthetic.run(
        rounds=6, names=support.HOSTILE[:3], red={("park/claim_2", support.HOSTILE[0]): "fail"}
    )
    for check in run["checks"]:
        check["claim"] = support.HOSTILE[0]
    for row in run["conformance"]["checks"]:
        row["message"] = row["stderr_tail"] = row["repro"] = "".join(support.HOSTILE)
    for bench, name in zip(run["benchmarks"], support.HOSTILE):
        bench["id"] = bench["what"] = bench["unit"] = name
    run["warnings"] = [{"code": "W", "text": "".join(support.HOSTILE)}]
    run["host"]["cpu_model"] = run["run"]["id"] = run["toolchain"]["cc"] = support.HOSTILE[2]
    return judge.judge(run, {})


def screen_text(report, width):
    file = io.StringIO()
    out = screen.Screen(file, width)
    table.show(report, out)
    table.close(report, out, "here/index.html")
    return file.getvalue()


def partial():
    """Runs of which something is missing."""
    for change in (
        {"benchmarks": [], "whole_process": []},
        {"conformance": {"checks": []}, "checks": []},
        {"timer": None, "noise": None, "toolchain": None, "host": {}},
        {"benchmarks": [], "whole_process": [], "conformance": {"checks": []}, "runtimes": []},
    ):
        run = synthetic.run(rounds=6)
        run.update(change)
        yield judge.judge(run, {})
    run = synthetic.run(rounds=2)
    for bench in run["benchmarks"]:
        for result in bench["results"][1:]:
            result.update(status="failed", reason="ended by signal 11", blocks=[])
    yield judge.judge(run, {})


class Page(unittest.TestCase):
    def test_every_figure_is_in_the_json(self):
        report = support.judged()
        known = set(numbers_in(json.loads(load.dumps(report))))
        figures = Reader(page.page(report, [])).figures
        self.assertGreater(len(figures), 500)
        self.assertEqual([f for f in figures if f not in known], [])

    def test_every_estimate_is_on_the_page(self):
        report = support.judged()
        figures = set(Reader(page.page(report, [])).figures)
        for bench in report["benchmarks"] + report["whole_process"]:
            for result in bench["results"]:
                if result["estimate"]:
                    self.assertIn(result["estimate"]["value"], figures)
            for pair in bench["pairs"]:
                self.assertIn(pair["ratio"], figures)

    def test_needs_nothing_else(self):
        reader = Reader(page.page(support.judged(), []))
        for tag, name, value in reader.links:
            self.assertTrue(
                value.startswith(("#", "data:application/json;base64,", "charts/")), (tag, name)
            )

    def test_hostile_text_stays_text(self):
        clean, dirty = Reader(page.page(support.judged(), [])), page.page(hostile(), [])
        self.assertEqual(Reader(dirty).tags.count("script"), clean.tags.count("script"))
        self.assertNotIn("alert(1)</script>", dirty)
        self.assertFalse(re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", dirty))

    def test_who_has_no_checks_has_no_column(self):
        report = support.judged()
        told = page_conform.section(report)
        self.assertIn("No checks are written for go", told)
        self.assertNotIn('"not run"', told)
        self.assertNotIn("| go |", "".join(summary.conformance(report)))
        head = screen_text(report, 140).split("CONFORMANCE\n")[1].split("\n")[0]
        self.assertEqual(head.split(), ["gort", "ucontext", "pthread"])

    def test_a_note_stands_beside_its_figure(self):
        cards = page.page(support.judged(), []).split("<article")
        self.assertTrue(all("as go does it" in card for card in cards if "spawn_among" in card))

    def test_half_a_run(self):
        for report in partial():
            self.assertIn("</html>", page.page(report, [], "no charts"))
            self.assertIn("exit ", screen_text(report, 100))
            self.assertLessEqual(summary.summary(report).count("\n"), summary.LINES_MAX)


class Terminal(unittest.TestCase):
    def test_fits(self):
        for width in (60, 80, 100, 140, 200):
            for report in (support.judged(), hostile()):
                for line in screen_text(report, width).splitlines():
                    self.assertLessEqual(len(line), width)

    def test_four_runtimes_are_a_table(self):
        said = screen_text(support.judged(), 140)
        head = next(line for line in said.splitlines() if line.startswith("BENCHMARK"))
        self.assertEqual(head.split()[1:], ["gort", "ucontext", "pthread", "go"])
        self.assertRegex(said, r"chan_buffered .* \(1\.01x\) .* \(1\.50x\)")
        self.assertIn("is not proven", said)

    def test_ends_with_exit_and_why(self):
        self.assertTrue(
            screen_text(support.judged(), 100).endswith(
                "report   here/index.html\nexit 0  all as expected\n"
            )
        )
        red = support.judged(red=((("park/claim_2", "gort"), "fail"),))
        self.assertTrue(
            screen_text(red, 100).endswith("exit 1  1 unexpected verdict (park/claim_2 gort)\n")
        )

    def test_no_control_characters(self):
        self.assertFalse(re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", screen_text(hostile(), 120)))

    def test_summary(self):
        for report in (support.judged(), hostile()):
            text = summary.summary(report)
            self.assertLessEqual(text.count("\n"), summary.LINES_MAX)
            self.assertNotIn("<script", text)

    def test_figures(self):
        for value, unit, words in (
            (9.812, "ns", "9.81 ns"),
            (0.4, "ns", "0.40 ns"),
            (999.7, "ns", "1.00 us"),
            (41234, "ns", "41.2 us"),
            (2.5e9, "ns", "2.50 s"),
            (4096, "bytes", "4.00 KiB"),
            (0, "ns", "0 ns"),
            (None, "ns", "-"),
        ):
            self.assertEqual(units.figure(value, unit), words)


@unittest.skipIf(charts is None, "matplotlib is missing")
class Charts(unittest.TestCase):
    def draw(self, report, folder):
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            drawn = charts.draw(report, folder)
        self.assertEqual(said.getvalue(), "")
        return {d.name: d for d in drawn}

    def test_all_are_drawn_and_the_same_twice(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            first, second = self.draw(support.judged(), one), self.draw(support.judged(), two)
            self.assertEqual([d.name for d in first.values() if d.why_not], [])
            for name in sorted(os.listdir(one)):
                self.assertEqual(
                    charts.digest(f"{one}/{name}"), charts.digest(f"{two}/{name}"), name
                )
            self.assertEqual(
                {n: d.svg for n, d in first.items()}, {n: d.svg for n, d in second.items()}
            )

    def test_svg_says_what_it_shows(self):
        with tempfile.TemporaryDirectory() as folder:
            ids = []
            for drawn in self.draw(hostile(), folder).values():
                if drawn.svg:
                    root = xml.fromstring(drawn.svg)
                    self.assertEqual(
                        [child.tag.split("}")[1] for child in root][:2], ["title", "desc"]
                    )
                    self.assertNotIn("<script", drawn.svg)
                    ids += [e.get("id") for e in root.iter() if e.get("id")]
            self.assertEqual(len(ids), len(set(ids)))

    def test_half_a_run_says_why_not(self):
        for report in partial():
            with tempfile.TemporaryDirectory() as folder:
                drawn = self.draw(report, folder)
                self.assertEqual(len(drawn), len(charts.CHARTS))
                self.assertIn("</html>", page.page(report, drawn.values()))
                for one in drawn.values():
                    self.assertNotEqual(bool(one.svg), bool(one.why_not))


if __name__ == "__main__":
    unittest.main()
