"""The legend of a numbered picture: every technology by sector and ring, in columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from techradar.history import Movement, Snapshot, Standing
from techradar.layout import metrics, words
from techradar.layout.lines import Laid, broken, line
from techradar.layout.outlines import CIRCLE, Outline
from techradar.layout.panel import sample_mark
from techradar.layout.scene import Group, Paint, Shape, Weight
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style

COLUMNS = (22.0, 17.5, 14.4)  # the least width of a column, in sizes of its type; wider ones are tried first
BRIEF_COLUMNS = (*COLUMNS, 11.6)  # the same where type is large
BETWEEN = 1.4  # between columns, in sizes
BEFORE_SECTOR = 0.7
LEADING, RING_OF_A = 1.22, 3.6  # from line to line, of the size; and over the size: points for the ring of an Å
SAMPLE = 0.95  # of the size: the shape of a sector's blips
MARK = 0.95  # of the size: a mark in the legend


def _pitch(size: float) -> float:
    """From line to line, in points: browsers give a line whole pixels, and more where a capital has a ring.

    The smaller the type, the more that is.
    """
    return size * LEADING + RING_OF_A / size


class Row(NamedTuple):
    """A row of the legend: a sector, a ring or a technology."""

    kind: str
    lines: tuple[str, ...]
    height: float
    standing: Standing | None = None
    fill: str = ""
    outline: Outline = CIRCLE


@dataclass(frozen=True)
class Legend:
    """All technologies by sector and ring; in brief by sector, for a number's place says its ring."""

    snapshot: Snapshot
    style: Style
    brief: bool = False
    _made: dict[float, list[Row]] = field(default_factory=dict, compare=False, repr=False)

    def lay(self, x: float, y: float, room: float, most: float) -> Laid | None:
        """The legend in as many columns as `room` gives, at most `most` points high, or none."""
        size = self.style.type.small
        counts = [
            max(1, int((room / size + BETWEEN) / (least + BETWEEN)))
            for least in (BRIEF_COLUMNS if self.brief else COLUMNS)
        ]
        for count in dict.fromkeys(counts):
            if len(self.snapshot.standings) * _pitch(size) > count * most:
                continue
            wide = (room - (count - 1) * BETWEEN * size) / count
            if wide not in self._made:
                self._made[wide] = list(self._rows(wide))
            columns = _columns(self._made[wide], count, most)
            if columns is not None:
                return self._set(columns, x, y, wide)
        return None

    def _set(self, columns: list[list[Row]], x: float, y: float, wide: float) -> Laid:
        size = self.style.type.small
        shapes: list[Shape] = []
        tallest = 0.0
        for place, column in enumerate(columns):
            left, height = x + place * (wide + BETWEEN * size), 0.0
            for at, row in enumerate(column):
                above = BEFORE_SECTOR * size if row.kind == "sector" and at else 0.0
                shapes += self._draw(row, left, y + height + above, wide)
                height += row.height + above
            tallest = max(tallest, height)
        return Laid(tuple(shapes), tallest)

    @property
    def _after_sample(self) -> float:
        """How far a sector's name stands behind the shape of its blips, where shape tells sectors apart."""
        return self.style.type.small * (SAMPLE + 0.45) if self.style.theme.shapes else 0.0

    @cached_property
    def _inset(self) -> float:
        """Where names begin: after the widest number."""
        largest = max((standing.number for standing in self.snapshot.standings), default=0)
        size = self.style.type.small
        return metrics.width("8" * len(str(largest)), size, "semibold") + 0.5 * size

    def _rows(self, wide: float) -> Iterator[Row]:
        size = self.style.type.small
        high = _pitch(size)
        for sector, of_sector in groupby(self.snapshot.standings, lambda s: s.sector.id):
            standings = list(of_sector)
            name = broken(standings[0].sector.name, size, "semibold", wide - self._after_sample)
            fill = self.style.sectors[sector]
            yield Row("sector", name, len(name) * high, fill=fill, outline=self.style.outlines[sector])
            for _, of_ring in groupby(standings, lambda s: s.ring.id):
                in_ring = list(of_ring)
                if not self.brief:
                    ring = broken(words.shown(in_ring[0].ring), size * 0.9, "semibold", wide)
                    yield Row("ring", ring, len(ring) * high)
                for standing in in_ring:
                    room = wide - self._inset - (1.5 * size if _marked(standing) else 0.0)
                    lines = broken(self.style.name(standing), size, "regular", room)
                    yield Row("technology", lines, len(lines) * high, standing)

    def _draw(self, row: Row, x: float, y: float, wide: float) -> list[Shape]:
        size, theme = self.style.type.small, self.style.theme
        base = y + size * metrics.ASCENT
        step = _pitch(size)
        if row.kind == "sector":
            inset = self._after_sample
            heading: list[Shape] = [
                line(said, x + inset, base + place * step, size, row.fill, "semibold")
                for place, said in enumerate(row.lines)
            ]
            if inset:
                half = size * SAMPLE / 2
                heading.append(
                    row.outline.drawn(x + half, base - metrics.CAP_HEIGHT * size / 2, half, 0.0, Paint(row.fill))
                )
            return heading
        if row.kind == "ring":
            return [
                line(said, x, base + place * step, size * 0.9, theme.muted, "semibold")
                for place, said in enumerate(row.lines)
            ]
        standing = row.standing
        assert standing is not None
        lit = standing.technology.id in self.style.highlight
        weight: Weight = "semibold" if lit else "regular"
        number = line(str(standing.number), x + self._inset - 0.5 * size, base, size, theme.ink, "semibold", "end")
        shapes: list[Shape] = [number]
        shapes += [
            line(said, x + self._inset, base + place * step, size, theme.ink, weight)
            for place, said in enumerate(row.lines)
        ]
        if _marked(standing):
            assert standing.movement is not None
            small = BlipSize(size, MARK * size, False)
            after = x + self._inset + metrics.width(row.lines[-1], size, weight) + size * 0.9
            middle = base + (len(row.lines) - 1) * step - metrics.X_HEIGHT * size * 0.6
            shapes += sample_mark(after, middle, small, standing.movement, self.style)
        return [Group(tuple(shapes), id=f"legend-{standing.technology.id}")]


def _marked(standing: Standing) -> bool:
    return standing.movement is not None and standing.movement is not Movement.SAME


def _columns(rows: list[Row], count: int, most: float) -> list[list[Row]] | None:
    """Rows in `count` columns of about the same height, or none where one would be higher than `most`.

    A heading never stands alone at the foot of a column.
    """
    total = sum(row.height for row in rows)
    if total > count * most:
        return None
    least = max(total / count, max((row.height for row in rows), default=0.0))
    for step in range(60):
        limit = min(least * (1 + step * 0.02) + step, most)
        columns = _flow(rows, limit)
        if len(columns) <= count:
            return columns
        if limit >= most:
            return None
    return None


def _flow(rows: list[Row], limit: float) -> list[list[Row]]:
    columns: list[list[Row]] = [[]]
    height = 0.0
    for place, row in enumerate(rows):
        above = 5.2 if row.kind == "sector" and columns[-1] else 0.0
        needed = row.height + above + _following(rows, place)
        if columns[-1] and height + needed > limit:
            columns.append([])
            height = above = 0.0
        columns[-1].append(row)
        height += row.height + above
    return columns


def _following(rows: list[Row], place: int) -> float:
    """The height of what must stay with a heading: the rows up to the first technology."""
    height = 0.0
    while rows[place].kind != "technology" and place + 1 < len(rows):
        place += 1
        height += rows[place].height
    return height
