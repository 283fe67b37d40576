# Finds folders and files by itself: a runtime is a folder in runtimes/ with C
# or assembly in it, a check, a benchmark, an example is a file.
#
#   make                    every subject, the runner, the examples
#   make RT="gort pthread"  only these; a path is a folder outside the tree
#   make CC=clang CFLAGS=-O0   CFLAGS is yours, CFLAGS_ALL is ours
.SUFFIXES:
.SECONDEXPANSION:
.DELETE_ON_ERROR:

B      ?= build
CFLAGS ?= -O2 -g
CPU    := $(shell uname -m)

CFLAGS_ALL = -std=gnu11 -Wall -Wextra -Wno-unused-parameter -pthread -D_GNU_SOURCE \
	-fno-omit-frame-pointer -fno-optimize-sibling-calls \
	-fstack-clash-protection -Iruntimes -Isuite
LDFLAGS_ALL = -pthread -Wl,-z,now
LDLIBS_ALL  = -ldw
