#include "model.h"
#include "suite.h"

/*
 * Gs with lives drawn by lot: each spawns, yields to either tail, parks, readies
 * whoever has waited longest, and at its end readies that one, too.  They are
 * lived twice, by the runtime and by the model; what is compared is the order of
 * all their steps.
 */
enum { GS = 500, STEPS = 6, ROUNDS = 12, TRACE = GS * (STEPS + 1) };
enum step { SPAWN, YIELD, YIELD_LOCAL, PARK, READY, KINDS };

static enum step lives[GS + 1][STEPS];
static int born, made; /* Gs spawned so far; of at most so many */
static int awake;      /* those that have not ended and do not wait */

static int trace[TRACE], traced, planned[TRACE], nplanned;
static struct go_wg wg;

/* ------------------------------------------------------------- by the runtime */
static G *waiting[TRACE];
static int waits_from, waits_to;

static void live(void *arg);

static void spawn_one(void)
{
	if (born == made)
		return;
	awake++;
	rt_spawn(live, (void *)(intptr_t)++born);
}

static void ready_one(void)
{
	if (waits_from == waits_to)
		return;
	awake++;
	rt_ready(waiting[waits_from++]);
}

/* the last one awake does not: nobody could ready it */
static void park(void)
{
	if (awake == 1)
		return;
	awake--;
	waiting[waits_to++] = rt_self();
	rt_park(NULL, NULL, "check");
}

static void do_step(enum step step)
{
	switch (step) {
	case SPAWN:
		spawn_one();
		break;
	case YIELD:
		rt_yield();
		break;
	case YIELD_LOCAL:
		rt_yield_local();
		break;
	case PARK:
		park();
		break;
	default:
		ready_one();
	}
}

static void live(void *arg)
{
	intptr_t g = (intptr_t)arg;

	for (int i = 0; i < STEPS; i++) {
		trace[traced++] = (int)g;
		do_step(lives[g][i]);
	}
	trace[traced++] = (int)g;
	ready_one();
	awake--;
	go_wg_done(&wg);
}

/* --------------------------------------------------------------- by the model */
static struct model model;
static struct model_fifo parked;
static int at[GS + 1]; /* the step that each comes to next */

static void plan_spawn(void)
{
	if (born == made)
		return;
	awake++;
	model_spawn(&model, ++born);
}

static void plan_ready(void)
{
	if (model_len(&parked) == 0)
		return;
	awake++;
	model_spawn(&model, model_take(&parked));
}

static bool plan_park(int g)
{
	if (awake == 1)
		return true;
	awake--;
	model_append(&parked, g);
	return false;
}

/* whether g goes on */
static bool plan_step(int g)
{
	switch (lives[g][at[g]++]) {
	case SPAWN:
		plan_spawn();
		return true;
	case YIELD:
		model_yield(&model, g);
		return false;
	case YIELD_LOCAL:
		model_put(&model, g);
		return false;
	case PARK:
		return plan_park(g);
	default:
		plan_ready();
		return true;
	}
}

static void plan(int g)
{
	do {
		planned[nplanned++] = g;
		if (at[g] == STEPS) {
			plan_ready();
			awake--;
			return;
		}
	} while (plan_step(g));
}

/* ---------------------------------------------------------------------- both */
static int between(int least, int most)
{
	return least + (int)(suite_random() % (most - least + 1));
}

static void draw(int least)
{
	made = between(least, GS);
	for (int g = 1; g <= made; g++)
		for (int i = 0; i < STEPS; i++)
			lives[g][i] = suite_random() % KINDS;
}

static int first_difference(void)
{
	int i = 0;

	while (i < nplanned && trace[i] == planned[i])
		i++;
	return i;
}

static void compare(int phase, int roots)
{
	nplanned = traced = waits_from = waits_to = 0;
	memset(at, 0, sizeof(at));
	memset(&model, 0,
		sizeof(model)); /* literals would stand on the stack */
	memset(&parked, 0, sizeof(parked));
	model.tick = phase;
	awake = born = 0;
	while (born < roots)
		plan_spawn();
	for (int g; (g = model_pick(&model));)
		plan(g);
	if (born < made)
		made = born;

	align_tick(phase);
	go_wg_add(&wg, made);
	awake = born = 0;
	while (born < roots)
		spawn_one();
	go_wg_wait(&wg);
	suite_expect(traced == nplanned && first_difference() == nplanned,
		__FILE__, __LINE__,
		"%d Gs, %d of them spawned at tick %d: step %d of %d differs",
		made, roots, phase, first_difference(), nplanned);
}

CHECK("whatever Gs do, they run in the order that a model of Go's queues says",
	.clause = "queue.order-of-lives",
	.source =
		"Go 1.19 proc.go: runqput, runqget, globrunqget, goschedImpl, "
		"goyield_m, ready, findRunnable",
	.needs = RT_RING | RT_YIELD_LOCAL | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	int64_t overflows = rt_stat("overflows");

	for (int i = 0; i < ROUNDS; i++) {
		bool at_once = i % 3 == 0;

		draw(at_once ? 300 : 2);
		compare(between(0, MODEL_TICK - 1),
			at_once ? made : between(1, made));
	}
	witness("overflows", rt_stat("overflows") - overflows, 1);
}
