package bench

import (
	"sync"

	"runtimes/go/subject"
)

// leaver is what a G of leaveOneByOne runs: it defers leave.
type leaver func(leave func())

// leaveOneByOne spawns a G with one deferred call, lets it leave, and waits for
// that call.  Two ways to leave, the same shape: exit_goexit and exit_return
// compare.
func leaveOneByOne(lap *subject.Lap, way leaver) {
	var wg sync.WaitGroup
	var left uint64
	leave := func() {
		left++
		wg.Done()
	}
	work := func() { way(leave) }
	lap.Start()
	for i := uint64(0); i < lap.N; i++ {
		wg.Add(1)
		go work()
		wg.Wait()
	}
	lap.Stop()
	lap.Did(left)
}
