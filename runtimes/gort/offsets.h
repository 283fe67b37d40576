/* offsets.h - the numbers that C and assembly share. */
#ifndef GORT_OFFSETS_H
#define GORT_OFFSETS_H

#include "config.h"

/* ORDER saved: words that a switch leaves on a stack, counted from the saved sp */
#define GORT_SAVED_RBP (5 + GORT_FPENV)
#define GORT_SAVED_PC (6 + GORT_FPENV)
#define GORT_SAVED_BYTES (8 * (GORT_SAVED_PC + 1))

#endif
