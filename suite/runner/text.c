/* text.c - what a child prints, kept within bounds. */
#include "runner.h"

void text_add(struct text *t, const char *bytes, size_t n)
{
	if (t->n + n + 1 > t->size) {
		t->size = 2 * (t->n + n + 1);
		t->at = grown(t->at, t->size, 1);
	}
	memcpy(t->at + t->n, bytes, n);
	t->n += n;
	if (t->tail && t->n > t->head + 2 * t->tail) {
		size_t drop = t->n - t->head - t->tail;

		memmove(t->at + t->head, t->at + t->head + drop, t->tail);
		t->n -= drop;
		t->cut += drop;
	}
}

/* what text_add kept beyond the tail goes, and what is gone is said */
static char *with_gap(const struct text *t)
{
	size_t tail = t->n - t->head < t->tail ? t->n - t->head : t->tail;
	size_t cut = t->cut + t->n - t->head - tail;
	char *whole = grown(NULL, t->head + tail + 64, 1);
	int at;

	memcpy(whole, t->at, t->head);
	at = sprintf(whole + t->head, "\n[%zu bytes left out]\n", cut);
	memcpy(whole + t->head + at, t->at + t->n - tail, tail);
	whole[t->head + at + tail] = '\0';
	return whole;
}

char *text_take(struct text *t)
{
	char *whole;

	for (size_t i = 0; i < t->n; i++)
		if (t->at[i] == '\0')
			t->at[i] = '?';
	if (t->tail && (t->cut || t->n > t->head + t->tail)) {
		whole = with_gap(t);
		free(t->at);
		return whole;
	}
	text_add(t, "", 1);
	return t->at;
}
