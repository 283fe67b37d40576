#include "suite.h"

CHECK("a G is tied until there were as many unlocks as locks; one more is "
      "nothing",
	.clause = "run.lock-nests",
	.source = "Go 1.19 proc.go: LockOSThread, UnlockOSThread",
	.needs = RT_LOCK_THREAD)
{
	G *self = rt_self();

	rt_unlock_thread();
	EXPECT(!rt_thread_locked(self));
	rt_lock_thread();
	rt_lock_thread();
	rt_unlock_thread();
	EXPECT(rt_thread_locked(self));
	rt_yield();
	EXPECT(rt_thread_locked(self));
	rt_unlock_thread();
	EXPECT(!rt_thread_locked(self));
	rt_unlock_thread();
	EXPECT(!rt_thread_locked(self));
}
