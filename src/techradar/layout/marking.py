"""The marks of movement on a disc: all of one size, the largest for which each has room at its blip."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from techradar.history import Movement
from techradar.layout import marks
from techradar.layout.blips import ink_of
from techradar.layout.geometry import Box, Disc, square
from techradar.layout.occupancy import Occupancy
from techradar.layout.placing import Spot
from techradar.layout.scene import Path
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style

# Of the largest size: those to try, before marks are as small as the slots have room for.
SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44)
# How far around its blip, in degrees, a mark may stand from its usual place: an arrow always before the blip.
ASIDE = (0.0, 40.0, -40.0, 75.0, -75.0)
ROUND = (*ASIDE, 110.0, -110.0, 145.0, -145.0, 180.0)
# The same of those that the slots hold, which keep apart as drawn, but along a diagonal not always with their boxes.
LESS = (1.0, 0.92, 0.84, 0.76)
WORTH = 1.25  # times as large: for less, marks stay where the slots keep room for them
WORTH_A_SPOKE = 0.6  # of the largest size: so much smaller may all be, so that none stands on a border of its sector
CLEAR = 1.5  # points to what is not its own blip
# How much nearer a mark is to its own blip than to another at least, and where there is room: else it might be read
# as that one's.
LEAST_APART, APART = 3.0, 8.0
AFAR = 1.3  # of the largest marks that slots hold: the largest where a picture is read from afar


def marking(
    spots: Sequence[Spot], disc: Disc, blip: BlipSize, largest: float, names: Sequence[Box], style: Style
) -> dict[str, Path]:
    """The mark of each technology that has one, by id; `names` are the boxes of the rings' names.

    The slots of `blip` hold marks of its size in their usual place. Where that is much less than `largest` points,
    larger ones are tried there and further around the blip: in its sector, nearest its own, then in its ring.
    """
    moved = [spot for spot in spots if spot.standing.movement not in {None, Movement.SAME}]
    sizes = [largest * part for part in SIZES if largest * part > blip.mark * WORTH + 0.01]
    if moved and sizes:
        by_id = {spot.id: spot for spot in spots}
        taken = Occupancy()
        for spot in spots:
            taken.add(square(spot.x, spot.y, blip.half), spot.id)
        for box in names:
            taken.add(box, "")
        best: dict[str, Path] | None = None
        for size in sizes:
            if best is not None and size < largest * WORTH_A_SPOKE:
                break
            found = _placed(moved, by_id, disc, blip._replace(mark=size), taken, style)
            if found is not None and not any(_over_spoke(disc, marks.extent(mark)) for mark in found.values()):
                return found
            best = best or found
        if best is not None:
            return best
    found = {}
    for part in LESS:
        smaller = blip._replace(mark=blip.mark * part)
        found = {spot.id: mark for spot in moved if (mark := _mark(spot, smaller, 0.0, style)) is not None}
        if _are_apart(found):
            break
    return found


def _are_apart(found: Mapping[str, Path]) -> bool:
    """Whether no two marks' boxes touch."""
    put = Occupancy()
    for id, mark in found.items():
        if not put.free(marks.extent(mark)):
            return False
        put.add(marks.extent(mark), id)
    return True


def _placed(
    moved: Sequence[Spot], spots: Mapping[str, Spot], disc: Disc, blip: BlipSize, taken: Occupancy, style: Style
) -> dict[str, Path] | None:
    """A mark of that size for each, or none where one has no place."""
    found: dict[str, Path] = {}
    put = Occupancy()
    for spot in moved:
        best: tuple[tuple[bool, bool, bool], Path] | None = None
        for mark in _ways(spot, blip, style):
            box = marks.extent(mark)
            room = box.grown(CLEAR)
            if disc.reach(box)[1] > disc.radius - CLEAR or not (taken.free(room, spot.id) and put.free(room)):
                continue
            apart = _apart(mark, spot, spots, taken, blip.half)
            if apart < LEAST_APART:
                continue
            price = _over_spoke(disc, box), apart < APART, _over_ring(disc, spot, box)
            if best is None or price < best[0]:
                best = price, mark
            if not any(price):
                break
        if best is None:
            return None
        found[spot.id] = best[1]
        put.add(marks.extent(best[1]), spot.id)
    return found


def _ways(spot: Spot, blip: BlipSize, style: Style) -> Iterator[Path]:
    """The places of a mark, the usual one first."""
    around = ASIDE if spot.standing.movement in {Movement.IN, Movement.OUT} else ROUND
    for aside in around:
        mark = _mark(spot, blip, aside, style)
        if mark is not None:
            yield mark


def _mark(spot: Spot, blip: BlipSize, aside: float, style: Style) -> Path | None:
    ink = ink_of(spot.standing, style)
    outline = style.look(spot.standing).outline
    return marks.movement_mark(spot.x, spot.y, spot.angle, blip, spot.standing.movement, ink, outline, aside)


def _apart(mark: Path, spot: Spot, spots: Mapping[str, Spot], taken: Occupancy, half: float) -> float:
    """How much nearer a mark is to its own blip than to any other, at most `APART`; all have the radius `half`."""
    own = _gap(mark, spot, half)
    near = taken.touching((marks.extent(mark).grown(own + APART),), spot.id)
    return min((_gap(mark, spots[id], half) - own for id in near if id in spots), default=APART)


def _gap(mark: Path, spot: Spot, half: float) -> float:
    """From the nearest corner of a mark to the rim of a blip, in points."""
    corners = ((float(step[1]), float(step[2])) for step in mark.steps if len(step) == 3)
    return min(math.dist(corner, (spot.x, spot.y)) for corner in corners) - half


def _over_spoke(disc: Disc, box: Box) -> bool:
    """Whether a border between sectors runs through a box."""
    return any(box.inside(disc.x, disc.y, *spoke) for spoke in disc.spokes)


def _over_ring(disc: Disc, spot: Spot, box: Box) -> bool:
    """Whether a border of the spot's ring runs through a box."""
    near, far = disc.reach(box)
    inner, outer = disc.band(spot.ring)
    return near < inner or far > outer
