#include "suite.h"

static struct go_wg wg = {.n = 2};
static uint64_t leaver_id;

static void note_word(void *word)
{
	note("%s", (char *)word);
}

static void child(void *unused)
{
	EXPECT(rt_self()->defers == NULL);
	EXPECT_NE(rt_self()->id, leaver_id);
	go_defer(go_wg_done, &wg);
	go_defer(note_word, "child's");
	go_exit();
}

static void spawns(void *unused)
{
	rt_spawn(child, NULL);
	rt_yield(); /* the child leaves in the middle of its spawner's exit */
}

static void leaver(void *unused)
{
	leaver_id = rt_self()->id;
	go_defer(go_wg_done, &wg);
	go_defer(note_word, "leaver's");
	go_defer(spawns, NULL);
	go_exit();
}

CHECK("a G that is spawned in the middle of an exit has nothing deferred and "
      "leaves alone",
	.clause = "start.fresh-panic-state",
	.source = "Go 1.19 proc.go: newproc1; panic.go: Goexit", .procs = 1)
{
	rt_spawn(leaver, NULL);
	go_wg_wait(&wg);
	EXPECT_NOTES("child's leaver's");
}
