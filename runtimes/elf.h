/* elf.h - the names of functions, as the file of the program says them. */
#ifndef GO_ELF_H
#define GO_ELF_H

#include <stddef.h>
#include <stdint.h>

struct go_elf {
	const char *file; /* mapped; NULL when it cannot be read */
	size_t size;
	uintptr_t base; /* what is added to its addresses */
	const void *symbols;
	uint64_t n;
	const char *names;
	uint64_t names_size;
};

void go_elf_open(struct go_elf *e);
void go_elf_close(struct go_elf *e);

/*
 * go_elf_function - the function that a return address lies in.
 *
 *   returns  its name, valid until close; NULL when unknown: a stripped program,
 *            or code that is not the program's
 *   signal   async-signal-safe, as open and close are
 */
const char *go_elf_function(const struct go_elf *e, const void *pc);

#endif
