"""Names at their blips: a place for each that touches nothing else, or none at all.

Each name has candidate places, beside its blip or a little away with a leader, each with a price. They are
taken greedily, the name with the most others around it first, at first only in places cheaper than a leader; a name
without one pushes others out, which look for another place in turn, up to a bound. Then each name in turn takes a
cheaper place, where others give way if all cost less together; what is dear after that looks in finer steps. Names that
an earlier search found no clear place for may be placed before all others.
Everything is decided by prices and numbers, nothing by chance or time.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from heapq import heappop, heappush, merge
from itertools import chain

from techradar.layout.geometry import Box, Disc
from techradar.layout.label_lines import blocks
from techradar.layout.label_places import (
    BETWEEN,
    DIRECTIONS,
    FARTHER,
    FINE,
    FINE_DIRECTIONS,
    LEADERS,
    PRICE_OF_LEADER,
    PRICE_OF_SPARE,
    Candidate,
    Named,
    away,
    beside,
    price_of_leader,
)
from techradar.layout.label_prices import Label, Weighing
from techradar.layout.occupancy import Occupancy

LEAST_GAIN = 0.5  # for which labels are moved
PRICE_OF_PUSH = 5.0
PUSHES_PER_NAME = 12
TRADES = 2  # rounds in which names look for cheaper places
GIVE_WAY = 2  # names at most that give way to one
DEAR = 25.0  # a label that costs more looks for places in finer steps


# The least that one of some places costs, and what makes them.
Lot = tuple[float, Callable[[], list[Candidate]]]


class Offers:
    """The places of one name that touch nothing fixed, the cheapest first, each looked at only when its turn comes.

    What lies under a candidate can only add to its price, so candidates are weighed in order of their own price
    until none of the rest can be cheaper than what was found. They come in lots, each with the least that one of
    it costs, and a lot is made only when its turn comes too.
    """

    def __init__(self, weigh: Callable[[Candidate], Label | None], *lots: Lot) -> None:
        self._weigh = weigh
        self._lots = list(lots)
        self._candidates: Iterator[Candidate] = iter(())
        self._next: Candidate | None = None
        self._waiting: list[tuple[float, int, Label]] = []
        self._count = 0
        self._found: list[Label] = []

    def under(self, limit: float) -> Iterator[Label]:
        """The labels that cost less than `limit`."""
        place = 0
        while (label := self.at(place, limit)) is not None:
            yield label
            place += 1

    def at(self, place: int, limit: float) -> Label | None:
        """The label at a place in order, or none where it would cost `limit` or more, or there is none."""
        if place == len(self._found) and not self._more(limit):
            return None
        label = self._found[place]
        return label if label.price < limit else None

    def _more(self, limit: float) -> bool:
        """Find the next label; whether there is one that costs less than `limit`."""
        while True:
            if self._next is None:
                self._next = next(self._candidates, None)
            own = self._next[4] if self._next is not None else math.inf
            waiting = self._waiting[0][0] if self._waiting else math.inf
            unmade = self._lots[0][0] if self._lots else math.inf
            if min(own, waiting, unmade) >= limit:
                return False
            if waiting <= min(own, unmade):
                self._found.append(heappop(self._waiting)[2])
                return True
            if unmade < own:
                rest = self._candidates if self._next is None else chain((self._next,), self._candidates)
                self._candidates = merge(rest, sorted(self._lots.pop(0)[1](), key=_own_price), key=_own_price)
                self._next = None
                continue
            assert self._next is not None
            label = self._weigh(self._next)
            self._next = None
            if label is not None:
                heappush(self._waiting, (label.price, self._count, label))
                self._count += 1


def _own_price(candidate: Candidate) -> float:
    return candidate[4]


class Labelling:
    """The search for a place for every name."""

    def __init__(self, disc: Disc, named: Sequence[Named], fixed: Sequence[Box], size: float) -> None:
        self.named = {one.id: one for one in named}
        self.disc, self.size = disc, size
        self.weighing = Weighing(disc, self.named, fixed, size)
        self.labels: dict[str, Label] = {}
        self.room = Occupancy()
        self.offers = {one.id: self._offers(one) for one in named}

    def _offers(self, one: Named, *, finely: bool = False) -> Offers:
        good, spare = blocks(one.name, self.size, one.weight)

        def poor() -> list[Candidate]:
            dear = [*beside(self.disc, one, spare), *away(one, spare, LEADERS, DIRECTIONS)]
            return [(*place[:4], place[4] + PRICE_OF_SPARE, place[5]) for place in dear]

        return Offers(
            lambda candidate: self.weighing.weighed(one, candidate),
            (0.0, lambda: list(beside(self.disc, one, good))),
            (price_of_leader(LEADERS[0]), lambda: list(away(one, good, LEADERS, DIRECTIONS))),
            (price_of_leader(FARTHER[0]), lambda: list(away(one, good, FARTHER, DIRECTIONS + BETWEEN))),
            (PRICE_OF_SPARE, poor),
            *([(price_of_leader(FINE[0]), lambda: list(away(one, good, FINE, FINE_DIRECTIONS)))] if finely else []),
        )

    def run(self, first: Collection[str] = ()) -> dict[str, Label] | None:
        """A label for each name, or none where the search found no place for one; `first` are placed before others.

        These may take a place with a leader right away.
        """
        self.labels, self.room = {}, Occupancy()
        crowd = {one.id: self._crowd(one) for one in self.named.values()}
        order = sorted(self.named, key=lambda id: (id not in first, -crowd[id]))
        homeless = [id for id in order if not self._settle(id, math.inf if id in first else PRICE_OF_LEADER)]
        if not self._push(homeless):
            return None
        for _ in range(TRADES):
            if not sum(self._trade(id) for id in order):
                break
        for id in sorted(self.named, key=lambda id: -self.labels[id].price):
            if self.labels[id].price > DEAR:
                self.offers[id] = self._offers(self.named[id], finely=True)
                self._trade(id)
        return self.labels

    def _crowd(self, one: Named) -> int:
        """How many others lie where the name of one might."""
        return sum(
            abs(other.x - one.x) < 12 * self.size and abs(other.y - one.y) < 4 * self.size
            for other in self.named.values()
        )

    def _trade(self, id: str) -> bool:
        """Move a label to a cheaper place that is free, or where others give way and all cost less.

        Whether that was worth another round.
        """
        before = self.labels[id]
        self._lift(id)
        free = next((label for label in self.offers[id].under(before.price) if self._is_free(label, id)), before)
        for label in self.offers[id].under(free.price - LEAST_GAIN):
            in_the_way = sorted(self.room.touching(label.boxes, id))
            if len(in_the_way) <= GIVE_WAY and self._give_way(id, label, in_the_way, free.price - LEAST_GAIN):
                return True
        self._put(id, free)
        return before.price - free.price >= LEAST_GAIN

    def _settle(self, id: str, below: float) -> bool:
        """Take the cheapest place that is free and costs less than `below`."""
        for label in self.offers[id].under(below):
            if self._is_free(label, id):
                self._put(id, label)
                return True
        return False

    def _give_way(self, id: str, label: Label, others: Sequence[str], below: float) -> bool:
        """Take a place, and find others for those in the way; nothing changes where that costs `below` or more."""
        stays = {other: self.labels[other] for other in others}
        for other in others:
            self._lift(other)
        self._put(id, label)
        spare = below - label.price
        for other in others:
            if not self._settle(other, stays[other].price + spare):
                break
            spare -= self.labels[other].price - stays[other].price
        else:
            return True
        for other in (id, *others):
            if other in self.labels:
                self._lift(other)
        for other, stay in stays.items():
            self._put(other, stay)
        return False

    def _is_free(self, label: Label, id: str) -> bool:
        return all(self.room.free(box, id) for box in label.boxes)

    def _push(self, homeless: list[str]) -> bool:
        """Give every homeless name a place, pushing others out where it must; whether that came to an end."""
        pushed: dict[str, int] = dict.fromkeys(self.named, 0)
        for _ in range(PUSHES_PER_NAME * len(self.named)):
            if not homeless:
                return True
            id = homeless.pop(0)
            best: tuple[float, Label, tuple[str, ...]] | None = None
            place = 0
            while (label := self.offers[id].at(place, math.inf if best is None else best[0])) is not None:
                place += 1
                in_the_way = self.room.touching(label.boxes, id)
                price = label.price + sum([PRICE_OF_PUSH + 3.0 * pushed[other] for other in in_the_way])
                if best is None or price < best[0]:
                    best = price, label, tuple(sorted(in_the_way))
            if best is None:
                return False
            for other in best[2]:
                self._lift(other)
                pushed[other] += 1
                homeless.append(other)
            self._put(id, best[1])
        return not homeless

    def _put(self, id: str, label: Label) -> None:
        self.labels[id] = label
        for box in label.boxes:
            self.room.add(box, id)

    def _lift(self, id: str) -> None:
        for box in self.labels.pop(id).boxes:
            self.room.remove(box, id)
