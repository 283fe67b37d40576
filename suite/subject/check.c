/*
 * check.c - run one check on the first G and say how it went.
 */
#include "verdict.h"

#define SETTLE_NS INT64_C(1000000000)

static int procs;

int suite_procs(void)
{
	return procs;
}

/* Gs that are just ending get a second to do so. */
static void expect_none_left(const struct check *check)
{
	int64_t deadline = now_ns() + SETTLE_NS, left;
	unsigned turn = 0;

	if (check->leaves < 0)
		return;
	for (;;) {
		left = go_num_goroutine() - 1 - check->leaves;
		if (left == 0 || now_ns() > deadline)
			break;
		suite_turn(turn++);
	}
	if (left > 0)
		suite_expect(false, check->file, 0,
			"left %lld goroutines behind", (long long)left);
	else if (left < 0)
		suite_expect(false, check->file, 0,
			"%lld goroutines fewer than it leaves",
			(long long)-left);
}

static void say_verdict(void)
{
	record("end");
	record_text("verdict", verdict());
	record_uint("assertions", verdict_assertions());
	record_nonce();
	record_end();
}

static void run_check(void *arg)
{
	const struct check *check = arg;

	check->run();
	if (check->dies)
		suite_expect(false, check->file, 0, "did not die");
	else
		expect_none_left(check);
	say_verdict();
}

static const struct check *find_check(const char *id)
{
	for (const struct check *const *at = subject_checks(); *at; at++)
		if (strcmp(subject_id((*at)->file), id) == 0)
			return *at;
	return NULL;
}

static int default_procs(const struct check *check)
{
	if (check->procs)
		return check->procs;
	return check->min_procs ? check->min_procs : 1;
}

COMMAND("check")
{
	const struct check *check = call->id ? find_check(call->id) : NULL;

	if (!check) {
		fprintf(stderr, "no check '%s'\n", call->id ? call->id : "");
		return STATUS_WRONG_CALL;
	}
	procs = call->procs ? call->procs : default_procs(check);
	suite_seed(call->seed);
	record("begin");
	record_text("id", call->id);
	record_int("procs", procs);
	record_uint("seed", call->seed);
	record_end();
	if (subject_run(procs, run_check, (void *)check) == STATUS_DONE)
		return STATUS_DONE;
	suite_expect(false, check->file, 0, "rt_run refuses %d Ps", procs);
	say_verdict();
	return STATUS_DONE;
}
