#include "suite.h"

enum { LINKS = 200 };

struct pair {
	struct go_chan *left, *right;
};

static struct pair link_of[LINKS];

static void pass_on(void *pair)
{
	struct pair *p = pair;
	int n;

	go_chan_recv(p->right, &n);
	n++;
	go_chan_send(p->left, &n);
}

CHECK("a value passes through a chain of channels and leaves no G behind",
	.clause = "chan.daisy-chain", .source = "Go test/chan/goroutines.go")
{
	struct go_chan *first = go_chan_make(sizeof(int), 0), *left = first;
	int n = 1;

	for (int i = 0; i < LINKS; i++) {
		link_of[i].left = left;
		link_of[i].right = left = go_chan_make(sizeof(int), 0);
		rt_spawn(pass_on, &link_of[i]);
	}
	go_chan_send(left, &n);
	go_chan_recv(first, &n);
	EXPECT_EQ(n, LINKS + 1);
	until(go_num_goroutine() == 1);
}
