/*
 * fault.c - a stack overflow is reported in Go's words, on another stack.
 *
 * Running off a stack touches the page below it, which is a guard (RT_GUARD).
 * The signal arrives on the alternate stack that go_thread_init() gave to the M;
 * any other fault goes on to whoever handled it before.
 */
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include "trace.h"

enum { ALTERNATE = 65536, GUARD = 4096 };

static struct sigaction before;

/* whose guard is it?  Not always the running one's: a switch saves registers on
 * the stack that it leaves */
struct search {
	const char *at;
	G *found;
};

static bool in_guard(G *g, void *arg)
{
	struct search *s = arg;
	char *lo, *hi;

	if (rt_stack(g, &lo, &hi) && s->at >= lo - GUARD && s->at < lo)
		s->found = g;
	return !s->found;
}

/* A G that is about to end has no stack that could be asked for.  But what does not
 * bear an access beside its end can only be a guard. */
static bool is_near(const char *at, const char *sp)
{
	return at >= sp - GUARD && at < sp + GUARD;
}

/* nothing but write(2): the fault may have come in the middle of malloc */
static _Noreturn void overflow(G *g, void *pc, void **fp)
{
	char buf[64];
	struct go_print p = {.buf = buf, .size = sizeof(buf), .fd = 2};

	go_print_text(&p, "runtime: goroutine stack exceeds ");
	go_print_uint(&p, rt_info.stack_bytes);
	go_print_text(&p, "-byte limit\nfatal error: stack overflow\n\n");
	go_print_flush(&p);
	go_dump_at(2, g, pc, fp);
	_exit(2);
}

static void on_fault(int signal, siginfo_t *info, void *context)
{
	const greg_t *regs = ((ucontext_t *)context)->uc_mcontext.gregs;

	struct search s = {.at = info->si_addr};

	rt_each(in_guard, &s);
	if (s.found || (rt_self() && is_near(s.at, (char *)regs[REG_RSP])))
		overflow(
			s.found, (void *)regs[REG_RIP], (void **)regs[REG_RBP]);
	sigaction(SIGSEGV, &before, NULL); /* the fault comes again, */
	if (info->si_code <= 0)
		raise(signal); /* what somebody sent does not */
}

/* go_fault_init - for the whole process; part of go_init() */
void go_fault_init(void)
{
	struct sigaction action = {
		.sa_sigaction = on_fault,
		.sa_flags = SA_SIGINFO | SA_ONSTACK,
	};

	sigaction(SIGSEGV, &action, &before);
}

/* ours; the program may give its thread another one */
static __thread void *alternate;

void go_thread_init(void)
{
	alternate = mmap(NULL, ALTERNATE, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (alternate != MAP_FAILED)
		sigaltstack(
			&(stack_t){.ss_sp = alternate, .ss_size = ALTERNATE},
			NULL);
}

void go_thread_exit(void)
{
	sigaltstack(&(stack_t){.ss_flags = SS_DISABLE}, NULL);
	if (alternate != MAP_FAILED)
		munmap(alternate, ALTERNATE);
}
