/*
 * main.c - main of a subject: COMMAND [ID] [--OPTION VALUE...].
 *
 * suite/PROTOCOL.md says what can be called and what is answered.
 */
#include <getopt.h>

#include "subject.h"

extern const struct command *const __start_commands[], *const __stop_commands[];

static const struct command *find_command(const char *name)
{
	for (const struct command *const *at = __start_commands;
		at < __stop_commands; at++)
		if (strcmp((*at)->name, name) == 0)
			return *at;
	return NULL;
}

static int usage(const char *self)
{
	fprintf(stderr,
		"usage: %s list\n"
		"       %s check ID [--procs N] [--seed S]\n"
		"       %s bench ID [--procs N] [--size K] [--n N] "
		"[--batches B] [--seed S]\n"
		"       %s count ID [--size K] [--steps N]\n"
		"       %s symbol OFFSET...\n",
		self, self, self, self, self);
	return STATUS_WRONG_CALL;
}

/* whole is false when text is not a number of [least, most] */
static uint64_t number(
	const char *text, uint64_t least, uint64_t most, bool *whole)
{
	char *end;
	uint64_t n;

	errno = 0;
	n = strtoull(text, &end, 10);
	if (errno || *text < '0' || *text > '9' || *end || n < least ||
		n > most)
		*whole = false;
	return n;
}

static bool parse_option(int option, struct call *call)
{
	bool ok = true;

	switch (option) {
	case 'p':
		call->procs = number(optarg, 1, RT_PROCS_MAX, &ok);
		return ok;
	case 's':
		call->seed = number(optarg, 0, UINT64_MAX, &ok);
		return ok;
	case 'k':
		call->size = number(optarg, 0, UINT64_MAX, &ok);
		return ok;
	case 'n':
		call->n = number(optarg, 0, UINT64_MAX, &ok);
		return ok;
	case 't':
		call->steps = number(optarg, 1, UINT32_MAX, &ok);
		return ok;
	case 'b':
		call->batches = number(optarg, 1, 1000000, &ok);
		return ok;
	}
	return false;
}

static bool parse(int argc, char **argv, struct call *call)
{
	static const struct option options[] = {
		{"procs", required_argument, NULL, 'p'},
		{"seed", required_argument, NULL, 's'},
		{"size", required_argument, NULL, 'k'},
		{"n", required_argument, NULL, 'n'},
		{"batches", required_argument, NULL, 'b'},
		{"steps", required_argument, NULL, 't'},
		{0},
	};
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (parse_option(option, call))
			continue;
		if (option != '?')
			fprintf(stderr, "%s: '%s' is out of range\n", argv[0],
				optarg);
		return false;
	}
	if (optind < argc)
		call->id = argv[optind++];
	call->rest = argv + optind;
	return true;
}

int main(int argc, char **argv)
{
	struct call call = {.seed = 1};
	const struct command *command = argc > 1 ? find_command(argv[1]) : NULL;

	if (!command)
		return usage(argv[0]);
	argv[1] = argv[0];
	if (!parse(argc - 1, argv + 1, &call))
		return usage(argv[0]);
	record_open();
	return command->run(&call);
}

int subject_run(int procs, void (*fn)(void *), void *arg)
{
	int err = rt_run(procs, fn, arg);

	if (err == 0)
		return STATUS_DONE;
	fprintf(stderr, "%s cannot start %d Ps: %s\n", rt_info.name, procs,
		strerror(-err));
	return STATUS_REFUSED;
}
