# Every target sets up its own environment first, so a fresh clone needs only Python 3.11 and make.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: help play test deep check docs snapshots

help:
	@echo "make play        start Shiftlead"
	@echo "make test        the tests (some minutes)"
	@echo "make deep        the long tests: many seeds, a built wheel in a fresh environment"
	@echo "make check       style, types and the layers between the rooms"
	@echo "make docs        write the pages of docs/ that come from the program"
	@echo "make snapshots   make the pictures of the screens again, after a wanted change"

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Shiftlead needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

play: $(READY)
	@$(BIN)/shiftlead

test: $(READY)
	$(BIN)/python -m pytest -n auto -m "not deep"

deep: $(READY)
	$(BIN)/python -m pytest -n auto -m deep

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

docs: $(READY)
	$(BIN)/python docs/generate.py

snapshots: $(READY)
	$(BIN)/python -m pytest tests/snapshots --snapshot-update
