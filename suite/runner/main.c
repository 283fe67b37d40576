/* main.c - the runner's flow: ask, run, write, and say how it ended. */
#include "runner.h"

#include <stdarg.h>

enum { CHECK_MS = 10, BLOCK_MS = 20 };

json_t *warnings;

void warn(const char *code, const char *format, ...)
{
	char text[1024];
	va_list list;

	va_start(list, format);
	vsnprintf(text, sizeof(text), format, list);
	va_end(list);
	progress_say("warning: %s\n", text);
	json_array_append_new(warnings,
		json_pack("{s:s, s:o}", "code", code, "text", utf8(text)));
}

/* ------------------------------------------------------------- how it ended */

static int count_status(const char *status)
{
	size_t i;
	json_t *row;
	int n = 0;

	for (i = 0; (row = json_array_get(conformance, i)) != NULL; i++)
		n += strcmp(field(row, "status"), status) == 0;
	return n;
}

static void add_reason(json_t *reasons, int n, const char *what)
{
	if (n)
		json_array_append_new(reasons, json_sprintf("%d %s", n, what));
}

static int count_bad_checks(json_t *reasons)
{
	static const char *const bad[] = {
		"fail", "crash", "hang", "xpass", "vacuous", "error"};
	char what[32];
	int sum = 0;

	for (int i = 0; i < 6; i++) {
		int n = count_status(bad[i]);

		snprintf(what, sizeof(what), "checks: %s", bad[i]);
		add_reason(reasons, n, what);
		sum += n;
	}
	return sum;
}

static int count_failed_builds(json_t *reasons)
{
	size_t i;
	json_t *runtime;
	int n = 0;

	for (i = 0; (runtime = json_array_get(runtimes, i)) != NULL; i++) {
		json_t *build = json_object_get(runtime, "build");

		if (json_is_true(json_object_get(build, "ok")))
			continue;
		n++;
		json_array_append_new(reasons, json_sprintf("%s did not build",
						       field(runtime, "name")));
	}
	return n;
}

static int count_bad_cells(json_t *reasons)
{
	size_t i, k;
	json_t *row, *cell;
	int n = 0;

	for (i = 0; (row = json_array_get(benchmarks, i)) != NULL; i++)
		for (k = 0;
			(cell = json_array_get(
				 json_object_get(row, "results"), k)) != NULL;
			k++)
			n += strcmp(field(cell, "status"), "failed") == 0 ||
			     strcmp(field(cell, "status"), "invalid") == 0;
	add_reason(reasons, n, "benchmark cells failed or invalid");
	return n;
}

static int exit_code(json_t *reasons)
{
	int builds = count_failed_builds(reasons);
	int bad = count_bad_checks(reasons) + count_bad_cells(reasons);
	bool nothing = !json_array_size(conformance) &&
	               !json_array_size(benchmarks) &&
	               !json_array_size(whole_process);

	if (interrupted) {
		json_array_append_new(reasons,
			json_sprintf("stopped by signal %d", interrupted));
		return 128 + interrupted;
	}
	if (nothing)
		json_array_append_new(
			reasons, json_string("nothing was selected"));
	return builds || nothing ? INFRASTRUCTURE : bad ? CONFORMANCE : OK;
}

static void print_end(int code, json_t *reasons)
{
	int all = json_array_size(conformance), pass = count_status("pass");
	int unsupported = count_status("unsupported");
	int xfail = count_status("xfail");
	size_t i;
	json_t *reason;

	if (all)
		printf("checks: %d pass, %d unsupported, %d xfail, %d bad\n",
			pass, unsupported, xfail,
			all - pass - unsupported - xfail);
	for (i = 0; (reason = json_array_get(reasons, i)) != NULL; i++)
		printf("%s\n", json_string_value(reason));
	printf("%s/run.json: exit %d\n", args.out, code);
}

/* -------------------------------------------------------------------- parts */

static int dry_run(void)
{
	int attempts = args.check ? plan_checks() : 0;
	int blocks = args.bench ? plan_benches() : 0;

	printf("%d attempts at checks, at most %d blocks of benchmarks, "
	       "about %d s\n",
		attempts, blocks,
		(attempts * CHECK_MS + blocks * BLOCK_MS) / 1000 + 1);
	return attempts + blocks ? OK : INFRASTRUCTURE;
}

static int run(void)
{
	json_t *reasons = json_array();
	int code;

	fprintf(stderr, "seed %llu\n", (unsigned long long)args.seed);
	if (args.check)
		report_stale_expectations();
	if (args.check)
		run_checks();
	if (args.bench && !interrupted)
		run_benches();
	if (args.count && !interrupted)
		run_counts();
	if (args.whole && !interrupted)
		run_wholes();
	code = exit_code(reasons);
	write_run(code, reasons);
	print_end(code, reasons);
	return code;
}

static void *allocate(size_t size)
{
	return grown(NULL, size, 1);
}

int main(int argc, char **argv)
{
	json_set_alloc_funcs(allocate, free);
	start_clock();
	parse_args(argc, argv);
	conformance = json_array();
	benchmarks = json_array();
	whole_process = json_array();
	warnings = json_array();
	catch_signals();
	load_expectations();
	if (!args.list && !args.list_json && !args.dry_run) {
		open_out();
		begin_run();
	}
	load_catalogue();
	if (args.list || args.list_json)
		return print_catalogue();
	if (args.bench || args.count)
		plan_rows();
	return args.dry_run ? dry_run() : run();
}
