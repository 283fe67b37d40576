#include "rescue.h"

static struct go_wg asked = {.n = 1};

static int leaves(struct go_any v, char *text, size_t size)
{
	go_defer(go_wg_done, &asked);
	note("asked");
	go_exit();
}

static const struct go_type leaver = {"leaver", leaves};

static void body(void)
{
	go_defer(say, "deferred");
	go_panic(go_as(&leaver, 1));
}

CHECK("a value that calls go_exit when it is asked for its words ends its G "
      "alone",
	.clause = "panic-recover.error-method-may-yield",
	.source = "Go 1.19 panic.go: preprintpanics, Goexit")
{
	live_once(body);
	go_wg_wait(&asked);
	EXPECT_NOTES("deferred asked");
}
