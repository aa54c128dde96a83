"""Questions on a terminal: a line is typed, checked at once, and asked for again with the reason where it is wrong.

Questions go to stderr, since stdout is for the product. Where there is no terminal nothing is asked.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from techradar.cli import common
from techradar.language import talk_language, text

if TYPE_CHECKING:
    from techradar.editing.fields import Checked
    from techradar.problems import Problem

# What was typed becomes what is written, or a problem that says why it cannot be.
Check = Callable[[str], "Checked"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that are offered: what is written, what it is called, what it means."""

    id: str
    name: str
    meaning: str = ""
    number: str = ""  # what is typed for it, where that is not its place in the list


def possible() -> bool:
    """Whether somebody can be asked: both what is typed and what is asked are on a terminal."""
    # Where it was closed before the start there is no stdin at all.
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def for_text(question: str, check: Check, *, optional: bool = False, kept: str | None = None) -> Any:
    """The answer as it is written; None where it was left empty, which needs `optional` or something `kept`."""
    while True:
        words = _line(f"{question}{_note(optional=optional, kept=kept)}: ")
        if not words and (optional or kept is not None):
            return None
        if not words:
            _say(f"  {text('edit.ask.needed', talk_language())}")
            continue
        value, wrong = check(words)
        if wrong is None:
            return value
        _tell(wrong)


def for_choice(
    question: str, choices: Sequence[Choice], check: Check, *, optional: bool = False, kept: str | None = None
) -> Any:
    """The answer to a question with choices: a number of the list, or whatever `check` knows (an id, a name).

    The beginning of one name will do, accents aside; the name that it was taken for is then shown.
    """
    _say(question)
    width = max(len(choice.name) for choice in choices)
    by_number = {choice.number or str(place): choice.id for place, choice in enumerate(choices, 1)}
    wide = max(map(len, by_number))
    for number, choice in zip(by_number, choices, strict=True):
        _say(f"  {number:>{wide}}  {choice.name:<{width}}  {choice.meaning}".rstrip())
    asked = text("edit.ask.choose", talk_language())

    def checked(words: str) -> Checked:
        found = check(by_number.get(words.rstrip(".)"), words))
        begun = [] if found.problem is None else [choice for choice in choices if _begins(choice.name, words)]
        if len(begun) != 1:
            return found
        _say(f"  {begun[0].name}")
        return check(begun[0].id)

    return for_text(asked, checked, optional=optional, kept=kept)


def for_yes(question: str) -> bool:
    """Whether the answer is yes; Enter is yes."""
    yes, no = (text(f"edit.ask.{word}", talk_language()) for word in ("yes", "no"))
    while True:
        words = _line(f"{question} [{yes[0].upper()}/{no[0]}] ").casefold()
        if not words or words in {yes, yes[0], "y", "yes"}:
            return True
        if words in {no, no[0]}:
            return False


def _begins(name: str, words: str) -> bool:
    """Whether a name begins with words, upper and lower case and accents aside; a number begins none."""
    return not words.isdecimal() and _plain(name).startswith(_plain(words))


def _plain(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", words.casefold()) if not unicodedata.combining(c))


def _note(*, optional: bool, kept: str | None) -> str:
    if kept is not None:
        return f" ({text('edit.ask.kept', talk_language(), kept=kept)})"
    return f" ({text('edit.ask.optional', talk_language())})" if optional else ""


def _line(prompt: str) -> str:
    """A line that is typed, without blanks around it. Ctrl-C and the end of input are KeyboardInterrupt."""
    while True:
        sys.stderr.write(prompt)
        sys.stderr.flush()
        try:
            words = sys.stdin.readline()
        except UnicodeDecodeError:
            _say(text("edit.ask.unreadable", talk_language()))
            continue
        if not words:
            raise KeyboardInterrupt
        return words.strip()


def _tell(wrong: Problem) -> None:
    language = talk_language()
    _say(f"  {wrong.message.to(language)}")
    if wrong.hint is not None:
        _say(f"  {text('problems.hint', language)}: {wrong.hint.to(language)}")


def _say(words: str) -> None:
    common.talk(words)
