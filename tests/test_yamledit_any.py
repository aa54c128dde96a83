"""Editing any YAML text that people may write: what is meant is read, and the rest stays as it was."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from techradar.yamledit import append_item, dump, insert_key, remove, scalar_text, set_node, set_value
from techradar.yamltree import Loc, Mapping, Node, Scalar, Sequence, Tree, parse

ORDER = ("name", "sector", "summary", "tags", "assessments", "edition", "adoption", "basis", "source", "reason")

UNWANTED = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff\ufffe\uffff"
TEXTS = st.one_of(
    st.sampled_from(
        ["", "a", "null", "~", "no", "1.10", "a: b", "a #b", "# a", "- a", "-", "'", '"', "'a' b", "\\n", "%", "[a]",
         "{",
         " a", "a ", "a\nb", "a\nb\n", "\na", "a\n\n", "a\n \nb", " a\nb", "a\n\tb", "\t", "a\tb", "?", "? a", ":",
         ":a",
         "a:", "---", "--- a\n---", "...", "😀 a", "“a”", "a,b", "a, b}", "\u00a0a", "@", "`", "!a", "&a", "*a", "|",
         "> a",
         "<<", "=", "a" * 2000, "a\r\nb"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters=UNWANTED), max_size=30),
    st.text("ab :#-'\"\n,[]{}|>%&*!?\\", max_size=12),
)  # fmt: skip


def as_read(value: str) -> str:
    """A text as a reader gives it back: with plain line breaks."""
    return value.replace("\r\n", "\n")


@settings(max_examples=150)
@given(TEXTS, st.sampled_from(["", "- ", "x: "]))
def test_what_is_written_is_read(value: str, place: str) -> None:
    """Any text, as a value, in a list, deeper, in braces and as a key, is read as it was given."""
    tree = parse(dump({"k": value, "l": [value, {"m": value}], "n": {"o": {"p": value}}}), "f")
    read_back = as_read(value)
    assert tree.problems == []
    assert tree.plain() == {"k": read_back, "l": [read_back, {"m": read_back}], "n": {"o": {"p": read_back}}}
    flow = parse(f"a: [{scalar_text(value, flow=True)}, {{b: {scalar_text(value, flow=True)}}}]", "f")
    assert flow.plain() == {"a": [read_back, {"b": read_back}]}
    if value and len(value) < 1000:
        assert parse(dump({value: "x"}), "f").plain() == {read_back: "x"}


@st.composite
def written_values(draw: st.DrawFn, indent: str) -> str:
    """A value as somebody may have written it, with what follows on its line."""
    comment = draw(st.sampled_from(["", "", "  # c: 'd'", "\t# c", "   #"]))
    simple = st.sampled_from(["word", "to ord", "2025", "'it''s # so'", '"a: \\"b\\" # c"', '"æ\\n"', "C#", "null", ""])
    kind = draw(st.sampled_from(["line", "line", "line", "block", "lines", "flow"]))
    if kind == "block":
        header = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", "|2", "| # c"]))
        body = f"{indent}  first\n{indent}  # no comment\n\n{indent}    deeper: x\n"
        return f"{header}\n{body}" + draw(st.sampled_from(["", "\n", "\n\n", f"{indent}  \n", f"{indent}     \n"]))
    if kind == "lines":
        return f"one\n{indent}  two\n\n{indent}  three{comment}\n"
    if kind == "flow":
        return (
            draw(st.sampled_from(["[a, 'b, c']", "{a: b, c: 'd'}", "[]", "{}", f"[a,\n{indent}  b]", "[{a: b}]"]))
            + f"{comment}\n"
        )
    return f"{draw(simple)}{comment}\n"


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A technology's file as people write them: comments, blank lines, any quoting, either line break."""
    between = st.sampled_from(["", "", "\n", "# comment\n", "  # indented: comment\n", "\n# - a\n\n"])
    text = draw(st.sampled_from(["", "# header\n", "---\n", "\n"]))
    for key in ("name", '"sector"', "summary"):
        text += f"{key}: {draw(written_values(''))}{draw(between)}"
    dash = draw(st.sampled_from(["", "  ", "    "]))
    gap = draw(st.sampled_from([" ", "   "]))
    text += "assessments:" + draw(st.sampled_from(["\n", "  # list\n"])) + draw(between)
    for _ in range(draw(st.integers(1, 3))):
        inner = f"{dash} {gap}"
        text += f"{dash}-{gap}edition: {draw(written_values(inner))}{draw(between)}"
        text += f"{inner}reason : {draw(written_values(inner))}{draw(between)}"
        if draw(st.booleans()):
            text += f"{inner}adoption:\n{draw(between)}{inner}  level: {draw(written_values(inner + '  '))}"
    if draw(st.booleans()):
        text += f"tags: {draw(written_values(''))}"
    text += draw(between)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return draw(st.sampled_from(["", "\ufeff"])) + text


def places(node: Node, loc: Loc = ()) -> list[tuple[Loc, Node]]:
    """Every place of a tree with its node."""
    found: list[tuple[Loc, Node]] = [(loc, node)] if loc else []
    if isinstance(node, Sequence):
        found += [place for at, item in enumerate(node.items) for place in places(item, (*loc, at))]
    elif isinstance(node, Mapping):
        found += [place for key, value in node.pairs for place in places(value, (*loc, key.value or ""))]
    return found


