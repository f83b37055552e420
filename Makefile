# evidex: one Makefile, no recursion, everything built under build/.  `make help` lists the targets.
#
#   make demo    installs what is missing, builds, runs the samples
#   make check   installs what is missing, builds, runs all tests

VERSION  := 0.1.0
PREFIX   ?= /usr/local
CC       ?= cc
CFLAGS   ?= -O2 -g
BUILD    := build

PACKAGES := glib-2.0 gio-2.0 gio-unix-2.0 poppler-glib cairo lept tesseract sqlite3 json-glib-1.0 \
            libseccomp fontconfig nettle libqpdf libpcre2-8 xlsxwriter libsoup-3.0 pangocairo libzstd \
            libxml-2.0 gmime-3.0 libarchive libpq
# Debian packages: what building needs, and what the tests need besides.
DEBS_BUILD := gcc make pkg-config libglib2.0-dev libglib2.0-dev-bin libpoppler-glib-dev libcairo2-dev \
              libleptonica-dev libtesseract-dev libsqlite3-dev libjson-glib-dev libseccomp-dev \
              libfontconfig-dev nettle-dev libzstd-dev libpq-dev libxml2-dev libgmime-3.0-dev \
              libqpdf-dev libpcre2-dev libxlsxwriter-dev libsoup-3.0-dev libgoogle-perftools-dev libpango1.0-dev libarchive-dev scdoc \
              tesseract-ocr-eng tesseract-ocr-spa tesseract-ocr-osd poppler-data \
              fonts-dejavu-core fonts-liberation2 fonts-urw-base35
DEBS_TEST  := p7zip-full faketime postgresql parallel bc slurm-wlm munge perl poppler-utils qpdf sqlite3 mandoc jq python3 tesseract-ocr
# Readers that are not ours, for what is exported.
DEBS_TEST  += mupdf-tools libxml2-utils python3-openpyxl
# A browser, driven from node: Debian's node, unless another is there.
DEBS_TEST  += curl chromium $(if $(shell command -v npm 2>/dev/null),,nodejs npm)

# The package is not an error yet where pkg-config cannot find it: `make deps` installs it first.
ifneq ($(shell pkg-config --exists $(PACKAGES) && echo yes),)
PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES))
PKG_LIBS   := $(shell pkg-config --libs $(PACKAGES))
endif

# The program's malloc (not the sanitizers'): parsing allocates much, and the run takes an eighth less time.
ALLOCATOR := -Wl,--push-state,--no-as-needed -ltcmalloc_minimal -Wl,--pop-state

# Functions are bound when the program starts, not in each worker where it first calls them.
BINDING := -Wl,-z,relro,-z,now

# make V=1 shows every command.
ifndef V
Q   := @
say  = @echo "  $(1) $(patsubst $(BUILD)/%,%,$@)"
endif

WARNINGS := -Wall -Wextra -Wno-missing-field-initializers
ifdef CI
WARNINGS += -Werror
endif
# make SANITIZE=1: address and undefined behaviour, in a build folder of its own.
ifdef SANITIZE
BUILD    := build/sanitize
ALLOCATOR :=
SAN      ?= address,undefined
CFLAGS   := -O1 -g -fno-omit-frame-pointer -fsanitize=$(SAN) -fno-sanitize-recover=undefined
LDFLAGS  += -fsanitize=$(SAN)
endif

ALL_CFLAGS = -std=gnu17 $(WARNINGS) -D_GNU_SOURCE -DEVX_VERSION='"$(VERSION)"' \
             -DG_LOG_DOMAIN='"evidex-$(notdir $(patsubst %/,%,$(dir $<)))"' \
             -Istages -Ipipeline $(PKG_CFLAGS) $(CFLAGS)
ALL_LIBS   = $(PKG_LIBS) -lgomp -lm

