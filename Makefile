# Finds folders and files by itself: a runtime is a folder in runtimes/ that
# holds C files, or a subject.mk, which says how it is built; a check, a
# benchmark, an example is a file.  Adding edits nothing.
#
#   make                        every subject, the runner, the examples
#   make RT="gort ../mine"      only these runtimes; a path is a folder anywhere
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

# runtimes of the tree that hold such a file; a path of RT as its folder
folders = $(notdir $(patsubst %/,%,$(dir $(wildcard runtimes/*/$1))))
folder  = $(if $(findstring /,$1),$(patsubst %/,%,$1),runtimes/$1)
# a runtime that is not C is there where its tool is
found   = $(if $(shell command -v $(tool_$1) 2>/dev/null),$1)
need    = @command -v $(tool_$1) >/dev/null || { echo "runtime $1: error: $(tool_$1)" \
	"is not installed: apt-get install $(package_$1)" >&2; exit 1; }
REVISION   := $(shell git describe --always --dirty 2>/dev/null || echo unknown)

SHARED   := $(wildcard runtimes/*.c runtimes/$(CPU)/*.S)
# those that a runtime's rt_inline.h goes into: built for each
INLINES  := $(shell grep -l '<rt_inline.h>' $(SHARED))
SUBJECT  := $(wildcard suite/subject/*.c)
SUITE    := $(wildcard suite/check/*/*.c) $(wildcard suite/bench/*.c)
RUNNER   := $(wildcard suite/runner/*.c)
EXAMPLES := $(wildcard suite/examples/*.c)
# what a subject consists of that has no runtime: subject `limit`
BARE     := $(addprefix suite/subject/,main.c record.c list.c bench.c lap.c)
LIMIT    := $(wildcard suite/limit/*.c suite/limit/$(CPU)/*.S)

.DEFAULT_GOAL := all
include $(sort $(wildcard runtimes/*/subject.mk \
	$(foreach r,$(RT),$(call folder,$r)/subject.mk)))

NAMES    := $(notdir $(patsubst %/,%,$(RT)))
IN_C     := $(foreach r,$(RT),$(if $(wildcard $(call folder,$r)/subject.mk),,$r))
DEMOS    := $(basename $(notdir $(EXAMPLES)))
SUBJECTS := $(NAMES:%=$(B)/subject/%) $(B)/subject/limit

all: $(SUBJECTS) $(B)/runner \
	$(foreach r,$(notdir $(patsubst %/,%,$(IN_C))),$(DEMOS:%=$(B)/examples/$r/%))

# ------------------------------------------------------------- how things compile
objs    = $(patsubst %,$(B)/obj/%.o,$(basename $1))
COMPILE = @mkdir -p $(@D)$(if $V,,; echo "  CC   $@") ; \
	$(if $V,set -x;) $(CC) $(CFLAGS_ALL) $(CFLAGS) -MMD -MP
LINK    = @mkdir -p $(@D)$(if $V,,; echo "  LD   $@") ; \
	$(if $V,set -x;) $(CC) $(CFLAGS_ALL) $(CFLAGS) $(LDFLAGS_ALL) $(LDFLAGS) -o $@

# everything is made again when compiler or flags change
$(B)/flags: FORCE
	@mkdir -p $(B); echo '$(CC) $(CFLAGS_ALL) $(CFLAGS) $(LDFLAGS)' > $@.new; \
	cmp -s $@ $@.new && rm $@.new || mv $@.new $@
# and what names the revision when that changes
$(B)/revision: FORCE
	@mkdir -p $(B); echo '$(REVISION)' > $@.new; \
	cmp -s $@ $@.new && rm $@.new || mv $@.new $@
FORCE:

$(B)/obj/%.o: %.c $(B)/flags
	$(COMPILE) -c -o $@ $<
$(B)/obj/%.o: %.S $(B)/flags
	$(COMPILE) -g -c -o $@ $<
$(B)/obj/runtimes/%.o: runtimes/%.c $(B)/flags
	$(COMPILE) $(OWN) -c -o $@ $<

# --------------------------------------------------------------- one runtime each
# runtime,name,folder: its own files, the shared ones it does not replace
define runtime
own_$1      := $$(wildcard $2/*.c) $$(wildcard $2/$(CPU)/*.S)
replaced_$1 := $$(filter $$(notdir $$(own_$1)),$$(notdir $(SHARED)))
shared_$1   := $$(filter-out $$(addprefix runtimes/,$$(replaced_$1)),$(SHARED))
inlines_$1  := $$(filter $(INLINES),$$(shared_$1))
objs_$1     := $$(patsubst $2/%,$(B)/obj/rt/$1/%.o,$$(basename $$(own_$1))) \
	$$(patsubst %.c,$(B)/obj/rt/$1/%.o,$$(inlines_$1)) \
	$$(call objs,$$(filter-out $(INLINES),$$(shared_$1)))

$(B)/obj/rt/$1/%.o: $2/%.c $(B)/flags
	$$(COMPILE) $(OWN) -I$2 -c -o $$@ $$<
$(B)/obj/rt/$1/runtimes/%.o: runtimes/%.c $(B)/flags
	$$(COMPILE) -I$2 $(OWN) -c -o $$@ $$<
$(B)/obj/rt/$1/%.o: $2/%.S $(B)/flags
	$$(COMPILE) -I$2 -g -c -o $$@ $$<
$(B)/obj/list/$1.o: suite/subject/list.c $(B)/flags $(B)/revision
	$$(COMPILE) $$(ABOUT) -DRT_REPLACED='"$$(replaced_$1)"' -c -o $$@ $$<
$(B)/subject/$1: $$(objs_$1) $(B)/obj/list/$1.o \
	$(call objs,$(filter-out %/list.c,$(SUBJECT)) $(SUITE))
	$$(LINK) $$^ -ldw
$(B)/examples/$1/%: $(B)/obj/suite/examples/%.o $$(objs_$1)
	$$(LINK) $$^ -ldw
endef
ABOUT = -DRT_CC='"$(shell $(CC) --version | head -n 1)"' \
	-DRT_CFLAGS='"$(CFLAGS_ALL) $(CFLAGS)"' -DRT_REVISION='"$(REVISION)"'

$(foreach r,$(IN_C),$(eval $(call runtime,$(notdir $(patsubst %/,%,$r)),$(call folder,$r))))

$(B)/obj/list/limit.o: suite/subject/list.c $(B)/flags $(B)/revision
	$(COMPILE) $(ABOUT) -DRT_REPLACED='""' -c -o $@ $<
$(B)/subject/limit: $(call objs,$(LIMIT) $(filter-out %/list.c,$(BARE))) \
	$(B)/obj/list/limit.o
	$(LINK) $^

$(B)/runner: $(call objs,$(RUNNER))
	$(LINK) $^ -ljansson

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

.PHONY: all check bench test doctor lint fmt clean FORCE
.SECONDARY:
-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)
