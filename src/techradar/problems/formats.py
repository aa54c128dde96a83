"""Problems as text for people and in the formats of build servers."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from techradar.language import Language, text
from techradar.problems import Problem, Severity

# Control characters, line breaks, what turns the reading direction, and bytes that are no UTF-8.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def as_text(problem: Problem, language: Language) -> str:
    """A problem as a person reads it: place, message, the source line with carets, the way out."""
    said = _printable(problem.message.to(language))
    lines = [f"{place(problem)}: {_word(problem, language)}: {said} [{problem.code}]"]
    if problem.excerpt.strip():
        number = str(problem.line)
        before = problem.excerpt[: problem.column - 1]
        lines.append(f"  {number} | {problem.excerpt}")
        lines.append(f"  {' ' * len(number)} | {_blank(before)}{'^' * max(1, _cells(_covered(problem)))}")
    if problem.hint is not None:
        lines.append(f"  {text('problems.hint', language)}: {_printable(problem.hint.to(language))}")
    return "\n".join(lines)


def place(problem: Problem) -> str:
    """Where a problem is: path, and line and column where it has them."""
    path = _printable(problem.path)
    return f"{path}:{problem.line}:{problem.column}" if problem.line else path


def _printable(words: str) -> str:
    """Words that change nothing else on a terminal: a file's name may hold line breaks and control characters."""
    return _UNPRINTABLE.sub("\ufffd", words)


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
    return _written({"format": 1, "problems": rows})


def as_github(problems: Sequence[Problem], language: Language) -> str:
    """Workflow commands of GitHub Actions, a line a problem."""
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    lines = []
    for p in problems:
        where = [f"file={_github_property(_printable(p.path))}"]
        if p.line:
            where += [f"line={p.line}", f"col={p.column}"]
        where.append(f"title={p.code}")
        lines.append(f"::{words[p.severity]} {','.join(where)}::{_github_data(_sentence(p, language))}")
    return "\n".join(lines)


def _sentence(problem: Problem, language: Language) -> str:
    message = _printable(problem.message.to(language))
    return message if problem.hint is None else f"{message} ({_printable(problem.hint.to(language))})"


def _github_data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(words: str) -> str:
    return _github_data(words).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(problems: Sequence[Problem], language: Language) -> str:
    """A Code Quality report of GitLab."""
    import hashlib

    grades = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
    # What makes a problem the same one in the next run: not its line, which moves with every line above it.
    seen: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for p in problems:
        same = (p.path, p.code, p.message.to("en"))
        seen[same] += 1
        mark = "\0".join((*same, str(seen[same])))
        row = {
            "description": _sentence(p, language),
            "check_name": p.code,
            "fingerprint": hashlib.blake2b(mark.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
            "severity": grades[p.severity],
            "location": {"path": p.path.removeprefix("./"), "lines": {"begin": max(1, p.line)}},
        }
        rows.append(row)
    return _written(rows)


def _written(content: object) -> str:
    written = json.dumps(content, ensure_ascii=False, indent=2)
    return written.encode("utf-8", "replace").decode("utf-8")  # a file's name may hold what is no UTF-8


def as_azure(problems: Sequence[Problem], language: Language) -> str:
    """Logging commands of Azure Pipelines, a line a problem; it knows no notes, so they are warnings."""
    lines = []
    for p in problems:
        kind = "error" if p.severity is Severity.ERROR else "warning"
        where = [f"type={kind}", f"sourcepath={_azure_property(_printable(p.path))}"]
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
