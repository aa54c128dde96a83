"""The package's source code as syntax trees, for the tests that read it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "techradar"


@dataclass(frozen=True)
class Source:
    """One module: its dotted name, its text and its tree."""

    name: str
    text: str
    tree: ast.Module
    is_package: bool = False

    @property
    def room(self) -> str:
        """The part of the package that it belongs to: `layout` for `techradar.layout.scene`."""
        return (*self.name.split("."), "")[1]


def source(name: str, text: str, is_package: bool = False) -> Source:
    """A module from its text, as the tests of the checks write it."""
    return Source(name, text, ast.parse(text), is_package)


@cache
def package() -> tuple[Source, ...]:
    """Every module of the package, in the order of their names."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        found.append(source(".".join(parts[:-1] if is_package else parts), path.read_text("utf-8"), is_package))
    return tuple(found)


def docstrings(tree: ast.Module) -> set[ast.AST]:
    """The nodes of a tree that are docstrings, or texts that stand alone as one does."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def dotted(node: ast.AST) -> str:
    """`a.b.c` of a name or an attribute; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{before}.{node.attr}" if (before := dotted(node.value)) else ""
    return ""


def parents(tree: ast.Module) -> dict[ast.AST, ast.AST]:
    """What each node of a tree stands in."""
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def around(node: ast.AST, stands_in: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    """What a node stands in, from the inside out."""
    while node in stands_in:
        node = stands_in[node]
        yield node


def none_of(complaints: Iterable[str]) -> None:
    """Fails with every complaint, each on a line of its own."""
    if found := list(complaints):
        pytest.fail("\n".join(["", *found]), pytrace=False)
