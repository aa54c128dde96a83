"""The legend of a numbered picture: every technology by sector and ring, in columns."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from techradar.history import Movement, Snapshot, Standing
from techradar.language import text
from techradar.layout import metrics, signs, words
from techradar.layout.lines import LEADING, Laid, broken, line
from techradar.layout.outlines import CIRCLE, Outline
from techradar.layout.scene import Group, Paint, Shape, Weight
from techradar.layout.sheet import Type
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style

COLUMNS = (22.0, 17.5, 14.4, 12.6)  # the least width of a column, in sizes of its type; wider ones are tried first
BRIEF_COLUMNS = (*COLUMNS, 11.6)  # the same where type is large
BETWEEN = 1.4  # between columns, in sizes
BEFORE_SECTOR = 0.7
# What a browser gives the letters of a line above and below its baseline, of the size, and then in whole points; an Å
# with its ring is as high. What of that is air may lie over another line.
ABOVE, BELOW, AIR = 0.9925, 0.2412, 0.75
# How much higher than even ones columns may be so that no sector goes on in the next, in the order to try.
UNEVEN = (1.2, 1.4)
SPARSE = 0.7  # rings in sectors for each technology, above which rings are left out
SAMPLE = 0.95  # of the size: the shape of a sector's blips
MARK = 0.85  # of the size: a mark in the legend
BEFORE_MARK = 0.3  # of the size: between a name and its mark


def _pitch(type: Type) -> float:
    """From line to line, in points: browsers give a line whole points as it is drawn, and more for a capital's ring."""
    drawn = type.small * type.drawn
    return max(type.small * LEADING, (math.ceil(ABOVE * drawn) + math.ceil(BELOW * drawn) - AIR) / type.drawn)


class Row(NamedTuple):
    """A row of the legend: a sector, a ring or a technology; `again` is a sector that goes on in the next column."""

    kind: str
    lines: tuple[str, ...]
    height: float
    standing: Standing | None = None
    fill: str = ""
    outline: Outline = CIRCLE
    again: Row | None = None


class Heights(NamedTuple):
    """How high columns are at least, in points: where sectors may go on in the next, and where none does."""

    even: float
    whole: float


def sparse(snapshot: Snapshot) -> bool:
    """Whether a legend by sector and ring would have a ring above nearly every technology, which says little."""
    cells = {(standing.sector.id, standing.ring.id) for standing in snapshot.standings}
    return len(cells) > SPARSE * len(snapshot.standings)


