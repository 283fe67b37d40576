/* thread.h - which threads this process has, as the kernel counts them. */
#ifndef CHECK_RUN_THREAD_H
#define CHECK_RUN_THREAD_H

#include <dirent.h>

#include "suite.h"

static inline int thread_count(void)
{
	DIR *tasks = opendir("/proc/self/task");
	int n = 0;

	if (!tasks)
		abort();
	for (struct dirent *entry; (entry = readdir(tasks));)
		n += entry->d_name[0] != '.';
	closedir(tasks);
	return n;
}

static inline bool thread_exists(pid_t tid)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/self/task/%d", (int)tid);
	return access(path, F_OK) == 0;
}

#endif
