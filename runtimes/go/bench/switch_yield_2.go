package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "two Gs on one P pass it to and fro by yielding, at one call site",
		Unit:  "switch",
		Limit: "limit/yield_inline_2",
		Procs: 1,
		Live:  2,
		Run:   func(lap *subject.Lap) { ringLap(lap, 2) },
	})
}
