/*
 * print.h - bounded text for reports, of what a signal handler may use: no
 * stdio, no allocation, no lock.
 */
#ifndef PRINT_H
#define PRINT_H

#include <stddef.h>
#include <stdint.h>

struct go_print {
	char *buf;
	size_t size, len;
	int fd; /* a full buffer is written there; -1: the rest is cut */
};

void go_print_text(struct go_print *p, const char *text);
void go_print_uint(struct go_print *p, uint64_t value);
void go_print_hex(struct go_print *p, uint64_t value); /* 0x1d */
void go_print_flush(struct go_print *p);               /* needs an fd */

#endif
