"""The view `trend`: every technology's way through the editions, the rings as bands with the innermost on top.

Editions stand in order, at equal distances. A line that changes ring is strong and in its sector's colour, the
others recede; what was not assessed in an edition is dashed; where editions cannot be compared no line is drawn.
"""

from __future__ import annotations

from typing import NamedTuple

from techradar import theme as themes
from techradar.courses import Course, courses
from techradar.history import Snapshot
from techradar.layout import marks, metrics, trend_words, words
from techradar.layout.arrange import Blocks, arranged
from techradar.layout.board import board_on, head_width, roomy, sheets
from techradar.layout.fitting import Fitting
from techradar.layout.geometry import Box
from techradar.layout.keys import one_below_the_other, sectors_block, still_marks
from techradar.layout.legend import Legend
from techradar.layout.news import News
from techradar.layout.panel import Block, head_block, method_block
from techradar.layout.points import blip_of_name, height, sizes_of_names
from techradar.layout.radar import Options
from techradar.layout.scene import Scene, Shape
from techradar.layout.sheet import Sheet, Type
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style, style_of
from techradar.layout.threads import Band, bands, crowds, heights
from techradar.layout.trend_ground import Ground, ground_in
from techradar.layout.trend_lines import Ending, drawn, key_rows, weight_of

NEAR = 3.0  # points between a blip and its name
ROW = 2.0  # points between two rows; a browser makes one with an Å in it a little higher
NAMES = 0.27  # of the board's width that names may take
MOST_LINES = 3
NUMBERS = 0.4  # of the board's width that columns of numbers may take


def trend_scene(snapshot: Snapshot, options: Options) -> Scene:
    """The picture of a snapshot and of the editions before it.

    There is an edition before, see `techradar.views`. Raises TechradarError with the code `sheet-too-small` where a
    size was asked for that does not hold everything.
    """
    all_courses = courses(snapshot)
    lines = crowds(all_courses, len(snapshot.configuration.rings))
    return Fitting(
        options,
        len(snapshot.standings),
        lambda size: sheets(size, options.labels),
        lambda on: _on(on, snapshot, all_courses, lines, options),
    ).scene()


