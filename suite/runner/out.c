/*
 * out.c - the files in --out: the journal, a line an event, always a valid
 * prefix; and what is whole or not at all: written beside it, synced, renamed.
 */
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int journal_fd = -1;
static char journal_path[4200];

static _Noreturn void fail(const char *path)
{
	fprintf(stderr, "runner: %s: %s\n", path, strerror(errno));
	exit(INFRASTRUCTURE);
}

static bool write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, bytes, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		n -= done;
	}
	return true;
}

void journal(const char *kind, json_t *record)
{
	json_t *line = json_pack("{s:s, s:o, s:O}", "event", kind, "t_ms",
		number(since_start() * 1e3), "record", record);
	char *text = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);
	size_t n = strlen(text);

	text[n] = '\n';
	if (!write_all(journal_fd, text, n + 1))
		fail(journal_path);
	free(text);
	json_decref(line);
}

static void make_dirs(const char *path)
{
	char copy[4096];

	snprintf(copy, sizeof(copy), "%s", path);
	for (char *at = copy + 1; *at; at++)
		if (*at == '/') {
			*at = '\0';
			mkdir(copy, 0777);
			*at = '/';
		}
	if (mkdir(copy, 0777) && errno != EEXIST)
		fail(path);
}

/* nobody else writes there meanwhile, and no link leads elsewhere */
static void open_journal(void)
{
	snprintf(journal_path, sizeof(journal_path), "%s/journal.jsonl",
		args.out);
	journal_fd = open(journal_path,
		O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (journal_fd < 0)
		fail(journal_path);
	if (flock(journal_fd, LOCK_EX | LOCK_NB)) {
		fprintf(stderr, "runner: %s: another run writes there\n",
			journal_path);
		exit(INFRASTRUCTURE);
	}
	if (ftruncate(journal_fd, 0))
		fail(journal_path);
}

void open_out(void)
{
	make_dirs(args.out);
	open_journal();
}

static _Noreturn void give_up(const char *path, const char *temporary)
{
	int error = errno;

	unlink(temporary);
	errno = error;
	fail(path);
}

static void sync_out(void)
{
	int dir = open(args.out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (dir >= 0) {
		fsync(dir);
		close(dir);
	}
}

void write_out(const char *name, const char *text)
{
	char path[4200], temporary[4200];
	int fd;

	snprintf(path, sizeof(path), "%s/%s", args.out, name);
	snprintf(temporary, sizeof(temporary), "%s/.%s.%d", args.out, name,
		getpid());
	fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		fail(temporary);
	if (!write_all(fd, text, strlen(text)) || !write_all(fd, "\n", 1) ||
		fsync(fd) || close(fd) || rename(temporary, path))
		give_up(path, temporary);
	sync_out();
}
