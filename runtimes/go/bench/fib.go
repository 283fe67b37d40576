package bench

import (
	"sync"

	"runtimes/go/subject"
)

// fib(20) and fib(30), and the forks that each takes: fib(n + 1) - 1
const (
	fib20, forks20 = 6765, 10945
	fib30, forks30 = 832040, 1346268
)

// fib is fib(n) by fork and join: a G for fib(n - 1), the rest in place.
func fib(n uint64) uint64 {
	if n < 2 {
		return n
	}
	var done sync.WaitGroup
	var forked uint64
	done.Add(1)
	go func() {
		forked = fib(n - 1)
		done.Done()
	}()
	rest := fib(n - 2)
	done.Wait()
	return forked + rest
}

// fibLap forks lap.N times, in whole trees: the whole of a benchmark.
func fibLap(lap *subject.Lap, n, value, forks uint64) {
	var did uint64
	lap.Round(forks)
	lap.Start()
	for i := uint64(0); i < lap.N; i += forks {
		if fib(n) == value {
			did += forks
		}
	}
	lap.Stop()
	lap.Did(did)
}
