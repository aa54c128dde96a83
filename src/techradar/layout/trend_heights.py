"""Where the technologies of a trend lie: bands for the rings, and a height in its band for each on each edition.

Within a band the order follows the score. What does not change between two editions keeps its height there, as far
as there is room, so that a line that falls or rises says something. Heights are points from the top of the sheet.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from techradar.courses import Course, Stop
from techradar.layout.rests import Rest, Size, Stack
from techradar.model import Ring
from techradar.scoring import depth

PADDING = 4.0  # points between the border of a band and what lies in it
CLEAR = 5.5  # the same for the middle of a stop or star, at the usual size: one radius and a little lie between
LEAST_LINE_GAP = 2.0  # points between two lines, where there are many
WIDER = (1.0, 0.75, 0.5, 0.25)  # parts of the way from the least distances to ample ones
MOVED = 4.0  # points that a name may give way so that lines have more than the least distances
STRAIGHT = (1.0, 0.75, 0.5)  # of the least distances: how near signs may come so that what rests is flat
LESS = (1.0, 0.75, 0.5, 0.25, 0.0)  # the same where a band has no room for that


class Band(NamedTuple):
    """A ring's band, from `top` to `bottom`."""

    top: float
    bottom: float

    def inner(self, padding: float = PADDING) -> tuple[float, float]:
        """Where the centres of what lies in it may be, `padding` points from its borders where it has room for that."""
        padding = min(padding, (self.bottom - self.top) / 3)
        return self.top + padding, self.bottom - padding


def crowds_of(courses: Sequence[Course], rings: int) -> tuple[int, ...]:
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
    flat: Sequence[float],
    top: float,
    bottom: float,
    spare: float,
) -> list[Band] | None:
    """The bands between `top` and `bottom`, the innermost on top, or none where there is too little height.

    `crowds` are those of the courses. `rows` is the height that each technology on the edition shown needs, in
    order of `courses`; `least` that of each band at least; `spare` what blips that are higher than their rows need
    at the borders. `flat` is the height that each band needs for lines that rest to be flat: bands that need least
    more for it get it first, as far as there is room. What is then left over is shared by what each needs, so that
    rows lie about equally far apart.
    """
    shown = [0.0] * len(least)
    for course, row in zip(courses, rows, strict=False):
        ring = _ring(course, -1)
        if ring is not None:
            shown[ring] += row
    needed = [
        max(named, rows_of + spare + 2 * PADDING, (lines - 1) * LEAST_LINE_GAP + 2 * PADDING)
        for named, rows_of, lines in zip(least, shown, crowds, strict=True)
    ]
    room = bottom - top
    if sum(needed) > room:
        return None
    for more, ring in sorted((of - need, ring) for ring, (of, need) in enumerate(zip(flat, needed, strict=True))):
        if more > 0 and sum(needed) + more <= room:
            needed[ring] = flat[ring]
    more = room / sum(needed)
    found: list[Band] = []
    for need in needed:
        start = found[-1].bottom if found else top
        found.append(Band(start, start + need * more))
    return found


def _ring(course: Course, at: int) -> int | None:
    stop = course.stops[at]
    return stop.ring if stop is not None else None


def heights(
    courses: Sequence[Course],
    rests: Sequence[Sequence[Rest]],
    sizes: Sequence[Sequence[Size]],
    bands: Sequence[Band],
    rings: Sequence[Ring],
    spare: float,
    larger: float,
) -> list[list[float | None]]:
    """For each technology its height on each edition, none where it is not on the radar; `spare` as for the bands.

    `sizes` is the height in points, at least and amply, of what is drawn for each technology on each edition, on the
    last that of its row. What is drawn does not touch where a band has room for that. `larger` is how much larger
    than usual signs are: so much further they stay from the borders.
    """
    found: list[list[float | None]] = [[None] * len(course.stops) for course in courses]
    for ring, band in enumerate(bands):
        members = _shown(courses, ring, rings)
        rows = [sizes[place][-1][0] for place, _ in members]
        lowest, highest = band.inner()
        wanted = [highest - (highest - lowest) * into for _, into in members]
        ends = rows[0] / 2 if rows else 0.0, rows[-1] / 2 if rows else 0.0
        ys = spaced(wanted, rows, lowest + spare / 2 + ends[0], highest - spare / 2 - ends[1])
        shown = {place: y for (place, _), y in zip(members, ys, strict=True)}
        known = [(into, shown[place]) for place, into in members]
        for rest, y in _placed(rests[ring], sizes, band, shown, known, spare, larger):
            found[rest.place][rest.first : rest.last + 1] = [y] * (rest.last + 1 - rest.first)
    return found


