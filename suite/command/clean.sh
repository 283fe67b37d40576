# clean - remove what was built; results in reports/out stay
#
# usage: ./run.sh clean
#
# options:
# shellcheck shell=bash

no_operands clean
rm -rf -- "$B"
