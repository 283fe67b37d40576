# a P runs what was spawned on it and what the global queue has, no more
FLAGS := -DGORT_STEAL=0
