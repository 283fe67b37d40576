/*
 * submit_idle.pml - no G is left lying while an M sleeps (gort: submit in run.h,
 * gort_stopm in idle.c, steal.c).
 *
 * P 0 spawns two Gs, which meet in runnext: the second kicks the first to the ring;
 * then it may take one itself, and never stops running it.  M 1 looks for work,
 * finds none, gives its P back, looks once more, and sleeps until it is woken.
 * A third one runs something else, and wakes an M for a G that is gone by then.
 * Stores of P 0 wait in a buffer, as on x86: others see them later, in order; a
 * locked instruction empties it first.
 *
 * Holds: when nothing moves any more, M 1 does not sleep while a G is queued.
 *
 * BUG -DNO_BARRIER       none between a store to runnext and the look at npidle
 * BUG -DNO_KICK_BARRIER  none between the store of who is kicked and that look:
 *                        the exchange on runnext does not do for it, as a thief
 *                        may have emptied runnext when the idler looks
 * BUG -DNO_RECHECK       M 1 sleeps without looking once more
 * BUG -DNO_WAKEP_RECHECK who wants to wake an M, counts it as spinning, and then
 *                        finds no P idle does not look whether one has become so
 */
#define RUNNEXT 0
#define TAIL 1

byte runnext, tail, head;       /* what is in memory; Gs are 1 and 2 */
byte slots[2];
byte npidle, nmspinning = 1;
bool asleep, wake, ended, passed;
chan stores = [4] of { byte, byte }; /* P 0's buffer: where, what */

active proctype memory()
{
	byte at, value;

end:	do
	:: atomic {
		stores?at, value ->
		if
		:: at == RUNNEXT -> runnext = value
		:: at == TAIL -> tail = value
		fi;
		at = 0;
		value = 0
	}
	od
}

#define locked (len(stores) == 0)

/* counted as spinning already: an idle P for an M, or the count goes back */
inline wake_one()
{
	claimed = false;
	atomic {
		if
		:: npidle > 0 -> npidle--; wake = true; got = true
		:: else
		fi
	};
	if
	:: got -> got = false
	:: else ->
		nmspinning--;
#ifndef NO_WAKEP_RECHECK
		if
		:: npidle > 0 ->
			again = head != tail;
			again = again || runnext != 0
		:: else
		fi
#endif
	fi
}

inline claim()
{
	atomic {
		if
		:: nmspinning == 0 -> nmspinning = 1; claimed = true
		:: else
		fi
	}
}

/* wakep: an idle P, and nobody looks for work */
inline wakep()
{
	if
	:: npidle > 0 -> again = nmspinning == 0
	:: else
	fi;
	do
	:: again ->
		again = false;
		claim();
		if
		:: claimed -> wake_one()
		:: else
		fi
	:: else -> break
	od
}

/* has seen an idle P, and woken an M for a G that somebody else has taken since */
active proctype bystander()
{
	bool claimed, got, again;

	do
	:: claim();
		if
		:: claimed -> wake_one()
		:: else
		fi;
		if
		:: again -> again = false
		:: else -> break
		fi
	od;
	passed = true
}

active proctype spawner()
{
	byte mine, kicked, own_tail;
	bool claimed, got, again;

	/* the first: runnext is empty, a plain store */
	stores!RUNNEXT, 1;
#ifndef NO_BARRIER
	locked;
#endif
	wakep();
	/* the second: by an exchange, if there is one to kick; its own store, if it
	 * is still in the buffer, is what it sees */
	if
	:: len(stores) == 0 && runnext == 0 ->
		stores!RUNNEXT, 2;
#ifndef NO_BARRIER
		locked;
#endif
	:: else ->
		atomic { locked; kicked = runnext; runnext = 2 };
		if
		:: kicked ->
			slots[own_tail] = kicked;
			own_tail++;
			stores!TAIL, own_tail;
#ifndef NO_KICK_BARRIER
			locked
#endif
		:: else
		fi
	fi;
	wakep();
	if
	:: atomic { locked; mine = runnext; runnext = 0 }
	:: true
	fi;
	ended = true
}

/* one look: takes what it finds */
inline look()
{
	found = 0;
	atomic {
		if
		:: head != tail -> found = slots[head]; head++
		:: else
		fi
	};
	if
	:: !found -> atomic { found = runnext; runnext = 0 }
	:: else
	fi
}

active proctype thief()
{
	byte found;
	bool any, spun, spinning = true;

spin:	if
	:: !spinning && nmspinning > 0  /* one looks already */
	:: else ->
		if
		:: !spinning -> atomic { nmspinning++; spinning = true }
		:: else
		fi;
		look();
		if
		:: found ->     /* runs it, and comes back */
			atomic { nmspinning--; spinning = false; found = 0 };
			goto spin
		:: else
		fi
	fi;
	npidle++;               /* give the P back */
	spun = spinning;
	if
	:: spinning -> atomic { nmspinning--; spinning = false }
	:: else
	fi;
#ifndef NO_RECHECK
	any = head != tail;
	any = any || runnext != 0;
	if
	:: any ->
		atomic {
			if
			:: npidle > 0 -> npidle--
			:: else -> any = false
			fi
		};
		if
		:: any ->
			any = false;
			if
			:: spun -> atomic { nmspinning++; spinning = true }
			:: else
			fi;
			goto spin
		:: else
		fi
	:: else
	fi;
#endif
	asleep = true;
end:	wake;
	atomic { asleep = false; wake = false; spinning = true };
	goto spin
}

/* nothing moves any more: the two have ended, the buffer is empty, M 1 sleeps */
never {
	do
	:: ended && passed && len(stores) == 0 && asleep && !wake &&
		(runnext != 0 || head != tail) -> break
	:: true
	od;
accept:
	do
	:: ended && passed && len(stores) == 0 && asleep && !wake &&
		(runnext != 0 || head != tail)
	od
}
