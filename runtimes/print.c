/* print.c - bounded text for reports: see print.h. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "print.h"

void go_print_flush(struct go_print *p)
{
	size_t done = 0;

	while (done < p->len) {
		ssize_t n = write(p->fd, p->buf + done, p->len - done);

		if (n < 0 && errno != EINTR)
			break;
		done += n > 0 ? (size_t)n : 0;
	}
	p->len = 0;
}

static void print(struct go_print *p, const char *text, size_t len)
{
	while (len > 0) {
		size_t room = p->size - p->len;
		size_t n = len < room ? len : room;

		memcpy(p->buf + p->len, text, n);
		p->len += n;
		text += n;
		len -= n;
		if (len > 0 && p->fd < 0)
			return;
		if (len > 0)
			go_print_flush(p);
	}
}

void go_print_text(struct go_print *p, const char *text)
{
	print(p, text, strlen(text));
}

static void number(struct go_print *p, uint64_t value, unsigned base)
{
	char digits[24];
	size_t at = sizeof(digits);

	do
		digits[--at] = "0123456789abcdef"[value % base];
	while (value /= base);
	print(p, digits + at, sizeof(digits) - at);
}

void go_print_uint(struct go_print *p, uint64_t value)
{
	number(p, value, 10);
}

void go_print_hex(struct go_print *p, uint64_t value)
{
	go_print_text(p, "0x");
	number(p, value, 16);
}
