"""The lines of a trend with their stops, what they end in, and how they are read."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from techradar.courses import Course, Stop
from techradar.history import Movement, Snapshot, Standing
from techradar.language import text
from techradar.layout import marks, trend_words
from techradar.layout.blips import blip_group, ink_of, name_group, number_group
from techradar.layout.keys import rows_block
from techradar.layout.panel import Block, Sample
from techradar.layout.scene import Circle, Group, Paint, Path, Shape, Weight
from techradar.layout.style import Style

# Points, at the usual size of type; larger where type is, see `Type.larger`.
THIN, STRONG = 0.8, 2.2
DASH = (3.0, 2.2)
DOTS = (0.9, 1.8)  # what leads on to a blip in a column beyond: neither time that goes on nor a dash
STOP, TURN = 1.5, 2.3  # the radius of a stop where nothing changes, and of one at a strong line
STAR = 6.4  # twice the radius of a star and a little
BAR = 3.2  # half of the bar at which a line ends
AIR = 0.8  # between two bars or stops, one above the other
LEADER = 0.7  # of a thin line: what leads from the last edition to a blip in a column beyond
HALO = 1.25  # radii of a star: what is free of lines around one at its blip
STUB = 0.28  # of a step: how far a line goes on where it ends or breaks
LEVEL = 0.4  # of a step: at most so much of it is level before a column that a line passes
SAMPLE = 24.0  # points, the width of a line among the explanations
GROUND, EDGE = 1.1, 0.8  # the ground of the sample that explains a break: its height in sizes, its edge in points
MOVERS = frozenset({Movement.NEW, Movement.IN, Movement.OUT, Movement.RETURNED})


class Ending(NamedTuple):
    """What a line ends in: the centre of its blip across and its width, and beside it the name.

    `before` is how far left of the last edition a line to a column beyond has reached its height, so that it passes
    level between the blips and stars that stand there. A number has no lines.
    """

    x: float
    before: float
    blip: float
    lines: tuple[str, ...]
    size: float
    near: float


def star_room(style: Style) -> float:
    """How many points a star takes to the left of its blip."""
    return marks.CLEAR + style.type.larger * STAR


def sign_heights(courses: Sequence[Course], style: Style) -> list[list[tuple[float, float]]]:
    """How high in points, at least and with ample air, what is drawn for each technology on each edition is."""
    return [[_sign(course, at, style) for at in range(len(course.stops))] for course in courses]


def _sign(course: Course, at: int, style: Style) -> tuple[float, float]:
    """The height of a star, a bar, or a stop: at least, and ample."""
    larger = style.type.larger
    stop, before = course.stops[at], course.stops[at - 1] if at else None
    after = course.stops[at + 1] if at + 1 < len(course.stops) else None
    if stop is not None and after is None:
        return larger * (2 * BAR + AIR), larger * (2 * BAR + AIR)
    if stop is not None and before is None and at:
        return larger * STAR, larger * STAR
    dot = 2 * _stroke(style) * (TURN if _moves(before, stop) or _moves(stop, after) else STOP)
    rests = stop is not None and after is not None and (stop.ring, stop.score) == (after.ring, after.score)
    # A line that stays where it is keeps the distance of its row; the others may have come from anywhere.
    return dot, dot + larger * AIR if rests else larger * STAR


def _stroke(style: Style) -> float:
    """How much wider than usual lines and their stops are: less than type is larger, for their way is as long."""
    return math.sqrt(style.type.larger)


def weight_of(standing: Standing, style: Style) -> Weight:
    """How strongly a name is set: what is highlighted, else what has moved, stands out."""
    out = standing.technology.id in style.highlight if style.highlight else standing.movement in MOVERS
    return "semibold" if out else "regular"


def drawn(
    snapshot: Snapshot,
    courses: Sequence[Course],
    ys: Sequence[Sequence[float | None]],
    xs: Sequence[float],
    endings: Sequence[Ending],
    style: Style,
    link: str | None,
) -> Iterator[Shape]:
    """All lines, those that recede first, then blips, stars and names. `endings` are those of the first courses."""
    strengths = [(_strength(course, style), place) for place, course in enumerate(courses)]
    order = [(courses[place], place) for _, place in sorted(strengths)]
    for course, place in order:
        ending = endings[place] if place < len(endings) else None
        shapes = tuple(_line(course, ys[place], xs, ending, style))
        if shapes:
            yield Group(shapes, id=f"course-{course.technology.id}", title=trend_words.way(course, snapshot))
    # Above all lines and their stops, so that none hides a star or runs through it.
    fills = style.theme.ring_fills(len(snapshot.configuration.rings))
    for course, place in order:
        yield from _halos(course, ys[place], xs, endings[place] if place < len(endings) else None, fills, style)
    for course, place in order:
        stars = tuple(_stars(course, ys[place], xs, style))
        if stars:
            yield Group(stars, id=f"start-{course.technology.id}", title=trend_words.way(course, snapshot))
    shown = [(c.standing, ys[at][-1] or 0.0, endings[at]) for at, c in enumerate(courses) if c.standing is not None]
    for standing, y, ending in shown:
        yield blip_group(standing, ending.x, y, ending.blip, style, numbered=not ending.lines, link=link)
        if standing.movement in {Movement.NEW, Movement.RETURNED}:
            star = _star(_star_x(ending, style), y, standing.movement, standing.technology.id, style)
            yield Group((star,), id=f"mark-{standing.technology.id}")
    for standing, y, ending in shown:
        if not ending.lines:
            yield number_group(standing, ending.x, y, ending.size, style)
            continue
        left = ending.x + ending.blip / 2 + ending.near
        weight = weight_of(standing, style)
        # What has not moved recedes; where something is highlighted, the others do.
        ink = ink_of(standing, style) if weight == "semibold" or style.highlight else style.theme.muted
        yield name_group(standing, ending.lines, left, y, ending.size, ink, weight)


def _star_x(ending: Ending, style: Style) -> float:
    """Where the star of what is new on the edition shown stands: left of its blip."""
    return ending.x - ending.blip / 2 - star_room(style) + style.type.larger * STAR / 2


def _halos(
    course: Course,
    ys: Sequence[float | None],
    xs: Sequence[float],
    ending: Ending | None,
    fills: Sequence[str],
    style: Style,
) -> Iterator[Shape]:
    """What keeps the lines of others clear of a technology's stars: the ground of their band around each."""
    for at, _ in _starts(course):
        y, stop = ys[at], course.stops[at]
        if y is not None and stop is not None:
            if ending is not None and at == len(xs) - 1:
                yield Circle(_star_x(ending, style), y, _star_radius(style) * HALO, Paint(fills[stop.ring]))
            else:
                # Above and below lie the stops of others.
                yield Circle(xs[at], y, style.type.larger * STAR / 2, Paint(fills[stop.ring]))


