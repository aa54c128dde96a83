"""Where the technologies of a trend lie: bands for the rings, and a height in its band for each on each edition.

Within a band the order follows the score. What does not change between two editions keeps its height there, as far
as there is room, so that a line that falls or rises says something. Heights are points from the top of the sheet.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from techradar.courses import Course, Stop
from techradar.model import Ring
from techradar.scoring import depth

PADDING = 4.0  # points between the border of a band and what lies in it
CLEAR = 5.5  # the same for the middle of a stop or star, at the usual size: one radius and a little lie between
LEAST_THREAD = 2.0  # points between two lines, where there are many
WIDER = (1.0, 0.75, 0.5, 0.25, 0.0)  # parts of the way from the least distances to ample ones
BENT = 4.0  # points that a line which stays flat may rise or fall so that others have ample distances
FLAT = 25.0  # how much more a line that stays flat weighs than one that moves


class Band(NamedTuple):
    """A ring's band, from `top` to `bottom`."""

    top: float
    bottom: float

    def inner(self, padding: float = PADDING) -> tuple[float, float]:
        """Where the centres of what lies in it may be, `padding` points from its borders where it has room for that."""
        padding = min(padding, (self.bottom - self.top) / 3)
        return self.top + padding, self.bottom - padding


def crowds(courses: Sequence[Course], rings: int) -> tuple[int, ...]:
    """How many lines each ring holds on the edition on which it holds most."""
    found = [0] * rings
    for at in range(len(courses[0].stops) if courses else 0):
        counts = Counter(_ring(course, at) for course in courses)
        found = [max(most, counts[ring]) for ring, most in enumerate(found)]
    return tuple(found)


def bands(
    courses: Sequence[Course],
    crowds: Sequence[int],
    rows: Sequence[float],
    least: Sequence[float],
    top: float,
    bottom: float,
    spare: float,
) -> list[Band] | None:
    """The bands between `top` and `bottom`, the innermost on top, or none where there is too little height.

    `crowds` are those of the courses. `rows` is the height that each technology on the edition shown needs, in
    order of `courses`; `least` that of each band at least; `spare` what blips that are higher than their rows need
    at the borders. What is left over makes the lowest bands higher first.
    """
    shown = [0.0] * len(least)
    for course, row in zip(courses, rows, strict=False):
        ring = _ring(course, -1)
        if ring is not None:
            shown[ring] += row
    needed = [
        max(named, rows_of + spare + 2 * PADDING, (lines - 1) * LEAST_THREAD + 2 * PADDING)
        for named, rows_of, lines in zip(least, shown, crowds, strict=True)
    ]
    room = bottom - top
    if sum(needed) > room:
        return None
    level = _level(needed, room)
    found: list[Band] = []
    for need in needed:
        start = found[-1].bottom if found else top
        found.append(Band(start, start + max(need, level)))
    return found


def _ring(course: Course, at: int) -> int | None:
    stop = course.stops[at]
    return stop.ring if stop is not None else None


def _level(needed: Sequence[float], room: float) -> float:
    """The height to which all lower bands are raised so that together they fill the room."""
    high = sorted(needed)
    for count in range(len(high), 0, -1):
        level = (room - sum(high[count:])) / count
        if level >= high[count - 1]:
            return level
    return 0.0


def heights(
    courses: Sequence[Course],
    rows: Sequence[float],
    signs: Sequence[Sequence[tuple[float, float]]],
    bands: Sequence[Band],
    rings: Sequence[Ring],
    spare: float,
    scale: float,
) -> list[list[float | None]]:
    """For each technology its height on each edition, none where it is not on the radar; `spare` as for the bands.

    `signs` is the height in points, at least and amply, of what is drawn for each technology on each edition; signs
    do not touch where a band has room for that. `scale` is how much larger than usual they are: so much further
    they stay from the borders.
    """
    editions = len(courses[0].stops) if courses else 0
    found: list[list[float | None]] = [[None] * editions for _ in courses]
    inner: list[tuple[float, float]] = []
    scales: list[Callable[[float], float]] = []
    for ring, band in enumerate(bands):
        members = _shown(courses, ring, rings)
        lowest, highest = band.inner()
        wanted = [highest - (highest - lowest) * into for _, into in members]
        sizes = [rows[place] for place, _ in members]
        ends = sizes[0] / 2 if sizes else 0.0, sizes[-1] / 2 if sizes else 0.0
        ys = spaced(wanted, sizes, lowest + spare / 2 + ends[0], highest - spare / 2 - ends[1])
        for (place, _), y in zip(members, ys, strict=True):
            found[place][-1] = y
        inner.append(band.inner(CLEAR * scale))
        scales.append(_scale(inner[-1], [(into, y) for (_, into), y in zip(members, ys, strict=True)]))
    for at in range(editions - 2, -1, -1):
        for ring in range(len(bands)):
            members = _members(courses, at, ring, rings)
            flat = {
                place: level for place, _ in members if (level := _flat(courses[place], found[place], at)) is not None
            }
            wanted_by = {place: flat.get(place, scales[ring](into)) for place, into in members}
            members.sort(key=lambda member: (-member[1], wanted_by[member[0]], member[0]))
            order = [place for place, _ in members]
            wanted, levels = [wanted_by[place] for place in order], [flat.get(place) for place in order]
            ys = _apart(wanted, levels, [signs[place][at] for place in order], inner[ring], scale)
            for place, y in zip(order, ys, strict=True):
                found[place][at] = y
    return found


