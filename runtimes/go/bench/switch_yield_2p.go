package bench

import (
	"runtime"
	"sync"
	"sync/atomic"

	"runtimes/go/subject"
)

func init() {
	subject.Add(subject.Bench{
		What:  "1000 Gs on two Ps yield; the time of a yield as the wall clock sees it",
		Unit:  "switch",
		Limit: "limit/yield_inline_1k",
		Procs: 2,
		Live:  1000,
		Run:   yieldOn2Ps,
	})
}

func yieldOn2Ps(lap *subject.Lap) {
	const gs = 1000
	var here, did atomic.Uint64
	var start atomic.Bool
	var wg sync.WaitGroup
	lap.Round(gs)
	each := lap.N / gs
	member := func() {
		turns := uint64(0)
		here.Add(1)
		for !start.Load() {
			runtime.Gosched()
		}
		for ; turns < each; turns++ {
			runtime.Gosched()
		}
		did.Add(turns)
		wg.Done()
	}
	wg.Add(gs)
	for i := 0; i < gs; i++ {
		go member()
	}
	for here.Load() < gs {
		runtime.Gosched()
	}
	lap.Start()
	start.Store(true)
	wg.Wait()
	lap.Stop()
	lap.Did(did.Load())
}
