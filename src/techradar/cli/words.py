"""The language that the tool talks in, for texts that are fixed when the commands are made: help and options."""

from __future__ import annotations

from techradar.language import Language, talk_language, text

TALK: Language = talk_language()


def say(key: str, **values: object) -> str:
    """A text of the catalogue for help, in the language that the tool talks in."""
    return text(key, TALK, **values)
