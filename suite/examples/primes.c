/*
 * primes - the sieve of channels: one goroutine a prime, which passes on only
 * what its prime does not divide.
 *
 *      generate --> filter 2 --> filter 3 --> filter 5 --> ... --> main
 *
 *      primes [count]
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "go.h"

struct filter {
	struct go_chan *in, *out;
	uint64_t prime;
};

static void generate(void *out)
{
	for (uint64_t n = 2;; n++)
		go_chan_send(out, &n);
}

static void sift(void *arg)
{
	struct filter f = *(struct filter *)arg;
	uint64_t n;

	free(arg);
	for (;;) {
		go_chan_recv(f.in, &n);
		if (n % f.prime != 0)
			go_chan_send(f.out, &n);
	}
}

/* what a machine refuses ends the program */
static void *must(void *got)
{
	if (!got) {
		perror("primes");
		exit(1);
	}
	return got;
}

/* a filter behind in; returns where it sends */
static struct go_chan *filter(struct go_chan *in, uint64_t prime)
{
	struct filter *f = must(malloc(sizeof(*f)));
	struct go_chan *out = must(go_chan_make(sizeof(prime), 0));

	*f = (struct filter){.in = in, .out = out, .prime = prime};
	must((void *)rt_spawn(sift, f));
	return out;
}

static void main_g(void *arg)
{
	uint64_t prime, count = *(uint64_t *)arg;
	struct go_chan *c = must(go_chan_make(sizeof(prime), 0));

	must((void *)rt_spawn(generate, c));
	for (uint64_t i = 0; i < count; i++) {
		go_chan_recv(c, &prime);
		printf("%" PRIu64 "\n", prime);
		c = filter(c, prime);
	}
}

int main(int argc, char **argv)
{
	const char *procs = getenv("GOMAXPROCS");
	uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 10) : 100;
	int err;

	err = rt_run(procs ? atoi(procs) : (int)sysconf(_SC_NPROCESSORS_ONLN),
		main_g, &count);
	if (err)
		fprintf(stderr, "primes: %s\n", strerror(-err));
	return err != 0;
}
