/* record.c - lines of the protocol to jansson, and safe values on the way. */
#include "runner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

/* what is not UTF-8 becomes '?', byte by byte; so do most control characters */
json_t *utf8(const char *text)
{
	json_t *value = json_string(text);

	if (value)
		return value;
	char *copy = strdup(text);

	for (char *at = copy; *at; at++)
		if (*at & 0x80)
			*at = '?';
	value = json_string(copy);
	free(copy);
	return value ? value : json_string("?");
}

uint64_t random_next(uint64_t *state)
{
	uint64_t z = (*state += 0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
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
