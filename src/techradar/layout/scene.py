"""The scene: a frozen tree of shapes with final coordinates, which every writer draws as it stands.

Lengths are points (1/72 inch), x to the right and y down from the sheet's top left corner; angles are degrees,
clockwise from 12 o'clock unless said otherwise; colours are `#rrggbb`. Coordinates are rounded by the writers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

Weight = Literal["regular", "semibold"]
Anchor = Literal["start", "middle", "end"]


class Paint(NamedTuple):
    """How a shape is painted; `dash` is lengths of stroke and gap in points."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()


class Circle(NamedTuple):
    """A circle."""

    x: float
    y: float
    radius: float
    paint: Paint


class Path(NamedTuple):
    """A path of steps: ("M", x, y), ("L", x, y), ("A", radius, large, clockwise, x, y), ("Z",).

    `large` and `clockwise` are 0 or 1 as in SVG; arcs are of circles.
    """

    steps: tuple[tuple[str | float, ...], ...]
    paint: Paint


class Text(NamedTuple):
    """One line of text with its baseline at y, `width` measured by `layout.metrics`.

    `rotation` turns it clockwise about (x, y), in degrees. With `arc` = (centre x, centre y, radius) the text
    runs along that circle instead, its middle at the angle `rotation` (clockwise from 12 o'clock), the letters'
    feet towards the centre, or away from it where `inward` says so (readable on the lower half).
    """

    x: float
    y: float
    string: str
    size: float
    fill: str
    width: float
    weight: Weight = "regular"
    anchor: Anchor = "start"
    rotation: float = 0.0
    arc: tuple[float, float, float] | None = None
    inward: bool = False


class Group(NamedTuple):
    """Shapes that belong together; `href` makes them a link, `data` become data-attributes."""

    children: tuple[Shape, ...]
    id: str | None = None
    title: str | None = None
    href: str | None = None
    data: tuple[tuple[str, str], ...] = ()


Shape = Circle | Path | Text | Group


class Scene(NamedTuple):
    """A whole picture: `width` and `height` of the sheet in points, and what a reader is told of it.

    `digest` holds (name, value) pairs that the writers put into the file so that `render --check` can compare.
    `notes` are codes of what the layout had to do, such as a grown sheet, for the command to say.
    """

    width: float
    height: float
    language: str
    title: str
    description: str
    background: str
    children: tuple[Shape, ...]
    digest: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


def walk(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    """Every shape, groups before what they hold, in drawing order."""
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from walk(shape.children)


def has_legend(scene: Scene) -> bool:
    """Whether the technologies have numbers, which a legend explains, rather than names."""
    return any(isinstance(shape, Group) and (shape.id or "").startswith("legend-") for shape in walk(scene.children))
