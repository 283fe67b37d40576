package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "from the spawn to the start of a G that is still in another P's runnext",
		Unit:  "steal",
		Limit: "limit/cacheline_pingpong",
		Kind:  subject.Latency,
		Needs: []string{"steal"},
		Procs: 2,
		N:     500,
		Note:  "elsewhere is another M: no API names the P",
		Run:   func(lap *subject.Lap) { stealEvents(lap, false, 0) },
	})
}