@dataclass(frozen=True)
class Legend:
    """All technologies by sector and ring; in brief by sector, for a number's place says its ring."""

    snapshot: Snapshot
    style: Style
    brief: bool = False
    divided: bool = True  # whether words are divided rather than that the legend has no room
    _made: dict[float, list[Row]] = field(default_factory=dict, init=False, compare=False, repr=False)
    _high: dict[tuple[float, int], Heights] = field(default_factory=dict, init=False, compare=False, repr=False)

    def lay(self, x: float, y: float, room: float, most: float, *, torn: bool = True) -> Laid | None:
        """The legend in as many columns as `room` gives, at most `most` points high, or none.

        Words stay whole where they can; then sectors, in as few columns as that takes where these are about even,
        and rather without their rings than `torn`, which they never are where it is not allowed.
        """
        least = len(self.snapshot.standings) * _pitch(self.style.type)
        counts = [count for count in self._counts(room) if least <= count * most]
        for whole_words in (True, False):
            these = [count for count in counts if self._whole(room, count) is whole_words]
            for legend, uneven in self._ways if torn else self._ways[:-1]:
                for count in these:
                    wide = self._wide(room, count)
                    columns = legend._parted(wide, count, most, uneven)
                    if columns is not None:
                        return self._set(columns, x, y, wide)
        return None

    @cached_property
    def _ways(self) -> list[tuple[Legend, float | None]]:
        """The ways to part the rows, those tried first before: as this legend, or by sector, and how uneven."""
        ways: list[tuple[Legend, float | None]] = [(self, uneven) for uneven in UNEVEN]
        if not self.brief:
            by_sector = replace(self, brief=True)
            ways += [(by_sector, uneven) for uneven in UNEVEN]
        return [*ways, (self, None)]

    def _parted(self, wide: float, count: int, most: float, uneven: float | None) -> list[list[Row]] | None:
        """The rows in `count` columns at most `most` points high, or none.

        With whole sectors, at most `uneven` times as high as even columns; without it, sectors may go on in the next.
        """
        rows, above = self._rows(wide), BEFORE_SECTOR * self.style.type.small
        if (wide, count) not in self._high:
            self._high[wide, count] = _heights(rows, count, above)
        high = self._high[wide, count]
        if uneven is None:
            return _flow(rows, count, min(high.even, most), above, whole=False)
        if high.whole > min(most, uneven * high.even):
            return None
        return _flow(rows, count, high.whole, above, whole=True)

    def least(self, room: float) -> float:
        """A height that the legend is not lower than in that width, in points."""
        count = max(self._counts(room))
        return self._least(self._wide(room, count)) / count

    @cached_property
    def area(self) -> float:
        """What it takes up at least on a sheet, in square points: its rows in the narrowest columns."""
        least = (BRIEF_COLUMNS if self.brief else COLUMNS)[-1] * self.style.type.small
        rows = len(self._measured) + self._headings
        return rows * _pitch(self.style.type) * least

    @cached_property
    def _standings(self) -> list[Standing]:
        """By sector and ring; in brief by sector and number.

        Numbers are those of the whole edition, while an area may have a technology in another ring.
        """
        configuration = self.snapshot.configuration
        sectors = {sector.id: place for place, sector in enumerate(configuration.sectors)}
        rings = {ring.id: 0 if self.brief else place for place, ring in enumerate(configuration.rings)}
        return sorted(self.snapshot.standings, key=lambda s: (sectors[s.sector.id], rings[s.ring.id]))

    @cached_property
    def _measured(self) -> list[tuple[float, float]]:
        """How wide each name is with its mark, and the widest part of it that must stay on one line."""
        size = self.style.type.small
        found = []
        for standing in self._standings:
            name, mark = self.style.name(standing), self._marked(standing)
            widest = max(metrics.width(part, size) for part in metrics.parts(name))
            found.append((metrics.width(name, size) + mark, widest + mark))
        return found

    def _least(self, wide: float) -> float:
        """The height of the rows in a single column that they have at least: of names in as many lines as needed."""
        room = max(wide - self._inset, 1.0)
        rows = sum(math.ceil(name / room) for name, _ in self._measured)
        return (rows + self._headings) * _pitch(self.style.type)

    @cached_property
    def _headings(self) -> int:
        """How many sectors there are, and how often a ring stands below one."""
        sectors = {standing.sector.id for standing in self.snapshot.standings}
        cells = {(standing.sector.id, standing.ring.id) for standing in self.snapshot.standings}
        return len(sectors) + (0 if self.brief else len(cells))

    def _counts(self, room: float) -> list[int]:
        """The numbers of columns to try: those in which no name has a word that must be divided, the fewest first.

        Then the others, if words may be divided.
        """
        size = self.style.type.small
        leasts = BRIEF_COLUMNS if self.brief else COLUMNS
        counts = list(dict.fromkeys(max(1, int((room / size + BETWEEN) / (least + BETWEEN))) for least in leasts))
        found = [count for count in counts if self._whole(room, count)]
        fewer = range(min(counts) - 1, 0, -1)
        found = found or [next((count for count in fewer if self._whole(room, count)), 1)]
        return [*found, *(count for count in counts if count not in found)] if self.divided else found

    def _whole(self, room: float, count: int) -> bool:
        """Whether no word needs to be broken in so many columns."""
        wide = self._wide(room, count)
        return max((widest for _, widest in self._measured), default=0.0) <= wide - self._inset

    def _wide(self, room: float, count: int) -> float:
        return (room - (count - 1) * BETWEEN * self.style.type.small) / count

    def _set(self, columns: list[list[Row]], x: float, y: float, wide: float) -> Laid:
        size = self.style.type.small
        shapes: list[Shape] = []
        tallest = 0.0
        for place, column in enumerate(columns):
            left, height = x + place * (wide + BETWEEN * size), 0.0
            for at, row in enumerate(column):
                above = BEFORE_SECTOR * size if row.kind == "sector" and at else 0.0
                shapes += self._draw(row, left, y + height + above)
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
        size = self.style.type.small
        return metrics.width("8" * len(str(self.snapshot.largest_number)), size, "semibold") + 0.5 * size

    def _rows(self, wide: float) -> list[Row]:
        if wide not in self._made:
            self._made[wide] = list(self._each(wide))
        return self._made[wide]

    def _each(self, wide: float) -> Iterator[Row]:
        size = self.style.type.small
        high = _pitch(self.style.type)
        widths = iter(self._measured)
        for sector, of_sector in groupby(self._standings, lambda s: s.sector.id):
            standings = list(of_sector)
            fill, outline = self.style.sectors[sector], self.style.outlines[sector]
            name = standings[0].sector.name
            again = text("picture.legend.again", self.style.language, sector=name)
            first, more = (
                Row("sector", parts, len(parts) * high, fill=fill, outline=outline)
                for parts in (broken(said, size, "semibold", wide - self._after_sample) for said in (name, again))
            )
            yield first._replace(again=more)
            for _, of_ring in groupby(standings, lambda s: s.ring.id):
                in_ring = list(of_ring)
                if not self.brief:
                    ring = broken(words.shown(in_ring[0].ring), size * 0.9, "semibold", wide)
                    yield Row("ring", ring, len(ring) * high)
                for standing in in_ring:
                    said, room = self.style.name(standing), wide - self._inset
                    lines = (said,) if next(widths)[0] <= room else self._broken(said, room, self._marked(standing))
                    yield Row("technology", lines, len(lines) * high, standing)

    def _broken(self, said: str, room: float, marked: float) -> tuple[str, ...]:
        """A name in lines with room for its mark behind the last one."""
        size = self.style.type.small
        lines = broken(said, size, "regular", room)
        beside = metrics.width(lines[-1], size) + marked <= room
        return lines if beside else broken(said, size, "regular", room - marked)

    def _draw(self, row: Row, x: float, y: float) -> list[Shape]:
        size, theme = self.style.type.small, self.style.theme
        base = y + size * metrics.ASCENT
        step = _pitch(self.style.type)
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
        if standing.movement is not None and (marked := self._marked(standing)):
            after = x + self._inset + metrics.width(row.lines[-1], size, weight)
            middle = after + (marked + BEFORE_MARK * size) / 2
            above = base + (len(row.lines) - 1) * step - metrics.X_HEIGHT * size * 0.6
            shapes += signs.sign(middle, above, self._blip, standing.movement, self.style)
        return [Group(tuple(shapes), id=f"legend-{standing.technology.id}")]

    @cached_property
    def _blip(self) -> BlipSize:
        """A blip whose marks are as large as those in the legend."""
        size = self.style.type.small
        return BlipSize(size, MARK * size, False)

    def _marked(self, standing: Standing) -> float:
        """What a technology's mark takes of its row, in points."""
        if standing.movement is None or standing.movement is Movement.SAME:
            return 0.0
        return BEFORE_MARK * self.style.type.small + signs.width(self._blip, standing.movement, self.style)


