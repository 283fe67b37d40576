/*
 * suite.h - how a check and a benchmark are written: one claim, one file.
 *
 *      #include "suite.h"
 *
 *      CHECK("what was spawned last runs next, the rest first in first out",
 *            .clause = "start.runnext", .source = "Go 1.19 proc.go: runqput",
 *            .procs = 1)
 *      {
 *              ...
 *              EXPECT_NOTES("5 1 2 3 4");
 *      }
 *
 * The file is the registration: its path below suite/check (suite/bench) is the
 * id, `start/spawned_last_runs_next`.  The body runs on the first G.  One
 * subject process runs one check, or one block of one benchmark, and says how it
 * went in the lines of suite/PROTOCOL.md.
 */
#ifndef SUITE_H
#define SUITE_H

#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "go.h"

/* -------------------------------------------------------------------- checks */

/* clang-format off */
struct check {
	const char *file;   /* set by CHECK: __FILE__ */
	const char *claim;  /* what must hold, in one sentence */
	const char *clause; /* of suite/SPEC.md */
	const char *source; /* where Go says or does so */
	uint32_t needs;     /* abilities of rt_info; without: `unsupported` */
	int procs;          /* run at exactly that many Ps; 0: at 1, 2 and 16 */
	int min_procs;      /* with procs = 0: leave out fewer Ps than this */
	int dies;           /* exit status by which the process must end (128 + n
	                     * for signal n); 0: the check returns */
	const char *says;   /* text that stderr must hold when it dies, from the
	                     * start of a line */
	int limit_ms;       /* hang after this; 0: 10 000 */
	int leaves;         /* Gs it leaves behind on purpose; -1: any number */
	void (*run)(void);
};
/* clang-format on */

/* CHECK(claim, .field = value...) { body } */
#define CHECK(claim_, ...)                                                  \
	static void check_run_(void);                                       \
	static const struct check check_ = {.file = __FILE__,               \
		.claim = claim_,                                            \
		.run = check_run_,                                          \
		__VA_ARGS__};                                               \
	static const struct check *const check_at_                          \
		__attribute__((used, retain, section("checks"))) = &check_; \
	static void check_run_(void)

/*
 * EXPECT... - state what must hold; a failure is recorded with file, line and
 * both sides, and the check goes on.  They may be used on any G.  A check that
 * evaluates none is `vacuous`, unless it `.dies`.
 */
