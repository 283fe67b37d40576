package subject

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// The lines of suite/PROTOCOL.md, on a pipe that nothing else uses.
var report *os.File

// openReport finds the pipe.  Whoever this program starts does not get it, nor
// who asks for it.
func openReport() error {
	const name = "RT_REPORT_FD"
	said, given := os.LookupEnv(name)

	report = os.Stdout
	if !given {
		return nil
	}
	fd, err := strconv.Atoi(said)
	if err == nil {
		err = syscall.Fstat(fd, new(syscall.Stat_t))
	}
	if err != nil {
		return fmt.Errorf("%s=%s: %w", name, said, err)
	}
	syscall.CloseOnExec(fd)
	os.Unsetenv(name)
	report = os.NewFile(uintptr(fd), "report")
	return nil
}

// A record is a line; it is sent in one piece.
type record struct{ line []byte }

func newRecord(kind string) *record { return &record{line: []byte(kind)} }

var escapes = strings.NewReplacer("\t", `\t`, "\n", `\n`, "\r", `\r`, `\`, `\\`)

func (r *record) key(name string) {
	r.line = append(r.line, '\t')
	r.line = append(r.line, name...)
	r.line = append(r.line, '=')
}

func (r *record) text(key, value string) {
	r.key(key)
	r.line = append(r.line, escapes.Replace(value)...)
}

func (r *record) number(key string, value int64) {
	r.key(key)
	r.line = strconv.AppendInt(r.line, value, 10)
}

func (r *record) unsigned(key string, value uint64) {
	r.key(key)
	r.line = strconv.AppendUint(r.line, value, 10)
}

func (r *record) real(key string, value float64) {
	r.key(key)
	r.line = strconv.AppendFloat(r.line, value, 'g', 17, 64)
}

// send ends the program when nobody can hear it.
func (r *record) send() {
	if _, err := report.Write(append(r.line, '\n')); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(statusWrongCall)
	}
}
