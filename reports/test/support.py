"""What the tests share: where the modules are, a judged run made once, hostile names."""
import functools
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(HERE), HERE]
sys.dont_write_bytecode = True

import judge
import synthetic

HOSTILE = [
    "<script>alert(1)</script>",
    "$$\\frac{a}{$",
    "_under'\"&amp;\x1b[31m\x07\u202e",
    "x" * 300,
]


@functools.cache
def judged(red=(), rounds=12, names=None):
    """A report that nobody may change."""
    run = synthetic.run(rounds=rounds, names=list(names) if names else None, red=dict(red))
    return judge.judge(run, synthetic.spec(run["checks"]))


def blocks(values):
    """Blocks of one batch each: values are ns per operation."""
    return [
        {"round": r, "samples": [[v * 1000, 1000]], "proof": {"expected": 1000, "observed": 1000}}
        for r, v in enumerate(values)
    ]
