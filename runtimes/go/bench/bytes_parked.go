package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "memory of a G that has run and waits, among 10 000",
		Unit:  "G",
		Kind:  subject.Bytes,
		Procs: 1,
		Live:  10000,
		N:     10000,
		Note:  "the parked wait at one channel: a sudog each",
		Run:   bytesParkedLap,
	})
}
