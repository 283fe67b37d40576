package bench

import (
	"sync"

	"runtimes/go/subject"
)

func init() {
	subject.Add(subject.Bench{
		What:  "a producer and a consumer, a channel of 128 between them",
		Unit:  "value",
		Limit: "limit/switch_asm",
		Procs: 1,
		Live:  2,
		Run:   chanBuffered,
	})
}

func chanBuffered(lap *subject.Lap) {
	var received, sum uint64
	var wg sync.WaitGroup
	c := make(chan uint64, 128)
	wg.Add(1)
	go func() {
		for v := range c {
			received++
			sum += v
		}
		wg.Done()
	}()
	lap.Start()
	for i := uint64(0); i < lap.N; i++ {
		c <- i
	}
	close(c)
	wg.Wait()
	lap.Stop()
	if sum != lap.N*(lap.N-1)/2 {
		received = 0
	}
	lap.Did(received)
}
