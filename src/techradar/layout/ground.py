"""What the blips lie on: the rings with their names, the sectors with theirs along the rim.

Borders of rings and sectors are broken where a name lies on them, as on a map.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from techradar.layout import metrics
from techradar.layout.geometry import Box, Disc, ring_radii
from techradar.layout.lines import broken
from techradar.layout.scene import Circle, Paint, Path, Shape, Text, Weight
from techradar.layout.sheet import Frame, Type
from techradar.layout.slots import Strip
from techradar.model import Configuration, Ring

RIM_AIR = 4.0  # between the disc and the names of the sectors
RIM_LEADING = 1.16
DEEPEST = 8  # lines of a name along the rim that are tried
RING_AIR = 2.4  # between a ring's border and its name
WIDEST_RING_NAME = 150.0  # degrees
TOUCH = 1e-3  # degrees: a box that only touches a border breaks nothing, whatever the machine's own sine says
BETWEEN = 0.55  # of the size: between a ring's name and its advice


class Rim(NamedTuple):
    """How the names of the sectors run along the rim: their lines, the size of type, the depth of the rim."""

    lines: tuple[tuple[str, ...], ...]
    size: float
    depth: float


def rim(configuration: Configuration, room: float, type: Type) -> Rim:
    """The names of the sectors in as few lines and as large as their arcs allow."""
    names = [sector.name for sector in configuration.sectors]
    size = type.sector
    while True:
        for most in (1, 2, 3, 4):
            depth = _depth(size, most)
            arc = _arc(room - depth, len(names))
            lines = [metrics.wrapped(name, size, "semibold", arc, most) for name in names]
            if all(line is not None for line in lines):
                return Rim(tuple(line for line in lines if line is not None), size, depth)
        if size <= type.least_sector:
            return _divided(names, size, room)
        size = max(type.least_sector, size - 0.8)


def _divided(names: Sequence[str], size: float, room: float) -> Rim:
    """A rim on which words longer than their arc are divided; as deep as its longest name has lines."""
    most = 1
    while True:
        most += 1
        arc = _arc(room - _depth(size, most), len(names))
        parts = tuple(broken(name, size, "semibold", arc) for name in names)
        deepest = max(map(len, parts))
        if deepest <= most or most >= DEEPEST:
            return Rim(parts, size, _depth(size, deepest))


def _depth(size: float, lines: int) -> float:
    """How deep a rim of so many lines is."""
    return RIM_AIR + size * (metrics.ASCENT + metrics.DESCENT + RIM_LEADING * (lines - 1))


def _arc(radius: float, sectors: int) -> float:
    """How long a name along the rim may be."""
    return math.tau * radius / max(sectors, 2) * 0.94


def disc_in(frame: Frame, configuration: Configuration, rim: Rim) -> Disc:
    """The disc of a frame."""
    radii = ring_radii(frame.room - rim.depth, len(configuration.rings))
    return Disc(frame.x, frame.y, radii, len(configuration.sectors))


# A string with its size, weight and colour.
Words = tuple[str, float, Weight, str]


class RingName(NamedTuple):
    """How a ring's name and advice run along the inside of its outer border."""

    texts: tuple[Text, ...]
    strip: Strip
    boxes: tuple[Box, ...]
    advised: bool


def ring_name(disc: Disc, place: int, ring: Ring, type: Type, ink: str, muted: str, *, bare: bool = False) -> RingName:
    """A ring's name with its advice behind it, below it where the ring is too small, or alone; if `bare`, alone."""
    outer = disc.outer[place]
    name: Words = (ring.name.upper(), type.ring, "semibold", ink)
    advice: Words = (" ".join((ring.advice or "").split()), type.advice, "regular", muted)
    ways: list[list[list[Words]]] = [[[name, advice]], [[name], [advice]], [[name]]] if ring.advice else [[[name]]]
    ways = ways[-1:] if bare else ways
    band = outer - disc.band(place)[0]
    for way in ways:
        found = _arcs(disc, outer, way)
        if found.strip.half <= WIDEST_RING_NAME / 2 and found.strip.depth < band * 0.55:
            break
    else:
        found = _arcs(disc, outer, ways[-1])
    shown = sum(len(line) for line in way) if ring.advice else 2
    return RingName(found.texts, found.strip, found.boxes, shown == 2)


def _arcs(disc: Disc, outer: float, lines: Sequence[Sequence[Words]]) -> RingName:
    texts: list[Text] = []
    boxes: list[Box] = []
    radius, half = outer - RING_AIR, 0.0
    for line in lines:
        size = max(part[1] for part in line)
        radius -= metrics.CAP_HEIGHT * size + 0.6
        widths = [metrics.width(string, s, weight) for string, s, weight, _ in line]
        gap = BETWEEN * size
        total = sum(widths) + gap * (len(line) - 1)
        at = -total / 2
        for (string, s, weight, fill), wide in zip(line, widths, strict=True):
            angle = math.degrees((at + wide / 2) / radius)
            x, y = disc.at(angle, radius)
            arc = (disc.x, disc.y, radius)
            texts.append(Text(x, y, string, s, fill, wide, weight, "middle", angle, arc))
            at += wide + gap
        half = max(half, math.degrees((total / 2 + 3.0) / radius))
        boxes += _boxes_along(disc, radius, math.degrees(total / 2 / radius), size)
        radius -= metrics.DESCENT * size
    return RingName(tuple(texts), Strip(outer - radius, half), tuple(boxes), False)


