# subject.mk - how the real Go becomes build/subject/go.
#
# runtimes/README.md says what such a file defines.  Nothing is fetched and
# nothing is written outside $(B): no module is needed but the one here.
tool_go    := go
package_go := golang-go
folder_go  := $(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))

in_go      = cd $(folder_go) && env GOFLAGS= GOENV=off GOWORK=off GOPROXY=off \
	GOTOOLCHAIN=local GO111MODULE=on CGO_ENABLED=0 GOPATH=$(abspath $(B))/go \
	GOCACHE=$(abspath $(B))/go/cache XDG_CONFIG_HOME=$(abspath $(B))/go

$(B)/subject/go: $(folder_go)/go.mod $(folder_go)/subject.mk $(B)/revision \
	$(wildcard $(folder_go)/*.go $(folder_go)/*/*.go)
	$(call need,go)
	@mkdir -p $(@D)$(if $V,,; echo "  GO   $@")
	$(if $V,,@)$(in_go) go build -trimpath -buildvcs=false \
		-ldflags '-X runtimes/go/subject.revision=$(REVISION)' \
		-o $(abspath $@) .

# what `go vet` has to say; used by suite/lint.sh
vet_go:
	$(call need,go)
	@$(in_go) go vet ./...
.PHONY: vet_go
