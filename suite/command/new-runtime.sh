# new-runtime - begin a runtime: a folder that builds and is honestly red
#
# usage: ./run.sh new-runtime NAME
#
# Writes runtimes/NAME with every call of runtimes/rt.h, none of them written
# yet, and says what to do next.  NAME: a small letter, then small letters,
# digits and _, 32 in all.
#
# options:
# shellcheck shell=bash

[ ${#OPERANDS[@]} = 1 ] || usage "new-runtime takes one name"
name=${OPERANDS[0]}
[[ $name =~ ^[a-z][a-z0-9_]{0,31}$ && $name != limit ]] ||
    usage "'$name': a name is a small letter, then up to 31 of a-z 0-9 _ (and not 'limit')"
[ ! -e "runtimes/$name" ] || usage "runtimes/$name exists already"

mkdir "runtimes/$name" 2>/dev/null || die 3 "cannot write to runtimes/"
sed "s/NAME/$name/g" suite/template/runtime.c >"runtimes/$name/$name.c" ||
    die 3 "cannot write to runtimes/$name/"
cat <<END
runtimes/$name/$name.c   builds, and fails every check: nothing in it is written yet

next
  runtimes/README.md                     the calls in the order to write them
  ./run.sh check -r $name 'start/*'      what to run after each
  runtimes/$name/expect                  what you try and know to fail, if anything:
                                         check glob, verdict, reason
END
