# make demo and make test set up what they need by themselves.
.PHONY: demo test check bench story serve train clean
.DEFAULT_GOAL := demo

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
DEMO := out/demo

demo: $(READY)            ## the fixtures in, the reports out: on the terminal, and as one HTML page each
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/crossclaim --data $(DEMO)/data add fixtures/articles
	@for kind in agreements contradictions changed framings; do \
	  $(BIN)/crossclaim --data $(DEMO)/data report $$kind --format html > $(DEMO)/$$kind.html; done
	$(BIN)/crossclaim --data $(DEMO)/data report agreements --limit 3
	$(BIN)/crossclaim --data $(DEMO)/data report contradictions --limit 5
	$(BIN)/crossclaim --data $(DEMO)/data report changed --limit 3
	$(BIN)/crossclaim --data $(DEMO)/data report framings --topic strategy --limit 8
	@echo; echo "As pages: $(CURDIR)/$(DEMO)/contradictions.html (and agreements, changed, framings beside it)"

test: $(READY)            ## every test, the slow ones too
	$(BIN)/pytest

check: $(READY)           ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)           ## speed on the fixtures; quality on PAIRS="a.jsonl b.jsonl" where given
	$(BIN)/crossclaim bench speed fixtures/articles
	$(if $(PAIRS),$(BIN)/crossclaim bench quality $(PAIRS))

story: $(READY)           ## the pictures of docs/desk.md, by a real browser
	mkdir -p docs/desk && CROSSCLAIM_STORY=docs/desk $(BIN)/pytest tests/e2e/browser/test_journey.py -k from_articles

serve: $(READY)           ## the HTTP API on http://127.0.0.1:8000
	$(BIN)/crossclaim serve

train: $(READY)           ## the pair model from labelled pairs: make train NLI="…" PAIRS="…" (see docs/training.md)
	PYTHON=$(BIN)/python OUT=$(or $(OUT),out/training) NLI="$(NLI)" PAIRS="$(PAIRS)" sh models/training/recipe.sh

clean:                    ## everything that make made
	rm -rf .venv out build *.egg-info

# torch is asked for first and alone: an open range would pull gigabytes of CUDA.
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt torch
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $(READY)
