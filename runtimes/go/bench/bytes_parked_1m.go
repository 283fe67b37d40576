package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "memory of a G that has run and waits, among a million",
		Unit:  "G",
		Kind:  subject.Bytes,
		Needs: []string{"many"},
		Procs: 1,
		Live:  1000000,
		N:     1000000,
		Full:  true,
		Note:  "the parked wait at one channel: a sudog each",
		Run:   bytesParkedLap,
	})
}
