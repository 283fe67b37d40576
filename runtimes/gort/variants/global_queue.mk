# no rings: all runnable Gs but those in runnext are in the global queue
FLAGS := -DGORT_RING=0
