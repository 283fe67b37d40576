package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "spawn a G that defers one call and returns, wait for the call",
		Unit:  "exit",
		Limit: "limit/switch_asm",
		Procs: 1,
		Live:  1,
		Run:   func(lap *subject.Lap) { leaveOneByOne(lap, byReturn) },
	})
}

func byReturn(leave func()) {
	defer leave()
}
