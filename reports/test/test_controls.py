"""A run says by itself that it measures wrong, and then nothing of it counts."""
import unittest

import support  # noqa: F401
import controls
import judge
import synthetic


def judged(same=50, planted=52.5, rounds=16):
    run = synthetic.run(rounds=rounds)
    maker = synthetic.Maker(7, rounds, 8)
    run["controls"] = maker.controls("gort", (50, same, planted))
    return judge.judge(run, {})


class Controls(unittest.TestCase):
    def test_a_run_that_measures_right(self):
        report = judged()
        self.assertEqual(report["controls"]["state"], "ok")
        self.assertEqual([p["verdict"] for p in report["controls"]["pairs"]], ["equivalent", "slower"])
        self.assertEqual((report["exit"]["code"], report["trusted"]["ok"]), (0, True))
        self.assertIn("smallest effect seen", controls.words(report))
        self.assertFalse(any(p["untrusted"] for b in report["benchmarks"] for p in b["pairs"]))

    def failed(self, report, words):
        self.assertEqual(report["controls"]["state"], "failed")
        self.assertEqual(report["exit"]["code"], 3)
        self.assertIn(words, report["exit"]["reasons"][0])
        self.assertFalse(report["trusted"]["ok"])
        pairs = [p for b in report["benchmarks"] for p in b["pairs"]]
        self.assertTrue(pairs and all(p["untrusted"] for p in pairs))
        self.assertIn("FAILED", controls.words(report))

    def test_the_same_came_out_as_another(self):
        self.failed(judged(same=52), "same on spawn_one came out slower")
        self.failed(judged(same=48), "same on spawn_one came out faster")

    def test_the_planted_cost_was_not_seen_or_the_wrong_way_round(self):
        self.failed(judged(planted=50), "+5 % on spawn_one came out equivalent")
        self.failed(judged(planted=48), "+5 % on spawn_one came out faster")

    def test_too_few_rounds_are_noisy_and_no_failure(self):
        report = judged(rounds=4)
        self.assertEqual((report["controls"]["state"], report["exit"]["code"]), ("noisy", 0))

    def test_an_arm_that_was_not_measured(self):
        run = synthetic.run(rounds=16)
        run["controls"]["results"][1] |= {"status": "failed", "blocks": []}
        self.assertEqual(judge.judge(run, {})["controls"]["state"], "noisy")

    def test_no_controls_says_why(self):
        run = synthetic.run(rounds=16) | {"controls": None, "controls_why": "nothing carries them"}
        self.assertIn("nothing carries them", controls.words(judge.judge(run, {})))


if __name__ == "__main__":
    unittest.main()
