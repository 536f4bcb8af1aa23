# The front door. Every target sets up what is missing first.
.PHONY: setup setup-dev run test train lint check benchmark

setup:
	@scripts/setup

setup-dev:
	@scripts/setup dev

train: setup
	@.venv/bin/goodwork train

run: setup
	@.venv/bin/goodwork train --if-needed
	@exec .venv/bin/goodwork serve

test: setup-dev
	@.venv/bin/goodwork train --if-needed
	@scripts/test

lint: setup-dev
	@scripts/lint

check: setup
	@.venv/bin/goodwork check

benchmark: setup-dev
	@.venv/bin/goodwork train --if-needed
	@.venv/bin/python -m benchmarks.run
