// Package bench holds the benchmarks of suite/bench in Go, a file each.
package bench

import (
	"runtime"
	"sync"
	"sync/atomic"

	"runtimes/go/subject"
)

// spawnLap spawns lap.N Gs, in batches, each of which is waited for: the whole
// of a benchmark.
func spawnLap(lap *subject.Lap, batch uint64) {
	var wg sync.WaitGroup
	var ran atomic.Uint64
	work := func() {
		ran.Add(1)
		wg.Done()
	}
	lap.Round(batch)
	lap.Start()
	for i := uint64(0); i < lap.N; i += batch {
		wg.Add(int(batch))
		for k := uint64(0); k < batch; k++ {
			go work()
		}
		wg.Wait()
	}
	lap.Stop()
	lap.Did(ran.Load())
}

// A crowd is Gs that wait side by side until it is let go: at a channel, which
// is what Go has for that.
type crowd struct {
	gate       chan struct{}
	here, gone sync.WaitGroup
	arrived    atomic.Uint64
	member     func()
}

func newCrowd() *crowd {
	c := &crowd{gate: make(chan struct{})}
	c.member = func() {
		c.arrived.Add(1)
		c.here.Done()
		<-c.gate
		c.gone.Done()
	}
	return c
}

// gather returns when n more wait.
func (c *crowd) gather(n uint64) {
	c.here.Add(int(n))
	c.gone.Add(int(n))
	for i := uint64(0); i < n; i++ {
		go c.member()
	}
	c.here.Wait()
}

// leave returns when all of them have ended.
func (c *crowd) leave() {
	close(c.gate)
	c.gone.Wait()
}

var parked *crowd // of the batches so far

// createLap makes lap.N Gs that run and wait: the whole of a benchmark.
//
// Batches add up until gs are parked, so each finds the earlier ones parked.
// The batch after that starts again, on what those left.
func createLap(lap *subject.Lap, gs uint64) {
	if parked == nil {
		parked = newCrowd()
	}
	before := parked.arrived.Load()
	lap.Start()
	parked.gather(lap.N)
	lap.Stop()
	lap.Did(parked.arrived.Load() - before)
	if parked.arrived.Load()+lap.N > gs {
		parked.leave()
		parked = nil
	}
}

var parkedBytes float64 // of the first crowd: later ones recycle it

// bytesParkedLap is the memory of each of lap.N Gs that have run and wait.
func bytesParkedLap(lap *subject.Lap) {
	c := newCrowd()
	runtime.GC()
	before := subject.RSS()
	c.gather(lap.N)
	if parkedBytes == 0 {
		parkedBytes = float64(subject.RSS()-before) / float64(lap.N)
	}
	lap.Value(parkedBytes)
	lap.Did(c.arrived.Load())
	c.leave()
}

var unstartedBytes float64 // of the first batch: later ones recycle it

// bytesUnstartedLap is the memory of each of lap.N Gs that have not run yet, as
// the first of them finds it.
func bytesUnstartedLap(lap *subject.Lap) {
	var wg sync.WaitGroup
	var spawned, ran atomic.Uint64
	var first sync.Once
	runtime.GC()
	before := subject.RSS()
	work := func() {
		first.Do(func() {
			if unstartedBytes == 0 {
				unstartedBytes = float64(subject.RSS()-before) / float64(spawned.Load())
			}
		})
		ran.Add(1)
		wg.Done()
	}
	wg.Add(int(lap.N))
	runtime.Gosched() // a new time slice: they are spawned well within it
	for i := uint64(0); i < lap.N; i++ {
		spawned.Add(1)
		go work()
	}
	wg.Wait()
	lap.Value(unstartedBytes)
	lap.Did(ran.Load())
}
