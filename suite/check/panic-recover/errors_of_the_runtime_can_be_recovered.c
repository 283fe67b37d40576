#include "rescue.h"

static struct go_chan *closed;

static void rescue_error(void *unused)
{
	struct go_any v = go_recover();

	note("%d:%s", v.type == &go_runtime_error, v.string);
}

static __attribute__((noinline)) void survive(void (*fn)(void))
{
	go_recoverable();
	go_defer_recover(rescue_error, NULL);
	fn();
}

static void close_nil(void)
{
	go_chan_close(NULL);
}

static void close_closed(void)
{
	go_chan_close(closed);
}

static void send_on_closed(void)
{
	int one = 1;

	go_chan_send(closed, &one);
}

static void below_zero(void)
{
	struct go_wg wg = {0};

	go_wg_done(&wg);
}

static void nil_function(void)
{
	go_defer(NULL, NULL);
}

CHECK("what the shared layer finds wrong is a panic that can be recovered",
	.clause = "panic-recover.runtime-errors",
	.source = "Go spec: Run-time panics; Go 1.19 chan.go, error.go")
{
	closed = go_chan_make(sizeof(int), 1);
	go_chan_close(closed);
	survive(close_nil);
	survive(close_closed);
	survive(send_on_closed);
	survive(below_zero);
	survive(nil_function);
	EXPECT_NOTES("1:close of nil channel 1:close of closed channel "
		     "1:send on closed channel "
		     "0:sync: negative WaitGroup counter "
		     "1:runtime error: invalid memory address or nil pointer "
		     "dereference");
	go_chan_free(closed);
}
