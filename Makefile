# make dev      keeps the sidebar built while its sources change
# make docs     writes docs/rules and the schema of the settings anew, from the code
# make hunt     tries programs made at random on TensorFlow: SEED=1 SECONDS=600
# make fuzz     has broken and hostile notebooks checked and fixed: none may crash it, or take long
# make lab      installs what is needed into .venv and opens the tutorial in JupyterLab
# make roundtrip  has the notebooks of a folder fixed and brought back, in several ways: NOTEBOOKS=folder
# make sidebar  builds the sidebar if a source of it changed, and has JupyterLab load this build
# make test     installs what is needed into .venv and runs every check that the project has

PYTHON ?= python3
VENV ?= .venv
PYTEST_WORKERS ?= 2
JOBS ?= 3
LAB_FLAGS ?=
FUZZ_COUNT ?= 2000
FUZZ_SEED ?= 0
FUZZ_NOTEBOOKS ?=
NOTEBOOKS ?= notebooks
SEED ?= 1
SECONDS ?= 600

# The tests start Python some hundred times: each would compile the whole package.
export PYTHONDONTWRITEBYTECODE :=

BIN := $(VENV)/bin
# Of the libraries' modules less than a third is ever imported: what is imported first is compiled then.
PIP_FLAGS := --disable-pip-version-check --quiet --no-compile
COVERED = COVERAGE_FILE=.coverage.$@ $(BIN)/pytest --cov=jupyter_hybridize --cov-report=
JLPM := cd labextension && PATH="$(abspath $(BIN)):$$PATH" jlpm
IS_ROOT := $(filter 0,$(shell id -u))

SIDEBAR := jupyter_hybridize/labextension/package.json
SIDEBAR_SOURCES := $(shell find labextension/src labextension/style labextension/schema -type f) \
	$(addprefix labextension/,package.json tsconfig.json yarn.lock)
NODE_MODULES := labextension/node_modules/.yarn-state.yml
COLLABORATION := $(VENV)/collaboration
LOADED_SIDEBAR := $(VENV)/share/jupyter/labextensions/jupyter-hybridize

# These send signals at any moment. One that meets the lock of the coverage tool leaves it held for ever.
INTERRUPTING := tests/runtime/state/test_interrupts.py tests/runtime/isolation/test_isolation.py \
	tests/runtime/measurement/test_benchmark_state.py tests/runtime/verification/test_stopping.py

# What `make test` does side by side, the longest first: one more than there are processors, for the browser and the
# tests of the runtime wait half of their time. Each is one process: a second would import TensorFlow again.
# The folders are shared out so that none takes much longer than the others; `engine` has what no other names.
COVERED_TESTS := programs engine runtime surfaces
CHECKS := programs engine runtime browser surfaces interrupting checked-sidebar packaging checked-python
PROGRAMS := $(addprefix tests/,conformance oracle soundness)

.PHONY: $(CHECKS) chromium compiled dev docs fuzz hunt lab roundtrip sidebar test
.DELETE_ON_ERROR:

lab: $(VENV)/.installed-lab
	$(MAKE) --no-print-directory sidebar
	$(BIN)/jupyter lab $(if $(IS_ROOT),--allow-root) $(LAB_FLAGS) notebooks/quickstart.ipynb

# Reload the page of `make lab` to see the change.
dev: $(VENV)/.installed-lab
	$(MAKE) --no-print-directory sidebar
	$(JLPM) watch

docs: $(VENV)/.installed-test
	$(BIN)/python -m jupyter_hybridize.surfaces.generated_docs docs

hunt: $(VENV)/.installed-test
	$(BIN)/python -m tests.oracle.test_hunt $(SEED) $(SECONDS)

test: $(VENV)/.installed-test chromium
	$(MAKE) --no-print-directory --jobs=$(JOBS) --keep-going --output-sync=target $(CHECKS)
	$(BIN)/coverage combine --quiet $(COVERED_TESTS:%=.coverage.%)
	$(BIN)/coverage report --fail-under=92

