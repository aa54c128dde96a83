"""The blocks of the panel: the head, the rings, the marks, the method. Each is laid at a place and a width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from techradar.history import Movement, Snapshot
from techradar.language import text
from techradar.layout import marks, metrics, signs, words
from techradar.layout.lines import LEADING, Laid, broken, filled, line, paragraph
from techradar.layout.scene import Paint, Path, Shape, Weight
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style
from techradar.model import Ring

# Lays a block with its top left corner at (x, y), at most `room` wide.
Block = Callable[[float, float, float], Laid]
# Draws a sample around (x, y).
Sample = Callable[[float, float], tuple[Shape, ...]]

AFTER_HEADING = 0.35  # of the heading's size
COLUMN, BETWEEN, MOST_COLUMNS = 27.0, 2.0, 3  # of the method line, in sizes of its type
LEAST_LINES = 2  # in a column of it
LEAST_OF_ONE = 4  # of a paragraph that goes on in the next column, on either side
BETWEEN_PARAGRAPHS = 0.3  # of the size
BETWEEN_PARTS = "\u00a0 ·"  # what stands between parts of a line
ACROSS, ASIDE = 16.0, 2.0  # the least width of a ring beside others, and what lies between, in sizes of its type
SMALLER = 0.88  # what stands out in the head below the title, where it then has room on one line
# How much of its size a title may be given, and in how many lines, in the order to try.
TITLES = ((1.0, 2), (0.85, 2), (0.75, 3), (0.65, 3), (0.65, 5))


def heading(string: str, x: float, y: float, room: float, style: Style) -> Laid:
    """The heading of a block, over a thin line."""
    size = style.type.heading
    said = paragraph(string, x, y, room, size, style.theme.ink, "semibold")
    below = y + said.height + 1.0
    rule = Path((("M", x, below), ("L", x + room, below)), Paint(None, style.theme.rule, 0.6))
    return Laid((*said.shapes, rule), said.height + 1.0 + size * AFTER_HEADING)


@dataclass(frozen=True)
class Rings:
    """The rings with their advice, how many technologies each holds and, where `described`, what they mean.

    One below the other, or side by side where there is room for that; if `low`, in as few rows as have each on a line.
    """

    snapshot: Snapshot
    style: Style
    described: bool
    low: bool = False

    def __call__(self, x: float, y: float, room: float) -> Laid:
        """A block, see `Block`."""
        rings, style = self.snapshot.configuration.rings, self.style
        fills = style.theme.ring_fills(len(rings))
        counts = Counter(standing.ring.id for standing in self.snapshot.standings)
        top = heading(text("picture.rings", style.language), x, y, room, style)
        needed = [_width(ring, counts, style) for ring in rings]
        wide = self._columns(needed, room)
        count = len(wide)
        advised = all(need <= wide[place % count] + 0.01 for place, need in enumerate(needed))
        lefts = [x + sum(wide[:place]) + place * style.type.body * ASIDE for place in range(count)]
        shapes, down, tallest = list(top.shapes), y + top.height, 0.0
        for place, (ring, fill) in enumerate(zip(rings, fills, strict=True)):
            if not place % count:
                down, tallest = down + tallest, 0.0
            block = _ring(ring, fill, counts, style, self.described, advised, aside=count > 1)
            laid = block(lefts[place % count], down, wide[place % count])
            shapes += laid.shapes
            tallest = max(tallest, laid.height)
        return Laid(tuple(shapes), down + tallest - y)

    def _columns(self, needed: Sequence[float], room: float) -> list[float]:
        """The widths of the columns; each ring needs `needed` points to stand on one line."""
        between = self.style.type.body * ASIDE
        wide = (room - (len(needed) - 1) * between) / len(needed)
        if wide >= ACROSS * self.style.type.body:
            return [wide] * len(needed)
        for count in range(len(needed) - 1, 1, -1) if self.low else ():
            widths = [max(needed[column::count]) for column in range(count)]
            left = room - sum(widths) - (count - 1) * between
            if left >= 0.0:
                return [width + left / count for width in widths]
        return [room]


def _inset(style: Style) -> float:
    """Where a ring's name begins: after the box with its fill."""
    return style.type.body * 1.55


