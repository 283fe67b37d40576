package bench

import (
	"runtime"

	"runtimes/go/subject"
)

func init() {
	subject.Add(subject.Bench{
		What:  "the return addresses of ten frames, by go_callers",
		Unit:  "trace",
		Limit: "limit/call_ret",
		Procs: 1,
		Note:  "runtime.Callers",
		Run:   func(lap *subject.Lap) { lap.Did(dig(traceDepth, lap)) },
	})
}

const traceDepth = 10

// trace is at the bottom; every trace fills pcs: the frames above are as many.
//
//go:noinline
func trace(n uint64) uint64 {
	var pcs [traceDepth]uintptr
	var whole uint64
	for i := uint64(0); i < n; i++ {
		if runtime.Callers(0, pcs[:]) == traceDepth {
			whole++
		}
	}
	return whole
}

//go:noinline
func dig(depth int, lap *subject.Lap) uint64 {
	if depth > 0 {
		return dig(depth-1, lap)
	}
	lap.Start()
	whole := trace(lap.N)
	lap.Stop()
	return whole
}
