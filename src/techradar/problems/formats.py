"""Problems as text for people and in the formats of build servers."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from techradar.language import Language, text
from techradar.problems import Problem, Severity


def as_text(problem: Problem, language: Language) -> str:
    """A problem as a person reads it: place, message, the source line with carets, the way out."""
    lines = [f"{place(problem)}: {_word(problem, language)}: {problem.message.to(language)} [{problem.code}]"]
    if problem.excerpt.strip():
        number = str(problem.line)
        before = problem.excerpt[: problem.column - 1]
        lines.append(f"  {number} | {problem.excerpt}")
        lines.append(f"  {' ' * len(number)} | {_blank(before)}{'^' * max(1, _cells(_covered(problem)))}")
    if problem.hint is not None:
        lines.append(f"  {text('problems.hint', language)}: {problem.hint.to(language)}")
    return "\n".join(lines)


def place(problem: Problem) -> str:
    """Where a problem is: path, and line and column where it has them."""
    return f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path


def _word(problem: Problem, language: Language) -> str:
    return text(f"problems.{problem.severity.value}", language)


def _covered(problem: Problem) -> str:
    start = problem.column - 1
    return problem.excerpt[start : start + max(1, problem.length)]


def _cells(words: str) -> int:
    """How many columns of a terminal the words take."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


def _blank(before: str) -> str:
    """Blanks as wide as the words before, tabs kept so that the carets stay below their place."""
    return "".join("\t" if c == "\t" else " " * _cells(c) for c in before)


def as_json(problems: Sequence[Problem], language: Language) -> str:
    """All problems as one JSON document."""
    rows: list[dict[str, Any]] = [
        {
            "path": p.path,
            "line": p.line,
            "column": p.column,
            "code": p.code,
            "severity": p.severity.value,
            "message": p.message.to(language),
            "hint": p.hint.to(language) if p.hint is not None else None,
        }
        for p in problems
    ]
    return json.dumps({"format": 1, "problems": rows}, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem], language: Language) -> str:
    """Workflow commands of GitHub Actions, a line a problem."""
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    lines = []
    for p in problems:
        where = [f"file={_github_property(p.path)}"]
        if p.line:
            where += [f"line={p.line}", f"col={p.column}"]
        where.append(f"title={p.code}")
        lines.append(f"::{words[p.severity]} {','.join(where)}::{_github_data(_sentence(p, language))}")
    return "\n".join(lines)


def _sentence(problem: Problem, language: Language) -> str:
    message = problem.message.to(language)
    return message if problem.hint is None else f"{message} ({problem.hint.to(language)})"


def _github_data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(words: str) -> str:
    return _github_data(words).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(problems: Sequence[Problem], language: Language) -> str:
    """A Code Quality report of GitLab."""
    grades = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
    rows = [
        {
            "description": _sentence(p, language),
            "check_name": p.code,
            "fingerprint": hashlib.blake2b(
                f"{p.path}:{p.line}:{p.column}:{p.code}".encode(), digest_size=16
            ).hexdigest(),
            "severity": grades[p.severity],
            "location": {"path": p.path, "lines": {"begin": max(1, p.line)}},
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_azure(problems: Sequence[Problem], language: Language) -> str:
    """Logging commands of Azure Pipelines, a line a problem; it knows no notes, so they are warnings."""
    lines = []
    for p in problems:
        kind = "error" if p.severity is Severity.ERROR else "warning"
        where = [f"type={kind}", f"sourcepath={_azure_property(p.path)}"]
        if p.line:
            where += [f"linenumber={p.line}", f"columnnumber={p.column}"]
        where.append(f"code={p.code}")
        lines.append(f"##vso[task.logissue {';'.join(where)}]{_azure_data(_sentence(p, language))}")
    return "\n".join(lines)


def _azure_data(words: str) -> str:
    return words.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _azure_property(words: str) -> str:
    return _azure_data(words).replace("]", "%5D").replace(";", "%3B")


def as_texts(problems: Sequence[Problem], language: Language) -> str:
    """All problems as text, an empty line between those that take several lines."""
    return "\n".join(as_text(p, language) for p in problems)


FORMATS: dict[str, Callable[[Sequence[Problem], Language], str]] = {
    "text": as_texts,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "azure": as_azure,
}
