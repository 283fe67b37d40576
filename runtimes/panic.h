/*
 * panic.h - panic and recover; part of go.h.
 *
 *      int serve(struct req *r)
 *      {
 *              volatile int n = 0;             // kept over a recovery
 *              go_recoverable(n);              // recovered: return n
 *              go_defer(unlock, r);
 *              go_defer_recover(rescue, r);
 *              n = work(r);                    // panics, in any depth
 *              return n;
 *      }
 *      void rescue(void *r)
 *      {
 *              struct go_any v = go_recover();
 *              ...
 *      }
 *
 * The stack of the G, older frames above, from the panic on:
 *
 *      1 work panics       2 rescue has          3 unlock has
 *                            recovered             returned
 *
 *      main                main                  main      <--- goes on with n
 *      serve  (landing)    serve  (landing)
 *      work                unlock, as if
 *      go_panic             called by serve
 *      rescue
 *
 * A panic calls what is deferred from where it stands, newest first, and leaves
 * the stack as it is (1): a deferred call sees the frames of the panic, and one
 * that panics in turn replaces it.  Where nobody recovers the process ends, with
 * a report of all that is in flight.  When a call that has recovered returns,
 * its panic is over, and what its function had deferred before it runs (2), for
 * no panic any more.  Then the function returns to its caller (3).
 *
 * What C cannot have:
 *   - a function must say beforehand that it may be come back to: its landing
 *     is what setjmp's buffer is;
 *   - a plain local may be stale after a recovery, as with setjmp: what the
 *     landing returns is a constant or volatile;
 *   - cleanup attributes other than go_defer's do not run in frames that a
 *     recovery drops, or go_exit().
 */
#ifndef PANIC_H
#define PANIC_H

#include "any.h"
#include "defer.h"

/*
 * go_panic - stop what goes on, run everything deferred, end the process with a
 * report, unless one of the deferred calls recovers.
 *
 *   value    what go_any() takes
 *   report   on stderr: "panic: VALUE", under the panics that this one has
 *            replaced, oldest first, "[recovered]" behind those that were; the
 *            trace of the G.  Exit status 2
 *   returns  never
 *   cost     some 20 ns with the recovery, and those of the deferred calls
 *   source   Go spec: Handling panics; panic.go: gopanic, printpanics.
 *            SPEC.md panic-recover.defers-inner-first, panic-recover.print-chain
 */
#define go_panic(...) go_panic(go_any(__VA_ARGS__))
void(go_panic)(struct go_any value) __attribute__((noreturn));

/*
 * go_recoverable - the landing of this function: what is deferred below may
 * recover, and then the function returns, with what is given here.
 *
 * The first statement of the function.
 *
 *   value    evaluated after all that the function has deferred has run; none
 *            in a void function.  A variable in it is volatile
 *   memory   88 bytes of stack
 *   cost     2 ns (clang: up to 4), whether there is a panic or not
 *   source   Go 1.19 panic.go: recovery.  SPEC.md
 *            panic-recover.resume-in-caller, panic-recover.named-results
 */
#define go_recoverable(...)                                                 \
	struct go_landing go_recoverable_comes_first_;                      \
	if (__builtin_expect(GO_LANDING_(&go_recoverable_comes_first_), 0)) \
	return __VA_ARGS__

/*
 * go_defer_recover, go_defer_loop_recover - go_defer and go_defer_loop of a call
 * that may call go_recover().  Without go_recoverable() above them they do not
 * compile: `go_recoverable_comes_first_` is undeclared.
 *
 *   memory   40 bytes of stack
 *   source   Go spec: Handling panics.  SPEC.md panic-recover.direct-only
 */
#define go_defer_recover(fn_, arg_) \
	GO_DEFER_RECOVER_(GO_CAT_(go_r_, __COUNTER__), fn_, arg_)
