"""The outlines of blips: a circle, and the polygons that tell sectors apart where colours cannot.

Each is as wide as the blip, keeps inside the square around it and has room for a number in its middle. Points are
in radii of the blip, from its middle, x to the right and y down, clockwise.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

from techradar.layout.scene import Circle, Paint, Path, Shape

Point = tuple[float, float]
Points = tuple[Point, ...]

_SQUARE: Points = ((-0.66, -1), (0.66, -1), (1, -0.66), (1, 0.66), (0.66, 1), (-0.66, 1), (-1, 0.66), (-1, -0.66))
_CROSS: Points = (
    (-0.57, -1), (0.57, -1), (0.57, -0.57), (1, -0.57), (1, 0.57), (0.57, 0.57),
    (0.57, 1), (-0.57, 1), (-0.57, 0.57), (-1, 0.57), (-1, -0.57), (-0.57, -0.57),
)  # fmt: skip
_PENTAGON: Points = ((0, -1), (1, -0.36), (0.8, 0.9), (-0.8, 0.9), (-1, -0.36))
# Notched at the top, so that it is unlike the others and has room below a number.
_CROWN: Points = ((-1, -0.9), (0, -0.62), (1, -0.9), (0.8, 0.85), (-0.8, 0.85))
_TRAPEZIUM: Points = ((-0.8, -0.8), (0.8, -0.8), (1, 0.85), (-1, 0.85))
_PENTAGON_DOWN: Points = tuple((x, -y) for x, y in reversed(_PENTAGON))
_HEXAGON: Points = ((-1, 0), (-0.64, -0.87), (0.64, -0.87), (1, 0), (0.64, 0.87), (-0.64, 0.87))


class Outline(NamedTuple):
    """The outline of a blip; without points it is a circle."""

    points: Points = ()

    def drawn(self, x: float, y: float, radius: float, inset: float, paint: Paint) -> Shape:
        """The outline of a blip at (x, y), `inset` points inside its edge."""
        if not self.points:
            return Circle(x, y, radius - inset, paint)
        return polygon(_placed(self._inside(inset / radius), x, y, radius), paint)

    def lower_part(self, x: float, y: float, radius: float, inset: float, start: float, paint: Paint) -> Shape:
        """What of the same lies `start` radii below its middle, or lower: 0 is its lower half."""
        if not self.points:
            inner, down = radius - inset, start * radius
            half = math.sqrt(inner**2 - down**2)
            return Path((("M", x + half, y + down), ("A", inner, 0, 1, x - half, y + down), ("Z",)), paint)
        return polygon(_placed(_below(self._inside(inset / radius), start), x, y, radius), paint)

    def reach(self, angle: float) -> float:
        """How far it reaches, in radii but never less than one, towards an angle in degrees from 12 o'clock."""
        turn = math.radians(angle)
        along = math.sin(turn), -math.cos(turn)
        return max([1.0, *(x * along[0] + y * along[1] for x, y in self.points)])

    def _inside(self, inset: float) -> Points:
        """The points of the outline whose edges lie `inset` radii further in."""
        sides = list(zip(self.points, (*self.points[1:], self.points[0]), strict=True))
        outward = [_outward(*side) for side in sides]
        moved = []
        for (x, y), before, after in zip(self.points, (outward[-1], *outward), outward, strict=False):
            scale = inset / (1 + before[0] * after[0] + before[1] * after[1])
            moved.append((x - scale * (before[0] + after[0]), y - scale * (before[1] + after[1])))
        return tuple(moved)


CIRCLE = Outline()
# In the order of sectors: those beside each other are the least alike, in a radar of six the last and the first too.
BY_SECTOR = tuple(
    Outline(points)
    for points in ((), _CROSS, _SQUARE, _PENTAGON, _CROWN, _TRAPEZIUM, _PENTAGON_DOWN, _HEXAGON)
)  # fmt: skip


def polygon(points: list[Point], paint: Paint) -> Path:
    """A closed path through points of the sheet."""
    first, *rest = points
    return Path((("M", *first), *(("L", *point) for point in rest), ("Z",)), paint)


def _placed(points: Points, x: float, y: float, radius: float) -> list[Point]:
    return [(x + radius * across, y + radius * down) for across, down in points]


def _outward(start: Point, end: Point) -> Point:
    """The direction out of a clockwise outline, across the side from `start` to `end`."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, down)
    return down / length, -across / length


def _below(points: Points, start: float) -> Points:
    """The part of an outline from `start` down (Sutherland and Hodgman, 1974)."""
    kept: list[Point] = []
    for (x, y), (to_x, to_y) in pairwise((*points, points[0])):
        if y >= start:
            kept.append((x, y))
        if (y >= start) != (to_y >= start):
            kept.append((x + (to_x - x) * (start - y) / (to_y - y), start))
    return tuple(kept)
