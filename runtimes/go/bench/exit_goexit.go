package bench

import (
	"runtime"

	"runtimes/go/subject"
)

func init() {
	subject.Add(subject.Bench{
		What:  "spawn a G that defers one call and leaves by go_exit, wait for the call",
		Unit:  "exit",
		Limit: "limit/switch_asm",
		Procs: 1,
		Live:  1,
		Note:  "runtime.Goexit",
		Run:   func(lap *subject.Lap) { leaveOneByOne(lap, byGoexit) },
	})
}

func byGoexit(leave func()) {
	defer leave()
	runtime.Goexit()
}
