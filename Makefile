# make run    reads the example documents and prints what it found
#             (FILES="…" PUBLISHED=YYYY-MM-DD reads others)
# make serve  loads the example record and opens the observatory at http://localhost:8000/
# make test   format, lint, strict types and tests, those in Chromium among them
# make accuracy  figures on the project's own gold texts; fails below the recorded floors
# make compiled  the reader compiled to C, compared with the sources and packed as a wheel in dist/ (some minutes)
# make bench     speed, start-up, memory and growth of the reader, and of the compiled one where it was made
# make bench-record  makes a record of 100,000 documents and a million claims in HOME_OF_RECORD and times its pages
# make format rewrites the code in the project's format
# make lock   pins the newest dependencies again

PYTHON ?= python3
FILES ?=
HOME_OF_RECORD ?= build/record
PUBLISHED ?=
ENVIRONMENT := .venv
BIN := $(ENVIRONMENT)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
INSTALL_SELF := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
COMPILE = $(BIN)/python -m uv pip compile pyproject.toml --all-extras --upgrade --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-header --no-annotate --quiet

# The reports carry their own dates; the bulletin is a plain text of 15 May 2019.
EXAMPLES := --published 2019-05-15 examples/bulletin.txt examples/reports.jsonl
INPUT = $(if $(FILES),$(if $(PUBLISHED),--published $(PUBLISHED)) $(FILES),$(EXAMPLES))

.PHONY: run serve test chromium accuracy compiled bench bench-record format lock clean
.DEFAULT_GOAL := run

run: $(ENVIRONMENT)/reader-ready
	@$(BIN)/hudna read $(INPUT)

serve: $(ENVIRONMENT)/reader-ready
	@$(BIN)/hudna demo
	@$(BIN)/hudna serve

test: $(ENVIRONMENT)/developer-ready chromium
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -q

# The tests of pages look at them in Debian's Chromium; HUDNA_CHROMIUM names another one.
chromium:
	@test -n "$$HUDNA_CHROMIUM" || command -v chromium >/dev/null \
		|| { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		     && echo "installing Debian's chromium, in which the pages are tested" >&2 && apt-get -qq update \
		     && apt-get -qq install --no-install-recommends chromium fonts-noto-core >/dev/null; } \
		|| { echo "the tests of pages need Chromium: run «sudo apt-get install chromium fonts-noto-core», then make again" >&2; exit 1; }

accuracy: $(ENVIRONMENT)/reader-ready
	$(BIN)/python -m hudna.evaluation.gate

compiled: $(ENVIRONMENT)/developer-ready
	$(BIN)/python scripts/compile_reader.py

bench: $(ENVIRONMENT)/reader-ready
	$(BIN)/python benchmarks/reader.py

bench-record: $(ENVIRONMENT)/reader-ready
	@test -e $(HOME_OF_RECORD)/record.sqlite3 || $(BIN)/python benchmarks/record.py --home $(HOME_OF_RECORD)
	$(BIN)/python benchmarks/pages.py --home $(HOME_OF_RECORD)

format: $(ENVIRONMENT)/developer-ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(ENVIRONMENT)/developer-ready
	$(BIN)/python -m pip install --quiet uv
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group build --group dev --constraints requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(ENVIRONMENT) dist build/compiled build/pure .mypy_cache .pytest_cache .ruff_cache

$(ENVIRONMENT)/reader-ready: requirements.lock pyproject.toml $(BIN)/python
	$(INSTALL) -r requirements.lock
	$(INSTALL_SELF)
	@touch $@

$(ENVIRONMENT)/developer-ready: requirements-dev.lock $(ENVIRONMENT)/reader-ready
	$(INSTALL) -r requirements-dev.lock
	@touch $@

# Debian keeps venv's installer in a package of its own: without it, pip of the system or a fresh python3-venv helps.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "hudna needs Python 3.11 or later: apt-get install python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "hudna needs Python 3.11 or later, not $$($(PYTHON) --version): make PYTHON=python3.11 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || test "$$(id -u)" != 0 || ! command -v apt-get >/dev/null \
		|| { echo "installing Debian's python3-venv, which makes environments" >&2; \
		     apt-get -qq update && apt-get -qq install --no-install-recommends python3-venv >/dev/null; } || true
	@rm -rf $(ENVIRONMENT)
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; then $(PYTHON) -m venv $(ENVIRONMENT); \
	elif $(PYTHON) -m pip --version >/dev/null 2>&1 && $(PYTHON) -m venv --without-pip $(ENVIRONMENT); then \
		$(PYTHON) -m pip --python $(BIN)/python install --quiet pip; \
	else rm -rf $(ENVIRONMENT); \
		echo "Python here cannot make an environment: run «sudo apt-get install python3-venv», then make again" >&2; exit 1; fi
