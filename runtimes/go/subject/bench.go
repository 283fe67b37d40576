package subject

import (
	"path"
	"runtime"
	"sort"
	"strings"
)

// Kind is what a benchmark measures.
type Kind int

const (
	Time    Kind = iota // batches of n operations: ns per operation
	Latency             // single events, each timed: ns
	Bytes               // memory per thing: bytes
)

func (k Kind) String() string { return [...]string{"time", "latency", "bytes"}[k] }

// A Bench is a benchmark: the fields of BENCH in suite/suite.h, and what the
// two programs do differently.
type Bench struct {
	What  string // word for word as in suite/bench
	Unit  string
	Limit string
	Kind  Kind
	Needs []string
	Procs int
	Live  uint64
	Sizes []uint64
	N     uint64
	Full  bool

	Note  string // how the operation differs from that in C, if it does
	Lacks string // why there is no such operation; then Run is not called
	Run   func(*Lap)

	id, file string
}

var benches = map[string]*Bench{}

// Add adds a benchmark; the name of the file that calls it is its id.
func Add(b Bench) {
	_, file, _, ok := runtime.Caller(1)
	b.id = strings.TrimSuffix(path.Base(file), ".go")
	b.file = file
	if !ok || benches[b.id] != nil {
		panic("no file of its own: " + b.What)
	}
	benches[b.id] = &b
}

func find(id string) *Bench { return benches[id] }

// sorted returns all benchmarks by id.
func sorted() []*Bench {
	var all []*Bench
	for _, b := range benches {
		all = append(all, b)
	}
	sort.Slice(all, func(i, k int) bool { return all[i].id < all[k].id })
	return all
}