# What all of them wait for is done first, side by side: several at a time would each compile the libraries that they
# import, and the browser, which waits half of its time, would be left for the end.
$(COVERED_TESTS) interrupting browser: | compiled sidebar $(COLLABORATION)/.installed

compiled:
	$(BIN)/python -c "import IPython, keras, matplotlib.figure, tensorflow"

programs:
	$(COVERED) $(PROGRAMS)

engine:
	$(COVERED) $(addprefix --ignore=tests/,browser packaging runtime surfaces) $(PROGRAMS:%=--ignore=%)

runtime:
	$(COVERED) tests/runtime $(INTERRUPTING:%=--ignore=%)

surfaces:
	$(COVERED) tests/surfaces

interrupting:
	$(BIN)/pytest $(INTERRUPTING)

browser:
	$(BIN)/pytest tests/browser

# It builds with the node modules that the sidebar is checked with.
packaging: | checked-sidebar
	$(BIN)/pytest tests/packaging

# Each mutant comes from its seed alone: make fuzz FUZZ_SEED=1234 FUZZ_COUNT=1. FUZZ_NOTEBOOKS names a folder of others.
fuzz: $(VENV)/.installed-test
	HYBRIDIZE_FUZZ_COUNT=$(FUZZ_COUNT) HYBRIDIZE_FUZZ_SEED=$(FUZZ_SEED) HYBRIDIZE_FUZZ_NOTEBOOKS=$(abspath $(FUZZ_NOTEBOOKS)) \
		$(BIN)/pytest -n $(PYTEST_WORKERS) tests/fuzz

# A copy is worked on. Each prints how many were changed, and what is not as it was, or is worse.
roundtrip: $(VENV)/.installed-test
	$(BIN)/python -m tests.fuzz.roundtrip $(NOTEBOOKS)
	$(BIN)/python -m tests.fuzz.roundtrip $(NOTEBOOKS) --signatures
	$(BIN)/python -m tests.fuzz.roundtrip $(NOTEBOOKS) --signatures --verify-first --every

checked-python:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m jupyter_hybridize.surfaces.typescript --check labextension/src/types.ts

checked-sidebar: sidebar
	$(JLPM) lint:check
	$(JLPM) types:check
	$(JLPM) test

# It is built with what is installed first: therefore in a make of its own.
sidebar: $(SIDEBAR) $(NODE_MODULES)
	$(BIN)/jupyter-builder develop . --overwrite

$(SIDEBAR): $(SIDEBAR_SOURCES) | $(NODE_MODULES)
	$(JLPM) build

$(NODE_MODULES): labextension/package.json labextension/yarn.lock
	$(JLPM) install --immutable
	touch $@

chromium: SUDO = $(if $(IS_ROOT),,$(shell command -v sudo || echo false))
chromium:
	@command -v "$${HYBRIDIZE_CHROMIUM:-chromium}" >/dev/null \
	|| { $(SUDO) apt-get update && $(SUDO) apt-get install -y --no-install-recommends chromium; } \
	|| { echo "The browser tests need Chromium: install it, or set HYBRIDIZE_CHROMIUM to its path." >&2; exit 1; }

# A file tells what is installed already; a changed pyproject.toml makes it stale.
$(VENV)/.installed-lab: EXTRAS := build,lab,tensorflow-cpu
$(VENV)/.installed-test: EXTRAS := build,test,lab

$(VENV)/.installed-%: pyproject.toml | $(BIN)/python
	@[ ! -L $(LOADED_SIDEBAR) ] || rm $(LOADED_SIDEBAR)  # pip would write through it
	SKIP_JUPYTER_BUILDER=1 $(BIN)/python -m pip install $(PIP_FLAGS) --editable '.[$(EXTRAS)]'
	touch $@

# Beside the environment: in it, it would change how every JupyterLab opens its notebooks.
$(COLLABORATION)/.installed: | $(VENV)/.installed-test
	$(BIN)/python -m pip install $(PIP_FLAGS) --prefix $(COLLABORATION) 'jupyter-collaboration>=4'
	touch $@

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
