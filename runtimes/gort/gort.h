/*
 * gort.h - the data of gort: one G, one P, one M, and what they share.
 *
 * An M runs the scheduler on its own stack, g0, and Gs on theirs.  It needs a P
 * to run a G.  Fields of P that are not in brackets belong to the M that holds
 * it; a P that nobody holds belongs to sched.lock.
 */
#ifndef GORT_H
#define GORT_H

#include "offsets.h"
#include "go.h"
#include "sys.h"

/* clang-format off */
enum {
	RUNQ = 256,     /* slots of a P's ring; Go's number */
	GFREE = 64,     /* free Gs a P may hold; at that many it gives 33 back */
	GFREE_REFILL = 32,
	STACK = 65536,  /* bytes of a stack with its guard */
	GUARD = 4096,
	COLOURS = 16,   /* stacks begin up to 15 times COLOUR below their slot's end */
	COLOUR = 192,
	ID_BATCH = 16,
	CACHE_LINE = 64,
};

typedef struct M M;

typedef struct P {
	G *g;               /* the running one; NULL on g0 */
	void *g0sp;         /* where g0 begins: a copy of m->g0sp */
	uint32_t schedtick; /* slices begun; every 61st looks at the global queue */
	uint32_t nolock;    /* what gort_switch clears when nothing is locked */
	uint64_t id, idend; /* ids of this P that are left */
	M *m;               /* NULL while idle */
	int index;
	uint32_t random;
	struct P *link;     /* [sched.lock] next idle P */
	uint64_t steals;    /* Gs taken from others */
	G *handoff;         /* what exit found to run next */
	bool (*commit)(G *, void *); /* rt_park's, for g0 */
	void *commitarg;
	const char *why;

	/* the ring: the owner puts at the tail, everybody takes at the head */
	uint32_t runqhead __attribute__((aligned(CACHE_LINE)));
	uint32_t runqtail;
	G *runnext;
	G *runq[RUNQ];

	uint32_t ngfree, nstack;
	G *gfree[GFREE];     /* last in, first out */
	char *stacks[GFREE]; /* free ones, by their hi */
} __attribute__((aligned(CACHE_LINE))) P;

struct M {
	P *p;               /* held; NULL while parked */
	P *nextp;           /* [sched.lock] handed over with the wake-up */
	void *g0sp;
	uint32_t wake;      /* futex: 1 when nextp is set */
	bool spinning;      /* looks for work, and counted in sched.nmspinning */
	M *link;            /* [sched.lock] next parked M */
};

struct sched {
	/* read-mostly */
	bool multi;       /* more than one P: rings and queue are contended */
	bool shared;      /* multi, or rt_hold has let other threads in: wait
	                   * lists are contended */
	int nproc;
	uint32_t patience; /* rounds over all victims before an M parks */
	P *ps;
	M *ms;

	/* the global queue: a ring that grows; globlock, or the only P */
	struct rt_mutex globlock __attribute__((aligned(CACHE_LINE)));
	uint32_t globhead, globtail, globsize;
	G **globq;

	/* idle Ps, parked Ms, Gs readied from outside: lock, always a real one */
	struct rt_mutex lock __attribute__((aligned(CACHE_LINE)));
	P *pidle;
	M *midle;
	G *inject, **injecttail;
	uint32_t ninject;
	uint32_t npidle;
	uint32_t nmspinning;
	int32_t hold;     /* sum of rt_hold */

	uint64_t idgen __attribute__((aligned(CACHE_LINE)));
};
/* clang-format on */
extern struct sched gort_sched;

/* ORDER gobuf: what gort_switch pushes, see x86_64/switch.S */
_Static_assert(GORT_SAVED_PC == GORT_SAVED_RBP + 1, "rbp is pushed first");
_Static_assert(offsetof(G, why) + sizeof(const char *) <= CACHE_LINE,
	"what spawn, switch and exit touch is one line");

/* switch.S */
void gort_switch(void **save, void *to, uint32_t *unlock);
void gort_switch_enter(
	void **save, char *hi, uint32_t *unlock, void (*fn)(void *), void *arg);
void gort_gogo(void *to) __attribute__((noreturn));
void gort_enter(char *hi, void (*fn)(void *), void *arg)
	__attribute__((noreturn));
void gort_mcall(void **save, void *g0sp, void (*fn)(G *), G *g);
void gort_leave(void *g0sp, void (*fn)(G *), G *g) __attribute__((noreturn));

/* The P of the calling M, read anew at each call: a thread-local's address must
 * not be kept over a switch, and compilers do keep it (FS changes under them). */
static inline P *getp(void)
{
	P *p;

	__asm__ volatile("mov %%fs:gort_tls_p@tpoff, %0" : "=r"(p));
	return p;
}

static inline void setp(P *p)
{
	__asm__ volatile("mov %0, %%fs:gort_tls_p@tpoff" ::"r"(p) : "memory");
}

/* lock.c: word 0 free, 1 held; who waits polls, so that unlock is one store and
 * gort_switch can do it */
void gort_lock_slow(struct rt_mutex *m);

static inline void gort_lock(struct rt_mutex *m)
{
	if (unlikely(swap_full(&m->word, 1)))
		gort_lock_slow(m);
}

static inline void gort_unlock(struct rt_mutex *m)
{
	store_release(&m->word, 0);
}

/* locks that only Ms with a P take: with one P there is nobody to keep out */
static inline void gort_plock(struct rt_mutex *m)
{
	if (gort_sched.multi)
		gort_lock(m);
}

static inline void gort_punlock(struct rt_mutex *m)
{
	if (gort_sched.multi)
		gort_unlock(m);
}

/* runq.c */
G *gort_runqsteal(P *p);
bool gort_runqput_slow(P *p, G *g, uint32_t head);
void gort_globgrow(void);
void gort_globput_injected(void);

/* gfree.c */
G *gort_gfget_slow(P *p);
void gort_gfput_slow(P *p);
uint64_t gort_descriptors(void);
G *gort_descriptor(uint64_t i);

/* slab.c */
bool gort_stack_reserve(void);
char *gort_stackget_slow(P *p);
void gort_stackput(P *p, char *hi);
void gort_stack_bind(P *p, G *g);
uint64_t gort_stacks(void);

/* idle.c */
void gort_startm(void);
void gort_stopm(M *m);
bool gort_dead(void);
int gort_start_ms(void);

/* sched.c */
void gort_schedule(void) __attribute__((noreturn));

#endif
