"""From a run to a report: verdicts, refusals, exit status, form."""
import copy
import json
import unittest

import support
import answers
import compare
import estimate
import judge
import load
import synthetic
import validate


def cell(runtime, values, **more):
    result = {"runtime": runtime, "status": "ok", "blocks": support.blocks(values)} | more
    estimate.add_cell("time", result, {"step_ns": 1})
    return result


def settled(a, b):
    one = compare.pair("time", cell("a", a), cell("b", b))
    return one, compare.settle([one])


class Pairs(unittest.TestCase):
    noise = [1 + 0.001 * (i % 3) for i in range(12)]

    def test_slower_faster_equivalent(self):
        base = [100 * n for n in self.noise]
        for factor, verdict in ((1.05, "slower"), (0.95, "faster"), (1.002, "equivalent")):
            one, _ = settled(base, [factor * v for v in base])
            self.assertEqual(one["verdict"], verdict)
            self.assertAlmostEqual(one["ratio"], factor)

    def test_inconclusive_says_what_would_help(self):
        one, _ = settled([100] * 12, [100, 100, 105, 105, 100, 105, 105, 100, 100, 105, 105, 100])
        self.assertEqual(one["verdict"], "inconclusive")
        self.assertIn("could see", one["why"])

    def test_a_drift_of_the_host_does_not_matter(self):
        base = [100 * (1 + 0.3 * i) for i in range(12)]
        one, _ = settled(base, [1.05 * v for v in base])
        self.assertEqual(one["verdict"], "slower")

    def test_too_few_rounds(self):
        one, family = settled([100] * 5, [200] * 5)
        self.assertEqual((one["verdict"], one["ci95"]), ("inconclusive", None))
        self.assertFalse(family["adjusted"])

    def test_quick_run_stands_alone_and_says_so(self):
        pairs = [
            compare.pair("time", cell("a", [100] * 6), cell("b", [200] * 6)) for _ in range(30)
        ]
        family = compare.settle(pairs)
        self.assertFalse(family["adjusted"])
        self.assertEqual({p["verdict"] for p in pairs}, {"slower"})

    def test_no_proof_no_verdict(self):
        lazy = cell("b", [100] * 12)
        for change in (None, {"expected": 1000, "observed": 999}):
            lazy["blocks"][3]["proof"] = change
            estimate.add_cell("time", lazy, {"step_ns": 1})
            one = compare.pair("time", cell("a", [100] * 12), lazy)
            compare.settle([one])
            self.assertEqual(one["verdict"], "refused")

    def test_clock_too_coarse(self):
        coarse = cell("a", [100] * 12)
        estimate.add_cell("time", coarse, {"step_ns": 5000})
        self.assertIn("steps of the clock", coarse["refused"][0])

    def test_drift_of_the_ratio_is_a_doubt(self):
        one, _ = settled([100] * 20, [110] * 10 + [150] * 10)
        self.assertEqual(len([d for d in one["doubts"] if "drifts" in d or "resemble" in d]), 2)


