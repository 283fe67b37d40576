package bench

import (
	"os"
	"syscall"

	"runtimes/go/subject"
)

func init() {
	subject.Add(subject.Bench{
		What:  "a short call into the kernel, getpid, as one that might block",
		Unit:  "call",
		Limit: "limit/getpid_syscall",
		Needs: []string{"blocking"},
		Procs: 1,
		Note:  "syscall.Syscall, which enters and leaves the state of a system call",
		Run:   blockGetpid,
	})
}

func blockGetpid(lap *subject.Lap) {
	pid := uintptr(os.Getpid())
	var right uint64
	lap.Start()
	for i := uint64(0); i < lap.N; i++ {
		if got, _, _ := syscall.Syscall(syscall.SYS_GETPID, 0, 0, 0); got == pid {
			right++
		}
	}
	lap.Stop()
	lap.Did(right)
}
