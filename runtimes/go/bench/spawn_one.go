package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "spawn a G, wait for it through a WaitGroup, spawn the next",
		Unit:  "spawn",
		Limit: "limit/switch_asm",
		Procs: 1,
		Live:  1,
		Run:   func(lap *subject.Lap) { spawnLap(lap, 1) },
	})
}
