"""Blips and their marks: the circle, how it is filled and outlined, the arrow and the star."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from techradar.history import Movement
from techradar.layout import metrics
from techradar.layout.geometry import Box
from techradar.layout.outlines import CIRCLE, Outline, polygon
from techradar.layout.scene import Paint, Path, Shape, Text
from techradar.layout.slots import BlipSize
from techradar.scoring import Third

Fill = Literal["none"] | Third

OUTLINE = 1.4
# Around a number the rim is only as wide as a small blip's number leaves it, in points, or that part of the radius:
# so no digit crosses it. Shapes that are no circle leave less.
RIM, RIM_OF_SHAPE, RIM_PART = 0.8, 0.5, 0.08
DASH = (2.2, 1.5)  # an outline that is open, for a judgement
ARROW_HEAD, ARROW_WIDTH, SHAFT = 0.6, 5.6, 1.7  # the head as a part of the arrow's length
CLEAR = 0.7  # between rim and mark
# What stands for a figure that nobody has given, from the middle of the blip in radii of its inside: a dash.
UNKNOWN = (0.62, 0.2)
# Below a number, in radii of the blip: where half a fill begins, and the dash, half as wide as this and so high.
BELOW, DASH_BELOW = 0.52, (0.3, 0.16)
STAR_POINTS, STAR_WAIST = 5, 0.42


class Look(NamedTuple):
    """How a blip looks: its colour, what lies under what is not filled, its fill, and its outline."""

    color: str
    paper: str
    fill: Fill = "none"
    open: bool = False
    outline: Outline = CIRCLE

    @property
    def under_number(self) -> str:
        """The one colour that a number in the blip lies on."""
        return self.color if self.fill == "full" or (self.fill == "none" and not self.open) else self.paper


def blip(x: float, y: float, width: float, look: Look, numbered: bool) -> tuple[Shape, ...]:
    """The blip's own shapes, at most `width` across; in a numbered one the number lies on even ground.

    A full one is one colour throughout, of a half-filled one the lower part is: all of it below the middle, or below
    the number.
    """
    radius, outline = width / 2, look.outline
    stroke = _rim(radius, outline) if numbered else OUTLINE

    def drawn(inset: float, paint: Paint) -> Shape:
        return outline.drawn(x, y, radius, inset, paint)

    if look.fill in {"none", "full"} and not look.open:
        return (drawn(0.0, Paint(look.color)),)
    # Discs as wide as the blip, so that its shape, not only its stroke, has the blip's width.
    if look.open:
        rim = drawn(0.0, Paint(look.paper)), drawn(stroke / 2, Paint(None, look.color, stroke, DASH))
    else:
        rim = drawn(0.0, Paint(look.color)), drawn(stroke, Paint(look.paper))
    if look.fill in {"none", "empty"}:
        return rim
    # What lies in an open rim stands clear of it, but where a number needs the room.
    inset = stroke + (0.9 if look.open and not numbered else -0.2)
    paint = Paint(look.color)
    if look.fill == "full":
        return *rim, drawn(inset, paint)
    if look.fill == "unknown":
        wide, high = (part * (radius if numbered else radius - inset) for part in (DASH_BELOW if numbered else UNKNOWN))
        top, bottom = (y + BELOW * radius, y + BELOW * radius + high) if numbered else (y - high, y + high)
        corners = [(x - wide, top), (x + wide, top), (x + wide, bottom), (x - wide, bottom)]
        return *rim, polygon(corners, paint)
    return *rim, outline.lower_part(x, y, radius, inset, BELOW if numbered else 0.0, paint)


def _rim(radius: float, outline: Outline) -> float:
    """How wide the rim of a blip with a number is, in points."""
    return min(OUTLINE, max(RIM_OF_SHAPE if outline.points else RIM, RIM_PART * radius))


def _arrow_width(size: BlipSize) -> float:
    """How wide an arrow's head is; longer ones, as on a slide, are wider too."""
    return max(ARROW_WIDTH, 0.75 * size.mark)


