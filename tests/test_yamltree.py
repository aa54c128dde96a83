"""Reading YAML text with positions: what is read, what is refused at which place, what is warned of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from techradar import yamlhints, yamltree, yamltree_values
from techradar.language import phrase
from techradar.problems import Severity
from techradar.yamltree import Mapping, Node, Scalar, Sequence, Tree, decode, parse, read
from yamltexts import PIECES


def told(tree: Tree) -> list[tuple[int, int, str]]:
    """The places and codes of a tree's problems."""
    return [(p.line, p.column, p.code) for p in tree.problems]


def scalars(node: Node) -> Iterator[Scalar]:
    """Every text of a node, keys too."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for key, value in node.pairs:
            yield key
            yield from scalars(value)


# What is read ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", "no"), ("a: 2025", "2025"), ("a: 1.10", "1.10"), ("a: 012", "012"), ("a: 12:30:45", "12:30:45"),
        ("a: 2026-03-02", "2026-03-02"), ("a: true", "true"), ("a: 1_000", "1_000"), ("a: .inf", ".inf"),
        ("a: 37 %", "37 %"), ("a:", None), ("a: ~", None), ("a: null", None), ("a: ''", ""), ('a: "null"', "null"),
        ("a: '~'", "~"), ("a: Null", "Null"), ("a: |\n  x\n  y", "x\ny\n"), ("a: >-\n  x\n  y\n", "x y"),
        ('a: "x\\ty"', "x\ty"), ("a: x\n  y", "x y"), ("a: [b, 1]", ["b", "1"]), ("a: {b: 1}", {"b": "1"}),
    ],
)  # fmt: skip
def test_every_scalar_is_text(text: str, value: object) -> None:
    """Every scalar is text as it stands; only nothing, null and ~ without quotation marks are none."""
    tree = parse(text, "f.yaml")
    assert tree.plain() == {"a": value}
    assert told(tree) == []


def test_a_key_is_always_text() -> None:
    """As a key, null is a word like any other."""
    assert parse("null: x\n~: y\n", "f").plain() == {"null": "x", "~": "y"}


@pytest.mark.parametrize("text", ["a: |\n  x", "a: |\n  x\n", "a: |\r\n  x"])
def test_a_missing_last_line_break_changes_no_text(text: str) -> None:
    """A block text at the end of a file reads the same with and without the file's last line break."""
    assert parse(text, "f").plain() == {"a": "x\n"}


@pytest.mark.parametrize("data", ["\ufeffæ: x\r\n", "æ: x\r\n"])
def test_a_byte_order_mark_is_no_part_of_the_text(data: str) -> None:
    """A byte-order mark is left out, so that places count without it."""
    tree = read(data.encode(), "f")
    assert tree.plain() == {"æ": "x"}
    assert tree.text == "æ: x\r\n"


@pytest.mark.parametrize(
    "text", ["a: 😀 x\nb: y", "\ufeffa: x\nb: y", "a: x\r\nb: y\r\n", "😀: x\r\n# 😀\r\nb: |\r\n  q\r\n\r\nc: y"]
)
def test_positions_are_those_of_the_source(text: str) -> None:
    """`text[start:end]` is a scalar's source, after emoji, a byte-order mark and Windows line breaks too."""
    tree = parse(text, "f")
    assert tree.root is not None
    for scalar in scalars(tree.root):
        source = tree.text[scalar.start : scalar.end]
        assert source == (scalar.value if scalar.style == "plain" else "|\r\n  q")
        line = re.split(r"\r\n|\n", tree.text)[scalar.line - 1]
        assert line[scalar.column - 1 :].startswith(source.splitlines()[0])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("a: |\n  x\n\n\nb: c", "|\n  x"), ("a: |+\n  x\n\n\nb: c", "|+\n  x\n\n"),
        ("a: >-\n  x\n  y\n# c\n", ">-\n  x\n  y"),
        ("a: | # c\n  x\n    \nb: c", "| # c\n  x\n    "), ("a: |\nb: c", "|"), ("a: |\r\n  x\r\n\r\nb: c", "|\r\n  x"),
    ],
)  # fmt: skip
def test_a_block_text_ends_with_its_own_last_line(text: str, source: str) -> None:
    """The blank lines after a block text are no part of it, but where its header keeps them."""
    tree = parse(text, "f")
    node = tree.node(("a",))
    assert tree.text[node.start : node.end] == source


