package subject

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// The rules of suite/subject/bench.c.
const (
	batches    = 8
	batchNs    = 300000      // a batch lasts at least that
	patienceNs = 2000000000  // a block: then no further batch;
	fullNs     = 20000000000 // that of a benchmark that is Full
	eventsIn   = 16384 / 24  // a record of events: so many at most
)

// A block is batches of n operations, timed and proven.  A cell is calibrated
// once, by a call with n = 0; the blocks that count are told n.
type block struct {
	bench              *Bench
	call               *call
	expected, observed uint64 // proof, summed over the batches
	redone             uint64
}

func (b *block) patience() int64 {
	if b.bench.Full {
		return fullNs
	}
	return patienceNs
}

// batch runs one; its N is what was done, rounded by the body.
func (b *block) batch(n uint64) *Lap {
	lap := &Lap{N: n, Size: b.call.size}
	if lap.Size == 0 && len(b.bench.Sizes) > 0 {
		lap.Size = b.bench.Sizes[0]
	} else if lap.Size == 0 {
		lap.Size = b.bench.Live
	}
	start := Now()
	b.bench.Run(lap)
	lap.wallNs = Now() - start
	if b.bench.Kind != Time {
		lap.ns = lap.wallNs
	}
	if b.bench.Kind == Latency && !lap.proven {
		lap.counted = uint64(len(lap.events))
	}
	return lap
}

func recordEvents(events []int64) {
	for len(events) > 0 {
		now := events
		if len(now) > eventsIn {
			now = now[:eventsIn]
		}
		events = events[len(now):]
		list := make([]string, len(now))
		for i, ns := range now {
			list[i] = strconv.FormatInt(ns, 10)
		}
		r := newRecord("event")
		r.text("ns", strings.Join(list, ","))
		r.send()
	}
}

func (b *block) record(lap *Lap) {
	b.expected += lap.N
	b.observed += lap.counted
	b.redone += lap.redone
	if b.bench.Kind == Time {
		r := newRecord("sample")
		r.number("ns", lap.ns)
		r.unsigned("ops", lap.N)
		r.send()
	}
	recordEvents(lap.events)
	if lap.value != nil {
		r := newRecord("value")
		r.real("value", *lap.value)
		r.send()
	}
}

func refuse(reason string) {
	r := newRecord("refused")
	r.text("reason", reason)
	r.send()
}

// refused says why the batch is none, if so: as the body says, or by its time
// when nobody said before that it is bearable.
func (b *block) refused(lap *Lap) bool {
	if lap.refused != "" {
		refuse(lap.refused)
	} else if b.call.n == 0 && lap.wallNs > b.patience() {
		refuse(fmt.Sprintf("%d x %s takes %.1f s", lap.N, b.bench.Unit, float64(lap.wallNs)*1e-9))
	} else {
		return false
	}
	return true
}

// fixedN is 0 when n is to be calibrated.
func (b *block) fixedN() uint64 {
	if b.call.n != 0 {
		return b.call.n
	}
	if b.bench.N == 0 && b.bench.Kind == Bytes {
		return 1
	}
	return b.bench.N
}

// calibrate finds the n of a batch that lasts batchNs, confirmed by a second
// reading, since one disturbed reading would end the search too early; 0 when
// it is refused.
func (b *block) calibrate() uint64 {
	var lap *Lap
	n := uint64(1)
	start := Now()
	for longEnough := 0; longEnough < 2; {
		lap = b.batch(n)
		n = lap.N
		if b.refused(lap) {
			return 0
		}
		if Now()-start > b.patience() {
			break
		}
		switch {
		case lap.ns >= batchNs:
			longEnough++
		case lap.ns*16 < batchNs:
			n, longEnough = n*8, 0
		default:
			n, longEnough = n*2, 0
		}
	}
	r := newRecord("calibrated")
	r.unsigned("n", n)
	r.number("ns", lap.ns)
	r.send()
	return n
}

func (b *block) recordProof() {
	r := newRecord("proof")
	r.unsigned("expected", b.expected)
	r.unsigned("observed", b.observed)
	r.send()

	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	r = newRecord("counters")
	r.number("utime_us", used.Utime.Nano()/1000)
	r.number("stime_us", used.Stime.Nano()/1000)
	r.number("minflt", used.Minflt)
	r.number("majflt", used.Majflt)
	r.number("nvcsw", used.Nvcsw)
	r.number("nivcsw", used.Nivcsw)
	r.number("maxrss_kb", used.Maxrss)
	r.unsigned("redone", b.redone)
	r.send()
}

func (b *block) runBatches(n uint64) {
	count := b.call.batches
	if count == 0 {
		count = batches
	}
	start := Now()
	for i := 0; i < count; i++ {
		lap := b.batch(n)
		if b.refused(lap) {
			return
		}
		b.record(lap)
		if Now()-start > b.patience() {
			break
		}
	}
	b.recordProof()
}

// refusedUnseen refuses what Go does not claim, or has no operation for.
func (b *block) refusedUnseen() bool {
	for _, need := range b.bench.Needs {
		if !strings.Contains(","+abilities+",", ","+need+",") {
			refuse("needs " + need)
			return true
		}
	}
	if b.bench.Lacks != "" {
		refuse(b.bench.Lacks)
	}
	return b.bench.Lacks != ""
}

func (b *block) run() {
	if !b.refusedUnseen() {
		n := b.fixedN()
		if n == 0 {
			n = b.calibrate()
		}
		if n != 0 {
			b.runBatches(n)
		}
	}
	r := newRecord("end")
	if nonce, given := os.LookupEnv("RT_NONCE"); given {
		r.text("nonce", nonce)
	}
	r.send()
}
