"""The disc: centre, rings, sectors and cells. All follow from configuration and sheet, never from names.

Angles are degrees clockwise from 12 o'clock, lengths points, as in the scene.
"""

from __future__ import annotations

import math
from typing import NamedTuple

# The innermost ring has the least room per angle and often the most to hold, so it is twice as wide as the next;
# each ring outside it is a little narrower than the one before, as circles grow.
FIRST_RING = 2.0
NEXT_RING = 0.9
TINY = 1e-9  # points, or a part of a line: less is nothing


class Box(NamedTuple):
    """A rectangle along the axes of the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Box:
        """The box with `by` points more on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def around(self, other: Box) -> Box:
        """The least box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def inside(self, x: float, y: float, dx: float, dy: float) -> tuple[float, float] | None:
        """Between which parts of its way, 0 to 1, the line from (x, y) by (dx, dy) runs through it.

        None where it does not, or by so little that the machine's own sine would decide (Liang and Barsky, 1984).
        """
        enter, leave = 0.0, 1.0
        for step, low, high in ((dx, self.left - x, self.right - x), (dy, self.top - y, self.bottom - y)):
            if abs(step) < TINY:
                if low > -TINY or high < TINY:
                    return None
                continue
            first, second = low / step, high / step
            enter, leave = max(enter, min(first, second)), min(leave, max(first, second))
        return (enter, leave) if leave - enter > TINY else None

    def touches(self, other: Box) -> bool:
        """Whether the two share more than a border."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def square(x: float, y: float, half: float) -> Box:
    """The box around a circle of radius `half`."""
    return Box(x - half, y - half, x + half, y + half)


def ring_radii(radius: float, rings: int) -> tuple[float, ...]:
    """The outer radius of each ring, innermost first; the last is `radius`."""
    widths = [FIRST_RING, *(NEXT_RING**place for place in range(rings - 1))]
    unit = radius / sum(widths)
    return tuple(unit * sum(widths[: place + 1]) for place in range(rings))


class Disc(NamedTuple):
    """The radar's circle on its sheet; `outer` is the outer radius of each ring, innermost first."""

    x: float
    y: float
    outer: tuple[float, ...]
    sectors: int

    @property
    def radius(self) -> float:
        """The radius of the outermost ring."""
        return self.outer[-1]

    def band(self, ring: int) -> tuple[float, float]:
        """Inner and outer radius of a ring."""
        return (self.outer[ring - 1] if ring else 0.0), self.outer[ring]

    def span(self, sector: int) -> tuple[float, float]:
        """The angles between which a sector lies."""
        return 360.0 * sector / self.sectors, 360.0 * (sector + 1) / self.sectors

    @property
    def spokes(self) -> tuple[tuple[float, float], ...]:
        """The borders between sectors, each from the centre by so much across and down."""
        if self.sectors == 1:
            return ()
        turns = (math.radians(self.span(sector)[0]) for sector in range(self.sectors))
        return tuple((self.radius * math.sin(turn), -self.radius * math.cos(turn)) for turn in turns)

    def middle(self, sector: int) -> float:
        """The angle in the middle of a sector."""
        return 360.0 * (sector + 0.5) / self.sectors

    def at(self, angle: float, radius: float) -> tuple[float, float]:
        """The point at an angle and distance from the centre."""
        turn = math.radians(angle)
        return self.x + radius * math.sin(turn), self.y - radius * math.cos(turn)

    def reach(self, box: Box) -> tuple[float, float]:
        """The least and the greatest distance of a box from the centre."""
        dx = max(box.left - self.x, self.x - box.right, 0.0)
        dy = max(box.top - self.y, self.y - box.bottom, 0.0)
        far = math.hypot(
            max(abs(box.left - self.x), abs(box.right - self.x)), max(abs(box.top - self.y), abs(box.bottom - self.y))
        )
        return math.hypot(dx, dy), far
