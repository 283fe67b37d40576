/*
 * count.c - exact counts of an operation: instructions and system calls, by
 * stepping through a lap, one instruction at a time.
 *
 * The child runs the benchmark; the parent traces it.  A lap's start and stop
 * raise SIGUSR1; in between the thread that raised it is stepped, and all others
 * are held, so that nothing happens that the operation does not do itself.  One
 * that needs another thread to go on waits for ever then, and is refused.
 *
 * A lap of n and one of 2n are counted: the difference is that of n operations,
 * without what a lap costs once.  The clock is not needed, nor is a counter of
 * the CPU; what the kernel and the CPU do count is taken from a lap at full
 * speed before.
 */
#include <sys/mman.h>
#include <sys/wait.h>

#include "block.h"
#include "step.h"

enum {
	OPERATIONS = 61, /* a whole turn of the schedulers' tick */
	STEPS = 2000000, /* of the first lap, when nobody says */
};

/* what the child tells the parent */
struct told {
	uint64_t ops[2]; /* of the laps that are stepped */
	uint64_t warm_ops;
	struct usage warm;
	char refused[256];
};

static struct told *told;

/* ------------------------------------------------------------------- the child */

static void mark(bool start)
{
	raise(SIGUSR1);
}

static void warm(bool start)
{
	usage_take(&told->warm, start);
}

static uint64_t rounded; /* n, as the body would have it */

static uint64_t lap_with(
	void (*hook)(bool), const struct block *block, uint64_t n)
{
	struct lap_state state;
	uint64_t done;

	lap_hook = hook;
	done = run_batch(block, n, &state);
	lap_hook = NULL;
	rounded = state.rounded ? state.rounded : n;
	if (state.refused[0])
		snprintf(told->refused, sizeof(told->refused), "%s",
			state.refused);
	else if (state.counted != done)
		snprintf(told->refused, sizeof(told->refused),
			"%llu operations asked for, %llu observed",
			(unsigned long long)done,
			(unsigned long long)state.counted);
	return done;
}

/* the first lap is for what happens only once; twice n, so that the others find
 * all that they need */
static void run_laps(void *arg)
{
	const struct block *block = arg;
	uint64_t n = block->bench->n ? block->bench->n : OPERATIONS;

	lap_with(NULL, block, n);
	n = rounded;
	lap_with(NULL, block, 2 * n);
	lap_with(NULL, block, 2 * n);
	usage_open(&told->warm);
	told->warm_ops = lap_with(warm, block, 2 * n);
	told->ops[0] = lap_with(mark, block, n);
	told->ops[1] = lap_with(mark, block, 2 * n);
	fflush(NULL);
	_exit(STATUS_DONE);
}

/* ------------------------------------------------------------------ the parent */

static void record_counts(const struct steps steps[2])
{
	record("count");
	record_uint("ops", told->ops[1] - told->ops[0]);
	record_uint(
		"instructions", steps[1].instructions - steps[0].instructions);
	record_uint("syscalls", steps[1].syscalls - steps[0].syscalls);
	record_end();
	record("usage");
	record_uint("ops", told->warm_ops);
	usage_record(&told->warm);
	record_end();
}

static void record_refused(const char *why)
{
	record("refused");
	record_text("reason", why);
	record_end();
}

static const char *count(pid_t child, uint64_t most)
{
	struct steps steps[2] = {{0}};
	const char *why = step_attach(child);

	for (int i = 0; i < 2 && !why; i++) {
		/* the second is twice the first, which was not too long */
		why = step_lap(child, i == 0 ? most : 4 * most, &steps[i]);
		if (told->refused[0])
			why = told->refused;
	}
	if (!why)
		step_rest(child);
	step_end(child);
	if (!why && told->refused[0])
		why = told->refused;
	if (!why && told->ops[1] <= told->ops[0])
		why = "a lap cannot be doubled";
	if (!why)
		record_counts(steps);
	return why;
}

static const char *refused_unseen(const struct block *block)
{
	const struct bench *bench = block->bench;

	if (bench->needs & ~rt_info.abilities)
		return "the runtime lacks what it needs";
	if (bench->kind != BENCH_TIME)
		return "only what is timed in laps has an operation to count";
	if (bench->procs > 1)
		return "more than one P: what happens differs from run to run";
	return NULL;
}

COMMAND("count")
{
	struct block block = {.call = call, .bench = subject_bench(call->id)};
	const char *why;
	pid_t child;

	if (!block.bench) {
		fprintf(stderr, "no benchmark '%s'\n",
			call->id ? call->id : "");
		return STATUS_WRONG_CALL;
	}
	told = mmap(NULL, sizeof(*told), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	why = told == MAP_FAILED ? "no memory" : refused_unseen(&block);
	if (!why) {
		fflush(NULL);
		child = fork();
		if (child == 0) {
			raise(SIGSTOP);
			_exit(subject_run(1, run_laps, &block));
		}
		why = child < 0
		              ? strerror(errno)
		              : count(child, call->steps ? call->steps : STEPS);
	}
	if (why)
		record_refused(why);
	record("end");
	record_nonce();
	record_end();
	return STATUS_DONE;
}
