"""The 98 Danish municipalities with their official codes (kommunekoder), and what other spellings stand for.

A municipality is named by its name in the official form, without "Kommune", or by its code. Anything else
finds nothing; `suggest` says what was probably meant. Christiansø (411) has a code but is no municipality.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from techradar.language.writing import slug

_KOMMUNE = re.compile(r"\b(regions?)?kommunes?\b", re.IGNORECASE)
_LIKENESS = 0.75  # of two spellings, for one to be a near miss of the other


class Municipality(NamedTuple):
    """One municipality: its code of three digits and its name, such as 751 and Aarhus."""

    code: str
    name: str


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All municipalities, by code."""
    return tuple(municipality for municipality, _ in _table())


def find(text: str) -> Municipality | None:
    """The municipality that has `text` as its name or code, upper and lower case aside."""
    return _by_name_and_code().get(_folded(text))


def suggest(text: str) -> str | None:
    """The name that `text` probably stands for: "Århus" is Aarhus, "Københavns Kommune" is København."""
    exact = find(text)
    if exact:
        return exact.name
    known = _by_spelling()
    key = _spelling(_KOMMUNE.sub(" ", text))
    for candidate in (key, key.removesuffix("s"), f"{key}s", key.lstrip("0")):
        if candidate in known:
            return known[candidate]
    from difflib import get_close_matches

    near = get_close_matches(key, known, n=1, cutoff=_LIKENESS)
    return known[near[0]] if near and not key.isdigit() else None


@cache
def _table() -> tuple[tuple[Municipality, tuple[str, ...]], ...]:
    """Each municipality with its other spellings, as the data file has them."""
    lines = (files("techradar") / "data" / "municipalities.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return tuple((Municipality(code, name), tuple("|".join(more).split("|"))) for code, name, *more in rows)


@cache
def _by_name_and_code() -> dict[str, Municipality]:
    return {key: one for one in municipalities() for key in (_folded(one.name), one.code)}


@cache
def _by_spelling() -> dict[str, str]:
    """Names by every spelling that we know; official names and codes win over other spellings."""
    others = {_spelling(other): one.name for one, more in _table() for other in more if other}
    return others | {key: one.name for one in municipalities() for key in (_spelling(one.name), one.code)}


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip().casefold()


def _spelling(text: str) -> str:
    """A spelling without what people vary: å or aa, case, blanks and hyphens."""
    return slug(text).replace("-", "")
