package bench

import (
	"runtime"
	"sync/atomic"
	"syscall"

	"runtimes/go/subject"
)

// How long a runnable G waits for an idle P.
//
// The victim spawns a G and neither yields nor waits: it spins until the G has
// run.  The first act of a G is to read the clock.  No API tells on which P a G
// runs, but the kernel tells on which M: where the G ran on another M than the
// victim before and after, it was another P that ran it, for an M has one P.

// The runtime takes the P from a G that has kept it for 10 ms.  So the victim
// begins a new time slice between two events, well before that.
const sliceNs = 5000000

// loot is what a G reports, on lines of cache of its own.
type loot struct {
	_     [128]byte
	began int64
	on    int
	ran   atomic.Bool
	_     [128]byte
	run   func()
}

func newLoot() *loot {
	l := new(loot)
	l.run = func() {
		l.began = subject.Now()
		l.on = syscall.Gettid()
		l.ran.Store(true)
	}
	return l
}

// await keeps P and M; where both Ms share a CPU, the thief gets it now and then.
func (l *loot) await() {
	for i := 1; !l.ran.Load(); i++ {
		if i%16384 == 0 {
			syscall.RawSyscall(syscall.SYS_SCHED_YIELD, 0, 0, 0)
		}
	}
}

type victim struct {
	queued     bool // a second spawn kicks the G from runnext to the run queue
	loot, next *loot
	slice      int64 // since when it has run
}

// event is the ns from the spawn of a G to its first instruction; not stolen
// when that was not on another M, or the victim has changed its own.
func (v *victim) event() (ns int64, stolen bool) {
	v.loot.ran.Store(false)
	v.next.ran.Store(false)
	on := syscall.Gettid()
	from := subject.Now()
	go v.loot.run()
	if v.queued {
		go v.next.run()
		v.next.await()
	}
	v.loot.await()
	return v.loot.began - from, v.loot.on != on && syscall.Gettid() == on
}

func (v *victim) renewSlice() {
	if subject.Now()-v.slice < sliceNs {
		return
	}
	runtime.Gosched()
	v.slice = subject.Now()
	v.event() // the thief is awake, as after any event
}

func busy(ns int64) {
	for end := subject.Now() + ns; subject.Now() < end; {
	}
}

// stealEvents is one batch: lap.N events.
//
// idleNs is how long the thief has no work before each; up to 2 us are added,
// at random, so that events meet it at any point of its search.  An event in
// which nothing was stolen, because the victim lost its P, is done again; a
// batch in which that is the rule proves nothing.
func stealEvents(lap *subject.Lap, queued bool, idleNs int64) {
	v := &victim{queued: queued, loot: newLoot(), next: newLoot()}
	random := uint64(1)
	events := make([]int64, 0, lap.N)
	for tries := lap.N * 2; uint64(len(events)) < lap.N && tries > 0; tries-- {
		v.renewSlice()
		random = random*6364136223846793005 + 1442695040888963407
		busy(idleNs + int64(random>>53))
		if ns, stolen := v.event(); stolen {
			events = append(events, ns)
		} else {
			lap.Redone(1)
		}
	}
	for _, ns := range events {
		lap.Event(ns)
	}
	lap.Did(uint64(len(events)))
}
