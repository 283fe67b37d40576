/*
 * panic.c - panic and recover: run down the chain of what is deferred, and either
 * come back to a landing of panic.h or end the process.
 *
 * The rules of Go that are hard come out of one of ours, that who passes a mark
 * takes the record off (unwind.h):
 *
 *   a panic in a deferred call replaces the one before    its mark is passed
 *   it does not, when it is recovered inside that call    the mark is not reached
 *   go_exit in a deferred call swallows the panic         go_exit passes the mark
 *   go_exit survives a recovery, after any number of      the panic passes the mark,
 *   panics that replace each other                        and hands it on to its
 *                                                         successor
 *   each deferred call runs once                          marked: never called again
 *
 * (Go 1.19 looks for a go_exit only one panic back, so that two panics cancel it:
 * mended in 1.22.)
 *
 * When a call that has recovered returns, what its function had deferred before it
 * still has to run.  It may use anything in that function's frame, what was
 * alloca'd included, and where that ends nobody knows.  So it runs on this stack,
 * below all frames, but called by that function, as far as a trace can see; then
 * the stack is cut back:
 *
 *      serve                         | its frame, with alloca'd records
 *      work, go_panic, recovered     | over, but not used again
 *      run_older <- landing.sp       | its caller: serve, at the landing
 *      unlock                        v
 */
#include "fatal.h"
#include "unwind.h"

/* The place from which deferred functions are called for a panic (panic.h): no copy
 * of it may be made, and nothing else that calls the program may be drawn in. */
#define SECTION __attribute__((section("rt_deferred"), noinline, NOCLONE))

#if __has_attribute(noclone)
#define NOCLONE noclone
#else
#define NOCLONE
#endif

enum { FP = 1, PC = 7 }; /* of go_landing.regs.  ORDER landing */

static int running; /* panics that still have calls to make, on all Gs */

int go_panics_running(void)
{
	return __atomic_load_n(&running, __ATOMIC_RELAXED);
}

void go_panic_over(struct go_panicking *p)
{
	if (!p->over)
		__atomic_sub_fetch(&running, 1, __ATOMIC_RELAXED);
	p->over = true;
}

struct go_any go_recover_(void)
{
	struct go_panicking *p;
	Defer *d = rt_self()->defers;

	while (!go_is_mark(d)) /* deferred by the caller itself */
		d = d->link;
	p = d->arg;
	if (p->recovered)
		return go_nil;
	if ((uintptr_t)d->g % 2 == 0) /* ORDER rescue */
		go_fatal("go_recover: the caller was deferred by go_defer, not "
			 "by go_defer_recover");
	p->recovered = true;
	return p->value;
}

static _Noreturn void run_older(void *landing)
{
	struct go_landing *l = landing;

	while (l->g->defers != l->older) {
		Defer *d = l->g->defers;

		l->g->defers = d->link;
		go_defer_call_(d->fn, d->arg);
	}
	go_landing_jump(l->regs);
}

/* A call may panic while run_older is at work; if that is recovered by one older
 * still, that one's rest runs in the same place again. */
static _Noreturn __attribute__((noinline)) void land(struct go_landing *l)
{
	if (!l->sp)
		l->sp = __builtin_frame_address(0);
	if (l->g->defers == l->older)
		go_landing_jump(l->regs);
	go_instead(l->sp, l->regs[FP], l->regs[PC], run_older, l);
}

/* d: a record off the chain, in a frame above that of go_exit */
static _Noreturn void exit_again(G *g, Defer *d, struct go_exiting *exit)
{
	void **fp = exit->fp;

	if (exit->past) {
		*d = (Defer){PANICKING, exit->past, g->defers, NULL};
		g->defers = d;
	}
	go_instead(fp + 2, fp[0], fp[1], (void (*)(void *))go_exit, NULL);
}

static _Noreturn __attribute__((noinline)) void recovered(
	G *g, Defer *d, struct go_panicking *p)
{
	go_panic_over(p);
	if (p->exit)
		exit_again(g, d, p->exit);
	land(((struct go_rescue *)d)->landing);
}

SECTION void(go_panic)(struct go_any value)
{
	G *g = rt_self();
	struct go_panicking self = {.value = value};
	Defer *d;

	__atomic_add_fetch(&running, 1, __ATOMIC_RELAXED);
	while (g && (d = g->defers)) {
		void (*fn)(void *) = d->fn;
		void *arg = d->arg;

		if (go_is_mark(d)) {
			struct go_exiting *exit = go_cut_short(g, &self.past);

			self.exit = self.exit ? self.exit : exit;
			continue;
		}
		d->fn = PANICKING;
		d->arg = &self;
		go_defer_call_(fn, arg);
		g->defers = d->link;
		if (self.recovered)
			recovered(g, d, &self);
	}
	go_uncaught(g, &self, __builtin_frame_address(0));
}

__attribute__((noinline)) void go_panic_error(const char *text)
{
	go_panic(go_as(&go_runtime_error, text));
}
