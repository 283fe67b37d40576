#include "suite.h"

CHECK("a closed channel gives what it holds, then zeroes and false for ever",
	.clause = "chan.close-drains",
	.source = "Go spec: Close; Go 1.19 chan.go: chanrecv")
{
	struct go_chan *c = go_chan_make(sizeof(int), 3);

	for (int v = 1; v <= 2; v++)
		go_chan_send(c, &v);
	go_chan_close(c);
	for (int i = 0; i < 4; i++) {
		int got = 7;
		bool ok = go_chan_recv(c, &got);

		note("(%d,%d)", got, ok);
	}
	EXPECT_NOTES("(1,1) (2,1) (0,0) (0,0)");
	EXPECT_EQ(go_chan_len(c), 0);
	EXPECT_EQ(go_chan_cap(c), 3);
	go_chan_free(c);
}
