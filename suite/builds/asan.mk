# AddressSanitizer and UBSan.  The runtime is checked by the second alone, and
# speaks to the first: sanitize.h
FLAGS      := -fsanitize=address,undefined -fno-sanitize-recover=all \
	-Isuite/builds/asan -DSUITE_SCALE=4 -DGORT_STACK=262144 -DUC_STACK=262144
OWN_FLAGS  := -fno-sanitize=address
LINK_FLAGS := -Wl,--wrap=swapcontext
