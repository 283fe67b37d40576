package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "fib(20) on two Ps: a G for fib(n - 1), the rest in place, then a wait",
		Unit:  "fork",
		Limit: "limit/switch_asm",
		Procs: 2,
		Live:  forks20,
		N:     forks20,
		Note:  "WaitGroup and result escape to the heap",
		Run:   func(lap *subject.Lap) { fibLap(lap, 20, fib20, forks20) },
	})
}
