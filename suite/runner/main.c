/* main.c - the runner's flow: ask, run, write, and say how it ended. */
#include "runner.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

json_t *warnings;

void warn(const char *code, const char *format, ...)
{
	char text[1024];
	va_list args_;

	va_start(args_, format);
	vsnprintf(text, sizeof(text), format, args_);
	va_end(args_);
	progress_say("warning: %s\n", text);
	json_array_append_new(warnings,
		json_pack("{s:s, s:o}", "code", code, "text", utf8(text)));
}

static int count_status(const char *status)
{
	size_t i;
	json_t *row;
	int n = 0;

	json_array_foreach(conformance, i, row) n +=
		strcmp(field(row, "status"), status) == 0;
	return n;
}

static int count_bad(json_t *reasons)
{
	const char *bad[] = {"fail", "crash", "hang", "xpass", "vacuous", "error"};
	int sum = 0;

	for (int i = 0; i < 6; i++) {
		int n = count_status(bad[i]);

		sum += n;
		if (n)
			json_array_append_new(reasons,
				json_sprintf("%d checks: %s", n, bad[i]));
	}
	return sum;
}

static int count_failed_builds(json_t *reasons)
{
	size_t i;
	json_t *entry;
	int n = 0;

	json_array_foreach(runtimes, i, entry) if (!json_is_true(json_object_get(
		json_object_get(entry, "build"), "ok")))
	{
		n++;
		json_array_append_new(reasons,
			json_sprintf("%s did not build", field(entry, "name")));
	}
	return n;
}

static int count_failed_cells(json_t *reasons)
{
	size_t i, k;
	json_t *row, *cell;
	int n = 0;

	json_array_foreach(benchmarks, i, row)
		json_array_foreach(json_object_get(row, "results"), k, cell)
	{
		const char *status = field(cell, "status");

		n += strcmp(status, "failed") == 0 || strcmp(status, "invalid") == 0;
	}
	if (n)
		json_array_append_new(reasons,
			json_sprintf("%d benchmark cells failed or invalid", n));
	return n;
}

static int exit_code(json_t *reasons)
{
	int builds = count_failed_builds(reasons);
	int bad = count_bad(reasons) + count_failed_cells(reasons);
	bool nothing = !json_array_size(conformance) &&
		!json_array_size(benchmarks) && !json_array_size(whole_process);

	if (interrupted) {
		json_array_append_new(reasons,
			json_sprintf("stopped by signal %d", interrupted));
		return 128 + interrupted;
	}
	if (nothing)
		json_array_append_new(reasons,
			json_string("nothing matches: see --list"));
	return builds || nothing ? INFRASTRUCTURE : bad ? CONFORMANCE : OK;
}

static void print_end(int code, json_t *reasons)
{
	size_t i;
	json_t *reason;

	printf("checks: %d pass, %d unsupported, %d xfail, %d bad\n",
		count_status("pass"), count_status("unsupported"),
		count_status("xfail"),
		(int)json_array_size(conformance) - count_status("pass") -
			count_status("unsupported") - count_status("xfail"));
	json_array_foreach(reasons, i, reason)
		fprintf(stderr, "runner: %s\n", json_string_value(reason));
	printf("%s/run.json (exit %d)\n", args.out, code);
}

static int dry_run(void)
{
	size_t i;
	json_t *check;
	int runs = 0;

	json_array_foreach(catalogue, i, check) if (matches(field(check, "id")))
		runs += (json_integer_value(json_object_get(check, "procs"))
					? 1
					: args.nprocs) *
		args.repeat;
	printf("%d check runs on each of %d subjects\n", runs, nsubjects);
	return print_catalogue();
}

int main(int argc, char **argv)
{
	json_t *reasons = json_array();
	int code;

	parse_args(argc, argv);
	start_clock();
	catch_signals();
	conformance = json_array();
	benchmarks = json_array();
	whole_process = json_array();
	warnings = json_array();
	if (args.out && !args.list && !args.list_json && !args.dry_run)
		open_out();
	load_expectations();
	load_catalogue();
	if (args.list || args.list_json)
		return print_catalogue();
	if (args.dry_run)
		return dry_run();
	fprintf(stderr, "seed %llu\n", (unsigned long long)args.seed);
	if (args.check)
		run_checks();
	if (args.bench && !interrupted)
		run_benches();
	if (args.whole && !interrupted)
		run_wholes();
	code = exit_code(reasons);
	write_run(code, reasons);
	print_end(code, reasons);
	return code;
}
