/*
 * child.c - one child process: contained, drained, and gone when we go on.
 *
 * It gets a session of its own, no core file, no input, a short environment, a
 * pipe for records and one for all it prints.  At its time limit it is sent
 * SIGQUIT (a subject dumps its Gs then), after two more seconds SIGKILL.  What it
 * leaves behind is found, because orphans come to us, and killed.
 */
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { HEAD = 16384, TAIL = 49152, RECORDS_MAX = 64 << 20, GRACE_MS = 2000,
	REPORT_FD = 3 };

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
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

/* bytes that grow; past `head` only the last `tail` are kept, when tail is set */
struct text {
	char *at;
	size_t n, size, head, tail, cut;
};

static void text_add(struct text *t, const char *bytes, size_t n)
{
	if (t->n + n + 1 > t->size) {
		t->size = 2 * (t->n + n + 1);
		t->at = realloc(t->at, t->size);
	}
	memcpy(t->at + t->n, bytes, n);
	t->n += n;
	t->at[t->n] = '\0';
	if (t->tail && t->n > t->head + 2 * t->tail) {
		size_t drop = t->n - t->head - t->tail;

		memmove(t->at + t->head, t->at + t->head + drop, t->tail + 1);
		t->n -= drop;
		t->cut += drop;
	}
}

static void unescape(char *text)
{
	char *to = text;

	for (char *at = text; *at; at++) {
		const char *names = "tnr\\", *special = "\t\n\r\\";
		const char *name = *at == '\\' && at[1] ? strchr(names, at[1]) : NULL;

		*to++ = name ? special[name - names] : *at;
		at += name != NULL;
	}
	*to = '\0';
}

static json_t *parse_line(char *line)
{
	json_t *record = json_object();
	char *rest = NULL, *kind = strtok_r(line, "\t", &rest);

	json_object_set_new(record, "record", utf8(kind ? kind : ""));
	for (char *at; (at = strtok_r(NULL, "\t", &rest));) {
		char *value = strchr(at, '=');

		if (!value)
			continue;
		*value++ = '\0';
		unescape(value);
		json_object_set_new(record, at, utf8(value));
	}
	return record;
}

static void parse(struct child *c, char *text, const char *nonce)
{
	char *rest = NULL;

	c->records = json_array();
	for (char *line = text ? strtok_r(text, "\n", &rest) : NULL; line;
		line = strtok_r(NULL, "\n", &rest)) {
		json_t *record = parse_line(line);

		if (strcmp(field(record, "record"), "end") == 0 &&
			strcmp(field(record, "nonce"), nonce) == 0)
			c->ended = true;
		json_array_append_new(c->records, record);
	}
}

/* in the child: everything that the parent holds is left out of reach */
static _Noreturn void exec_child(
	const struct child *c, int report, int output, const char *nonce)
{
	const char *keep[] = {"PATH", "HOME", "TZ", "ASAN_OPTIONS",
		"TSAN_OPTIONS", "UBSAN_OPTIONS", "GOMAXPROCS", NULL};
	char *values[7];
	struct rlimit none = {0, 0};
	int null = open("/dev/null", O_RDONLY);

	setsid();
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setrlimit(RLIMIT_CORE, &none);
	signal(SIGPIPE, SIG_DFL);
	if (c->cpus)
		sched_setaffinity(0, sizeof(*c->cpus), c->cpus);
	for (int i = 0; keep[i]; i++)
		values[i] = getenv(keep[i]);
	clearenv();
	for (int i = 0; keep[i]; i++)
		if (values[i])
			setenv(keep[i], values[i], 1);
	setenv("LC_ALL", "C", 1);
	setenv("RT_REPORT_FD", "3", 1);
	setenv("RT_NONCE", nonce, 1);
	dup2(null, 0);
	dup2(output, 1);
	dup2(output, 2);
	dup2(report, REPORT_FD); /* pipes are made above it, close-on-exec */
	execv(c->argv[0], c->argv);
	dprintf(2, "cannot run %s: %s\n", c->argv[0], strerror(errno));
	_exit(127);
}

