"""Editing YAML text: the new value is read, and everything outside the one changed stretch stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from techradar import yamledit
from techradar.yamledit import (
    EditRefused,
    append_item,
    dump,
    edit_bytes,
    insert_key,
    remove,
    scalar_text,
    set_node,
    set_value,
    unified_diff,
)
from techradar.yamltree import Loc

ORDER = ("name", "sector", "summary", "tags", "owner", "assessments", "cases", "edition", "maturity", "adoption",
         "basis", "source", "reason")  # fmt: skip

FILE = """\
# header
name: Faldsensorer  # the name
sector: IoT og sensorer
summary: |  # short
  Opdager et fald.
  Kalder.

# now the assessments
assessments:
  - edition: 2025  # first
    maturity: "Forsøg"
    adoption: På prøve # old
    # on the reason
    reason: >
      lang grund
      her


  # the end of the assessments
cases:
- municipality: X
  stage: pilot

tags: [a, b]  # marks
owner:   # none yet
dialogue: {legal: 'Ja, måske', x: y}
"""
FIRST: Loc = ("assessments", 0)


# One value ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loc", "value", "old", "new"),
    [
        (("name",), 'Ny: "titel"', "name: Faldsensorer  # the name", "name: 'Ny: \"titel\"'  # the name"),
        (("name",), "no", "name: Faldsensorer ", "name: no "),
        (("name",), "~", "name: Faldsensorer ", 'name: "~" '),
        (("name",), None, "name: Faldsensorer  #", "name:  #"),
        (("name",), 2026, "name: Faldsensorer ", "name: 2026 "),
        ((*FIRST, "maturity"), "Idé", '"Forsøg"', '"Idé"'),
        ((*FIRST, "maturity"), 'a "b"', '"Forsøg"', '"a \\"b\\""'),
        ((*FIRST, "adoption"), "I drift", "På prøve # old", "I drift # old"),
        ((*FIRST, "adoption"), "I\ndrift", "På prøve # old", "|-  # old\n      I\n      drift"),
        (("summary",), "One line", "|  # short\n  Opdager et fald.\n  Kalder.", "One line  # short"),
        (("summary",), "To\nlinjer\n", "  Opdager et fald.\n  Kalder.", "  To\n  linjer"),
        (("summary",), None, "summary: |  # short\n  Opdager et fald.\n  Kalder.", "summary:  # short"),
        ((*FIRST, "reason"), "kort", ">\n      lang grund\n      her", "kort"),
        (("owner",), "Mig", "owner:   #", "owner: Mig   #"),
        (("dialogue", "legal"), "it's, ok", "'Ja, måske'", "'it''s, ok'"),
        (("dialogue", "x"), "a, b", "x: y", 'x: "a, b"'),
        (("dialogue", "x"), "a\nb", "x: y", 'x: "a\\nb"'),
        (("dialogue", "x"), None, "x: y", "x: null"),
        (("dialogue", "new"), "c", "x: y}", "x: y, new: c}"),
        (("tags", 1), "c d", "[a, b]", "[a, c d]"),
        ((*FIRST, "source"), "x", "old\n", "old\n    source: x\n"),
        (("review_by",), "2027-03-01", "x: y}\n", "x: y}\nreview_by: 2027-03-01\n"),
    ],
)  # fmt: skip
def test_a_value_changes_and_nothing_else(loc: Loc, value: Any, old: str, new: str) -> None:
    """The stretch that is named becomes the other; the rest of the file is the same, character by character."""
    assert FILE.count(old) == 1
    assert set_value(FILE, loc, value, order=ORDER) == FILE.replace(old, new)


def test_setting_what_is_there_changes_nothing() -> None:
    """A value that stands already leaves the text as it is, however it is quoted."""
    assert set_value(FILE, (*FIRST, "maturity"), "Forsøg") is FILE


@pytest.mark.parametrize(
    ("text", "loc", "value", "new"),
    [
        ("reason: # c\n", ("reason",), "x", "reason: x  # c\n"),
        ("a:", ("a",), "b", "a: b"),
        ('"a b" : c\r\n', ("a b",), "d", '"a b" : d\r\n'),
        ("a:\n- \n- b\n", ("a", 0), "x", "a:\n- x \n- b\n"),
        ("{a, b: c}", ("a",), "x", "{a: x, b: c}"),
        ("{}", ("a",), "x", "{a: x}"),
        ("a: {}\n", ("a", "b", "c"), "x", "a:\n  b:\n    c: x\n"),
        ("a:  # c\n", ("a", "b"), "x", "a:  # c\n  b: x\n"),
        ("a: b", ("c",), "x\ny\n", "a: b\nc: |\n  x\n  y"),
        ("a: |\r\n  x\r\n  y", ("c",), "z", "a: |\r\n  x\r\n  y\r\nc: z"),
        ("a: |+\n  x\n\n\n", ("c",), "z", "a: |+\n  x\n\n\nc: z\n"),
        ("\ufeffa: b", ("a",), "c", "\ufeffa: c"),
        ("a: one\n  two  # c\n", ("a",), "x", "a: x  # c\n"),
        ("a:\n  b\n# c\n", ("a",), "x", "a:\n  x\n# c\n"),
        ("a: b\t# c\n", ("a",), "x", "a: x\t# c\n"),
        ("a: b\n...\n", ("c",), "d", "a: b\nc: d\n...\n"),
        ("--- \na: b\n", ("c",), "d", "--- \na: b\nc: d\n"),
        ("a: b\n", ("a",), "  x", 'a: "  x"\n'),
        ("a: b\n", ("a",), "x\n\n\n", 'a: "x\\n\\n\\n"\n'),
        ("a: b\n", ("a",), " x\ny", 'a: " x\\ny"\n'),
        ("a: b\n", ("a",), "x\r\ny", "a: |-\n  x\n  y\n"),
        ("a: b\n  # c\n", ("d",), "x\ny", 'a: b\nd: "x\\ny"\n  # c\n'),
        ("a: b\r\n", ("a",), "x\n\ny", "a: |-\r\n  x\r\n\r\n  y\r\n"),
    ],
)
def test_the_traps_of_setting_a_value(text: str, loc: Loc, value: Any, new: str) -> None:
    """Empty values, missing parents, block texts at the end, marks of the file: the outcome is exactly this text."""
    assert set_value(text, loc, value) == new


# Keys and members -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loc", "key", "before"),
    [
        (FIRST, "basis", "    # on the reason"),
        (FIRST, "unknown", "\n\n  # the end of the assessments"),
        ((), "tags2", None),
        ((), "cases2", None),
    ],
)
def test_a_new_key_comes_at_its_place(loc: Loc, key: str, before: str | None) -> None:
    """A key stands behind the nearest that precedes it in the order; one that the order does not name at the end."""
    line = f"{'    ' if loc else ''}{key}: x\n"
    changed = insert_key(FILE, loc, key, "x", ORDER)
    assert changed == (FILE + line if before is None else FILE.replace(before, line + before))


def test_a_key_that_precedes_all_others_comes_first() -> None:
    """A key without a predecessor stands before the first, also behind a dash."""
    assert insert_key("# c\nsector: x\n", (), "name", "y", ORDER) == "# c\nname: y\nsector: x\n"
    assert (
        insert_key("l:\n  -  b: 1\n     c: 2\n", ("l", 0), "a", "0", "abc") == "l:\n  -  a: 0\n     b: 1\n     c: 2\n"
    )


@pytest.mark.parametrize(
    ("loc", "value", "old", "new"),
    [
        (("assessments",), {"edition": 2026, "reason": "fordi: det"}, "      her\n",
         '      her\n  - edition: 2026\n    reason: "fordi: det"\n'),
        (("cases",), {"municipality": "Y"}, "  stage: pilot\n", "  stage: pilot\n- municipality: Y\n"),
        (("tags",), "c, d", "[a, b]", '[a, b, "c, d"]'),
        (("owner",), "x", "owner:   # none yet\n", "owner:  # none yet\n  - x\n"),
        (("facts",), {"text": "a", "value": "99 %"}, "x: y}\n", "x: y}\nfacts:\n  - text: a\n    value: 99 %\n"),
    ],
)  # fmt: skip
def test_a_member_is_added_behind_the_last(loc: Loc, value: Any, old: str, new: str) -> None:
    """A list goes on in its own indentation, before the comments that follow it; a missing one is begun."""
    assert append_item(FILE, loc, value, order=ORDER) == FILE.replace(old, new)


@pytest.mark.parametrize(
    ("text", "value", "new"),
    [
        ("a:\r\n- b\r\n- c", {"x": 1, "y": 2}, "a:\r\n- b\r\n- c\r\n- x: 1\r\n  y: 2"),
        ("a:\n  - b\n\n  - c\n", "d", "a:\n  - b\n\n  - c\n\n  - d\n"),
        ("a:\n  -   b: 1\n      c: 2\n", {"b": 3, "c": 4}, "a:\n  -   b: 1\n      c: 2\n  -   b: 3\n      c: 4\n"),
        ("a: []  # c\n", {"b": "c"}, "a:  # c\n  - b: c\n"),
        ("a: [{b: c}]", {"b": "d, e", "f": ["g"]}, 'a: [{b: c}, {b: "d, e", f: [g]}]'),
        ("a:\n  - b: |\n      c\n\n\nd: e\n", {"b": "x\ny"},
         "a:\n  - b: |\n      c\n  - b: |-\n      x\n      y\n\n\nd: e\n"),
        ("a:\n- b\n-\n", "c", "a:\n- b\n-\n- c\n"),
        ("b:\n    - x\n", "c", "b:\n    - x\na:\n    - c\n"),
        ("b:\n- x\n", "c", "b:\n- x\na:\n- c\n"),
        ("a:\n  - [b]\n", ["c"], "a:\n  - [b]\n  - - c\n"),
    ],
)  # fmt: skip
def test_the_traps_of_adding_a_member(text: str, value: Any, new: str) -> None:
    """Windows line breaks, blank lines between members, wide dashes, braces, block texts at the end."""
    assert append_item(text, ("a",), value) == new


@pytest.mark.parametrize(
    ("loc", "old", "new"),
    [
        (("summary",), "summary: |  # short\n  Opdager et fald.\n  Kalder.\n", ""),
        ((*FIRST, "edition"), "- edition: 2025  # first\n    maturity", "- maturity"),
        ((*FIRST, "reason"), "    reason: >\n      lang grund\n      her\n", ""),
        (("name",), "name: Faldsensorer  # the name\n", ""),
        (("tags", 0), "[a, b]", "[b]"),
        (("tags", 1), "[a, b]", "[a]"),
        (("dialogue", "legal"), "{legal: 'Ja, måske', x: y}", "{x: y}"),
        (("cases", 0), "cases:\n- municipality: X\n  stage: pilot\n", "cases: []\n"),
    ],
)
def test_what_is_removed_takes_only_its_own_lines(loc: Loc, old: str, new: str) -> None:
    """A key or member goes with its lines; comments on lines of their own stay."""
    assert remove(FILE, loc) == FILE.replace(old, new)


@pytest.mark.parametrize(
    ("text", "loc", "new"),
    [
        ("a: x\n\nb: y\n\nc: z\n", ("b",), "a: x\n\nc: z\n"),
        ("a: x\nb: y", ("b",), "a: x"),
        ("a:  # note\n  - 1 # one\n", ("a", 0), "a: []  # note # one\n"),
        ("a: [x]\n", ("a", 0), "a: []\n"),
        ("- - x\n", (), ""),
        ("l:\n- - a\n  - b\n", ("l", 0, 0), "l:\n- - b\n"),
        ("l:\n- a: 1\n  # c\n  b: 2\n", ("l", 0, "a"), "l:\n- # c\n  b: 2\n"),
        ("a: |\n  x\nl:\n- b\n  # on b\n\n# on c\nc: d\n", ("l",), "a: |\n  x\n# on c\nc: d\n"),
    ],
)
def test_the_traps_of_removing(text: str, loc: Loc, new: str) -> None:
    """Blank lines, a missing last line break, the only member, a comment behind a dash."""
    if not new:
        with pytest.raises(EditRefused):
            remove(text, loc)
    else:
        assert remove(text, loc) == new


# Whole blocks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loc", "value", "old", "new"),
    [
        ((*FIRST, "adoption"), {"level": "I drift", "n": 3}, "adoption: På prøve # old\n",
         "adoption:  # old\n      level: I drift\n      n: 3\n"),
        (("dialogue",), {"legal": "Ja", "new": "z"}, "'Ja, måske', x: y}", "'Ja', new: z}"),
        (("cases",), {"a": 1}, "cases:\n- municipality: X\n  stage: pilot\n", "cases:\n  a: 1\n"),
        (("cases",), [{"municipality": "X", "stage": "operation"}, {"stage": "pilot"}], "pilot\n",
         "operation\n- stage: pilot\n"),
        (FIRST, {"edition": 2025, "maturity": "Forsøg", "adoption": "På prøve", "reason": "kort"},
         ">\n      lang grund\n      her", "kort"),
        (("tags",), ["b"], "[a, b]", "[b]"),
    ],
)  # fmt: skip
def test_a_block_is_changed_only_where_it_differs(loc: Loc, value: Any, old: str, new: str) -> None:
    """Lists and mappings that are there already keep what is the same, with their comments."""
    assert set_node(FILE, loc, value) == FILE.replace(old, new)


def test_comments_of_a_replaced_block_stay() -> None:
    """Where a mapping becomes a list, the comments in it stand before the list."""
    text = "a:  # note\n  b: 1 # one\n  # two\n  c: |  # three\n    x\nd: e\n"
    assert set_node(text, ("a",), ["q"]) == "a:  # note\n  # one\n  # two\n  # three\n  - q\nd: e\n"


# What is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda: set_value("a: b\na: c", ("a",), "d"), "duplicate-key"),
        (lambda: set_value("a: [", ("a",), "d"), "yaml-syntax"),
        (lambda: set_value("a: b", ("a",), "d\u202e"), "bidi-character"),
        (lambda: set_value("a: b", ("a",), "d\x1b"), "control-character"),
        (lambda: set_value("a: b", ("a", "c"), "d"), "edit-refused"),
        (lambda: set_value("a: [b]", ("a", 7), "d"), "edit-refused"),
        (lambda: set_value("a: [b]", ("a", "c"), "d"), "edit-refused"),
        (lambda: insert_key("a: b", (), "a", "d"), "edit-refused"),
        (lambda: insert_key("? a\n: b\n", (), "c", "d"), "edit-refused"),
        (lambda: append_item("a: b", ("a",), "d"), "edit-refused"),
        (lambda: remove("a: b", ("c",)), "edit-refused"),
        (lambda: remove("a: b", ("a",)), "edit-refused"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_for_certain_is_refused(change: Callable[[], str], code: str) -> None:
    """A file with errors, a place that is none, a character that may not be: the edit is refused with its reason."""
    with pytest.raises(EditRefused) as caught:
        change()
    assert [p.code for p in caught.value.problems] == [code]


def test_a_result_that_reads_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every result is read again: where it does not say what was meant, nothing is given back."""
    monkeypatch.setattr("techradar.yamlsplice.scalar_text", lambda value, **_: f"{value}x")
    with pytest.raises(EditRefused):
        set_value("a: b\n", ("a",), "c")


