"""Larger type on sheets larger than A4: a picture is laid out on a smaller sheet of the same form, and enlarged.

What is read from further away is as legible as on A4, and what stands on A4 with its names and all its news stands on
A3 as it does there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from techradar.layout.scene import Circle, Group, Paint, Path, Scene, Shape, Text
from techradar.layout.sheet import A4, SIZES

# Between one enlargement and the next, where few will do: two steps are a sheet of the next size.
STEP = 2**0.25
STEPS = 5  # from the most to none, at most: each is tried
LEAST = 1.05  # an enlargement below it is none
NEAR = 0.5  # points: a sheet that differs from A4 by less is A4, so that an A3 is what an A4 is, enlarged


def enlargements(size: str | tuple[float, float]) -> Iterator[tuple[float, tuple[float, float]]]:
    """How much a picture of that size may be enlarged, the most first and 1 last, each with the sheet to lay it out on.

    `size` and the sheets' sides are in points. The most is what makes a sheet of A4's area, or A4's shorter side.
    A slide has large type of its own.
    """
    width, height = SIZES[size] if isinstance(size, str) else size
    if size != "slide":
        by = min(math.sqrt(width * height / math.prod(A4)), min(width, height) / min(A4))
        step = max(STEP, by ** (1 / STEPS))
        while by >= LEAST:
            yield by, _sides(width / by, height / by)
            by /= step
    yield 1.0, (width, height)


def _sides(width: float, height: float) -> tuple[float, float]:
    return next((a4 for a4 in (A4, A4[::-1]) if math.dist(a4, (width, height)) < NEAR), (width, height))


def enlarged(scene: Scene, by: float) -> Scene:
    """The same picture, all lengths times `by`."""
    children = tuple(_enlarged(shape, by) for shape in scene.children)
    return scene._replace(width=scene.width * by, height=scene.height * by, children=children)


def _enlarged(shape: Shape, by: float) -> Shape:
    match shape:
        case Group():
            return shape._replace(children=tuple(_enlarged(child, by) for child in shape.children))
        case Circle(x, y, radius, paint):
            return Circle(x * by, y * by, radius * by, _painted(paint, by))
        case Path(steps, paint):
            return Path(tuple(_step(step, by) for step in steps), _painted(paint, by))
        case Text():
            arc = None if shape.arc is None else (shape.arc[0] * by, shape.arc[1] * by, shape.arc[2] * by)
            return shape._replace(x=shape.x * by, y=shape.y * by, size=shape.size * by, width=shape.width * by, arc=arc)


def _step(step: tuple[str | float, ...], by: float) -> tuple[str | float, ...]:
    """A step of a path; an arc's two flags are no lengths."""
    if step[0] == "A":
        _, radius, large, clockwise, x, y = step
        return "A", float(radius) * by, large, clockwise, float(x) * by, float(y) * by
    return step[0], *(float(value) * by for value in step[1:])


def _painted(paint: Paint, by: float) -> Paint:
    return paint._replace(width=paint.width * by, dash=tuple(part * by for part in paint.dash))
