# Finds folders and files by itself: a runtime is a folder in runtimes/ that
# holds C files, or a subject.mk, which says how it is built; a check, a
# benchmark, an example is a file.  Adding edits nothing.
#
#   make                        every subject, the runner, the examples
#   make RT="gort ../mine"      only these runtimes; a path is a folder anywhere
#   make RT=gort@no_runnext     a variant: runtimes/gort/variants/no_runnext.mk
#   make RT=gort+tsan           compiled to find bugs: suite/builds/tsan.mk
#   make planted RT=gort+tsan   the bugs that it has to find: suite/builds/test
#   make CC=clang CFLAGS=-O0    CFLAGS is yours, CFLAGS_ALL is ours
#   make B=/tmp/b               build somewhere else
.SUFFIXES:
.DELETE_ON_ERROR:

B      ?= build
CFLAGS ?= -O2
CPU    := $(shell uname -m)
RT     ?= $(sort $(call folders,*.c)) $(foreach r,$(call folders,subject.mk),$(call found,$r))

CFLAGS_ALL  = -std=gnu11 -g -Wall -Wextra -Wno-unused-parameter -D_GNU_SOURCE \
	-pthread -fno-omit-frame-pointer -fno-optimize-sibling-calls \
	-fstack-clash-protection -Isuite -idirafter runtimes
# calls of a runtime and of the shared layer may end in a jump: a switch that is
# jumped to is one return less to mispredict
OWN         = -foptimize-sibling-calls
LDFLAGS_ALL = -pthread -Wl,-z,now

