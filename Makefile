# The words that people and CI share.  README says the same with plain commands.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: setup demo test check format lint types imports fresh eval bench schema generate gazetteer clean

setup: $(VENV)/ready

$(VENV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable ".[test,check]"
	touch $@

demo: setup
	$(BIN)/dateline demo

test: setup
	$(BIN)/pytest

check: format lint types imports fresh test eval

format: setup
	$(BIN)/ruff format --check dateline tests evals

lint: setup
	$(BIN)/ruff check dateline tests evals

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

# What is generated must be what the generator gives today.
fresh: setup
	$(BIN)/python -m evals.fresh

# The worked example, where it is at hand, and our own reports.
eval: setup
	$(BIN)/python -m evals.reports

bench: setup
	$(BIN)/python -m evals.bench

# Everything that is generated, generated anew.
generate: setup
	$(BIN)/python -m dateline.export.record_schema
	$(BIN)/python -m dateline.export.record_reference
	$(BIN)/python -m evals.screenshot
	$(BIN)/python -m evals.readme

schema: generate

gazetteer: setup
	$(BIN)/pip install --quiet --constraint constraints.txt --editable ".[gazetteer]"
	$(BIN)/python -m dateline.gazetteer.build

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
