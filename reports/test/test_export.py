"""What other tools are given: their own readers, or the rules of their form, accept it."""
import csv
import io
import re
import unittest
import xml.etree.ElementTree as xml

import support
import export


class Export(unittest.TestCase):
    def test_go_lines_have_gos_form(self):
        text = export.go(support.judged())
        lines = [line for line in text.splitlines() if line.startswith("Benchmark")]
        self.assertGreater(len(lines), 100)
        for line in lines:
            self.assertRegex(line, r"^Benchmark\S+-\d+ \d+ [0-9.e+-]+ (ns|B)/op$")
        self.assertIn("BenchmarkspawnX".replace("X", "_one/runtime=gort-1"), text)
        self.assertIn("spawn_among/size=10/runtime=go-1", text)

    def test_csv_has_every_block(self):
        report = support.judged()
        rows = list(csv.DictReader(io.StringIO(export.table(report))))
        mine = [r for r in rows if (r["benchmark"], r["runtime"], r["stat"]) == ("spawn_one", "gort", "block")]
        self.assertEqual([int(r["round"]) for r in mine], list(range(12)))
        self.assertTrue(all(float(r["value"]) > 0 for r in rows if r["stat"] == "estimate"))

    def test_junit_counts(self):
        red = support.judged(red=((("park/claim_2", "gort"), "fail"),))
        root = xml.fromstring(export.junit(red))
        self.assertEqual(int(root.get("failures")), len(root.findall("testcase/failure")))
        self.assertEqual(len(root.findall("testcase/failure")), 1)
        self.assertEqual(int(root.get("tests")), len(root.findall("testcase")))

    def test_tap_is_numbered(self):
        red = support.judged(red=((("park/claim_2", "gort"), "fail"),))
        lines = export.tap(red).splitlines()
        self.assertEqual(lines[0], "TAP version 13")
        self.assertEqual(lines[1], f"1..{len(lines) - 2}")
        numbers = [int(re.match(r"(?:not )?ok (\d+) - ", line)[1]) for line in lines[2:]]
        self.assertEqual(numbers, list(range(1, len(numbers) + 1)))
        self.assertEqual(sum(line.startswith("not ok") for line in lines), 1)


if __name__ == "__main__":
    unittest.main()
