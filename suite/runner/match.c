/* match.c - which ids the patterns of the command line select. */
#include "runner.h"

#include <fnmatch.h>

bool excluded(const char *id)
{
	for (int i = 0; i < args.match.n; i++) {
		const char *glob = args.match.at[i].name;

		if (*glob == '!' && fnmatch(glob + 1, id, 0) == 0)
			return true;
	}
	return false;
}

bool named(const char *id)
{
	bool one = false;

	for (int i = 0; i < args.match.n; i++) {
		const char *glob = args.match.at[i].name;

		one |= *glob != '!' && fnmatch(glob, id, 0) == 0;
	}
	return one;
}

/* patterns that only leave out leave all the rest in */
bool matches(const char *id)
{
	bool all = true;

	for (int i = 0; i < args.match.n; i++)
		all &= *args.match.at[i].name == '!';
	return (all || named(id)) && !excluded(id);
}
