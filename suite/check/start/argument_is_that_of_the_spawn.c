#include "suite.h"

enum { N = 64 };

static _Atomic uint64_t got[N];
static atomic_int ended;

static void child(void *arg)
{
	uint64_t bits = (uint64_t)(uintptr_t)arg;

	got[bits & (N - 1)] = bits;
	ended++;
}

CHECK("fn gets the 64 bits that its spawn was given, whatever becomes of them "
      "later",
	.clause = "start.args-by-spawner",
	.source = "Go spec: Go statements; Go 1.19 proc.go: newproc")
{
	uint64_t sent[N];

	for (uint64_t i = 0; i < N; i++) {
		uint64_t bits = (suite_random() & ~(uint64_t)(N - 1)) | i;

		sent[i] = bits;
		rt_spawn(child, (void *)(uintptr_t)bits);
		bits = 0;
	}
	until(ended == N);
	for (int i = 0; i < N; i++)
		EXPECT_EQ(got[i], sent[i]);
}
