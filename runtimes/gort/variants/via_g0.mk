# every switch goes through g0, as in Go: two switches of stacks for one
FLAGS := -DGORT_DIRECT=0
