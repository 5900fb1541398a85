# make demo     builds the program and takes a day's referrals in, in a temporary folder
# make test     builds and runs the tests
SHELL = /bin/sh
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# Types by their own accessors, and not by names that are read at every start: an eighth of it.
START = -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
RELEASE = -c release --product carers --static-swift-stdlib $(START) -Xlinker -no-pie -Xlinker -s \
  -Xlinker --no-export-dynamic
PROGRAM = .build/release/carers
SOURCES = Package.swift Sources Tests

.PHONY: demo test build check lint format man install clean sqlite mandoc icalendar \
  accessible views cron region

demo: build
	@Examples/first-day/demo "$(CURDIR)/$(PROGRAM)"

test: sqlite mandoc icalendar
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

build: sqlite
	$(SWIFT) build $(RELEASE)

check: test lint man

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

man: mandoc
	mandoc -T lint -W warning man/*

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/man/man5" "$(DESTDIR)$(PREFIX)/share/man/man7" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/carers"
	install -m 644 man/*.1 "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 644 man/*.5 "$(DESTDIR)$(PREFIX)/share/man/man5"
	install -m 644 man/*.7 "$(DESTDIR)$(PREFIX)/share/man/man7"
	$(PROGRAM) --generate-completion-script bash \
	  > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/carers"
	$(PROGRAM) --generate-completion-script zsh \
	  > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_carers"
	$(PROGRAM) --generate-completion-script fish \
	  > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/carers.fish"

# Needs a Java runtime, and a package from PyPI: see Examples/region.
region: build
	Examples/region/try "$(CURDIR)/$(PROGRAM)"

# Needs Chromium, and packages from PyPI: see Tests/Accessibility.
accessible: build
	python3 -m venv .build/accessible
	.build/accessible/bin/pip install -q -r Tests/Accessibility/requirements.txt
	rm -rf .build/pages && mkdir -p .build/pages
	Tests/Accessibility/pages "$(CURDIR)/$(PROGRAM)" "$(CURDIR)/.build/pages"
	.build/accessible/bin/python Tests/Accessibility/check.py .build/pages/*.html

# Needs packages from PyPI: see Tests/Views.
views: sqlite
	python3 -m venv .build/views
	.build/views/bin/pip install -q -r Tests/Views/requirements.txt
	$(SWIFT) build --build-tests
	CARERS_VIEWS_PYTHON="$(CURDIR)/.build/views/bin/python" \
	  $(SWIFT) test --skip-build --filter OtherToolsTests

# The crontab of Examples/cron with a real cron, in a mount namespace; then its units and its mail with
# systemd and exim, in a machine of their own: needs root on Debian or its like.
cron: build
	Examples/cron/try "$(CURDIR)/$(PROGRAM)"
	Examples/cron/try-machine "$(CURDIR)/$(PROGRAM)"

clean:
	$(SWIFT) package clean

# What the system may lack, got from its packages.
sqlite:
	@echo '#include <sqlite3.h>' | $${CC:-clang} -E - > /dev/null 2>&1 || .ci/need libsqlite3-dev

mandoc:
	@command -v mandoc > /dev/null || .ci/need mandoc

icalendar:
	@python3 -c 'import icalendar' 2> /dev/null || .ci/need python3-icalendar