class Gates(unittest.TestCase):
    """Each refuses by itself: the cell is right but for one thing."""

    def refused(self, a, b):
        one = compare.pair("time", a, b)
        compare.settle([one])
        self.assertEqual(one["verdict"], "refused")
        return one["why"]

    def told(self, change, timer=None):
        other = {"runtime": "b", "status": "ok", "blocks": support.blocks([105] * 16)}
        change(other)
        estimate.add_cell("time", other, timer or {"step_ns": 1})
        return self.refused(cell("a", [100] * 16), other)

    def test_readings_of_the_clock(self):
        timer = {"step_ns": 1, "overhead_ns": {"median": 1000}}
        self.assertIn("readings of the clock", self.told(lambda c: None, timer))

    def test_not_linear(self):
        def bend(by):
            costs = (1, 1, by) * 9
            ops = [1000, 2000, 4000] * 9
            return {"ops": ops, "ns": [100 * n * c for n, c in zip(ops, costs)]}

        self.assertIn("costs 1.05 times", self.told(lambda c: c.update(linearity=bend(1.05))))
        self.assertIsNone(estimate.bent({"linearity": bend(1.01)}, 0))
        self.assertIsNone(estimate.bent({"linearity": None}, 0))

    def test_stolen_time(self):
        def take(rounds, what):
            def change(c):
                for block in c["blocks"][:rounds]:
                    block["noise"] = {what: 1}

            return change

        self.assertIn("hypervisor took", self.told(take(5, "steal_ticks")))
        self.assertIn("quota", self.told(take(5, "throttled")))

    def test_a_few_disturbed_blocks_are_left_out(self):
        values = [100] * 16
        other = {"runtime": "b", "status": "ok", "blocks": support.blocks([300] * 4 + [100.1] * 12)}
        for block in other["blocks"][:4]:
            block["noise"] = {"steal_ticks": 2}
        estimate.add_cell("time", other, {"step_ns": 1})
        one = compare.pair("time", cell("a", values), other)
        compare.settle([one])
        self.assertEqual((one["verdict"], one["rounds"]), ("equivalent", 12))
        self.assertEqual([e["round"] for e in other["excluded"]], [0, 1, 2, 3])

    def test_slowdown(self):
        def slow(c):
            for block in c["blocks"]:
                block["samples"] = [[100_000, 1000]] * 4 + [[110_000, 1000]] * 4

        self.assertIn("no steady state", self.told(slow))

    def test_drift_and_neighbours(self):
        base, drifting = [100] * 16, [100.5] * 8 + [102] * 8
        why = self.refused(cell("a", base), cell("b", drifting))
        self.assertIn("neighbouring rounds", why)

    def test_what_every_round_says_stands(self):
        one, _ = settled([100] * 16, [110] * 8 + [150] * 8)
        self.assertEqual((one["verdict"], len(one["doubts"])), ("slower", 3))

    def test_several_modes(self):
        two = [100 if i * 7 % 5 < 3 else 106 for i in range(18)]
        why = self.refused(cell("a", [101] * 18), cell("b", two))
        self.assertIn("several modes", why)

    def test_one_program_twice(self):
        run = synthetic.run(rounds=16)
        for runtime in run["runtimes"][:2]:
            runtime["binary_sha256"] = "one"
        pairs = [p for b in judge.judge(run, {})["benchmarks"] for p in b["pairs"]]
        self.assertEqual(
            {p["why"] for p in pairs if p["b"] == "ucontext"}, {"both are the same program"}
        )
        self.assertNotIn("refused", {p["verdict"] for p in pairs if p["b"] == "pthread"})


