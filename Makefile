# make run   the desk with a demo community, in a few minutes from a fresh clone
# make test  everything that continuous integration checks
# make help  the rest

SHELL := /bin/bash
.DEFAULT_GOAL := help

BINARY := bin/xinxing
# What is built is one static binary, the same on every machine.
GOBUILD := CGO_ENABLED=0 go build -trimpath

# Runs a command beside a private PostgreSQL that ends with it. Built first: go run would not pass a
# termination signal on.
PGTEST := bin/pgtest --
# Packages whose tests run a second time under the race detector.
RACE ?= ./internal/store ./internal/store/sqldb ./internal/store/wake ./server/gqlhttp ./server/gqlws
# Of the large suites, the tests in which many act at once.
RACES ?= AtOnce|ParallelTries|SixtyFourWriters|EachSeesWhatIsTheirs|ThreeProcesses|KilledInTheMiddle|TestLive_|TestIdempotency_|TestSignOut_|TestInternal_Panics
# Packages without a database, and those whose tests need nothing beside SQLite.
PURE := ./internal/architecture/... ./internal/office/... ./internal/pinyin/... ./internal/key/... ./internal/seal/...
SERVICE := ./internal/service/...
# One package's tests may take this long.
TIMEOUT ?= 15m

SPA := $(shell find frontend -type f -not -path 'frontend/dist/*' -not -path 'frontend/e2e/*' 2>/dev/null | sed 's/ /\\ /g')

# existing keeps the package patterns whose folders exist.
existing = $(foreach p,$(1),$(if $(wildcard $(patsubst %/...,%,$(p))),$(p)))

##@ Every day
.PHONY: help
help: ## this list
	@awk 'BEGIN { FS = ":.*## " } /^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: demo ## build, fill a demo database if there is none, and serve it
	exec $(BINARY) serve --demo

.PHONY: quick
quick: node_modules/.installed ## the inner loop, seconds: vet, rules, services on SQLite, types of the SPA
	go vet ./...
	XINXING_TEST_DATABASES=sqlite go test $(call existing,$(PURE) $(SERVICE))
	npm run --silent typecheck

.PHONY: test
test: ## install or name what is missing, then lint, drift, every suite; ends with a count
	@.ci/steps setup build lint drift test-go test-race test-spa test-e2e

##@ Building
.PHONY: setup
setup: ## what the tests need beside Go and Node: installed on Debian as root, else named
	.ci/setup
	@$(MAKE) --no-print-directory node_modules/.installed

.PHONY: build
build: frontend/dist/index.html ## bin/xinxing with the SPA inside
	$(GOBUILD) -o $(BINARY) ./server

.PHONY: demo
demo: build ## the demo database, if there is none yet
	$(BINARY) demo --if-missing

.PHONY: generate
generate: node_modules/.installed ## ent, GraphQL server, typed operations of the SPA
	.ci/generate

node_modules/.installed: package.json package-lock.json .npmrc
	@.ci/setup --tools
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

frontend/dist/index.html: node_modules/.installed $(SPA)
	npm run --silent build
	@touch $@

##@ Checking
.PHONY: lint
lint: node_modules/.installed ## gofmt, vet, staticcheck, biome, tsc
	.ci/format
	go vet ./...
	go tool staticcheck ./...
	npm run --silent lint
	npm run --silent typecheck

.PHONY: drift
drift: node_modules/.installed ## generated files are what the generators write
	.ci/drift

.PHONY: test-go
test-go: node_modules/.installed bin/pgtest ## Go tests of all packages, on both databases
	$(PGTEST) go test -timeout $(TIMEOUT) ./...

.PHONY: test-race
test-race: bin/pgtest ## the concurrent packages again, under the race detector
	CGO_ENABLED=1 $(PGTEST) go test -race -timeout $(TIMEOUT) $(call existing,$(RACE))
	CGO_ENABLED=1 $(PGTEST) go test -race -timeout $(TIMEOUT) -run '$(RACES)' ./internal/service ./server

.PHONY: test-spa
test-spa: node_modules/.installed ## unit tests of the SPA
	npm run --silent test

.PHONY: test-e2e
test-e2e: build bin/pgtest ## journeys in a real browser against the real server, on both databases
	$(PGTEST) npm run --silent e2e

.PHONY: bin/pgtest
bin/pgtest:
	go build -o $@ ./internal/store/pgcluster/cmd/pgtest

.PHONY: bench
bench: ## rates and latencies on 1,000,000 cases (PostgreSQL) and 200,000 (SQLite); takes many minutes
	go run ./bench $(ARGS)

.PHONY: fmt
fmt: node_modules/.installed ## format Go and TypeScript
	git ls-files --cached --others --exclude-standard --deduplicate -z '*.go' | xargs -0 -r gofmt -w
	npm run --silent format

.PHONY: lock
lock: ## package-lock.json anew from package.json, for every system
	npm install --package-lock-only --loglevel=error
	node .ci/lock.mjs

.PHONY: clean
clean: ## remove what was built; data/ stays
	rm -rf bin node_modules
	find frontend/dist -mindepth 1 -not -name .gitkeep -delete
