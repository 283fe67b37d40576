# setup - install what is missing (Debian packages)
#
# usage: ./run.sh setup [--dev] [-r RUNTIMES]
#
# As root or through sudo; otherwise the one command is printed.  `all` and
# `test` do this by themselves.  What a runtime that is not C needs is installed
# only when -r names it: ./run.sh setup -r go
#
# options: --dev -r
# shellcheck shell=bash

no_operands setup
classes=(needed better ${OPT[--dev]:+dev})
runtimes=${OPT[-r]:-}
for name in ${runtimes//,/ }; do
    in_c "runtimes/$name" || external "runtimes/$name" ||
        usage "no runtime '$name' in runtimes/$(tree_runtimes | did_you_mean "$name")"
    classes+=("runtime:$name")
done
set_up "${classes[@]}"
echo "everything is here"
