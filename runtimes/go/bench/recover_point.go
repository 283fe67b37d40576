package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "call a function that defers a call that would recover, and returns",
		Unit:  "call",
		Limit: "limit/call_ret",
		Procs: 1,
		Run:   func(lap *subject.Lap) { lap.Did(callOneByOne(lap, recoverable)) },
	})
}

func rescueNone(calls *uint64) {
	if recover() == nil {
		*calls++
	}
}

//go:noinline
func recoverable(calls *uint64) {
	defer rescueNone(calls)
}
