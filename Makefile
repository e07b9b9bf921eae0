# Two commands do everything: `make demo` and `make test`. Only Python 3.11+, git and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out/demo
ICU ?= /usr/lib/python3/dist-packages

.PHONY: setup demo test lint format bench bench-crawl bench-reuse packs lock clean

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml bootstrap.lock requirements.lock
	$(PYTHON) -c 'import sys; sys.exit("Parallax needs Python 3.11 or later, found %d.%d: run make PYTHON=python3.12" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --disable-pip-version-check -r bootstrap.lock
	VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet --require-hashes -r requirements.lock
	VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

demo: setup
	$(BIN)/parallax demo --out $(OUT)

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup
	$(BIN)/python -m benchmarks.run

# The crawl beside its peers (news-please gets an environment of its own), and what survives a kill, alone and shared
# (the latter needs redis-server).
bench-crawl: setup
	$(BIN)/python -m benchmarks.crawling
	$(BIN)/python -m benchmarks.crash
	$(BIN)/python -m benchmarks.workers

# Whether all reuse is found, and how fast, beside datasketch (in an environment of its own).
bench-reuse: setup
	$(BIN)/python -m benchmarks.reuse

# Needs PyICU (Debian: python3-icu), for the same Python as the virtual environment.
packs: setup
	PYTHONPATH=$(ICU) $(BIN)/python -m tools.packs

lock: setup
	echo 'uv>=0.8' | $(BIN)/uv pip compile - --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade -q -o bootstrap.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade -q -o requirements.lock

clean:
	rm -rf $(VENV) out build dist
