package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "call a function that panics and recovers",
		Unit:  "panic",
		Limit: "limit/call_ret",
		Procs: 1,
		Run:   func(lap *subject.Lap) { lap.Did(callOneByOne(lap, fails)) },
	})
}

func rescue(recovered *uint64) {
	if recover() != nil {
		*recovered++
	}
}

//go:noinline
func fails(recovered *uint64) {
	defer rescue(recovered)
	panic("again")
}
