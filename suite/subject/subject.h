/*
 * subject.h - what the commands of a subject share.
 *
 * A command is a COMMAND in any file of this folder; subject `limit` is linked
 * with fewer of them and has fewer commands.
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include <stdint.h>
#include <time.h>

#include "suite.h"

/* What follows the name of the command; 0 or NULL where nothing was given. */
struct call {
	const char *id;
	char **rest; /* what follows the id, NULL at the end */
	int procs;
	int batches;
	uint64_t seed;
	uint64_t size;
	uint64_t n;
	uint64_t steps;
};

struct command {
	const char *name;
	int (*run)(struct call *call); /* returns the exit status */
};

enum { STATUS_DONE = 0, STATUS_REFUSED = 1, STATUS_WRONG_CALL = 2 };

#define COMMAND(name_)                                                \
	static int command_run_(struct call *call);                   \
	static const struct command command_ = {name_, command_run_}; \
	static const struct command *const command_at_                \
		__attribute__((used, retain, section("commands"))) =  \
			&command_;                                    \
	static int command_run_(struct call *call)

/* The checks and benchmarks of this program, NULL at the end, by id. */
extern const struct check *const *subject_checks(void);
extern const struct bench *const *subject_benches(void);

const struct bench *subject_bench(const char *id); /* NULL when there is none */

/*
 * The id of a file is its path below suite/check or suite/bench, without ".c";
 * that of suite/limit/x.c is limit/x.  subject_id() stores it in a static buffer.
 */
const char *subject_id(const char *file);

/* subject_names - "steal,ring": the names of a set of abilities; static buffer */
const char *subject_names(uint32_t abilities);

/* subject_run - rt_run(); says why on stderr when the machine refuses. */
int subject_run(int procs, void (*fn)(void *), void *arg);

/*
 * A record is written in one piece by record("kind"), record_...(key, value)
 * and record_end(), which also sends it.  Other Gs wait meanwhile; none of these
 * calls switches to another G.
 */
void record_open(void);
void record(const char *kind);
void record_text(const char *key, const char *value);
void record_format(const char *key, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void record_vformat(const char *key, const char *format, va_list args);
void record_int(const char *key, int64_t value);
void record_uint(const char *key, uint64_t value);
void record_end(void);
void record_nonce(void); /* nonce=$RT_NONCE, when that is set */

static inline int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

#endif
