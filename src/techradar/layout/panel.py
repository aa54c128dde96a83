"""The blocks of the panel: the head, the rings, the marks, the method. Each is laid at a place and a width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from techradar.history import Movement, Snapshot
from techradar.language import text
from techradar.layout import marks, metrics, words
from techradar.layout.lines import Laid, line, paragraph
from techradar.layout.scene import Paint, Path, Shape
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style

# Lays a block with its top left corner at (x, y), at most `room` wide.
Block = Callable[[float, float, float], Laid]

AFTER_HEADING = 0.35  # of the heading's size
SAMPLE = 2.6  # the width of a sample, in blips


def heading(string: str, x: float, y: float, room: float, style: Style) -> Laid:
    """The heading of a block, over a thin line."""
    size = style.type.heading
    said = paragraph(string, x, y, room, size, style.theme.ink, "semibold")
    below = y + said.height + 1.0
    rule = Path((("M", x, below), ("L", x + room, below)), Paint(None, style.theme.rule, 0.6))
    return Laid((*said.shapes, rule), said.height + 1.0 + size * AFTER_HEADING)


def sample_mark(x: float, y: float, blip: BlipSize, movement: Movement, style: Style) -> Iterator[Shape]:
    """A mark by itself, around (x, y); arrows as at the right of the disc, the centre to the left.

    Where inwards is up they stand upright, and what is taken off is a line against a bar, as on the picture.
    """
    ink = style.theme.ink
    if movement in {Movement.NEW, Movement.RETURNED}:
        yield marks.star_of(x, y, marks.star_radius(blip), movement, ink)
    elif movement in {Movement.IN, Movement.OUT}:
        inwards = movement is Movement.IN
        away = blip.half + blip.mark / 2 + marks.CLEAR / 2
        away = away if inwards else -away
        if style.upwards:
            yield marks.arrow(x, y + away, 180.0, blip, inwards, ink)
        else:
            yield marks.arrow(x + away, y, 90.0, blip, inwards, ink)
    else:
        half = blip.mark / 2
        yield Path((("M", x - half, y), ("L", x + half, y)), Paint(None, ink, marks.SHAFT))
        if style.upwards:
            yield Path((("M", x + half, y - half), ("L", x + half, y + half)), Paint(None, ink, marks.SHAFT))


def rings_block(snapshot: Snapshot, style: Style, described: bool) -> Block:
    """The rings with their advice, how many technologies each holds and, where there is room, what they mean."""

    def lay(x: float, y: float, room: float) -> Laid:
        type, theme, language = style.type, style.theme, style.language
        top = heading(text("picture.rings", language), x, y, room, style)
        shapes, height = list(top.shapes), top.height
        counts = Counter(standing.ring.id for standing in snapshot.standings)
        for ring, fill in zip(
            snapshot.configuration.rings, theme.ring_fills(len(snapshot.configuration.rings)), strict=True
        ):
            size = type.body
            side = size * 0.95
            corner = y + height + size * 0.2
            shapes.append(box(x, corner, side, fill, theme.line))
            inset = side + size * 0.6
            name = words.shown(ring)
            baseline = y + height + size * metrics.ASCENT
            shapes.append(line(name, x + inset, baseline, size, theme.ink, "semibold"))
            count = text("picture.ring-count", language, n=counts[ring.id])
            after = inset + metrics.width(name, size, "semibold") + size * 0.6
            if snapshot.standings:
                shapes.append(line(str(counts[ring.id]), x + room, baseline, size, theme.muted, anchor="end"))
            keep = room - after - metrics.width(count, size)
            height += size * 1.28
            advice = ring.advice or ""
            if advice and metrics.width(advice, size) <= keep:
                shapes.append(line(advice, x + after, baseline, size, theme.ink))
                advice = ""
            parts = [advice, ring.description or ""] if described else [advice]
            for part in filter(None, parts):
                laid = paragraph(" ".join(part.split()), x + inset, y + height, room - inset, type.small, theme.muted)
                shapes += laid.shapes
                height += laid.height
            height += size * 0.25
        return Laid(tuple(shapes), height)

    return lay


def box(x: float, y: float, side: float, fill: str, stroke: str) -> Path:
    """A square from its top left corner."""
    steps = (("M", x, y), ("L", x + side, y), ("L", x + side, y + side), ("L", x, y + side), ("Z",))
    return Path(steps, Paint(fill, stroke, 0.7))


def marks_block(snapshot: Snapshot, style: Style, blip: BlipSize, numbered: bool, brief: bool = False) -> Block | None:
    """How the marks are read, those that the picture has; none where there is nothing to say.

    In brief not those that the news shows beside its words, nor what the head says.
    """
    rows = list(_mark_rows(snapshot, style, blip, numbered, brief))
    if not rows:
        return None

    def lay(x: float, y: float, room: float) -> Laid:
        type, theme = style.type, style.theme
        top = heading(text("picture.marks", style.language), x, y, room, style)
        shapes, height = list(top.shapes), top.height
        inset = blip.width + 2 * blip.mark + 4.0
        row_height = max(blip.width + 2.4, type.body * 1.5)
        widest = max(metrics.width(said, type.body) for said, _ in rows) + inset
        columns = 2 if 2 * widest + 8.0 <= room and len(rows) > 1 else 1
        down = -(-len(rows) // columns)
        for place, (said, sample) in enumerate(rows):
            left = x + (place // down) * room / columns
            middle = y + height + (place % down + 0.5) * row_height
            shapes += sample(left + blip.half + blip.mark, middle)
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
    return tuple(sample_mark(x, y, blip, movement, style))


Sample = Callable[[float, float], tuple[Shape, ...]]


def _mark_rows(
    snapshot: Snapshot, style: Style, blip: BlipSize, numbered: bool, brief: bool
) -> Iterator[tuple[str, Sample]]:
    theme, language = style.theme, style.language
    grey, tint = theme.muted, theme.tint(theme.muted)
    plain: marks.Fill = "empty" if style.filled else "none"

    def looking(fill: marks.Fill, movement: Movement | None = None, is_open: bool = False) -> Sample:
        def draw(x: float, y: float) -> tuple[Shape, ...]:
            look = marks.Look(grey, tint, theme.paper, fill, is_open)
            mark = marks.movement_mark(x, y, 90.0, blip, movement, theme.ink)
            shapes = marks.blip(x, y, blip.width, look, numbered)
            return (*shapes, mark) if mark is not None else shapes

        return draw

    def sign(x: float, y: float) -> tuple[Shape, ...]:
        size = style.type.name * 1.5
        return (line(words.SHARED, x, y + metrics.ASCENT * size / 2, size, theme.ink, anchor="middle"),)

    for movement in () if brief else _movements(snapshot):
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


def method_block(snapshot: Snapshot, style: Style, brief: bool, placement: str | None = None) -> Block:
    """The method line at the foot; in brief how blips are placed, on what basis, and what the radar says of itself.

    `placement` says how a view places them that is no radar.
    """
    paragraphs = words.method(snapshot, style.language, brief, placement)

    def lay(x: float, y: float, room: float) -> Laid:
        shapes: list[Shape] = []
        height = 0.0
        for said in paragraphs:
            laid = paragraph(said, x, y + height, room, style.type.small, style.theme.muted)
            shapes += laid.shapes
            height += laid.height + style.type.small * 0.3
        return Laid(tuple(shapes), height)

    return lay


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
        for said, size, fill, strong in parts:
            laid = paragraph(said, x, y + height, room, size, fill, "semibold" if strong else "regular")
            shapes += laid.shapes
            height += laid.height + type.body * 0.25
        return Laid(tuple(shapes), height)

    return lay
