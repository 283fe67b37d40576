# no page below a stack faults
FLAGS := -DGORT_GUARD=0
