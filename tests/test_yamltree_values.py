"""Reading YAML text without places: the same values as with them, and only where there is nothing to tell."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from techradar import yamltree, yamltree_values
from techradar.language import phrase
from techradar.yamltree import parse, read
from techradar.yamltree_values import values_of
from yamltexts import PIECES

ROOT = Path(__file__).parent.parent
MEMBERS = st.sampled_from(
    ["a: b\n", "c:\n", "d: null\n", "e: 'null'\n", "f: |\n  x # y\n\n", "g: [h, {i: j}, ]\n", "# o # p\n", "q: r # s\n",
     "k:\n  - l\n  -\n  - m: n\n", "t: u#\n", "a: again\n", "~: v\n", "'': w\n", '"x\\t": y\n', '"z": "\\u202e"\n',
     "&b c: d\n", "e: *b\n", "f: !g h\n", "i: R&D!\n", "---\n", "...\n", "%TAG ! !\n", "? j\n", "k: l: m\n", "\n",
     "\r\n", "[n]: o\n"]
)  # fmt: skip


def agree(text: str) -> None:
    """Hold that the values are the tree's, or are left to it; they never are where there is a problem."""
    found, tree = values_of(text), parse(text, "f")
    if found is not None:
        assert tree.problems == []
        assert found == tree.plain()


@settings(max_examples=600)
@given(st.one_of(st.lists(MEMBERS, max_size=8), st.lists(PIECES, max_size=16)).map("".join), st.booleans())
@example("%TAG !e! tag:x\n---\na: b\n", False)
@example("a: \u202eb\n", False)
@example("summary: i en sag\u00a0 #1\n", False)
@example("a: " + "[" * 49 + "]" * 49 + "\n", False)
@example("a: " + "[" * 50 + "]" * 50 + "\n", False)
def test_values_are_those_of_the_tree(text: str, pure: bool) -> None:
    """Whatever the text, with libyaml and without it: the same values where nothing is told, else none."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (yamltree, yamltree_values):
            patch.setattr(module, "LOADER", yaml.SafeLoader if pure else yamltree_values.LOADER)
        agree(text)


@pytest.mark.parametrize("path", sorted(path for path in (ROOT / "tests" / "bad").rglob("*.yaml") if path.is_file()))
def test_a_mistaken_file_is_told_of_as_before(path: Path) -> None:
    """What is wrong with each bad example is told although its values may be read without places."""
    data = path.read_bytes()
    text, problems = yamltree.decode(data, "f")
    if text is not None:
        problems = parse(text, "f").problems
    assert read(data, "f").problems == problems


def test_the_radars_here_are_read_without_places() -> None:
    """Of nearly all files of the repository's radars nothing is to be told, and their places are not sought."""
    files = [*ROOT.glob("radar-data/technologies/*.yaml"), *ROOT.glob("examples/**/technologies/*.yaml")]
    left = [path.name for path in files if values_of(path.read_text(encoding="utf-8")) is None]
    assert len(files) > 60
    assert len(left) < len(files) / 10


def test_places_are_there_when_they_are_asked_for() -> None:
    """A tree that was read without places has them as soon as somebody asks."""
    tree = read(b"a: b\nc:\n  - d\n", "f")
    assert tree.values == tree.plain() == {"a": "b", "c": ["d"]}
    assert not tree.unread
    found = tree.problem(("c", 0), "unknown-key", phrase("yaml.empty-key"))
    assert (found.line, found.column, found.excerpt) == (3, 5, "  - d")


def test_what_is_read_is_not_what_one_may_change() -> None:
    """Who changes a tree's plain values changes nothing of the tree."""
    tree = read(b"a: [b]\n", "f")
    tree.plain()["a"].append("c")
    assert tree.values == tree.plain() == {"a": ["b"]}
