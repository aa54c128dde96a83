"""Sections as text for a terminal and as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from techradar.publish.tables import Table, as_markdown, as_text, cells_of, escaped

READABLE = 100  # no line of prose is longer, however wide the terminal
LABEL = 30  # a longer label has a line of its own


class Section(NamedTuple):
    """A heading, then paragraphs, a chart in letters, lines of a label and words, a table, and a list of points."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    chart: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    table: Table | None = None
    points: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return not (
            self.facts or self.paragraphs or self.chart or self.points or (self.table is not None and self.table.rows)
        )


def sections_as_text(sections: Iterable[Section], *, width: int, color: bool = False, wrap: bool = True) -> str:
    """Sections one below the other, at most `width` columns wide; without `wrap` a paragraph is one line."""
    found = list(sections)
    wide = [cells_of(label) for section in found for label, _ in section.facts]
    labels = max((each for each in wide if each <= LABEL), default=0)
    readable = min(width, READABLE) if wrap else 0
    blocks = ["\n".join(_lines(section, width, color, readable, labels)) for section in found]
    return "\n\n".join(blocks)


def _lines(section: Section, width: int, color: bool, readable: int, labels: int) -> Iterator[str]:
    yield f"\x1b[1m{section.heading}\x1b[0m" if color else section.heading
    for paragraph in section.paragraphs:
        yield from _wrapped("  ", paragraph, readable)
    if section.chart:
        yield from (*(f"  {line}" for line in section.chart), "")
    for label, words in section.facts:
        if cells_of(label) > LABEL:
            yield f"  {label}"
        shown = label if cells_of(label) <= LABEL else ""
        yield from _wrapped(f"  {shown}{' ' * (labels - cells_of(shown))}  ", words, readable)
    if section.table is not None and section.table.rows:
        yield textwrap.indent(as_text(section.table, width=width - 2, color=color), "  ")
    for point in section.points:
        yield from _wrapped("  - ", point, readable)


def _wrapped(before: str, words: str, width: int) -> list[str]:
    """Words after `before`, further lines below their beginning; addresses are never broken."""
    if not width or "  " in words:
        return [before + " ".join(words.splitlines())]
    return textwrap.wrap(
        " ".join(words.split()),
        max(width, len(before) + 20),
        initial_indent=before,
        subsequent_indent=" " * len(before),
        break_long_words=False,
        break_on_hyphens=False,
    )


def sections_as_markdown(sections: Iterable[Section]) -> str:
    """Sections as Markdown: the first heading is the title."""
    blocks = []
    for number, section in enumerate(sections):
        parts = [f"{'##' if number else '#'} {escaped(section.heading)}"]
        parts += [paragraph if number else escaped(paragraph) for paragraph in section.paragraphs]
        if section.chart:
            parts.append("\n".join(["```text", *section.chart, "```"]))
        if section.facts:
            parts.append("\n".join(_fact(label, words) for label, words in section.facts))
        if section.table is not None and section.table.rows:
            parts.append(as_markdown(section.table))
        if section.points:
            parts.append("\n".join(f"- {escaped(point)}" for point in section.points))
        blocks.append("\n\n".join(parts))
    return "\n\n".join(blocks)


def _fact(label: str, words: str) -> str:
    return f"- **{escaped(label)}:** {escaped(words)}" if label else f"  - {escaped(words)}"
