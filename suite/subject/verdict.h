/* verdict.h - what the body of a check has said so far. */
#ifndef VERDICT_H
#define VERDICT_H

#include "subject.h"

const char *verdict(void); /* "pass", "fail" or "vacuous" */
uint64_t verdict_assertions(void);
void suite_seed(uint64_t seed);

#endif
