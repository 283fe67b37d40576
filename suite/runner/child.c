/*
 * child.c - one child process: contained, drained, and gone when we go on.
 *
 * It gets a session of its own, no core file, no input, a short environment, a
 * pipe for records and one each for stdout and stderr.  At its time limit it is
 * sent SIGQUIT (a subject dumps its Gs then), after two more seconds SIGKILL.
 * What it leaves behind is found, because orphans come to us, and killed.
 */
#include "start.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	HEAD = 16384,
	TAIL = 49152,
	REPORT_MAX = 16 << 20,
	GRACE_MS = 2000,
	TURN_MS = 20,
};

volatile int interrupted;

static void on_signal(int signal)
{
	if (interrupted)
		_exit(128 + signal);
	interrupted = signal;
}

void catch_signals(void)
{
	struct sigaction action = {.sa_handler = on_signal};

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
	prctl(PR_SET_CHILD_SUBREAPER, 1);
}

static double now_ms(void)
{
	return since_start() * 1e3;
}

/* ------------------------------------------------------------------- attend */

static void stop_polling(struct pollfd *fd)
{
	if (fd->fd >= 0)
		close(fd->fd);
	fd->fd = -1;
}

/* take what is there, wait for it at most so long; false when nothing came */
static bool drain(struct pollfd *fds, struct text *texts, int wait_ms)
{
	char bytes[65536];
	bool any = false;

	if (poll(fds, POLLED, wait_ms) <= 0)
		return false;
	for (int i = 0; i < PIPES; i++) {
		ssize_t n;

		if (fds[i].fd < 0 || !fds[i].revents)
			continue;
		n = read(fds[i].fd, bytes, sizeof(bytes));
		if (n > 0 && texts[i].n < REPORT_MAX) {
			text_add(&texts[i], bytes, n);
			any = true;
		} else if (n >= 0 || (errno != EINTR && errno != EAGAIN)) {
			stop_polling(&fds[i]);
		}
	}
	return any;
}

static bool reap(struct child *c, pid_t pid)
{
	struct rusage used;
	int status;

	if (wait4(pid, &status, WNOHANG, &used) != pid)
		return false;
	c->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	c->exit_code = c->signal ? 128 + c->signal : WEXITSTATUS(status);
	c->cpu_ms = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
	            (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
	return true;
}

/* until it has exited, which it does sooner or later */
static void attend(
	struct child *c, pid_t pid, struct pollfd *fds, struct text *texts)
{
	double limit = now_ms() + c->limit_ms;

	while (!reap(c, pid)) {
		drain(fds, texts, fds[EXIT].fd >= 0 ? TURN_MS : 1);
		if (interrupted) {
			kill(-pid, SIGKILL);
		} else if (now_ms() > limit) {
			kill(c->hung ? -pid : pid, c->hung ? SIGKILL : SIGQUIT);
			c->hung = true;
			limit = now_ms() + GRACE_MS;
		}
	}
}

/* ----------------------------------------------------------------- clean up */

static void kill_children(void)
{
	char path[64];
	FILE *file;
	int pid;

	snprintf(path, sizeof(path), "/proc/self/task/%d/children", getpid());
	file = fopen(path, "re");
	while (file && fscanf(file, "%d", &pid) == 1)
		kill(pid, SIGKILL);
	if (file)
		fclose(file);
}

/* Orphans have become our children.  Those that have ended are only reaped;
 * the others are killed, and so are the orphans that this makes. */
static bool kill_left_behind(pid_t group)
{
	bool any = false;

	for (int turn = 0; turn < 2000; turn++) {
		pid_t pid;

		do
			pid = waitpid(-1, NULL, WNOHANG);
		while (pid > 0);
		if (pid < 0)
			break;
		any = true;
		kill(-group, SIGKILL);
		kill_children();
		poll(NULL, 0, 1);
	}
	return any;
}

/* a child without our nonce is another one, or has not ended by itself */
static bool has_end(json_t *records, const char *nonce)
{
	json_t *end = first_of(records, "end");

	return end && strcmp(field(end, "nonce"), nonce) == 0;
}

static void make_nonce(char *nonce, size_t size)
{
	static uint64_t state;

	if (!state && getentropy(&state, sizeof(state)))
		state = getpid();
	snprintf(nonce, size, "%016llx",
		(unsigned long long)random_next(&state));
}

void child_run(struct child *c)
{
	struct text texts[PIPES] = {[OUT] = {.head = HEAD, .tail = TAIL},
		[ERR] = {.head = HEAD, .tail = TAIL}};
	struct pollfd fds[POLLED] = {0};
	double begun = now_ms();
	char nonce[24], *lines;
	pid_t pid;

	make_nonce(nonce, sizeof(nonce));
	pid = child_start(c, fds, nonce);
	attend(c, pid, fds, texts);
	c->ms = now_ms() - begun;
	c->left_behind = kill_left_behind(pid);
	stop_polling(&fds[EXIT]);
	while (drain(fds, texts, 0))
		;
	for (int i = 0; i < PIPES; i++)
		stop_polling(&fds[i]);
	lines = text_take(&texts[REPORT]);
	c->records = parse_records(lines);
	c->ended = has_end(c->records, nonce);
	free(lines);
	c->out = text_take(&texts[OUT]);
	c->err = text_take(&texts[ERR]);
}

void child_free(struct child *c)
{
	json_decref(c->records);
	free(c->out);
	free(c->err);
}
