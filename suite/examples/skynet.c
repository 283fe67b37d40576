/*
 * skynet - a tree of goroutines, ten below each, down to a million leaves; each
 * leaf sends its number up, each inner one the sum of what came from below.
 *
 *      skynet [leaves]         a power of ten
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "go.h"

struct node {
	uint64_t first, leaves; /* sums first .. first + leaves - 1 */
	struct go_chan *up;
};

/* what a machine refuses ends the program */
static void must(bool ok)
{
	if (ok)
		return;
	perror("skynet");
	exit(1);
}

static void skynet(void *arg);

static uint64_t sum_below(const struct node *n)
{
	struct go_chan *up = go_chan_make(sizeof(uint64_t), 0);
	struct node below[10];
	uint64_t sum = 0, part;

	must(up);
	for (int i = 0; i < 10; i++) {
		below[i].leaves = n->leaves / 10;
		below[i].first = n->first + (uint64_t)i * below[i].leaves;
		below[i].up = up;
		must(rt_spawn(skynet, &below[i]));
	}
	for (int i = 0; i < 10; i++) {
		go_chan_recv(up, &part);
		sum += part;
	}
	go_chan_free(up);
	return sum;
}

static void skynet(void *arg)
{
	const struct node *n = arg;
	uint64_t sum = n->leaves == 1 ? n->first : sum_below(n);

	go_chan_send(n->up, &sum);
}

static void main_g(void *leaves)
{
	struct node root = {.leaves = *(uint64_t *)leaves};
	uint64_t want = root.leaves * (root.leaves - 1) / 2;
	int64_t began = go_now();
	uint64_t sum = root.leaves == 1 ? 0 : sum_below(&root);

	printf("%" PRIu64 " leaves, sum %" PRIu64 ", %.1f ms\n", root.leaves,
		sum, (double)(go_now() - began) / 1e6);
	if (sum != want) {
		fprintf(stderr, "skynet: wanted %" PRIu64 "\n", want);
		exit(1);
	}
}

static bool power_of_ten(uint64_t n)
{
	while (n >= 10 && n % 10 == 0)
		n /= 10;
	return n == 1;
}

int main(int argc, char **argv)
{
	const char *procs = getenv("GOMAXPROCS");
	uint64_t leaves = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000000;
	int err;

	if (!power_of_ten(leaves)) {
		fprintf(stderr, "usage: skynet [10 | 100 | 1000 ...]\n");
		return 2;
	}
	err = rt_run(procs ? atoi(procs) : (int)sysconf(_SC_NPROCESSORS_ONLN),
		main_g, &leaves);
	if (err)
		fprintf(stderr, "skynet: %s\n", strerror(-err));
	return err != 0;
}
