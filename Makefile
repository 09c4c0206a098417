# Each target works alone on a fresh machine: it first makes .venv from the hash-locked requirements.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.saksi
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: setup run talk test unit chromium lint format bench docs picture update-transcripts lock clean

setup: $(STAMP)

# uv installs the lock ten times faster than pip and comes from the lock itself; where only pip can reach the
# packages (a mirror in pip's own settings), pip does it.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Saksi needs Python 3.11 or newer. If you have one, name it: make PYTHON=python3.12 setup")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Setting up .venv from requirements.lock (the first time this takes up to two minutes)."
	@sed -n '/^uv==/,/^    # via/p' requirements.lock > .venv/installer.lock
	@$(PIP) --require-hashes -r .venv/installer.lock
	@UV_LINK_MODE=copy $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock \
		|| $(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m compileall -q bot handlers storage
	@touch $(STAMP)

run: $(STAMP)
	@$(BIN)/saksi run

talk: $(STAMP)
	@$(BIN)/saksi talk

test: lint chromium
	$(BIN)/python -m pytest -n logical --dist worksteal

# What needs no server, browser, database or other process: the talk, the rules and the words.
unit: $(STAMP)
	$(BIN)/python -m pytest -n logical --dist worksteal -m unit $$(grep -rl --include='test_*.py' 'mark\.unit' tests)

# The tests of pages need a browser. Where we may, it is installed; elsewhere they say loudly that they did not run.
chromium:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 \
		|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq >/dev/null \
		&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1; } \
		|| echo "NO CHROMIUM: the pages will not be tried in a browser. Install it: apt-get install chromium"

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)
	$(BIN)/python -m scripts.bench

# The README's picture, of a real run in Chromium: look at it before it is committed.
picture: $(STAMP)
	$(BIN)/python -m scripts.picture

# What is written from tables of the code: docs/lifecycle.md.
docs: $(STAMP)
	$(BIN)/python -m scripts.lifecycle

update-transcripts: $(STAMP)
	$(BIN)/python -m pytest -q tests/test_transcripts.py tests/officers/test_golden.py --update-transcripts

# After a change of dependencies in pyproject.toml. No registry is named in the file it writes.
lock: $(STAMP)
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --output-file requirements.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
