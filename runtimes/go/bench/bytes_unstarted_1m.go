package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "memory of a G that has not run yet, among a million",
		Unit:  "G",
		Kind:  subject.Bytes,
		Needs: []string{"many"},
		Procs: 1,
		Live:  1000000,
		N:     1000000,
		Full:  true,
		Lacks: "the spawner is preempted after 10 ms: the first have run before there are a million",
	})
}
