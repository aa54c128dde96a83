"""Names at their blips: a place for each that touches nothing else, or none at all.

Each name has candidate places, beside its blip or a little away with a leader, each with a price. They are
taken greedily, the name with the fewest places first; a name without one pushes others out, which look for
another place in turn, up to a bound. Then each name in turn takes a cheaper place, where others give way if all
cost less together. Everything is decided by prices and numbers, nothing by chance or time.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush, merge
from itertools import chain

from techradar.layout.geometry import Box, Disc
from techradar.layout.label_lines import blocks
from techradar.layout.label_places import (
    BETWEEN,
    FARTHER,
    LEADERS,
    PRICE_OF_LEADER,
    PRICE_OF_SPARE,
    ROUND,
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
PUSHES_PER_NAME = 8
ROUNDS = 2  # in which names look for cheaper places
GIVE_WAY = 2  # names at most that give way to one


# The least that one of some places costs, and what makes them.
Round = tuple[float, Callable[[], list[Candidate]]]


class Offers:
    """The places of one name that touch nothing fixed, the cheapest first, each looked at only when its turn comes.

    What lies under a candidate can only add to its price, so candidates are weighed in order of their own price
    until none of the rest can be cheaper than what was found. They come in rounds, each with the least that one of
    it costs, and a round is made only when its turn comes too.
    """

    def __init__(self, weigh: Callable[[Candidate], Label | None], *rounds: Round) -> None:
        self._weigh = weigh
        self._rounds = list(rounds)
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
            unmade = self._rounds[0][0] if self._rounds else math.inf
            if min(own, waiting, unmade) >= limit:
                return False
            if waiting <= min(own, unmade):
                self._found.append(heappop(self._waiting)[2])
                return True
            if unmade < own:
                rest = self._candidates if self._next is None else chain((self._next,), self._candidates)
                self._candidates = merge(rest, sorted(self._rounds.pop(0)[1](), key=_own_price), key=_own_price)
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

    def _offers(self, one: Named) -> Offers:
        good, spare = blocks(one.name, self.size, one.weight)

        def poor() -> list[Candidate]:
            dear = [*beside(self.disc, one, spare), *away(one, spare, LEADERS, ROUND)]
            return [(*place[:4], place[4] + PRICE_OF_SPARE, place[5]) for place in dear]

        return Offers(
            lambda candidate: self.weighing.weighed(one, candidate),
            (0.0, lambda: list(beside(self.disc, one, good))),
            (price_of_leader(LEADERS[0]), lambda: list(away(one, good, LEADERS, ROUND))),
            (price_of_leader(FARTHER[0]), lambda: list(away(one, good, FARTHER, ROUND + BETWEEN))),
            (PRICE_OF_SPARE, poor),
        )

    def run(self) -> dict[str, Label] | None:
        """A label for each name, or none where the search found no place for one of them."""
        crowd = {one.id: self._crowd(one) for one in self.named.values()}
        order = sorted(self.named, key=lambda id: -crowd[id])
        homeless = [id for id in order if not self._settle(id, PRICE_OF_LEADER)]
        if not self._push(homeless):
            return None
        for _ in range(ROUNDS):
            if not sum(self._trade(id) for id in order):
                break
        return self.labels

    def _crowd(self, one: Named) -> int:
        """How many others lie where the name of one might."""
        return sum(
            abs(other.x - one.x) < 12 * self.size and abs(other.y - one.y) < 4 * self.size
            for other in self.named.values()
        )

    def _settle(self, id: str, below: float) -> bool:
        """Take the cheapest place that is free and costs less than `below`."""
        for label in self.offers[id].under(below):
            if all(self.room.free(box, id) for box in label.boxes):
                self._put(id, label)
                return True
        return False

    def _trade(self, id: str) -> bool:
        """Move a label to a cheaper place that is free, or where others give way and all cost less; whether it did."""
        before = self.labels[id]
        self._lift(id)
        for label in self.offers[id].under(before.price):
            gain = before.price - label.price
            in_the_way = sorted(self.room.touching(label.boxes, id))
            if not in_the_way:
                self._put(id, label)
                return gain >= LEAST_GAIN
            if gain < LEAST_GAIN or len(in_the_way) > GIVE_WAY:
                continue
            if self._give_way(id, label, in_the_way, gain - LEAST_GAIN):
                return True
        self._put(id, before)
        return False

    def _give_way(self, id: str, label: Label, others: Sequence[str], gain: float) -> bool:
        """Take a place, and find others for those in the way that cost at most `gain` more; else change nothing."""
        stays = {other: self.labels[other] for other in others}
        for other in others:
            self._lift(other)
        self._put(id, label)
        for other in others:
            if not self._settle(other, stays[other].price + gain):
                break
            gain -= self.labels[other].price - stays[other].price
        else:
            return True
        for other in (id, *others):
            if other in self.labels:
                self._lift(other)
        for other, stay in stays.items():
            self._put(other, stay)
        return False

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
