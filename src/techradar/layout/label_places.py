"""The places where a name may stand: at its blip, or a little away with a leader, each with what it costs by itself.

Lengths are in sizes of the name's type, so that everything grows with it, unless a docstring says points.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from techradar.layout.geometry import Box, Disc
from techradar.layout.label_lines import HALO, Block
from techradar.layout.scene import Anchor, Weight

NEAR = 0.2  # between a blip and a name beside it
OVER = 0.05  # between a blip and the line of a name above or below it
FARTHER_OFF = 0.33  # how much further off a name may stand without a leader
BEFORE_NAME = 0.13  # between a leader and its name

PRICE_OF_LINE = (0.0, 0.5, 2.6, 5.0)
PRICE_OF_SPARE = 16.0  # a name in lines that it should not be in
PRICE_OFF = 0.7
PRICE_OF_LEADER = 5.2
PRICE_OF_SIZE = 0.9  # of a leader's length
PRICE_OF_LENGTH = 0.6  # of its square
LONG, PRICE_OF_LONG = 3.0, 4.0  # where each size more costs so much more still
LEADERS = (1.0, 1.4, 2.2, 3.7, 5.5)
FARTHER = (1.7, 2.9, 4.6, 7.2, 9.5)
FINE = tuple(0.95 + 0.5 * step for step in range(10))  # where a name has no good place at any of these

# Above and below a blip: which part of what a name is wider than its blip lies to the left of it.
ENDS = (0.0, 0.125, 0.25, 0.375, 0.625, 0.75, 0.875, 1.0)
# Beside a blip: how far up or down, of the way to where the name would pass it.
SLIDES = (-1.0, -0.75, -0.5, -0.25, 0.25, 0.5, 0.75, 1.0)
# The same a little further off.
FEW_ENDS, FEW_SLIDES = (0.0, 0.25, 0.75, 1.0), (-1.0, -0.5, 0.5, 1.0)

# A leader as where it begins and ends, in points.
Line = tuple[float, float, float, float]
# Left, top, block, alignment, price of the place itself, and the leader where there is one.
Candidate = tuple[float, float, Block, Anchor, float, Line | None]


class Named(NamedTuple):
    """A blip that wants a name: its id, centre, radius, ring (0 innermost) and name, and the box of its mark."""

    id: str
    x: float
    y: float
    half: float
    ring: int
    name: str
    weight: Weight = "regular"
    mark: Box | None = None


# Where a leader goes, across and down; at which share of the name's width and height it ends; how that is aligned.
Direction = tuple[float, float, float, float, Anchor]


def _towards(degrees: float) -> tuple[float, float]:
    return math.sin(math.radians(degrees)), -math.cos(math.radians(degrees))


def _directions(degrees: float) -> Iterator[Direction]:
    """The ways in which a name may stand at the end of a leader that goes there."""
    dx, dy = _towards(degrees)
    across, down = (0.5 if abs(part) < UPRIGHT else 0.0 if part > 0 else 1.0 for part in (dx, dy))
    for share in (0.5, 0.0, 1.0) if across == 0.5 else (across,):
        yield dx, dy, share, down, _anchor(share)


def _fine_directions(degrees: float) -> Iterator[Direction]:
    """The same, the leader ending anywhere along the name's edge."""
    dx, dy = _towards(degrees)
    if abs(dy) > LEVEL:
        for share in QUARTERS:
            yield dx, dy, share, 0.0 if dy > 0 else 1.0, _anchor(share)
    if abs(dx) > SIDEWAYS:
        side = 0.0 if dx > 0 else 1.0
        for down in QUARTERS:
            yield dx, dy, side, down, _anchor(side)


def _anchor(share: float) -> Anchor:
    return "start" if share < 0.4 else "middle" if share <= 0.6 else "end"


# Bounds of what goes across or down, none of them at a direction that is tried: machines differ in the last place.
UPRIGHT, LEVEL, SIDEWAYS = 0.55, 0.25, 0.7
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
DIRECTIONS = tuple(way for step in range(12) for way in _directions(15.0 + 30.0 * step))
BETWEEN = tuple(way for step in range(12) for way in _directions(30.0 * step))
FINE_DIRECTIONS = tuple(dict.fromkeys(way for step in range(36) for way in _fine_directions(10.0 * step)))


