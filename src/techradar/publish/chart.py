"""A technology's way through the editions as a small chart in letters: rings are rows, editions are columns.

It is at most WIDTH columns wide and needs no colour. The editions that do not fit are the oldest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from techradar.language import Language, text
from techradar.model import Edition, Ring
from techradar.publish.tables import cells_of

WIDTH = 76
LABEL = 20  # a longer name of a ring is cut; the table beside the chart has it whole
ASSESSED, CARRIED, GONE, BREAK = "●", "○", "×", "║"


class Stop(NamedTuple):
    """A technology on an edition: its ring, how it is marked, and where it was before if it is gone from there."""

    edition: Edition
    ring: Ring | None
    mark: str = ASSESSED


def chart(stops: Sequence[Stop], rings: Sequence[Ring], language: Language) -> tuple[str, ...]:
    """The lines of the chart, and below it what its marks mean; nothing where no stop is on a ring."""
    if all(stop.ring is None for stop in stops):
        return ()
    names = [_cut(ring.name) for ring in rings]
    label = max(map(cells_of, names))
    wide = max(4, *(cells_of(stop.edition.id) + 1 for stop in stops))
    shown = stops[-max(1, (WIDTH - label - 2) // (wide + 1)) :]
    lines = []
    for ring, name in zip(rings, names, strict=True):
        marks = [stop.mark if stop.ring is not None and stop.ring.id == ring.id else "" for stop in shown]
        lines.append(f"{name}{' ' * (label - cells_of(name))} │{_row(marks, shown, wide)}")
    lines.append(f"{' ' * label} └{'─' * (len(shown) * (wide + 1))}")
    lines.append(f"{' ' * label}  {_row([stop.edition.id for stop in shown], shown, wide, bars=False)}")
    return (*(line.rstrip() for line in lines), *_legend(stops, shown, language))


def _row(words: Sequence[str], stops: Sequence[Stop], wide: int, *, bars: bool = True) -> str:
    """Words in the middle of their columns; before an edition that cannot be compared stands a bar."""
    parts = []
    for place, (word, stop) in enumerate(zip(words, stops, strict=True)):
        room = wide - cells_of(word)
        before = BREAK if bars and place and not stop.edition.comparable else " "
        parts.append(f"{before}{' ' * (room // 2)}{word}{' ' * (room - room // 2)}")
    return "".join(parts)


def _cut(name: str) -> str:
    return name if cells_of(name) <= LABEL else f"{name[: LABEL - 1].rstrip()}…"


def _legend(stops: Sequence[Stop], shown: Sequence[Stop], language: Language) -> list[str]:
    """What the marks mean that need it, and how many editions are left out."""
    marks = {stop.mark for stop in shown if stop.ring is not None}
    if any(not stop.edition.comparable for stop in shown[1:]):
        marks.add(BREAK)
    keys = {
        ASSESSED: "tables.chart.assessed",
        CARRIED: "tables.chart.carried",
        GONE: "tables.chart.gone",
        BREAK: "tables.chart.break",
    }
    said = [f"{mark} {text(key, language)}" for mark, key in keys.items() if mark in marks]
    lines = said if marks != {ASSESSED} else []
    if len(shown) < len(stops):
        lines = [*lines, text("tables.chart.newest", language, n=len(shown))]
    return lines
