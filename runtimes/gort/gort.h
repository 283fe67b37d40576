/*
 * gort.h - the data of gort: one G, one P, one M, and what they share.
 *
 * An M runs the scheduler on its own stack, g0, and Gs on theirs.  It needs a P
 * to run a G.  Fields of P that are not in brackets belong to the M that holds
 * it; a P that nobody holds belongs to sched.lock.
 *
 * A G is one line of cache.  Its sp says where it is in its life: NULL, it never
 * ran and has no stack; else it points into its stack, from which the bounds
 * follow (stack.h): where it stands, or, while it runs, where it last stood.
 */
#ifndef GORT_H
#define GORT_H

#include <sanitize.h>

#include "config.h"
#include "go.h"
#include "offsets.h"
#include "sys.h"

/* clang-format off */
enum {
	RUNQ = GORT_RUNQ,
	GFREE = GORT_GFREE,
	GFREE_REFILL = GFREE / 2,
	ID_BATCH = 16,
	TICKS = 61,         /* slices from look to look at the global queue */
	CACHE_LINE = 64,
	MS_MAX = 10000,     /* as many as Go allows */
};

typedef struct M M;

/* The rings of a P: its run queue, and its end of the global queue (globq.h).
 * Put at the tail, taken at the head; runq.h says by whom. */
enum ring { OWN, YIELDED, RINGS };

struct ends {
	uint32_t head, tail;
};

/* a ring that grows, of Gs or of stacks */
struct queue {
	uint32_t head, tail, size;
	void **at;
};

enum { P_IDLE, P_RUNNING, P_BLOCKED };

/* a G seen in the runnext of another P */
struct suspect {
	struct P *v;
	G *g;
};

typedef struct P {
	G *g;               /* the running one; NULL on g0 */
	void *g0sp;         /* where g0 begins: a copy of m->g0sp */
	uint32_t schedtick; /* slices begun */
	uint32_t due;       /* the next multiple of 61 from schedtick on */
	uint32_t ngfree, nstack;
	uint64_t id, idend; /* ids of this P that are left */
	G *handoff;         /* what was picked to run next, on the way through g0 */
	M *m;               /* NULL while idle */

	uint32_t nolock;    /* what a switch clears when there is nothing to do */
	int index;
	uint32_t random;
	bool (*commit)(G *, void *); /* rt_park's, for g0 */
	void *commitarg;
	char *left;         /* exit's, for g0: the stack to put away */
	const char *why;
	struct P *link;     /* [sched.lock] next idle P */

	/* What other Ps look at and take from.  runnext changes at every hand-off,
	 * the rings do not: so who looks for work looks at the rings' line often,
	 * at that of runnext rarely, and costs this P little. */
	G *runnext __attribute__((aligned(CACHE_LINE)));
	struct ends ends[RINGS] __attribute__((aligned(CACHE_LINE)));
	G *slots[RINGS][RUNQ] __attribute__((aligned(CACHE_LINE)));

	uint32_t status __attribute__((aligned(CACHE_LINE)));
	uint32_t blocktick; /* how often it was given up by rt_block_enter */
	uint64_t steals;    /* Gs taken from others */
	struct suspect suspect; /* of gort_yielder_steals, */
	uint32_t lonely;        /* and how often it was asked */
	uint64_t overflows; /* how often the ring was full */

	G *gfree[GFREE];     /* last in, first out */
	char *stacks[GFREE]; /* free ones, by their hi */
} __attribute__((aligned(CACHE_LINE))) P;

struct M {
	P *p;               /* held; NULL while parked or blocked */
	P *nextp;           /* [sched.lock] handed over with the wake-up */
	void *g0sp;
	void *threadsp;     /* where the thread left its own code for g0 */
	uint32_t wake;      /* futex: 1 when nextp is set */
	bool spinning;      /* looks for work, and counted in sched.nmspinning */
	G *blocked;         /* in rt_block_enter .. exit; others look */
	P *oldp;            /* what it held before that */
	G *lockedg;         /* tied to this M by rt_lock_thread; others look */
	uint32_t locks;     /* how often */
	M *link;            /* [sched.lock] next parked or unused M */
	struct san_stack san; /* of g0 */
} __attribute__((aligned(CACHE_LINE)));

