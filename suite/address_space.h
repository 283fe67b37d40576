/* address_space.h - checks of what happens when no memory is to be had. */
#ifndef ADDRESS_SPACE_H
#define ADDRESS_SPACE_H

#include <sys/resource.h>

#include "suite.h"

/* address_space_leave - no more than spare bytes beyond what is mapped now; the
 * limit as it was, for setrlimit(RLIMIT_AS). */
static inline struct rlimit address_space_leave(size_t spare)
{
	FILE *file = fopen("/proc/self/statm", "re");
	unsigned long long pages = 0;
	struct rlimit before, tight;

	if (!file || fscanf(file, "%llu", &pages) != 1)
		abort();
	fclose(file);
	getrlimit(RLIMIT_AS, &before);
	tight = before;
	tight.rlim_cur = pages * sysconf(_SC_PAGESIZE) + spare;
	if (setrlimit(RLIMIT_AS, &tight) != 0)
		abort();
	return before;
}

#endif