def _strength(course: Course, style: Style) -> int:
    """What is drawn on top of what: the highlighted, then what moved, then the rest."""
    if style.highlight:
        return 2 if course.technology.id in style.highlight else 0
    return int(any(_moves(a, b) for a, b in zip(course.stops, course.stops[1:], strict=False)))


def _moves(before: Stop | None, after: Stop | None) -> bool:
    return before is not None and after is not None and not after.apart and before.ring != after.ring


def _color(course: Course, style: Style) -> str:
    return style.sectors[course.technology.sector]


def _paint(course: Course, moves: bool, carried: bool, style: Style) -> Paint:
    """How a stretch is painted."""
    dash = _dash(style) if carried else ()
    id, wider = course.technology.id, _stroke(style)
    if style.highlight:
        # One width says one thing: here what is highlighted, while bands show what moves.
        if id in style.highlight:
            return Paint(None, _color(course, style), wider * STRONG, dash)
        return Paint(None, style.theme.receding, wider * THIN, dash)
    if moves:
        return Paint(None, _color(course, style), wider * STRONG, dash)
    return Paint(None, style.theme.line, wider * THIN, dash)


def _leading(course: Course, moves: bool, style: Style) -> Paint:
    """How the line is painted that leads on to a blip in a column beyond the edition: dots, for it says nothing."""
    color = _paint(course, moves, carried=False, style=style).stroke
    return Paint(None, color, _stroke(style) * THIN * LEADER, _dash(style, DOTS))


