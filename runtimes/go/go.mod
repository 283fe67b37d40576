module runtimes/go

go 1.19
