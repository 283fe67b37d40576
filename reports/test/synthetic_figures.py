"""Figures of runtimes that nobody measured: what synthetic.py makes a run of."""

RUNTIMES = ("gort", "ucontext", "pthread", "go")
NO_CHECKS = ("go",)
ABILITIES = {
    "gort": ["stackful", "guard", "recycle", "steal", "ring", "many", "stat"],
    "ucontext": ["stackful", "guard", "recycle", "many", "stat"],
    "pthread": ["stackful", "guard", "recycle", "fpenv", "preempt"],
    "go": ["stackful", "guard", "recycle", "steal", "ring", "many", "preempt"],
}

# id: (kind, gort's figure in ns or bytes, limit, factors of ucontext, pthread and go)
BENCHES = {
    "spawn_one": ("time", 42, "call_ret", (3, 200, 5)),
    "spawn_batch_1k": ("time", 55, "call_ret", (2.5, 180, 3)),
    "spawn_batch_100k": ("time", 160, "page_fault", (3, None, 5)),
    "switch_yield_2": ("time", 4.1, "two_stacks", (40, 600, 9)),
    "switch_yield_1k": ("time", 9.5, "two_stacks", (30, 400, 5)),
    "switch_yield_1k_8sites": ("time", 11, "two_stacks", (28, 350, 4)),
    "park_ready": ("time", 21, "cmpxchg", (15, 180, None)),
    "chan_pingpong": ("time", 48, "cmpxchg", (7, 100, 2.2)),
    "chan_buffered": ("time", 19, "cmpxchg", (1.008, 1.2, 1.5)),
    "mutex_handoff": ("time", 62, "cmpxchg", (6, 80, 3)),
    "steal_spinning": ("latency", 850, "line_pingpong", (1.6, 9, 20)),
    "steal_parked": ("latency", 5200, "futex_wake", (1.1, 2.5, 1.2)),
    "fib_fork_join": ("time", 71, "call_ret", (9, 190, 4)),
    "exit_goexit": ("time", 51, "call_ret", (3, 190, 9)),
    "exit_return": ("time", 44, "call_ret", (3, 190, 5)),
    "trace_10": ("time", 210, "call_ret", (1.0, 1.0, 1.8)),
    "bytes_parked": ("bytes", 4300, "page_of_memory", (2.0, 4.1, 0.6)),
    "bytes_unstarted": ("bytes", 180, "page_of_memory", (1.0, 60, 15)),
    "create_parked_100k": ("time", 410, "page_fault", (None, None, 4)),
}
LIMITS = {
    "call_ret": ("time", 1.1),
    "two_stacks": ("time", 2.6),
    "cmpxchg": ("time", 6.4),
    "line_pingpong": ("latency", 190),
    "futex_wake": ("latency", 3900),
    "page_fault": ("time", 240),
    "page_of_memory": ("bytes", 4096),
}