def beside(disc: Disc, one: Named, written: Sequence[Block]) -> Iterator[Candidate]:
    """The places at the blip: on its sides further up or down, above and below it further left or right.

    Above and below one more: as near to the middle as the borders around the blip allow.
    """
    x, y, half = one.x, one.y, one.half
    for block in written:
        w, h = block.width, block.height
        line = PRICE_OF_LINE[len(block.lines) - 1]
        for off, price, slides, ends in (
            (0.0, line, SLIDES, ENDS),
            (FARTHER_OFF * block.size, line + PRICE_OFF, FEW_SLIDES, FEW_ENDS),
        ):
            above, below = y - half - OVER * block.size - h - off, y + half + OVER * block.size + off
            right, left = x + half + NEAR * block.size + off, x - half - NEAR * block.size - w - off
            yield right, y - h / 2, block, "start", price, None
            yield left, y - h / 2, block, "end", price + 0.15, None
            yield x - w / 2, below, block, "middle", price + 0.4, None
            yield x - w / 2, above, block, "middle", price + 0.5, None
            for slide in slides:
                away = abs(slide)
                top, nearer = y - h / 2 + slide * (h / 2 + half * 0.55), max(0.0, away - 0.5) * half * 0.9
                yield right - nearer, top, block, "start", price + 0.8 * away, None
                yield left + nearer, top, block, "end", price + 0.15 + 0.8 * away, None
            for top, dearer in ((below, price + 0.4), (above, price + 0.5)):
                within = _within(disc, one, top, block)
                for share in ends if within is None else (*ends, within):
                    left = x - half - (w - 2 * half) * share
                    yield left, top, block, _anchor(share), dearer + 0.8 * abs(share - 0.5), None


def _within(disc: Disc, one: Named, top: float, block: Block) -> float | None:
    """Which part of what a name above or below its blip is wider lies to the left, so that no border runs through it.

    None where no such place is at the blip.
    """
    x, halo = one.x - disc.x, HALO * block.size
    high, low = (at - disc.y for at in block.reach(top))
    inner, outer = disc.band(one.ring)
    furthest = max(abs(high), abs(low))
    nearest = 0.0 if high < 0.0 < low else min(abs(high), abs(low))
    if furthest >= outer:
        return None
    right = math.sqrt(outer * outer - furthest * furthest)
    left = -right
    if nearest < inner:
        apart = math.sqrt(inner * inner - nearest * nearest)
        if abs(x) < apart:
            return None
        left, right = (apart, right) if x > 0.0 else (left, -apart)
    for dx, dy in disc.spokes:
        at = [dx * y / dy for y in (high, low) if y * dy > 1e-6 * disc.radius**2]
        if at and min(at) > x:
            right = min(right, *at)
        elif at and max(at) < x:
            left = max(left, *at)
    wider = block.width - 2 * one.half
    if right - left < block.width + 2 * halo or wider < 0.1 * block.size:
        return None
    start = min(max(x - block.width / 2, left + halo), right - halo - block.width)
    share = (x - one.half - start) / wider
    return share if 0.0 <= share <= 1.0 else None


def away(
    one: Named, written: Sequence[Block], lengths: Sequence[float], directions: Sequence[Direction]
) -> Iterator[Candidate]:
    """The places a little away, with a leader to the blip."""
    for block in written:
        w, h = block.width, block.height
        line = PRICE_OF_LINE[len(block.lines) - 1]
        for length in lengths:
            price = line + price_of_leader(length)
            reach = one.half + length * block.size
            short = BEFORE_NAME * block.size
            for dx, dy, side, level, anchor in directions:
                end_x, end_y = one.x + dx * reach, one.y + dy * reach
                leader = (one.x + dx * one.half, one.y + dy * one.half, end_x - dx * short, end_y - dy * short)
                left, top = end_x - w * side, end_y - h * level
                yield left, top, block, anchor, price, leader


def price_of_leader(length: float) -> float:
    """What a leader of that length costs: a long one is lost among what lies around it."""
    price = PRICE_OF_LEADER + (PRICE_OF_SIZE + PRICE_OF_LENGTH * length) * length
    return price + PRICE_OF_LONG * max(0.0, length - LONG)
