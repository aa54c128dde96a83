"""Every text in Danish and English, and how a language writes dates, numbers and lists.

A text is named by a key such as `problem.unknown-level`; the part before the first dot is the module of
`techradar.language.catalogue` that holds it. A `Phrase` is a key with its values, not yet in a language:
problems carry phrases, and the language is chosen when they are shown.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Literal, NamedTuple

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")


class Text(NamedTuple):
    """One text in both languages, with `{name}` placeholders."""

    da: str
    en: str


class Plural(NamedTuple):
    """One text in both languages, each as (one, other), chosen by the value `n`."""

    da: tuple[str, str]
    en: tuple[str, str]


Entry = Text | Plural


class Phrase(NamedTuple):
    """A text of the catalogue with its values, not yet in a language. A value may be a phrase itself."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def to(self, language: Language) -> str:
        """The phrase in `language`."""
        return text(self.key, language, **dict(self.values))


def phrase(key: str, /, **values: object) -> Phrase:
    """A phrase from its key and values; lists become tuples so that phrases stay hashable."""
    return Phrase(key, tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in values.items()))


# Not named after the package `catalogue`, which would take its name on the first import.
@cache
def _texts(module: str) -> dict[str, Entry]:
    """The texts of one module of the catalogue."""
    texts: dict[str, Entry] = import_module(f"techradar.language.catalogue.{module}").TEXTS
    return texts


def entry(key: str) -> Entry:
    """The catalogue's entry of `key`; raises KeyError where there is none."""
    return _texts(key.partition(".")[0])[key]


def has(key: str) -> bool:
    """Whether the catalogue holds `key`."""
    return key in _texts(key.partition(".")[0])


def text(key: str, language: Language, /, **values: object) -> str:
    """The text of `key` in `language`; `{placeholders}` are filled from `values`, a plural by its `n`."""
    found = entry(key)
    shown = {name: _shown(value, language) for name, value in values.items()}
    if isinstance(found, Plural):
        one, other = found.da if language == "da" else found.en
        return (one if values["n"] == 1 else other).format(**shown)
    return (found.da if language == "da" else found.en).format(**shown)


def _shown(value: object, language: Language) -> object:
    if isinstance(value, Phrase):
        return value.to(language)
    if isinstance(value, tuple | list):
        return ", ".join(str(_shown(part, language)) for part in value)
    if isinstance(value, float):
        from techradar.language.writing import number

        return number(value, language)
    if isinstance(value, str | int):
        return value
    from datetime import date

    if isinstance(value, date):
        from techradar.language.writing import date_text

        return date_text(value, language)
    return value


def listed(parts: Iterable[str], language: Language, word: Literal["and", "or"] = "and") -> str:
    """Parts as a list in words: "a, b og c"."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    joint = {("da", "and"): "og", ("da", "or"): "eller", ("en", "and"): "and", ("en", "or"): "or"}[language, word]
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def talk_language() -> Language:
    """The language that the tool talks in: `TECHRADAR_LANG`, else the locale's; English where neither is Danish."""
    for name in ("TECHRADAR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = os.environ.get(name, "").lower()
        if wanted:
            return "da" if wanted[:2] == "da" else "en"
    if os.name == "nt":
        import locale

        name_of_system = (locale.getlocale()[0] or "").lower()
        return "da" if name_of_system.startswith(("da", "danish")) else "en"
    return "en"
