/* args.c - the runner's command line. */
#include "runner.h"

#include <errno.h>
#include <getopt.h>
#include <time.h>

struct args args = {.check = true,
	.bench = true,
	.count = true,
	.steps = 20000,
	.whole = true,
	.procs = {1, 2, 16},
	.nprocs = 3,
	.repeat = 1,
	.batches = 16,
	.plant = {5},
	.nplant = 1};

static const char help[] =
	"usage: runner [option...] [NAME=]SUBJECT...\n"
	"Runs checks and benchmarks of subject programs; writes "
	"DIR/journal.jsonl\n"
	"and DIR/run.json (reports/README.md).\n\n"
	"  --out DIR              where to write; made if missing\n"
	"  --only PARTS           of check,bench,count,whole\n"
	"  --match GLOB           only ids that match; !GLOB leaves out; "
	"repeatable\n"
	"  --procs LIST           Ps for checks that name none (1,2,16)\n"
	"  --repeat N             every check N times\n"
	"  --shuffle              checks in random order\n"
	"  --seed S               of orders and of the checks' own randomness\n"
	"  --rounds N             blocks of each benchmark and runtime (as "
	"many "
	"as the\n"
	"                         table needs, 16 at least)\n"
	"  --batches N            batches in a block (16)\n"
	"  --full                 benchmarks that take long, too\n"
	"  --steps N              instructions of a lap that is counted "
	"(20000)\n"
	"  --baseline NAME        whom the report compares with\n"
	"  --threshold PERCENT    dearer than the baseline by more: exit 4\n"
	"  --plant PERCENT,...    control arms that cost so much more (5)\n"
	"  --expect NAME=FILE     known failures of a runtime\n"
	"  --folder NAME=PATH     of a runtime outside the tree\n"
	"  --failed-build NAME=LOG  a runtime that did not build\n"
	"  --whole ID:NAME=PROGRAM  time a whole process through hyperfine\n"
	"  --list, --list-json    what there is\n"
	"  --dry-run              what would be run\n"
	"  -v                     say what passes, too\n\n"
	"exit: 0 ok, 1 conformance, 2 usage, 3 infrastructure, 128+n signal\n";

static _Noreturn void usage(const char *what, const char *value)
{
	fprintf(stderr, "runner: %s: %s (-h shows the options)\n", what, value);
	exit(USAGE);
}

static void add(struct list *list, const char *name, const char *value)
{
	list->at = grown(list->at, list->n + 1, sizeof(*list->at));
	list->at[list->n++] = (struct pair){name, value};
}

/* NAME=VALUE; argv itself stays as it is, for the report */
static void add_pair(struct list *list, const char *value)
{
	char *text = strdup(value), *at = strchr(text, '=');

	if (!at || at == text)
		usage("NAME=VALUE wanted", text);
	*at = '\0';
	add(list, text, at + 1);
}

static uint64_t number_arg(const char *text, uint64_t min, uint64_t max)
{
	char *end;
	uint64_t value;

	errno = 0;
	value = strtoull(text, &end, 10);
	if (errno || *text < '0' || *text > '9' || *end || value < min ||
		value > max)
		usage("not a number in range", text);
	return value;
}

static void set_procs(const char *value)
{
	char *text = strdup(value);

	args.nprocs = 0;
	for (char *at = strtok(text, ","); at; at = strtok(NULL, ",")) {
		if (args.nprocs == 16)
			usage("more than 16 numbers of Ps", at);
		args.procs[args.nprocs++] = number_arg(at, 1, 64);
	}
	if (!args.nprocs)
		usage("no number of Ps", value);
	free(text);
}

static double per_cent(const char *text)
{
	char *end;
	double value = strtod(text, &end);

	if (*end || !(value >= 0.1 && value <= 100))
		usage("per cent of 0.1 to 100 wanted", text);
	return value;
}

static void set_plant(const char *value)
{
	char *text = strdup(value);

	args.nplant = 0;
	for (char *at = strtok(text, ","); at; at = strtok(NULL, ",")) {
		if (args.nplant == 8)
			usage("more than 8 control arms", at);
		args.plant[args.nplant++] = per_cent(at);
	}
	free(text);
}

