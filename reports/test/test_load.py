"""What is refused, and that the line says where."""
import os
import subprocess
import sys
import tempfile
import unittest

import support
import clauses
import load
import validate

REPORT = os.path.join(os.path.dirname(support.HERE), "report.py")


class Loader(unittest.TestCase):
    def refused(self, text, where):
        with self.assertRaises(load.Refused) as caught:
            load.parse("f", text)
        self.assertTrue(str(caught.exception).startswith(where), str(caught.exception))
        self.assertNotIn("\n", str(caught.exception))

    def test_refuses(self):
        self.refused('{"a": 1,\n "a": 2}', "f:2:2: name")
        self.refused('{"a": 1, "\\u0061": 2}', "f:1:10: name")
        self.refused("[1, NaN]", "f:1:5: NaN")
        self.refused("[\n-Infinity]", "f:2:1: -Infinity")
        self.refused("[1e999]", "f:1:2: number")
        self.refused("[" * 65, "f:1:65: more than 64")
        self.refused('["\\ud800"]', "f:1:2: bad escape")
        self.refused('{"a": 1} x', "f:1:10: Extra data")
        self.refused('{"a" 1}', "f:1:6:")
        self.refused("", "f:1:1:")
        self.refused("[1" + "0" * 5000 + "]", "f:1:1: number")

    def test_accepts(self):
        self.assertEqual(
            load.parse("f", '{"a": "NaN [[[", "b": [{"a": 1}, {"a": 2}], "c": "\\"{"}'),
            {"a": "NaN [[[", "b": [{"a": 1}, {"a": 2}], "c": '"{'},
        )
        self.assertEqual(load.parse("f", "[" * 64 + "]" * 64)[0].__class__, list)

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x")
            with open(path, "wb") as file:
                file.write(b'["ok",\n "\xff"]')
            with self.assertRaisesRegex(load.Refused, r"x:2:3: not UTF-8"):
                load.load(path)
            with open(path, "wb") as file:
                file.truncate(load.SIZE_MAX + 1)
            with self.assertRaisesRegex(load.Refused, "larger than 64 MiB"):
                load.load(path)
            with self.assertRaisesRegex(load.Refused, "No such file"):
                load.load(path + "y")

    def test_one_line_and_status_2(self):
        with tempfile.TemporaryDirectory() as folder:
            for text in (
                '{"a": NaN}',
                "[]",
                "{}",
                '{"schema": {"name": "gort-run", "version": "1.0.0"}}',
            ):
                with open(os.path.join(folder, "run.json"), "w", encoding="utf-8") as file:
                    file.write(text)
                ran = subprocess.run(
                    [sys.executable, "-B", REPORT, folder], capture_output=True, text=True
                )
                self.assertEqual(
                    (ran.returncode, ran.stdout, ran.stderr.count("\n")), (2, "", 1), ran.stderr
                )


class Validator(unittest.TestCase):
    def test_names_the_place(self):
        report = dict(support.judged())
        del report["family"]
        report["sentences"] = ["one", 2]
        found = list(validate.errors(report))
        self.assertIn("$: no 'family'", found)
        self.assertIn("$.sentences: 2 items, 3 are needed", found)
        self.assertIn("$.sentences[1]: number where string belongs", found)

    def test_keywords(self):
        def errors(value, rule):
            return list(validate.check(value, rule, "$"))

        self.assertTrue(errors(True, {"type": "number"}))
        self.assertFalse(errors(1.0, {"type": "integer"}))
        self.assertTrue(errors(-1, {"minimum": 0}))
        self.assertTrue(errors("x", {"enum": ["y"]}))
        self.assertTrue(errors("x", {"pattern": "^y"}))
        self.assertTrue(errors({"b": 1}, {"additionalProperties": False}))
        self.assertTrue(errors({"b": 1}, {"additionalProperties": {"type": "string"}}))
        self.assertTrue(errors([1, 2], {"maxItems": 1}))
        self.assertFalse(errors(1, {"anyOf": [{"type": "string"}, {"const": 1}]}))
        with self.assertRaises(ValueError):
            errors(1, {"oneOf": []})


class Clauses(unittest.TestCase):
    def test_lines_of_the_table(self):
        found = clauses.parse(
            "| clause | level | statement | source |\n|---|---|---|---|\n"
            "| `start.runnext` | must | What \\| runs next. | proc.go: runqput |\n"
            "| `no level` | must | x | y |\n| `a.b-2` | impl | x | |\n"
        )
        self.assertEqual(
            found["start.runnext"],
            {"level": "must", "statement": "What | runs next.", "source": "proc.go: runqput"},
        )
        self.assertEqual(list(found), ["start.runnext", "a.b-2"])


if __name__ == "__main__":
    unittest.main()
