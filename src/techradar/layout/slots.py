"""Slots: the places of a cell, and which technology takes which.

A ring's band holds rows, a row holds columns, and each column of a row is a slot. Within its slot a blip lies
exactly at the distance that its score says, because two neighbouring columns are so far apart that the boxes of
their blips never touch, whatever the distances. A slot includes the room for an arrow on either side along the
radius. Slots follow from disc and blip size alone; technologies and slots are matched stably (Gale and Shapley,
1962), and a slot prefers who has been on the radar for longer. So what is new in an edition moves nothing that was
there before, and among those of one edition a new one moves only those that it competes with.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from techradar.layout.geometry import Disc

MARGIN = 2.0  # between a blip with its arrow and the border of its cell
GAP = 1.0  # between two blips

# What makes a slot worse for a technology, in the same unit: a row that its score does not say, each level of the
# slot (see `_levels`), and chance (a hash, the same on every machine).
ROW_WEIGHT = 4.0
LEVEL_WEIGHT = 0.4
CHANCE_WEIGHT = 1.0
FIRST = 6  # slots of a row at most that are of the first level: more of them, and fewer blips compete for one


class BlipSize(NamedTuple):
    """How large blips are: `width` of the circle, `mark` how far an arrow reaches beyond its rim, in points.

    `free` spaces rows so that scores are followed more freely; else a band holds as many rows as it can.
    """

    width: float
    mark: float
    free: bool

    @property
    def half(self) -> float:
        """The blip's radius."""
        return self.width / 2

    @property
    def row(self) -> float:
        """The least distance of two rows."""
        return self.width + 2 * self.mark + GAP


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a blip: an angle, and the distances from the centre between which the blip may lie.

    Slots of a low `level` are taken first, so that blips lie apart.
    """

    index: int
    angle: float
    row: int
    inner: float
    outer: float
    level: int


class Strip(NamedTuple):
    """What is kept free at a ring's outer border for its name: `depth` points, `half` degrees about 12 o'clock."""

    depth: float
    half: float


class Cell(NamedTuple):
    """The slots of a sector in a ring, and the number of its rows."""

    slots: tuple[Slot, ...]
    rows: int


class Applicant(NamedTuple):
    """A technology that wants a slot: `depth` 0 to 1 is where its score lies in the band, 1 innermost.

    `since` is the edition, 0 the oldest, from which on it has been on the radar all the time.
    """

    id: str
    depth: float
    since: int


def cell_slots(disc: Disc, ring: int, sector: int, blip: BlipSize, strip: Strip) -> Cell:
    """The slots of a cell; none where the blip has no room in it."""
    inner, outer = disc.band(ring)
    start, end = disc.span(sector)
    reserve = blip.half + blip.mark
    low, high = inner + MARGIN + reserve, outer - MARGIN - reserve
    if ring == 0:
        low = max(reserve, _apex(end - start, blip))
    if high < low:
        return Cell((), 0)
    room = high - low
    most = 1 + int((room + 1e-9) / blip.row)
    rows = max(1, int(most * 0.75 + 0.25)) if blip.free else most
    play = (room - (rows - 1) * blip.row) / rows
    slots: list[Slot] = []
    for row in range(rows):
        bottom = low + row * (blip.row + play)
        columns: list[tuple[float, float]] = []
        for angle in _columns(bottom, play, start, end, blip):
            top = bottom + play
            if _under(angle, strip, blip, bottom):
                top = min(top, high - strip.depth)
            if top >= bottom:
                columns.append((angle, top))
        for (angle, top), level in zip(columns, _levels(len(columns), row), strict=True):
            slots.append(Slot(len(slots), angle, row, bottom, top, level))
    return Cell(tuple(slots), rows)


def room_for(disc: Disc, ring: int, blip: BlipSize) -> float:
    """More slots than a cell of a ring can have."""
    inner, outer = disc.band(ring)
    area = math.pi * (outer**2 - inner**2) / disc.sectors
    return 8.0 + 1.15 * area / (blip.row * (blip.width + GAP))


def _apex(span: float, blip: BlipSize) -> float:
    """How far from the centre a blip first has room between the two spokes of its sector."""
    return _beside_spoke(blip) / math.sin(math.radians(min(span, 180.0) / 2))


def _beside_spoke(blip: BlipSize) -> float:
    """How far from a spoke a blip's centre keeps, so that the boxes of two blips on either side do not touch."""
    return max(blip.half + MARGIN, (blip.width + GAP) * math.sqrt(0.5))


def _under(angle: float, strip: Strip, blip: BlipSize, radius: float) -> bool:
    away = min(angle % 360.0, -angle % 360.0)
    return away < strip.half + math.degrees((blip.half + MARGIN) / max(radius, blip.width))


