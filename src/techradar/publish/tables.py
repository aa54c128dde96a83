"""Tables in every format that a person pastes or a program reads. What stands in them comes from elsewhere.

A cell has two faces: `data` for programs (ids, numbers, null) and `words` for people, in their language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

Data = str | int | float | bool | tuple[str, ...] | None
ENDLESS = 100_000  # a width in which nothing is broken or cut
GAP = 2  # blanks between two columns
_FORMULA = r"[=+\-@\t\r]"


class Cell(NamedTuple):
    """What a program reads, and what a person does."""

    data: Data
    words: str


class Column(NamedTuple):
    """A column: its key for programs, its heading for people, and where its words stand."""

    key: str
    heading: str
    side: Literal["left", "right"] = "left"


class Table(NamedTuple):
    """Columns, and rows with a cell for each of them."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def as_text(table: Table, *, width: int = ENDLESS, color: bool = False, group: str | None = None) -> str:
    """The table in lines at most `width` columns wide; what is too long goes on in the next line, nothing is cut.

    Where it is too wide, the column `group` becomes headings above its rows, if they stand together.
    """
    headings: dict[int, str] = {}
    if group is not None and sum(_natural(table)) + GAP * (len(table.columns) - 1) > width:
        table, headings = _grouped(table, group)
    widths = _fitted(table, width)
    sides = [column.side for column in table.columns]
    heading = _lines([column.heading for column in table.columns], widths, sides)
    lines = [_bold(line, color) for line in heading]
    lines.append("─" * (sum(widths) + GAP * (len(widths) - 1)))
    main = next((at for at, side in enumerate(sides) if side == "left"), 0)
    margin = " " * (sum(widths[:main]) + GAP * main)
    for number, row in enumerate(table.rows):
        if number in headings:
            lines += ([""] if number else []) + [margin + _bold(headings[number], color)]
        lines += _lines([cell.words for cell in row], widths, sides)
    return "\n".join(lines)


def _bold(words: str, color: bool) -> str:
    return f"\x1b[1m{words}\x1b[0m" if color else words


def _lines(cells: Sequence[str], widths: Sequence[int], sides: Sequence[str]) -> list[str]:
    """A row's lines: each cell broken to its width and set to its side."""
    broken = [_broken(words, wide) for words, wide in zip(cells, widths, strict=True)]
    lines = []
    for at in range(max(map(len, broken), default=0)):
        parts = []
        for column, wide, side in zip(broken, widths, sides, strict=True):
            words = column[at] if at < len(column) else ""
            blank = " " * (wide - cells_of(words))
            parts.append(blank + words if side == "right" else words + blank)
        lines.append((" " * GAP).join(parts).rstrip())
    return lines


def _broken(words: str, width: int) -> list[str]:
    """Words in lines at most `width` wide, between words where that can be."""
    line = " ".join(words.split())
    if cells_of(line) <= width:
        return [line]
    lines = [""]
    for word in words.split():
        rest = word
        if lines[-1] and cells_of(lines[-1]) + 1 + cells_of(rest) <= width:
            lines[-1] += f" {rest}"
            continue
        if lines[-1]:
            lines.append("")
        while cells_of(rest) > width:
            part = _as_much_as_fits(rest, width)
            lines[-1] = part
            lines.append("")
            rest = rest[len(part) :]
        lines[-1] = rest
    return lines


def _as_much_as_fits(word: str, width: int) -> str:
    end = 1
    while end < len(word) and cells_of(word[: end + 1]) <= width:
        end += 1
    return word[:end]


@lru_cache(maxsize=4096)
def cells_of(words: str) -> int:
    """How many columns of a terminal the words take."""
    if words.isascii():
        return len(words)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


def _columns(table: Table) -> list[list[str]]:
    """The words of each column, the heading first."""
    return [[column.heading, *(row[at].words for row in table.rows)] for at, column in enumerate(table.columns)]


def _natural(table: Table) -> list[int]:
    """How wide each column would like to be."""
    return [max(cells_of(" ".join(said.split())) for said in words) for words in _columns(table)]


def _fitted(table: Table, width: int) -> list[int]:
    """Widths of the columns that fit: the widest give first, and words are broken only where nothing else helps."""
    widths = _natural(table)
    longest = [max((cells_of(word) for said in words for word in said.split()), default=1) for words in _columns(table)]
    room = width - GAP * (len(widths) - 1)
    for least in (longest, [4] * len(widths)):
        while sum(widths) > room:
            at = max(range(len(widths)), key=lambda place: widths[place] if widths[place] > least[place] else 0)
            if widths[at] <= least[at]:
                break
            widths[at] -= 1
    return widths


def _grouped(table: Table, key: str) -> tuple[Table, dict[int, str]]:
    """The table without a column, whose words stand above the rows where they change; unless they come back."""
    at = next((place for place, column in enumerate(table.columns) if column.key == key), None)
    if at is None:
        return table, {}
    words = [row[at].words for row in table.rows]
    starts = {number: said for number, said in enumerate(words) if not number or words[number - 1] != said}
    if len(set(starts.values())) < len(starts):
        return table, {}
    columns = table.columns[:at] + table.columns[at + 1 :]
    return Table(columns, tuple(row[:at] + row[at + 1 :] for row in table.rows)), starts


def as_markdown(table: Table) -> str:
    """The table as GitHub and most others read it; what would end a cell or begin something else is escaped."""
    rules = ["---:" if column.side == "right" else "---" for column in table.columns]
    rows = [[column.heading for column in table.columns], rules]
    rows[0] = [escaped(heading) for heading in rows[0]]
    rows += [[escaped(cell.words) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def escaped(words: str) -> str:
    """Words as Markdown that shows them as they are, on one line."""
    return re.sub(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))", r"\\\1", " ".join(words.split()))


def as_csv(table: Table) -> str:
    """The table by RFC 4180: a comma between, a header of keys, lines that end with CR LF, numbers with a point.

    A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
    """
    import csv
    import io

    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([_plain(cell.data) for cell in row] for row in table.rows)
    return written.getvalue()


def _plain(data: Data) -> str | int | float:
    if data is None:
        return ""
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, int | float):
        return data
    words = "; ".join(data) if isinstance(data, tuple) else data
    return f"'{words}" if re.match(_FORMULA, words) else words


def records(table: Table) -> list[dict[str, Any]]:
    """The rows as programs read them, by key."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, (_listed(cell.data) for cell in row), strict=True)) for row in table.rows]


def _listed(data: Data) -> Any:
    return list(data) if isinstance(data, tuple) else data


def as_json(document: dict[str, Any]) -> str:
    """A document for programs, beginning with the number of its format."""
    import json

    return json.dumps({"format": 1, **document}, ensure_ascii=False, indent=2)


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> Table:
    """A table from its columns and rows."""
    return Table(tuple(columns), tuple(tuple(row) for row in rows))