def test_bytes_keep_their_mark_and_name_their_file() -> None:
    """A file's byte-order mark and line breaks stay; what is refused names the file."""
    data = b"\xef\xbb\xbfa: b\r\n"
    assert edit_bytes(data, "f", lambda text: set_value(text, ("a",), "æ")) == "\ufeffa: æ\r\n".encode()
    with pytest.raises(EditRefused) as caught:
        edit_bytes(data, "f.yaml", lambda text: set_value(text, ("a",), "\x00"))
    assert caught.value.problems[0].path == "f.yaml"
    with pytest.raises(EditRefused):
        edit_bytes(b"a: \xff", "f.yaml", lambda text: text)


# Writing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("no", "no"), ("2026", "2026"), (0.5, "0.5"), (75.0, "75"), (None, "null"), ("null", '"null"'), ("", '""'),
        ("C#", "C#"), ("a #b", '"a #b"'), ("a: b", '"a: b"'), ("a:", '"a:"'), ("https://x.dk/#y", "https://x.dk/#y"),
        ("- a", '"- a"'), ("-5", "-5"), ("37 %", "37 %"), ("% af", '"% af"'), ("it's", "it's"), ("'a'", '"\'a\'"'),
        ('"a"', "'\"a\"'"), ("@x", '"@x"'), ("a\nb", '"a\\nb"'), ("---", '"---"'), ("“a”", "“a”"), (True, "true"),
    ],
)  # fmt: skip
def test_a_value_is_quoted_only_where_it_must_be(value: Any, written: str) -> None:
    """Plain where that reads back, else in the quotation marks that need less escaping."""
    assert scalar_text(value) == written


def test_a_new_file_is_written_in_block_style() -> None:
    """A whole file comes in the wanted order of keys, long texts as blocks, empty lists as such."""
    value = {
        "reason": "a\nb\n",
        "name": "N",
        "tags": [],
        "assessments": [{"source": None, "edition": 2026, "x": {"y": [1]}}],
    }
    assert dump(value, ORDER) == (
        "name: N\ntags: []\nassessments:\n  - edition: 2026\n    source:\n    x:\n      y:\n        - 1\n"
        "reason: |\n  a\n  b\n"
    )


def test_a_diff_shows_what_changes() -> None:
    """The difference names the file and shows lines without their carriage returns."""
    assert (
        unified_diff("\ufeffa: b\r\n", "\ufeffa: c\r\n", "f.yaml")
        == "--- f.yaml\n+++ f.yaml\n@@ -1 +1 @@\n-a: b\n+a: c\n"
    )
    assert unified_diff("a", "a", "f") == ""


def test_the_words_of_the_module_are_its_functions() -> None:
    """What the module names for others is there."""
    assert all(callable(getattr(yamledit, name)) for name in yamledit.__all__)
