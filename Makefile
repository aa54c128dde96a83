# Needs Python 3.11 or later and make, nothing else. Works with GNU make 3.81, which macOS ships.
# `make PYTHON=/path/to/python radar` takes a Python of your choice.

VENV := .venv
BIN := $(VENV)/bin
ARGS :=

# matplotlib's font cache; and its settings are ours, not those of the user's home.
export MPLCONFIGDIR := $(CURDIR)/$(VENV)/matplotlib
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A stamp says that a set-up is done; it is redone when pyproject.toml changes. A folder that was moved, and
# one whose Python is gone, must be set up anew: the scripts in it hold its old path.
STAMP := $(VENV)/.techradar
ifneq ($(shell $(BIN)/python -c "print(open('$(VENV)/.folder', encoding='utf-8').read())" 2>/dev/null),$(CURDIR))
MOVED := moved
endif

# Browser tests drive Chromium. Where there is none, apt gets it if that asks nobody for a password.
define CHROMIUM
for each in chromium chromium-browser google-chrome google-chrome-stable; do \
  if command -v $$each >/dev/null 2>&1; then exit 0; fi; \
done; \
if [ "$$(uname)" != Linux ]; then exit 0; fi; \
as_root=; \
if [ "$$(id -u)" != 0 ]; then as_root="sudo -n"; fi; \
if command -v apt-get >/dev/null 2>&1 && $$as_root true 2>/dev/null; then \
  echo "Installing Chromium with apt, for the browser tests." >&2; \
  $$as_root apt-get -q update >/dev/null && \
  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install chromium >/dev/null \
    && exit 0; \
fi; \
echo "No Chromium: the browser tests will be skipped. Install it (Debian: sudo apt install chromium) to run them." >&2
endef

.PHONY: help radar gallery test setup lint format benchmark clean moved

help:
	@echo "make radar      sets up, renders the radar in radar-data/ and says where the picture is"
	@echo "make gallery    draws the pictures of docs/gallery.md"
	@echo "make test       sets up, runs all tests (browser tests need Chromium)"
	@echo "make lint       checks style and types; make format puts the style right"
	@echo "make benchmark  measures speed against the floor of the same run"
	@echo "make clean      removes what was set up and built"

radar: $(STAMP)
	@$(BIN)/techradar --data radar-data render $(ARGS)

gallery: $(STAMP)
	@$(BIN)/python tools/gallery.py $(ARGS)

test: $(STAMP)-test
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 8 $(ARGS)

setup: $(STAMP) $(STAMP)-test $(STAMP)-lint

lint: $(STAMP)-test $(STAMP)-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP)-lint
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

benchmark: $(STAMP)
	@$(BIN)/python benchmarks/speed.py $(ARGS)

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

moved:

$(STAMP): pyproject.toml $(MOVED)
	@python=; \
	for each in $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11 python); do \
	  if "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$each; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Python 3.11 or later is needed, and none was found ($(if $(PYTHON),$(PYTHON),python3 or python3.11 and later))." >&2; \
	  echo "Install it from https://www.python.org/downloads/, or say where it is: make PYTHON=/path/to/python" >&2; \
	  exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
	  version=$$("$$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
	  echo "This Python ($$python, $$version) came without venv, which the set-up needs." >&2; \
	  echo "On Debian and Ubuntu: sudo apt install python$$version-venv" >&2; \
	  exit 1; \
	fi; \
	echo "Setting up in $(VENV); this takes a minute, and is only done again when pyproject.toml changes." >&2; \
	"$$python" -m venv $(if $(MOVED),--clear) "$(VENV)"
	@$(BIN)/python -m pip install --quiet --editable .
	@# pip compiles what it installs, but not what it only points to.
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python -c "import os; open('$(VENV)/.folder', 'w', encoding='utf-8').write(os.getcwd())"
	@touch $@

# Dependency groups need pip 25.1.
$(STAMP)-test: $(STAMP)
	@echo "Setting up the tests." >&2
	@$(BIN)/python -m pip install --quiet "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --group test
	@$(CHROMIUM)
	@touch $@

$(STAMP)-lint: $(STAMP)
	@$(BIN)/python -m pip install --quiet "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --group lint
	@touch $@
