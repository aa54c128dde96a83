"""What stands in a field of the matrix: names one below the other, or numbers in rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from techradar.history import Standing
from techradar.layout import metrics
from techradar.layout.geometry import Box
from techradar.layout.points import height, weight_of
from techradar.layout.style import Style

PADDING = 0.45  # of the size of names or of the width of a blip, inside a field
NEAR = 2.6  # between a blip and its name
BETWEEN_ROWS, BETWEEN_COLUMNS = 2.0, 5.0
BETWEEN_NUMBERS = 2.2
MOST_LINES, MOST_COLUMNS = 3, 12
NARROWEST = 4.5  # sizes: a column in which most names would break


class Spot(NamedTuple):
    """A technology in a field: the centre of its blip, and its name in lines where it has one."""

    standing: Standing
    x: float
    y: float
    lines: tuple[str, ...] = ()


def named(standings: Sequence[Standing], field: Box, size: float, blip: float, style: Style) -> list[Spot] | None:
    """Names in as few columns as hold them, or none; `size` is that of the type, `blip` the width of a blip."""
    inner = field.grown(-PADDING * size)
    wide, high = inner.right - inner.left, inner.bottom - inner.top
    for count in range(1, MOST_COLUMNS + 1):
        column = (wide - (count - 1) * BETWEEN_COLUMNS) / count
        room = column - blip - NEAR
        if room < NARROWEST * size:
            return None
        written = [metrics.wrapped(style.name(s), size, weight_of(s, style), room, MOST_LINES) for s in standings]
        lines = [one for one in written if one is not None]
        if len(lines) < len(written):
            # What does not fit into this column fits into no narrower one.
            return None
        spots = _in_columns(standings, lines, inner, column, high, size, blip)
        if spots is not None:
            return spots
    return None


def height_of(standings: Sequence[Standing], wide: float, size: float, blip: float, style: Style) -> float | None:
    """How high a field of that width must be for names in one column, or none where one does not fit at all."""
    room = wide - 2 * PADDING * size - blip - NEAR
    written = [metrics.wrapped(style.name(s), size, weight_of(s, style), room, MOST_LINES) for s in standings]
    if None in written:
        return None
    rows = (max(blip, height(len(lines or ()), size)) + BETWEEN_ROWS for lines in written)
    return sum(rows) - BETWEEN_ROWS + 2 * PADDING * size + 0.02 if standings else 0.0


def _in_columns(
    standings: Sequence[Standing],
    written: Sequence[tuple[str, ...]],
    field: Box,
    column: float,
    high: float,
    size: float,
    blip: float,
) -> list[Spot] | None:
    spots: list[Spot] = []
    left, down = field.left, 0.0
    for standing, lines in zip(standings, written, strict=True):
        row = max(blip, height(len(lines), size)) + BETWEEN_ROWS
        if row > high:
            return None
        if down + row - BETWEEN_ROWS > high + 0.01:
            left, down = left + column + BETWEEN_COLUMNS, 0.0
        if left + column > field.right + 0.01:
            return None
        spots.append(Spot(standing, left + blip / 2, field.top + down + (row - BETWEEN_ROWS) / 2, lines))
        down += row
    return spots


def numbered(standings: Sequence[Standing], field: Box, blip: float) -> list[Spot] | None:
    """Blips in rows from the left, or none without room."""
    step = blip + BETWEEN_NUMBERS
    field = field.grown(-PADDING * blip)
    wide, high = field.right - field.left, field.bottom - field.top
    across, down = int((wide + BETWEEN_NUMBERS) / step), int((high + BETWEEN_NUMBERS) / step)
    if across < 1 or len(standings) > across * down:
        return None
    left, top = field.left + blip / 2, field.top + blip / 2
    return [Spot(s, left + step * (at % across), top + step * (at // across)) for at, s in enumerate(standings)]
