package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "from the spawn of a queued G to its start on a P idle for up to 2 us",
		Unit:  "steal",
		Limit: "limit/cacheline_pingpong",
		Kind:  subject.Latency,
		Needs: []string{"steal"},
		Procs: 2,
		N:     500,
		Note:  "elsewhere is another M: no API names the P",
		Run:   func(lap *subject.Lap) { stealEvents(lap, true, 0) },
	})
}
