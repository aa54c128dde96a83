"""The box "Det nye": what is new, moved in or out and taken off, as much of it as its height holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from techradar.history import Movement, Snapshot
from techradar.language import text
from techradar.layout import metrics, signs, words
from techradar.layout.lines import LEADING, Laid, broken, line, paragraph
from techradar.layout.panel import Block, heading
from techradar.layout.scene import Shape
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style

COLUMN, BETWEEN = 24.0, 2.0  # the least width of a column, and what lies between two, in sizes of its type
MOST_COLUMNS = 4
HANGING = 0.8  # how far what continues a change stands behind its name, in sizes
UNEVEN = 1.3  # how much higher columns may be so that each begins with a heading


class Row(NamedTuple):
    """A row with its height; `heads` says that it is the heading of the row after it.

    `again` is the heading with which the row's group goes on where the row begins a column; none where it stays with
    the row before.
    """

    block: Block
    height: float
    heads: bool = False
    again: Row | None = None


@dataclass(frozen=True)
class News:
    """The box "Det nye": new, in, out and retired, with from and to, in a limited height.

    Where there is no edition before, it says so. What cannot be named is counted: all of it in `brief`, or where less
    than half can be named, so that no few stand for many. `counted` says whether it may come to that.
    """

    snapshot: Snapshot
    style: Style
    blip: BlipSize
    numbered: bool
    brief: bool = False
    counted: bool = True
    # What is asked for again and again, by width: rows of each movement, rows up to a limit, heights.
    _made: dict[float, dict[Movement, list[Row]]] = field(default_factory=dict, compare=False, repr=False)
    _set: dict[tuple[float, int | None], list[Row]] = field(default_factory=dict, compare=False, repr=False)
    _high: dict[float, list[float]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def changes(self) -> dict[Movement, list[words.Change]]:
        """What is new, by movement."""
        return words.changes(self.snapshot, self.style.language)

    def heights(self, room: float) -> list[float]:
        """How high the whole box is in one column and in as many more as `room` gives, the highest first."""
        if room not in self._high:
            self._high[room] = self._heights(room)
        return self._high[room]

    def _heights(self, room: float) -> list[float]:
        head = self._head(0.0, 0.0, room).height
        found = [head]
        if self.changes:
            found = []
            for count, wide in self._columns(room):
                columns = _flowed(self._rows(wide, None), count, float("inf"))
                assert columns is not None, "any height will do"
                found.append(head + max(_high(column) for column in columns))
        return sorted(set(found), reverse=True)

    def at_least(self, room: float) -> float:
        """A height that the whole box is not lower than, however its columns are filled."""
        count, wide = self._columns(room)[-1]
        return self._head(0.0, 0.0, room).height + _high(self._rows(wide, None)) / count

    def least(self, room: float) -> float:
        """The height below which nothing can be said, or where it may not be counted less than half be named."""
        if self.changes and self.counted:
            return self._counted(0.0, 0.0, room).height
        half = _high(self._rows(self._columns(room)[-1][1], self._half)) if self.changes else 0.0
        return self._head(0.0, 0.0, room).height + half / self._columns(room)[-1][0]

    @cached_property
    def _half(self) -> int:
        """The least of each movement that must be named for half of all to be."""
        sizes = [len(of_it) for of_it in self.changes.values()]
        return next(
            most for most in range(1, max(sizes) + 1) if 2 * sum(_named(size, most) for size in sizes) >= sum(sizes)
        )

    def lay(self, x: float, y: float, room: float, most: float = float("inf")) -> Laid | None:
        """The box, at most `most` high; none without room.

        Where not all fits, every movement shows as many of its changes as the others may, and counts the rest, or all
        are counted.
        """
        head = self._head(x, y, room)
        columns: list[list[Row]] | None = [] if head.height <= most + 0.01 else None
        wide = room
        if self.changes:
            for count, wide in self._columns(room):
                columns = _flowed(self._rows(wide, None), count, most - head.height)
                if columns is not None:
                    break
            else:
                columns = None if self.brief else self._shortened(room, most - head.height)
        if columns is None:
            counted = self._counted(x, y, room)
            return counted if self.counted and self.changes and counted.height <= most + 0.01 else None
        shapes, tallest = list(head.shapes), 0.0
        for place, column in enumerate(columns):
            left, down = x + place * (wide + BETWEEN * self.style.type.body), y + head.height
            for row in column:
                shapes += row.block(left, down, wide).shapes
                down += row.height
            tallest = max(tallest, _high(column))
        return Laid(tuple(shapes), head.height + tallest)

    def _columns(self, room: float) -> list[tuple[int, float]]:
        """The numbers of columns to try, with the width of each."""
        size = self.style.type.body
        most = max(1, min(MOST_COLUMNS, int((room / size + BETWEEN) / (COLUMN + BETWEEN))))
        return [(count, (room - (count - 1) * BETWEEN * size) / count) for count in range(1, most + 1)]

    def _shortened(self, room: float, most: float) -> list[list[Row]] | None:
        """As many changes of each movement as fit in the most columns, or none where that is less than half of all."""
        count, wide = self._columns(room)[-1]
        fits: list[list[Row]] | None = None
        least, above = self._half - 1, max(len(of_it) for of_it in self.changes.values())
        while above - least > 1:
            middle = (least + above) // 2
            columns = _flowed(self._rows(wide, middle), count, most)
            if columns is None:
                above = middle
            else:
                least, fits = middle, columns
        return fits

    def _rows(self, wide: float, limit: int | None) -> list[Row]:
        """Headings and changes, of each movement at most `limit`."""
        if (wide, limit) not in self._set:
            self._set[wide, limit] = self._listed(wide, limit)
        return self._set[wide, limit]

    def _listed(self, wide: float, limit: int | None) -> list[Row]:
        if wide not in self._made:
            self._made[wide] = {
                movement: [self._row(self._change(change), wide) for change in of_it]
                for movement, of_it in self.changes.items()
            }
        rows: list[Row] = []
        for movement, of_it in self._made[wide].items():
            said = text(f"picture.news.{movement.value}", self.style.language)
            rows.append(self._row(self._group(movement, said), wide, True))
            said = text("picture.news.again", self.style.language, movement=said)
            again = self._row(self._group(movement, said), wide, True)
            shown = len(of_it) if limit is None else _named(len(of_it), limit)
            rows += (row._replace(again=again) for row in of_it[:shown])
            if shown < len(of_it):
                rows.append(self._row(self._more(len(of_it) - shown), wide))
        return rows

    def _row(self, block: Block, wide: float, heads: bool = False) -> Row:
        return Row(block, block(0.0, 0.0, wide).height, heads)

    def _head(self, x: float, y: float, room: float) -> Laid:
        """The heading, and what there is to say of all."""
        previous = self.snapshot.previous
        language, type, theme = self.style.language, self.style.type, self.style.theme
        since = text("picture.news", language, edition=previous.name) if previous is not None else None
        top = heading(since or text("picture.first", language), x, y, room, self.style)
        shapes, height = list(top.shapes), top.height
        for said in self._said(previous.name if previous is not None else None):
            laid = paragraph(said, x, y + height, room, type.body, theme.muted)
            shapes += laid.shapes
            height += laid.height + 2.0
        return Laid(tuple(shapes), height)

    def _said(self, previous: str | None) -> Iterator[str]:
        language = self.style.language
        if previous is None:
            yield text("picture.first.none", language)
        elif not self.snapshot.edition.comparable:
            yield text("picture.news.not-comparable", language, edition=previous)
        elif not self.changes and self.snapshot.selected:
            yield text("picture.news.none-selected", language)
        elif not self.changes:
            yield text("picture.news.none", language)

    def _counted(self, x: float, y: float, room: float) -> Laid:
        """Only how many changes there are of each movement, side by side."""
        size, theme = self.style.type.body, self.style.theme
        head = self._head(x, y, room)
        shapes, right, down = list(head.shapes), 0.0, head.height
        for movement, of_it in self.changes.items():
            said = f"{text(f'picture.news.{movement.value}', self.style.language)} {len(of_it)}"
            inset = signs.width(self._sample, movement, self.style) + 5.0
            wide = inset + metrics.width(said, size)
            if right and right + wide > room:
                right, down = 0.0, down + size * 1.4
            middle = x + right + (inset - 4.0) / 2
            shapes += signs.sign(middle, y + down + size * 0.65, self._sample, movement, self.style)
            shapes.append(line(said, x + right + inset, y + down + size * metrics.ASCENT, size, theme.ink))
            right += wide + size * 1.1
        return Laid(tuple(shapes), down + size * 1.3)

    @cached_property
    def _sample(self) -> BlipSize:
        """A blip whose marks are as large as the type beside them needs."""
        return self.blip._replace(mark=max(self.blip.mark, self.style.type.body * 0.8))

    @cached_property
    def _inset(self) -> float:
        """Where names begin: after the widest sign."""
        return max(signs.width(self._sample, movement, self.style) for movement in self.changes) + 5.0

    def _icon(self, movement: Movement, x: float, middle: float) -> Iterator[Shape]:
        return signs.sign(x + (self._inset - 4.0) / 2, middle, self._sample, movement, self.style)

    def _group(self, movement: Movement, said: str) -> Block:
        def lay(x: float, y: float, room: float) -> Laid:
            size, theme = self.style.type.body, self.style.theme
            name = line(said, x + self._inset, y + size * 1.25, size, theme.ink, "semibold")
            return Laid((*self._icon(movement, x, y + size * 0.95), name), size * 1.6)

        return lay

    @cached_property
    def _numbers(self) -> float:
        """The width of the column of numbers before the names, with what follows it."""
        numbers = [change.number for of_it in self.changes.values() for change in of_it if change.number]
        if not self.numbered or not numbers:
            return 0.0
        size = self.style.type.body
        return metrics.width("8" * len(str(max(numbers))), size, "regular") + size * 0.4

    def _change(self, change: words.Change) -> Block:
        def lay(x: float, y: float, room: float) -> Laid:
            theme, size = self.style.theme, self.style.type.body
            numbered = self.numbered and change.number is not None
            inset = self._inset + (self._numbers if numbered else 0.0)
            baseline = y + size * metrics.ASCENT
            shapes: list[Shape] = []
            if numbered:
                shapes.append(line(str(change.number), x + inset - size * 0.4, baseline, size, theme.ink, anchor="end"))
            wide = metrics.width(change.name, size, "regular")
            after = inset + wide + size * 0.6
            if after + metrics.width(change.detail, size, "regular") <= room:
                shapes.append(line(change.name, x + inset, baseline, size, theme.ink))
                if change.detail:
                    shapes.append(line(change.detail, x + after, baseline, size, theme.muted))
                return Laid(tuple(shapes), size * 1.3)
            # What does not fit on the line hangs a little below the name.
            hanging = x + inset + size * HANGING
            least = room - inset - size * HANGING
            down = 0.0
            for place, said in enumerate(broken(change.name, size, "regular", least)):
                left = hanging if place else x + inset
                shapes.append(line(said, left, baseline + down, size, theme.ink))
                down += size * LEADING
            detail = paragraph(change.detail, hanging, y + down, least, size, theme.muted)
            return Laid((*shapes, *detail.shapes), down + detail.height + size * 0.12)

        return lay

    def _more(self, count: int) -> Block:
        def lay(x: float, y: float, room: float) -> Laid:
            size = self.style.type.body
            said = text("picture.news.more", self.style.language, n=count)
            baseline = y + size * metrics.ASCENT
            return Laid((line(said, x + self._inset, baseline, size, self.style.theme.muted),), size * 1.3)

        return lay


def _named(count: int, limit: int) -> int:
    """How many of so many changes are named: one more takes no more room than to say that there is one more."""
    return count if count <= limit + 1 else limit


def _high(column: Sequence[Row]) -> float:
    return sum(row.height for row in column)


def _flowed(rows: Sequence[Row], count: int, most: float) -> list[list[Row]] | None:
    """Rows in at most `count` columns of about the same height, or none where one would be higher than `most`.

    No group goes on in the next column where that makes columns little higher.
    """
    anywhere = _even(_parts(rows, lambda row: row.heads or row.again is not None), count, most)
    if anywhere is None:
        return None
    tallest = max(_high(column) for column in anywhere)
    return _even(_parts(rows, lambda row: row.heads), count, min(most, UNEVEN * tallest)) or anywhere


def _parts(rows: Sequence[Row], begins: Callable[[Row], bool]) -> list[list[Row]]:
    """Rows in parts that no column breaks."""
    parts: list[list[Row]] = []
    for row in rows:
        if begins(row) or not parts:
            parts.append([])
        parts[-1].append(row)
    return parts


def _even(parts: Sequence[Sequence[Row]], count: int, most: float) -> list[list[Row]] | None:
    """Parts in columns as low as can be, or none."""
    highs = [_high(part) for part in parts]
    limit = max([sum(highs) / count, *highs])
    while True:
        limit = min(limit, most)
        columns = _filled(parts, limit)
        if len(columns) <= count and all(_high(column) <= limit + 0.01 for column in columns):
            return columns
        if limit >= most:
            return None
        limit += 2.0


def _filled(parts: Sequence[Sequence[Row]], limit: float) -> list[list[Row]]:
    """Parts in columns up to `limit` high; a group that goes on in the next column is named again there.

    A heading never stands alone at the foot of a column.
    """
    columns: list[list[Row]] = [[]]
    height = 0.0
    for place, part in enumerate(parts):
        high = _high(part)
        following = parts[place + 1][0].height if part[-1].heads and place + 1 < len(parts) else 0.0
        if columns[-1] and height + high + following > limit + 0.005:
            again = part[0].again
            columns.append([again] if again is not None else [])
            height = _high(columns[-1])
        columns[-1] += part
        height += high
    return columns
