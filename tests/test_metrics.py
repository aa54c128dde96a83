"""The width of text: the table agrees with the font, and lines are cut and broken as a reader would."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

import techradar
from techradar.layout import metrics
from techradar.layout.metrics import fits, graphemes, in_font, parts, shortened, width, wrapped
from techradar.layout.scene import Weight

FONTS = Path(techradar.__file__).parent / "data" / "fonts"
DANISH = "Blåbærgrød på Ærø: æøå ÆØÅ, é, ü, §, €, “citat”, 75 % – 3,5 … (n = 634)"


@pytest.mark.parametrize("weight", ["regular", "semibold"])
def test_the_table_agrees_with_both_files_of_the_font(weight: Weight) -> None:
    """Every advance in the table is the one in the font that PNG and PDF use and in the one that SVG carries."""
    for suffix in ("ttf", "woff2"):
        font = TTFont(FONTS / f"inter-{weight}.{suffix}")
        units = font["head"].unitsPerEm
        known = font.getBestCmap()
        assert len(known) > 200
        for code, glyph in known.items():
            assert width(chr(code), 1000, weight) == pytest.approx(font["hmtx"][glyph][0] * 1000 / units)
        vertical = font["hhea"]
        assert (vertical.ascent / units, -vertical.descent / units) == (metrics.ASCENT, metrics.DESCENT)
        assert {"GPOS", "kern", "GSUB"}.isdisjoint(font.keys())


def test_the_font_may_be_shipped_under_its_name() -> None:
    """The licence lies beside the font, and the subset does not go by a name that is reserved."""
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8").upper()
    assert "WITH RESERVED FONT NAME" not in (FONTS / "OFL.txt").read_text(encoding="utf-8").upper().split("-----")[0]


def test_danish_is_all_in_the_font() -> None:
    """Danish letters, quotation marks and signs need no other font."""
    assert in_font(DANISH)
    assert not in_font("计")
    assert in_font("")


def test_widths_add_up_and_grow_with_the_size() -> None:
    """A text is as wide as its characters, in proportion to its size; semibold is wider."""
    assert width("", 10) == 0
    assert width(DANISH, 10) == pytest.approx(sum(width(c, 10) for c in DANISH))
    assert width(DANISH, 20) == pytest.approx(2 * width(DANISH, 10))
    assert width(DANISH, 10, "semibold") > width(DANISH, 10)
    assert fits("Droner", 10, width("Droner", 10))
    assert not fits("Droner", 10, width("Droner", 10) - 0.01)


@pytest.mark.parametrize(("string", "least"), [("计算", 20), ("🙂", 12.5), ("Привет", 45), ("سلام", 30)])
def test_what_the_font_lacks_counts_as_wide(string: str, least: float) -> None:
    """Other alphabets and pictures get the room that another font may need."""
    assert width(string, 10) == pytest.approx(least)


@pytest.mark.parametrize(
    ("string", "parts"),
    [
        ("abc", 3), ("e\u0301a", 2), ("👨‍👩‍👧", 1), ("🇩🇰🇸🇪", 2), ("👍🏽x", 2), ("שָׁלוֹם", 4), ("", 0), ("\u0301a", 2),
    ],
)  # fmt: skip
def test_graphemes_are_what_a_reader_counts(string: str, parts: int) -> None:
    """Marks, joined pictures, skin tones and flags belong to what stands before them."""
    assert len(graphemes(string)) == parts
    assert "".join(graphemes(string)) == string


def test_marks_of_their_own_take_no_room() -> None:
    """A letter and its accent are as wide as the letter that holds both."""
    assert width("e\u0301", 10) == width("é", 10)
    assert width("👨‍👩‍👧", 10) == width("👨", 10)


@given(st.text(max_size=60), st.floats(1, 200))
def test_a_shortened_text_fits_and_begins_as_it_did(string: str, room: float) -> None:
    """A cut text is whole where it fits, else it begins like the whole, ends with an ellipsis and fits."""
    short = shortened(string, 10, room)
    if fits(string, 10, room):
        assert short == string
    else:
        assert short.endswith("…")
        assert string.startswith(short[:-1])
        assert short == "…" or fits(short, 10, room)


@given(
    st.lists(st.text("abcæøå计e\u0301", min_size=1, max_size=12), min_size=1, max_size=8),
    st.floats(10, 200),
    st.integers(1, 4),
)
def test_a_wrapped_text_keeps_its_words_and_its_room(words: list[str], room: float, most: int) -> None:
    """Lines hold all words in order, each within the room, no more lines than allowed."""
    string = " ".join(words)
    lines = wrapped(string, 10, "regular", room, most)
    if lines is None:
        assert any(not fits(word, 10, room) for word in words) or not fits(string, 10, room)
    else:
        assert " ".join(lines) == string
        assert len(lines) <= most
        assert all(fits(line, 10, room) for line in lines)


def test_lines_break_where_a_reader_would() -> None:
    """Lines break after blanks, hyphens and slashes inside words, never at a no-break space, and evenly."""
    assert wrapped("Chat- og voicebots", 10, "regular", 60, 2) == ("Chat- og", "voicebots")
    assert wrapped("Wearables/Tracking", 10, "regular", 60, 2) == ("Wearables/", "Tracking")
    assert wrapped("2.\u00a0marts", 10, "regular", 20, 2) is None
    assert wrapped("aa aa aa aa", 10, "regular", width("aa aa aa", 10), 2) == ("aa aa", "aa aa")
    assert wrapped("Droner", 10, "regular", 100, 3) == ("Droner",)


@pytest.mark.parametrize("name", ["3D-print", "AR-briller", "Low/zero", "IT-sag"])
def test_a_short_part_stays_with_its_word(name: str) -> None:
    """No line breaks after a hyphen or slash with fewer than four letters before or behind it."""
    assert parts(name) == [name]
    assert wrapped(f"{name} her", 10, "regular", width(name, 10), 3) == (name, "her")


def test_the_table_knows_composed_letters() -> None:
    """Each letter of the font that can be written with a mark of its own is measured the same both ways."""
    for code in range(0xC0, 0x17F):
        split = unicodedata.normalize("NFD", chr(code))
        if in_font(chr(code)) and len(split) > 1:
            assert width(split, 10) == pytest.approx(width(chr(code), 10))