def _columns(radius: float, play: float, start: float, end: float, blip: BlipSize) -> list[float]:
    """The angles of a row's columns, evenly spread over what the sector gives at the row's inner radius.

    Blips on two lines through the centre have boxes apart, wherever they lie along the lines, where the lines are
    pitch * (|cos| + |sin|) apart; less where they may only lie `play` further out than each other.
    """
    margin = math.degrees(math.asin(min(1.0, _beside_spoke(blip) / radius)))
    first, last = start + margin, end - margin
    if last < first - 1e-9:
        return []
    pitch = blip.width + GAP
    angles = [first]
    while True:
        angle = angles[-1]
        step = _step(angle, pitch, play, radius)
        step = max(step, _step(angle + step, pitch, play, radius))
        if angle + step > last + 1e-9:
            break
        angles.append(angle + step)
    slack = last - angles[-1]
    share = slack / len(angles)
    return [angle + share * (place + 0.5) for place, angle in enumerate(angles)]


def _step(angle: float, pitch: float, play: float, radius: float) -> float:
    """How many degrees two columns must lie apart at `radius`, where blips may lie `play` nearer or further out."""
    turn = math.radians(angle)
    less, more = sorted((abs(math.cos(turn)), abs(math.sin(turn))))
    apart = min(pitch * (less + more), (pitch + play * less) / more)
    return math.degrees(math.asin(apart / radius)) if apart < radius else 180.0


def _levels(count: int, row: int) -> list[int]:
    """The level of each slot of a row: every second or fourth is of the first, those midway of the next.

    Rows next to each other begin elsewhere, so that what lies in both lies apart. A blip takes a slot of the first
    level unless better ones for it are taken, so that few blips are spread as evenly as many, and none moves when
    a row fills up.
    """
    stride = 1
    while count > FIRST * stride:
        stride *= 2
    if count > 2:
        stride = max(stride, 2)
    start = stride // 2 if row % 2 == 0 else 0
    levels = []
    for place in range(count):
        step, level = stride, 0
        while (place + start) % step:
            step, level = step // 2, level + 1
        levels.append(level)
    return levels


def matched(cell: Cell, applicants: Sequence[Applicant]) -> dict[str, tuple[float, float]]:
    """The angle and distance from the centre of each applicant, by id.

    Raises ValueError where there are more applicants than slots. The result does not depend on the order of the
    applicants.
    """
    if len(applicants) > len(cell.slots):
        raise ValueError(f"{len(applicants)} technologies for {len(cell.slots)} slots")
    rows: list[list[Slot]] = [[] for _ in range(cell.rows)]
    for slot in cell.slots:
        rows[slot.row].append(slot)
    wishes = {a.id: _wishes(rows, a) for a in applicants}
    since = {a.id: a.since for a in applicants}
    holder: dict[int, tuple[int, float, str]] = {}
    waiting = sorted(wishes, reverse=True)
    while waiting:
        id = waiting.pop()
        for cost, index in wishes[id]:
            held = holder.get(index)
            if held is None or (since[id], cost, id) < held:
                holder[index] = (since[id], cost, id)
                if held is not None:
                    waiting.append(held[-1])
                break
    depth = {a.id: a.depth for a in applicants}
    places = {}
    for index, (*_, id) in holder.items():
        slot = cell.slots[index]
        places[id] = (slot.angle, _distance(cell, slot, depth[id]))
    return places


def _wishes(rows: Sequence[Sequence[Slot]], applicant: Applicant) -> Iterator[tuple[float, int]]:
    """(cost, slot) of all slots, the cheapest first; a row is only looked at when its turn may have come."""
    wanted = (1.0 - applicant.depth) * len(rows)
    seed = int.from_bytes(blake2b(applicant.id.encode(), digest_size=8).digest(), "big")
    nearest = sorted((max(row - wanted, wanted - row - 1.0, 0.0), row) for row in range(len(rows)))
    waiting: list[tuple[float, int]] = []
    for place, (away, row) in enumerate(nearest):
        base = ROW_WEIGHT * away
        for slot in rows[row]:
            cost = base + LEVEL_WEIGHT * slot.level + CHANCE_WEIGHT * _chance(seed, slot.index)
            waiting.append((round(cost, 9), slot.index))
        waiting.sort()
        bound = ROW_WEIGHT * nearest[place + 1][0] if place + 1 < len(nearest) else math.inf
        ready = bisect_left(waiting, (bound, -1))
        yield from waiting[:ready]
        del waiting[:ready]


def _chance(seed: int, index: int) -> float:
    """A number from 0 to 1 that follows from both (the finisher of SplitMix64)."""
    mixed = (seed + 0x9E3779B97F4A7C15 * (index + 1)) & 0xFFFFFFFFFFFFFFFF
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return (mixed ^ (mixed >> 31)) / 2**64


def _distance(cell: Cell, slot: Slot, depth: float) -> float:
    """How far from the centre a blip of that depth lies in the slot."""
    within = min(max((1.0 - depth) * cell.rows - slot.row, 0.0), 1.0)
    return slot.inner + within * (slot.outer - slot.inner)