def test_a_block_ends_with_its_last_member() -> None:
    """Comments and blank lines after a list or mapping lie behind its end."""
    tree = parse("a:\n  - b: x  # c\n\n  # d\ne: f\n", "f")
    assert tree.text[: tree.node(("a",)).end] == "a:\n  - b: x"


# Places ---------------------------------------------------------------------------------------------------------

NESTED = "name: x\nlist:\n  - key: 1\n    other:\n"


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("name",), (1, 7)), (("list", 0, "key"), (3, 10)), (("list", 0), (3, 5)), (("list", 0, "missing"), (3, 5)),
        (("list", "union-tag", 0, "key", "[key]"), (3, 10)), (("list", 7), (3, 3)), (("list", 0, "other"), (4, 5)),
        ((), (1, 1)),
    ],
)  # fmt: skip
def test_a_location_is_walked_as_far_as_the_document_goes(loc: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """Parts of a validator's location that the file does not hold are skipped; nothing is told at its key."""
    found = parse(NESTED, "f").problem(loc, "some-code", phrase("yaml.empty-file"))
    assert (found.line, found.column) == place


def test_a_key_is_pointed_at_as_a_whole() -> None:
    """A problem at a key covers the key and carries its line."""
    tree = parse(NESTED, "f")
    found = tree.problem(("list", 0, "key"), "some-code", phrase("yaml.empty-file"), at_key=True)
    assert (found.line, found.column, found.length, found.excerpt) == (3, 5, 3, "  - key: 1")
    assert isinstance(tree.key(("list", 0, "key")), Scalar)
    assert isinstance(tree.key(("list", 0)), Mapping)


# What is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\nc: d\na: e", [(3, 1, "duplicate-key")]),
        ("a: {b: 1, b: 2}", [(1, 11, "duplicate-key")]),
        ("a: &x b\nc: *x", [(1, 4, "yaml-anchor"), (2, 4, "yaml-alias")]),
        ("a: !!int 3", [(1, 4, "yaml-tag")]),
        ("a: ! 3", [(1, 4, "yaml-tag")]),
        ("a: &x !t [b]", [(1, 4, "yaml-anchor"), (1, 7, "yaml-tag")]),
        ("%TAG ! x\n---\na: b", [(1, 1, "yaml-tag")]),
        ("a: b\n---\nc: d\n--- \n", [(2, 1, "second-document")]),
        ("a: " + "[" * 49 + "]" * 49, []),
        ("a: " + "[" * 50 + "]" * 50, [(1, 53, "nested-too-deep")]),
        ("? [a]\n: b", [(1, 3, "key-not-text")]),
        ("? {a: b}\n: b", [(1, 3, "key-not-text")]),
        ("? \n: b", [(1, 2, "empty-key")]),
        ("? a", []),
        ("a: b\x07\n", [(1, 5, "control-character")]),
        ("a: b\u2028c", [(1, 5, "control-character")]),
        ("a: b\u202ec", [(1, 5, "bidi-character")]),
        ("# \u200f\na: b", [(1, 3, "bidi-character")]),
        ('a: "x\\x00"', [(1, 6, "control-character")]),
        ('a: "\\\\x00"', []),
        ('a: "😀\\u202e\\e"', [(1, 6, "bidi-character"), (1, 12, "control-character")]),
        ('a: "\\U0000202E"', [(1, 5, "bidi-character")]),
        ('a: "\\r"', [(1, 5, "control-character")]),
        ("", [(1, 1, "empty-file")]),
        ("# c\n", [(1, 1, "empty-file")]),
        ("---\n", [(1, 1, "empty-file")]),
        ("- a\n", [(1, 1, "not-a-mapping")]),
        ("word", [(1, 1, "not-a-mapping")]),
    ],
)
def test_what_a_radar_has_no_use_for_is_refused_at_its_place(text: str, expected: list[tuple[int, int, str]]) -> None:
    """Duplicate keys, anchors, aliases, tags, further documents, depth and unseen characters have a place each."""
    assert told(parse(text, "f")) == expected