# runtimes of the tree that hold such a file
folders = $(notdir $(patsubst %/,%,$(dir $(wildcard runtimes/*/$1))))
# one of RT is [FOLDER/]NAME[@VARIANT][+BUILD]
name    = $(notdir $(patsubst %/,%,$1))
stem    = $(firstword $(subst +, ,$(call name,$1)))
build   = $(addprefix +,$(word 2,$(subst +, ,$(call name,$1))))
variant = $(word 2,$(subst @, ,$(call stem,$1)))
folder  = $(if $(findstring /,$1),$(dir $(patsubst %/,%,$1)),runtimes/)$(firstword $(subst @, ,$(call stem,$1)))
# a runtime that is not C is there where its tool is
found   = $(if $(shell command -v $(tool_$1) 2>/dev/null),$1)
need    = @command -v $(tool_$1) >/dev/null || { echo "runtime $1: error: $(tool_$1)" \
	"is not installed: apt-get install $(package_$1)" >&2; exit 1; }
REVISION   := $(shell git describe --always --dirty 2>/dev/null || echo unknown)

SHARED   := $(wildcard runtimes/*.c runtimes/$(CPU)/*.S)
# those that a runtime's rt_inline.h goes into: built for each
INLINES  := $(shell grep -l '<rt_inline.h>' $(SHARED))
SUBJECT  := $(wildcard suite/subject/*.c)
CHECKS   := $(wildcard suite/check/*/*.c)
BENCHES  := $(wildcard suite/bench/*.c)
RUNNER   := $(wildcard suite/runner/*.c)
EXAMPLES := $(wildcard suite/examples/*.c)
# what a subject consists of that has no runtime: subject `limit`
BARE     := $(addprefix suite/subject/,main.c record.c list.c bench.c calibrate.c lap.c count.c \
	step.c usage.c)
LIMIT    := $(wildcard suite/limit/*.c suite/limit/$(CPU)/*.S)

.DEFAULT_GOAL := all
include $(sort $(wildcard runtimes/*/subject.mk \
	$(foreach r,$(RT),$(call folder,$r)/subject.mk)))

NAMES    := $(foreach r,$(RT),$(call name,$r))
IN_C     := $(foreach r,$(RT),$(if $(wildcard $(call folder,$r)/subject.mk),,$r))
DEMOS    := $(basename $(notdir $(EXAMPLES)))
SUBJECTS := $(NAMES:%=$(B)/subject/%) $(B)/subject/limit

all: $(SUBJECTS) $(B)/runner \
	$(foreach r,$(IN_C),$(DEMOS:%=$(B)/examples/$(call name,$r)/%))

# ------------------------------------------------------------- how things compile
# objs,files,+build; what a build changes is in suite/builds/*.mk, below
objs    = $(patsubst %,$(B)/obj$2/%.o,$(basename $1))
say     = @mkdir -p $(@D)$(if $V,,; echo "  $1   $@") ; $(if $V,set -x;)
compile = $(call say,CC) $(or $(cc_$1),$(CC)) $(CFLAGS_ALL) $(cflags_$1) $(CFLAGS) -MD -MP
link    = $(call say,LD) $(or $(cc_$1),$(CC)) $(CFLAGS_ALL) $(cflags_$1) $(CFLAGS) \
	$(LDFLAGS_ALL) $(ldflags_$1) $(LDFLAGS) -o $@

# everything is made again when compiler or flags change
$(B)/flags: FORCE
	@mkdir -p $(B); echo '$(CC) $(CFLAGS_ALL) $(CFLAGS) $(LDFLAGS)' > $@.new; \
	cmp -s $@ $@.new && rm $@.new || mv $@.new $@
# and what names the revision when that changes
$(B)/revision: FORCE
	@mkdir -p $(B); echo '$(REVISION)' > $@.new; \
	cmp -s $@ $@.new && rm $@.new || mv $@.new $@
FORCE:

# settings,file,variable: of a variant or a build, "" for none
define settings
$(if $1,$(if $(wildcard $2),,$(error $2: no such file)))
CC_ :=
FLAGS :=
OWN_FLAGS :=
LINK_FLAGS :=
$(if $1,include $2)
cc_$3 := $$(CC_)
cflags_$3 := $$(FLAGS)
own_flags_$3 := $$(OWN_FLAGS)
ldflags_$3 := $$(LINK_FLAGS)
endef

# build,+name: the rules for the objects of one
define builds
$(eval $(call settings,$1,suite/builds/$(1:+%=%).mk,$1))
made_$1 := $(B)/flags $(if $1,suite/builds/$(1:+%=%).mk)
$(B)/obj$1/%.o: %.c $$(made_$1)
	$$(call compile,$1) -c -o $$@ $$<
$(B)/obj$1/%.o: %.S $$(made_$1)
	$$(call compile,$1) -g -c -o $$@ $$<
$(B)/obj$1/runtimes/%.o: runtimes/%.c $$(made_$1)
	$$(call compile,$1) $(OWN) -c -o $$@ $$<
# can its compiler make, and this machine run, a program at all?
$(B)/probe$1: $$(made_$1)
	$$(call say,LD) echo 'int main(void) { return 0; }' | \
	$(or $(cc_$1),$(CC)) $(filter -fsanitize=%,$(cflags_$1)) -x c - -o $$@ && $$@
endef
$(foreach b,$(sort $(foreach r,$(IN_C),$(call build,$r))),$(eval $(call builds,$b)))
$(eval $(call builds,))

# --------------------------------------------------------------- one runtime each
# 1 name, 2 folder, 3 +build, 4 stem, 5 variant: its own files, the shared ones it does
# not replace, and what the build brings
define runtime
$(eval $(call settings,$5,$2/variants/$5.mk,of_$1))
own_$1      := $$(wildcard $2/*.c) $$(wildcard $2/$(CPU)/*.S)
replaced_$1 := $$(filter $$(notdir $$(own_$1)),$$(notdir $(SHARED)))
shared_$1   := $$(filter-out $$(addprefix runtimes/,$$(replaced_$1)),$(SHARED))
inlines_$1  := $$(filter $(INLINES),$$(shared_$1))
rt_$1       := $(B)/obj$3/rt/$4
objs_$1     := $$(patsubst $2/%,$$(rt_$1)/%.o,$$(basename $$(own_$1))) \
	$$(patsubst %.c,$$(rt_$1)/%.o,$$(inlines_$1)) \
	$$(call objs,$$(filter-out $(INLINES),$$(shared_$1)),$3) \
	$$(call objs,$(wildcard $(3:+%=suite/builds/%.c)),$3)
made_$1     := $(made_$3) $(if $5,$2/variants/$5.mk)

$$(rt_$1)/%.o: $2/%.c $$(made_$1)
	$$(call compile,$3) $$(cflags_of_$1) $(OWN) $$(own_flags_$3) -I$2 -c -o $$@ $$<
$$(rt_$1)/runtimes/%.o: runtimes/%.c $$(made_$1)
	$$(call compile,$3) $$(cflags_of_$1) -I$2 $(OWN) -c -o $$@ $$<
$$(rt_$1)/%.o: $2/%.S $$(made_$1)
	$$(call compile,$3) $$(cflags_of_$1) -I$2 -g -c -o $$@ $$<
$(B)/obj$3/list/$4.o: suite/subject/list.c $$(made_$1) $(B)/revision
	$$(call compile,$3) $$(call about,$1,$$(or $$(cc_$3),$(CC)),$$(cflags_$3) \
	$$(cflags_of_$1)) -DRT_REPLACED='"$$(replaced_$1)"' -c -o $$@ $$<
$(B)/subject/$1: $$(objs_$1) $(B)/obj$3/list/$4.o \
	$(call objs,$(filter-out %/list.c,$(SUBJECT)) $(CHECKS) $(if $3,,$(BENCHES)),$3)
	$$(call link,$3) $$^ -ldw
$(B)/examples/$1/%: $(B)/obj$3/suite/examples/%.o $$(objs_$1)
	$$(call link,$3) $$^ -ldw
$(B)/planted/$1/%: $(B)/obj$3/suite/builds/test/$(3:+%=%)/%.o $$(objs_$1)
	$$(call link,$3) $$^ -ldw
endef
# about,name,compiler,flags: what a subject says of itself
about = -DRT_NAME='"$1"' -DRT_CC='"$(shell $2 --version | head -n 1)"' \
	-DRT_CFLAGS='"$(CFLAGS_ALL) $(strip $3 $(CFLAGS))"' -DRT_REVISION='"$(REVISION)"'

$(foreach r,$(IN_C),$(eval $(call runtime,$(call name,$r),$(call \
	folder,$r),$(call build,$r),$(call stem,$r),$(call variant,$r))))

$(B)/obj/list/limit.o: suite/subject/list.c $(B)/flags $(B)/revision
	$(call compile,) $(call about,limit,$(CC)) -DRT_REPLACED='""' -c -o $@ $<
$(B)/subject/limit: $(call objs,$(LIMIT) $(filter-out %/list.c,$(BARE))) \
	$(B)/obj/list/limit.o
	$(call link,) $^

# programs with a bug that a build has to find
planted: $(foreach r,$(IN_C),$(patsubst %.c,$(B)/planted/$(call name,$r)/%,$(notdir \
	$(wildcard $(patsubst +%,suite/builds/test/%/*.c,$(call build,$r))))))

$(B)/runner: $(call objs,$(RUNNER))
	$(call link,) $^ -ljansson -lm

# ------------------------------------------------------------------------ by hand
check bench test doctor:
	./run.sh $@
lint:
	suite/lint.sh
fmt:
	clang-format -i $(shell find runtimes suite -name '*.[ch]')
	if command -v gofmt >/dev/null; then gofmt -w $(shell find runtimes suite -name '*.go'); fi
clean:
	rm -rf $(B)

.PHONY: all planted check bench test doctor lint fmt clean FORCE
.SECONDARY:
-include $(shell find $(wildcard $(B)/obj*) -name '*.d' 2>/dev/null)
