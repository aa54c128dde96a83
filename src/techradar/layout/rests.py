"""The rests of a trend: as long as a technology keeps its ring and its score it has one height, so its line is flat.

The rests of a ring lie in one order on all editions, by score. So all their heights can be found at once: each pair
that follow on each other on some edition lies at least so far apart as what is drawn for them there is high.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from techradar.courses import Course
from techradar.model import Ring
from techradar.scoring import depth

TINY = 1e-6  # points that sums may differ by


class Rest(NamedTuple):
    """A technology, by its place in the courses, on the editions from `first` to `last`, 0 the oldest.

    `into` says how far it lies into its ring's band: 0 to 1.
    """

    place: int
    first: int
    last: int
    into: float


# The height of what is drawn for a technology on an edition: at least, and amply.
Size = tuple[float, float]
Sizes = Sequence[Sequence[Size]]
# For a rest those right above it: which, on which edition, and how far above at least and amply.
Above = list[tuple[int, int, float, float]]
Gaps = list[tuple[int, float]]  # the same with the distance that it is to be


def rests(courses: Sequence[Course], rings: Sequence[Ring], shown: Sequence[int]) -> list[list[Rest]]:
    """The rests of each ring from top to bottom; `shown` are the places of all on the last edition in that order."""
    rank = {place: at for at, place in enumerate(shown)}
    found: list[dict[float, list[Rest]]] = [{} for _ in rings]
    for place, course in enumerate(courses):
        first = 0
        for at, stop in enumerate(course.stops):
            after = course.stops[at + 1] if at + 1 < len(course.stops) else None
            if stop is None:
                first = at + 1
            elif after is None or (stop.ring, stop.score) != (after.ring, after.score):
                into = depth(stop.score, rings, stop.ring)
                found[stop.ring].setdefault(into, []).append(Rest(place, first, at, into))
                first = at + 1
    return [
        [rest for into in sorted(of, reverse=True) for rest in _equals(of[into], courses, rings, rank)] for of in found
    ]


def _equals(
    equal: Sequence[Rest], courses: Sequence[Course], rings: Sequence[Ring], rank: dict[int, int]
) -> list[Rest]:
    """Rests of one score from top to bottom: those with a name in its order, the others evenly between them.

    There the rows of names leave room; and of the others those that rise next lie higher, so that fewer lines cross.
    """
    last = max(len(course.stops) for course in courses) - 1
    named = sorted((rest for rest in equal if rest.last == last), key=lambda rest: rank[rest.place])
    placed = [((float(at), 0), rest) for at, rest in enumerate(named)]
    for edition in sorted({rest.last for rest in equal} - {last}):
        goals = sorted((_goal(rest, courses[rest.place], rings), rest) for rest in equal if rest.last == edition)
        for at, ((turn, *_), rest) in enumerate(goals, 1):
            placed.append(((at / (len(goals) + 1) * len(named) - 0.5, int(turn)), rest))
    return [rest for _, rest in sorted(placed)]


def _goal(rest: Rest, course: Course, rings: Sequence[Ring]) -> tuple[float, float, float]:
    """Whether a line rises next (-1), ends or falls, to which ring, and how far into it; sorts from the top down."""
    here, after = course.stops[rest.last], course.stops[rest.last + 1]
    assert here is not None, "a rest is on the radar"
    if after is None:
        return 0.0, 0.0, 0.0
    into = depth(after.score, rings, after.ring)
    return (-1.0 if (after.ring, -into) < (here.ring, -rest.into) else 1.0), float(after.ring), -into


class Stack:
    """The rests of a ring with what is drawn for them."""

    def __init__(self, rests: Sequence[Rest], sizes: Sizes, last: int) -> None:
        self.rests, self.last, self.sizes = rests, last, sizes
        self.above: list[Above] = []
        latest: dict[int, int] = {}
        for here, rest in enumerate(self.rests):
            above: Above = []
            for at in range(rest.first, rest.last + 1):
                if at in latest:
                    least, ample = sizes[rest.place][at]
                    other = sizes[self.rests[latest[at]].place][at]
                    above.append((latest[at], at, (least + other[0]) / 2, (ample + other[1]) / 2))
                latest[at] = here
            self.above.append(above)

    def edges(self, shown: float, earlier: float) -> list[float]:
        """How far each stays from the borders of its band: `shown` beyond its own half, or `earlier` to its middle."""
        return [
            max(
                shown + self.sizes[rest.place][self.last][0] / 2 if rest.last == self.last else 0.0,
                earlier if rest.first < self.last else 0.0,
            )
            for rest in self.rests
        ]

    def need(self, edges: Sequence[float]) -> float:
        """How high a band must be for all to have one height each, with the least distances."""
        found = _down(self._gaps([0.0] * (self.last + 1), 1.0), edges)
        return max((y + edge for y, edge in zip(found, edges, strict=True)), default=0.0)

    def placed(
        self,
        wanted: Sequence[float],
        firm: Sequence[bool],
        parts: Sequence[float],
        less: float,
        low: Sequence[float],
        high: Sequence[float],
    ) -> list[float] | None:
        """A height for each near the one wanted, from `low` to `high`, or none where there is too little room.

        `parts` are how far distances are on the way from the least to ample ones, by edition; all but those on the
        last are `less` of that. What is `firm` gives way only where others would else have no room beside it.
        """
        gaps = self._gaps(parts, less)
        least, most = _down(gaps, low), _up(gaps, high)
        if any(a > b + TINY for a, b in zip(least, most, strict=True)):
            return None
        held = [y if keeps else None for y, keeps in zip(wanted, firm, strict=True)]
        between = _near(gaps, held, least, most)
        low = [y if keeps else a for y, keeps, a in zip(between, firm, least, strict=True)]
        high = [y if keeps else b for y, keeps, b in zip(between, firm, most, strict=True)]
        return _near(gaps, wanted, _down(gaps, low), _up(gaps, high))

    def _gaps(self, parts: Sequence[float], less: float) -> list[Gaps]:
        share = [less * part for part in parts]
        return [
            [
                (other, least if at == self.last else less * least + share[at] * (ample - least))
                for other, at, least, ample in above
            ]
            for above in self.above
        ]


def _down(gaps: Sequence[Gaps], low: Sequence[float]) -> list[float]:
    """The least heights that are at least `low` and keep all distances."""
    found: list[float] = []
    for y, above in zip(low, gaps, strict=True):
        least = y
        for other, gap in above:
            below = found[other] + gap
            least = max(below, least)
        found.append(least)
    return found


def _up(gaps: Sequence[Gaps], high: Sequence[float]) -> list[float]:
    """The greatest heights that are at most `high` and keep all distances."""
    found = list(high)
    for here in range(len(found) - 1, -1, -1):
        for other, gap in gaps[here]:
            found[other] = min(found[other], found[here] - gap)
    return found


def _near(
    gaps: Sequence[Gaps], wanted: Sequence[float | None], low: Sequence[float], high: Sequence[float]
) -> list[float]:
    """Half-way between giving way downwards only and upwards only: both keep all distances, so this does."""
    limits = list(zip(wanted, low, high, strict=True))
    down = _down(gaps, [a if y is None else min(max(y, a), b) for y, a, b in limits])
    up = _up(gaps, [b if y is None else max(min(y, b), a) for y, a, b in limits])
    return [(min(fallen, b) + max(risen, a)) / 2 for fallen, risen, (_, a, b) in zip(down, up, limits, strict=True)]
