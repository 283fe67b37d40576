# ThreadSanitizer, of clang: gcc's dies above 8128 fibers, and one of them costs
# it a millisecond.  The runtime is not instrumented, but speaks: sanitize.h
CC_       := clang
FLAGS     := -fsanitize=thread -Isuite/builds/tsan -DSUITE_SCALE=10 -DGORT_STACK=262144 -DUC_STACK=262144
OWN_FLAGS := -fno-sanitize=thread
