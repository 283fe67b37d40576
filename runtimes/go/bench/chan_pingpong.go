package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "8 bytes to and fro over two unbuffered channels; counted one way",
		Unit:  "hand-off",
		Limit: "limit/switch_asm",
		Procs: 1,
		Live:  2,
		Run:   pingpongLap,
	})
}