#define go_defer_loop_recover(fn_, arg_)                                      \
	((void)&go_scope_here_, go_rescue_push_(&go_recoverable_comes_first_, \
					(struct go_rescue *)__builtin_alloca( \
						sizeof(struct go_rescue)),    \
					fn_, arg_))

/*
 * go_recover - end the panic for which the calling function was called, as soon
 * as that returns.
 *
 * It counts only in the function that was deferred itself: not in one which that
 * calls, nor in what that defers; not when go_exit(), or the end of a block, has
 * called it; and once for each panic.
 *
 *   returns  the value of the panic; go_nil, whose type is NULL, where it does
 *            not count.  (And for a panic of go_nil, which ends as any other)
 *   fatal    there is a panic, and the caller was deferred by go_defer
 *   build    with -fno-optimize-sibling-calls: else a helper called in the last
 *            statement is jumped to, and counts as the deferred function
 *   source   Go spec: Handling panics; panic.go: gorecover.
 *            SPEC.md panic-recover.direct-only, panic-recover.helper-nil
 */
#define go_recover()                                                      \
	({                                                                \
		GO_OWN_FRAME_(__COUNTER__);                               \
		go_by_panic_(__builtin_return_address(0)) ? go_recover_() \
							  : go_nil;       \
	})

/* ---------------------------------------------- what the macros above expand to
 *
 * The landing is left twice, as setjmp is.  Not by __builtin_setjmp: clang 14
 * does not take it for a call that returns twice, and keeps other values where
 * those live that the way back needs.  ORDER landing: x86_64/landing.S
 */
struct go_landing {
	void *regs[8];
	G *g;
	Defer *older; /* what was deferred before this function was called */
	void *sp;     /* where its older calls run; NULL until they do */
};

/* a call that may recover: d.g is one byte off, which tells it from another.
 * ORDER rescue */
struct go_rescue {
	Defer d;
	struct go_landing *landing;
};

/* go_landing_set_ - keep the registers that a function finds again when it
 * returns; 0, and 1 when it returns again. */
int go_landing_set_(void **regs) __attribute__((returns_twice, nothrow));

struct go_any go_recover_(void);

/* A panic calls from one place only, which is in this section: who returns to
 * there was called by it. */
extern const char __start_rt_deferred[], __stop_rt_deferred[];

static inline __attribute__((always_inline)) bool go_by_panic_(void *pc)
{
	uintptr_t start = (uintptr_t)__start_rt_deferred;

	return (uintptr_t)pc - start < (uintptr_t)__stop_rt_deferred - start;
}

#define GO_LANDING_(l) (go_landing_init_(l), go_landing_set_((l)->regs))

static inline __attribute__((always_inline)) void go_landing_init_(
	struct go_landing *l)
{
	l->g = rt_self();
	l->older = go_newest_(l->g);
	l->sp = NULL;
}

#define GO_DEFER_RECOVER_(r, fn_, arg_)                              \
	struct go_rescue r __attribute__((cleanup(go_rescue_end_))); \
	go_rescue_push_(&go_recoverable_comes_first_, &r, fn_, arg_)

static inline __attribute__((always_inline)) void go_rescue_push_(
	struct go_landing *l, struct go_rescue *r, void (*fn)(void *),
	void *arg)
{
	go_defer_push_(l->g, &r->d, fn, arg);
	r->d.g = (G *)((char *)l->g + 1);
	r->landing = l;
}

static inline __attribute__((always_inline)) void go_rescue_end_(
	struct go_rescue *r)
{
	go_defer_pop_((G *)((char *)r->d.g - 1), &r->d);
	go_defer_call_(r->d.fn, r->d.arg);
}

/* A static that holds the address of a label in it keeps a function from being
 * inlined or split: it has a return address of its own. */
#define GO_OWN_FRAME_(n) GO_OWN_FRAME2_(n)
#define GO_OWN_FRAME2_(n)                                               \
	__label__ here_##n;                                             \
	static void *const at_##n __attribute__((unused)) = &&here_##n; \
	here_##n : __asm__ volatile("" : : "m"(at_##n))

#endif