def test_a_duplicate_key_names_both_places() -> None:
    """The problem stands at the second key and names the first one's line."""
    found = parse("a: b\nc:\n  d: 1\n  e: 2\n  d: 3\n", "f").problems[0]
    assert (found.line, found.column) == (5, 3)
    assert found.message.to("en") == 'the key "d" is already on line 3, column 3'


def test_what_was_escaped_does_not_reach_the_reader() -> None:
    """A control or bidi character that was written as an escape is not in the value, so that nothing prints it."""
    assert parse('a: "x\\x1b[31m\\u202e"', "f").plain() == {"a": "x\ufffd[31m\ufffd"}


def test_an_excerpt_is_safe_to_print() -> None:
    """The source line of a problem holds no control or bidi characters and is as long as it was."""
    found = parse("a: \t\u202e\x1b[31mx", "f").problems[0]
    assert found.excerpt == "a:  \ufffd\ufffd[31mx"


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{", "a: [", "[[{a: "])
@pytest.mark.parametrize("loader", [yamltree_values.LOADER, yaml.SafeLoader])
def test_deep_nesting_is_cut_early(opening: str, loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """30,000 openings end neither the process nor anyone's patience: the events behind the 51st are not asked for."""
    asked_for = 0

    class Counting(loader):  # type: ignore[misc]
        def get_event(self) -> Any:
            nonlocal asked_for
            asked_for += 1
            return super().get_event()

    monkeypatch.setattr(yamltree, "LOADER", Counting)
    monkeypatch.setattr(yamltree_values, "LOADER", Counting)
    assert yamltree_values.values_of(opening * 30_000) is None
    tree = parse(opening * 30_000, "f")
    assert tree.root is None
    assert [p.code for p in tree.problems] == ["nested-too-deep"]
    assert 50 < asked_for < 500


def test_a_large_file_is_not_read() -> None:
    """One mebibyte is read, one byte more is not."""
    size = yamltree.MAX_BYTES
    assert told(read(b"a: " + b"x" * (size - 3), "f")) == []
    assert told(read(b"a: " + b"x" * (size - 2), "f")) == [(1, 1, "file-too-large")]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: b\nc: \xe6\xf8", (2, 4)), (b"\xef\xbb\xbfa: \xff", (1, 4)), ("æ: ø\r\n".encode() + b"\xc3", (2, 1)),
        ("a: b".encode("utf-16"), (1, 1)), (b"a: \xed\xa0\x80", (1, 4)),
    ],
)  # fmt: skip
def test_bytes_that_are_no_utf8_have_a_place(data: bytes, place: tuple[int, int]) -> None:
    """The first byte that is no UTF-8 is named with its line and column."""
    text, problems = decode(data, "f")
    assert text is None
    assert [(p.line, p.column, p.code) for p in problems] == [(*place, "invalid-utf8")]


def test_a_file_full_of_mistakes_is_told_in_part() -> None:
    """Of one kind of mistake a file shows fifty."""
    assert len(parse("a: 1\n" * 200, "f").problems) == yamltree.MAX_OF_A_KIND


# Syntax ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("summary: Ny: bedre", (1, 12), "a colon", 'put quotation marks around the whole text: "Ny: bedre"'),
        ("a: x\n  - b: Han sagde: \"ja\"", (2, 6), "a colon", "keys that belong together"),
        ("name: Foo\n  sector: Bar", (2, 9), "a colon", "keys that belong together"),
        ("name:Foo\nsector: x", (1, 1), "a line without a key", "put a blank after the colon"),
        ("name:\u00a0Foo\nsector: x", (1, 1), "a line without a key", "there is a no-break space"),
        ("a:\n\tb: c", (2, 1), "the line is indented with a tab", "indent with spaces"),
        ("a:\n  b: 1\n\tc: 2", (3, 1), "", "indent with spaces"),
        ("name: “Foo: bar”", (1, 11), "a colon", "quotation marks from Word"),
        ('reason: "Foo" er godt', (1, 15), "there is more on the line", "'\"Foo\" er godt'"),
        ("name: [Beta] Foo\nb: c", (1, 14), "there is more on the line", '"[Beta] Foo"'),
        ("name: *vigtigt* tekst", (1, 15), "&, *, !", "put quotation marks"),
        ("name: & Co", (1, 8), "&, *, !", "put quotation marks"),
        ("name: @x", (1, 7), "cannot begin with @", "put quotation marks"),
        ("name: %x", (1, 7), "cannot begin with %", "put quotation marks"),
        ("name: - x", (1, 7), "a list line", "below its key"),
        ("name: | x\n  y", (1, 9), "after | or >", "begin the text on the next line"),
        ('a: "foo\nb: c\n\n', (1, 4), "the quotation mark is never closed", "end the text"),
        ("a: [b, c\nd: e\n", (1, 4), "the list in [ ]", "close the list"),
        ("a: {b: c\nd: e\n", (1, 4), "the keys in { }", "close with }"),
        ('a: "C:\\map"', (1, 7), "a backslash", "use single quotation marks"),
        ("summary: a\nmore\nsector: b", (2, 1), 'a line without a key and a colon: "more"', "indent it further"),
        ("a:\n  b: 1\n c: 2\n", (3, 2), "does not fit", "indented equally"),
        ("a: b\n- c\n", (2, 1), "does not fit", "indented equally"),
    ],
)  # fmt: skip
def test_a_syntax_error_says_what_to_do(text: str, place: tuple[int, int], message: str, hint: str) -> None:
    """A syntax error is one problem at its place, in our own words, with a way out; the rest of the file is silent."""
    tree = parse(text, "f")
    assert tree.root is None
    [found] = tree.problems
    assert ((found.line, found.column), found.code) == (place, "yaml-syntax")
    assert message in found.message.to("en")
    assert found.hint is not None
    assert hint in found.hint.to("en")


def test_a_syntax_error_behind_a_cut_line_names_the_cut() -> None:
    """Where a text of several lines broke at a `#`, the syntax error's hint is about the `#`."""
    tree = parse("summary: a # b\n  more\n", "f")
    assert [p.code for p in tree.problems] == ["cut-text", "yaml-syntax"]
    assert tree.problems[1].hint == tree.problems[0].hint


# Text that a comment cut ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("reason: C #nu", 11), ("reason: a # b", 11), ("reason: a  #b", 12), ("reason: #1 i Norden", 9),
        ("aliases: [a, b #c\n ]", 16), ("name: a #", 9), ("source: {x: 1, note: a #b\n}", 24),
        ("assessments:\n  - reason: a # b", 15), ("tags:\n  - a #b", 7), ("summary: a\n  b # c", 5),
        ("reason: a  # b", 0), ("reason: a\t# b", 0), ("reason: C#", 0), ("reason: 'a' # b", 0),
        ("reason: |  # c\n  a #b", 0),
        ("edition: 2025 # b", 0), ("reason:  # b", 0), ("reason: # b", 0), ("reason: a\n# b", 0),
        ("levels: # b\n  - a", 0),
        ("reason:\n  a:\n    b # c", 0),
    ],
)  # fmt: skip
def test_a_text_that_a_comment_may_have_cut_is_warned_of(text: str, column: int) -> None:
    """One blank before a `#`, or none after it, is a warning in free text; two blanks and "# " are a comment."""
    tree = parse(text, "f")
    assert [(p.column, p.code, p.severity) for p in tree.problems] == (
        [(column, "cut-text", Severity.WARNING)] if column else []
    )


