#include "rescue.h"

static const struct go_type own = {.name = "own"};
static int object;
static bool same;

static void compare(void *unused)
{
	struct go_any v = go_recover();

	same = v.type == &own && v.kind == GO_POINTER && v.pointer == &object;
}

static void body(void)
{
	go_recoverable();
	go_defer_recover(compare, NULL);
	go_panic(go_as(&own, (void *)&object));
}

CHECK("go_recover returns the very value that the panic was given, type and "
      "all",
	.clause = "panic-recover.value-identity",
	.source = "Go spec: Handling panics")
{
	live_once(body);
	EXPECT(same);
	EXPECT_NOTES("returned");
}
