/*
 * yielder_steals.pml - a G that yields takes Gs from another P, for its own (gort:
 * gort_yielder_steals, ring_steal in steal.c; gort_stopm in idle.c).
 *
 * The ring of P 0, whose G never stops, holds two Gs.  P 2's G yields, takes both:
 * one runs at once and never stops, the other is in no ring until the store of P
 * 2's tail is seen, which waits in a buffer, as on x86.  M 1 looks for work, one of
 * the two may be left for it, gives its P back, looks once more, and sleeps.
 *
 * Holds: when nothing moves any more, M 1 does not sleep while a G is queued.
 *
 * BUG -DNO_WAKEP    P 2 wakes nobody after it: it does not spin, so nobody relies on
 *                   it, and M 1 has looked while the G was in no ring
 * BUG -DNO_BARRIER  none between the store of the tail and the look at npidle
 */
byte left = 2;                  /* in P 0's ring */
byte own;                       /* in P 2's, as others see it */
bool buffered;                  /* the store of P 2's tail */
byte npidle, nmspinning = 1;
bool asleep, wake, ended;

active proctype memory()
{
end:	do
	:: atomic { buffered -> buffered = false; own = 1 }
	od
}

active proctype yielder()
{
	byte n;

	atomic { n = left; left = 0 };  /* the CAS of the head */
	if
	:: n == 2 ->
		buffered = true;
#ifndef NO_WAKEP
#ifndef NO_BARRIER
		!buffered;
#endif
		if
		:: npidle > 0 ->
			if
			:: nmspinning == 0 ->
				atomic {
					if
					:: nmspinning == 0 && npidle > 0 ->
						nmspinning = 1;
						npidle--;
						wake = true
					:: else
					fi
				}
			:: else
			fi
		:: else
		fi
#endif
	:: else
	fi;
	ended = true
}

active proctype idler()
{
	bool found;

spin:	atomic {
		if
		:: left > 0 -> left--; found = true
		:: left == 0 && own > 0 -> own--; found = true
		:: else
		fi
	};
	if
	:: found -> found = false; goto spin
	:: else
	fi;
	npidle++;
	nmspinning--;
	found = left > 0;
	found = found || own > 0;
	if
	:: found ->
		atomic { found = false; npidle--; nmspinning++ };
		goto spin
	:: else
	fi;
	asleep = true;
end:	wake;
	atomic { asleep = false; wake = false };
	goto spin
}

never {
	do
	:: ended && !buffered && asleep && !wake && (left > 0 || own > 0) -> break
	:: true
	od;
accept:
	do
	:: ended && !buffered && asleep && !wake && (left > 0 || own > 0)
	od
}