def _on(
    on: Sheet, snapshot: Snapshot, all_courses: tuple[Course, ...], lines: tuple[int, ...], options: Options
) -> Scene | None:
    """The trend on that sheet, or none where it does not hold everything."""
    theme = themes.named(options.theme)
    style = style_of(snapshot, theme, on.type, options.language, options.highlight)
    attempt = _Attempt(on, snapshot, all_courses, lines, options, style)
    found = attempt.named() if options.labels != "numbers" and roomy(on) else None
    if found is None and options.labels != "names":
        found = attempt.numbered()
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
    """How the lines end at the right: the width of a blip, the columns of blips, what each row and all need."""

    blip: float
    columns: int
    rows: tuple[float, ...]
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
        lines: tuple[int, ...],
        options: Options,
        style: Style,
    ) -> None:
        self.on, self.snapshot, self.courses, self.lines = on, snapshot, all_courses, lines
        self.options, self.style = options, style
        view = trend_words.name(snapshot, options.language)
        self.head = head_block(snapshot, style, options.title, on.brief, view)
        self.board = board_on(on, self.head(0.0, 0.0, head_width(on)).height)

    @property
    def box(self) -> Box:
        """The box of bands and editions."""
        return self.board.board

    def named(self) -> list[Shape] | None:
        """Everything with names at the right, or none."""
        type = self.on.type
        most = (self.box.right - self.box.left) * NAMES
        for size in sizes_of_names(type):
            blip = blip_of_name(type, size)
            if len(self.snapshot.standings) * (max(blip, height(1, size)) + ROW) > self.box.bottom - self.box.top:
                continue
            written = []
            for standing in self.snapshot.standings:
                weight = weight_of(standing, self.style)
                name = self.style.name(standing)
                lines = metrics.wrapped(name, size, weight, most, MOST_LINES)
                if lines is None:
                    return None
                written.append((lines, max(metrics.width(line, size, weight) for line in lines)))
            rows = tuple(max(blip, height(len(lines), size)) + ROW for lines, _ in written)
            room = blip + NEAR + max((wide for _, wide in written), default=0.0)
            ends = _Ends(blip, 1, rows, tuple(lines for lines, _ in written), size, room)
            found = self._with(ends, numbered=False)
            if found is not None:
                return found
        return None

    def numbered(self) -> list[Shape] | None:
        """Everything with numbers at the right, in as many columns as it takes, and a legend, or none."""
        type = self.on.type
        largest = max((standing.number for standing in self.snapshot.standings), default=1)
        count = len(self.snapshot.standings)
        if self._panel(BlipSize(type.least_blip, type.least_blip * 0.6, True), numbered=True) is None:
            return None
        for size in (type.number, type.least_number):
            blip = max(type.least_blip, marks.blip_for(largest, size))
            most = (self.box.right - self.box.left) * NUMBERS
            # Fewer columns than these are higher than the board.
            columns = max(1, int(count * (blip + ROW) / (self.box.bottom - self.box.top)))
            while columns * (blip + ROW) <= most:
                # Neighbours stand in different columns, so that rows may be closer than blips are high.
                rows = ((blip + ROW) / columns,) * count
                ends = _Ends(blip, columns, rows, (), size, columns * (blip + ROW))
                ground = self._ground(ends)
                if ground is not None:
                    return self._with(ends, numbered=True)
                columns += 1
        return None

    def _ground(self, ends: _Ends) -> tuple[Ground, list[Band]] | None:
        """The bands and editions with that much room at the right, or none."""
        ground = ground_in(self.box, self.snapshot, self.courses, self.style, ends.room)
        if ground is None:
            return None
        # At its first and last row a band also holds the halves of blips.
        spare = ends.blip * (1 - 1 / ends.columns)
        least = [max(named, ends.blip + spare) for named in ground.least]
        rows = [*ends.rows, *(0.0 for _ in self.courses[len(ends.rows) :])]
        found = bands(self.courses, self.lines, rows, least, ground.top, ground.bottom, spare)
        return None if found is None else (ground, found)

    def _with(self, ends: _Ends, *, numbered: bool) -> list[Shape] | None:
        on_ground = self._ground(ends)
        if on_ground is None:
            return None
        ground, found = on_ground
        blip = BlipSize(ends.blip, ends.blip * 0.6, True)
        panel = self._panel(blip, numbered=numbered)
        if panel is None:
            return None
        rows = [*ends.rows, *(0.0 for _ in self.courses[len(ends.rows) :])]
        ys = heights(self.courses, rows, found, self.snapshot.configuration.rings, ends.blip * (1 - 1 / ends.columns))
        order = sorted(range(len(self.snapshot.standings)), key=lambda at: (ys[at][-1] or 0.0, at))
        column = {place: rank % ends.columns for rank, place in enumerate(order)}
        largest = max((standing.number for standing in self.snapshot.standings), default=1)
        endings = [
            Ending(
                ground.xs[-1] + column[place] * (ends.blip + ROW),
                ends.blip,
                ends.lines[place] if ends.lines else (),
                ends.size if ends.lines else marks.number_size(largest, ends.blip, ends.size),
                NEAR,
            )
            for place in range(len(self.snapshot.standings))
        ]
        lines = drawn(self.snapshot, self.courses, ys, ground.xs, endings, self.style, self.options.link)
        return [*panel, *ground.shapes(self.snapshot, found, self.style), *lines]

    def _panel(self, blip: BlipSize, *, numbered: bool) -> list[Shape] | None:
        """The head and the panel, with a legend where the lines end in numbers; none where they do not fit."""
        on, snapshot, style = self.on, self.snapshot, self.style
        box = self.board.head
        head = self.head(box.left, box.top, box.right - box.left)
        lines = key_rows(self.courses, style)
        keys = [lines] if lines is not None else []
        if not numbered and snapshot.standings:
            keys.append(sectors_block(snapshot, style, blip.width))
        blocks = Blocks(
            news=News(snapshot, style, blip, numbered),
            legend=Legend(snapshot, style, on.brief) if numbered and snapshot.standings else None,
            rings=[one_below_the_other(keys)] if keys else [],
            rings_needed=bool(keys),
            marks=self._marks(blip, numbered),
            method=method_block(snapshot, style, on.brief, trend_words.method(snapshot, style.language)),
        )
        shapes = arranged(self.board.panel, self.board.top, blocks, on.type.body / Type().body)
        return None if shapes is None else [*head.shapes, *shapes]

    def _marks(self, blip: BlipSize, numbered: bool) -> Block | None:
        return still_marks(self.snapshot, self.style, blip, numbered)
