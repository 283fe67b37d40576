package bench

import "runtimes/go/subject"

func init() {
	subject.Add(subject.Bench{
		What:  "1000 Gs on one P yield in turn, at 8 call sites in random order",
		Unit:  "switch",
		Limit: "limit/yield_inline_1k",
		Procs: 1,
		Live:  1000,
		Run:   yieldAt8Sites,
	})
}

var members = [8]func(*ring){
	member[[1]byte], member[[2]byte], member[[3]byte], member[[4]byte],
	member[[5]byte], member[[6]byte], member[[7]byte], member[[8]byte],
}

func yieldAt8Sites(lap *subject.Lap) {
	random := uint64(1) // the same order for every runtime and batch
	r := newRing(lap, 1000)
	for i := 0; i < 1000; i++ {
		random = random*6364136223846793005 + 1442695040888963407
		r.spawn(members[random>>61])
	}
	r.run()
}
