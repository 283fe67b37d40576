/* fatal.h - how the shared layer ends a wrong program. */
#ifndef FATAL_H
#define FATAL_H

#include "go.h"

/*
 * go_panic_text_ - end the process as a panic that nobody recovers: "panic:
 * WHAT", the trace of the calling G, status 2.
 *
 *   source   Go 1.19 panic.go: fatalpanic.  SPEC.md fatal.panic-status
 */
void go_panic_text_(const char *what) __attribute__((noreturn));

#endif
