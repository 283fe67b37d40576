"""Which clause has which checks: what is counted, what is a gap."""
import contextlib
import io
import unittest

import support  # noqa: F401, where the modules are
import clauses
import coverage
import explain

SPEC = """
| clause | level | statement | source |
|---|---|---|---|
| `a.checked` | must | It holds. | x.go |
| `a.rare` | impl | It holds for some. | x.go |
| `a.bare` | should | Nobody looks. | x.go |

| behaviour | state | why |
|---|---|---|
| `a.timer` | later | Needs timers, says `a.checked`. |
| `a.map` | n/a | No maps. |
| `a.map` | never | not a state |
"""


def check(name, clause, *needs):
    return {"id": name, "clause": clause, "needs": list(needs)}


CATALOGUE = {
    "runtimes": [
        {"name": "all", "abilities": ["x", "y"], "checks": 3},
        {"name": "some", "abilities": ["x"], "checks": 3},
        {"name": "foreign", "abilities": ["x", "y"], "checks": 0},
    ],
    "checks": [
        check("a/one", "a.checked"),
        check("a/two", "a.checked", "y"),
        check("a/three", "a.rare", "x", "z"),
    ],
}


def shown():
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = coverage.show(CATALOGUE, clauses.parse(SPEC), clauses.parse_without(SPEC))
    return status, out.getvalue()


class Coverage(unittest.TestCase):
    def test_rows_without_a_clause(self):
        without = clauses.parse_without(SPEC)
        self.assertEqual(list(without), ["a.timer", "a.map"])
        self.assertEqual(without["a.map"], {"state": "n/a", "why": "No maps."})
        self.assertEqual(list(clauses.parse(SPEC)), ["a.checked", "a.rare", "a.bare"])

    def test_a_clause_without_a_check_is_a_failure(self):
        status, text = shown()
        self.assertEqual(status, 1)
        self.assertIn("\nno check\n  a.bare\n", text)

    def test_who_claims_what(self):
        lines = shown()[1].splitlines()
        self.assertEqual(lines[0].split(), ["a.checked", "must", "all", "(some)"])
        self.assertEqual(lines[1:3], ["    a/one", "    a/two"])
        self.assertIn(["a.rare", "impl", "-"], [line.split() for line in lines])
        self.assertIn(["a.rare", "needs", "x,", "z"], [line.split() for line in lines])

    def test_counts(self):
        self.assertEqual(
            shown()[1].splitlines()[-1],
            "3 clauses (1 must, 1 should, 1 impl), 3 checks; 1 without a check, "
            "1 that no runtime claims; without a clause: 1 later, 1 n/a",
        )


class Explain(unittest.TestCase):
    def test_names(self):
        one = CATALOGUE["checks"][0]
        self.assertTrue(explain.names(one, "a.checked"))
        self.assertTrue(explain.names(one, "a/*"))
        self.assertFalse(explain.names(one, "a.rare"))

    def test_head_comment_and_replay(self):
        entry = {
            "kind_of": "check",
            "id": "steal/takes_half",
            "file": "suite/check/steal/takes_half_and_runs_its_youngest.c",
            "procs": "2",
        }
        said = dict(explain.lines(entry, {}))
        self.assertIn("queue.h - fill the queue of this P", said["with"])
        self.assertIn("check steal/takes_half --procs 2 --seed SEED", said["by hand"])


if __name__ == "__main__":
    unittest.main()
