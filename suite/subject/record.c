/*
 * record.c - the lines of suite/PROTOCOL.md, on a pipe that nothing else uses.
 */
#include <fcntl.h>
#include <stdarg.h>

#include "subject.h"

enum { RECORD_TEXT = 32768 };

static FILE *pipe_;

/* Whoever the subject starts does not get the pipe, nor who asks for it. */
void record_open(void)
{
	static char buffer[65536];
	const char *fd = getenv("RT_REPORT_FD");

	pipe_ = stdout;
	if (!fd)
		return;
	pipe_ = fdopen(atoi(fd), "w");
	if (!pipe_ || fcntl(fileno(pipe_), F_SETFD, FD_CLOEXEC) < 0) {
		fprintf(stderr, "RT_REPORT_FD=%s: %s\n", fd, strerror(errno));
		exit(STATUS_WRONG_CALL);
	}
	setvbuf(pipe_, buffer, _IOFBF, sizeof(buffer));
	unsetenv("RT_REPORT_FD");
}

void record(const char *kind)
{
	flockfile(pipe_);
	fputs_unlocked(kind, pipe_);
}

static void put_escaped(const char *text)
{
	static const char special[] = "\t\n\r\\", letter[] = "tnr\\";

	for (; *text; text++) {
		const char *at = strchr(special, *text);

		if (at)
			putc_unlocked('\\', pipe_);
		putc_unlocked(at ? letter[at - special] : *text, pipe_);
	}
}

void record_text(const char *key, const char *value)
{
	fprintf(pipe_, "\t%s=", key);
	put_escaped(value);
}

/* the buffer belongs to who has begun the record */
void record_vformat(const char *key, const char *format, va_list args)
{
	static char text[RECORD_TEXT];

	vsnprintf(text, sizeof(text), format, args);
	record_text(key, text);
}

void record_format(const char *key, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	record_vformat(key, format, args);
	va_end(args);
}

void record_int(const char *key, int64_t value)
{
	fprintf(pipe_, "\t%s=%lld", key, (long long)value);
}

void record_uint(const char *key, uint64_t value)
{
	fprintf(pipe_, "\t%s=%llu", key, (unsigned long long)value);
}

void record_nonce(void)
{
	const char *nonce = getenv("RT_NONCE");

	if (nonce)
		record_text("nonce", nonce);
}

void record_end(void)
{
	putc_unlocked('\n', pipe_);
	fflush_unlocked(pipe_);
	funlockfile(pipe_);
}