struct sched {
	/* read-mostly */
	bool multi;       /* more than one P: rings and queue are contended */
	bool shared;      /* multi, or rt_hold has let other threads in: wait
	                   * lists are contended */
	int nproc;
	P *ps;
	M *ms;
	uint32_t spin_pauses;  /* pauses before an M that looks for work parks */
	uint32_t look_pauses;  /* between two looks at the others: 200 ns */
	uint32_t stays_pauses; /* what stays that long in runnext is stuck: 1 us */

	/* why a G may not go straight to the next one: Gs in `injected`, and Gs
	 * that are tied to an M.  Any of both: detours is not 0 */
	union {
		struct {
			uint32_t ninject, nlocked;
		};
		uint64_t detours;
	} __attribute__((aligned(CACHE_LINE)));

	/* what who submits work looks at */
	uint32_t npidle __attribute__((aligned(CACHE_LINE)));
	uint32_t nmspinning;

	/* globlock, or the only P */
	struct rt_mutex globlock __attribute__((aligned(CACHE_LINE)));
	struct queue globq;

	/* lock, always a real one: idle Ps, parked Ms, Gs from threads without a P */
	struct rt_mutex lock __attribute__((aligned(CACHE_LINE)));
	P *pidle;
	M *midle, *munused;
	M *mwanted;            /* sysmon is to make their threads */
	uint32_t nms;          /* Ms ever made */
	uint32_t nthreads;     /* those of them that are not unused */
	uint32_t max_threads;  /* more than that are fatal */
	struct queue injected;
	int32_t hold;          /* sum of rt_hold */

	uint64_t idgen __attribute__((aligned(CACHE_LINE)));
};
/* clang-format on */
extern struct sched gort_sched;

_Static_assert(sizeof(G) == CACHE_LINE, "a G is one line");
_Static_assert((RUNQ & (RUNQ - 1)) == 0 && RUNQ >= 4, "rings wrap by a mask");
_Static_assert(offsetof(P, nolock) == CACHE_LINE,
	"what each switch touches is one line");

/* switch.S.  commit, value: *commit = value, once the one who leaves is saved */
void gort_switch(void **save, void *to, uint32_t *commit, uint32_t value);
void gort_switch_enter(void **save, char *hi, uint32_t *commit, uint32_t value,
	void (*fn)(void *), void *arg);
void gort_gogo(void *to) __attribute__((noreturn));
void gort_enter(char *hi, void (*fn)(void *), void *arg)
	__attribute__((noreturn));
void gort_mcall(void **save, void *g0sp, void (*fn)(G *), G *g);
void gort_leave(void *g0sp, void (*fn)(G *), G *g) __attribute__((noreturn));

/* The P of the calling M, read anew at each call: a thread-local's address must
 * not be kept over a switch, and compilers do keep it (FS changes under them). */
static always_inline P *getp(void)
{
	P *p;

	__asm__ volatile("mov %%fs:gort_tls_p@tpoff, %0" : "=r"(p));
	return p;
}

static always_inline void setp(P *p)
{
	__asm__ volatile("mov %0, %%fs:gort_tls_p@tpoff" ::"r"(p) : "memory");
}

/* the calling M, with or without a P; NULL on other threads */
static always_inline M *getm(void)
{
	M *m;

	__asm__ volatile("mov %%fs:gort_tls_m@tpoff, %0" : "=r"(m));
	return m;
}

static always_inline void setm(M *m)
{
	__asm__ volatile("mov %0, %%fs:gort_tls_m@tpoff" ::"r"(m) : "memory");
}

/* lock.c: word 0 free, 1 held; who waits polls, so that unlock is one store and
 * a switch can do it */
void gort_lock_slow(struct rt_mutex *m);

static always_inline void gort_lock(struct rt_mutex *m)
{
	GORT_POINT(lock);
	if (unlikely(swap_full(&m->word, 1)))
		gort_lock_slow(m);
	GORT_POINT(locked);
}

static always_inline void gort_unlock(struct rt_mutex *m)
{
	store_release(&m->word, 0);
}

/* locks that only Ms with a P take: with one P there is nobody to keep out */
static always_inline void gort_plock(struct rt_mutex *m)
{
	if (gort_sched.multi)
		gort_lock(m);
}

static always_inline void gort_punlock(struct rt_mutex *m)
{
	if (gort_sched.multi)
		gort_unlock(m);
}

#endif
