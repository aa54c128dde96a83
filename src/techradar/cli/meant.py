"""Which word of a closed set somebody meant who typed another: a slip, or the Danish word that the tool itself says.

Options and their words are English, so that a command is the same in every language. Who reads Danish output types
what was read: `--movement ny`, `--theme mørk`, `--columns navn`.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence

from techradar.language import LANGUAGES, Phrase, has, phrase, talk_language, text

# Where the words of an option have texts that say what they mean: the beginnings of their keys.
_MEANINGS = {
    "--movement": "tables.movement.",
    "--basis": "tables.basis.",
    "--stage": "tables.stage.",
    "--theme": "model.theme.",
    "--lang": "model.language.",
    "--language": "model.language.",
}
_HEADINGS = {"--columns": "tables.column.", "--sort": "tables.column."}
_LIKE = 0.6  # how alike a word must be to be taken for a slip
_MOST = 12  # words that are listed


def choices_hint(option: str, word: str, choices: Sequence[str]) -> Phrase:
    """A hint that names the choice that `word` stands for, where there is one, and lists the choices."""
    listed = [_with_meaning(option, choice) for choice in choices[:_MOST]]
    options = (*listed, *(["…"] if len(choices) > _MOST else []))
    meant = _meant(option, word, choices)
    if meant is None:
        return phrase("cli.choices", options=options)
    return phrase("model.did-you-mean", near=meant, options=options)


def _with_meaning(option: str, choice: str) -> str | Phrase:
    key = f"{_MEANINGS.get(option, '')}{choice}"
    if option not in _MEANINGS or not has(key) or text(key, talk_language()) == choice:
        return choice
    return phrase("model.word", word=choice, meaning=phrase(key))


def _meant(option: str, word: str, choices: Sequence[str]) -> str | None:
    from techradar import yamlhints

    bare = word.removeprefix("-")  # of a column to sort by, with the largest first
    english = yamlhints.english_key(bare, choices)
    if english is None:
        spelled = {said: choice for choice in choices for said in _said(option, choice)}
        near = difflib.get_close_matches(_folded(bare), [*spelled], n=1, cutoff=_LIKE)
        english = spelled[near[0]] if near else None
    return english and word[: len(word) - len(bare)] + english


def _said(option: str, choice: str) -> list[str]:
    """What people say for a choice: its word, and what texts of both languages call it."""
    found = [choice]
    keys = [f"{place[option]}{choice}" for place in (_MEANINGS, _HEADINGS) if option in place]
    for key in (*keys, f"cli.meant.{choice}"):
        if has(key):
            found += [said for language in LANGUAGES for said in text(key, language).split(", ")]
    return [_folded(said) for said in found]


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().strip()
