package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "call a function that defers one call and returns",
		Unit:  "call",
		Limit: "limit/call_ret",
		Procs: 1,
		Run: func(lap *subject.Lap) {
			lap.Did(callOneByOne(lap, defers))
		},
	})
}

// callOneByOne calls fn, which counts what it has deferred.
func callOneByOne(lap *subject.Lap, fn func(count *uint64)) uint64 {
	var count uint64
	lap.Start()
	for i := uint64(0); i < lap.N; i++ {
		fn(&count)
	}
	lap.Stop()
	return count
}

func count(calls *uint64) { *calls++ }

//go:noinline
func defers(calls *uint64) {
	defer count(calls)
}
