"""The signs of movement as they stand beside the picture: in the news, the legend and among the marks.

On the disc an arrow points at the centre or away from it. Beside the disc there is none, so the sign brings one along:
a small ring with a point in it, and the arrow towards it or away from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from techradar.history import Movement
from techradar.layout import marks
from techradar.layout.scene import Circle, Paint, Path, Shape
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style

MOVES = frozenset({Movement.IN, Movement.OUT})
# The sign of the centre in parts of a mark: its ring, the point in it, the ring's line; and what the arrow keeps clear.
RADIUS, POINT, LINE, AIR = 0.35, 0.13, 0.1, 0.1
LEAST_LINE = 0.6  # points


def centre(x: float, y: float, blip: BlipSize, style: Style) -> tuple[Shape, ...]:
    """The sign of the centre with its left edge at `x`; none where inwards is up."""
    if style.upwards:
        return ()
    ink, wide = style.theme.ink, max(LEAST_LINE, LINE * blip.mark)
    middle, radius = x + RADIUS * blip.mark, RADIUS * blip.mark - wide / 2
    return Circle(middle, y, radius, Paint(None, ink, wide)), Circle(middle, y, POINT * blip.mark, Paint(ink))


def centre_width(blip: BlipSize, style: Style) -> float:
    """How wide the sign of the centre is, in points, with the air behind it."""
    return 0.0 if style.upwards else (2 * RADIUS + AIR) * blip.mark


def width(blip: BlipSize, movement: Movement, style: Style) -> float:
    """How wide the sign of a movement is, in points."""
    return blip.mark + (centre_width(blip, style) if movement in MOVES else 0.0)


def sign(x: float, y: float, blip: BlipSize, movement: Movement, style: Style) -> Iterator[Shape]:
    """A mark by itself, around (x, y), an arrow beside the sign of the centre.

    Where inwards is up arrows stand upright, and what is taken off is a line against a bar, as on the picture.
    """
    ink = style.theme.ink
    if movement in {Movement.NEW, Movement.RETURNED}:
        yield marks.star_of(x, y, marks.star_radius(blip), movement, ink)
    elif movement in MOVES:
        inwards = movement is Movement.IN
        away = blip.half + blip.mark / 2 + marks.CLEAR / 2
        away = away if inwards else -away
        if style.upwards:
            yield marks.arrow(x, y + away, 180.0, blip, inwards, ink)
        else:
            yield from centre(x - width(blip, movement, style) / 2, y, blip, style)
            yield marks.arrow(x + away + centre_width(blip, style) / 2, y, 90.0, blip, inwards, ink)
    else:
        half = blip.mark / 2
        yield Path((("M", x - half, y), ("L", x + half, y)), Paint(None, ink, marks.SHAFT))
        if style.upwards:
            yield Path((("M", x + half, y - half), ("L", x + half, y + half)), Paint(None, ink, marks.SHAFT))
