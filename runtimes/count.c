/* count.c - how many Gs there are; counted when asked, so that a spawn pays
 * nothing for it. */
#include "go.h"

static bool count(G *g, void *n)
{
	++*(int64_t *)n;
	return true;
}

int64_t go_num_goroutine(void)
{
	int64_t n = 0;

	rt_each(count, &n);
	return n;
}
