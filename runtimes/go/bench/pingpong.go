package bench

import (
	"sync"

	"runtimes/go/subject"
)

// pingpongLap sends a value to and fro over two unbuffered channels, lap.N
// hand-offs: the whole of a benchmark.
func pingpongLap(lap *subject.Lap) {
	ping, pong := make(chan uint64), make(chan uint64)
	var received, cameBack uint64
	var wg sync.WaitGroup
	lap.Round(2)
	wg.Add(1)
	go func() {
		for v := range ping {
			received++
			pong <- v
		}
		wg.Done()
	}()
	ping <- 0
	<-pong

	received = 0 // it waits for ping again
	lap.Start()
	for i := uint64(0); i < lap.N; i += 2 {
		ping <- i
		if <-pong == i {
			cameBack++
		}
	}
	lap.Stop()
	close(ping)
	wg.Wait()
	lap.Did(received + cameBack)
}
