package subject

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// What Go does of suite/PROTOCOL.md's list.  A stack ends at a check in the
// head of each function, not at a page; MXCSR is not kept; and no API tells what
// `stat` means.
const abilities = "stackful,guard,recycle,steal,ring,many,preempt,blocking,lock_thread,runnext,parallel,order"

const firstStackBytes = 2048

// revision of the suite, set by the build
var revision = "unknown"

func list() {
	listRuntime()
	listBuild()
	for _, b := range sorted() {
		listBench(b)
	}
}

func listRuntime() {
	r := newRecord("runtime")
	r.text("name", "go")
	r.text("description", "the real Go: its runtime, its compiler, stacks that grow from 2 KiB")
	r.number("protocol", 1)
	r.text("abilities", abilities)
	r.number("max_live", 0)
	r.number("stack_bytes", firstStackBytes)
	r.text("replaced", "")
	r.send()
}

// settings that say how this program was built
func settings() string {
	var said []string
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Value != "" && s.Key != "-compiler" {
			said = append(said, s.Key+"="+s.Value)
		}
	}
	return strings.Join(said, " ")
}

func listBuild() {
	r := newRecord("build")
	r.text("cc", fmt.Sprintf("go version %s %s/%s", runtime.Version(), runtime.GOOS, runtime.GOARCH))
	r.text("cflags", settings())
	r.text("revision", revision)
	r.send()
}

func listBench(b *Bench) {
	full := map[bool]int64{true: 1}[b.Full]
	r := newRecord("bench")
	r.text("id", b.id)
	r.text("what", b.What)
	r.text("unit", b.Unit)
	r.text("kind", b.Kind.String())
	r.text("limit", b.Limit)
	r.text("needs", strings.Join(b.Needs, ","))
	r.number("procs", int64(b.Procs))
	r.unsigned("live", b.Live)
	r.text("sizes", strings.Trim(strings.ReplaceAll(fmt.Sprint(b.Sizes), " ", ","), "[]"))
	r.unsigned("n", b.N)
	r.number("full", full)
	r.text("file", b.file)
	r.text("note", b.Note)
	r.send()
}
