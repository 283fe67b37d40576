# setup - install what is missing (Debian packages)
#
# usage: ./run.sh setup [--dev]
#
# As root or through sudo; otherwise the one command is printed.  `all` and
# `test` do this by themselves.
#
# options: --dev
# shellcheck shell=bash

no_operands setup
set_up needed better ${OPT[--dev]:+dev}
echo "everything is here"
