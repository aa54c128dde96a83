"""Text along a circle, as the letters that every writer places one by one."""

from __future__ import annotations

import math
from collections.abc import Iterator

from techradar.layout.metrics import graphemes, width
from techradar.layout.scene import Text


def letters_on_arc(text: Text, arc: tuple[float, float, float]) -> Iterator[tuple[str, float, float, float]]:
    """Each letter with the left end of its baseline (points) and its rotation (degrees, clockwise).

    `arc` is the circle's centre and radius; the text's middle lies at `text.rotation`, clockwise from 12 o'clock.
    A letter's middle touches the circle, which its baseline follows.
    """
    x, y, radius = arc
    turn = -1 if text.inward else 1
    angle = math.radians(text.rotation) - turn * text.width / radius / 2
    for letter in graphemes(text.string):
        half = width(letter, text.size, text.weight) / 2
        middle = angle + turn * half / radius
        left_x = x + radius * math.sin(middle) - turn * half * math.cos(middle)
        left_y = y - radius * math.cos(middle) - turn * half * math.sin(middle)
        yield letter, left_x, left_y, math.degrees(middle) + (180 if text.inward else 0)
        angle += turn * 2 * half / radius


def straightened(text: Text) -> Text:
    """Text along a circle laid straight across its middle, as it is searched and marked where it is not drawn."""
    return text._replace(anchor="middle", rotation=(text.rotation + (180.0 if text.inward else 0.0)) % 360, arc=None)
