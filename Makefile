# Every chore by one name; `make` alone lists them.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && { echo "$$p"; break; }; done)
VENV ?= .venv
PORT ?= 8501
TORCH ?=# further options for pip when it installs torch, such as an index with CPU builds
REPLIES ?=# a file of a language model's recorded replies, for eval
MUTATED ?= 2000
GENERATED ?= 20000
TESTS ?=# further options for pytest, such as: TESTS="-k register"
unexport PYTHONDONTWRITEBYTECODE  # every process would compile the program again, for a second each
export BOARD_PAPERS_SHARED ?= $(abspath ../shared)

PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check install -qq
HASHED := $(PIP) --require-hashes --no-deps  # a lock names everything; pip rejects a file with another hash
UV := uv==0.13.9
LOCK := $(PY) -m uv pip compile --universal --python-version 3.11.2 --generate-hashes --no-annotate --no-header \
	--system-certs --quiet --no-emit-package torch
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev
SHARED_OUT := --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder  # files, the longest first
TYPED := corpus indexer retriever app bench streamlit_app.py

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test check eval figures bench places ablation growth fuzz sample screenshots lock install install-dev

help: ## list the chores
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(RUN) ## index the papers (BOARD_PAPERS_CORPUS, else the samples) and serve the pages on PORT
	@$(PY) -m indexer sync || [ $$? -eq 3 ]  # 3: indexed, but some files could not be read; it has listed them
	@$(PY) -m streamlit run streamlit_app.py --server.port $(PORT)

test: $(DEV) ## run every test; needs Chromium and Tesseract
	@bash .ci/packages chromium tesseract-ocr
	@$(PY) -m pytest $(SHARED_OUT) $(TESTS)

check: $(DEV) ## run before a commit: ruff, vulture, mypy and the quick tests
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/vulture
	@$(VENV)/bin/mypy $(TYPED)
	@$(PY) -m pytest -m "not browser and not slow" $(SHARED_OUT) $(TESTS)

eval: $(DEV) ## answer the gold questions of BOARD_PAPERS_SHARED (else ../shared) and print the scores
	@$(PY) -m bench evaluate $(if $(REPLIES),--replies-in "$(REPLIES)")

figures: eval ## the same, and write the figures to the page About
	@cp eval-out/evaluation.json app/evaluation.json

places: $(DEV) ## for each body with decisions marked by hand: sections, dates, register, and the same with its own weights left out
	@$(PY) -m bench.places --shared "$(BOARD_PAPERS_SHARED)"

bench: $(DEV) ## compare with the standard LangChain recipe on the same papers
	@$(PY) -m bench compare

ablation: $(DEV) ## measure what each part of the search adds on the gold questions
	@$(PY) -m bench ablate

growth: $(DEV) ## measure the search among 100,000 passages, most of them synthetic
	@$(PY) -m bench grow

fuzz: $(DEV) ## read MUTATED broken files and GENERATED made-up minutes; no rule may fail or take too long
	@BOARD_PAPERS_MUTATED=$(MUTATED) BOARD_PAPERS_GENERATED_MINUTES=$(GENERATED) $(PY) -m pytest tests/fuzz -s $(TESTS)

sample: $(DEV) ## draw the sample papers again from corpus/sample/sources
	@$(PY) -m corpus.sample.build

screenshots: $(DEV) ## save pictures of every page into screenshots/; needs Chromium
	@bash .ci/packages chromium
	@$(PY) tests/browser/screenshots.py screenshots

lock: | $(PY) ## write both locks again from requirements*.txt and constraints.txt: every version with its hashes
	@$(PIP) $(UV)
	@$(LOCK) requirements.txt --output-file requirements.lock
	@$(LOCK) requirements-dev.txt --output-file requirements-dev.lock \
		$$(sed -n 's/^\([a-z0-9-]*\)==.*/--no-emit-package \1/p' requirements.lock)

install: $(RUN) ## install what `make run` needs
install-dev: $(DEV) ## install what the other chores need

$(PY):
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed: install it, or name it with PYTHON=..." >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || bash .ci/packages python3-venv
	@"$(PYTHON)" -m venv $(VENV)

$(RUN): requirements.txt requirements.lock constraints.txt | $(PY)
	@echo "Installing what the program needs (minutes the first time) ..."
	@$(HASHED) -r requirements.lock
	@$(PIP) $(TORCH) -c constraints.txt "$$(grep -o '^torch==[0-9.]*' requirements.txt)"
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	@$(HASHED) -r requirements-dev.lock
	@touch $@
