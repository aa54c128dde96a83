"""The 98 municipalities: complete, named officially, and found behind other spellings."""

from __future__ import annotations

import unicodedata

import pytest

from techradar.municipalities import Municipality, find, municipalities, suggest


def test_there_are_98_with_a_code_and_a_name_of_their_own() -> None:
    """Denmark has had 98 municipalities since 2007, and no two share a code or a name."""
    assert len(municipalities()) == 98
    assert len({one.code for one in municipalities()}) == 98
    assert len({one.name.casefold() for one in municipalities()}) == 98


def test_they_come_by_code() -> None:
    """The list runs from København (101) to Hjørring (860), every code three digits."""
    codes = [one.code for one in municipalities()]

    assert codes == sorted(codes)
    assert all(len(code) == 3 and code.isdigit() for code in codes)
    assert (municipalities()[0].name, municipalities()[-1].name) == ("København", "Hjørring")


def test_names_are_clean() -> None:
    """A name has no blanks around it, is composed Unicode and does not end in "Kommune"."""
    for one in municipalities():
        assert one.name == unicodedata.normalize("NFC", one.name.strip())
        assert "kommune" not in one.name.casefold()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("101", "København"), ("169", "Høje-Taastrup"), ("173", "Lyngby-Taarbæk"), ("185", "Tårnby"),
        ("400", "Bornholm"), ("430", "Faaborg-Midtfyn"), ("461", "Odense"), ("480", "Nordfyns"),
        ("492", "Ærø"), ("563", "Fanø"), ("580", "Aabenraa"), ("630", "Vejle"), ("741", "Samsø"),
        ("751", "Aarhus"), ("756", "Ikast-Brande"), ("773", "Morsø"), ("810", "Brønderslev"),
        ("820", "Vesthimmerlands"), ("825", "Læsø"), ("851", "Aalborg"), ("860", "Hjørring"),
    ],
)  # fmt: skip
def test_codes_belong_to_their_names(code: str, name: str) -> None:
    """Both the official code and the official name find the municipality."""
    assert find(code) == find(name) == Municipality(code, name)


@pytest.mark.parametrize("text", ["aarhus", "AARHUS", " Aarhus ", "ÆRØ", "ærø", unicodedata.normalize("NFD", "tårnby")])
def test_case_and_composition_do_not_matter(text: str) -> None:
    """A name is found in any case, with blanks around it and as macOS decomposes it."""
    assert find(text) is not None


@pytest.mark.parametrize("text", ["", " ", "Århus", "Vejle Kommune", "Vesthimmerland", "0751", "999", "Eksempelby"])
def test_other_spellings_find_nothing(text: str) -> None:
    """Only the official name or the code finds a municipality; the rest is for hints."""
    assert find(text) is None


def test_christiansoe_is_no_municipality() -> None:
    """Christiansø has a code, 411, but belongs to a ministry, and nothing is suggested for it."""
    assert find("411") is find("Christiansø") is None
    assert suggest("411") is suggest("Christiansø") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Århus", "Aarhus"), ("ålborg", "Aalborg"), ("Åbenrå", "Aabenraa"),
        ("Fåborg-Midtfyn", "Faaborg-Midtfyn"),
        ("Høje Tåstrup", "Høje-Taastrup"), ("Lyngby Tårbæk", "Lyngby-Taarbæk"), ("Taarnby", "Tårnby"),
        ("Aeroe", "Ærø"), ("Laesoe", "Læsø"), ("Ringkoebing-Skjern", "Ringkøbing-Skjern"),
        (unicodedata.normalize("NFD", "Århus"), "Aarhus"),
    ],
)  # fmt: skip
def test_danish_letters_spelled_otherwise_are_hints(text: str, name: str) -> None:
    """Å or aa, æ or ae, ø or oe, a hyphen or a blank: the official name is suggested."""
    assert suggest(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vejle Kommune", "Vejle"), ("Københavns Kommune", "København"), ("Aarhus Kommunes", "Aarhus"),
        ("Bornholms Regionskommune", "Bornholm"), ("Århus kommune", "Aarhus"), ("Horsens Kommune", "Horsens"),
        ("Kommune: Odense", "Odense"), ("Langelands Kommune", "Langeland"),
    ],
)  # fmt: skip
def test_the_word_kommune_and_the_genitive_are_hints(text: str, name: str) -> None:
    """ "Kommune" and the s before it are taken off, but never the s of Horsens or Aarhus."""
    assert suggest(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vesthimmerland", "Vesthimmerlands"), ("Nordfyn", "Nordfyns"), ("Mors", "Morsø"), ("Fakse", "Faxe"),
        ("Copenhagen", "København"), ("Ikast", "Ikast-Brande"), ("Frederikshaven", "Frederikshavn"),
        ("Sønnerborg", "Sønderborg"), ("Kobenhavn", "København"), ("0751", "Aarhus"), ("Aarhus", "Aarhus"),
    ],
)  # fmt: skip
def test_common_names_and_near_misses_are_hints(text: str, name: str) -> None:
    """Short forms, old spellings, typing errors and a code with a leading zero lead to the official name."""
    assert suggest(text) == name


@pytest.mark.parametrize("text", ["", "Kommune", "Eksempelby", "Malmø", "999", "Region Midtjylland"])
def test_nothing_is_suggested_for_what_is_no_municipality(text: str) -> None:
    """A text that resembles no municipality gets no hint."""
    assert suggest(text) is None


def test_every_municipality_with_kommune_behind_it_leads_back_to_itself() -> None:
    """No other spelling or rule of ours hides an official name."""
    for one in municipalities():
        assert suggest(f"{one.name} Kommune") == suggest(f"{one.name}s Kommune") == one.name
        assert suggest(one.code) == one.name
