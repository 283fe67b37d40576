#include "rescue.h"

static int not_found(struct go_any v, char *text, size_t size)
{
	return snprintf(text, size, "%s: not found", v.string);
}

static const struct go_type celsius = {.name = "celsius"},
			    path = {.name = "path"},
			    missing = {"missing", not_found};

static void raise(void *value)
{
	go_panic(*(struct go_any *)value);
}

CHECK("the report says values as Go does, whatever their type",
	.clause = "panic-recover.print-values",
	.source = "Go 1.19 error.go: printany, printanycustomtype; print.go",
	.dies = 2,
	.says = "panic: a\nb\n"
		"\tpanic: -9223372036854775808\n"
		"\tpanic: 18446744073709551615\n"
		"\tpanic: true\n"
		"\tpanic: +1.500000e+000\n"
		"\tpanic: -1.234568e+205\n"
		"\tpanic: +Inf\n"
		"\tpanic: (void *) 0x2a\n"
		"\tpanic: celsius(+3.660000e+001)\n"
		"\tpanic: path(\"/etc\")\n"
		"\tpanic: /gone: not found\n"
		"\tpanic: nil\n\n")
{
	struct go_any values[] = {
		go_nil,
		go_as(&missing, "/gone"),
		go_as(&path, "/etc"),
		go_as(&celsius, 36.6),
		go_any((void *)42),
		go_any(__builtin_inf()),
		go_any(-123456.789e200),
		go_any(1.5f),
		go_any((bool)true),
		go_any(UINT64_MAX),
		go_any(INT64_MIN),
		go_any("a\nb"),
	};

	go_defer_scope();
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		go_defer_loop(raise, &values[i]);
	go_exit();
}
