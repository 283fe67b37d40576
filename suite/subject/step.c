/* step.c - ptrace: hold every thread but one, and let that one do an instruction
 * at a time. */
#include "step.h"

#include <dirent.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/time.h>
#include <sys/user.h>
#include <sys/wait.h>

enum {
	TICK_MS = 100, /* so often a wait is interrupted... */
	STRIKES = 8,   /* ...and so often without a step is for ever */
	CODE = 1 << 14,
	OPTIONS = PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL,
};

static const char gone[] = "the benchmark ended before its laps";
static const char waits[] = "it waits for another thread";

#ifdef __x86_64__
/* ----------------------------------------------------- what an instruction is */

static uint64_t pc_of(pid_t thread)
{
	return ptrace(PTRACE_PEEKUSER, thread,
		offsetof(struct user_regs_struct, rip), NULL);
}

/* `syscall` is 0f 05; what stands where does not change */
static bool is_syscall(pid_t thread, uint64_t pc)
{
	static struct {
		uint64_t pc;
		bool is;
	} seen[CODE];
	size_t at = (pc ^ pc >> 14) % CODE;

	if (seen[at].pc != pc) {
		long word = ptrace(PTRACE_PEEKTEXT, thread, pc, NULL);

		seen[at].pc = pc;
		seen[at].is = (word & 0xffff) == 0x050f;
	}
	return seen[at].is;
}
#else
static uint64_t pc_of(pid_t thread)
{
	return 0;
}

static bool is_syscall(pid_t thread, uint64_t pc)
{
	return false;
}
#endif

/* --------------------------------------------------------------------- waiting */

static void on_tick(int signal)
{
}

/* a wait returns with EINTR when a tick comes */
static void ticks(int ms)
{
	struct sigaction action = {.sa_handler = on_tick};
	struct itimerval every = {{0, ms * 1000}, {0, ms * 1000}};

	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &every, NULL);
}

/* the next stop of thread (-1: of any); 0 when none comes, -1 when it has ended */
static pid_t next_stop(pid_t thread, int *status)
{
	for (int strikes = 0; strikes < STRIKES; strikes++) {
		pid_t who = waitpid(thread, status, __WALL);

		if (who < 0 && errno == EINTR)
			continue;
		if (who < 0 || (!WIFSTOPPED(*status) && thread != -1))
			return -1;
		return who;
	}
	return 0;
}

/* stops that are none of the program's own signals: of ptrace itself */
static bool is_event(int status)
{
	return status >> 16 || WSTOPSIG(status) == SIGTRAP;
}

/* -------------------------------------------------------------------- the others */

/* each(thread) for every thread of child but one */
static void for_others(pid_t child, pid_t one, void (*each)(pid_t thread))
{
	char path[64];
	struct dirent *entry;
	DIR *tasks;

	snprintf(path, sizeof(path), "/proc/%d/task", child);
	tasks = opendir(path);
	while (tasks && (entry = readdir(tasks)) != NULL) {
		pid_t thread = atoi(entry->d_name);

		if (thread > 0 && thread != one)
			each(thread);
	}
	if (tasks)
		closedir(tasks);
}

static void hold(pid_t thread)
{
	int status;

	if (ptrace(PTRACE_INTERRUPT, thread, NULL, NULL) == 0)
		next_stop(thread, &status);
}

static void let_go(pid_t thread)
{
	ptrace(PTRACE_CONT, thread, NULL, NULL);
}

/* ------------------------------------------------------------------------ a lap */

const char *step_attach(pid_t child)
{
	int status;

#ifndef __x86_64__
	return "nobody has said how this CPU's instructions are read";
#endif
	ticks(TICK_MS);
	if (waitpid(child, &status, WUNTRACED) != child || !WIFSTOPPED(status))
		return gone;
	if (ptrace(PTRACE_SEIZE, child, NULL, OPTIONS))
		return "ptrace is not allowed here";
	kill(child, SIGCONT);
	return NULL;
}

/* the thread that raises SIGUSR1 next; 0 when none does */
static pid_t run_to_mark(pid_t child)
{
	int status;
	pid_t who;

	while ((who = next_stop(-1, &status)) > 0) {
		if (!WIFSTOPPED(status)) {
			if (who == child)
				return 0;
			continue;
		}
		if (WSTOPSIG(status) == SIGUSR1 && !(status >> 16))
			return who;
		ptrace(PTRACE_CONT, who, NULL,
			is_event(status) || WSTOPSIG(status) == SIGCONT
				? 0
				: WSTOPSIG(status));
	}
	return 0;
}

/* the thread has just been marked; to its next mark */
static const char *step_to_mark(
	pid_t thread, uint64_t most, struct steps *steps)
{
	int status, signal = 0;

	for (uint64_t n = 0; n < most; n++) {
		steps->syscalls += is_syscall(thread, pc_of(thread));
		steps->instructions++;
		if (ptrace(PTRACE_SINGLESTEP, thread, NULL, signal))
			return gone;
		signal = 0;
		switch (next_stop(thread, &status)) {
		case 0:
			return waits;
		case -1:
			return gone;
		}
		if (is_event(status))
			continue;
		if (WSTOPSIG(status) == SIGUSR1)
			return NULL;
		signal = WSTOPSIG(status);
	}
	return "a lap has too many instructions to step through";
}

const char *step_lap(pid_t child, uint64_t most, struct steps *steps)
{
	pid_t thread = run_to_mark(child);
	const char *why;

	if (!thread)
		return gone;
	for_others(child, thread, hold);
	why = step_to_mark(thread, most, steps);
	if (why)
		return why;
	for_others(child, thread, let_go);
	let_go(thread);
	return NULL;
}

void step_rest(pid_t child)
{
	run_to_mark(child);
}

void step_end(pid_t child)
{
	int status;

	kill(child, SIGKILL);
	while (waitpid(-1, &status, __WALL) > 0 || errno == EINTR)
		;
	ticks(0);
}
