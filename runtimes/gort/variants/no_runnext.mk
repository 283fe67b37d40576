# who was spawned or readied last waits in line like the others
FLAGS := -DGORT_RUNNEXT=0
