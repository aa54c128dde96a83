"""How dates, numbers and sorted words are written, and how a name becomes an id."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techradar.language import LANGUAGES, Language
from techradar.language.writing import ID_LENGTH, WINDOWS_DEVICES, date_text, number, slug, sort_key

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("day", "danish", "english"),
    [
        (date(2026, 3, 2), "2. marts 2026", "2 March 2026"),
        (date(2025, 1, 31), "31. januar 2025", "31 January 2025"),
        (date(2024, 12, 24), "24. december 2024", "24 December 2024"),
        (date(2026, 5, 1), "1. maj 2026", "1 May 2026"),
    ],
)
def test_dates_are_written_in_words(day: date, danish: str, english: str) -> None:
    """A Danish date has a stop after the day and a small month; an English one has neither."""
    assert date_text(day, "da") == danish
    assert date_text(day, "en") == english


@pytest.mark.parametrize(
    ("value", "decimals", "danish", "english"),
    [
        (0.75, None, "0,75", "0.75"),
        (1.0, None, "1", "1"),
        (0, None, "0", "0"),
        (100, None, "100", "100"),
        (1000000, None, "1000000", "1000000"),
        (0.62504, None, "0,625", "0.625"),
        (0.33333333, None, "0,3333", "0.3333"),
        (-0.5, None, "-0,5", "-0.5"),
        (-0.00001, None, "0", "0"),
        (0.00001, None, "0", "0"),
        (2.5, 2, "2,50", "2.50"),
        (2, 1, "2,0", "2.0"),
        (100, 0, "100", "100"),
        (-0.001, 2, "0,00", "0.00"),
        (-0.4, 0, "0", "0"),
        (37.4, 0, "37", "37"),
    ],
)
def test_numbers_have_the_mark_of_their_language(value: float, decimals: int | None, danish: str, english: str) -> None:
    """A comma in Danish, a point in English; at most four decimals, no idle zeros and no minus before nothing."""
    assert number(value, "da", decimals) == danish
    assert number(value, "en", decimals) == english


@given(st.floats(-1e6, 1e6), st.none() | st.integers(0, 4))
def test_a_number_can_be_read_back(value: float, decimals: int | None) -> None:
    """What is written is the value, rounded, whatever the language."""
    step = 10.0 ** -(4 if decimals is None else decimals)

    assert float(number(value, "en", decimals)) == pytest.approx(value, abs=step / 2 * 1.001)
    assert number(value, "da", decimals) == number(value, "en", decimals).replace(".", ",")


def in_order(words: list[str], language: Language) -> list[str]:
    """The words, sorted as the language does."""
    return sorted(words, key=lambda word: sort_key(word, language))


@pytest.mark.parametrize(
    "words",
    [
        ["Ballerup", "Vejle", "Ærø", "Øer", "Aabenraa", "Aalborg", "Aarhus"],
        ["Zebra", "Æble", "Øl", "Ål"],
        ["aber", "aften", "zink", "æg", "øre", "aa", "åben"],
        ["Odense", "Århus"],
        ["Aalborg", "Århus"],
        ["Aabenraa", "Ålborg", "Aarhus"],
        ["droner", "Droneværn", "DRONNING"],
        ["cafe", "café", "cafeteria"],
        ["yacht", "über", "zone"],
        ["æblegrød", "ägg", "æske"],
        ["3D-print", "AI", "IoT"],
        ["video", "video og telemedicin", "videomøde"],
        ["Kanal", "Kanål"],
        ["z – noget", "zoo", "æ"],
        ["z’er", "æble"],
    ],
)
def test_danish_words_sort_as_in_a_danish_list(words: list[str]) -> None:
    """Æ, ø, å come last and aa counts as å; upper and lower case, accents and marks do not decide."""
    assert in_order(words[::-1], "da") == words
    assert in_order(words, "da") == words


def test_decomposed_letters_sort_as_composed_ones() -> None:
    """A name from macOS, whose å is an a with a ring, sorts where the other å stands."""
    assert in_order(["A\u030angstrom", "Zebra", "Ællebælle"], "da") == ["Zebra", "Ællebælle", "A\u030angstrom"]


def test_english_sorts_aa_under_a() -> None:
    """In English å is an a with a mark, and aa two letters."""
    assert in_order(["Zebra", "Aarhus", "Århus", "Abel"], "en") == ["Aarhus", "Abel", "Århus", "Zebra"]


def test_words_that_differ_only_in_marks_have_an_order() -> None:
    """The order never depends on the order that words came in."""
    words = ["resume", "résumé", "Resume", "Aarhus", "Århus"]

    for language in LANGUAGES:
        assert in_order(words, language) == in_order(words[::-1], language)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Generativ AI", "generativ-ai"),
        ("Måling af luft", "maaling-af-luft"),
        ("Ældrepleje på øen", "aeldrepleje-paa-oeen"),
        ("Århus", "aarhus"),
        ("A\u030arhus", "aarhus"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("Café Crème", "cafe-creme"),
        ("Überwachung", "uberwachung"),
        ("Straße", "strasse"),
        ("3D-print", "3d-print"),
        ("AI (kunstig intelligens)", "ai-kunstig-intelligens"),
        ("  – RPA / robotter –  ", "rpa-robotter"),
        ("Chat\u00a0GPT", "chat-gpt"),
        ("Node.js", "node-js"),
        ("Ǿre og ǽble", "oere-og-aeble"),
        ("Łódź", "lodz"),
        ("Foo™", "foo"),
        ("İstanbul", "istanbul"),
        ("con", "con-x"),
        ("NUL", "nul-x"),
        ("LPT1", "lpt1-x"),
        ("com10", "com10"),
        ("", ""),
        ("…", ""),
        ("中文", ""),
    ],
)
def test_a_name_becomes_an_id(name: str, expected: str) -> None:
    """æ, ø, å are spelled out, other marks go, + and # are said, all else parts words; nothing left is empty."""
    assert slug(name) == expected


def test_a_long_name_is_cut_between_its_words_or_inside_the_last() -> None:
    """An id has at most 64 characters and never ends in a hyphen."""
    assert slug("a" * 80) == "a" * ID_LENGTH
    assert slug("a" * 63 + " b") == "a" * 63
    assert slug("a" * 64 + " b") == "a" * 64


@given(st.text(max_size=100))
def test_every_id_is_one_that_files_can_bear(name: str) -> None:
    """Any name gives an id that is allowed as one, or none; the id of an id is itself."""
    found = slug(name)

    assert not found or (ID.fullmatch(found) and len(found) <= ID_LENGTH and found not in WINDOWS_DEVICES)
    assert slug(found) == found
