// The real Go as a subject: the benchmarks of suite/bench, written in Go, in
// a program that speaks suite/PROTOCOL.md.
//
// A benchmark is a file in bench/ that adds itself; subject/ is the rest.
package main

import (
	"os"

	_ "runtimes/go/bench"
	"runtimes/go/subject"
)

func main() {
	os.Exit(subject.Main(os.Args))
}
