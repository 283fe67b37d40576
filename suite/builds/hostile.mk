# What seldom happens, often: the smallest queues, lists, slabs and stacks that
# the contract allows, counters about to wrap, guards as on a kernel that has no
# marks, and delays (hostile.c)
FLAGS := -Isuite/builds/hostile -DSUITE_SCALE=50 \
	-DGORT_RUNQ=4 -DGORT_GFREE=2 -DGORT_QUEUE=4 -DGORT_RING_FROM=0xfffffff9u \
	-DGORT_STACK=32768 -DGORT_STACK_GUARD=12288 -DGORT_SLAB=524288ul \
	-DGORT_MARK=0 -DGORT_WATERMARK=1 -DGORT_SCAVENGE_NS=1000000 \
	-DUC_STACK=16384 -DPT_STACK=16384