def order_in(courses: Sequence[Course], ring: int, rings: Sequence[Ring]) -> list[int]:
    """The places in `courses` of a ring's technologies on the edition shown, from top to bottom."""
    return [place for place, _ in _shown(courses, ring, rings)] if courses else []


def _shown(courses: Sequence[Course], ring: int, rings: Sequence[Ring]) -> list[tuple[int, float]]:
    """The technologies of a ring on the edition shown, from top to bottom, as `_members` has them."""
    at = len(courses[0].stops) - 1 if courses else 0
    members = _members(courses, at, ring, rings)
    return sorted(members, key=lambda member: (-member[1], _before(courses[member[0]], at, rings), member[0]))


def _members(courses: Sequence[Course], at: int, ring: int, rings: Sequence[Ring]) -> list[tuple[int, float]]:
    """The technologies of a ring on an edition, each with how far it lies into the ring's band: 0 to 1."""
    stops = ((place, course.stops[at]) for place, course in enumerate(courses))
    return [(place, depth(stop.score, rings, ring)) for place, stop in stops if stop is not None and stop.ring == ring]


def _before(course: Course, at: int, rings: Sequence[Ring]) -> tuple[float, float]:
    """Where it was in the edition before, so that equals do not cross."""
    stop: Stop | None = course.stops[at - 1] if at else None
    return (float(stop.ring), -depth(stop.score, rings, stop.ring)) if stop is not None else (float(len(rings)), 0.0)


def _flat(course: Course, ys: Sequence[float | None], at: int) -> float | None:
    """The height at which a line is flat, where nothing changes until the next edition."""
    now, after = course.stops[at], course.stops[at + 1]
    unchanged = now is not None and after is not None and (now.ring, now.score) == (after.ring, after.score)
    return ys[at + 1] if unchanged else None


def _apart(
    wanted: Sequence[float],
    levels: Sequence[float | None],
    signs: Sequence[tuple[float, float]],
    inner: tuple[float, float],
    scale: float,
) -> list[float]:
    """Heights in a band near those wanted, with the widest distances that leave flat lines, those with `levels`, flat.

    The distances are smaller than the least where the band has no room for those.
    """
    weights = [1.0 if level is None else FLAT for level in levels]
    lowest, highest = inner
    found: list[float] = []
    for part in WIDER:
        sizes = [least + part * (ample - least) for least, ample in signs]
        needed = sum((before + after) / 2 for before, after in pairwise(sizes))
        less = min(1.0, (highest - lowest) / needed) if needed else 1.0
        found = spaced(wanted, [less * size for size in sizes], lowest, highest, weights)
        bent = (abs(y - level) for y, level in zip(found, levels, strict=True) if level is not None)
        if max(bent, default=0.0) <= scale * BENT:
            break
    return found


def _scale(inner: tuple[float, float], known: Sequence[tuple[float, float]]) -> Callable[[float], float]:
    """The height of a score in the inside of a band, in line with those known: (how far into the band, height)."""
    lowest, highest = inner
    by_depth: dict[float, list[float]] = {}
    for into, y in known:
        by_depth.setdefault(into, []).append(y)
    points = {0.0: highest, 1.0: lowest} | {into: sum(ys) / len(ys) for into, ys in by_depth.items()}
    order = sorted(points)

    def height(into: float) -> float:
        after = bisect_left(order, into)
        if order[after] == into:
            return points[into]
        low, high = order[after - 1], order[after]
        part = (into - low) / (high - low)
        return points[low] + part * (points[high] - points[low])

    return height


def spaced(
    wanted: Sequence[float], sizes: Sequence[float], low: float, high: float, weights: Sequence[float] | None = None
) -> list[float]:
    """Heights between `low` and `high`, in the order given, no two closer than half of both their sizes.

    They are nearest to those wanted, by the least sum of squares, each counted by its weight: the pool of adjacent
    violators (Barlow and others, 1972). Where there is too little room they go beyond `high`.
    """
    offsets = [0.0]
    for before, after in pairwise(sizes):
        offsets.append(offsets[-1] + (before + after) / 2)
    pools: list[tuple[float, float, int]] = []
    for target, offset, own in zip(wanted, offsets, weights or [1.0] * len(wanted), strict=False):
        mean, weight, count = target - offset, own, 1
        while pools and pools[-1][0] > mean:
            other, heavy, more = pools.pop()
            mean, weight, count = (mean * weight + other * heavy) / (weight + heavy), weight + heavy, count + more
        pools.append((mean, weight, count))
    most = max(high - offsets[-1], low)
    flat = [min(max(mean, low), most) for mean, _, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(flat, offsets, strict=False)]
