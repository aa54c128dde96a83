"""What every test stands on: the same terminal, language and examples on every machine."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from hypothesis import settings

# The browser's fixtures live beside the tests that need them.
pytest_plugins = ["browser"] if importlib.util.find_spec("browser") else []

# The same examples in every run: a test that fails only sometimes cannot be reproduced by who must mend it.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("ci")

# Typer and rich read these when they are imported, hence here and not in a fixture.
# Each would change what help and tables look like, or which radar a command finds.
for name in ("GITHUB_ACTIONS", "FORCE_COLOR", "PY_COLORS", "NO_COLOR", "TECHRADAR_DATA", "COLUMNS", "LINES"):
    os.environ.pop(name, None)
os.environ["TERMINAL_WIDTH"] = "100"
# Processes that tests start run this source tree, whatever is installed.
os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parent.parent / "src")
os.environ["TECHRADAR_LANG"] = "en"


@pytest.fixture(scope="session", autouse=True)
def shelf(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Processes that share the tests of a run share the pictures too that they draw, see `pictures`."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        os.environ["TECHRADAR_TESTS_SHELF"] = str(tmp_path_factory.getbasetemp().parent)


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test starts with no radar named and English talk, whatever the test before it did."""
    monkeypatch.delenv("TECHRADAR_DATA", raising=False)
    monkeypatch.setenv("TECHRADAR_LANG", "en")
    # Holds for our own code in this process; what a process started here prints is its own.
    monkeypatch.delenv("PYTHONWARNDEFAULTENCODING", raising=False)