def _heights(rows: list[Row], count: int, above: float) -> Heights:
    """How high `count` columns of these rows are at least; `above` is as in `_flow`."""
    step = rows[-1].height / 2 if rows else 1.0
    limit = max(sum(row.height for row in rows) / count, max((row.height for row in rows), default=0.0))
    while (columns := _flow(rows, count, limit, above, whole=False)) is None:
        limit += step
    even, most = _height(columns, above), limit * UNEVEN[-1]
    while limit < most + step:
        columns = _flow(rows, count, limit, above, whole=True)
        if columns is not None:
            return Heights(even, _height(columns, above))
        limit += step
    return Heights(even, math.inf)


def _height(columns: list[list[Row]], above: float) -> float:
    """The height of the highest column."""
    return max(
        sum(row.height for row in column) + above * sum(row.kind == "sector" for row in column[1:])
        for column in columns
    )


def _flow(rows: list[Row], count: int, limit: float, above: float, *, whole: bool) -> list[list[Row]] | None:
    """Rows in at most `count` columns up to `limit` high, or none; with `whole` no sector is in two of them.

    A heading never stands alone at the foot of a column, and a sector that goes on in the next is named again there.
    `above` is what lies above a sector that does not begin a column.
    """
    columns: list[list[Row]] = [[]]
    height = 0.0
    heads: list[Row] = []
    for place, row in enumerate(rows):
        if row.kind == "sector":
            heads = [row]
        elif row.kind == "ring":
            heads[1:] = [row]
        air = above if row.kind == "sector" and columns[-1] else 0.0
        if columns[-1] and height + air + row.height + _following(rows, place, whole) > limit + 0.005:
            if len(columns) == count or (whole and row.kind != "sector"):
                return None
            columns.append([])
            height = air = 0.0
            if row.kind != "sector":
                sector, *ring = heads
                assert sector.again is not None
                columns[-1] += [sector.again, *(ring if row.kind == "technology" else [])]
                height = sum(head.height for head in columns[-1])
        columns[-1].append(row)
        height += row.height + air
        if height > limit + 0.005:
            return None
    return columns


def _following(rows: list[Row], place: int, whole: bool) -> float:
    """The height of what must stay with a row: with a heading the rows up to the first technology, or its sector."""
    height = 0.0
    if whole and rows[place].kind == "sector":
        while place + 1 < len(rows) and rows[place + 1].kind != "sector":
            place += 1
            height += rows[place].height
        return height
    while rows[place].kind != "technology" and place + 1 < len(rows):
        place += 1
        height += rows[place].height
    return height