def _dash(style: Style, parts: Sequence[float] = DASH) -> tuple[float, ...]:
    return tuple(style.type.larger * part for part in parts)


def _line(
    course: Course, ys: Sequence[float | None], xs: Sequence[float], ending: Ending | None, style: Style
) -> Iterator[Shape]:
    """A technology's line: its stretches, then its stops; none for what is new on the edition shown."""
    stops: list[Shape] = []
    for at, (x, y, stop) in enumerate(zip(xs, ys, course.stops, strict=True)):
        last = at == len(xs) - 1
        before = course.stops[at - 1] if at else None
        step = x - xs[at - 1] if at else 0.0
        from_y = ys[at - 1] if at else None
        if stop is None or y is None:
            if before is not None and from_y is not None:
                yield from _end(course, xs[at - 1], from_y, step, style)
            continue
        if from_y is not None and stop.apart:
            paint = _paint(course, moves=False, carried=False, style=style)
            yield Path((("M", xs[at - 1], from_y), ("L", xs[at - 1] + STUB * step, from_y)), paint)
            yield Path((("M", x - STUB * step, y), ("L", x, y)), paint)
        elif from_y is not None:
            paint = _paint(course, _moves(before, stop), stop.carried, style)
            beyond = last and ending is not None and ending.x > x
            level = (("L", x - min(ending.before, step * LEVEL), y),) if beyond and ending is not None else ()
            yield Path((("M", xs[at - 1], from_y), *level, ("L", x, y)), paint)
        if last and from_y is not None and ending is not None and ending.x > x:
            yield Path((("M", x, y), ("L", ending.x, y)), _leading(course, _moves(before, stop), style))
        if not last and not stop.carried and not (at and before is None):
            stops.append(_stop(course, at, x, y, style))
    yield from stops


def _stars(course: Course, ys: Sequence[float | None], xs: Sequence[float], style: Style) -> Iterator[Shape]:
    """Where a technology came, or came back, on an edition before the one shown."""
    for at, movement in _starts(course):
        y = ys[at]
        if y is not None and at < len(xs) - 1:
            yield _star(xs[at], y, movement, course.technology.id, style)


def _stop(course: Course, at: int, x: float, y: float, style: Style) -> Shape:
    """Where a technology was assessed."""
    around = [_moves(course.stops[at - 1], course.stops[at])] if at else []
    around.append(_moves(course.stops[at], course.stops[at + 1]))
    paint = _paint(course, any(around), carried=False, style=style)
    assert paint.stroke is not None, "lines have a colour"
    strong = paint.width > _stroke(style)
    return Circle(x, y, _stroke(style) * (TURN if strong else STOP), Paint(paint.stroke))


def _end(course: Course, x: float, y: float, step: float, style: Style) -> Iterator[Shape]:
    """A line that ends: on a little and against a bar."""
    lit = style.lit(course.technology.id)
    color = style.theme.ink if lit else style.theme.muted
    end, larger = x + STUB * step, style.type.larger
    bar = larger * BAR
    yield Path((("M", x, y), ("L", end, y)), Paint(None, color, _stroke(style) * THIN))
    yield Path((("M", end, y - bar), ("L", end, y + bar)), Paint(None, color, larger * marks.SHAFT))


def _star_radius(style: Style) -> float:
    return style.type.larger * (STAR / 2 - 0.3)


def _star(x: float, y: float, movement: Movement, id: str, style: Style) -> Shape:
    ink = style.theme.ink if style.lit(id) else style.theme.muted
    return marks.star_of(x, y, _star_radius(style), movement, ink)


