/* any.c - the plain types, and how a report says a value. */
#include "any.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "print.h"

const struct go_type go_bool = {NULL, NULL};
const struct go_type go_int = {NULL, NULL};
const struct go_type go_uint = {NULL, NULL};
const struct go_type go_float = {NULL, NULL};
const struct go_type go_string = {NULL, NULL};
const struct go_type go_pointer = {"void *", NULL};
const struct go_type go_runtime_error = {NULL, NULL};

/* +1.500000e+000: three digits of exponent.  source: Go 1.19 print.go */
static void print_float(struct go_print *p, double real)
{
	char text[32], *exponent;

	if (isnan(real) || isinf(real)) {
		go_print_text(p, isnan(real) ? "NaN"
				 : real > 0  ? "+Inf"
					     : "-Inf");
		return;
	}
	snprintf(text, sizeof(text), "%+.6e", real);
	exponent = strchr(text, 'e') + 1;
	snprintf(exponent, sizeof(text) - (exponent - text), "%+04d",
		atoi(exponent));
	go_print_text(p, text);
}

static void print_int(struct go_print *p, int64_t integer)
{
	if (integer < 0)
		go_print_text(p, "-");
	go_print_uint(p, integer < 0 ? -(uint64_t)integer : (uint64_t)integer);
}

static void print_value(struct go_print *p, struct go_any v)
{
	switch (v.kind) {
	case GO_BOOL:
		go_print_text(p, v.truth ? "true" : "false");
		break;
	case GO_INT:
		print_int(p, v.integer);
		break;
	case GO_UINT:
		go_print_uint(p, v.natural);
		break;
	case GO_FLOAT:
		print_float(p, v.real);
		break;
	case GO_STRING:
		go_print_text(p, v.string ? v.string : "");
		break;
	case GO_POINTER:
		go_print_hex(p, (uintptr_t)v.pointer);
		break;
	}
}

/* before, the name, between, the value, after */
static void print_named(struct go_print *p, struct go_any v, const char *before,
	const char *between, const char *after)
{
	go_print_text(p, before);
	go_print_text(p, v.type->name);
	go_print_text(p, between);
	print_value(p, v);
	go_print_text(p, after);
}

void go_print_any(struct go_print *p, struct go_any v)
{
	if (!v.type)
		go_print_text(p, "nil");
	else if (!v.type->name)
		print_value(p, v);
	else if (v.kind == GO_POINTER)
		print_named(p, v, "(", ") ", "");
	else if (v.kind == GO_STRING)
		print_named(p, v, "", "(\"", "\")");
	else
		print_named(p, v, "", "(", ")");
}
