"""How evenly blips lie, how well distance follows the score, and what one more technology moves: ours and peers'.

    python benchmarks/spread.py [--counts 25 50 100] [--radars 10] [--others]

All place the same technologies on the same disc: four sectors, rings of 130, 220, 310 and 400 points, blips of 18
(ours of 14 where a cell is crowded).
Columns:

even      in a cell of two or more, how far a blip is from its nearest neighbour, over how far it is on average where
          as many blips are thrown at random into the same cell; 1 is chance, a regular pattern reaches about 2
apart     the twentieth part of all blips that lies nearest another, in the whole picture: how near, in widths of a blip
overlaps  pairs of blips that overlap, per picture
order     rank correlation of score and nearness to the centre within a cell of three or more
moved     of the other blips, how many move by more than half a width when one technology is added with a new edition
alike     the same where all came on the radar with one edition, so that none was there before the others
across    as moved, of those in other cells

The peers' ways are restated here from what can be read of them (Thoughtworks' build-your-own-radar, Zalando's
tech-radar, AOE's technology radar, QIWI's radar): the method in few lines, not their programs. Their chance is ours.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from generated import chance, newest, of_one_edition, radar, with_another
from techradar.history import Snapshot
from techradar.layout.geometry import Disc
from techradar.layout.placing import FULL, FULLEST, filled, placed
from techradar.layout.slots import BlipSize, Strip
from techradar.scoring import depth

DISC = Disc(0.0, 0.0, (130.0, 220.0, 310.0, 400.0), 4)
WIDTH = 18.0
STRIPS = [Strip(0.0, 0.0)] * 4
SIZES = (BlipSize(WIDTH, 12.0, True), BlipSize(WIDTH, 9.6, False), BlipSize(14.0, 7.5, False))
THROWS = 300  # random pictures of a cell that its evenness is held against
INSET = 12.0  # from the border of a cell, for what is thrown at random

Spot = tuple[float, float]
Cell = tuple[int, int]


class One(NamedTuple):
    """A technology to place: its id, its cell as (ring, sector), and how far in its score lies, 0 to 1."""

    id: str
    cell: Cell
    depth: float


Placer = Callable[[Sequence[One], Snapshot], dict[str, Spot]]


def ones(snapshot: Snapshot) -> list[One]:
    """What is to be placed, in the order of ids, as files are read."""
    rings = list(snapshot.configuration.rings)
    sectors = [sector.id for sector in snapshot.configuration.sectors]
    found = []
    for standing in snapshot.standings:
        ring = rings.index(standing.ring)
        cell = ring, sectors.index(standing.sector.id)
        found.append(One(standing.technology.id, cell, depth(standing.score, rings, ring)))
    return sorted(found)


def at(ring: int, sector: int, across: float, along: float, inset: float = INSET) -> Spot:
    """A point in a cell: `across` its angles and `along` its band, 0 to 1 each."""
    inner, outer = DISC.band(ring)
    low, high = max(inner + inset, 2.2 * inset), outer - inset
    radius = low + along * (high - low)
    margin = math.degrees(math.asin(min(1.0, inset / radius)))
    start, end = DISC.span(sector)
    return DISC.at(start + margin + across * (end - start - 2 * margin), radius)


def clamped(spot: Spot, cell: Cell) -> Spot:
    """The nearest point of a cell, by angle and distance."""
    inner, outer = DISC.band(cell[0])
    radius = min(max(math.hypot(*spot), inner + INSET), outer - INSET)
    margin = math.degrees(math.asin(min(1.0, INSET / radius)))
    start, end = DISC.span(cell[1])
    angle = math.degrees(math.atan2(spot[0], -spot[1])) % 360
    middle = (start + end) / 2
    away = min(max((angle - middle + 180) % 360 - 180, (start - end) / 2 + margin), (end - start) / 2 - margin)
    return DISC.at(middle + away, radius)


def _first(tries: Iterator[Spot], near: Sequence[Spot], apart: Callable[[Spot, Spot], bool]) -> Spot:
    """The first try that is apart from all that are near, else the last."""
    spot = next(tries)
    while not all(apart(spot, other) for other in near):
        following = next(tries, None)
        if following is None:
            break
        spot = following
    return spot


def _square(one: Spot, other: Spot) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def ours(first: Snapshot) -> tuple[Placer, float]:
    """Slots and stable matching, as pictures are made; in the size of blips that the radar has before additions."""
    for size in SIZES:
        if filled(first, DISC, size, STRIPS, FULLEST if size is SIZES[-1] else FULL) is not None:
            break

    def place(wanted: Sequence[One], snapshot: Snapshot) -> dict[str, Spot]:
        cells = filled(snapshot, DISC, size, STRIPS, FULLEST)
        assert cells is not None, f"no room for {len(wanted)}"
        return {spot.id: (spot.x, spot.y) for spot in placed(snapshot, DISC, cells)}

    return place, size.width


def byor(wanted: Sequence[One], snapshot: Snapshot) -> dict[str, Spot]:
    """Random points of a cell, each from the start of the same stream, then in order of angle to what is in it."""
    found: dict[str, Spot] = {}
    for cell in sorted({one.cell for one in wanted}):
        mine = [one for one in wanted if one.cell == cell]
        spots: list[Spot] = []
        for _ in mine:
            tries = (at(*cell, chance("byor", trial, 0), chance("byor", trial, 1)) for trial in range(200))
            spots.append(_first(tries, tuple(spots), lambda one, other: _square(one, other) > WIDTH + 10))
        spots.sort(key=lambda spot: math.atan2(spot[1], spot[0]))
        found |= {one.id: spot for one, spot in zip(mine, spots, strict=True)}
    return found


def zalando(wanted: Sequence[One], snapshot: Snapshot) -> dict[str, Spot]:
    """One random stream in the order of entries, then pushed apart for 300 rounds, each time back into the cell."""
    draws = iter(range(3 * len(wanted)))
    spots = []
    for one in wanted:
        across, first, second = (chance("zalando", next(draws)) for _ in range(3))
        spots.append(at(*one.cell, across, (first + second) / 2))
    for _ in range(300):
        calm = True
        for place in range(len(spots)):
            x, y = spots[place]
            for other in range(place + 1, len(spots)):
                dx, dy = spots[other][0] - x, spots[other][1] - y
                away = math.hypot(dx, dy) or 1e-3
                if away < 24.0:
                    calm = False
                    push = 0.85 * (24.0 - away) / 2 / away
                    x, y = x - dx * push, y - dy * push
                    spots[other] = spots[other][0] + dx * push, spots[other][1] + dy * push
            spots[place] = x, y
        spots = [clamped(spot, one.cell) for spot, one in zip(spots, wanted, strict=True)]
        if calm:
            break
    return {one.id: spot for one, spot in zip(wanted, spots, strict=True)}


def aoe(wanted: Sequence[One], snapshot: Snapshot) -> dict[str, Spot]:
    """Up to 150 random points, 20 from all of the sector; another stream in each build, here by what is built."""
    build = tuple(one.id for one in wanted)
    found: dict[str, tuple[int, Spot]] = {}
    for one in wanted:
        near = [there for sector, there in found.values() if sector == one.cell[1]]
        draws = ((chance(build, one.id, trial, 0), chance(build, one.id, trial, 1)) for trial in range(150))
        tries = (at(*one.cell, 0.1 + 0.8 * across, along**0.5) for across, along in draws)
        spot = _first(tries, near, lambda one, other: math.dist(one, other) > 20)
        found[one.id] = one.cell[1], spot
    return {id: spot for id, (_, spot) in found.items()}


def qiwi(wanted: Sequence[One], snapshot: Snapshot) -> dict[str, Spot]:
    """A stream for each name: the first of 28 points that is 34 from every blip, else the one with the widest gap."""
    found: dict[str, Spot] = {}
    for one in sorted(wanted, key=lambda one: (one.cell, one.id)):
        best: tuple[float, Spot] | None = None
        for trial in range(28):
            spot = at(*one.cell, chance(one.id, trial, 0), chance(one.id, trial, 1) ** 0.5)
            gap = min((math.dist(spot, there) for there in found.values()), default=math.inf)
            if best is None or gap > best[0]:
                best = gap, spot
            if gap >= 34:
                break
        assert best is not None
        found[one.id] = best[1]
    return found


PEERS: dict[str, Placer] = {"QIWI": qiwi, "Zalando": zalando, "AOE": aoe, "build-your-own": byor}

ALL = ("ours", *PEERS)


def nearest(spots: Sequence[Spot]) -> list[float]:
    """How far each is from the nearest other."""
    return [
        min(math.dist(spot, other) for place_, other in enumerate(spots) if place_ != place)
        for place, spot in enumerate(spots)
    ]


@cache
def at_random(cell: Cell, count: int) -> float:
    """How far the nearest other is on average where `count` are thrown at random into a cell, evenly by area."""
    total = 0.0
    for throw in range(THROWS):
        spots = []
        for place in range(count):
            inner, outer = DISC.band(cell[0])
            low, high = max(inner + INSET, 2.2 * INSET), outer - INSET
            radius = math.sqrt(low**2 + chance("throw", throw, place, 0) * (high**2 - low**2))
            along = (radius - low) / (high - low)
            spots.append(at(*cell, chance("throw", throw, place, 1), along))
        total += sum(nearest(spots)) / count
    return total / THROWS


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each, the mean of those that share it."""
    return [
        sum(other < value for other in values) + (sum(other == value for other in values) - 1) / 2 for value in values
    ]


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Spearman's rank correlation; none where all of one are equal."""
    one, two = ranks(first), ranks(second)
    mean = (len(one) - 1) / 2
    product = sum((a - mean) * (b - mean) for a, b in zip(one, two, strict=True))
    squares = sum((a - mean) ** 2 for a in one) * sum((b - mean) ** 2 for b in two)
    return product / math.sqrt(squares) if squares else None


