# count - instructions and system calls of an operation, exact
#
# usage: ./run.sh count [-r RUNTIMES] [PATTERN...]
#
# Steps through every benchmark on one P, one instruction at a time, with all
# other threads held: no clock, no statistics, the same digits in every run.  What
# needs another thread to go on is not counted, and why is said.
#
#   ./run.sh count 'switch_*' -r gort,ucontext
#
# options: -r -o
# shellcheck shell=bash

choose_runtimes
only_plain count
check_patterns bench
set_up needed
COUNT_STEPS=${COUNT_STEPS:-300000} measure count
