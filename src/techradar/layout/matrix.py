"""The view `matrix`: maturity by adoption as a grid, with the technologies in the fields.

A field belongs to a level of each scale; a figure between two levels stands in the nearest field. What has no
figure on a scale stands apart, beside or below the grid, and never as if it were low.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

from techradar import theme as themes
from techradar.history import Snapshot, Standing
from techradar.language import text
from techradar.layout import fields, grid, marks, matrix_words, words
from techradar.layout.arrange import Blocks, arranged
from techradar.layout.blank import blank_panel
from techradar.layout.blips import blip_group, blip_of_name, ink_of, name_group, number_group
from techradar.layout.board import board_on, head_width, sheets
from techradar.layout.fitting import Fitting
from techradar.layout.keys import one_below_the_other, sectors_block, still, still_marks
from techradar.layout.legend import Legend
from techradar.layout.naming import Naming, laid_out
from techradar.layout.options import Options
from techradar.layout.panel import Block, head_block, method_block
from techradar.layout.piles import GAP
from techradar.layout.scene import Scene, Shape
from techradar.layout.sheet import Sheet
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style, style_of

LEAST_ROW = 0.4  # of the highest row: the lowest, where rows follow how many they hold
LEAST_FITTED = 0.35  # of the mean: the lowest row where rows are as high as their names need
SLIM = (0.5, 0.75, 1.0)  # of a field: how wide or high what is not known is, to try
# Names are at most as large as the largest of: a part of their usual size, points, a part of the sheet's shorter side.
LARGEST, LARGE, OF_SHEET = 1.25, 11.0, 1 / 60
SMALLER = 0.93  # from one size of names to the next
LARGER = (1.25, 1.1, 1.0)  # than the panel's: the type at the grid beside names that are as much larger than usual
NAMED = 3  # of those out of step on either side that are named before more is said in the method line of a slide
SIZES_OF_NUMBERS = (1.5, 1.25, 1.0, 0.0)  # of the usual size, the least last


def matrix_scene(snapshot: Snapshot, options: Options) -> Scene:
    """The picture of a snapshot as a matrix.

    The radar has both scales, see `techradar.views`. Raises TechradarError with the code `sheet-too-small` where a
    size was asked for that does not hold everything.
    """
    if options.blank:
        snapshot = snapshot.emptied()
    read = _Read(
        snapshot,
        {standing.technology.id: matrix_words.levels(standing) for standing in snapshot.standings},
        cache(lambda *told: matrix_words.method(snapshot, options.language, *told)),
    )
    naming = Naming(options)
    return Fitting(
        options,
        len(snapshot.standings),
        sheets,
        lambda on: _on(on, read, options, naming),
    ).scene()


class _Read(NamedTuple):
    """What is the same on every sheet: the technologies, their levels, and the method line.

    That is told by whether it is in brief, whether names stand out that are out of step, and whether in brief, too,
    it says how many stand between two levels.
    """

    snapshot: Snapshot
    places: dict[str, grid.Place]
    method: Callable[[bool, bool, bool], str]


def _on(on: Sheet, read: _Read, options: Options, naming: Naming) -> Scene | None:
    """The matrix on that sheet, or none where it does not hold everything."""
    snapshot = read.snapshot
    theme = themes.named(options.theme, placed=False)
    style = style_of(snapshot, theme, on.type, options.language, options.highlight)
    found = laid_out(on, lambda on: _Attempt(on, read, options, style), naming)
    if found is None:
        return None
    name = text("views.matrix.title", options.language, title=options.title or snapshot.configuration.title)
    return Scene(
        width=on.width,
        height=on.height,
        language=options.language,
        title=words.title(snapshot, options.language, name),
        description=matrix_words.description(snapshot, options.language, empty=options.blank),
        background=theme.paper,
        children=tuple(found),
    )


class _Attempt:
    """A snapshot on a sheet: what is needed to try names, or numbers, there."""

    def __init__(self, on: Sheet, read: _Read, options: Options, style: Style) -> None:
        self.on, self.read, self.options, self.style = on, read, options, style
        snapshot = self.snapshot = read.snapshot
        self.head = head_block(snapshot, style, options.title, on.brief, text("views.matrix.name", options.language))
        self.board = board_on(on, self.head(0.0, 0.0, head_width(on)).height)
        self.panel: list[Shape] = []
        self.shapings = list(self._shapings())
        self.grids: dict[grid.Shaping, grid.Grid | None] = {}

    def _grid(self, shaping: grid.Shaping) -> grid.Grid | None:
        if shaping not in self.grids:
            box, places = self.board.board, self.read.places
            self.grids[shaping] = grid.grid_in(box, self.snapshot, places, self.style, shaping)
        return self.grids[shaping]

    def _shapings(self) -> Iterator[grid.Shaping]:
        """The ways to try: with the meaning of levels first, equal rows before such as follow what they hold."""
        maturity = self.snapshot.configuration.maturity
        assert maturity is not None, "a matrix has both scales"
        counts = Counter(self.read.places.values())
        most = [
            max((n for (of, _), n in counts.items() if of == row), default=0) for row in range(len(maturity.levels))
        ]
        held = [max(n, LEAST_ROW * max(most)) for n in most]
        equal = tuple(1.0 for _ in most)
        rows = [equal]
        if sum(held):
            rows.append(tuple(n * len(most) / sum(held) for n in held))
        apart = any(None in place for place in counts)
        for described in (False,) if self.on.brief else (True, False):
            for parts in rows:
                for slim in SLIM if apart else SLIM[:1]:
                    yield grid.Shaping(described, slim, parts)

    def named(self) -> list[Shape] | None:
        """Everything with names in the fields, as large as they fit, or none."""
        for described in dict.fromkeys(shaping.described for shaping in self.shapings):
            # Where the smallest have no room, none have: most sheets that are too small are soon known to be.
            sizes = list(self._sizes())
            if not any(self._ways(sizes[-1], described)):
                continue
            for size in sizes:
                for on_grid, spots, width in self._ways(size, described):
                    panel = self._panel(self._in_panel(width), numbered=False)
                    if panel is not None:
                        return [*panel, *self._drawn(on_grid, spots, width, size)]
        return None

    def _ways(self, size: float, described: bool) -> Iterator[tuple[grid.Grid, list[fields.Spot], float]]:
        """The grids that hold names of that size, with where all stand, and how wide blips are."""
        width = blip_of_name(self.on.type, size)
        for on_grid in self._grids_for(size, width, described):
            spots = self._airy(on_grid, size, width)
            if on_grid is not None and spots is not None:
                yield on_grid, spots, width

    def panel_holds(self) -> bool:
        """Whether the panel has room as it stands beside names."""
        least = blip_of_name(self.on.type, self.on.type.least_name)
        return self._panel(least, numbered=False) is not None

    def _sizes(self) -> Iterator[float]:
        """The sizes of names to try, the largest first."""
        type = self.on.type
        size = max(LARGEST * type.name, OF_SHEET * min(self.on.width, self.on.height))
        size = size if self.on.brief else max(size, LARGE)
        while size > type.least_name:
            yield size
            size *= SMALLER
        yield type.least_name

    def _in_panel(self, width: float) -> float:
        """How wide blips of that width are in the panel, whose type does not grow with what the fields hold."""
        return min(width, blip_of_name(self.on.type, LARGEST * self.on.type.name))

    def _grids_for(self, size: float, width: float, described: bool) -> Iterator[grid.Grid | None]:
        """The grids to try for names of that size, with the largest type that goes with it first.

        Those of `shapings`, then such whose rows are as high as they need.
        """
        for shapings in self._enlarged(described, size / self.on.type.name):
            yield from map(self._grid, shapings)
            for shaping in shapings:
                on_grid = self._grid(shaping) if len(set(shaping.rows)) == 1 else None
                rows = self._rows_for(on_grid, size, width) if on_grid is not None else None
                if rows is not None:
                    yield self._grid(shaping._replace(rows=rows))

    def _enlarged(self, described: bool, most: float) -> Iterator[list[grid.Shaping]]:
        """The shapings with type at the grid that is at most so much larger, the largest first."""
        for larger in (1.0,) if self.on.brief else LARGER:
            if larger <= max(most, 1.0):
                known = [shaping for shaping in self.shapings if shaping.described == described]
                yield [shaping._replace(larger=larger) for shaping in known]

    def _rows_for(self, on_grid: grid.Grid, size: float, width: float) -> tuple[float, ...] | None:
        """The heights of the rows in parts of their mean, each as high as its names need and a part of what is left.

        None where they need more than there is.
        """
        maturity = self.snapshot.configuration.maturity
        assert maturity is not None, "a matrix has both scales"
        first = on_grid.fields[0, 0].box
        high, count = first.bottom - first.top, len(maturity.levels)
        needed = [LEAST_FITTED * high] * count
        held = dict(self.by_place)
        # Twice: as if each name stood in one line, which is soon found to be too high, and as names stand.
        for in_lines in (False, True):
            for (row, column), field in on_grid.fields.items():
                if row is None:
                    continue
                corner = (field.box.bottom - field.box.top) - (field.free.bottom - field.free.top)
                standings = held.get((row, column), [])
                wide = field.box.right - field.box.left
                names = (
                    fields.height_of(standings, wide, size, width, self.style)
                    if in_lines
                    else fields.least_height_of(standings, size, width)
                )
                if names is None:
                    return None
                needed[row] = max(needed[row], corner + names)
            if sum(needed) > high * count:
                return None
        left = high * count - sum(needed)
        return tuple((need + left / count) / high for need in needed)

    def numbered(self) -> list[Shape] | None:
        """Everything with numbers in the fields and a legend, or none."""
        type = self.on.type
        largest = self.snapshot.largest_number
        least = max(type.least_blip, marks.blip_for(largest, type.least_number))
        if self._panel(least, numbered=True) is None:
            return None
        for size in dict.fromkeys(max(type.number * part, type.least_number) for part in SIZES_OF_NUMBERS):
            width = max(type.least_blip, marks.blip_for(largest, size))
            for described in dict.fromkeys(shaping.described for shaping in self.shapings):
                for on_grid in map(self._grid, chain.from_iterable(self._enlarged(described, LARGER[0]))):
                    spots = self._spots(on_grid, None, width)
                    panel = self._panel(width, numbered=True) if spots is not None else None
                    if spots is not None and panel is not None:
                        return [*panel, *self._drawn(on_grid, spots, width, None, size)]
        return None

    def _airy(self, on_grid: grid.Grid | None, size: float, blip: float) -> list[fields.Spot] | None:
        """A place for every technology with its name, as far apart as fields allow without more columns; or none."""
        best = self._spots(on_grid, size, blip)
        for between in fields.ROWS[1:]:
            found = self._spots(on_grid, size, blip, between) if best is not None else None
            if best is None or found is None or {spot.x for spot in found} != {spot.x for spot in best}:
                break
            best = found
        return best

    def _spots(
        self, on_grid: grid.Grid | None, size: float | None, blip: float, between: float = fields.ROWS[0]
    ) -> list[fields.Spot] | None:
        """A place for every technology: with its name at that size of type, or for its number; none without room.

        `between` is what lies between two names, in sizes.
        """
        if on_grid is None:
            return None
        found: list[fields.Spot] = []
        for place, standings in self.by_place:
            room = on_grid.fields[place].free
            if size is None:
                spots = fields.numbered(standings, room, blip)
            else:
                spots = fields.named(standings, room, size, blip, self.style, between)
            if spots is None:
                return None
            found += spots
        return sorted(found, key=lambda spot: spot.standing.number)

    @cached_property
    def by_place(self) -> list[tuple[grid.Place, list[Standing]]]:
        """The technologies of each field, the fullest first: where it does not hold, the others need not be tried."""
        found: dict[grid.Place, list[Standing]] = {}
        for standing in self.snapshot.standings:
            found.setdefault(self.read.places[standing.technology.id], []).append(standing)
        return sorted(found.items(), key=lambda of: -len(of[1]))

    def _drawn(
        self,
        on_grid: grid.Grid | None,
        spots: Sequence[fields.Spot],
        width: float,
        size: float | None,
        most: float = 0.0,
    ) -> list[Shape]:
        assert on_grid is not None, "spots lie on a grid"
        style, shapes = self.style, list(on_grid.shapes)
        of_numbers = marks.number_size(self.snapshot.largest_number, width, most)
        for spot in spots:
            group = blip_group(
                spot.standing, spot.x, spot.y, width, style, numbered=size is None, link=self.options.link
            )
            shapes.append(group._replace(title=matrix_words.blip_title(spot.standing, style.language)))
        for spot in spots:
            standing = spot.standing
            if size is None:
                shapes.append(number_group(standing, spot.x, spot.y, of_numbers, style))
            else:
                left = spot.x + width / 2 + fields.near(size)
                weight = fields.weight_of(standing, style)
                shapes.append(name_group(standing, spot.lines, left, spot.y, size, ink_of(standing, style), weight))
        return shapes

    def _panel(self, width: float, *, numbered: bool) -> list[Shape] | None:
        """The head and the panel, with a legend where the fields have numbers; none where they do not fit."""
        on, snapshot, style = self.on, self.snapshot, self.style
        box = self.board.head
        head = self.head(box.left, box.top, box.right - box.left)
        strong = not (numbered or style.highlight)
        methods = [
            method_block(snapshot, style, on.brief, said)
            for said in dict.fromkeys(self.read.method(on.brief, *told) for told in self._told(strong))
        ]
        if self.options.blank:
            read = [matrix_words.shading_block(style)]
            sheet = blank_panel(self.board.panel, self.board.top, read, methods[-1], style)
            self.panel = [] if sheet is None else [*head.shapes, *sheet]
            return self.panel or None
        blocks = Blocks(
            news=None,
            legend=Legend(still(snapshot), style, on.brief) if numbered and snapshot.standings else None,
            rings=(),
            rings_needed=False,
            marks=self._marks(BlipSize(width, 0.0, True), numbered),
            method=methods[0],
        )
        shapes = self._arranged([blocks._replace(method=method) for method in methods], self._gaps(numbered))
        self.panel = [] if shapes is None else [*head.shapes, *shapes]
        return self.panel or None

    def _told(self, strong: bool) -> Iterator[tuple[bool, bool]]:
        """What of it the method line says, the most first: whether names stand out, and how many stand between."""
        yield strong, True
        if self.on.brief:
            yield strong, False
            yield False, False

    def _arranged(self, ways: Sequence[Blocks], gaps: Sequence[Block]) -> tuple[Shape, ...] | None:
        """The panel with the fullest of `gaps` that has room: at its top where it stands beside the board and can.

        The first of `ways` that has room beside the first three names, or all, is better than more of them.
        """
        (left, _, right, _), top = self.board.panel, self.board.top
        larger = self.on.type.larger

        def beside(blocks: Blocks, gap: Block) -> tuple[Shape, ...] | None:
            read = gap(left, top, right - left)
            below = arranged(self.board.panel, top + read.height + GAP * larger, blocks, larger)
            return (*read.shapes, *below) if below is not None else None

        for blocks in ways if self.on.beside else ():
            tried = gaps if blocks is ways[-1] else gaps[: max(len(gaps) - NAMED, 1)]
            at = bisect_left(tried, True, key=lambda gap: beside(blocks, gap) is not None)
            if at < len(tried):
                return beside(blocks, tried[at])
        return arranged(self.board.panel, top, ways[-1]._replace(rings=gaps, rings_needed=True), larger)

    def _gaps(self, numbered: bool) -> list[Block]:
        """Where maturity and use part: in full, more and more cut short, only counted."""
        most = max(len(standings) for standings in matrix_words.parted(self.snapshot).values())
        limits = [None, *range(max(most - 2, 0), -1, -1)]
        return [matrix_words.gaps_block(self.snapshot, self.style, numbered, limit) for limit in limits]

    def _marks(self, blip: BlipSize, numbered: bool) -> Block | None:
        """The sectors by their blips, and how blips are read."""
        read = still_marks(self.snapshot, self.style, blip, numbered, self.on.brief)
        sectors = (
            [] if numbered or not self.snapshot.standings else [sectors_block(self.snapshot, self.style, blip.width)]
        )
        blocks = [*sectors, *([read] if read is not None else [])]
        return one_below_the_other(blocks) if blocks else None
