"""Statistics against values worked out by hand or known from tables."""
import math
import unittest

import support  # noqa: F401
import stats


class Quantiles(unittest.TestCase):
    def test_between_two_values_linear(self):
        self.assertEqual(stats.quantile([4, 1, 3, 2], 0.25), 1.75)
        self.assertEqual(stats.median([3, 1, 2]), 2)
        self.assertEqual(stats.quantile([7], 0.99), 7)

    def test_p25_of_eight_batches(self):
        block = {"samples": [[10 * i, 10] for i in range(1, 9)]}
        self.assertEqual(stats.block_value("time", block), 2.75)

    def test_latency_and_bytes_take_the_median(self):
        self.assertEqual(stats.block_value("latency", {"events": [9, 1, 2]}), 2)
        self.assertEqual(stats.block_value("bytes", {"values": [4, 2]}), 3)
        self.assertIsNone(stats.block_value("latency", {"events": []}))

    def test_far_quantiles_need_enough_events(self):
        self.assertIsNone(stats.quantiles(list(range(99)))["p99"])
        self.assertIsNotNone(stats.quantiles(list(range(100)))["p99"])


class Histogram(unittest.TestCase):
    def test_sixteen_buckets_for_each_doubling(self):
        found = stats.histogram([1024, 1024.5, 2048])
        self.assertEqual((found["first"], len(found["counts"])), (160, 17))
        self.assertEqual((found["counts"][0], found["counts"][16], sum(found["counts"])), (2, 1, 3))
        self.assertIsNone(stats.histogram([0]))


class SignInterval(unittest.TestCase):
    def test_ranks_of_the_table(self):
        table = {5: 0, 6: 1, 8: 1, 12: 3, 16: 4, 20: 6, 24: 7, 30: 10, 40: 14}
        self.assertEqual({n: stats.rank(n, 0.05) for n in table}, table)

    def test_five_rounds_give_none(self):
        self.assertIsNone(stats.sign_interval([1, 2, 3, 4, 5]))
        self.assertEqual(stats.rounds_needed(0.05), 6)

    def test_third_from_either_end_of_twelve(self):
        self.assertEqual(stats.sign_interval(list(range(12, 0, -1))), [3, 10])

    def test_below(self):
        self.assertEqual(stats.below(8, 1), 1 / 256)
        self.assertEqual(stats.below(12, 3), 79 / 4096)

    def test_detectable_is_half_the_interval(self):
        xs = [math.log(1.1)] * 6 + [-math.log(1.1)] * 6
        self.assertAlmostEqual(stats.detectable(xs), 0.1)


class Verdicts(unittest.TestCase):
    rope = math.log(1.01)

    def test_all_rounds_on_one_side(self):
        self.assertEqual(stats.decide([0.1] * 8, self.rope), ("slower", 2 / 256))
        self.assertEqual(stats.decide([-0.1] * 8, self.rope), ("faster", 2 / 256))
        self.assertEqual(stats.decide([0.001] * 8, self.rope), ("equivalent", 2 / 256))

    def test_agrees_with_the_interval(self):
        for over in range(13):
            xs = [0.05] * over + [0.0] * (12 - over)
            says, p = stats.decide(xs, self.rope)
            low, high = stats.sign_interval(xs)
            self.assertEqual(says == "slower" and p <= 0.05, low > self.rope)
            self.assertEqual(says == "equivalent" and p <= 0.05, high < self.rope)

    def test_nothing_measured(self):
        self.assertEqual(stats.decide([], self.rope), ("inconclusive", 1.0))

    def test_rope_is_a_third_of_a_nanosecond_at_least(self):
        self.assertAlmostEqual(stats.rope_of("time", 100), math.log(1.01))
        self.assertAlmostEqual(stats.rope_of("time", 3), math.log(1.1))
        self.assertAlmostEqual(stats.rope_of("bytes", 3), math.log(1.01))

    def test_log_ratios_pair_by_round(self):
        self.assertEqual(stats.log_ratios({0: 1, 1: 2, 2: 1}, {1: 4, 2: 1, 3: 9}), [math.log(2), 0])


class Holm(unittest.TestCase):
    def test_steps_down_and_stops(self):
        out = stats.holm([0.01, 0.04, 0.03, 0.005])
        self.assertEqual([holds for _, holds in out], [True, False, False, True])
        self.assertEqual([round(level, 4) for level, _ in out], [0.0167, 0.025, 0.025, 0.0125])

    def test_all_hold(self):
        self.assertTrue(all(holds for _, holds in stats.holm([0.001] * 10)))

    def test_lag(self):
        self.assertEqual(stats.lag1([1, 1, 1]), 0)
        self.assertLess(stats.lag1([1, -1] * 10), -0.9)


if __name__ == "__main__":
    unittest.main()
