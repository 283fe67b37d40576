package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "make a million Gs that run and wait",
		Unit:  "G",
		Limit: "limit/page_fault",
		Needs: []string{"many"},
		Procs: 1,
		Live:  1000000,
		N:     1000000,
		Full:  true,
		Note:  "the parked wait at one channel: a sudog each",
		Run:   func(lap *subject.Lap) { createLap(lap, 1000000) },
	})
}
