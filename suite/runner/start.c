/* start.c - fork and exec, with as little as possible handed on. */
#include "start.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { REPORT_FD = 3 };

static _Noreturn void fail(const char *what)
{
	fprintf(stderr, "runner: %s: %s\n", what, strerror(errno));
	exit(INFRASTRUCTURE);
}

/* --------------------------------------------------------- the child's side */

/* only what a program needs to run and a sanitizer reads */
static void shorten_environment(const char *nonce)
{
	static const char *const keep[] = {"PATH", "HOME", "TZ", "ASAN_OPTIONS",
		"LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"};
	enum { KEPT = sizeof(keep) / sizeof(*keep) };
	char *values[KEPT];

	for (int i = 0; i < KEPT; i++)
		values[i] = getenv(keep[i]);
	clearenv();
	for (int i = 0; i < KEPT; i++)
		if (values[i])
			setenv(keep[i], values[i], 1);
	setenv("LC_ALL", "C", 1);
	setenv("RT_REPORT_FD", "3", 1);
	setenv("RT_NONCE", nonce, 1);
}

/* pipe ends are above REPORT_FD and close on exec */
static _Noreturn void exec_child(
	const struct child *c, const int ends[PIPES], const char *nonce)
{
	struct rlimit none = {0, 0};
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC);

	setsid();
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setrlimit(RLIMIT_CORE, &none);
	signal(SIGPIPE, SIG_DFL);
	if (c->cpus)
		sched_setaffinity(0, sizeof(*c->cpus), c->cpus);
	shorten_environment(nonce);
	dup2(null, 0);
	dup2(ends[OUT], 1);
	dup2(ends[ERR], 2);
	dup2(ends[REPORT], REPORT_FD);
	execv(c->argv[0], c->argv);
	dprintf(2, "cannot run %s: %s\n", c->argv[0], strerror(errno));
	_exit(127);
}

/* -------------------------------------------------------- the parent's side */

static int above_report_fd(int fd)
{
	int high = fcntl(fd, F_DUPFD_CLOEXEC, REPORT_FD + 1);

	if (high < 0)
		fail("pipe");
	close(fd);
	return high;
}

static void make_pipe(int *from, int *to)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC))
		fail("pipe");
	*from = above_report_fd(ends[0]);
	*to = above_report_fd(ends[1]);
	fcntl(*from, F_SETFL, O_NONBLOCK);
}

pid_t child_start(const struct child *c, struct pollfd *fds, const char *nonce)
{
	int to[PIPES];
	pid_t pid;

	for (int i = 0; i < PIPES; i++) {
		make_pipe(&fds[i].fd, &to[i]);
		fds[i].events = POLLIN;
	}
	fflush(NULL);
	pid = fork();
	if (pid < 0)
		fail("fork");
	if (pid == 0)
		exec_child(c, to, nonce);
	for (int i = 0; i < PIPES; i++)
		close(to[i]);
	fds[EXIT] = (struct pollfd){pidfd_open(pid, 0), POLLIN, 0};
	return pid;
}
