"""What the raster paints: the outlines of shapes and of letters, as paths of matplotlib."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path as File
from typing import Any

import numpy as np
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.path import Path as Outline
from matplotlib.textpath import text_to_path

from techradar.layout.metrics import width
from techradar.layout.scene import Circle, Path, Text, Weight

FONTS = File(__file__).parent.parent / "data" / "fonts"
UNITS = 2048  # of the font in an em

Point = tuple[float, float]


def font_file(weight: Weight) -> File:
    """The file of our font in a weight."""
    return FONTS / f"inter-{weight}.ttf"


def circle(shape: Circle) -> Outline:
    """A circle, as eight cubic curves."""
    return Outline.circle((shape.x, shape.y), shape.radius)


def outline(path: Path) -> Outline:
    """The steps of a path, arcs as cubic curves."""
    vertices: list[Point] = []
    codes: list[Any] = []
    start = (0.0, 0.0)
    for name, *values in path.steps:
        numbers = [float(value) for value in values]
        if name == "A":
            for points in _arc(vertices[-1], *numbers):
                vertices += points
                codes += [Outline.CURVE4] * 3
        elif name == "Z":
            vertices.append(start)
            codes.append(Outline.CLOSEPOLY)
        else:
            vertices.append((numbers[0], numbers[1]))
            codes.append(Outline.MOVETO if name == "M" else Outline.LINETO)
            start = vertices[-1] if name == "M" else start
    return Outline(vertices, codes)


def _arc(start: Point, radius: float, large: float, clockwise: float, x: float, y: float) -> Iterator[list[Point]]:
    """An arc of a circle as cubic curves of at most a quarter each.

    Centre after SVG 1.1, F.6.5; curves with the usual handle of 4/3 tan(angle/4), off by less than 0.03 % of the
    radius.
    """
    half_x, half_y = (start[0] - x) / 2, (start[1] - y) / 2
    across = half_x**2 + half_y**2
    if not across:
        return
    radius = max(radius, math.sqrt(across))
    side = (1 if large != clockwise else -1) * math.sqrt(max(0.0, radius**2 / across - 1))
    centre_x, centre_y = (start[0] + x) / 2 + side * half_y, (start[1] + y) / 2 - side * half_x
    first = math.atan2(start[1] - centre_y, start[0] - centre_x)
    sweep = math.atan2(y - centre_y, x - centre_x) - first
    if clockwise and sweep < 0:
        sweep += 2 * math.pi
    elif not clockwise and sweep > 0:
        sweep -= 2 * math.pi
    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / pieces
    handle = 4 / 3 * math.tan(step / 4) * radius
    for piece in range(pieces):
        one, two = first + piece * step, first + (piece + 1) * step
        from_x, from_y = centre_x + radius * math.cos(one), centre_y + radius * math.sin(one)
        to_x, to_y = centre_x + radius * math.cos(two), centre_y + radius * math.sin(two)
        yield [
            (from_x - handle * math.sin(one), from_y + handle * math.cos(one)),
            (to_x + handle * math.sin(two), to_y - handle * math.cos(two)),
            (to_x, to_y),
        ]


def letters(string: str, weight: Weight) -> Outline | None:
    """The outlines of a text in our font, for a size of 1, its baseline from (0, 0), y upwards.

    Every character must be in the font. None where there is nothing to be seen, as of blanks.
    """
    vertices, codes, x = [], [], 0.0
    for character in string:
        points, kinds = _letter(character, weight)
        if len(kinds):
            vertices.append(points + np.array((x, 0.0)))
            codes.append(kinds)
        x += width(character, 1, weight)
    return Outline(np.concatenate(vertices), np.concatenate(codes)) if codes else None


@cache
def _letter(character: str, weight: Weight) -> tuple[Any, Any]:
    font = get_font(str(font_file(weight)))
    font.set_size(UNITS, 72)
    font.load_char(ord(character), flags=LoadFlags.NO_HINTING)
    points, kinds = font.get_path()
    return points / UNITS, kinds


@cache
def other_font(weight: Weight) -> FontProperties:
    """The font of texts that ours has not all characters of, in size 1."""
    return FontProperties(family="DejaVu Sans", weight="bold" if weight == "semibold" else "normal", size=1)


def other_letters(string: str, weight: Weight) -> Outline | None:
    """The outlines of a text in that font, as `letters` gives them in ours."""
    vertices, codes = text_to_path.get_text_path(other_font(weight), string, ismath=False)
    return Outline(np.asarray(vertices) / text_to_path.FONT_SCALE, codes) if len(codes) else None


def other_size(string: str, text: Text) -> float:
    """The size in which a string of `text` is in that font no wider than it was measured."""
    room = width(string, text.size, text.weight)
    drawn, _, _ = text_to_path.get_text_width_height_descent(string, other_font(text.weight), ismath=False)
    return min(text.size, room / drawn) if drawn and room else text.size
