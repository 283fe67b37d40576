package bench

import (
	"runtime"
	"sync"
	"sync/atomic"

	"runtimes/go/subject"
)

// A ring is Gs that pass one P round by yielding.
//
// The lap ends when one of them has had its share of the N turns.  Each counts
// its own: the loop is to be the yield and nothing else.  The others may have
// had a few less by then, so N becomes the sum; that all had their part is
// proven by the one that had the fewest.
type ring struct {
	lap          *subject.Lap
	share        uint64 // of each
	over         atomic.Bool
	wg           sync.WaitGroup
	mu           sync.Mutex
	turns, least uint64 // of all, of the last
}

// member is the body of a G; each S makes a function, and so a call site, of
// its own, if no two have the same size.
func member[S any](r *ring) {
	runtime.Gosched() // its stack is warm before the lap starts
	mine := uint64(0)
	for ; mine < r.share && !r.over.Load(); mine++ {
		runtime.Gosched()
	}
	r.leave(mine)
}

func (r *ring) leave(mine uint64) {
	if !r.over.Load() {
		r.lap.Stop()
	}
	r.over.Store(true)
	r.mu.Lock()
	r.turns += mine
	if mine < r.least {
		r.least = mine
	}
	r.mu.Unlock()
	r.wg.Done()
}

// newRing has at least 16 turns for each of gs Gs, which are spawned next.
func newRing(lap *subject.Lap, gs uint64) *ring {
	lap.Round(16 * gs)
	return &ring{lap: lap, share: lap.N / gs, least: lap.N}
}

func (r *ring) spawn(fn func(*ring)) {
	r.wg.Add(1)
	go fn(r)
}

func (r *ring) run() {
	runtime.Gosched()
	r.lap.Start()
	r.wg.Wait()
	r.lap.N = r.turns
	if r.least >= r.share/2 {
		r.lap.Did(r.turns)
	}
}

// ringLap is a ring of gs Gs at one call site: the whole of a benchmark.
func ringLap(lap *subject.Lap, gs uint64) {
	r := newRing(lap, gs)
	for i := uint64(0); i < gs; i++ {
		r.spawn(member[[1]byte])
	}
	r.run()
}
