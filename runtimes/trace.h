/* trace.h - what traces, fatal reports and dumps share. */
#ifndef TRACE_H
#define TRACE_H

#include "go.h"
#include "print.h"

/* Go's own limit for a printed trace */
enum { TRACE_FRAMES = 100 };

/*
 * go_trace_walk - return addresses of any G, innermost first, goexit's last.
 *
 *   pc, fp   where the walk of the caller's own G begins: an address of code,
 *            or NULL, and a frame; not used when fp is not on g's stack
 *   returns  how many were stored, at most n; -1 when g runs on another thread.
 *            A G that never ran has two frames: fn + 1 (in fn, as every pc - 1
 *            is) and goexit + 1
 *   signal   async-signal-safe if rt_frame is
 */
int go_trace_walk(G *g, void *pc, void **fp, void **pcs, int n);

/* go_trace_print - a G in the form of go_stack; fp as above. */
void go_trace_print(struct go_print *p, G *g, void **fp);

/* go_trace_others - every live G but self, each after an empty line. */
void go_trace_others(struct go_print *p, G *self);

/* go_trace_header - "goroutine 7 [chan receive]:" */
void go_trace_header(struct go_print *p, G *g);

/* go_dump_at - go_dump_raw, from a signal handler: self, on whose stack it
 * came, stands at pc with frame fp. */
void go_dump_at(int fd, G *self, void *pc, void **fp);

/* go_fault_init - fault.c's share of go_init */
void go_fault_init(void);

#endif