static void set_parts(const char *value)
{
	char *text = strdup(value);

	args.check = args.bench = args.count = args.whole = false;
	for (char *at = strtok(text, ","); at; at = strtok(NULL, ",")) {
		if (strcmp(at, "check") == 0)
			args.check = true;
		else if (strcmp(at, "bench") == 0)
			args.bench = true;
		else if (strcmp(at, "count") == 0)
			args.count = true;
		else if (strcmp(at, "whole") == 0)
			args.whole = true;
		else
			usage("unknown part", at);
	}
	free(text);
}

/* ORDER options */
enum {
	OUT,
	ONLY,
	MATCH,
	PROCS,
	REPEAT,
	SHUFFLE,
	SEED,
	ROUNDS,
	BATCHES,
	FULL,
	PLANT,
	STEPS,
	BASELINE,
	THRESHOLD,
	EXPECT,
	FAILED,
	FOLDER,
	WHOLE,
	LIST,
	LIST_JSON,
	DRY,
	VERBOSE
};
static const struct option options[] = {{"out", 1, NULL, OUT},
	{"only", 1, NULL, ONLY}, {"match", 1, NULL, MATCH},
	{"procs", 1, NULL, PROCS}, {"repeat", 1, NULL, REPEAT},
	{"shuffle", 0, NULL, SHUFFLE}, {"seed", 1, NULL, SEED},
	{"rounds", 1, NULL, ROUNDS}, {"batches", 1, NULL, BATCHES},
	{"full", 0, NULL, FULL}, {"plant", 1, NULL, PLANT},
	{"steps", 1, NULL, STEPS}, {"baseline", 1, NULL, BASELINE},
	{"threshold", 1, NULL, THRESHOLD}, {"expect", 1, NULL, EXPECT},
	{"failed-build", 1, NULL, FAILED}, {"folder", 1, NULL, FOLDER},
	{"whole", 1, NULL, WHOLE}, {"list", 0, NULL, LIST},
	{"list-json", 0, NULL, LIST_JSON}, {"dry-run", 0, NULL, DRY},
	{"verbose", 0, NULL, VERBOSE}, {"help", 0, NULL, 'h'}, {0}};

static void set_number(int option)
{
	if (option == REPEAT)
		args.repeat = number_arg(optarg, 1, 1000000);
	else if (option == SEED)
		args.seed = number_arg(optarg, 0, UINT64_MAX);
	else if (option == STEPS)
		args.steps = number_arg(optarg, 1, 1000000000);
	else if (option == ROUNDS)
		args.rounds = number_arg(optarg, 1, 10000);
	else
		args.batches = number_arg(optarg, 1, 10000);
}

static void set(int option)
{
	switch (option) {
	case OUT:
		args.out = optarg;
		break;
	case ONLY:
		set_parts(optarg);
		break;
	case MATCH:
		add(&args.match, optarg, NULL);
		break;
	case PROCS:
		set_procs(optarg);
		break;
	case BASELINE:
		args.baseline = optarg;
		break;
	case THRESHOLD:
		args.threshold = per_cent(optarg);
		break;
	case PLANT:
		set_plant(optarg);
		break;
	case EXPECT:
		add_pair(&args.expect, optarg);
		break;
	case FAILED:
		add_pair(&args.failed, optarg);
		break;
	case FOLDER:
		add_pair(&args.folders, optarg);
		break;
	case WHOLE:
		add_pair(&args.wholes, optarg);
		break;
	case SHUFFLE:
		args.shuffle = true;
		break;
	case FULL:
		args.full = true;
		break;
	case LIST:
		args.list = true;
		break;
	case LIST_JSON:
		args.list_json = true;
		break;
	case DRY:
		args.dry_run = true;
		break;
	case VERBOSE:
	case 'v':
		args.verbose = true;
		break;
	case 'h':
		fputs(help, stdout);
		exit(OK);
	case '?':
		exit(USAGE);
	default:
		set_number(option);
	}
}

void parse_args(int argc, char **argv)
{
	int option;

	args.argc = argc;
	args.argv = argv;
	args.seed = time(NULL) % 1000000;
	while ((option = getopt_long(argc, argv, "hv", options, NULL)) != -1)
		set(option);
	for (int i = optind; i < argc; i++)
		add(&args.subjects, argv[i], NULL);
	if (args.subjects.n > SUBJECTS_MAX)
		usage("too many subjects", argv[optind + SUBJECTS_MAX]);
	if (!args.subjects.n && !args.failed.n)
		usage("no subject given", "SUBJECT...");
	if (!args.out && !args.list && !args.list_json && !args.dry_run)
		usage("where to write?", "--out DIR");
}
