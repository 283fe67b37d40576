package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "from the spawn of a G to its start on a P that has been idle for 2 ms",
		Unit:  "steal",
		Limit: "limit/futex_wake",
		Kind:  subject.Latency,
		Needs: []string{"steal"},
		Procs: 2,
		N:     20,
		Note:  "elsewhere is another M: no API names the P",
		Run:   func(lap *subject.Lap) { stealEvents(lap, true, 2000000) },
	})
}
