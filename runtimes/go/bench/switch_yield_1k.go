package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "1000 Gs on one P yield in turn, all at one call site",
		Unit:  "switch",
		Limit: "limit/yield_inline_1k",
		Procs: 1,
		Live:  1000,
		Run:   func(lap *subject.Lap) { ringLap(lap, 1000) },
	})
}
