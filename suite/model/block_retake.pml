/*
 * block_retake.pml - a P that is given up for a call into the kernel has one M at a
 * time, nobody is forgotten, and no deadlock is reported meanwhile (gort: block.c,
 * sysmon.c retake, idle.c gort_handoffp gort_stopm, dead.c).
 *
 * One P, four Ms.  G 1 blocks in the kernel twice and ends; G 2 stands in the
 * queue.  sysmon takes the P from an M in the kernel, at any moment.  What happens
 * under sched.lock is one step here.
 *
 * Holds: at most one M holds the P; "deadlock" is never said; both Gs end.
 *
 * BUG -DEXIT_WITHOUT_CAS   the M that comes out looks at the state, then takes it
 * BUG -DUNBLOCKED_EARLY    it counts as out of the kernel before its G is queued
 * BUG -DNO_RECHECK         who makes the P idle does not look at the queues again
 */
#define RUNNING 0
#define BLOCKED 1
#define IDLE 2
#define MS 4

byte status = RUNNING;          /* of the P */
byte holders = 1;               /* Ms that believe that they hold it: M 0 */
byte queue = 1;                 /* G 2 */
byte injected;                  /* G 1, when it came back without a P */
byte rounds = 2;                /* that G 1 still blocks */
bool pidle, refused, ended1, ended2;
bool blocked[MS], parked[MS], given[MS];

#define work (queue > 0 || injected > 0)
#define any_blocked (blocked[0] || blocked[1] || blocked[2] || blocked[3])

inline hold()
{
	holders++;
	assert(holders == 1)
}

/* an M for the P, which nobody holds: any that is parked.  There is none: a new
 * thread, and that is refused, so the P is idle although there may be work; sysmon
 * tries again.  Atomic */
inline startm()
{
	if
	:: parked[0] -> parked[0] = false; given[0] = true
	:: parked[1] -> parked[1] = false; given[1] = true
	:: parked[2] -> parked[2] = false; given[2] = true
	:: parked[3] -> parked[3] = false; given[3] = true
	:: else -> pidle = true; refused = true
	fi
}

/* is anybody alive?  atomic, under sched.lock */
inline check_dead()
{
	assert(!(pidle && !any_blocked && !work) || (ended1 && ended2))
}

inline wakep()
{
	atomic {
		if
		:: pidle -> pidle = false; startm()
		:: else
		fi
	}
}

/* nobody holds the P */
inline handoffp()
{
	if
	:: work -> atomic { startm() }
	:: else ->
		atomic { pidle = true; check_dead() };
#ifndef NO_RECHECK
		if
		:: work -> wakep()
		:: else
		fi
#endif
	fi
}

proctype M(byte me; bool first)
{
	bool out;

	if
	:: first -> goto run1
	:: else -> goto sleep
	fi;
park:	parked[me] = true;
sleep:
end:	atomic { given[me]; given[me] = false; hold(); status = RUNNING };
pick:	if
	:: atomic { injected > 0; injected-- } -> goto run1
	:: atomic { queue > 0; queue-- } -> ended2 = true; goto pick
	:: atomic { !work; holders--; status = IDLE; pidle = true }
	fi;
	/* gave it back: look once more */
	atomic {
		if
		:: work && pidle -> pidle = false; hold(); status = RUNNING; out = true
		:: else -> check_dead(); parked[me] = true; out = false
		fi
	};
	if
	:: out -> goto pick
	:: else -> goto sleep
	fi;

run1:	/* G 1, on the P */
	if
	:: rounds == 0 -> ended1 = true; goto pick
	:: else -> rounds--
	fi;
	blocked[me] = true;
	holders--;
	status = BLOCKED;
	skip;                   /* in the kernel */
#ifdef EXIT_WITHOUT_CAS
	if
	:: status == BLOCKED -> out = true
	:: else -> out = false
	fi;
	if
	:: out -> status = RUNNING; hold()
	:: else
	fi;
#else
	atomic {
		out = false;
		if
		:: status == BLOCKED -> status = RUNNING; out = true; hold()
		:: else
		fi
	};
#endif
	if
	:: out -> blocked[me] = false; goto run1
	:: else
	fi;
#ifdef UNBLOCKED_EARLY
	blocked[me] = false;
#endif
	atomic {                /* the P is gone: another, or in line */
		if
		:: pidle -> pidle = false; hold(); status = RUNNING; out = true
		:: else -> injected++; out = false
		fi;
		blocked[me] = false
	};
	if
	:: out -> goto run1
	:: else -> wakep(); goto park
	fi
}

active proctype sysmon()
{
	bool taken;

end:	do
	:: atomic {
		status == BLOCKED ->
		status = IDLE
	   };
	   handoffp()
	:: atomic { refused && pidle && work -> pidle = false; startm() }
	:: ended1 && ended2 -> break
	od
}

/* when nothing moves any more */
active proctype watch()
{
	timeout -> assert(ended1 && ended2)
}

init {
	atomic {
		parked[1] = true;
		parked[2] = true;
		parked[3] = true;
		run M(0, true);
		run M(1, false);
		run M(2, false);
		run M(3, false)
	}
}
