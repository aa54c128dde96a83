"""What stands in a field of the matrix: names one below the other, or numbers in rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from techradar.history import Standing
from techradar.layout import blips, metrics
from techradar.layout.geometry import Box
from techradar.layout.label_lines import height
from techradar.layout.scene import Weight
from techradar.layout.style import Style

PADDING = 0.45  # of the size of names or of the width of a blip, inside a field
NEAR, LEAST_NEAR = 0.28, 2.6  # between a blip and its name, in sizes of type and at least in points
ROWS = (0.2, 0.45, 0.7)  # between two names, in sizes of type, the closest first
LEAST_BETWEEN = 2.0  # points between two names
BETWEEN_COLUMNS = 5.0
BETWEEN_NUMBERS = 2.2
MOST_LINES, MOST_COLUMNS = 3, 12
LINES_OF_LARGE = 2  # in which names stand that are larger than usual
NARROWEST = 4.5  # sizes: a column in which most names would break


class Spot(NamedTuple):
    """A technology in a field: the centre of its blip, and its name in lines where it has one."""

    standing: Standing
    x: float
    y: float
    lines: tuple[str, ...] = ()


def weight_of(standing: Standing, style: Style) -> Weight:
    """How strongly a name is set: what is highlighted, else what is out of step, stands out."""
    if style.highlight:
        return blips.weight_of(standing, style)
    return "semibold" if standing.gap is not None else "regular"


def near(size: float) -> float:
    """How many points lie between a blip and its name of that size."""
    return max(NEAR * size, LEAST_NEAR)


def named(
    standings: Sequence[Standing], field: Box, size: float, blip: float, style: Style, between: float = ROWS[0]
) -> list[Spot] | None:
    """Names in as few columns as hold them, or none.

    `size` is that of the type, `blip` the width of a blip, `between` what lies between two names, in sizes.
    """
    inner = field.grown(-PADDING * size)
    wide, high = inner.right - inner.left, inner.bottom - inner.top
    for count in range(1, MOST_COLUMNS + 1):
        column = (wide - (count - 1) * BETWEEN_COLUMNS) / count
        room = column - blip - near(size)
        if room < NARROWEST * size:
            return None
        lines = _written(standings, room, size, style)
        if lines is None:
            # What does not fit into this column fits into no narrower one.
            return None
        gap = max(between * size, LEAST_BETWEEN)
        spots = _in_columns(standings, lines, inner, column, high, size, blip, gap)
        if spots is not None:
            return spots
    return None


def _written(standings: Sequence[Standing], room: float, size: float, style: Style) -> list[tuple[str, ...]] | None:
    """The names in lines of that width, or none where one has no room."""
    most = LINES_OF_LARGE if size > style.type.name else MOST_LINES
    written = []
    for standing in standings:
        lines = metrics.wrapped(style.name(standing), size, weight_of(standing, style), room, most)
        if lines is None:
            return None
        written.append(lines)
    return written


def height_of(standings: Sequence[Standing], wide: float, size: float, blip: float, style: Style) -> float | None:
    """How high a field of that width must be for names in one column, or none where one does not fit at all."""
    written = _written(standings, wide - 2 * PADDING * size - blip - near(size), size, style)
    return _stacked([len(lines) for lines in written], size, blip) if written is not None else None


def least_height_of(standings: Sequence[Standing], size: float, blip: float) -> float:
    """The same as if each name stood in one line, which costs nothing to find: no field is less high."""
    return _stacked([1] * len(standings), size, blip)


def _stacked(lines: Sequence[int], size: float, blip: float) -> float:
    """How high names of so many lines each are, one below the other, with the padding of their field."""
    gap = max(ROWS[0] * size, LEAST_BETWEEN)
    rows = (max(blip, height(of, size)) + gap for of in lines)
    return sum(rows) - gap + 2 * PADDING * size + 0.02 if lines else 0.0


def _in_columns(
    standings: Sequence[Standing],
    written: Sequence[tuple[str, ...]],
    field: Box,
    column: float,
    high: float,
    size: float,
    blip: float,
    gap: float,
) -> list[Spot] | None:
    spots: list[Spot] = []
    left, down = field.left, 0.0
    for standing, lines in zip(standings, written, strict=True):
        row = max(blip, height(len(lines), size))
        if row > high + 0.01:
            return None
        if down + row > high + 0.01:
            left, down = left + column + BETWEEN_COLUMNS, 0.0
        if left + column > field.right + 0.01:
            return None
        spots.append(Spot(standing, left + blip / 2, field.top + down + row / 2, lines))
        down += row + gap
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
