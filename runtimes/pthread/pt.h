/*
 * pt.h - the data of pthread: a G is a kernel thread, a P is the right to run.
 *
 * A P is no more than an index, held by one G or idle.  At most nproc threads
 * run code of the program at a time, each because its G holds a P; all others
 * sleep on the futex word of their G.
 */
#ifndef PT_H
#define PT_H

#include <linux/futex.h>
#include <point.h>
#include <pthread.h>
#include <setjmp.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "go.h"

#ifndef PT_STACK
#define PT_STACK 65536
#endif
enum { PT_GUARD = 4096 };

struct ptg {
	G g;         /* sp: the frame in which it stopped, NULL while it runs */
	int p;       /* the P it holds, once `go` says so */
	uint32_t go; /* futex, see handoff.c */
	jmp_buf start; /* where each life of the thread begins */
	char *lo, *hi;
	bool began;       /* has run */
	struct ptg *link; /* [lock of the list] the one list it is on */
	struct ptg *next; /* the one made after it; written once */
};

struct sched {
	struct rt_mutex lock; /* guards all below */
	int nproc;
	struct ptg *runnext[RT_PROCS_MAX];
	struct ptg *runqhead, *runqtail;
	uint64_t idle; /* bit p: P p is held by nobody */
	int hold;
	bool over; /* the first G has returned: pick no more */
};
extern struct sched pt_sched;

static inline void pt_futex_wait(uint32_t *word, uint32_t value)
{
	syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, NULL, NULL, 0);
}

static inline void pt_futex_wake(uint32_t *word)
{
	syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

/* sched.c: who is next, and on which P */
void pt_runnable(struct ptg *self, struct ptg *g);
void pt_pass(int p);
struct ptg *pt_exchange(struct ptg *self);

/* handoff.c */
void pt_go(struct ptg *g);
void pt_wait(struct ptg *self);

/* thread.c */
extern __thread struct ptg *pt_self; /* NULL on threads that are no G */
void pt_thread_init(int nproc);
int pt_thread(struct ptg *g);

/* gfree.c */
struct ptg *pt_gfget(void);
void pt_gfput(struct ptg *g);

#endif
