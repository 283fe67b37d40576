package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "make Gs that run and wait, 12 500 a batch, until 100 000 are parked",
		Unit:  "G",
		Limit: "limit/page_fault",
		Needs: []string{"many"},
		Procs: 1,
		Live:  100000,
		N:     100000 / 8,
		Note:  "the parked wait at one channel: a sudog each",
		Run:   func(lap *subject.Lap) { createLap(lap, 100000) },
	})
}