#define EXPECT(cond) \
	suite_expect((cond), __FILE__, __LINE__, "%s does not hold", #cond)
#define EXPECT_EQ(got, want) SUITE_CMP_(got, ==, want)
#define EXPECT_NE(got, other) SUITE_CMP_(got, !=, other)
#define EXPECT_LE(got, bound) SUITE_CMP_(got, <=, bound)
#define EXPECT_GE(got, bound) SUITE_CMP_(got, >=, bound)
#define EXPECT_STR(got, want)                                              \
	do {                                                               \
		const char *got_ = (got), *want_ = (want);                 \
		suite_expect(strcmp(got_, want_) == 0, __FILE__, __LINE__, \
			"%s is \"%s\", wanted \"%s\"", #got, got_, want_); \
	} while (0)
#define EXPECT_HAS(text, part)                                                 \
	do {                                                                   \
		const char *text_ = (text), *part_ = (part);                   \
		suite_expect(strstr(text_, part_) != NULL, __FILE__, __LINE__, \
			"%s lacks \"%s\": \"%s\"", #text, part_, text_);       \
	} while (0)
#define SUITE_CMP_(a, op, b)                                        \
	do {                                                        \
		int64_t a_ = (int64_t)(a), b_ = (int64_t)(b);       \
		suite_expect(a_ op b_, __FILE__, __LINE__,          \
			"%s is %lld, wanted " #op " %s (%lld)", #a, \
			(long long)a_, #b, (long long)b_);          \
	} while (0)

/* returns ok */
bool suite_expect(bool ok, const char *file, int line, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/*
 * witness - say how often the thing that the check is about really happened.
 *
 * Fewer than `required` makes the check `vacuous`: it never reached its subject,
 * whatever it found.
 */
void witness(const char *what, int64_t count, int64_t required);

/* note - append a word (printf) to the log of this check; safe on any G.
 * Words are separated by one space; 16 KiB in all. */
void note(const char *format, ...) __attribute__((format(printf, 1, 2)));
const char *notes(void); /* the log so far, "" when empty */
void notes_clear(void);
#define EXPECT_NOTES(want) EXPECT_STR(notes(), want)

/* How much slower this build is on purpose (suite/builds): a check that leans on
 * the speed of a few steps takes so many fewer of them. */
#ifndef SUITE_SCALE
#define SUITE_SCALE 1
#endif

int suite_procs(void);       /* Ps of this run */
uint64_t suite_random(void); /* from the seed of this run; any G */

/* until - yield until cond holds: liveness, bounded by the time limit of the
 * check alone.  Leaves the CPU to others now and then. */
#define until(cond)                                        \
	do {                                               \
		for (unsigned turn_ = 0; !(cond); turn_++) \
			suite_turn(turn_);                 \
	} while (0)
void suite_turn(unsigned turn);

/* spawn_n - rt_spawn(fn, (void *)i) for i = 1..n; a refusal fails the check. */
void spawn_n(int n, void (*fn)(void *));

/* align_tick - yield alone until schedtick % 61 == phase (needs RT_STAT, one P,
 * nothing else runnable). */
void align_tick(int phase);

/* ---------------------------------------------------------------- benchmarks */

struct lap;

enum bench_kind {
	BENCH_TIME,    /* batches of n operations: ns per operation */
	BENCH_LATENCY, /* single events, each timed: ns */
	BENCH_BYTES,   /* memory per thing: bytes */
};

/* clang-format off */
struct bench {
	const char *file;  /* set by BENCH: __FILE__ */
	const char *what;  /* what is done and counted, in one sentence */
	const char *unit;  /* what one operation is: "switch", "spawn" */
	const char *limit; /* id of the row of subject `limit` that bounds it */
	enum bench_kind kind;
	uint32_t needs;    /* abilities */
	int procs;         /* Ps: 1 (pinned to one CPU) or 2 */
	uint64_t live;     /* Gs it keeps at once; more than a runtime's max_live
	                    * is `unsupported` there */
	uint64_t sizes[12]; /* a scan: one cell per value, lap->size; 0 ends */
	uint64_t n;        /* operations a batch when that is fixed; 0: calibrated */
	bool full;         /* takes long: only with --full or when it is named; a
	                    * batch may last 20 s in place of 2 s */
	void (*run)(struct lap *lap);
};
/* clang-format on */

/*
 * One batch.  The body does lap->n operations between lap_start and lap_stop and
 * proves it: lap_did(lap, counted), where the count comes from what the other
 * side saw, not from the loop that asked for it.  A batch whose count is not
 * lap->n is `invalid`, and so is the whole cell.
 */
/* clang-format off */
struct lap {
	uint64_t n;    /* operations to do; may be rounded by lap_round */
	uint64_t size; /* value of the scan, or .live */
	struct lap_state *state;
};
/* clang-format on */

/* BENCH(what, .field = value...) { body uses lap } */
#define BENCH(what_, ...)                                                    \
	static void bench_run_(struct lap *lap);                             \
	static const struct bench bench_ = {.file = __FILE__,                \
		.what = what_,                                               \
		.run = bench_run_,                                           \
		__VA_ARGS__};                                                \
	static const struct bench *const bench_at_                           \
		__attribute__((used, retain, section("benches"))) = &bench_; \
	static void bench_run_(struct lap *lap)

void lap_start(struct lap *lap);
void lap_stop(struct lap *lap);
void lap_did(struct lap *lap, uint64_t counted);
void lap_event(struct lap *lap, int64_t ns);   /* BENCH_LATENCY: one event */
void lap_value(struct lap *lap, double value); /* BENCH_BYTES: the figure */

/* lap_round - make lap->n a multiple of k (at least k): call before lap_start. */
void lap_round(struct lap *lap, uint64_t k);

/* lap_refuse - this runtime cannot do this here, and why (printf): the cell says
 * `unsupported`.  The body returns after it. */
void lap_refuse(struct lap *lap, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* lap_rss - bytes of this process that are resident, page tables included. */
int64_t lap_rss(void);

#endif
