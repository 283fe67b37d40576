"""A run as the runner would write it, from a seed: no measurement, for tests of the reports only.

    python3 reports/test/synthetic.py > run.json
"""
import json
import random
import sys

from synthetic_checks import catalogue, rows, spec  # noqa: F401
from synthetic_figures import ABILITIES, BENCHES, LIMITS, NO_CHECKS, RUNTIMES


class Maker:
    """Draws everything from one seed; the host drifts and now and then a block is disturbed."""

    def __init__(self, seed, rounds, batches):
        self.random = random.Random(seed)
        self.rounds, self.batches = rounds, batches
        self.clock = 0.0

    def block(self, kind, figure, number, position):
        drift = 1 + 0.1 * number / self.rounds
        rough = 1 + (self.random.random() < 0.1) * self.random.expovariate(2)
        block = {
            "round": number,
            "position": position,
            "t_ms": self.clock,
            "wall_ms": 9.5,
            "samples": [],
            "events": [],
            "values": [],
            "proof": {"expected": 1000, "observed": 1000},
            "counters": {
                "utime_us": 8100,
                "stime_us": 900,
                "minflt": 220,
                "majflt": 0,
                "nvcsw": 3,
                "nivcsw": 1,
                "maxrss_kb": 4800,
            },
        }
        self.clock += 10
        if kind == "time":
            ops = max(1, round(300e3 / figure))
            block["samples"] = [
                [round(ops * figure * drift * rough * self.noise()), ops]
                for _ in range(self.batches)
            ]
        elif kind == "latency":
            block["events"] = [
                round(figure * drift * self.noise() * self.random.lognormvariate(0, 0.4))
                for _ in range(40)
            ]
        else:
            block["values"] = [figure + 8 * self.random.randrange(3)]
        return block

    def noise(self):
        return 1 + self.random.expovariate(60)

    def result(self, runtime, kind, figure, position):
        if figure is None:
            return {
                "runtime": runtime,
                "status": "unsupported",
                "n": 0,
                "blocks": [],
                "reason": "holds at most 32000 at once",
            }
        return {
            "runtime": runtime,
            "status": "ok",
            "reason": "",
            "note": f"as {runtime} does it" if runtime in NO_CHECKS else "",
            "n": 1000,
            "blocks": [
                self.block(kind, figure, number, (number + position) % 4)
                for number in range(self.rounds)
            ],
        }

    def bench(self, name, kind, figure, limit, factors, names, size=0):
        figures = [figure, *(f and f * figure for f in factors)]
        return {
            "id": f"{name}:{size}" if size else name,
            "bench": name,
            "size": size,
            "what": f"what {name} does, in one sentence",
            "unit": name.split("_")[0],
            "kind": kind,
            "procs": 1,
            "limit": limit,
            "needs": [],
            "file": f"suite/bench/{name}.c",
            "design": {"rounds": self.rounds, "batches": self.batches, "n_fixed": 0},
            "results": [self.result(r, kind, f, i) for i, (r, f) in enumerate(zip(names, figures))],
        }

    def benches(self, names):
        made = [
            self.bench(n, k, f, limit, factors, names)
            for n, (k, f, limit, factors) in BENCHES.items()
        ]
        for size in (1, 10, 100, 1000, 10000, 100000):
            grow = 1 + size / 30000
            made.append(
                self.bench(
                    "spawn_among",
                    "time",
                    44 * grow,
                    "call_ret",
                    (3 * grow, 200 * grow if size < 30000 else None, 5 * grow),
                    names,
                    size,
                )
            )
        for name, (kind, figure) in LIMITS.items():
            made.append(self.bench(f"limit/{name}", kind, figure, "", (), ["limit"]))
        return made

    def controls(self, runtime, figures=(50, 50, 52.5)):
        """The arms of a run that measures right."""
        arms = (("base", 1), ("same", 1), ("+5 %", 1.05))
        return {
            "id": "controls",
            "bench": "spawn_one",
            "kind": "time",
            "runtime": runtime,
            "results": [
                self.result(name, "time", figure, i) | {"planted": planted}
                for i, ((name, planted), figure) in enumerate(zip(arms, figures))
            ],
        }

    def whole(self, name, names):
        def turn(number):
            order = self.random.sample(names, len(names))
            return {
                "order": order,
                "raw": {
                    "results": [
                        {
                            "command": f"build/examples/{r}/demo1",
                            "mean": 0.002,
                            "times": [
                                (0.001 + 0.0002 * names.index(r)) * self.noise() for _ in range(3)
                            ],
                        }
                        for r in order
                    ]
                },
            }

        return {"id": name, "rounds": [turn(number) for number in range(self.rounds)]}


