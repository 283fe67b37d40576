#include "suite.h"

static bool other_ran;
static struct go_wg wg = {.n = 1};

static void respawns(void *unused)
{
	if (other_ran)
		go_wg_done(&wg);
	else
		rt_spawn(respawns, NULL);
}

static void other(void *unused)
{
	other_ran = true;
}

CHECK("a G that spawns itself again and ends keeps the P for long, not for "
      "ever",
	.clause = "run.respawn-starves",
	.source = "Go 1.19 proc.go: runqget, retake (golang.org/issue/52934)",
	.needs = RT_PREEMPT | RT_RUNNEXT, .procs = 1)
{
	rt_spawn(other, NULL);
	rt_spawn(respawns, NULL);
	go_wg_wait(&wg);
	EXPECT(other_ran);
}
