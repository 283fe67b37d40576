/*
 * sysmon_sleep.pml - sysmon does not sleep while a P is blocked in the kernel
 * (gort: sysmon.c sleep_until_needed, sysmon.h gort_sysmon_needed).
 *
 * An M gives its P up; sysmon, which has seen nothing to watch, goes to sleep.
 * Stores of both wait in a buffer each, as on x86.
 *
 * Holds: when nothing moves any more and the P is blocked, sysmon is awake.
 *
 * BUG -DENTER_STORES    the state of the P is a plain store, no exchange
 * BUG -DSLEEP_STORES    "asleep" is a plain store
 * BUG -DNO_SECOND_LOOK  sysmon does not look again after it has said so
 */
bool blocked;                   /* the P, in memory */
bool asleep;                    /* sysmon, in memory */
bool pending_b, pending_a;      /* in the buffers */
bool sleeps, woken, entered, decided;

active proctype buffers()
{
end:	do
	:: atomic { pending_b -> blocked = true; pending_b = false }
	:: atomic { pending_a -> asleep = true; pending_a = false }
	od
}

active proctype enter()
{
#ifdef ENTER_STORES
	pending_b = true;
#else
	blocked = true;
#endif
	if
	:: asleep -> atomic { asleep = false; woken = true }
	:: else
	fi;
	entered = true
}

active proctype sysmon()
{
	if
	:: blocked -> goto awake
	:: else
	fi;
#ifdef SLEEP_STORES
	pending_a = true;
#else
	asleep = true;
#endif
#ifndef NO_SECOND_LOOK
	if
	:: blocked -> asleep = false; goto awake
	:: else
	fi;
#endif
	sleeps = true;
	decided = true;
end:	woken;
	sleeps = false;
awake:	decided = true
}

never {
	do
	:: entered && decided && sleeps && !woken && !pending_a && !pending_b -> break
	:: true
	od;
accept:
	do
	:: entered && decided && sleeps && !woken && !pending_a && !pending_b
	od
}
