# a G gets its stack when it is spawned
FLAGS := -DGORT_LATE_STACK=0
