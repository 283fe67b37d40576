/*
 * ticks.h - a clock for durations, as cheap as the machine has one: 10 ns where
 * go_now() takes 23.
 */
#ifndef TICKS_H
#define TICKS_H

#include <stdint.h>

/* go_ticks - now, in a unit of its own. */
uint64_t go_ticks(void);

/* go_ticks_ns - nanoseconds since go_ticks() was `from`; costs two clocks. */
int64_t go_ticks_ns(uint64_t from);

#endif
