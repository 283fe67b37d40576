/*
 * symbol.c - function, file and line of an address, from symbols and DWARF.
 *
 * libdw does the reading.  It wants far more stack than a G has, so an address
 * that is met for the first time is looked up on a thread made for it; the
 * answer is kept for ever, and found again without a lock:
 *
 *      table[hash] --> [entry] --> [entry] --> NULL     grows in front only
 */
#include <elfutils/libdwfl.h>
#include <dwarf.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "go.h"

enum { BUCKETS = 1024, HELPER_STACK = 1 << 20 };

struct entry {
	struct entry *next;
	struct go_frame frame;
};

static _Atomic(struct entry *) table[BUCKETS];
/* A real one: who is in a blocking section may trace beside who runs, at one P too */
static pthread_mutex_t adding = PTHREAD_MUTEX_INITIALIZER;
static Dwfl *dwfl; /* [adding]; never closed: strings point into it */

static _Atomic(struct entry *) *bucket(void *pc)
{
	uintptr_t hash = (uintptr_t)pc * UINT64_C(0x9e3779b97f4a7c15);

	return &table[hash >> 54];
}

static struct entry *find(void *pc)
{
	struct entry *e =
		atomic_load_explicit(bucket(pc), memory_order_acquire);

	while (e && e->frame.pc != pc)
		e = e->next;
	return e;
}

/* Debug information is in the program or nowhere: no search, no network. */
static int no_debuginfo(Dwfl_Module *module, void **data, const char *name,
	Dwarf_Addr base, const char *file, const char *link, GElf_Word crc,
	char **found)
{
	return -1;
}

static void open_self(void)
{
	static const Dwfl_Callbacks callbacks = {
		.find_elf = dwfl_linux_proc_find_elf,
		.find_debuginfo = no_debuginfo,
	};

	dwfl = dwfl_begin(&callbacks);
	dwfl_linux_proc_report(dwfl, getpid());
	dwfl_report_end(dwfl, NULL, NULL);
}

/* Unit by unit: clang writes no index of addresses, and libdw trusts one that
 * has the assembly alone in it. */
static Dwarf_Die *unit_of(Dwfl_Module *module, Dwarf_Addr at, Dwarf_Addr *bias)
{
	Dwarf_Die *unit = NULL;

	while ((unit = dwfl_module_nextcu(module, unit, bias)))
		if (dwarf_haspc(unit, at - *bias) > 0)
			break;
	return unit;
}

/* libdw puts the compiler's directory before a relative name: take it off, if
 * the compiler was not given an absolute one. */
static const char *as_given(Dwarf_Die *unit, const char *file)
{
	const char *name = dwarf_diename(unit);
	Dwarf_Attribute found;
	const char *dir =
		dwarf_formstring(dwarf_attr(unit, DW_AT_comp_dir, &found));
	size_t n = dir ? strlen(dir) : 0;

	if (!name || name[0] == '/' || !n || strncmp(file, dir, n) != 0 ||
		file[n] != '/')
		return file;
	return file + n + 1;
}

static void find_line(Dwfl_Module *module, Dwarf_Addr at, struct go_frame *f)
{
	Dwarf_Addr bias;
	Dwarf_Die *unit = unit_of(module, at, &bias);
	Dwarf_Line *line = unit ? dwarf_getsrc_die(unit, at - bias) : NULL;
	const char *file = line ? dwarf_linesrc(line, NULL, NULL) : NULL;

	if (!file)
		return;
	f->file = as_given(unit, file);
	dwarf_lineno(line, &f->line);
}

/* The name that the source has: the compiler adds ".part.0", ".lto_priv.1". */
static void find_function(
	Dwfl_Module *module, Dwarf_Addr at, struct go_frame *f)
{
	GElf_Off offset;
	GElf_Sym symbol;
	const char *name = dwfl_module_addrinfo(
		module, at, &offset, &symbol, NULL, NULL, NULL);
	char *copy = name ? strndup(name, strcspn(name, ".@")) : NULL;

	if (!copy)
		return;
	f->function = copy;
	f->entry = (void *)(at - offset);
}

static void *look_up(void *frame)
{
	struct go_frame *f = frame;
	Dwarf_Addr at = (Dwarf_Addr)f->pc - 1;
	Dwfl_Module *module;

	if (!dwfl)
		open_self();
	module = dwfl_addrmodule(dwfl, at);
	if (module) {
		find_function(module, at, f);
		find_line(module, at, f);
	}
	return NULL;
}

/* No signal reaches the helper: a fault there kills, and does not report from
 * within a report. */
static int on_big_stack(void *(*fn)(void *), void *arg)
{
	pthread_attr_t attr;
	pthread_t helper;
	sigset_t all;
	int err;

	sigfillset(&all);
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, HELPER_STACK);
	pthread_attr_setsigmask_np(&attr, &all);
	err = pthread_create(&helper, &attr, fn, arg);
	pthread_attr_destroy(&attr);
	return err ? err : pthread_join(helper, NULL);
}

/* NULL when the machine refuses memory or a thread: asked again next time */
static struct entry *add(void *pc)
{
	struct entry *e = malloc(sizeof(*e));

	if (!e)
		return NULL;
	e->frame = (struct go_frame){.pc = pc, .function = "?", .file = "?"};
	if (on_big_stack(look_up, &e->frame)) {
		free(e);
		return NULL;
	}
	e->next = atomic_load_explicit(bucket(pc), memory_order_relaxed);
	atomic_store_explicit(bucket(pc), e, memory_order_release);
	return e;
}

static struct entry *find_or_add(void *pc)
{
	struct entry *e;

	pthread_mutex_lock(&adding);
	e = find(pc);
	if (!e)
		e = add(pc);
	pthread_mutex_unlock(&adding);
	return e;
}

void go_symbol(void *pc, struct go_frame *frame)
{
	struct entry *e = find(pc);

	if (!e)
		e = find_or_add(pc);
	*frame = e ? e->frame
	           : (struct go_frame){.pc = pc, .function = "?", .file = "?"};
}
