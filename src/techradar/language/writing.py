"""How Danish and English write dates and numbers, sort words, and how a name becomes an id."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date

from techradar.language import Language

MONTHS: dict[Language, tuple[str, ...]] = {
    "da": ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
           "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip

_ID_LETTERS = {"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "œ": "oe",
               "+": "-plus-", "#": "-sharp-"}  # fmt: skip
ID_LENGTH = 64
WINDOWS_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
# Private-use characters stand after every letter and mark of European writing, typographic ones too.
_AE, _OE, _AA = "\uf8f0", "\uf8f1", "\uf8f2"
_DANISH_LETTERS = {"æ": _AE, "ä": _AE, "ø": _OE, "ö": _OE, "å": _AA, "ü": "y"}


def date_text(day: date, language: Language) -> str:
    """A date in words: "2. marts 2026", "2 March 2026"."""
    month = MONTHS[language][day.month - 1]
    return f"{day.day}. {month} {day.year}" if language == "da" else f"{day.day} {month} {day.year}"


def number(value: float, language: Language, decimals: int | None = None) -> str:
    """A number with the language's decimal mark; without `decimals` as short as it goes, at most 4 decimals."""
    # A half goes away from zero, as people do it: 0.125 is 0.13. No figure of ours has more than 4 decimals.
    shown = f"{value + math.copysign(1e-9, value):.{4 if decimals is None else decimals}f}"
    if decimals is None:
        shown = shown.rstrip("0").rstrip(".")
    if not shown.strip("-0."):
        shown = shown.removeprefix("-")
    return shown.replace(".", ",") if language == "da" else shown


def sort_key(words: str, language: Language) -> tuple[str, str]:
    """A key that sorts as the language does: in Danish æ, ø, å come last, aa counts as å and ü as y.

    The Danish order is that of Retskrivningsordbogen: ä stands with æ, ö with ø.
    """
    folded = unicodedata.normalize("NFC", words).casefold()
    if language == "da":
        return _DANISH_SORTED.spelled(folded.replace("aa", "å")), words
    return _SORTED.spelled(folded), words


class _Spelling(dict[int, str]):
    """How words are spelled with some letters replaced and every other mark dropped; ǿ is an ø that has a mark.

    A table for `str.translate` that grows with the letters it meets.
    """

    def __init__(self, letters: dict[str, str]) -> None:
        super().__init__({ord(letter): written for letter, written in letters.items()})

    def __missing__(self, letter: int) -> str:
        parts = unicodedata.decomposition(chr(letter))
        if parts and not parts.startswith("<"):
            self[letter] = self[int(parts.split()[0], 16)]
        else:
            self[letter] = "" if unicodedata.combining(chr(letter)) else chr(letter)
        return self[letter]

    def spelled(self, words: str) -> str:
        """The words, spelled so."""
        return unicodedata.normalize("NFC", words).translate(self)


_IDS, _SORTED, _DANISH_SORTED = _Spelling(_ID_LETTERS), _Spelling({}), _Spelling(_DANISH_LETTERS)


def slug(name: str) -> str:
    """The id of a name: "Måling af luft" is `maaling-af-luft`; empty where no letter or digit is left.

    Ids are `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters, and never a device name of Windows.
    """
    plain = _IDS.spelled(name.lower())
    cut = re.sub(r"[^a-z0-9]+", "-", plain)[: ID_LENGTH + 1].strip("-")[:ID_LENGTH].strip("-")
    return f"{cut}-x" if cut in WINDOWS_DEVICES else cut
