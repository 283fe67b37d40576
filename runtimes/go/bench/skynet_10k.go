package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "a tree of 11 111 Gs on two Ps, ten below each, adds up over channels",
		Unit:  "G",
		Limit: "limit/switch_asm",
		Procs: 2,
		Live:  11111,
		N:     11111,
		Run:   func(lap *subject.Lap) { skynetLap(lap, 10000, 11111) },
	})
}
