#include "rescue.h"

struct big {
	long word[5];
};

static void recovers(void *unused)
{
	go_recover();
}

static __attribute__((noinline)) struct big words(void)
{
	go_recoverable((struct big){{1, 2, 3, 4, 5}});
	go_defer_recover(recovers, NULL);
	go_panic("P");
	return (struct big){{0}};
}

static __attribute__((noinline)) double real(void)
{
	go_recoverable(2.5);
	go_defer_recover(recovers, NULL);
	go_panic("P");
	return 0;
}

/* nothing that the caller keeps in registers is lost */
static __attribute__((noinline)) long sums(long a, long b, long c, long d)
{
	long sum = 0;

	for (int i = 0; i < 3; i++)
		sum += words().word[4] + (long)(2 * real()) + a + b * i + c + d;
	return sum;
}

CHECK("what a function returns when it is recovered may be of any type, and "
      "its caller finds its own",
	.clause = "panic-recover.result-types",
	.source = "Go spec: Handling panics (psABI 3.2.1, 3.2.3)")
{
	volatile long one = 1;

	EXPECT_EQ(
		sums(one, 2, 3, 4), 3 * (5 + 5 + 1 + 3 + 4) + 2 * (0 + 1 + 2));
}
