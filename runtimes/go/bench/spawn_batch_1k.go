package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "spawn 1000 Gs, then wait until all have run",
		Unit:  "spawn",
		Limit: "limit/switch_asm",
		Procs: 1,
		Live:  1000,
		Run:   func(lap *subject.Lap) { spawnLap(lap, 1000) },
	})
}
