/*
 * dump.c - every G on a signal, when nothing can be trusted: no lock, no
 * allocation; frames are addresses, only who spawned a G has a name.
 */
#include <signal.h>
#include <ucontext.h>
#include <unistd.h>

#include "elf.h"
#include "trace.h"

extern const char __executable_start[], _end[];

enum { DUMP_FRAMES = 32 };

struct dump {
	struct go_print *p;
	struct go_elf elf;
	G *self;
	void *pc; /* where self stands, as far as is known */
	void **fp;
};

/* what lies outside the program has no offset in it */
static void print_pc(struct go_print *p, void *pc)
{
	const char *at = pc;

	go_print_text(p, " ");
	if (at >= __executable_start && at < _end)
		go_print_hex(p, (uintptr_t)(at - __executable_start));
	else
		go_print_text(p, "?");
}

static void print_created_by(struct dump *d, G *g)
{
	const char *name = go_elf_function(&d->elf, g->created);

	if (!g->parent)
		return;
	go_print_text(d->p, "created by");
	if (name) {
		go_print_text(d->p, " ");
		go_print_text(d->p, name);
	}
	print_pc(d->p, g->created);
	go_print_text(d->p, "\n");
}

static void dump_one(struct dump *d, G *g)
{
	void *pcs[DUMP_FRAMES];
	bool self = g == d->self;
	int n;

	go_trace_header(d->p, g);
	n = go_trace_walk(
		g, self ? d->pc : NULL, self ? d->fp : NULL, pcs, DUMP_FRAMES);
	for (int i = 0; i < n; i++)
		print_pc(d->p, pcs[i]);
	if (n < 0 && self && d->pc)
		print_pc(d->p, d->pc);
	else if (n < 0)
		go_print_text(d->p, " running on another thread");
	go_print_text(d->p, "\n");
	print_created_by(d, g);
}

static bool dump_other(G *g, void *dump)
{
	struct dump *d = dump;

	if (g != d->self && g->id)
		dump_one(d, g);
	return true;
}

void go_dump_at(int fd, G *self, void *pc, void **fp)
{
	char buf[256];
	struct go_print p = {.buf = buf, .size = sizeof(buf), .fd = fd};
	struct dump d = {.p = &p, .self = self, .pc = pc, .fp = fp};

	go_elf_open(&d.elf);
	if (self && self->id)
		dump_one(&d, self);
	rt_each(dump_other, &d);
	go_print_flush(&p);
	go_elf_close(&d.elf);
}

__attribute__((noinline)) void go_dump_raw(int fd)
{
	go_dump_at(fd, rt_self(), NULL, __builtin_frame_address(0));
}

static void on_quit(int signal, siginfo_t *info, void *context)
{
	const greg_t *regs = ((ucontext_t *)context)->uc_mcontext.gregs;
	char buf[32];
	struct go_print p = {.buf = buf, .size = sizeof(buf), .fd = 2};

	go_print_text(&p, "SIGQUIT: quit\n\n");
	go_print_flush(&p);
	go_dump_at(STDERR_FILENO, rt_self(), (void *)regs[REG_RIP],
		(void **)regs[REG_RBP]);
	_exit(2);
}

void go_init(void)
{
	struct sigaction action = {
		.sa_sigaction = on_quit,
		.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART,
	};

	sigfillset(&action.sa_mask);
	sigaction(SIGQUIT, &action, NULL);
	go_fault_init();
}