def _width(ring: Ring, counts: Counter[str], style: Style) -> float:
    """How wide a ring's name, advice and count are on one line."""
    size = style.type.body
    name = metrics.width(words.shown(ring), size, "semibold")
    count = metrics.width(str(counts[ring.id]), size)
    return _inset(style) + name + metrics.width(ring.advice or "", size) + count + size * 1.8


def _ring(
    ring: Ring, fill: str, counts: Counter[str], style: Style, described: bool, advised: bool, aside: bool
) -> Block:
    """A ring with its fill, name and count, its advice beside the name or below it, and what it means.

    With another ring `aside` of it the count stands by its own words, not by that ring's.
    """

    def lay(x: float, y: float, room: float) -> Laid:
        theme, size, inset = style.theme, style.type.body, _inset(style)
        name, baseline = words.shown(ring), y + size * metrics.ASCENT
        shapes: list[Shape] = [
            box(x, y + size * 0.2, size * 0.95, fill, theme.line),
            line(name, x + inset, baseline, size, theme.ink, "semibold"),
        ]
        parts = [ring.description] if described else []
        after = x + inset + metrics.width(name, size, "semibold") + size * 0.6
        if advised and ring.advice:
            shapes.append(line(ring.advice, after, baseline, size, theme.ink))
            after += metrics.width(ring.advice, size) + size * 0.6
        elif ring.advice:
            parts.insert(0, ring.advice)
        if counts and aside:
            shapes.append(line(str(counts[ring.id]), after, baseline, size, theme.muted))
        elif counts:
            shapes.append(line(str(counts[ring.id]), x + room, baseline, size, theme.muted, anchor="end"))
        height = size * 1.28
        for part in filter(None, parts):
            laid = paragraph(" ".join(part.split()), x + inset, y + height, room - inset, style.type.small, theme.muted)
            shapes += laid.shapes
            height += laid.height
        return Laid(tuple(shapes), height + size * 0.25)

    return lay


def box(x: float, y: float, side: float, fill: str, stroke: str) -> Path:
    """A square from its top left corner."""
    steps = (("M", x, y), ("L", x + side, y), ("L", x + side, y + side), ("L", x, y + side), ("Z",))
    return Path(steps, Paint(fill, stroke, 0.7))


