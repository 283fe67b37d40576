/* offsets.h - the numbers that C and assembly share; gort.h asserts them. */
#ifndef GORT_OFFSETS_H
#define GORT_OFFSETS_H

/* words that gort_switch leaves on a stack, counted from the saved sp */
#define GORT_SAVED_RBP 5
#define GORT_SAVED_PC 6

#endif