SOURCES   := $(wildcard stages/*.c stages/*/*.c pipeline/*.c)
TESTS_C   := $(filter %-test.c,$(SOURCES))
MAIN_C    := pipeline/main.c
LIB_C     := $(filter-out $(TESTS_C) $(MAIN_C),$(SOURCES))
LIB_O     := $(LIB_C:%.c=$(BUILD)/%.o) $(BUILD)/resources.o
TESTS     := $(TESTS_C:%.c=$(BUILD)/%)
TESTS_SH  := $(sort $(wildcard tests/cli/*.t tests/fault/*.t tests/fuzz/*.t tests/cluster/*.t tests/browser/*.t))
# What the program carries inside: the lexicon, the schema, the reading page.
RESOURCES := $(wildcard stages/tag/lexicon/*/*.lex stages/index/*.sql stages/deliver/web/* stages/*/data/*)

.PHONY: all check check-fast check-lexicon demo deps deps-build deps-test bench bench-ocr bench-tag \
        bench-relate fuzz lint cover install clean help samples

all: deps-build
	@$(MAKE) --no-print-directory $(BUILD)/evidex $(BUILD)/evidex.1

$(BUILD)/evidex: $(BUILD)/pipeline/main.o $(BUILD)/libevidex.a
	$(call say,LINK)
	$(Q)$(CC) $(LDFLAGS) $(BINDING) -o $@ $^ $(ALLOCATOR) $(ALL_LIBS)

$(BUILD)/libevidex.a: $(LIB_O)
	@rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC  )
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/resources.o: $(BUILD)/resources.c
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/resources.c: $(BUILD)/resources.xml $(RESOURCES)
	$(Q)glib-compile-resources --sourcedir=. --generate-source --internal --c-name evx --target=$@ $<

# The list is rewritten only when it changes, so that a new lexicon file is noticed.
$(BUILD)/resources.xml: FORCE
	@mkdir -p $(@D)
	@{ echo '<gresources><gresource prefix="/evidex">'; \
	   for f in $(RESOURCES); do echo "<file alias=\"$${f#stages/}\">$$f</file>"; done; \
	   echo '</gresource></gresources>'; } > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@
FORCE:

$(BUILD)/%-test: $(BUILD)/%-test.o $(BUILD)/libevidex.a
	$(call say,LINK)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(ALL_LIBS)

$(BUILD)/evidex.1: docs/evidex.1.scd
	@mkdir -p $(@D)
	scdoc < $< | awk '$(TIDY_MAN)' > $@.new && mv $@.new $@
# scdoc leaves empty paragraphs around headings and indents, which mandoc -Tlint objects to.
TIDY_MAN = /^\.P$$/ { held = !head; next } /^\.SH/ { held = 0 } /^\.RE/ { print; next } \
           { if (held) print ".P"; held = 0; head = /^\.SH/; print }

## ---- packages --------------------------------------------------------------------------------

# Installs only what is missing; without root and with something missing it says what to type.
define install_missing
	@missing=""; for p in $(1); do \
	   dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	 if [ -n "$$missing" ]; then echo "installing:$$missing" >&2; \
	   if [ "$$(id -u)" = 0 ]; then sudo=; elif command -v sudo >/dev/null; then sudo=sudo; else \
	     echo "run as root: apt-get install$$missing" >&2; exit 2; fi; \
	   $$sudo apt-get update -qq && \
	   DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; fi
endef

deps-build:
	$(call install_missing,$(DEBS_BUILD))
deps-test:
	$(call install_missing,$(DEBS_TEST))
deps: deps-build deps-test

## ---- tests -----------------------------------------------------------------------------------

check: deps
	@$(MAKE) --no-print-directory run-tests

.PHONY: run-tests
run-tests: $(BUILD)/evidex $(BUILD)/tests/bench/make-pages $(TESTS) samples
	EVIDEX=$(abspath $(BUILD)/evidex) BUILD=$(abspath $(BUILD)) prove -j2 --timer $(TESTS) $(TESTS_SH)

check-fast: $(TESTS)
	prove -j2 $(TESTS)

# Workers that misbehave on purpose, for tests/fault.
FAULT_O := $(BUILD)/faults/fault.o $(BUILD)/faults/worker.o $(BUILD)/faults/sandbox.o

$(BUILD)/faults/%.o: pipeline/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -DEVX_FAULTS -MMD -MP -c -o $@ $<

$(BUILD)/faults/evidex: $(BUILD)/pipeline/main.o $(FAULT_O) $(BUILD)/libevidex.a
	$(CC) $(LDFLAGS) -o $@ $^ $(ALLOCATOR) $(ALL_LIBS)

run-tests: $(BUILD)/faults/evidex

## ---- samples ---------------------------------------------------------------------------------

# The invented dump and its gold answers; the same bytes each time.
SAMPLES_C := $(wildcard samples/*.c)
SOURCES_S := $(sort $(wildcard samples/sources/*.src))
SAMPLES_P := glib-2.0 cairo lept libqpdf libarchive

$(BUILD)/samples/make: $(SAMPLES_C) $(wildcard samples/*.h)
	@mkdir -p $(@D)
	$(CC) -std=gnu17 $(WARNINGS) -D_GNU_SOURCE $(CFLAGS) $(LDFLAGS) \
	   $(shell pkg-config --cflags $(SAMPLES_P)) -o $@ $(SAMPLES_C) \
	   $(shell pkg-config --libs $(SAMPLES_P)) -lm

$(BUILD)/samples/stamp: $(BUILD)/samples/make $(SOURCES_S)
	@rm -rf $(BUILD)/samples/dump $(BUILD)/samples/expected
	$(Q)$(BUILD)/samples/make $(BUILD)/samples/dump $(BUILD)/samples/expected $(SOURCES_S)
	@touch $@

samples: $(BUILD)/samples/stamp

# After a change of the sources: the gold answers that the repository keeps.
samples-expected: samples
	rm -rf samples/expected/text samples/expected/rows
	cp -r $(BUILD)/samples/expected/. samples/expected/
.PHONY: samples-expected
## ---- layout ----------------------------------------------------------------------------------

# What the layout stage sees, as JSON, text or a drawing; and tables scored against a folder of
# documents with ground truth (TABLES=DIR; ICDAR 2013 JSON beside each PDF).
$(BUILD)/layout-look: $(BUILD)/tests/bench/layout-look.o $(BUILD)/libevidex.a
	$(CC) $(LDFLAGS) -o $@ $^ $(ALL_LIBS)

TABLES ?= ../shared/corpus/tables
.PHONY: bench-tables
bench-tables: $(BUILD)/layout-look
	python3 tests/bench/bench-tables --look $< $(TABLES)

# Redactions against a folder of filings with failed ones (REDACTIONS=DIR) and against the samples.
REDACTIONS ?= ../shared/corpus/redaction
.PHONY: bench-redactions
bench-redactions: $(BUILD)/layout-look samples
	python3 tests/bench/bench-redactions --look $< --expected samples/expected/redactions.csv \
	  --dump $(BUILD)/samples/dump $(REDACTIONS)

## ---- OCR beside the tesseract command: make bench-ocr PAGES=folder of images with their texts -------

PAGES ?= ../shared/corpus/ocr
bench-ocr: $(BUILD)/evidex
	@if [ -d "$(PAGES)" ]; then EVIDEX=$(abspath $<) python3 tests/bench/ocr.py "$(PAGES)" $(BENCH_OCR_FLAGS); \
	 else echo "bench-ocr: skipped, there is no folder $(PAGES)"; fi

## ---- figures of invented tables, read as they were printed: make bench-figures ---------------------

.PHONY: bench-figures
bench-figures: $(BUILD)/tests/bench/figures
	$<
	$< --specks 400
	$< --tesseract

$(BUILD)/tests/bench/figures: $(BUILD)/tests/bench/figures.o $(BUILD)/libevidex.a
	$(CC) $(LDFLAGS) -o $@ $^ $(ALL_LIBS)

## ---- pages a second beside pdftotext and mutool: make bench-text FILES="a.pdf b.pdf" [ROUNDS=5] -------

.PHONY: bench-text
bench-text: $(BUILD)/tests/bench/bench-text $(BUILD)/evidex samples
	tests/bench/bench-text --evidex $(BUILD)/evidex --stage $< --rounds $(or $(ROUNDS),5) \
	  $(or $(FILES),$$(find $(BUILD)/samples/dump -name '*.pdf'))

$(BUILD)/tests/bench/bench-text: $(BUILD)/tests/bench/bench-text.o $(BUILD)/libevidex.a
	$(CC) $(LDFLAGS) -o $@ $^ $(ALLOCATOR) $(ALL_LIBS)

## ---- the lexicon -------------------------------------------------------------------------------

# Every hit and miss sentence of the .lex files; names the file and line that fails.
check-lexicon: $(BUILD)/evidex
	$(BUILD)/evidex tag --check-lexicon

# Against passages tagged by hand (GOLD=FILE.jsonl), a plain keyword list as the baseline, and speed.
bench-tag: $(BUILD)/evidex $(BUILD)/tests/bench/tag-speed
	tests/bench/tag $(BUILD)/evidex $(BUILD)/tests/bench/tag-speed $(GOLD)

$(BUILD)/tests/bench/tag-speed: $(BUILD)/tests/bench/tag-speed.o $(BUILD)/libevidex.a
	$(CC) $(LDFLAGS) -o $@ $^ $(ALL_LIBS)

## ---- the whole run: speed, memory, the same result ---------------------------------------------

CORPUS ?= ../shared/corpus

bench: deps-test $(BUILD)/evidex $(BUILD)/tests/bench/make-pages samples
	tests/bench/bench-run.py $(BUILD)/evidex $(BUILD)/tests/bench/make-pages $(BUILD)/samples/dump \
	   $(wildcard $(CORPUS)/records/okaloosa-so-alpr-audit.pdf $(CORPUS)/slides/*.pdf)

# 200 damaged inputs, and a folder of more, beside pdftotext (BAD="--ocrmypdf DIR": OCRmyPDF too).
BAD ?= $(wildcard $(CORPUS)/hostile)
.PHONY: bench-bad
bench-bad: $(BUILD)/evidex
	python3 tests/bench/bad.py $(BUILD)/evidex $(BUILD)/bench/bad $(BAD)

# The figures of docs/scale.md; 100,000 pages take 160 s of processor time and 1.3 GB of disk.
SCALE_PAGES ?= 1000 10000 100000
bench-scale: $(BUILD)/evidex $(BUILD)/tests/bench/make-pages
	@mkdir -p $(BUILD)/bench
	tests/bench/scale.py $(BUILD)/evidex $(BUILD)/tests/bench/make-pages $(BUILD)/bench/scale $(SCALE_PAGES)
.PHONY: bench-scale

$(BUILD)/tests/bench/make-pages: tests/bench/make-pages.c
	@mkdir -p $(@D)
	$(CC) -std=gnu17 $(WARNINGS) $(CFLAGS) $(shell pkg-config --cflags glib-2.0 cairo) $(LDFLAGS) -o $@ $< \
	   $(shell pkg-config --libs glib-2.0 cairo)

## ---- fuzzing ---------------------------------------------------------------------------------

# tests/fuzz/NAME.c is a target; seeds and what once crashed stand in tests/fuzz/seeds/NAME/. `make check`
# replays them; `make fuzz TIME=60` looks for more with libFuzzer, so many seconds each target.
FUZZ_C    := $(wildcard tests/fuzz/fuzz-*.c)
REPLAYS   := $(FUZZ_C:tests/fuzz/%.c=$(BUILD)/tests/fuzz/%)
TIME      ?= 60

$(REPLAYS): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/tests/fuzz/replay.o $(BUILD)/libevidex.a
	$(CC) $(LDFLAGS) -o $@ $^ $(ALL_LIBS)

run-tests: $(REPLAYS)

# The unit tests and the saved inputs with the sanitizers: a read beyond an array fails here. Without the
# two that mostly recognise pages, which takes minutes in code that is not ours.
.PHONY: check-sanitize run-sanitize
check-sanitize: deps
	@$(MAKE) --no-print-directory SANITIZE=1 run-sanitize

TESTS_SAN := $(filter-out %/decide-test %/decide-scans-test %/recognise-test,$(TESTS))

# Without random addresses where that is allowed: gcc 12 cannot map its shadow over all of them.
FIXED_ADDRESSES = $(shell setarch -R true 2>/dev/null && echo setarch -R)

run-sanitize: $(TESTS_SAN) $(REPLAYS)
	BUILD=$(abspath $(BUILD)) ASAN_OPTIONS=detect_leaks=0:handle_segv=0 $(FIXED_ADDRESSES) prove -j2 --timer $(TESTS_SAN) tests/fuzz/replay.t

fuzz:
	$(call install_missing,clang libclang-rt-14-dev)
	@$(MAKE) --no-print-directory BUILD=build/fuzz CC=clang run-fuzz \
	   CFLAGS="-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined,fuzzer-no-link" \
	   LDFLAGS="-fsanitize=address,undefined"

.PHONY: run-fuzz
run-fuzz: $(BUILD)/libevidex.a $(FUZZ_C:tests/fuzz/%.c=$(BUILD)/tests/fuzz/%.o)
	@for name in $(notdir $(FUZZ_C:.c=)); do \
	   mkdir -p $(BUILD)/found/$$name tests/fuzz/seeds/$$name; \
	   $(CC) -fsanitize=address,undefined,fuzzer -o $(BUILD)/$$name $(BUILD)/tests/fuzz/$$name.o \
	      $(BUILD)/libevidex.a $(ALL_LIBS) && \
	   LSAN_OPTIONS=suppressions=tests/lsan.supp $(BUILD)/$$name -max_total_time=$(TIME) -max_len=8192 \
	      -print_final_stats=1 -artifact_prefix=tests/fuzz/seeds/$$name/crash- \
	      $(BUILD)/found/$$name tests/fuzz/seeds/$$name || exit 1; done

## ---- claims and findings -----------------------------------------------------------------------

$(BUILD)/tests/bench/relate-scale: $(BUILD)/tests/bench/relate-scale.o $(BUILD)/libevidex.a
	$(CC) $(LDFLAGS) -o $@ $^ $(ALL_LIBS)

# What is found in the samples against their gold answers; then 100,000 pages.
bench-relate: $(BUILD)/evidex $(BUILD)/tests/bench/relate-scale samples
	python3 tests/bench/relate.py $(BUILD)/evidex $(BUILD)/samples/dump samples/expected $(BUILD)/bench/relate
	$(BUILD)/tests/bench/relate-scale

## ---- the reading page --------------------------------------------------------------------------

$(BUILD)/tests/bench/serve-index: $(BUILD)/tests/bench/serve-index.o $(BUILD)/libevidex.a
	$(CC) $(LDFLAGS) -o $@ $^ $(ALL_LIBS)

# How long the reading page waits, over an invented index of so many pages and ten times as many mentions.
SERVE_PAGES ?= 20000
bench-serve: $(BUILD)/evidex $(BUILD)/tests/bench/serve-index samples
	@[ -e $(BUILD)/bench/serve-$(SERVE_PAGES)/index.db ] || \
	   $(BUILD)/tests/bench/serve-index $(BUILD)/bench/serve-$(SERVE_PAGES) $(SERVE_PAGES)
	@[ -e $(BUILD)/bench/serve-samples/index.db ] || \
	   $(BUILD)/evidex run $(BUILD)/samples/dump -o $(BUILD)/bench/serve-samples -q
	python3 tests/bench/serve.py $(BUILD)/evidex $(BUILD)/bench/serve-$(SERVE_PAGES) $(BUILD)/bench/serve-samples
.PHONY: bench-serve

# The pictures of docs/, from the samples (make check installs what the browser needs).
screenshots: $(BUILD)/evidex samples
	tests/browser/screenshots $(BUILD)/samples/dump docs
.PHONY: screenshots

## ---- the rest --------------------------------------------------------------------------------

install: all
	@$(MAKE) --no-print-directory install-built

# Installs no package and builds nothing: for debian/rules.
.PHONY: install-built
install-built:
	install -D -m 755 $(BUILD)/evidex $(DESTDIR)$(PREFIX)/bin/evidex
	install -D -m 644 $(BUILD)/evidex.1 $(DESTDIR)$(PREFIX)/share/man/man1/evidex.1
	install -D -m 644 docs/evidex.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/evidex

# A Debian package, in build/deb, and what lintian says of it.
.PHONY: deb
deb:
	$(call install_missing,$(DEBS_BUILD) debhelper dpkg-dev lintian)
	@rm -rf build/deb && mkdir -p build/deb/evidex-$(VERSION)
	@git ls-files | tar -cf - -T - | tar -xf - -C build/deb/evidex-$(VERSION)
	cd build/deb/evidex-$(VERSION) && dpkg-buildpackage -us -uc -b
	cd build/deb && lintian --allow-root --fail-on error,warning *.changes

# Everything a newcomer needs to see it work: about a minute.
demo: deps-build
	@$(MAKE) --no-print-directory $(BUILD)/evidex samples
	@EVIDEX=$(BUILD)/evidex DUMP=$(BUILD)/samples/dump OUT=$(BUILD)/demo samples/demo

clean:
	rm -rf build

help:
	@echo "make demo       install what is missing, build, run the samples"
	@echo "make check      install what is missing, build, run all tests"
	@echo "make check-sanitize  unit tests and saved fuzz inputs with sanitizers"
	@echo "make            build only: $(BUILD)/evidex"
	@echo "make deb        a Debian package in build/deb, checked by lintian"
	@echo "make install    program, manual page, completion (PREFIX=$(PREFIX), DESTDIR)"

-include $(FAULT_O:.o=.d) $(LIB_O:.o=.d) $(TESTS:=.d) $(REPLAYS:=.d) $(BUILD)/pipeline/main.d