def readable(text: str) -> Tree:
    """The tree of a text that the strategy meant to be fine."""
    tree = parse(text, "f")
    assert all(p.code == "cut-text" for p in tree.problems), tree.problems
    return tree


def with_value(plain: Any, loc: Loc, value: Any) -> Any:
    """Nested data with `value` at `loc`."""
    holder = plain
    for part in loc[:-1]:
        holder = holder[part]
    holder[loc[-1]] = value
    return plain


def outside(old: str, new: str, start: int, end: int) -> bool:
    """Whether two texts are the same before `start` and after `end`, indices into the old one."""
    return new.startswith(old[:start]) and new.endswith(old[end:]) and len(new) >= len(old) - (end - start)


def stretch(tree: Tree, loc: Loc, node: Node, value: str) -> tuple[int, int]:
    """Between which indices a change of the value at `loc` may touch the text.

    A text is its own source. Where a block is replaced, or a comment moves to the header of a text of several
    lines, it is all from the key or dash to the end of the line.
    """
    parent = tree.node(loc[:-1])
    assert not isinstance(parent, Scalar)
    if parent.flow:
        return node.start, node.end
    rest = re.compile(r"[^\r\n]*").match(tree.text, node.end)
    assert rest is not None
    if isinstance(node, Scalar):
        return node.start, rest.end() if "\n" in value else node.end
    head = tree.key(loc)
    return (head.end if isinstance(loc[-1], str) else tree.text.rindex("-", 0, node.start)), rest.end()


@settings(max_examples=150)
@given(documents(), TEXTS, st.data())
def test_any_value_can_be_set_in_any_file(text: str, value: str, data: st.DataObject) -> None:
    """The new value is read, and every character outside the old one's place is what it was."""
    tree = readable(text)
    assert tree.root is not None
    loc, node = data.draw(st.sampled_from(places(tree.root)))
    changed = set_value(text, loc, value)
    assert parse(changed, "f").plain() == with_value(tree.plain(), loc, as_read(value))
    mark = len(text) - len(tree.text)
    start, end = stretch(tree, loc, node, value)
    assert outside(text, changed, start + mark, end + mark)


@settings(max_examples=150)
@given(documents(), TEXTS, st.data())
def test_a_key_can_be_added_to_any_mapping(text: str, value: str, data: st.DataObject) -> None:
    """A new key is read, and taking the inserted stretch out again gives the old file."""
    tree = readable(text)
    assert tree.root is not None
    nodes = [((), tree.root), *places(tree.root)]
    loc, _ = data.draw(st.sampled_from([p for p in nodes if isinstance(p[1], Mapping) and p[1].pairs]))
    changed = insert_key(text, loc, "basis", value, ORDER)
    assert parse(changed, "f").plain() == with_value(tree.plain(), (*loc, "basis"), as_read(value))
    added = len(changed) - len(text)
    assert any(changed[:i] + changed[i + added :] == text for i in range(len(text) + 1))


@settings(max_examples=150)
@given(documents(), TEXTS)
def test_an_assessment_can_be_added_to_any_file(text: str, reason: str) -> None:
    """A new assessment is the last one, and taking the inserted stretch out again gives the old file."""
    tree = readable(text)
    expected = tree.plain()
    changed = append_item(text, ("assessments",), {"edition": 2030, "reason": reason}, order=ORDER)
    expected["assessments"].append({"edition": "2030", "reason": as_read(reason)})
    assert parse(changed, "f").plain() == expected
    added = len(changed) - len(text)
    assert any(changed[:i] + changed[i + added :] == text for i in range(len(text) + 1))
    lone = re.compile(r"(?<!\r)\n")
    assert "\r\n" not in text or not lone.search(changed)


@settings(max_examples=150)
@given(documents(), st.data())
def test_anything_can_be_removed(text: str, data: st.DataObject) -> None:
    """What is removed is gone and all else is read as before."""
    tree = readable(text)
    assert tree.root is not None
    loc, _ = data.draw(st.sampled_from(places(tree.root)))
    expected = tree.plain()
    holder: Any = expected
    for part in loc[:-1]:
        holder = holder[part]
    del holder[loc[-1]]
    changed = remove(text, loc)
    assert parse(changed, "f").plain() == expected


@settings(max_examples=150)
@given(documents(), st.data(), st.sampled_from([{"a": "b"}, ["x", {"y": "z"}], [], {}, {"level": "I drift", "n": "3"}]))
def test_any_block_can_be_put_anywhere(text: str, data: st.DataObject, value: Any) -> None:
    """A list or mapping in the place of anything is read as given; comments go only with keys that go."""
    tree = readable(text)
    assert tree.root is not None
    loc, node = data.draw(st.sampled_from(places(tree.root)))
    changed = set_node(text, loc, value)
    assert parse(changed, "f").plain() == with_value(tree.plain(), loc, value)
    if isinstance(node, Mapping) != isinstance(value, dict) and isinstance(node, Sequence) != isinstance(value, list):
        assert changed.count("# comment") == text.count("# comment")
