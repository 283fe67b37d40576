package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "fib(30) on one P: a G for fib(n - 1), the rest in place, then a wait",
		Unit:  "fork",
		Limit: "limit/switch_asm",
		Procs: 1,
		Live:  forks30,
		N:     forks30,
		Full:  true,
		Note:  "WaitGroup and result escape to the heap",
		Run:   func(lap *subject.Lap) { fibLap(lap, 30, fib30, forks30) },
	})
}
