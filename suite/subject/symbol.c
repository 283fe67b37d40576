/*
 * symbol.c - names for the code offsets that a dump is made of.
 */
#include "subject.h"

extern const char __executable_start[];

static void print_symbol(const char *offset)
{
	struct go_frame frame;

	go_symbol((char *)__executable_start + strtoull(offset, NULL, 16),
		&frame);
	printf("%s %s:%d\n", frame.function, frame.file, frame.line);
}

COMMAND("symbol")
{
	if (!call->id)
		return STATUS_WRONG_CALL;
	print_symbol(call->id);
	for (char **offset = call->rest; *offset; offset++)
		print_symbol(*offset);
	return STATUS_DONE;
}
