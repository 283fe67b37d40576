package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "a tree of 1 111 111 Gs on two Ps, ten below each, adds up over channels",
		Unit:  "G",
		Limit: "limit/switch_asm",
		Procs: 2,
		Needs: []string{"many"},
		Live:  1111111,
		N:     1111111,
		Full:  true,
		Run:   func(lap *subject.Lap) { skynetLap(lap, 1000000, 1111111) },
	})
}
