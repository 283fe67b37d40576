package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "memory of a G that has not run yet, among 10 000",
		Unit:  "G",
		Kind:  subject.Bytes,
		Procs: 1,
		Live:  10000,
		N:     10000,
		Note:  "as the first to run finds it; the spawner is preempted after 10 ms, so now and then it is among fewer",
		Run:   bytesUnstartedLap,
	})
}
