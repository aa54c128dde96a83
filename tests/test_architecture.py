"""The rooms of the package: imports go one way, each library stays in its room, `--help` loads nothing heavy."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from sources import Source, around, dotted, none_of, package, parents, source

# What a module imports of the package stands above it. Rooms on one line may not import one another.
ROOMS = (
    ("language",),
    ("municipalities",),  # data of the 98; knows no language
    ("problems",),
    ("yamlhints",),
    ("yamlnodes",),
    ("yamltree",),
    ("yamlwrite",),
    ("yamlsplice",),
    ("yamledit",),
    ("files",),
    ("model",),
    ("scoring",),
    ("history",),
    ("courses",),
    ("differences",),
    ("dues",),
    ("theme",),
    ("views",),
    ("rules",),
    ("store",),
    ("editing",),
    ("layout",),
    ("draw",),
    ("publish",),
    ("exchange",),
    ("survey",),
    ("cli",),
    ("__main__",),
)
# Each library with the modules that may import it. A library that is not named may be imported nowhere.
BORDERS = {
    "yaml": ("techradar.yamltree",),
    "pydantic": ("techradar.model",),
    "pydantic_core": ("techradar.model",),
    "matplotlib": ("techradar.draw.raster",),
    "numpy": ("techradar.draw.raster",),
    "typer": ("techradar.cli",),
    "rich": ("techradar.cli", "techradar.publish.tables"),
    "markdown_it": ("techradar.publish",),
}
LONGEST = 400
CLOCK = re.compile(r"(?:.*\.)?(?:date|datetime|time)\.(?:now|today|utcnow|time|localtime|gmtime)")


def ranks() -> dict[str, int]:
    """The place of each room in the list, from above."""
    return {room: rank for rank, rooms in enumerate(ROOMS) for room in rooms}


def lies_in(module: str, place: str) -> bool:
    """Whether a module is `place`, lies in it, or is a part of it in a file beside it (`yamltree_text`)."""
    return re.match(rf"{re.escape(place)}(?![a-z0-9])", module) is not None


def room_of(module: str) -> str:
    """The room of a module; empty for the package itself; the bare name where there is no such room."""
    name = (*module.split("."), "")[1]
    return next((room for room in ranks() if name and lies_in(name, room)), name)


def imports(module: Source, known: frozenset[str] = frozenset()) -> Iterator[tuple[ast.Import | ast.ImportFrom, str]]:
    """Every import in a module, inside functions too: its statement and the dotted name that it brings in."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = module.name.split(".")
                up = parts[: len(parts) - node.level + module.is_package]
                base = ".".join([*up, *([base] if base else [])])
            names = [f"{base}.{alias.name}" for alias in node.names]
            submodules = [name for name in names if name in known]
            yield from ((node, name) for name in submodules)
            if len(submodules) < len(names):
                yield node, base


def upward(module: Source) -> Iterator[str]:
    """Imports from a room that does not stand above the module's own."""
    rank = ranks()
    here = room_of(module.name)
    if here and here not in rank:
        yield f"{module.name} stands in no room of the list"
        return
    for node, name in imports(module, frozenset(other.name for other in package())):
        there = room_of(name) if name.split(".")[0] == "techradar" else ""
        if not (there and here) or there == here:
            continue
        if there not in rank or rank[there] >= rank[here]:
            yield f"{module.name}:{node.lineno} imports {name}, which does not stand above it"


def smuggled(module: Source) -> Iterator[str]:
    """Libraries outside their rooms."""
    for node, name in imports(module):
        library = name.split(".")[0]
        if library in sys.stdlib_module_names or library == "techradar":
            continue
        if not any(lies_in(module.name, place) for place in BORDERS.get(library, ())):
            yield f"{module.name}:{node.lineno} imports {name}"


