/*
 * uc.h - the data of ucontext: Gs on mapped stacks, Ms, and one lock.
 *
 * An M here holds its P for life, so the two are one struct.  All that Ms share
 * is under sched.lock; the other fields of M are its own.
 *
 * A G is one mapping, its descriptor on top of its stack:
 *
 *      map       lo                                   hi
 *      +---------+------------------------------------+------------+
 *      |  guard  |              <---- stack           | struct ucg |
 *      +---------+------------------------------------+------------+
 */
#ifndef UC_H
#define UC_H

#include <linux/futex.h>
#include <point.h>
#include <sanitize.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include "go.h"

#ifndef UC_STACK
#define UC_STACK 65536 /* at least that much is left below the descriptor */
#endif
enum {
	UC_GUARD = 4096,
	UC_MAP = UC_GUARD + UC_STACK + 4096,
};

struct ucg {
	G g; /* sp: &regs while it stands, NULL while it runs */
	ucontext_t regs;
	char *lo;
	bool began;       /* has run */
	struct ucg *link; /* [lock of the list] the one list it is on */
	struct ucg *next; /* the one made after it; written once */
	struct san_stack san;
} __attribute__((aligned(16)));

_Static_assert(sizeof(struct ucg) <= UC_MAP - UC_GUARD - UC_STACK,
	"a descriptor leaves UC_STACK bytes");

typedef struct M {
	int proc;
	struct ucg *curg; /* NULL on g0 */
	ucontext_t g0;    /* the scheduler, on the M's own stack */

	/* the G that stopped last, and what is to be done about it once its
	 * registers are saved: done(m, prev), on the stack switched to */
	struct ucg *prev;
	void (*done)(struct M *m, struct ucg *prev);
	bool (*commit)(G *self, void *arg); /* rt_park's, for done */
	void *commitarg;
	const char *why;
	struct ucg *resume; /* its commit said false: runs before all others */

	struct ucg *runnext;  /* [sched.lock] */
	bool spinning;        /* [sched.lock] looks for work, is not idle */
	struct M *idle;       /* [sched.lock] next idle M */
	uint32_t wake;        /* futex: 1 when it is to leave the idle list */
	struct san_stack san; /* of g0 */
} M;

struct sched {
	struct rt_mutex lock; /* guards all below */
	int nproc;
	M *ms;
	struct ucg *runqhead, *runqtail;
	M *idle;
	int nidle;
	int nspinning;
	int patience; /* rounds of spinning; none where there is one CPU */
	int hold;
	bool over; /* the first G has returned: pick no more */
};
extern struct sched uc_sched;

/* the end of g's stack */
static inline char *uc_hi(struct ucg *g)
{
	return (char *)((uintptr_t)g & -(uintptr_t)SAN_PAGE);
}

/* the scheduler's own locks: to the tools they order nothing, see sanitize.h */
static inline void uc_lock(struct rt_mutex *m)
{
	RT_POINT(lock);
	san_unseen_begin();
	rt_lock(m);
	san_unseen_end();
	RT_POINT(locked);
}

static inline void uc_unlock(struct rt_mutex *m)
{
	san_unseen_begin();
	rt_unlock(m);
	san_unseen_end();
}

static inline void uc_futex_wait(uint32_t *word, uint32_t value)
{
	syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, NULL, NULL, 0);
}

static inline void uc_futex_wake(uint32_t *word)
{
	syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

/* sched.c: who is next.  A G that is picked is nobody else's from then on. */
void uc_runnable(M *m, struct ucg *g);
struct ucg *uc_pick(M *m);
struct ucg *uc_findrunnable(M *m);

/* switch.c */
M *uc_m(void);
void uc_landed(void);
void uc_schedule(M *m) __attribute__((noreturn));

/* gfree.c */
struct ucg *uc_gfget(void);
void uc_gfput(struct ucg *g);

/* goexit.c: the bottom of every stack */
bool uc_goexit_init(void);
void uc_goexit_plant(struct ucg *g);

#endif