def by_cell(wanted: Sequence[One]) -> Iterator[tuple[Cell, list[One]]]:
    for cell in sorted({one.cell for one in wanted}):
        yield cell, [one for one in wanted if one.cell == cell]


class Row(NamedTuple):
    """What was found for one way of placing; see the module's text."""

    even: float
    apart: float
    overlaps: float
    order: float
    moved: float
    alike: float
    across: float


def measured(name: str, count: int, radars: int, additions: int) -> Row:
    """A row for radars of `count` technologies, `additions` added to each, one at a time."""
    even: list[float] = []
    gaps: list[float] = []
    orders: list[float] = []
    overlaps = moved = alike = across = others = 0
    ours_ = name == "ours"
    for seed in range(radars):
        base = radar(count, 4, 4, seed)
        snapshot = newest(base)
        wanted = ones(snapshot)
        place, width = ours(snapshot) if ours_ else (PEERS[name], WIDTH)
        spots = place(wanted, snapshot)
        near = nearest([spots[one.id] for one in wanted])
        gaps += near
        overlaps += sum(
            math.dist(spots[one.id], spots[other.id]) < width
            for place_, one in enumerate(wanted)
            for other in wanted[place_ + 1 :]
        )
        for cell, mine in by_cell(wanted):
            if len(mine) > 1:
                mean = sum(nearest([spots[one.id] for one in mine])) / len(mine)
                even += [mean / at_random(cell, len(mine))] * len(mine)
            if len(mine) > 2:
                found = correlation([one.depth for one in mine], [-math.hypot(*spots[one.id]) for one in mine])
                orders += [found] if found is not None else []
        together = place(wanted, newest(of_one_edition(base)))
        for number in range(additions):
            more = with_another(base, f"Ny teknologi {number}", seed)
            after = newest(more)
            now = ones(after)
            moved_, across_ = _moved(spots, wanted, place(now, after), now)
            moved, across, others = moved + moved_, across + across_, others + len(wanted)
            # The others do not look at editions.
            alike += _moved(together, wanted, place(now, newest(of_one_edition(more))), now)[0] if ours_ else moved_
    twentieth = sorted(gaps)[len(gaps) // 20] / WIDTH
    order = sum(orders) / max(len(orders), 1)
    shares = (part / max(others, 1) for part in (moved, alike, across))
    return Row(sum(even) / len(even), twentieth, overlaps / radars, order, *shares)


def _moved(before: Mapping[str, Spot], wanted: Sequence[One], after: Mapping[str, Spot], now: Sequence[One]) -> Cell:
    """How many moved, and how many of those lie in another cell than the one that was added."""
    cells = {one.id: one.cell for one in now}
    (added,) = [id for id in after if id not in before]
    moved = [one for one in wanted if math.dist(before[one.id], after[one.id]) > WIDTH / 2]
    return len(moved), sum(one.cell != cells[added] for one in moved)


def table(rows: Sequence[tuple[str, int, Row]]) -> str:
    """The rows as a table in Markdown."""
    lines = [
        "| technologies | placed by | even | apart | overlaps | order | moved | alike | across |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, count, row in rows:
        shares = [f"{100 * part:.2f} %" for part in (row.moved, row.alike, row.across)]
        cells = [str(count), name, f"{row.even:.2f}", f"{row.apart:.2f}", f"{row.overlaps:.1f}", f"{row.order:.2f}"]
        lines.append(f"| {' | '.join([*cells, *shares])} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=(25, 50, 100), help="technologies")
    parser.add_argument("--radars", type=int, default=10, help="radars of each size")
    parser.add_argument("--additions", type=int, default=10, help="technologies added to each radar, one at a time")
    parser.add_argument("--only", choices=ALL, nargs="+", default=ALL, help="whose placements")
    options = parser.parse_args()
    rows = [
        (name, count, measured(name, count, options.radars, options.additions))
        for count in options.counts
        for name in options.only
    ]
    print(table(rows))


if __name__ == "__main__":
    main()
