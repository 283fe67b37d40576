/*
 * late.h - functions that park, and then return to the program.
 *
 * A processor predicts where a ret goes from the calls made last.  After a switch
 * those were another G's, so the first ret of the G that has come back is
 * mispredicted, each time.  RETURNS_LATE makes it an indirect jump, which is
 * predicted from what it did before.  Its place is a function of its own, kept
 * for the case that really parks: where nothing was switched, a ret is better.
 *
 * Measured with gort, one P, ns: WaitGroup round trip 31.6 -> 23.7.
 */
#ifndef LATE_H
#define LATE_H

#ifdef __has_attribute
#if defined(__x86_64__) && __has_attribute(function_return)
/* every ret is a jump to __x86_return_thunk, see x86_64/late.S */
#define RETURNS_LATE __attribute__((noinline, function_return("thunk-extern")))
#endif
#endif
#ifndef RETURNS_LATE
#define RETURNS_LATE __attribute__((noinline))
#endif

#endif
