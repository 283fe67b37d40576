package subject

import (
	"fmt"
	"time"
)

var epoch = time.Now()

// Now is the monotonic clock in ns: one reading of it, as go_now in C.
func Now() int64 { return int64(time.Since(epoch)) }

// A Lap is one batch.  A benchmark does N operations between Start and Stop and
// proves it: Did(counted), where the count comes from what the other side saw.
type Lap struct {
	N    uint64 // operations to do; may be rounded by Round
	Size uint64 // value of the scan, or Live

	started int64
	ns      int64 // between Start and Stop, summed
	wallNs  int64 // the whole of Run
	counted uint64
	proven  bool
	value   *float64
	events  []int64
	redone  uint64
	refused string
}

func (l *Lap) Start() { l.started = Now() }
func (l *Lap) Stop()  { l.ns += Now() - l.started }

// Did says how many operations the other side counted.
func (l *Lap) Did(counted uint64) {
	l.counted += counted
	l.proven = true
}

// Event is one event of a Latency.
func (l *Lap) Event(ns int64) { l.events = append(l.events, ns) }

// Redone says how many events were done again, as none of their kind.
func (l *Lap) Redone(n uint64) { l.redone += n }

// Value is the figure of a Bytes.
func (l *Lap) Value(value float64) { l.value = &value }

// Round makes N a multiple of k, at least k: call before Start.
func (l *Lap) Round(k uint64) {
	l.N = l.N / k * k
	if l.N == 0 {
		l.N = k
	}
}

// Refuse says that this cannot be done here, and why; Run returns after it.
func (l *Lap) Refuse(format string, args ...any) {
	l.refused = fmt.Sprintf(format, args...)
}
