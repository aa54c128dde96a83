"""Which blip lies where: every technology of a snapshot in a slot of its cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from techradar.courses import since
from techradar.history import Snapshot, Standing
from techradar.layout import marks
from techradar.layout.geometry import Disc
from techradar.layout.sheet import Type
from techradar.layout.slots import Applicant, BlipSize, Cell, Strip, cell_slots, matched, room_for
from techradar.scoring import depth

# A cell is at most this full, so that one more technology seldom asks for another sheet or smaller blips; with
# blips of the least size it may be full.
FULL, FULLEST = 0.8, 1.0
LEAST = 2  # from here on `blip_sizes` are of the least size
ROOMY_NUMBER = 1.08  # of the least size of type: a number in a blip that need not be the smallest


class Spot(NamedTuple):
    """Where a technology lies: the centre of its blip, its angle in degrees, and its ring, 0 innermost."""

    id: str
    standing: Standing
    x: float
    y: float
    angle: float
    ring: int


def blip_sizes(type: Type, largest: int) -> tuple[BlipSize, ...]:
    """The sizes of blips to try on a sheet, the roomiest first; each holds a number up to `largest`."""
    roomy = max(type.blip, marks.blip_for(largest, type.least_number * ROOMY_NUMBER))
    least = max(type.least_blip, marks.blip_for(largest, type.least_number))
    return (
        BlipSize(roomy, 7.5 * type.arrow, True),
        BlipSize(roomy, 6.0 * type.arrow, False),
        BlipSize(least, 4.8 * type.arrow, False),
        *([BlipSize(least, 5.6, False), BlipSize(least, 4.0, False)] if type.arrow > 1 else []),
    )


class Filled(NamedTuple):
    """A cell with the technologies that are to lie in it."""

    ring: int
    sector: int
    cell: Cell
    standings: tuple[tuple[str, Standing], ...]


def filled(
    snapshot: Snapshot, disc: Disc, blip: BlipSize, strips: Sequence[Strip], full: float
) -> tuple[Filled, ...] | None:
    """The cells that hold something, the fullest first; none where more than `full` of one's slots were taken."""
    configuration = snapshot.configuration
    sectors = {sector.id: place for place, sector in enumerate(configuration.sectors)}
    rings = {ring.id: place for place, ring in enumerate(configuration.rings)}
    cells: dict[tuple[int, int], list[tuple[str, Standing]]] = {}
    for standing in snapshot.standings:
        at = rings[standing.ring.id], sectors[standing.sector.id]
        cells.setdefault(at, []).append((standing.technology.id, standing))
    found = []
    for (ring, sector), standings in sorted(cells.items(), key=lambda cell: (-len(cell[1]), cell[0])):
        if len(standings) > full * room_for(disc, ring, blip):
            return None
        cell = cell_slots(disc, ring, sector, blip, strips[ring])
        # A cell with a single technology may be full.
        if len(standings) > max(full * len(cell.slots), min(1, len(cell.slots))):
            return None
        found.append(Filled(ring, sector, cell, tuple(standings)))
    return tuple(found)


def placed(snapshot: Snapshot, disc: Disc, cells: Sequence[Filled]) -> tuple[Spot, ...]:
    """A spot for each standing, in order of number."""
    rings = snapshot.configuration.rings
    there_since = since(snapshot)
    spots: dict[int, Spot] = {}
    for of in cells:
        applicants = [Applicant(id, depth(s.score, rings, of.ring), there_since[id]) for id, s in of.standings]
        places = matched(of.cell, applicants)
        for id, standing in of.standings:
            angle, distance = places[id]
            x, y = disc.at(angle, distance)
            spots[standing.number] = Spot(id, standing, x, y, angle, of.ring)
    return tuple(spots[standing.number] for standing in snapshot.standings)
