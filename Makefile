# For a person at work in a checkout; `.ci/run` is what CI runs, in an environment of its own.
PYTHON ?= python

.PHONY: check test bench faults catalogues pictures docs ci

check:  ## what CI checks, with the tools of the active environment
	ruff format --check .
	ruff check .
	mypy
	lint-imports
	$(PYTHON) .ci/catalogues.py --check
	$(PYTHON) docs/keys.py --check
	pytest -q -n auto

test:  ## the tests alone
	pytest -q -n auto

bench:  ## how fast, as ratios: docs/benchmarks.md
	FACILITATOR_BENCH_ROUNDS=4 pytest -q -o addopts='--import-mode=importlib' tests/benchmarks

faults:  ## power cuts, full disks, flipped bits
	pytest -q -o addopts='--import-mode=importlib' tests/faults

catalogues:  ## compile the texts of both languages
	$(PYTHON) .ci/catalogues.py

docs:  ## key table and command line help in README.md
	$(PYTHON) docs/keys.py

pictures:  ## pictures of every screen for README and docs/pictures (SVG)
	$(PYTHON) docs/pictures.py

ci:  ## exactly what CI runs
	.ci/run