static void fail(const char *what)
{
	fprintf(stderr, "runner: %s: %s\n", what, strerror(errno));
	exit(INFRASTRUCTURE);
}

static void make_pipe(int ends[2])
{
	int low[2];

	if (pipe2(low, O_CLOEXEC))
		fail("pipe");
	for (int i = 0; i < 2; i++) {
		ends[i] = fcntl(low[i], F_DUPFD_CLOEXEC, 10);
		close(low[i]);
	}
}

/* one look at both pipes, 20 ms at most; closes what has ended */
static void drain(struct pollfd *fds, struct text **texts)
{
	char bytes[65536];

	if (poll(fds, 2, fds[0].fd < 0 && fds[1].fd < 0 ? 1 : 20) <= 0)
		return;
	for (int i = 0; i < 2; i++) {
		if (fds[i].fd < 0 || !fds[i].revents)
			continue;
		ssize_t n = read(fds[i].fd, bytes, sizeof(bytes));

		if (n > 0 && texts[i]->n < RECORDS_MAX) {
			text_add(texts[i], bytes, n);
		} else if (n == 0 || (n < 0 && errno != EINTR)) {
			close(fds[i].fd);
			fds[i].fd = -1;
		}
	}
}

/* until it has exited and its pipes are dry; orphans may hold them open, so
 * after the exit only what is there already counts */
static int wait_for(struct child *c, pid_t pid, struct pollfd *fds,
	struct text **texts)
{
	double limit = now_ms() + c->limit_ms;
	int status = 0;
	bool gone = false;

	while (!gone || fds[0].fd >= 0 || fds[1].fd >= 0) {
		bool was_gone = gone;

		drain(fds, texts);
		gone = gone || waitpid(pid, &status, WNOHANG) == pid;
		if (was_gone && poll(fds, 2, 0) == 0)
			break;
		if (gone || (now_ms() < limit && !interrupted))
			continue;
		kill(c->hung || interrupted ? -pid : pid,
			c->hung || interrupted ? SIGKILL : SIGQUIT);
		c->hung = true;
		limit = now_ms() + GRACE_MS;
	}
	return status;
}

/* orphans have become our children: kill them, and say that there were some */
static bool kill_left_behind(pid_t group)
{
	char path[64];
	bool any = false;
	int pid;

	kill(-group, SIGKILL);
	snprintf(path, sizeof(path), "/proc/self/task/%d/children", getpid());
	for (int turn = 0; turn < 100; turn++) {
		FILE *f = fopen(path, "r");
		bool found = false;

		while (f && fscanf(f, "%d", &pid) == 1) {
			found = true;
			kill(pid, SIGKILL);
			waitpid(pid, NULL, 0);
		}
		if (f)
			fclose(f);
		if (!found)
			break;
		any = true;
	}
	return any;
}

void child_run(struct child *c)
{
	static uint64_t state;
	char nonce[24];
	int report[2], output[2], status;
	struct text records = {0}, printed = {.head = HEAD, .tail = TAIL};
	struct text *texts[2] = {&records, &printed};
	double start = now_ms();

	state = state ? state : args.seed ^ (uint64_t)getpid() << 32;
	snprintf(nonce, sizeof(nonce), "%016llx",
		(unsigned long long)random_next(&state));
	make_pipe(report);
	make_pipe(output);
	pid_t pid = fork();

	if (pid < 0)
		fail("fork");
	if (pid == 0)
		exec_child(c, report[1], output[1], nonce);
	close(report[1]);
	close(output[1]);
	struct pollfd fds[2] = {{report[0], POLLIN, 0}, {output[0], POLLIN, 0}};

	status = wait_for(c, pid, fds, texts);
	c->ms = now_ms() - start;
	for (int i = 0; i < 2; i++)
		if (fds[i].fd >= 0)
			close(fds[i].fd);
	c->left_behind = kill_left_behind(pid);
	c->exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status)
					   : WEXITSTATUS(status);
	parse(c, records.at, nonce);
	free(records.at);
	c->output = printed.at ? printed.at : strdup("");
}

void child_free(struct child *c)
{
	json_decref(c->records);
	free(c->output);
}
