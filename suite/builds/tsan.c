/* tsan.c - what is linked into a build with ThreadSanitizer. */
#include <sanitize.h>

struct san_tsan san_tsan;

/* the first report ends the process; who ends it otherwise need not wait a second
 * for more; the alternate stack is go_thread_init's */
const char *__tsan_default_options(void)
{
	return "halt_on_error=1:exitcode=66:atexit_sleep_ms=0:"
	       "use_sigaltstack=0:allocator_may_return_null=1:"
	       "history_size=4";
}