def arrow(
    x: float,
    y: float,
    angle: float,
    size: BlipSize,
    inwards: bool,
    fill: str,
    outline: Outline = CIRCLE,
    aside: float = 0.0,
) -> Path:
    """An arrow beside the blip at (x, y), along the radius at `angle` degrees: inwards or outwards.

    It stands before the blip, or `aside` degrees further around it, pointing the same way.
    """
    turn = math.radians(angle)
    sign = -1.0 if inwards else 1.0
    along, across = (sign * math.sin(turn), -sign * math.cos(turn)), (math.cos(turn), math.sin(turn))
    heading = angle + (180.0 if inwards else 0.0)
    start, end = size.half + CLEAR, size.half + size.mark
    side = _arrow_width(size) / 2
    if aside:
        # As near as the rim lets the arrow's box come from there.
        way = math.radians(aside)
        forward, sideways = abs(math.cos(way)) * (end - start) / 2, abs(math.sin(way)) * side
        away = size.half * outline.reach(heading + aside) + CLEAR + forward + sideways
        to = math.radians(heading + aside)
        middle = (start + end) / 2
        x += away * math.sin(to) - middle * along[0]
        y += -away * math.cos(to) - middle * along[1]
    else:
        start = size.half * outline.reach(heading) + CLEAR
    neck = end - ARROW_HEAD * (end - start)
    shaft = side * SHAFT / ARROW_WIDTH
    corners = ((start, shaft), (neck, shaft), (neck, side), (end, 0.0), (neck, -side), (neck, -shaft), (start, -shaft))
    points = [(x + a * along[0] + b * across[0], y + a * along[1] + b * across[1]) for a, b in corners]
    return polygon(points, Paint(fill))


def star(x: float, y: float, radius: float, paint: Paint) -> Path:
    """A star of five points around (x, y), one point up."""
    points = []
    for step in range(2 * STAR_POINTS):
        turn = math.pi * step / STAR_POINTS
        reach = radius * (STAR_WAIST if step % 2 else 1.0)
        points.append((x + reach * math.sin(turn), y - reach * math.cos(turn)))
    return polygon(points, paint)


def movement_mark(
    x: float,
    y: float,
    angle: float,
    size: BlipSize,
    movement: Movement | None,
    ink: str,
    outline: Outline = CIRCLE,
    aside: float = 0.0,
) -> Path | None:
    """The mark of a movement at the blip at (x, y), which lies at `angle` on the disc; none where it has none.

    It stands in its usual place, an arrow before the blip and a star outside it, or `aside` degrees around the blip
    from there. Where an outline reaches beyond the circle its mark is so much shorter.
    """
    if movement in {Movement.IN, Movement.OUT}:
        return arrow(x, y, angle, size, movement is Movement.IN, ink, outline, aside)
    if movement in {Movement.NEW, Movement.RETURNED}:
        near = size.half * outline.reach(angle + aside)
        turn, radius = math.radians(angle + aside), star_radius(size) - (near - size.half) / 2
        away = near + CLEAR + radius
        return star_of(x + away * math.sin(turn), y - away * math.cos(turn), radius, movement, ink)
    return None


def star_radius(size: BlipSize) -> float:
    """How far a star's tips reach from its middle."""
    return size.mark / 2 - 0.1


def star_of(x: float, y: float, radius: float, movement: Movement, ink: str) -> Path:
    """The star of what is new, or, hollow, of what has returned."""
    if movement is Movement.NEW:
        return star(x, y, radius, Paint(ink))
    return star(x, y, radius - 0.4, Paint(None, ink, 0.8))


def extent(mark: Path) -> Box:
    """The box of a mark, with its outline where it is hollow."""
    xs, ys = zip(*(step[1:] for step in mark.steps if len(step) == 3), strict=True)
    half = mark.paint.width / 2
    return Box(min(xs), min(ys), max(xs), max(ys)).grown(half)


def number_size(largest: int, width: float, most: float) -> float:
    """The size of type at which a number up to `largest` fits into a blip of that width, at most `most` points."""
    wide = metrics.width(_digits(largest), 1.0, "semibold")
    return min(most, (width - 1.6) / math.hypot(wide, metrics.CAP_HEIGHT))


def blip_for(largest: int, size: float) -> float:
    """The width of a blip that holds numbers up to `largest` at `size` points."""
    wide = metrics.width(_digits(largest), size, "semibold")
    return math.hypot(wide, metrics.CAP_HEIGHT * size) + 1.6


def _digits(largest: int) -> str:
    """As wide as any number up to `largest` can be; of two digits at least, so that what is below it has room."""
    return "8" * max(2, len(str(largest)))


def number(x: float, y: float, shown: int, size: float, fill: str) -> Text:
    """A number in the middle of its blip."""
    string = str(shown)
    wide = metrics.width(string, size, "semibold")
    return Text(x, y + metrics.CAP_HEIGHT * size / 2, string, size, fill, wide, "semibold", "middle")