def flat(rests: Sequence[Sequence[Rest]], sizes: Sequence[Sequence[Size]], spare: float, larger: float) -> list[float]:
    """The height that each ring's band needs for all lines that rest to be flat; the rest as for `heights`."""
    last = max((len(of) for of in sizes), default=1) - 1
    stacks = [Stack(of, sizes, last) for of in rests]
    return [stack.need(stack.edges(PADDING + spare / 2, CLEAR * larger)) for stack in stacks]


def _placed(
    rests: Sequence[Rest],
    sizes: Sequence[Sequence[Size]],
    band: Band,
    shown: dict[int, float],
    known: Sequence[tuple[float, float]],
    spare: float,
    larger: float,
) -> Iterator[tuple[Rest, float]]:
    """The rests of a band with their heights: those `shown` where they are, others in line with what is `known`."""
    last = max((len(of) for of in sizes), default=1) - 1
    height = _scale(band.inner(CLEAR * larger), known)
    whole = _Task(Stack(rests, sizes, last), shown, height, band, spare, larger)
    ys = whole.heights(STRAIGHT)
    if ys is not None:
        yield from zip(rests, ys, strict=True)
        return
    # From the last edition back, each by itself: what rests stays where it is next, as nearly as it can.
    kept = dict(shown)
    for at in range(last, -1, -1):
        there = [rest._replace(first=at, last=at) for rest in rests if rest.first <= at <= rest.last]
        rested = {rest.place for rest in rests if rest.first <= at < rest.last}
        held = {place: y for place, y in kept.items() if at == last or place in rested}
        ys = _Task(Stack(there, sizes, last), held, height, band, spare, larger).heights(LESS)
        kept = {rest.place: y for rest, y in zip(there, ys or (), strict=True)}
        yield from zip(there, ys or (), strict=True)


class _Task:
    """To place rests in a band: those `held` where they are to stay, the others at the height of their score."""

    def __init__(
        self,
        stack: Stack,
        held: dict[int, float],
        height: Callable[[float], float],
        band: Band,
        spare: float,
        larger: float,
    ) -> None:
        self.stack, self.larger = stack, larger
        last = max((rest.last for rest in stack.rests), default=0)
        self.firm = [rest.place in held and rest.last == last for rest in stack.rests]
        self.wanted = [
            held[rest.place] if keeps else height(rest.into) for rest, keeps in zip(stack.rests, self.firm, strict=True)
        ]
        edges = stack.edges(band.inner()[0] - band.top + spare / 2, band.inner(CLEAR * larger)[0] - band.top)
        self.limits = [band.top + edge for edge in edges], [band.bottom - edge for edge in edges]

    def heights(self, less: Sequence[float]) -> list[float] | None:
        """The heights, with the first of these parts of the least distances for which there is room; or none."""
        for part in less:
            gave, ys = self._on([0.0] * (self.stack.last + 1), part)
            if ys is not None:
                return self._wider(ys, max(gave, self.larger * MOVED)) if part == 1.0 else ys
        return None

    def _on(self, parts: Sequence[float], less: float = 1.0) -> tuple[float, list[float] | None]:
        """How far what is firm gives way for distances so far on the way to ample ones, and the heights; or none."""
        ys = self.stack.placed(self.wanted, self.firm, parts, less, *self.limits)
        if ys is None:
            return 0.0, None
        gave = (abs(y - of) for y, of, keeps in zip(ys, self.wanted, self.firm, strict=True) if keeps)
        return max(gave, default=0.0), ys

    def _wider(self, ys: list[float], most: float) -> list[float]:
        """The heights with the widest distances for which what is firm gives way no more than that."""
        parts = [0.0] * (self.stack.last + 1)
        for at in (None, *range(self.stack.last - 1, -1, -1)):
            for part in WIDER:
                wider = [part if at in {None, edition} else of for edition, of in enumerate(parts)]
                if at is not None and part <= parts[at]:
                    break
                gave, found = self._on(wider)
                if found is not None and gave <= most:
                    parts, ys = wider, found
                    break
        return ys


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


def spaced(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Heights between `low` and `high`, in the order given, no two closer than half of both their sizes.

    They are nearest to those wanted, by the least sum of squares: the pool of adjacent violators (Barlow and others,
    1972). Where there is too little room they go beyond `high`.
    """
    offsets = [0.0]
    for before, after in pairwise(sizes):
        offsets.append(offsets[-1] + (before + after) / 2)
    pools: list[tuple[float, int]] = []
    for target, offset in zip(wanted, offsets, strict=False):
        mean, count = target - offset, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    most = max(high - offsets[-1], low)
    flat = [min(max(mean, low), most) for mean, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(flat, offsets, strict=False)]
