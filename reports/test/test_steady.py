"""Warm-up, slowdown and modes are found where they are, and seldom where they are not."""
import random
import unittest

import support  # noqa: F401
import stats
import steady


def result(costs, rounds=16, seed=5):
    """Blocks whose batches cost so much, with noise that only adds."""
    draw = random.Random(seed)
    return {
        "blocks": [
            {
                "round": r,
                "samples": [[1e6 * c * (1 + draw.expovariate(200)), 1e4] for c in costs],
            }
            for r in range(rounds)
        ]
    }


class Steady(unittest.TestCase):
    def test_flat(self):
        for seed in range(40):
            self.assertEqual(steady.classify(result([1] * 8, seed=seed))["class"], "flat")

    def test_warm_up_is_dropped(self):
        found = steady.classify(result([1.3, 1.1, 1, 1, 1, 1, 1, 1]))
        self.assertEqual((found["class"], found["dropped"]), ("warm-up", 2))
        block = {"samples": [[c * 1000, 1000] for c in (9, 9, 1, 2, 3, 4)]}
        self.assertEqual(stats.block_value("time", block, 2), 1.75)

    def test_slowdown(self):
        found = steady.classify(result([1] * 5 + [1.1] * 3))
        self.assertEqual(found["class"], "slowdown")
        self.assertIn("number 6", found["why"])

    def test_never_settles(self):
        self.assertEqual(steady.classify(result([1.1**i for i in range(8, 0, -1)]))["class"], "none")

    def test_too_few_rounds_or_batches(self):
        self.assertEqual(steady.classify(result([1.3] + [1] * 7, rounds=6))["class"], "unknown")
        self.assertEqual(steady.classify(result([1]))["class"], "unknown")


class Modes(unittest.TestCase):
    def share(self, draw, n=20, trials=200):
        return sum(len(steady.modes([draw() for _ in range(n)])["at"]) > 1 for _ in range(trials)) / trials

    def test_one_hill_is_seldom_two(self):
        draw = random.Random(3)
        self.assertLess(self.share(lambda: draw.gauss(100, 3)), 0.02)
        self.assertLess(self.share(lambda: 100 * (1 + draw.expovariate(20))), 0.05)

    def test_two_hills_are_found(self):
        draw = random.Random(3)
        two = self.share(lambda: draw.gauss(100, 1) * (1.2 if draw.random() < 0.4 else 1))
        self.assertGreater(two, 0.95)
        found = steady.modes([100 + i / 100 for i in range(12)] + [130 + i / 100 for i in range(6)])
        self.assertEqual([round(m["value"]) for m in found["at"]], [100, 130])
        self.assertEqual([m["share"] for m in found["at"]], [0.667, 0.333])

    def test_modes_nearer_than_matters_are_one(self):
        found = steady.modes([100] * 10 + [101] * 10)
        self.assertEqual(len(found["at"]), 1)

    def test_few_values_tell_nothing(self):
        self.assertIsNone(steady.modes([1] * 14))

    def test_mvalue(self):
        self.assertEqual(steady.mvalue([1] * 20), 2.0)
        self.assertGreater(steady.mvalue([0] * 30 + [10] * 60 + [20] * 30), 3.2)


class Rounds(unittest.TestCase):
    def test_planned_for_a_table(self):
        self.assertEqual([stats.rounds_planned(n) for n in (0, 1, 16, 50, 78, 200)], [16, 16, 18, 20, 20, 22])


if __name__ == "__main__":
    unittest.main()
