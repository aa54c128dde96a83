"""Tables as text, Markdown, CSV and records, whatever people typed into them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techradar.publish.tables import Cell, Column, Table, as_csv, as_markdown, as_text, cells_of, records, table

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)


def of_words(rows: list[list[str]], *sides: str) -> Table:
    """A table of texts."""
    columns = [
        Column(f"key{at}", f"Head {at}", "right" if sides[at : at + 1] == ("right",) else "left")
        for at in range(len(rows[0]))
    ]
    return table(columns, [[Cell(words, words) for words in row] for row in rows])


def test_a_table_in_lines() -> None:
    """Columns are as wide as their words, numbers stand to the right, lines have no blanks at their end."""
    found = as_text(of_words([["1", "Æble"], ["10", "[red]Pære[/red]"]], "right"))

    assert found.splitlines() == [
        "Head 0  Head 1",
        "───────────────────────",
        "     1  Æble",
        "    10  [red]Pære[/red]",
    ]


def test_a_narrow_table_breaks_between_words() -> None:
    """Where there is too little room the widest column gives, between words as long as that is possible."""
    found = as_text(of_words([["kort", "en lang tekst om noget"]]), width=20).splitlines()

    assert found[2:] == ["kort    en lang", "        tekst om", "        noget"]


def test_a_column_becomes_headings_where_room_is_short() -> None:
    """A group's words stand once above its rows; not where its rows stand apart."""
    rows = [["Kunstig intelligens", "a" * 12], ["Kunstig intelligens", "b"], ["Sensorer", "c"]]
    together = as_text(of_words(rows), width=24, group="key0").splitlines()
    apart = as_text(of_words([*rows, ["Kunstig intelligens", "d"]]), width=24, group="key0")

    assert together[2:] == ["Kunstig intelligens", "a" * 12, "b", "", "Sensorer", "c"]
    assert "Head 0" in apart


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=4), st.integers(30, 90))
def test_no_line_is_too_long_and_nothing_is_lost(rows: list[list[str]], width: int) -> None:
    """Whatever the words, lines fit and every letter is there."""
    found = as_text(of_words(rows), width=width)

    assert all(cells_of(line) <= width for line in found.splitlines())
    letters = sorted("".join("".join(row) for row in rows).replace("─", ""))
    shown = sorted("".join(found.split("\n")[2 + found.count("Head 0\n") * 0 :]).replace("─", ""))
    missing = [
        letter for letter in set(letters) if not letter.isspace() and shown.count(letter) < letters.count(letter)
    ]
    assert missing == []


@given(st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_csv_reads_back(rows: list[list[str]]) -> None:
    """A CSV reader gets every text back; one that a spreadsheet would calculate has an apostrophe before it."""
    written = as_csv(of_words(rows))
    found = list(csv.reader(io.StringIO(written, newline="")))

    assert found[0] == ["key0", "key1"]
    assert [[words.removeprefix("'") for words in row] for row in found[1:]] == [
        [words.removeprefix("'") for words in row] for row in rows
    ]
    assert not any(words.startswith(("=", "+", "-", "@")) for row in found[1:] for words in row)


def test_csv_leaves_numbers_alone() -> None:
    """Numbers are numbers, also negative ones; nothing is an empty cell, several texts are joined."""
    cells = [Cell(-0.5, ""), Cell(None, "–"), Cell(True, "ja"), Cell(("a", "b"), ""), Cell("-x", "")]
    columns = [Column(str(at), "") for at in range(len(cells))]

    assert as_csv(table(columns, [cells])) == "0,1,2,3,4\r\n-0.5,,true,a; b,'-x\r\n"


@pytest.mark.parametrize("words", ["a|b", "*fed*", "[link](x)", "<script>", "`kode`", r"a\|b", "to\nlinjer", "&copy;"])
def test_markdown_shows_what_was_typed(words: str) -> None:
    """A Markdown reader finds one row with one cell that shows the words as they are."""
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").enable("table").render(as_markdown(of_words([[words]])))
    cell = html.partition("<tbody>")[2].partition("<td>")[2].partition("</td>")[0]
    expected = " ".join(words.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert html.count("<td>") == 1
    assert cell == expected


def test_records_are_what_programs_read() -> None:
    """Records hold the data by key, not the words."""
    found = table([Column("a", "A"), Column("b", "B")], [[Cell(0.5, "0,50"), Cell(("x",), "x")]])

    assert records(found) == [{"a": 0.5, "b": ["x"]}]
