# make lab    installs what is needed into .venv and opens the tutorial in JupyterLab
# make test   installs what is needed into .venv and runs every check that the project has

PYTHON ?= python3
VENV ?= .venv
PYTEST_WORKERS ?= 2
LAB_FLAGS ?= $(if $(filter 0,$(shell id -u)),--allow-root)

BIN := $(VENV)/bin
COVERED := --cov=jupyter_hybridize

# These send signals at any moment. One that meets the lock of the coverage tool leaves it held for ever.
INTERRUPTING := tests/runtime/state/test_interrupts.py tests/runtime/isolation/test_isolation.py \
	tests/runtime/measurement/test_benchmark_state.py tests/runtime/verification/test_stopping.py

.PHONY: lab test

lab: $(VENV)/.installed-lab
	$(BIN)/jupyter lab $(LAB_FLAGS) notebooks/quickstart.ipynb

test: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(PYTEST_WORKERS) $(COVERED) --cov-report= --ignore=tests/runtime --ignore=tests/surfaces
	$(BIN)/pytest -n $(PYTEST_WORKERS) $(COVERED) --cov-append --cov-report= tests/runtime $(INTERRUPTING:%=--ignore=%)
	$(BIN)/pytest -n $(PYTEST_WORKERS) $(COVERED) --cov-append --cov-report=term --cov-fail-under=90 tests/surfaces
	$(BIN)/pytest -n $(PYTEST_WORKERS) $(INTERRUPTING)

# A file tells what is installed already; a changed pyproject.toml makes it stale.
$(VENV)/.installed-lab: EXTRAS := lab,tensorflow-cpu
$(VENV)/.installed-test: EXTRAS := test,lab

$(VENV)/.installed-%: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --editable '.[$(EXTRAS)]'
	touch $@

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