class Reports(unittest.TestCase):
    def test_has_the_form_of_the_schema(self):
        self.assertEqual(list(validate.errors(support.judged())), [])

    def test_what_was_measured_stays(self):
        run = synthetic.run()
        report = judge.judge(copy.deepcopy(run), {})
        for bench, judged in zip(run["benchmarks"], report["benchmarks"]):
            for result, after in zip(bench["results"], judged["results"]):
                self.assertEqual(result["blocks"], after["blocks"])

    def test_can_be_judged_again(self):
        report = support.judged()
        again = judge.judge(json.loads(load.dumps(report)), report["clauses"])
        self.assertEqual(load.dumps(again), load.dumps(report))

    def test_finds_what_was_put_in(self):
        pairs = {(b["id"], p["b"]): p for b in support.judged()["benchmarks"] for p in b["pairs"]}
        self.assertAlmostEqual(pairs["chan_pingpong", "go"]["ratio"], 2.2, delta=0.1)
        self.assertEqual(pairs["switch_yield_2", "ucontext"]["verdict"], "slower")
        self.assertAlmostEqual(pairs["switch_yield_2", "ucontext"]["ratio"], 40, delta=1)

    def test_limit_is_named_by_the_benchmark(self):
        cells = {b["id"]: b["results"][0] for b in support.judged()["benchmarks"]}
        limit = cells["limit/two_stacks"]["estimate"]["value"]
        self.assertAlmostEqual(
            cells["switch_yield_2"]["to_limit"],
            cells["switch_yield_2"]["estimate"]["value"] / limit,
        )
        self.assertEqual(cells["limit/two_stacks"]["to_limit_why"], "this is a limit")

    def test_a_distribution_says_of_what(self):
        report = support.judged()
        of = {b["kind"]: b["results"][0]["distribution"]["of"] for b in report["benchmarks"]}
        self.assertEqual(
            of, {"time": "batch means", "latency": "single events", "bytes": "values"}
        )
        coarse = synthetic.run(rounds=6)
        coarse["timer"]["step_ns"] = 10000
        steal = [b for b in judge.judge(coarse, {})["benchmarks"] if b["id"] == "steal_spinning"][0]
        self.assertEqual(steal["results"][0]["distribution"]["of"], "batch means")

    def test_baseline_without_gort(self):
        self.assertEqual(support.judged(names=("aa", "bb", "cc"))["baseline"], "aa")

    def test_the_order_of_runtimes_changes_no_baseline(self):
        for names in (("go", "gort"), ("gort", "go")):
            self.assertEqual(support.judged(names=names)["baseline"], "gort")

    def test_a_build_for_debugging_is_not_to_be_trusted(self):
        self.assertTrue(support.judged()["trusted"]["ok"])
        for flags in ("-O2 -O0", "-O1 -fsanitize=thread", "-gcflags=all=-N -l"):
            run = synthetic.run()
            run["runtimes"][-2]["build"]["cflags"] = flags
            self.assertIn("debug", judge.judge(run, {})["trusted"]["reasons"][0])

    def test_unknown_benchmark_appears(self):
        run = synthetic.run()
        run["benchmarks"][0]["id"] = run["benchmarks"][0]["bench"] = "never_heard_of"
        ids = [b["id"] for b in judge.judge(run, {})["benchmarks"] if b["pairs"]]
        self.assertIn("never_heard_of", ids)

    def test_sentences(self):
        fast, sure, wrong = support.judged()["sentences"]
        self.assertIn("at switch gort", fast)
        self.assertIn("Holm", sure)
        self.assertIn("pthread 2 known", wrong)
        self.assertIn("go has no checks", wrong)
        self.assertEqual(answers.fastest_words([]).count("."), 1)


class Exit(unittest.TestCase):
    def code(self, **change):
        run = synthetic.run(rounds=6, red=change.pop("red", {}))
        for name, value in change.items():
            run[name] = value
        return judge.judge(run, {})["exit"]["code"]

    def test_green(self):
        self.assertEqual(self.code(), 0)

    def test_each_red_verdict_fails(self):
        for status in ("fail", "crash", "hang", "xpass", "vacuous"):
            self.assertEqual(self.code(red={("park/claim_2", "gort"): status}), 1, status)
        self.assertEqual(self.code(red={("park/claim_2", "gort"): "error"}), 3)
        self.assertEqual(self.code(red={("park/claim_2", "gort"): "xfail"}), 0)

    def test_nothing_and_failed_build(self):
        self.assertEqual(self.code(conformance={"checks": []}, benchmarks=[], whole_process=[]), 3)
        broken = synthetic.run()["runtimes"] + [
            {
                "name": "new",
                "abilities": [],
                "kind": "runtime",
                "build": {"ok": False, "log_tail": "error: x"},
            }
        ]
        self.assertEqual(self.code(runtimes=broken), 3)

    def test_the_runner_may_know_more(self):
        self.assertEqual(self.code(exit={"code": 4, "reasons": ["x"]}), 4)

    def test_signal(self):
        run = synthetic.run(rounds=6)["run"] | {"complete": False, "signal": 2}
        self.assertEqual(self.code(run=run), 130)


if __name__ == "__main__":
    unittest.main()
