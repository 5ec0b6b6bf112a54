# Two commands do everything: `make app` opens the page, `make test` runs all checks and tests.
# Each sets up what it still needs in .venv. Python 3.11 or newer and make are all that must be there.

PYTHON ?= python3
PORT ?= 7860
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
# The CPU build of torch: the default one brings several GB of CUDA. Where this index cannot be
# reached, pip goes on to the ordinary one.
TORCH := torch==2.13.0 --extra-index-url https://download.pytorch.org/whl/cpu --retries 0 --timeout 15

.PHONY: app test check index benchmark clean

app: $(VENV)/.installed
	$(BIN)/python app.py --port $(PORT)

index: $(VENV)/.installed
	$(BIN)/tracuu index

test: check
	# Two workers share two cores (three take longer): threads of the model would only get in each other's way.
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist loadfile

check: $(VENV)/.installed-dev
	$(BIN)/ruff check src tests benchmarks app.py
	$(BIN)/ruff format --check src tests benchmarks app.py
	$(BIN)/mypy
	PYTHONPATH=src $(BIN)/lint-imports

benchmark: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/speed.py

$(VENV)/.created:
	$(PYTHON) -c "import sys; sys.exit('Cần Python 3.11 trở lên; đang dùng ' + sys.version.split()[0]) if sys.version_info < (3, 11) else None"
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.torch: $(VENV)/.created
	$(PIP) $(TORCH)
	touch $@

$(VENV)/.installed: $(VENV)/.torch requirements.txt pyproject.toml
	$(PIP) -r requirements.txt
	$(PIP) --no-deps -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(PIP) -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) index/generations index/CURRENT