def marks_block(
    snapshot: Snapshot, style: Style, blip: BlipSize, numbered: bool, brief: bool = False, moved: bool = True
) -> Block | None:
    """How the marks are read, those that the picture has; none where there is nothing to say.

    Without `moved` not those that the news shows beside its words, and in brief not what the head says either.
    """
    moved = moved and not brief
    rows = list(_mark_rows(snapshot, style, blip, numbered, brief, moved))
    if not rows:
        return None
    moves = moved and not signs.MOVES.isdisjoint(_movements(snapshot))

    def lay(x: float, y: float, room: float) -> Laid:
        type, theme = style.type, style.theme
        top = heading(text("picture.marks", style.language), x, y, room, style)
        shapes, height = list(top.shapes), top.height
        before = signs.centre_width(blip, style) if moves else 0.0
        inset = before + blip.width + 2 * blip.mark + 4.0
        row_height = max(blip.width + 2.4, type.body * 1.5)
        widest = max(metrics.width(said, type.body) for said, _ in rows) + inset
        columns = max(1, min(len(rows), int(room / (widest + 8.0))))
        down = -(-len(rows) // columns)
        columns = -(-len(rows) // down)
        for place, (said, sample) in enumerate(rows):
            left = x + (place // down) * room / columns
            middle = y + height + (place % down + 0.5) * row_height
            shapes += sample(left + before + blip.half + blip.mark, middle)
            baseline = middle + metrics.CAP_HEIGHT * type.body / 2
            laid = _fitting(said, left + inset, baseline, room / columns - inset, type.body, theme.ink)
            shapes += laid
        return Laid(tuple(shapes), height + down * row_height)

    return lay


def _fitting(said: str, x: float, baseline: float, room: float, size: float, fill: str) -> list[Shape]:
    """A line of text, or two smaller steps of it where it is too long."""
    if metrics.fits(said, size, room):
        return [line(said, x, baseline, size, fill)]
    lines = metrics.wrapped(said, size, "regular", room, 2)
    if lines is None:
        return [line(metrics.shortened(said, size, room), x, baseline, size, fill)]
    up = size * 0.55
    return [line(part, x, baseline - up + place * size * 1.1, size, fill) for place, part in enumerate(lines)]


def _alone(blip: BlipSize, movement: Movement, style: Style, x: float, y: float) -> tuple[Shape, ...]:
    return tuple(signs.sign(x, y, blip, movement, style))


def _towards(x: float, y: float, blip: BlipSize, movement: Movement | None, style: Style) -> tuple[Shape, ...]:
    """The sign of the centre left of a blip that has an arrow."""
    if movement not in signs.MOVES:
        return ()
    return signs.centre(x - blip.half - blip.mark - signs.centre_width(blip, style), y, blip, style)


def _mark_rows(
    snapshot: Snapshot, style: Style, blip: BlipSize, numbered: bool, brief: bool, moved: bool
) -> Iterator[tuple[str, Sample]]:
    theme, language = style.theme, style.language
    grey = theme.muted
    plain: marks.Fill = "empty" if style.filled else "none"

    def looking(fill: marks.Fill, movement: Movement | None = None, is_open: bool = False) -> Sample:
        def draw(x: float, y: float) -> tuple[Shape, ...]:
            look = marks.Look(grey, theme.paper, fill, is_open)
            mark = marks.movement_mark(x, y, 90.0, blip, movement, theme.ink)
            shapes = *_towards(x, y, blip, movement, style), *marks.blip(x, y, blip.width, look, numbered)
            return (*shapes, mark) if mark is not None else shapes

        return draw

    def sign(x: float, y: float) -> tuple[Shape, ...]:
        size = style.type.name * 1.5
        return (line(words.SHARED, x, y + metrics.ASCENT * size / 2, size, theme.ink, anchor="middle"),)

    for movement in _movements(snapshot) if moved else ():
        previous = snapshot.previous.name if snapshot.previous is not None else ""
        said = text(f"picture.marks.{movement.value}", language, edition=previous)
        if not style.filled:
            yield said, looking(plain, movement)
        elif movement is not Movement.SAME:
            # Whatever blip stood with the mark here would say how far the other scale is.
            yield said, partial(_alone, blip, movement, style)
    for fill in _fills(snapshot) if style.filled else ():
        other = "adoption" if snapshot.configuration.placement == "maturity" else "maturity"
        name = words.scale_name(snapshot, other, language)
        yield text(f"picture.marks.{fill}", language, scale=name), looking(fill)
    if style.basis:
        yield text("picture.marks.open", language), looking(plain, is_open=True)
        yield text("picture.marks.closed", language), looking(plain)
    if style.shared and not brief:
        yield text("picture.marks.shared", language), sign


def _movements(snapshot: Snapshot) -> list[Movement]:
    """The movements that the picture shows; that something stayed goes without saying where all did."""
    used = {standing.movement for standing in snapshot.standings}
    order = (Movement.NEW, Movement.RETURNED, Movement.IN, Movement.OUT, Movement.SAME)
    return [one for one in order if one in used and (one is not Movement.SAME or len(used) > 1)]


def _fills(snapshot: Snapshot) -> list[marks.Fill]:
    """How blips may be filled; that a figure is unknown is only explained where one is."""
    fills: list[marks.Fill] = ["full", "half", "empty"]
    if any(standing.other is None for standing in snapshot.standings):
        fills.append("unknown")
    return fills


def method_block(
    snapshot: Snapshot, style: Style, brief: bool, placement: str | None = None, together: bool = False
) -> Block:
    """The method line; in brief how blips are placed, on what basis, and what the radar says of itself.

    `placement` says how a view places them that is no radar; `together` makes it one paragraph. Where there is much
    room the lines stand in columns that can be read.
    """
    paragraphs = words.method(snapshot, style.language, brief, placement)
    if together:
        paragraphs = [" ".join(paragraphs)] if paragraphs else []

    def lay(x: float, y: float, room: float) -> Laid:
        size, fill = style.type.small, style.theme.muted
        count = max(1, min(MOST_COLUMNS, int((room / size + BETWEEN) / (COLUMN + BETWEEN))))
        while True:
            wide = (room - (count - 1) * BETWEEN * size) / count
            parts = [filled(said, size, "regular", wide) for said in paragraphs]
            columns = _in_columns(parts, count)
            if count == 1 or all(len(column) >= LEAST_LINES for column in columns):
                break
            count -= 1
        shapes: list[Shape] = []
        tallest = 0.0
        for place, column in enumerate(columns):
            left, down = x + place * (wide + BETWEEN * size), 0.0
            for at, (said, begins) in enumerate(column):
                down += size * BETWEEN_PARAGRAPHS if at and begins else 0.0
                shapes.append(line(said, left, y + down + size * metrics.ASCENT, size, fill))
                down += size * LEADING
            tallest = max(tallest, down)
        return Laid(tuple(shapes), tallest + size * BETWEEN_PARAGRAPHS if shapes else 0.0)

    return lay


def _in_columns(parts: Sequence[Sequence[str]], count: int) -> list[list[tuple[str, bool]]]:
    """Lines of paragraphs in columns as even as may be, each with whether a paragraph begins with it.

    A paragraph only goes on in the next column where it is long on either side.
    """
    lines = [(said, not place) for part in parts for place, said in enumerate(part)]
    ends, end = [], 0
    for part in parts:
        ends += [end + at for at in range(len(part)) if at == 0 or LEAST_OF_ONE <= at <= len(part) - LEAST_OF_ONE]
        end += len(part)
    ends.append(end)
    columns, start = [], 0
    for column in range(1, count + 1):
        even = end * column / count
        stop = min((at for at in ends if at >= start), key=lambda at: (abs(at - even), at)) if column < count else end
        columns.append(lines[start:stop])
        start = stop
    return columns


def head_block(snapshot: Snapshot, style: Style, given: str | None, brief: bool, view: str | None = None) -> Block:
    """The title, what the radar says of itself, the edition, the area and the selection where it shows one.

    In brief the method line says what the radar says of itself. `view` is the name of a view that is no radar.
    """

    def lay(x: float, y: float, room: float) -> Laid:
        type, theme = style.type, style.theme
        own = snapshot.configuration.subtitle
        parts: list[tuple[str, float, str, bool]] = [
            (given or snapshot.configuration.title, type.title, theme.ink, True)
        ]
        if view is not None:
            parts.append((view, type.subtitle * 1.25, theme.ink, True))
        area = words.area_lines(snapshot, style.language)
        if area:
            parts.append((area[0], type.subtitle * 1.25, theme.ink, True))
        only = words.selection(snapshot, style.language)
        if only is not None:
            parts.append((only, type.subtitle, theme.ink, True))
        parts.append((words.subtitle(snapshot, style.language), type.subtitle, theme.muted, False))
        parts += [(said, type.body, theme.muted, False) for said in area[1:]]
        if own and not brief:
            parts.append((" ".join(own.split()), type.body, theme.muted, False))
        shapes: list[Shape] = []
        height = 0.0
        for place, (said, size, fill, strong) in enumerate(parts):
            weight: Weight = "semibold" if strong else "regular"
            if not place:
                laid = _title(said, x, y, room, size, fill)
            else:
                # What stands out is a little smaller rather than on two lines.
                smaller = max(size * SMALLER, type.body)
                on_one = strong and not metrics.fits(said, size, room, weight)
                on_one = on_one and metrics.fits(said, smaller, room, weight)
                laid = _even(said, x, y + height, room, smaller if on_one else size, fill, weight)
            shapes += laid.shapes
            height += laid.height + type.body * 0.25
        return Laid(tuple(shapes), height)

    return lay


def _title(said: str, x: float, y: float, room: float, size: float, fill: str) -> Laid:
    """A title in even lines, smaller where it is long, so that no word is broken and what is read keeps its room."""
    for part, most in TITLES:
        if metrics.wrapped(said, size * part, "semibold", room, most) is not None:
            return _even(said, x, y, room, size * part, fill, "semibold")
    return _even(said, x, y, room, size * TITLES[-1][0], fill, "semibold")


def _even(said: str, x: float, y: float, room: float, size: float, fill: str, weight: Weight) -> Laid:
    """Text in lines of about the same length, so that none has a single word; no dot between parts ends a line."""
    shapes = tuple(
        line(words.strip(BETWEEN_PARTS), x, y + size * (metrics.ASCENT + LEADING * place), size, fill, weight)
        for place, words in enumerate(broken(said, size, weight, room))
    )
    return Laid(shapes, size * LEADING * len(shapes))
