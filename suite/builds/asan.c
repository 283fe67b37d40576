/* asan.c - what is linked into a build with AddressSanitizer and UBSan. */
#include <dlfcn.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

/*
 * Leaks are not looked for: a process ends while Gs stand where they are, on
 * stacks that nobody will unwind.  The alternate stack is go_thread_init's.
 */
const char *__asan_default_options(void)
{
	return "detect_stack_use_after_return=1:detect_leaks=0:exitcode=66:"
	       "use_sigaltstack=0:allocator_may_return_null=1";
}

const char *__ubsan_default_options(void)
{
	return "print_stacktrace=1:exitcode=66";
}

/* What ASan only warns of is a stack that it was not told of. */
void __sanitizer_on_print(const char *text)
{
	if (strstr(text, "WARNING"))
		_exit(66);
}

/*
 * ASan's own swapcontext clears all marks of the stack that it goes to, because
 * it does not know better, and says so.  It is told better (sanitize.h), so
 * the linker puts this one in its place (--wrap), which is libc's.
 */
static int (*swap)(ucontext_t *, const ucontext_t *);

static __attribute__((constructor)) void find_swapcontext(void)
{
	void *libc = dlopen("libc.so.6", RTLD_LAZY);

	swap = libc ? dlsym(libc, "swapcontext") : NULL;
}

int __wrap_swapcontext(ucontext_t *from, const ucontext_t *to)
{
	return swap(from, to);
}
