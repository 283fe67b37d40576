/*
 * elf.c - the name of a function, found where nothing can be trusted: in a signal
 * handler, perhaps in the middle of malloc.
 *
 * The symbol table of the program is read from its file: open, mmap and loads, no
 * lock, no allocation.  Lines are not in it; symbol.c knows those.
 */
#include "elf.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

extern const char __executable_start[];

typedef ElfW(Ehdr) Header;
typedef ElfW(Phdr) Segment;
typedef ElfW(Shdr) Section;
typedef ElfW(Sym) Symbol;

/* n things of a size at an offset of the file; NULL when it is shorter */
static const void *part(
	const struct go_elf *e, uint64_t offset, uint64_t n, size_t size)
{
	if (offset > e->size || n > (e->size - offset) / size)
		return NULL;
	return e->file + offset;
}

/* how far from where it says the program was loaded */
static uintptr_t loaded(const struct go_elf *e, const Header *h)
{
	const Segment *s = part(e, h->e_phoff, h->e_phnum, sizeof(*s));

	for (int i = 0; s && i < h->e_phnum; i++)
		if (s[i].p_type == PT_LOAD)
			return (uintptr_t)__executable_start - s[i].p_vaddr;
	return 0;
}

static void find_symbols(struct go_elf *e)
{
	const Header *h = part(e, 0, 1, sizeof(*h));
	const Section *s =
		h ? part(e, h->e_shoff, h->e_shnum, sizeof(*s)) : NULL;

	for (int i = 0; s && i < h->e_shnum; i++)
		if (s[i].sh_type == SHT_SYMTAB && s[i].sh_link < h->e_shnum) {
			const Section *names = &s[s[i].sh_link];

			e->n = s[i].sh_size / sizeof(Symbol);
			e->symbols =
				part(e, s[i].sh_offset, e->n, sizeof(Symbol));
			e->names_size = names->sh_size;
			e->names = part(e, names->sh_offset, e->names_size, 1);
			e->base = loaded(e, h);
		}
}

void go_elf_open(struct go_elf *e)
{
	int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
	struct stat about;

	*e = (struct go_elf){0};
	if (fd < 0)
		return;
	if (fstat(fd, &about) == 0) {
		e->size = about.st_size;
		e->file = mmap(NULL, e->size, PROT_READ, MAP_PRIVATE, fd, 0);
	}
	close(fd);
	if (!e->file || e->file == MAP_FAILED)
		*e = (struct go_elf){0};
	else
		find_symbols(e);
}

void go_elf_close(struct go_elf *e)
{
	if (e->file)
		munmap((void *)e->file, e->size);
}

const char *go_elf_function(const struct go_elf *e, const void *pc)
{
	uintptr_t at = (uintptr_t)pc - 1 - e->base;
	const Symbol *s = e->symbols;

	for (uint64_t i = 0; s && e->names && i < e->n; i++)
		if (ELF64_ST_TYPE(s[i].st_info) == STT_FUNC &&
			at - s[i].st_value < s[i].st_size &&
			s[i].st_name < e->names_size)
			return e->names + s[i].st_name;
	return NULL;
}
