package subject

import (
	"os"
	"strconv"
	"strings"
)

// kibIn is the number behind "key:" in a file of /proc, in KiB; 0 when there
// is none.
func kibIn(path, key string) int64 {
	text, _ := os.ReadFile(path)
	for _, line := range strings.Split(string(text), "\n") {
		fields := strings.Fields(line)
		if len(fields) > 1 && fields[0] == key+":" {
			kib, _ := strconv.ParseInt(fields[1], 10, 64)
			return kib
		}
	}
	return 0
}

// RSS is the bytes of this process that are resident, page tables included.
//
// As lap_rss in C: the kernel's sum over all mappings is exact and walks over
// them; its running counters may be off by some 100 KiB.
func RSS() int64 {
	const large = 1 << 20
	rss := kibIn("/proc/self/status", "VmRSS")
	if rss < large {
		rss = kibIn("/proc/self/smaps_rollup", "Rss")
	}
	return 1024 * (rss + kibIn("/proc/self/status", "VmPTE"))
}
