#include <sys/mman.h>

#include "suite.h"

/* how many of the pages are in memory, by the kernel's account */
static uint64_t resident(void *at, size_t pages, size_t page)
{
	unsigned char *in = malloc(pages);
	uint64_t n = 0;

	if (in && mincore(at, pages * page, in) == 0)
		for (size_t i = 0; i < pages; i++)
			n += in[i] & 1;
	free(in);
	return n;
}

BENCH("touch a fresh anonymous page", .unit = "page", .procs = 1)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	volatile char *at = mmap(NULL, lap->n * page, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (at == MAP_FAILED) {
		lap_refuse(lap, "mmap: %s", strerror(errno));
		return;
	}
	madvise((void *)at, lap->n * page, MADV_NOHUGEPAGE);
	lap_start(lap);
	for (uint64_t i = 0; i < lap->n; i++)
		at[i * page] = 1;
	lap_stop(lap);
	lap_did(lap, resident((void *)at, lap->n, page));
	munmap((void *)at, lap->n * page);
}