def _boxes_along(disc: Disc, radius: float, half: float, size: float) -> list[Box]:
    """Small boxes that cover text along an arc."""
    count = max(1, math.ceil(math.radians(2 * half) * radius / 6.0))
    boxes = []
    for place in range(count):
        edges = (-half + 2 * half * place / count, -half + 2 * half * (place + 1) / count)
        points = [
            disc.at(angle, reach)
            for angle in edges
            for reach in (radius - metrics.DESCENT * size, radius + metrics.CAP_HEIGHT * size)
        ]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        boxes.append(Box(min(xs), min(ys), max(xs), max(ys)).grown(0.6))
    return boxes


def border(disc: Disc, radius: float, names: Iterable[Box], paint: Paint) -> tuple[Shape, ...]:
    """A ring's outer border, broken where a name lies on it."""
    breaks = _merged(gap for box in names for gap in _inside(disc, radius, box))
    if not breaks:
        return (Circle(disc.x, disc.y, radius, paint),)
    arcs: list[Shape] = []
    for (_, start), (end, _) in zip(breaks, [*breaks[1:], (breaks[0][0] + 360.0, 0.0)], strict=True):
        if end - start > 0.05:
            large = int(end - start > 180.0)
            steps = (("M", *disc.at(start, radius)), ("A", radius, large, 1, *disc.at(end, radius)))
            arcs.append(Path(steps, paint))
    return tuple(arcs)


def _inside(disc: Disc, radius: float, box: Box) -> list[tuple[float, float]]:
    """The stretches of angles at which a circle around the centre runs inside a box."""
    near, far = disc.reach(box)
    if not near < radius < far:
        return []
    crossings: set[float] = set()
    for x in (box.left - disc.x, box.right - disc.x):
        if abs(x) < radius:
            y = math.sqrt(radius**2 - x**2)
            crossings.update(math.degrees(math.atan2(x, -sign * y)) % 360.0 for sign in (1, -1))
    for y in (box.top - disc.y, box.bottom - disc.y):
        if abs(y) < radius:
            x = math.sqrt(radius**2 - y**2)
            crossings.update(math.degrees(math.atan2(sign * x, -y)) % 360.0 for sign in (1, -1))
    angles = sorted(crossings)
    found = []
    for start, end in zip(angles, [*angles[1:], angles[0] + 360.0], strict=True):
        x, y = disc.at((start + end) / 2, radius)
        if end - start > TOUCH and box.left < x < box.right and box.top < y < box.bottom:
            found.append((start, end))
    return found


def _merged(gaps: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches joined where they meet, those over 12 o'clock as two."""
    parts: list[tuple[float, float]] = []
    for start, end in gaps:
        parts += [(start, end)] if end <= 360.0 else [(start, 360.0), (0.0, end - 360.0)]
    merged: list[tuple[float, float]] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def spoke(disc: Disc, sector: int, names: Iterable[Box], paint: Paint) -> tuple[Shape, ...]:
    """The border at which a sector begins, broken where a name lies on it; none where there is only one."""
    if disc.sectors == 1:
        return ()
    angle = disc.span(sector)[0]
    parts = (box.inside(disc.x, disc.y, *disc.spokes[sector]) for box in names)
    breaks = sorted((disc.radius * part[0], disc.radius * part[1]) for part in parts if part is not None)
    lines: list[Shape] = []
    start = 0.0
    for enter, leave in [*breaks, (disc.radius, disc.radius)]:
        if enter > start + 0.5:
            lines.append(Path((("M", *disc.at(angle, start)), ("L", *disc.at(angle, enter))), paint))
        start = max(start, leave)
    return tuple(lines)


def sector_name(disc: Disc, sector: int, along: Rim, fill: str) -> tuple[Text, ...]:
    """A sector's name along the rim, readable on the lower half too."""
    lines = along.lines[sector]
    middle = disc.middle(sector)
    inward = 90.0 < middle < 270.0
    texts = []
    for place, line in enumerate(lines):
        if inward:
            radius = disc.radius + RIM_AIR + along.size * (metrics.CAP_HEIGHT + RIM_LEADING * place)
        else:
            below = len(lines) - 1 - place
            radius = disc.radius + RIM_AIR + along.size * (metrics.DESCENT * 0.6 + RIM_LEADING * below)
        x, y = disc.at(middle, radius)
        wide = metrics.width(line, along.size, "semibold")
        arc = (disc.x, disc.y, radius)
        texts.append(Text(x, y, line, along.size, fill, wide, "semibold", "middle", middle, arc, inward))
    return tuple(texts)
