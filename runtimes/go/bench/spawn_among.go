package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "spawn a G and wait for it, while many others are parked",
		Unit:  "spawn",
		Limit: "limit/switch_asm",
		Procs: 1,
		N:     5000,
		Sizes: []uint64{1, 10, 100, 1000, 10000, 100000},
		Note:  "the parked wait at one channel: a sudog each",
		Run:   spawnAmong,
	})
}

func spawnAmong(lap *subject.Lap) {
	c := newCrowd()
	c.gather(lap.Size)
	spawnLap(lap, 1)
	c.leave()
}