def circles(modules: Iterable[Source]) -> list[str]:
    """Modules that import each other when they are loaded; what is imported in a function comes later."""
    modules = list(modules)
    known = frozenset(module.name for module in modules)
    leads_to: dict[str, set[str]] = {}
    for module in modules:
        stands_in = parents(module.tree)
        leads_to[module.name] = {
            name
            for node, name in imports(module, known)
            if name in known and not any(_runs_later(outer) for outer in around(node, stands_in))
        }
    done: set[str] = set()
    found: list[str] = []

    def follow(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            found.append(" -> ".join((*path[path.index(name) :], name)))
        elif name not in done:
            for after in sorted(leads_to[name]):
                follow(after, (*path, name))
            done.add(name)

    for name in sorted(known):
        follow(name, ())
    return found


def _runs_later(node: ast.AST) -> bool:
    """A function's body, and what only a type checker reads."""
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or (
        isinstance(node, ast.If) and dotted(node.test).endswith("TYPE_CHECKING")
    )


def unrepeatable(module: Source) -> Iterator[str]:
    """What makes two runs differ, or keeps state for the whole process."""
    for statement, name in imports(module):
        for banned in ("random", "click", "matplotlib.pyplot", "matplotlib.pylab"):
            if name == banned or name.startswith(f"{banned}."):
                yield f"{module.name}:{statement.lineno} imports {banned}"
        if name == "matplotlib" and {alias.name for alias in statement.names} & {"pyplot", "pylab"}:
            yield f"{module.name}:{statement.lineno} imports matplotlib.pyplot"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name) and node.id == "hash" and isinstance(node.ctx, ast.Load):
            yield f"{module.name}:{node.lineno} uses hash(), which differs from run to run"
        if CLOCK.fullmatch(dotted(node)) and room_of(module.name) != "cli":
            yield f"{module.name}:{getattr(node, 'lineno', 0)} reads the clock; the day is passed in"


