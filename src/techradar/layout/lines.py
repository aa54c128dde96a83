"""Paragraphs: text in lines of a width, and how shapes move from where they were made to where they go."""

from __future__ import annotations

from typing import NamedTuple

from techradar.layout import metrics
from techradar.layout.scene import Anchor, Circle, Group, Path, Shape, Text, Weight

LEADING = 1.22  # of the size, from line to line


def broken(string: str, size: float, weight: Weight, room: float) -> tuple[str, ...]:
    """`string` in lines at most `room` points wide; a word wider than that is broken between characters."""
    if metrics.fits(string, size, room, weight):
        return (string,)
    lines = metrics.wrapped(string, size, weight, room, 60)
    if lines is not None:
        return lines
    pieces: list[str] = []
    for word in string.split():
        part = ""
        for grapheme in metrics.graphemes(word):
            if part and not metrics.fits(part + grapheme, size, room, weight):
                pieces.append(part)
                part = ""
            part += grapheme
        pieces.append(part)
    filled: list[str] = []
    for piece in pieces:
        if filled and metrics.fits(f"{filled[-1]} {piece}", size, room, weight):
            filled[-1] = f"{filled[-1]} {piece}"
        else:
            filled.append(piece)
    return tuple(filled)


def filled(string: str, size: float, weight: Weight, room: float) -> tuple[str, ...]:
    """`string` in lines as full as they go, as running text is set."""
    lines: list[str] = []
    for word in string.split(" "):
        together = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.fits(together, size, room, weight):
            lines[-1] = together
        else:
            lines += broken(word, size, weight, room)
    return tuple(lines)


class Laid(NamedTuple):
    """Shapes with the height that they take up."""

    shapes: tuple[Shape, ...]
    height: float


def line(
    string: str,
    x: float,
    baseline: float,
    size: float,
    fill: str,
    weight: Weight = "regular",
    anchor: Anchor = "start",
) -> Text:
    """One line of text, measured."""
    return Text(x, baseline, string, size, fill, metrics.width(string, size, weight), weight, anchor)


def paragraph(string: str, x: float, y: float, room: float, size: float, fill: str, weight: Weight = "regular") -> Laid:
    """A paragraph with its top left corner at (x, y)."""
    lines = filled(string, size, weight, room)
    shapes = tuple(
        line(words, x, y + size * (metrics.ASCENT + LEADING * place), size, fill, weight)
        for place, words in enumerate(lines)
    )
    return Laid(shapes, size * LEADING * len(lines))


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """A shape elsewhere."""
    if isinstance(shape, Group):
        return shape._replace(children=tuple(moved(child, dx, dy) for child in shape.children))
    if isinstance(shape, Path):
        return shape._replace(steps=tuple(_step(step, dx, dy) for step in shape.steps))
    if isinstance(shape, Circle):
        return shape._replace(x=shape.x + dx, y=shape.y + dy)
    return shape._replace(x=shape.x + dx, y=shape.y + dy)


def _step(step: tuple[str | float, ...], dx: float, dy: float) -> tuple[str | float, ...]:
    if len(step) < 3:
        return step
    *head, x, y = step
    assert isinstance(x, float | int)
    assert isinstance(y, float | int)
    return (*head, x + dx, y + dy)
