/* record.c - lines of the protocol to jansson, and safe values on the way. */
#include "runner.h"

#include <math.h>

/* What comes after these is not read: a child that says so much has no end. */
enum { RECORDS_MAX = 50000 };

/* the runner goes on with what it asked for, or not at all */
void *grown(void *array, size_t n, size_t size)
{
	void *p = reallocarray(array, n ? n : 1, size);

	if (p)
		return p;
	fputs("runner: out of memory\n", stderr);
	exit(INFRASTRUCTURE);
}

static void unescape(char *text)
{
	static const char letters[] = "tnr\\", meant[] = "\t\n\r\\";
	char *to = text;

	for (char *at = text; *at; at++) {
		const char *letter =
			*at == '\\' && at[1] ? strchr(letters, at[1]) : NULL;

		*to++ = letter ? meant[letter - letters] : *at;
		at += letter != NULL;
	}
	*to = '\0';
}

static json_t *parse_line(char *line)
{
	json_t *record = json_object();
	char *rest = NULL, *kind = strtok_r(line, "\t", &rest), *at;

	json_object_set_new(record, "record", utf8(kind ? kind : ""));
	while ((at = strtok_r(NULL, "\t", &rest)) != NULL) {
		char *value = strchr(at, '=');

		if (!value)
			continue;
		*value++ = '\0';
		unescape(value);
		json_object_set_new(record, at, utf8(value));
	}
	return record;
}

json_t *parse_records(char *text)
{
	json_t *records = json_array();
	char *rest = NULL, *line = strtok_r(text, "\n", &rest);

	for (int n = 0; line && n < RECORDS_MAX; n++) {
		json_array_append_new(records, parse_line(line));
		line = strtok_r(NULL, "\n", &rest);
	}
	return records;
}

bool is(json_t *record, const char *kind)
{
	return strcmp(field(record, "record"), kind) == 0;
}

json_t *first_of(json_t *records, const char *kind)
{
	size_t i;
	json_t *record;

	for (i = 0; (record = json_array_get(records, i)) != NULL; i++)
		if (is(record, kind))
			return record;
	return NULL;
}

const char *field(json_t *record, const char *key)
{
	const char *text = json_string_value(json_object_get(record, key));

	return text ? text : "";
}

int64_t field_int(json_t *record, const char *key)
{
	return strtoll(field(record, key), NULL, 10);
}

json_t *number(double value)
{
	return isfinite(value) ? json_real(value) : json_null();
}

json_t *text_list(const char *commas)
{
	json_t *list = json_array();
	char *copy = strdup(commas), *rest = NULL;

	for (char *at = strtok_r(copy, ",", &rest); at;
		at = strtok_r(NULL, ",", &rest))
		json_array_append_new(list, utf8(at));
	free(copy);
	return list;
}

/* where a text is not UTF-8, all that is not ASCII becomes '?' */
json_t *utf8(const char *text)
{
	json_t *value = json_string(text);
	char *copy;

	if (value)
		return value;
	copy = strdup(text);
	for (char *at = copy; *at; at++)
		if (*at & 0x80)
			*at = '?';
	value = json_string(copy);
	free(copy);
	return value;
}

/* splitmix64 */
uint64_t random_next(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

void shuffle(int *order, int n, uint64_t *state)
{
	for (int i = n - 1; i > 0; i--) {
		int k = random_next(state) % (i + 1), kept = order[i];

		order[i] = order[k];
		order[k] = kept;
	}
}
