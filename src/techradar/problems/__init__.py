"""A problem: what is wrong, where, how bad it is, and the way out.

Readers and rules collect problems and go on; nothing stops at the first. `TechradarError` is for what cannot
go on, and only the command line catches it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import NamedTuple

from techradar.language import Phrase


class Severity(StrEnum):
    """How bad a problem is: errors make a radar untrustworthy, warnings fail under `--strict`, notes never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Exit(IntEnum):
    """Exit codes of every command."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    FILES = 3


class Problem(NamedTuple):
    """One thing wrong at one place.

    `line` and `column` start at 1, columns count code points; line 0 means that no place in a file is meant.
    `excerpt` is the source line, `length` how many of its characters the problem covers.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: Phrase
    hint: Phrase | None = None
    excerpt: str = ""
    length: int = 1

    @property
    def place(self) -> tuple[str, int, int, str]:
        """Where it is, and what: the order in which problems are told."""
        return self[:4]


class TechradarError(Exception):
    """What cannot go on, with its problems and the exit code that it leads to."""

    def __init__(self, *problems: Problem, exit_code: Exit = Exit.PROBLEMS) -> None:
        super().__init__(*(f"{p.path}:{p.line}:{p.column}: {p.code}" for p in problems))
        self.problems = problems
        self.exit_code = exit_code


def problem(code: str, path: str, message: Phrase, hint: Phrase | None = None) -> Problem:
    """A problem without a place in a file: a missing folder, a command's argument."""
    return Problem(path, 0, 0, code, severity_of(code), message, hint)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by place, each once; two keys that are missing in one place are two problems."""
    return sorted({(p.place, p.message): p for p in problems}.values(), key=lambda p: p.place)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of them is an error."""
    return any(p.severity is Severity.ERROR for p in problems)


# Every code that is no error. What is not named here is an error.
WARNINGS = frozenset(
    {"few-answers", "name-is-alias", "case-without-source", "link-over-http", "cut-text", "low-contrast",
     "days-out-of-order"}
)  # fmt: skip
NOTES = frozenset(
    {"other-file", "review-due", "decision-due", "trial-due", "carried-forward", "no-reason", "sheet-grown"}
)
# The codes of what could not be read or written at all: they lead to exit code 3.
OF_FILES = frozenset(
    {"no-radar", "no-folder", "no-such-file", "no-such-folder", "is-a-folder", "unreadable", "unwritable", "disk-full",
     "locked", "changed-on-disk", "file-exists"}
)  # fmt: skip


def exit_code(problems: Iterable[Problem], *, strict: bool = False) -> Exit:
    """The exit code that problems lead to; with `strict` warnings count as errors do."""
    failing = [p for p in problems if p.severity is Severity.ERROR or (strict and p.severity is Severity.WARNING)]
    if any(p.code in OF_FILES for p in failing):
        return Exit.FILES
    return Exit.PROBLEMS if failing else Exit.FINE


def severity_of(code: str) -> Severity:
    """The severity of a code; each code has one."""
    if code in WARNINGS:
        return Severity.WARNING
    return Severity.NOTE if code in NOTES else Severity.ERROR
