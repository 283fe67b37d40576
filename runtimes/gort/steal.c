/*
 * steal.c - an M that finds nothing at its own P looks at the others.
 *
 * Every look costs the one that is looked at: the line goes to another CPU and
 * comes back.  So a look touches one line, that of the ends of the rings, and
 * nothing else unless there is something to take; the next one follows 200 ns
 * later, then later and later.
 */
#include "run.h"

/*
 * half of a ring of v, oldest first, to p's (empty) one; the youngest of them is
 * returned to be run.  source: Go 1.19 proc.go: runqgrab, runqsteal
 */
static G *ring_steal(P *p, P *v, enum ring ring)
{
	struct ends *from = &v->ends[ring];
	uint32_t head = load_acquire(&from->head), tail = p->ends[OWN].tail, n;

	for (;;) {
		n = load_acquire(&from->tail) - head;
		n -= n / 2;
		if (n == 0)
			return NULL;
		if (n > RUNQ / 2) { /* head and tail are not of one moment */
			head = load_acquire(&from->head);
			continue;
		}
		for (uint32_t i = 0; i < n; i++)
			store_relaxed(slot(p, OWN, tail + i),
				load_relaxed(slot(v, ring, head + i)));
		GORT_POINT(steal);
		if (cas_full(&from->head, &head, head + n))
			break;
	}
	GORT_POINT(stolen);
	add_relaxed(&p->steals, n);
	tick(p);
	store_release(&p->ends[OWN].tail, tail + n - 1);
	return load_relaxed(slot(p, OWN, tail + n - 1));
}

static uint32_t next_random(P *p)
{
	p->random ^= p->random << 13;
	p->random ^= p->random >> 17;
	p->random ^= p->random << 5;
	return p->random;
}

/* the i-th P of a pass that began with a random one; NULL for p itself */
static P *victim(P *p, uint32_t first, int i)
{
	P *v = &gort_sched.ps[(first + i) % gort_sched.nproc];

	return v == p ? NULL : v;
}

/*
 * One pass over all other Ps: half of somebody's ring, or of the Gs that have
 * yielded there; NULL when there are none.
 */
static G *runqsteal(P *p)
{
	uint32_t first = next_random(p);
	G *g = NULL;

	if (!GORT_STEAL)
		return NULL;
	for (int i = 0; i < gort_sched.nproc && !g; i++) {
		P *v = victim(p, first, i);

		if (v)
			g = ring_steal(p, v, OWN);
		if (v && !g)
			g = ring_steal(p, v, YIELDED);
	}
	return g;
}

static struct suspect suspect_find(P *p)
{
	struct suspect s = {0};
	uint32_t first = next_random(p);

	for (int i = 0; i < gort_sched.nproc && !s.g; i++) {
		P *v = victim(p, first, i);

		if (v)
			s = (struct suspect){v, load_relaxed(&v->runnext)};
	}
	return s;
}

/*
 * Mostly its P is about to run it: who readies another is about to wait.  So it
 * is taken only when it was there at two looks a microsecond apart.  The same
 * address may be another life of the G by then, but whoever sits in the slot is
 * runnable, and the CAS takes exactly that one.
 */
static G *runnext_steal(P *p, struct suspect *s)
{
	G *g = s->g;

	if (!g || load_acquire(&s->v->runnext) != g) {
		*s = suspect_find(p);
		return NULL;
	}
	GORT_POINT(runnext_steal);
	if (!cas_full(&s->v->runnext, &g, NULL))
		return NULL;
	add_relaxed(&p->steals, 1);
	tick(p);
	return g;
}

/* what an M that looks for work has seen; times in pauses */
struct search {
	struct suspect suspect;
	uint32_t spent;  /* in all */
	uint32_t quiet;  /* since there was a sign of life: a G in a runnext */
	uint32_t unseen; /* since it looked at runnexts */
};

static G *look(P *p, struct search *search)
{
	struct sched *s = &gort_sched;
	G *g = runqsteal(p);

	if (!g && (queue_len(&s->globq) || load_relaxed(&s->ninject)))
		g = gort_pick(p);
	if (!g && GORT_STEAL && search->unseen >= s->stays_pauses) {
		g = runnext_steal(p, &search->suspect);
		search->unseen = 0;
		if (search->suspect.g)
			search->quiet = 0;
	}
	return g;
}

static void pause_between(struct search *search)
{
	struct sched *s = &gort_sched;
	uint32_t slower = 1 + 4 * search->quiet / s->spin_pauses;
	uint32_t n = s->look_pauses * slower;

	for (uint32_t i = 0; i < n; i++)
		cpu_pause();
	search->spent += n;
	search->quiet += n;
	search->unseen += n;
}

/*
 * gort_spin - look for work until there was no sign of any for about twice as long
 * as a wake-up takes, at most for 20 times that.
 *
 * One M at a time: it wakes the next when it has found something (stop_spinning
 * in sched.c), and as long as it finds nothing there is nothing for a second.
 * As long as Gs go through some runnext there is no use in parking: the next one
 * would wake us again, at a cost to who readies it.
 */
G *gort_spin(M *m)
{
	struct sched *s = &gort_sched;
	struct search search = {0};
	G *g = NULL;

	if (!s->multi || (!m->spinning && load_relaxed(&s->nmspinning)))
		return NULL;
	if (!m->spinning) {
		m->spinning = true;
		add_full(&s->nmspinning, 1);
		GORT_POINT(spin);
	}
	while (!g && search.quiet < s->spin_pauses &&
		search.spent / 20 < s->spin_pauses) {
		g = look(m->p, &search);
		if (!g)
			pause_between(&search);
	}
	return g;
}

/*
 * gort_yielder_steals - p's G yields with nobody beside it, and keeps its M from
 * looking for work.  What waits behind a G that never stops would wait for ever,
 * so look there now and then: at rings at every 16th yield, at a runnext, twice
 * before it is taken, at every 256th, which is some microseconds.
 *
 * ORDER submit: while they are taken over the Gs are in no ring, and whoever looks
 * a last time before it sleeps misses them.  Who spins and steals promises to
 * wake another (stop_spinning); this M does not spin, so it has to look.
 */
G *gort_yielder_steals(P *p)
{
	G *g = NULL;

	tick(p);
	p->lonely++;
	if (p->lonely % 16 == 0)
		g = runqsteal(p);
	if (GORT_STEAL && !g && p->lonely % 256 == 0)
		g = runnext_steal(p, &p->suspect);
	if (!g)
		return NULL;
	GORT_POINT(yielder_stole);
	full_barrier();
	wakep();
	return g;
}
