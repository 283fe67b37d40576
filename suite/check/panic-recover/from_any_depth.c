#include "rescue.h"

static int ran;

static void count(void *unused)
{
	ran++;
}

/* not known to the compiler as noreturn */
static void (*volatile panic)(void *) = panics;

static __attribute__((noinline)) int dive(int depth)
{
	go_defer(count, NULL);
	if (depth > 1)
		return dive(depth - 1) + 1;
	panic("deep");
	return 0;
}

/* what a frame takes, with what is below all of them, is less than 512 bytes */
static int depth(void)
{
	return (int)(rt_info.stack_bytes / 512);
}

static void top(void)
{
	go_recoverable();
	go_defer_recover(rescue, "top");
	ran = -dive(depth());
}

CHECK("a panic that fills half its stack with frames runs the call that each "
      "has deferred",
	.clause = "panic-recover.deep", .source = "Go 1.19 panic.go: gopanic")
{
	live_once(top);
	EXPECT_NOTES("deep top:deep returned");
	EXPECT_EQ(ran, depth());
}