def test_which_texts_are_free_can_be_said() -> None:
    """The keys of free text are a parameter."""
    assert [p.code for p in parse("sector: C #2", "f", free_text=frozenset({"sector"})).problems] == ["cut-text"]


# Hints ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "loc", "known", "hint"),
    [
        ("a: {advice: Afprøv, før der skaleres}", ("a", "før der skaleres"), (),
         'whole text: "Afprøv, før der skaleres"'),
        ("a: {advice: Nu, og så, igen}", ("a", "igen"), (), 'whole text: "Nu, og så, igen"'),
        ("l:\n  - IoT: sensorer", ("l", 0, "IoT"), (), 'whole text: "IoT: sensorer"'),
        ("navn: x", ("navn",), ("name", "sector"), 'the key is called "name"'),
        ("Kort fortalt: x", ("Kort fortalt",), ("summary",), 'the key is called "summary"'),
        ("område: x", ("område",), ("area", "stage"), 'the key is called "area"'),
        ("na\u00a0me: x", ("na\u00a0me",), (), "there is a no-break space"),
        ("“name”: x", ("“name”",), (), 'use straight ones: "name"'),
    ],
)  # fmt: skip
def test_an_unknown_key_is_explained(text: str, loc: tuple[str | int, ...], known: tuple[str, ...], hint: str) -> None:
    """A comma in braces, a colon in a list, a Danish word, a no-break space: each says why the key is there."""
    found = parse(text, "f").hint_for_key(loc, known)
    assert found is not None
    assert hint in found.to("en")