def _starts(course: Course) -> Iterator[tuple[int, Movement]]:
    """On which editions after the first a line begins, and how."""
    been = course.stops[0] is not None
    for at, (before, after) in enumerate(pairwise(course.stops), 1):
        if before is None and after is not None:
            yield at, Movement.RETURNED if been else Movement.NEW
        been = been or after is not None


def key_rows(courses: Sequence[Course], style: Style, said: Container[Movement] = ()) -> Block | None:
    """How the lines are read: those that the picture has; none where it has none.

    `said` are the movements whose signs the news shows beside its words, so that they need not be explained again.
    """
    theme, language, larger = style.theme, style.language, style.type.larger
    pairs = [pair for course in courses for pair in pairwise(course.stops)]
    kept = [(a, b) for a, b in pairs if a is not None and b is not None and not b.apart]
    wider, half = _stroke(style), SAMPLE / 2
    thin = wider * THIN

    def stretch(width: float, color: str, dash: tuple[float, ...] = ()) -> Sample:
        def sample(x: float, y: float) -> tuple[Shape, ...]:
            return (Path((("M", x - half, y), ("L", x + half, y)), Paint(None, color, wider * width, dash)),)

        return sample

    def star(movement: Movement) -> Sample:
        def sample(x: float, y: float) -> tuple[Shape, ...]:
            return (marks.star_of(x, y, _star_radius(style), movement, theme.ink),)

        return sample

    def bar(x: float, y: float) -> tuple[Shape, ...]:
        rest = Path((("M", x - half, y), ("L", x, y)), Paint(None, theme.ink, thin))
        end = (("M", x, y - larger * BAR), ("L", x, y + larger * BAR))
        return rest, Path(end, Paint(None, theme.ink, larger * marks.SHAFT))

    def gap(x: float, y: float) -> tuple[Shape, ...]:
        # As it is drawn: two grounds with nothing between them, and on each a line that ends.
        fill, high, shapes = theme.inner, style.type.body * GROUND / 2, list[Shape]()
        for outer, inner in ((x - half, x - SAMPLE / 6), (x + half, x + SAMPLE / 6)):
            sides = (("M", outer, y - high), ("L", inner, y - high), ("L", inner, y + high), ("L", outer, y + high))
            end = inner + (outer - inner) * STUB
            shapes.append(Path((*sides, ("Z",)), Paint(fill)))
            shapes.append(Path((("M", inner, y - high), ("L", inner, y + high)), Paint(None, theme.line, EDGE)))
            shapes.append(Path((("M", outer, y), ("L", end, y)), Paint(None, theme.line, thin)))
        return tuple(shapes)

    starts = {movement for course in courses for _, movement in _starts(course)}
    recedes, widths = (
        theme.line,
        [
            (any(_moves(a, b) for a, b in kept), "moved", stretch(STRONG, theme.ink)),
            (any(not (b.carried or _moves(a, b)) for a, b in kept), "same", stretch(THIN, theme.line)),
        ],
    )
    if style.highlight:
        lined = {style.lit(c.technology.id) for c in courses if any(a and b for a, b in pairwise(c.stops))}
        recedes, widths = (
            theme.receding,
            [
                (True in lined, "highlighted", stretch(STRONG, theme.ink)),
                (False in lined, "others", stretch(THIN, theme.receding)),
            ],
        )
    known: list[tuple[bool, str, Sample]] = [
        *widths,
        (any(stop.carried for _, stop in kept), "carried", stretch(THIN, recedes, _dash(style))),
        (any(after is not None and after.apart for _, after in pairs), "apart", gap),
        (Movement.NEW in starts and Movement.NEW not in said, "new", star(Movement.NEW)),
        (Movement.RETURNED in starts and Movement.RETURNED not in said, "returned", star(Movement.RETURNED)),
        (any(a and b is None for a, b in pairs) and Movement.RETIRED not in said, "retired", bar),
    ]
    rows = [(text(f"views.trend.lines.{key}", language), sample) for used, key, sample in known if used]
    return rows_block(text("views.trend.lines", language), rows, SAMPLE, style) if rows else None