def undescribed(module: Source) -> Iterator[str]:
    """Modules, public classes and public functions without a docstring."""
    if not ast.get_docstring(module.tree):
        yield module.name

    def within(node: ast.Module | ast.ClassDef, path: str) -> Iterator[str]:
        for part in node.body:
            if not isinstance(part, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if part.name.startswith("_") or any("overload" in dotted(mark) for mark in part.decorator_list):
                continue
            if not ast.get_docstring(part):
                yield f"{path}.{part.name}"
            if isinstance(part, ast.ClassDef):
                yield from within(part, f"{path}.{part.name}")

    yield from within(module.tree, module.name)


def overlong(module: Source) -> Iterator[str]:
    """Modules that do more than one thing, going by their length."""
    lines = module.text.count("\n")
    if lines > LONGEST:
        yield f"{module.name} has {lines} lines"


def borrowed(module: Source) -> Iterator[str]:
    """Test files that are imported: each would be loaded twice, and hide what is shared."""
    for node, name in imports(module):
        if name.startswith("test_"):
            yield f"{module.name}:{node.lineno} imports {name}; what tests share stands in a module beside them"


Check = Callable[[Source], Iterator[str]]


@pytest.mark.parametrize("check", [upward, smuggled, unrepeatable, undescribed, overlong])
def test_the_package_keeps_the_rules(check: Check) -> None:
    """No module breaks the rule that the check states in its docstring."""
    none_of(complaint for module in package() for complaint in check(module))


def test_what_tests_share_is_no_test() -> None:
    """No test and no helper of tests imports a test file."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    none_of(complaint for path in files for complaint in borrowed(source(path.stem, path.read_text("utf-8"))))


def test_no_modules_import_each_other() -> None:
    """Inside a room, too, imports go one way."""
    none_of(circles(package()))


def test_every_room_above_the_command_line_is_there() -> None:
    """The list names no room that has gone, apart from those that are still to be built."""
    rooms = {room_of(module.name) for module in package()}

    assert set(ranks()) - rooms <= {"exchange", "survey"}


@pytest.mark.parametrize(
    ("check", "module", "text"),
    [
        (upward, "techradar.scoring", "from techradar.history import moved"),
        (upward, "techradar.scoring", "def later():\n    import techradar.cli.main"),
        (upward, "techradar.model.values", "from ..store import load"),
        (upward, "techradar.language", "from techradar import problems"),
        (upward, "techradar.problems", "from . import problems, yamltree"),
        (upward, "techradar.attic", "x = 1"),
        (smuggled, "techradar.store", "import yaml"),
        (smuggled, "techradar.scoring", "from pydantic import BaseModel"),
        (smuggled, "techradar.draw.svg", "def draw():\n    from matplotlib.figure import Figure"),
        (smuggled, "techradar.publish.page", "from rich.table import Table"),
        (smuggled, "techradar.modelling", "import pydantic"),
        (smuggled, "techradar.cli.main", "import jinja2"),
        (unrepeatable, "techradar.layout.slots", "import random"),
        (unrepeatable, "techradar.layout.slots", "from random import shuffle"),
        (unrepeatable, "techradar.layout.slots", "key = hash('a')"),
        (unrepeatable, "techradar.layout.slots", "names.sort(key=hash)"),
        (unrepeatable, "techradar.draw.raster", "import matplotlib.pyplot as plt"),
        (unrepeatable, "techradar.draw.raster", "from matplotlib import pyplot"),
        (unrepeatable, "techradar.cli.main", "import click"),
        (unrepeatable, "techradar.rules", "import datetime\nday = datetime.date.today()"),
        (unrepeatable, "techradar.rules", "from datetime import datetime\nfield(default_factory=datetime.now)"),
        (unrepeatable, "techradar.rules", "import time\nstart = time.time()"),
        (undescribed, "techradar.files", "x = 1"),
        (undescribed, "techradar.files", '"""Files."""\ndef read(): ...'),
        (undescribed, "techradar.files", '"""Files."""\nclass File:\n    "A file."\n    def read(self): ...'),
        (overlong, "techradar.files", "x = 1\n" * (LONGEST + 1)),
        (borrowed, "test_layout", "from test_matrix import boxes_of"),
        (borrowed, "scenes", "def later():\n    import test_matrix"),
    ],
)
def test_a_broken_rule_is_found(check: Check, module: str, text: str) -> None:
    """Each check tells of a module that breaks its rule."""
    assert list(check(source(module, text)))


@pytest.mark.parametrize(
    ("check", "module", "text"),
    [
        (upward, "techradar.history", "from techradar.scoring import score\nfrom techradar.history import x"),
        (upward, "techradar.store", "from techradar import __version__"),
        (smuggled, "techradar.yamltree_events", "import yaml"),
        (smuggled, "techradar.publish.tables", "import json\nfrom rich.table import Table"),
        (borrowed, "test_layout", "from pictures import boxes_of\nimport generated"),
        (unrepeatable, "techradar.cli.common", "from datetime import date\nday = date.today()"),
        (unrepeatable, "techradar.files", "import hashlib\nfirst = hashlib.sha256(b'').hexdigest()"),
        (
            undescribed,
            "techradar.files",
            '"""Files."""\ndef _read(): ...\ndef read():\n    """Reads."""\n    def f(): ...',
        ),
    ],
)
def test_what_the_rules_allow_is_left_alone(check: Check, module: str, text: str) -> None:
    """No check complains of a module that keeps its rule."""
    assert list(check(source(module, text))) == []


def test_a_circle_is_found() -> None:
    """Two modules that import each other when they are loaded are named; an import in a function is none."""
    first = source("techradar.draw.a", "from techradar.draw import b")
    second = source("techradar.draw.b", "from techradar.draw.a import x")
    later = source("techradar.draw.b", "def f():\n    from techradar.draw.a import x")

    assert circles([first, second]) == ["techradar.draw.a -> techradar.draw.b -> techradar.draw.a"]
    assert circles([first, later]) == []


def loaded(*arguments: str, folder: Path, **environment: str) -> set[str]:
    """The libraries that a command imports, by their first names."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "techradar", *arguments],
        cwd=folder, env=os.environ | environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    names = set(re.findall(r"^import time:.*\| +([\w.]+)$", done.stderr, re.MULTILINE))
    said = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
    assert done.returncode == 0, "\n".join(said)
    assert "techradar" in names, "importtime says nothing"
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["render", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    """Help comes at once: neither the model nor the drawing is loaded for it."""
    assert loaded(*arguments, folder=tmp_path) & {"pydantic", "matplotlib", "numpy", "yaml"} == set()


def test_completion_loads_nothing_heavy(tmp_path: Path) -> None:
    """Each press of the tab key runs the program, so it loads no more than help does."""
    asked = {"_TECHRADAR_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "techradar ren"}

    assert loaded(folder=tmp_path, **asked) & {"pydantic", "matplotlib", "numpy"} == set()


@pytest.mark.parametrize("arguments", [["render", "picture.svg"], ["validate"], ["list"]])
def test_only_png_and_pdf_load_matplotlib(arguments: list[str], tmp_path: Path) -> None:
    """A picture as SVG, and all that draws no picture, does without matplotlib."""
    from generate import write_radar

    write_radar(tmp_path / "radar-data", 5)

    assert loaded(*arguments, folder=tmp_path) & {"matplotlib", "numpy"} == set()
