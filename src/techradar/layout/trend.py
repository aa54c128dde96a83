"""The view `trend`: every technology's way through the editions, the rings as bands with the innermost on top.

Editions stand in order, at equal distances. A line that changes ring is strong and in its sector's colour, the
others recede; what was not assessed in an edition is dashed; where editions cannot be compared no line is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import product
from typing import NamedTuple

from techradar import theme as themes
from techradar.courses import Course, courses
from techradar.history import Movement, Snapshot
from techradar.layout import marks, metrics, trend_words, words
from techradar.layout.arrange import Blocks, arranged
from techradar.layout.blips import blip_of_name, sizes_of_names
from techradar.layout.board import board_on, head_width, sheets
from techradar.layout.fitting import Fitting
from techradar.layout.geometry import Box
from techradar.layout.keys import one_below_the_other, sectors_block, still_marks
from techradar.layout.label_lines import height
from techradar.layout.legend import Legend
from techradar.layout.naming import Naming, laid_out
from techradar.layout.news import News
from techradar.layout.options import Options
from techradar.layout.panel import Block, head_block, method_block
from techradar.layout.rests import Rest, Size, rests
from techradar.layout.scene import Scene, Shape
from techradar.layout.sheet import Sheet, Type
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style, style_of
from techradar.layout.trend_ground import Ground, ground_in
from techradar.layout.trend_heights import Band, bands, crowds_of, flat, heights, order_in
from techradar.layout.trend_lines import MOVERS, Ending, drawn, key_rows, sign_heights, star_room, weight_of

NEAR = 3.0  # points between a blip and its name
ROW = 2.0  # points between two rows; a browser makes one with an Å in it a little higher
NAMES = (0.27, 0.22)  # of the board's width that a column of names may take, where there is one and where two
ASIDE = 9.0  # points between two columns of names
STRONG_ROWS = (1.0, 0.75, 0.5)  # parts of a row that a strong line between two names of the first column has
BEFORE = 1.5  # between the signs of a column and the bend of a line that passes it
MOST_LINES = 3
NUMBERS = 0.4  # of the board's width that columns of numbers may take


def trend_scene(snapshot: Snapshot, options: Options) -> Scene:
    """The picture of a snapshot and of the editions before it.

    There is an edition before, see `techradar.views`. Raises TechradarError with the code `sheet-too-small` where a
    size was asked for that does not hold everything.
    """
    all_courses = courses(snapshot)
    most = crowds_of(all_courses, len(snapshot.configuration.rings))
    naming = Naming(options)
    return Fitting(
        options,
        len(snapshot.standings),
        sheets,
        lambda on: _on(on, snapshot, all_courses, most, options, naming),
    ).scene()


def _on(
    on: Sheet,
    snapshot: Snapshot,
    all_courses: tuple[Course, ...],
    crowds: tuple[int, ...],
    options: Options,
    naming: Naming,
) -> Scene | None:
    """The trend on that sheet, or none where it does not hold everything."""
    theme = themes.named(options.theme, placed=False)
    style = style_of(snapshot, theme, on.type, options.language, options.highlight)._replace(upwards=True)
    found = laid_out(on, lambda on: _Attempt(on, snapshot, all_courses, crowds, options, style), naming)
    if found is None:
        return None
    title = trend_words.title(snapshot, options.language, options.title)
    return Scene(
        width=on.width,
        height=on.height,
        language=options.language,
        title=words.title(snapshot, options.language, title),
        description=trend_words.description(snapshot, all_courses, options.language),
        background=theme.paper,
        children=tuple(found),
    )


class _Ends(NamedTuple):
    """How the lines end at the right, each technology's in order of `courses`.

    `blip` is the width of a blip, `columns` each one's column and `step` how far apart they are; `rows` is the height
    that each needs, `spare` what blips and names that are higher than their rows need at a band's borders. `lines`
    are those of names, none for numbers, at that `size`; `room` is the width that all need.
    """

    blip: float
    columns: tuple[int, ...]
    step: float
    rows: tuple[float, ...]
    spare: float
    lines: tuple[tuple[str, ...], ...]
    size: float
    room: float


class _Attempt:
    """A snapshot on a sheet: what is needed to try names, or numbers, there."""

    def __init__(
        self,
        on: Sheet,
        snapshot: Snapshot,
        all_courses: tuple[Course, ...],
        crowds: tuple[int, ...],
        options: Options,
        style: Style,
    ) -> None:
        self.on, self.snapshot, self.courses, self.crowds = on, snapshot, all_courses, crowds
        self.options, self.style = options, style
        self.panel: list[Shape] = []
        view = trend_words.name(snapshot, options.language)
        self.head = head_block(snapshot, style, options.title, on.brief, view)
        self.board = board_on(on, self.head(0.0, 0.0, head_width(on)).height)

    @property
    def box(self) -> Box:
        """The box of bands and editions."""
        return self.board.board

    def named(self) -> list[Shape] | None:
        """Everything with names at the right, in a column or in two, or none."""
        one = (0,) * len(self.snapshot.standings)
        two = self._in_two(ahead=True), self._in_two(ahead=False)
        # Lines that rest are flat rather than names larger than usual, but in one column rather than flat.
        known: dict[tuple[float, float, tuple[int, ...]], _Ends | None] = {}
        for ways, straight in (((one,), True), ((one,), False), (two, True), (two, False)):
            parts = STRONG_ROWS if ways == two else STRONG_ROWS[:1]
            for columns, size, part in product(ways, sizes_of_names(self.on.type), parts):
                if not straight or size >= self.on.type.name:
                    if (size, part, columns) not in known:
                        known[size, part, columns] = self._names(size, columns, part)
                    ends = known[size, part, columns]
                    found = self._with(ends, numbered=False, straight=straight) if ends is not None else None
                    if found is not None:
                        return found
        return None

    def panel_holds(self) -> bool:
        """Whether the panel has room as it stands beside names."""
        least = blip_of_name(self.on.type, self.on.type.least_name)
        return self._panel(BlipSize(least, least * 0.6, True), numbered=False) is not None

    def _names(self, size: float, columns: tuple[int, ...], part: float) -> _Ends | None:
        """Names of that size in their columns, or none where they are too long or too many; `part` of STRONG_ROWS."""
        blip, count = blip_of_name(self.on.type, size), max(columns, default=0) + 1
        least = (max(blip, height(1, size)) + ROW) / count
        if len(self.snapshot.standings) * least > self.box.bottom - self.box.top:
            return None
        most = (self.box.right - self.box.left) * NAMES[count - 1]
        written = []
        for standing in self.snapshot.standings:
            weight = weight_of(standing, self.style)
            lines = metrics.wrapped(self.style.name(standing), size, weight, most, MOST_LINES)
            if lines is None:
                return None
            written.append((lines, max(metrics.width(line, size, weight) for line in lines)))
        wide = [0.0] * count
        for column, (_, of_name) in zip(columns, written, strict=True):
            wide[column] = max(wide[column], of_name)
        step = blip + NEAR + wide[0] + max(ASIDE, NEAR + self._star(columns))
        full = [max(blip, height(len(lines), size)) + ROW for lines, _ in written]
        return _Ends(
            blip,
            columns,
            step,
            tuple(full if count == 1 else self._staggered(full, columns, part)),
            min(full, default=0.0) * (1 - 1 / count),
            tuple(lines for lines, _ in written),
            size,
            (count - 1) * step + blip + NEAR + wide[-1],
        )

    def _in_two(self, *, ahead: bool) -> tuple[int, ...]:
        """For each technology its column of two: by turns, or what has moved in the first, at the end of its line."""
        found = [0] * len(self.snapshot.standings)
        for ring in self._order:
            before = 1
            for place in ring:
                before = found[place] = 0 if ahead and self._stands_out(place) else 1 - before
        return tuple(found)

    def _stands_out(self, place: int) -> bool:
        """Whether a technology has moved or is highlighted."""
        standing = self.snapshot.standings[place]
        return standing.movement in MOVERS or standing.technology.id in self.options.highlight

    def _lined(self, place: int) -> bool:
        """Whether a line leads to a technology on the edition shown: else it has a star, or is the first."""
        return self.courses[place].stops[-2] is not None

    def _strong(self, place: int, column: int) -> bool:
        """Whether a strong line leads past the first column to a technology in that one."""
        return column > 0 and self._lined(place) and self._stands_out(place)

    @cached_property
    def _order(self) -> list[list[int]]:
        """The technologies of each ring from top to bottom."""
        rings = self.snapshot.configuration.rings
        return [order_in(self.courses, ring, rings) for ring in range(len(rings))]

    def _staggered(self, full: Sequence[float], columns: Sequence[int], part: float) -> list[float]:
        """The heights of rows in two columns: half where the neighbours stand in the other one.

        So the line of what stands in the second column runs midway between two names of the first. A strong one has
        more room, that part of a row, so that it does not seem to end in one of their blips.
        """
        single = min(full, default=0.0)
        rows = list(full)
        for ring in self._order:
            for at, place in enumerate(ring):
                near = [*ring[max(at - 1, 0) : at], *ring[at + 1 : at + 2]]
                strong = self._strong(place, columns[place])
                if full[place] == single and all(columns[other] != columns[place] for other in near):
                    rows[place] = single * (part if strong else 0.5)
        return rows

    def numbered(self) -> list[Shape] | None:
        """Everything with numbers at the right, in as many columns as it takes, and a legend, or none."""
        type = self.on.type
        count = len(self.snapshot.standings)
        if self._panel(BlipSize(type.least_blip, type.least_blip * 0.6, True), numbered=True) is None:
            return None
        for size in (type.number, type.least_number):
            blip = max(type.least_blip, marks.blip_for(self.snapshot.largest_number, size))
            most = (self.box.right - self.box.left) * NUMBERS
            # Fewer columns than these are higher than the board.
            columns = max(1, int(count * (blip + ROW) / (self.box.bottom - self.box.top)))
            while (ends := self._numbers(size, blip, columns)).room <= most:
                wider = self._numbers(size, blip, columns, STRONG_ROWS[0]) if columns == 2 else ends
                for found in dict.fromkeys((wider, ends)):
                    if self._ground(found) is not None:
                        return self._with(found, numbered=True)
                columns += 1
        return None

    def _numbers(self, size: float, blip: float, columns: int, part: float = 0.0) -> _Ends:
        """Numbers of that size in so many columns of blips; a strong line past the first has that part of a row."""
        of_blips = [0] * len(self.snapshot.standings)
        for rank, place in enumerate(place for ring in self._order for place in ring):
            of_blips[place] = rank % columns
        # Neighbours stand in different columns, so that rows may be closer than blips are high.
        step = blip + ROW + self._star(of_blips)
        rows = tuple(
            (blip + ROW) * max(1 / columns, part if self._strong(place, column) else 0.0)
            for place, column in enumerate(of_blips)
        )
        return _Ends(blip, tuple(of_blips), step, rows, blip * (1 - 1 / columns), (), size, columns * step)

    def _star(self, columns: Sequence[int]) -> float:
        """How much room stars need between two columns of blips: none where only the first has some."""
        news = {Movement.NEW, Movement.RETURNED}
        beyond = zip(self.snapshot.standings, columns, strict=True)
        return star_room(self.style) if any(column and s.movement in news for s, column in beyond) else 0.0

    def _ground(self, ends: _Ends, *, straight: bool = False) -> tuple[Ground, list[Band]] | None:
        """The bands and editions with that much room at the right, or none; `straight` as in `_with`."""
        ground = ground_in(self.box, self.snapshot, self.courses, self.style, ends.room)
        if ground is None:
            return None
        # At its first and last row a band also holds the halves of blips.
        least = [max(named, ends.blip + ends.spare) for named in ground.least]
        rows = [*ends.rows, *(0.0 for _ in self.courses[len(ends.rows) :])]
        needed = flat(self._rests, self._sizes(ends), ends.spare, self.style.type.larger)
        found = bands(self.courses, self.crowds, rows, least, needed, ground.top, ground.bottom, ends.spare)
        if found is None or (straight and any(b.bottom - b.top < of for b, of in zip(found, needed, strict=True))):
            return None
        return ground, found

    @cached_property
    def _rests(self) -> list[list[Rest]]:
        """How long each technology stays where it is, by ring."""
        order = [place for ring in self._order for place in ring]
        return rests(self.courses, self.snapshot.configuration.rings, order)

    def _sizes(self, ends: _Ends) -> list[list[Size]]:
        """How high what is drawn for each technology on each edition is, at least and amply."""
        rows = [*ends.rows, *(0.0 for _ in self.courses[len(ends.rows) :])]
        return [[*of[:-1], (row, row)] for of, row in zip(self._signs, rows, strict=True)]

    @cached_property
    def _signs(self) -> list[list[Size]]:
        return sign_heights(self.courses, self.style)

    def _with(self, ends: _Ends, *, numbered: bool, straight: bool = False) -> list[Shape] | None:
        """Everything with lines that end so, or none; if `straight` only where all that rest are flat."""
        on_ground = self._ground(ends, straight=straight)
        if on_ground is None:
            return None
        ground, found = on_ground
        blip = BlipSize(ends.blip, ends.blip * 0.6, True)
        panel = self._panel(blip, numbered=numbered)
        if panel is None:
            return None
        rings, larger = self.snapshot.configuration.rings, self.style.type.larger
        starred = any(not (column or self._lined(place)) for place, column in enumerate(ends.columns))
        before = ends.blip / 2 + (star_room(self.style) if starred else 0.0) + BEFORE
        ys = heights(self.courses, self._rests, self._sizes(ends), found, rings, ends.spare, larger)
        size = marks.number_size(self.snapshot.largest_number, ends.blip, ends.size) if numbered else ends.size
        endings = [
            Ending(
                ground.xs[-1] + column * ends.step,
                before,
                ends.blip,
                ends.lines[place] if ends.lines else (),
                size,
                NEAR,
            )
            for place, column in enumerate(ends.columns)
        ]
        lines = drawn(self.snapshot, self.courses, ys, ground.xs, endings, self.style, self.options.link)
        return [*panel, *ground.shapes(self.snapshot, found, self.style), *lines]

    def _panel(self, blip: BlipSize, *, numbered: bool) -> list[Shape] | None:
        """The head and the panel, with a legend where the lines end in numbers; none where they do not fit."""
        on, snapshot, style = self.on, self.snapshot, self.style
        box = self.board.head
        head = self.head(box.left, box.top, box.right - box.left)
        news = News(snapshot, style, blip, numbered, on.brief)
        lines = key_rows(self.courses, style, news.changes if on.brief else ())
        keys = [lines] if lines is not None else []
        if not numbered and snapshot.standings:
            keys.append(sectors_block(snapshot, style, blip.width))
        blocks = Blocks(
            news=news,
            legend=Legend(snapshot, style, on.brief) if numbered and snapshot.standings else None,
            rings=[one_below_the_other(keys)] if keys else [],
            rings_needed=bool(keys),
            marks=self._marks(blip, numbered),
            method=method_block(snapshot, style, on.brief, trend_words.method(snapshot, style.language, on.brief)),
        )
        shapes = arranged(self.board.panel, self.board.top, blocks, on.type.body / Type().body)
        self.panel = [] if shapes is None else [*head.shapes, *shapes]
        return self.panel or None

    def _marks(self, blip: BlipSize, numbered: bool) -> Block | None:
        return still_marks(self.snapshot, self.style, blip, numbered, self.on.brief)
