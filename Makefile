# The project's commands. `make` alone lists them.
# Everything runs in .venv, made from the lock file by the first command that needs it.

PYTHON ?= python3
VENV   := .venv
ifeq ($(OS),Windows_NT)
BIN    := $(VENV)/Scripts
else
BIN    := $(VENV)/bin
endif
READY  := $(VENV)/.ready
AMAGER := specs/amager
VSCODE := editors/vscode

.DEFAULT_GOAL := help
.PHONY: help demo report browser test cluster lint types docs bench fuzz register goldens tables vscode lock clean

help: ## list these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## */  make \1|/' | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: $(READY) ## judge the Amager agreement on its published figures
	@$(BIN)/tryghed check $(AMAGER)/amager-2017.tryghed --data $(AMAGER)/figures-published.csv; \
	echo "(tryghed check ended with exit code $$?)"

REPORTS := build/status
report: $(READY) ## write the status reports of Amager, in all formats, to build/status
	@mkdir -p $(REPORTS)
	@for year in 2018 2019 2020; do \
	  report="$(BIN)/tryghed report $(AMAGER)/amager-2017.tryghed --data $(AMAGER)/figures-example.csv --lang da --as-of $$year"; \
	  $$report $(foreach ending,html docx pdf xlsx md csv json svg,-o $(REPORTS)/amager-$$year.$(ending)) || exit 1; \
	  $$report -o $(REPORTS)/amager-$$year.xml --format junit || exit 1; \
	done

test: $(READY) ## run the tests
	$(BIN)/python -m pytest

# Spark is large, and stays out of the lock file.
CLUSTER := .venv-cluster
$(CLUSTER)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(CLUSTER)
	$(CLUSTER)/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(CLUSTER)/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(CLUSTER)/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check "pyspark>=4"
	@touch $(CLUSTER)/.ready

cluster: $(CLUSTER)/.ready ## run the tests of Apache Spark, on a cluster of their own
	$(CLUSTER)/$(notdir $(BIN))/python -m pytest tests/cluster

browser: $(READY) ## look for barriers in the web page of a report, in a browser without a window
	-npm ci --prefix tests/browser --silent --no-audit --no-fund
	$(BIN)/python -m pytest tests/browser

lint: $(READY) ## style, and which floor may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(READY) ## strict types, in the program and its tests
	$(BIN)/mypy

docs: $(READY) ## build the documentation into docs/_build
	$(BIN)/sphinx-build --quiet --fail-on-warning docs docs/_build

bench: $(READY) ## measure beside others, and print ratios
	cd tests && ../$(BIN)/python -m bench

fuzz: $(READY) ## long random tests
	$(BIN)/python -m pytest tests/property --hypothesis-profile=fuzz
	cd tests && ../$(BIN)/python -m property.damage
	cd tests && ../$(BIN)/python -m oracle.fuzz
	cd tests && ../$(BIN)/python -m oracle.fuzz --engine duckdb --cases 10000

register: $(READY) ## kill programs that write to a register, 500 records long
	$(BIN)/python -m pytest tests/register/test_safety.py tests/databases/test_register_postgres.py --in-full

goldens: $(READY) ## write the expected outputs anew; read the diff
	$(BIN)/python -m pytest --update-goldens tests/cli tests/docs tests/house tests/publishing

tables: $(READY) ## make the parser's tables, and the colours of editors, anew from the grammar
	$(BIN)/python -m tryghed_dsl.syntax.compiled
	$(BIN)/python -m tryghed_dsl.highlighting.textmate > $(VSCODE)/syntaxes/tryghed.tmLanguage.json

vscode: ## package the extension for Visual Studio Code; needs Node.js
	cd $(VSCODE) && npm ci --silent --no-audit --no-fund && npm test --silent && npm run --silent package

lock: $(READY) ## resolve the dependencies anew
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --group dev pyproject.toml -o requirements.lock

clean: ## remove what the commands made
	rm -rf $(VENV) $(CLUSTER) $(VSCODE)/node_modules $(VSCODE)/dist $(VSCODE)/tryghed.vsix tests/bench/.peers tests/bench/.made tests/browser/node_modules docs/_build build/status .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
