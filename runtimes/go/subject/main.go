// Package subject lists and runs benchmarks as suite/PROTOCOL.md says: what
// suite/subject is to the runtimes in C.
package subject

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
)

// Exit statuses of a call.  Go starts any number of Ps, so 1 does not occur.
const (
	statusDone      = 0
	statusWrongCall = 2
)

// What follows the name of the command; zero where nothing was given.
type call struct {
	id      string
	procs   int
	batches int
	seed    uint64
	size    uint64
	n       uint64
}

const usageText = `usage: %[1]s list
       %[1]s bench ID [--procs N] [--size K] [--n N] [--batches B] [--seed S]
`

func usage(self string) int {
	fmt.Fprintf(os.Stderr, usageText, self)
	return statusWrongCall
}

// Main carries out one call and returns the exit status.
func Main(args []string) int {
	if len(args) < 2 {
		return usage(args[0])
	}
	if err := openReport(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return statusWrongCall
	}
	switch args[1] {
	case "list":
		list()
		return statusDone
	case "bench":
		c, err := parse(args[2:])
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", args[0], err)
			return usage(args[0])
		}
		return runBench(c)
	}
	return usage(args[0])
}

// number makes a flag that takes a decimal number of [least, most].
func number(flags *flag.FlagSet, name string, least, most uint64, set func(uint64)) {
	flags.Func(name, "", func(text string) error {
		n, err := strconv.ParseUint(text, 10, 64)
		if err != nil || n < least || n > most {
			return fmt.Errorf("out of range")
		}
		set(n)
		return nil
	})
}

func parse(args []string) (*call, error) {
	const most = 1<<64 - 1
	c := &call{seed: 1}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	number(flags, "procs", 1, 64, func(n uint64) { c.procs = int(n) })
	number(flags, "batches", 1, 1000000, func(n uint64) { c.batches = int(n) })
	number(flags, "seed", 0, most, func(n uint64) { c.seed = n })
	number(flags, "size", 0, most, func(n uint64) { c.size = n })
	number(flags, "n", 0, most, func(n uint64) { c.n = n })

	if len(args) == 0 {
		return nil, fmt.Errorf("bench which?")
	}
	c.id = args[0]
	err := flags.Parse(args[1:])
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("what is %q?", flags.Arg(0))
	}
	return c, err
}

func runBench(c *call) int {
	b := find(c.id)
	if b == nil {
		fmt.Fprintf(os.Stderr, "no benchmark '%s'\n", c.id)
		return statusWrongCall
	}
	if c.procs == 0 {
		c.procs = b.Procs
	}
	runtime.GOMAXPROCS(c.procs)
	begin := newRecord("begin")
	begin.text("id", c.id)
	begin.number("procs", int64(c.procs))
	begin.unsigned("size", c.size)
	begin.unsigned("seed", c.seed)
	begin.send()
	(&block{bench: b, call: c}).run()
	return statusDone
}