@pytest.mark.parametrize(
    ("text", "loc"), [("nam: x", ("nam",)), ("a: {b: 1, c: }", ("a", "c")), ("navn: x", ("navn",)), ("a: b", ("c",))]
)
def test_a_key_without_a_story_gets_no_hint(text: str, loc: tuple[str | int, ...]) -> None:
    """Where nothing is known of a key, nothing is guessed."""
    assert parse(text, "f").hint_for_key(loc) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("02-03-2026", "2026-03-02"), ("2/3/2026", "2026-03-02"), ("2.3.2026", "2026-03-02"),
        ("2026/3/2", "2026-03-02"),
        ("2. marts 2026", "2026-03-02"), ("12 May 2026", "2026-05-12"), ("2. oktober 2026", "2026-10-02"),
        ("32-01-2026", None), ("2026", None), ("marts 2026", None), ("", None), ("1. xyz 2026", None),
    ],
)  # fmt: skip
def test_a_date_that_was_typed_another_way(text: str, date: str | None) -> None:
    """A date in Danish order or in words is said as it is to be written."""
    found = yamlhints.date_hint(text)
    assert (found and found.to("en")) == (date and f"write the date as {date}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0,75", "write the number as 0.75"), ("1.250,5", "write the number as 1250.5"),
        (",5", "write the number as 0.5"),
        ("37 %", "write 37 without a per cent sign"), ("37,5%", "write 37.5 without a per cent sign"),
        ("-3,0", "write the number as -3.0"), ("12 procent", "write 12 without a per cent sign"),
        ("1.250", None), ("abc", None), ("", None), ("%", None), ("1,2,3", None), ("5", None),
    ],
)  # fmt: skip
def test_a_number_that_was_typed_another_way(text: str, said: str | None) -> None:
    """A decimal comma and a per cent sign are said as they are to be written."""
    found = yamlhints.number_hint(text)
    assert (found and found.to("en")) == said


def test_danish_keys_are_spelled_as_they_are_looked_up() -> None:
    """Every Danish key is found again, and none is an English key at the same time."""
    for danish, english in yamlhints.DANISH_KEYS.items():
        assert yamlhints.english_key(danish.replace("_", " ").upper()) == english
        assert danish != english


# Properties -----------------------------------------------------------------------------------------------------


def check_places(tree: Tree) -> None:
    """Every problem's line and column exist in the file; without a root there is a problem."""
    lines = re.split(r"\r\n|\n|\r", tree.text)
    for found in tree.problems:
        assert 1 <= found.line <= len(lines)
        assert found.column <= len(lines[found.line - 1]) + 1
        assert found.column >= 1
        assert found.message.to("da")
        assert found.hint is None or found.hint.to("da")
    assert tree.root is not None or tree.problems


@given(st.binary(max_size=200))
def test_any_bytes_give_problems_and_never_an_exception(data: bytes) -> None:
    """Whatever the bytes, they are a tree or a problem."""
    tree = read(data, "f")
    if all(p.code != "invalid-utf8" for p in tree.problems):
        check_places(tree)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=16).map("".join), st.booleans())
def test_any_text_gives_problems_at_places_that_exist(text: str, pure: bool) -> None:
    """Whatever the text, with libyaml and without it: problems have places in the file, nothing is raised."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamltree, "LOADER", yaml.SafeLoader if pure else yamltree_values.LOADER)
        tree = parse(text, "f")
    check_places(tree)
    if tree.root is not None and not tree.problems:
        for scalar in scalars(tree.root):
            source = tree.text[scalar.start : scalar.end]
            opening = {"single": "'", "double": '"', "literal": "|", "folded": ">"}.get(scalar.style, "")
            assert source.startswith(opening)
            assert tree.source.place(scalar.start) == (scalar.line, scalar.column)
            if scalar.style == "plain" and scalar.value is not None and not re.search(r"[\r\n]", source):
                assert source == scalar.value
