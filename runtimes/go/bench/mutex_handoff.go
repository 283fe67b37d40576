package bench

import (
	"sync"

	"runtimes/go/subject"
)

func init() {
	subject.Add(subject.Bench{
		What:  "two Gs on one P wait for a mutex that the other unlocks; counted one way",
		Unit:  "hand-off",
		Limit: "limit/switch_asm",
		Procs: 1,
		Live:  2,
		Note:  "sync.Mutex wakes a waiter but does not hand over",
		Run:   mutexHandoff,
	})
}

func mutexHandoff(lap *subject.Lap) {
	var ping, pong sync.Mutex
	var served uint64
	var over bool
	var wg sync.WaitGroup
	trip := func() {
		ping.Unlock()
		pong.Lock()
	}
	lap.Round(2)
	ping.Lock()
	pong.Lock()
	wg.Add(1)
	go func() {
		for {
			ping.Lock() // held: waits until it is unlocked
			served++
			stop := over
			pong.Unlock()
			if stop {
				break
			}
		}
		wg.Done()
	}()
	trip() // both stacks are warm, and it waits again

	served = 0
	lap.Start()
	for i := uint64(0); i < lap.N; i += 2 {
		trip()
	}
	lap.Stop()
	lap.Did(2 * served)
	over = true
	trip()
	wg.Wait()
}
