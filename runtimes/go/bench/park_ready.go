package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "two Gs on one P: ready the other, park; counted one way",
		Unit:  "hand-off",
		Limit: "limit/switch_asm",
		Procs: 1,
		Live:  2,
		Lacks: "a Go program can neither park nor ready: see chan_pingpong, mutex_handoff",
	})
}
