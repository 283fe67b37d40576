package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "the same with a second P, which has nothing to do but look for work",
		Unit:  "hand-off",
		Limit: "limit/switch_asm",
		Procs: 2,
		Live:  2,
		Run:   pingpongLap,
	})
}
