package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "spawn 100 000 Gs, then wait until all have run",
		Unit:  "spawn",
		Limit: "limit/switch_asm",
		Procs: 1,
		Live:  100000,
		N:     100000,
		Run:   func(lap *subject.Lap) { spawnLap(lap, 100000) },
	})
}
