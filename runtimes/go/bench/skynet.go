package bench

import "runtimes/go/subject"

// skynet sums first .. first+leaves-1 and sends the sum up: ten Gs below each,
// down to those that have a number of their own.
func skynet(up chan<- uint64, first, leaves uint64) {
	if leaves == 1 {
		up <- first
		return
	}
	below := make(chan uint64)
	for i := uint64(0); i < 10; i++ {
		go skynet(below, first+i*leaves/10, leaves/10)
	}
	var sum uint64
	for i := 0; i < 10; i++ {
		sum += <-below
	}
	up <- sum
}

func wholeTree(leaves uint64) bool {
	up := make(chan uint64)
	go skynet(up, 0, leaves)
	return <-up == leaves*(leaves-1)/2
}

// skynetLap makes lap.N Gs, in whole trees: the whole of a benchmark.
func skynetLap(lap *subject.Lap, leaves, gs uint64) {
	var did uint64
	lap.Round(gs)
	lap.Start()
	for i := uint64(0); i < lap.N; i += gs {
		if wholeTree(leaves) {
			did += gs
		}
	}
	lap.Stop()
	lap.Did(did)
}