def host():
    return {
        "id": "sha256:0123",
        "arch": "x86_64",
        "cpu_model": "Synthetic CPU",
        "cpus_online": 2,
        "cpus_allowed": "0-1",
        "kernel": "6.1.0",
        "libc": "glibc 2.36",
        "governor": None,
        "governor_why": "no cpufreq",
        "virt": "kvm",
        "clocksource": "tsc",
        "aslr": 2,
        "thp": "madvise",
        "max_map_count": 65530,
        "pid_max": 32768,
        "mem_bytes": 4 << 30,
        "l1d_bytes": 32768,
        "l2_bytes": 1 << 20,
        "l3_bytes": 32 << 20,
        "perf_event_paranoid": 2,
    }


def run(seed=1, rounds=12, batches=8, names=None, red=None):
    """A whole run; `names` in the place of RUNTIMES, `red` {(check, runtime): status}."""
    make, names, checks = Maker(seed, rounds, batches), names or list(RUNTIMES), catalogue()
    noise = {"load1": 0.4, "psi_cpu_avg10": 2.0, "steal_ticks": 10}
    return {
        "schema": {"name": "gort-run", "version": "1.0.0"},
        "run": {
            "id": "20260101T000000Z-0001",
            "started": "2026-01-01T00:00:00Z",
            "duration_s": 91.5,
            "argv": ["runner"],
            "seed": str(seed),
            "complete": True,
            "signal": None,
            "parts": ["check", "bench", "whole"],
            "rounds": rounds,
        },
        "suite": {"revision": "abc1234", "dirty": False},
        "host": host(),
        "timer": {
            "source": "clock_monotonic",
            "overhead_ns": {"median": 25, "p99": 40},
            "step_ns": 1,
        },
        "noise": {"before": noise, "after": noise},
        "toolchain": {"cc": "gcc 12.2.0", "cflags": "-O2 -g"},
        "runtimes": [
            {
                "name": n,
                "description": f"the runtime {n}",
                "abilities": ABILITIES.get(n, []),
                "max_live": 1000000,
                "stack_bytes": 65536,
                "replaced": [],
                "binary_sha256": f"hash of {n}",
                "kind": "runtime",
                "checks": 0 if n in NO_CHECKS else len(checks),
                "build": {"ok": True, "cc": f"the compiler of {n}", "cflags": "-O2"},
            }
            for n in names
        ]
        + [
            {
                "name": "limit",
                "description": "what the machine allows",
                "abilities": [],
                "max_live": 0,
                "stack_bytes": 0,
                "replaced": [],
                "binary_sha256": "00",
                "kind": "limit",
                "build": {"ok": True},
            }
        ],
        "checks": checks,
        "conformance": {
            "checks": rows(checks, [n for n in names if n not in NO_CHECKS], red or {})
        },
        "benchmarks": make.benches(names),
        "controls": make.controls(names[0]),
        "controls_why": None,
        "whole_process": [make.whole("whole/demo1", [n for n in names if n not in NO_CHECKS])],
        "warnings": [],
        "exit": {"code": 0, "reasons": []},
    }


if __name__ == "__main__":
    json.dump(run(), sys.stdout)
