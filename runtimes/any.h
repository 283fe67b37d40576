/*
 * any.h - what a panic carries: a type and a word, Go's `any`; part of go.h.
 *
 *      go_panic("boom");                       panic: boom
 *      go_panic(42);                           panic: 42
 *      go_panic(go_as(&celsius, 36.6));        panic: celsius(+3.660000e+001)
 *      go_panic(go_as(&not_found, path));      panic: /etc/gone: not found
 *
 *      static int say(struct go_any v, char *text, size_t size)
 *      {
 *              return snprintf(text, size, "%s: not found", v.string);
 *      }
 *      static const struct go_type not_found = {"not_found", say};
 *      static const struct go_type celsius = {.name = "celsius"};
 *
 * Who recovers one compares its type, as a type switch does:
 *
 *      if (v.type == &not_found)
 *              create(v.string);
 */
#ifndef ANY_H
#define ANY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum go_kind {
	GO_BOOL,    /* truth */
	GO_INT,     /* integer */
	GO_UINT,    /* natural */
	GO_FLOAT,   /* real */
	GO_STRING,  /* string; kept, not copied: it outlives the panic */
	GO_POINTER, /* pointer; kept likewise */
};

struct go_any {
	const struct go_type *type; /* NULL: nil */
	enum go_kind kind;
	union {
		bool truth;
		int64_t integer;
		uint64_t natural;
		double real;
		const char *string;
		void *pointer;
	};
};

#define go_nil ((struct go_any){0})

/*
 * A type is an object of the program; its address is what is compared.
 *
 *   name     what a report calls it: NAME(value), NAME("string"), (NAME) 0x2a;
 *            NULL: the value alone
 *   text     like snprintf: the words of an error.  NULL: the value is said.
 *            It runs on the G that panics, before the report; it may print,
 *            yield or block; a panic of it is fatal.  1023 bytes are shown
 */
struct go_type {
	const char *name;
	int (*text)(struct go_any v, char *text, size_t size);
};

/* what go_any() makes */
extern const struct go_type go_bool, go_int, go_uint, go_float, go_string,
	go_pointer;

/* Go's runtime.Error, a GO_STRING: "send on closed channel" */
extern const struct go_type go_runtime_error;

/*
 * go_any - a value with its plain type.
 *
 *   value    of any integer or floating type, bool, char *, void *, or a
 *            struct go_any, which stays as it is; another does not compile.
 *            `true` is an int in C: (bool)true
 */
#define go_any(...) \
	_Generic((__VA_ARGS__),                   \
		bool: go_any_bool_,               \
		char: go_any_int_,                \
		signed char: go_any_int_,         \
		short: go_any_int_,               \
		int: go_any_int_,                 \
		long: go_any_int_,                \
		long long: go_any_int_,           \
		unsigned char: go_any_uint_,      \
		unsigned short: go_any_uint_,     \
		unsigned: go_any_uint_,           \
		unsigned long: go_any_uint_,      \
		unsigned long long: go_any_uint_, \
		float: go_any_float_,             \
		double: go_any_float_,            \
		char *: go_any_string_,           \
		const char *: go_any_string_,     \
		void *: go_any_pointer_,          \
		const void *: go_any_pointer_,    \
		struct go_any: go_any_as_it_is_)(__VA_ARGS__)

/* go_as - the value with a type of the program. */
#define go_as(type_, ...) go_any_as_(type_, go_any(__VA_ARGS__))

static inline struct go_any go_any_bool_(bool v)
{
	return (struct go_any){&go_bool, GO_BOOL, .truth = v};
}

static inline struct go_any go_any_int_(int64_t v)
{
	return (struct go_any){&go_int, GO_INT, .integer = v};
}

static inline struct go_any go_any_uint_(uint64_t v)
{
	return (struct go_any){&go_uint, GO_UINT, .natural = v};
}

static inline struct go_any go_any_float_(double v)
{
	return (struct go_any){&go_float, GO_FLOAT, .real = v};
}

static inline struct go_any go_any_string_(const char *v)
{
	return (struct go_any){&go_string, GO_STRING, .string = v};
}

static inline struct go_any go_any_pointer_(const void *v)
{
	return (struct go_any){&go_pointer, GO_POINTER, .pointer = (void *)v};
}

static inline struct go_any go_any_as_it_is_(struct go_any v)
{
	return v;
}

static inline struct go_any go_any_as_(
	const struct go_type *type, struct go_any v)
{
	v.type = type;
	return v;
}

struct go_print;

/* go_print_any - a value as a report says it: Go's printany. */
void go_print_any(struct go_print *p, struct go_any v);

#endif
