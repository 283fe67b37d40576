#include "model.h"
#include "order.h"

static int differs(int n, int phase)
{
	static struct model m;
	int wrong = 0;

	memset(&m, 0, sizeof(m)); /* a literal would stand on the stack */
	m.tick = phase;
	for (int g = 1; g <= n; g++)
		model_spawn(&m, g);
	for (int i = 0; i < n; i++)
		wrong += model_pick(&m) != order[i];
	return wrong + (model_pick(&m) != 0) + (ordered != n);
}

CHECK("any number of Gs at any tick runs in the order that a model of Go's "
      "queues says",
	.clause = "queue.global-batch",
	.source = "Go 1.19 proc.go: runqput, globrunqget, findRunnable",
	.needs = RT_RING | RT_STAT | RT_RUNNEXT, .procs = 1)
{
	int overflows = 0;

	for (int i = 0; i < 40; i++) {
		int n = 1 + (int)(suite_random() % 1000);
		int phase = (int)(suite_random() % 61);

		order_spawn(n, phase);
		overflows += n > 257;
		suite_expect(differs(n, phase) == 0, __FILE__, __LINE__,
			"%d Gs at tick %d ran as %s", n, phase, order_text());
	}
	witness("overflows", overflows, 1);
}
