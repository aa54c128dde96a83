"""Names at their blips: a place for each that touches nothing else, or none at all.

Each name has candidate places, beside its blip or a little away with a leader, each with a price. They are
taken greedily, the name with the fewest places first; a name without one pushes others out, which look for
another place in turn, up to a bound. Everything is decided by prices and numbers, nothing by chance or time.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from techradar.layout import metrics
from techradar.layout.geometry import Box, Disc
from techradar.layout.occupancy import Occupancy
from techradar.layout.scene import Anchor, Weight

NEAR = 1.6  # between a blip and its name
AIR_ASIDE, AIR_ABOVE = 1.7, 0.7  # around a name, to other names
CLEARANCE = 0.6  # between a name and what is no name
LEADING = 1.14  # of the size, from line to line
LONGEST_LINE = 17.0  # in sizes: a longer name is broken

# Prices; a border that runs through a name costs more than two more lines, and about what a leader does.
PRICE_OF_LINE = (0.0, 0.5, 1.6, 5.0)
PRICE_OF_BORDER = 6.0
PRICE_OF_SPOKE = 5.0
AIR_BELOW = 0.7  # of what descenders reach below a name, counted as air: few letters have one
PRICE_OF_NEIGHBOUR = 1.2  # a name so near the blip of another that it might be read as that one's
NEIGHBOUR = 3.6
PRICE_OF_LEVEL = 6.0  # a line that ends so near the blip of another, level with it, that it is read as that one's
LEVEL = 4.0
PRICE_OF_LEADER = 4.5
PRICE_OF_POINT = 0.12  # of a leader's length
PRICE_OF_LENGTH = 0.005  # of its square: a long one is lost among what lies around it
PRICE_OF_SECTOR = 4.0  # a leader into another sector
PRICE_OF_RING = 2.5  # a name wholly in another ring than its blip
LEADERS = (9.0, 17.0, 28.0, 42.0)
FARTHER = (13.0, 22.0, 35.0, 55.0, 72.0)  # for a name that finds no place so


# Where a leader goes, across and down; at which share of the name's width and height it ends; how that is aligned.
Direction = tuple[float, float, float, float, Anchor]


def _direction(degrees: float) -> Direction:
    """Where a leader goes, at which share of the name's width and height it ends, and how the name is aligned."""
    dx, dy = math.sin(math.radians(degrees)), -math.cos(math.radians(degrees))
    ends = [0.5 if abs(part) < 0.5 else 0.0 if part > 0 else 1.0 for part in (dx, dy)]
    anchors: dict[float, Anchor] = {0.0: "start", 0.5: "middle", 1.0: "end"}
    return dx, dy, ends[0], ends[1], anchors[ends[0]]


# Above and below a blip: which part of the name's width lies left of the blip's left end when both ends are even.
ENDS: tuple[tuple[float, Anchor], ...] = tuple(
    (step / 16, "start" if step < 6 else "middle" if step < 11 else "end") for step in range(17) if step != 8
)
SHARES: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of what a line is shorter, before it
# Beside a blip: how far up or down, of the way to where the name would pass it.
SLIDES = (-1.0, -0.75, -0.5, -0.25, 0.25, 0.5, 0.75, 1.0)
ROUND = tuple(_direction(15.0 + 30.0 * step) for step in range(12))
BETWEEN = tuple(_direction(30.0 * step) for step in range(12))

LEAST_GAIN = 0.5  # for which two labels are moved
PRICE_OF_PUSH = 5.0
PUSHES_PER_NAME = 12


@dataclass(frozen=True)
class Named:
    """A blip that wants a name: its id, centre, radius, ring (0 innermost) and name."""

    id: str
    x: float
    y: float
    half: float
    ring: int
    name: str
    weight: Weight = "regular"


class Block(NamedTuple):
    """A name in lines, with its size."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    width: float
    height: float
    size: float


class Label(NamedTuple):
    """A placed name: its box, lines, how they are aligned, and the leader's two ends where it has one."""

    box: Box
    block: Block
    anchor: Anchor
    leader: tuple[float, float, float, float] | None
    price: float
    boxes: tuple[Box, ...]


# Left, top, block, alignment, price before borders, and the leader where there is one.
Candidate = tuple[float, float, Block, Anchor, float, tuple[float, float, float, float] | None]


def blocks(name: str, size: float, weight: Weight) -> tuple[Block, ...]:
    """The ways to write a name in one to four lines, each with the narrowest block."""
    found: list[Block] = []
    room = size * LONGEST_LINE
    most = metrics.width(name, size, weight)
    for count in range(1, 5):
        lines = metrics.wrapped(name, size, weight, min(most, room), count)
        if lines is None or (found and lines == found[-1].lines):
            continue
        widths = tuple(metrics.width(line, size, weight) for line in lines)
        most = max(widths) - 0.01
        height = size * (metrics.ASCENT + metrics.DESCENT + LEADING * (len(lines) - 1))
        found.append(Block(lines, widths, max(widths), height, size))
    if not found:
        # One word longer than a line may be: it stands as it is.
        height = size * (metrics.ASCENT + metrics.DESCENT)
        found.append(Block((name,), (most,), most, height, size))
    return tuple(found)


class Offers:
    """The places of one name that touch nothing fixed, the cheapest first, each looked at only when its turn comes.

    A border can only add to a candidate's price, so candidates are weighed in order of their price without borders
    until none of the rest can be cheaper than what was found.
    """

    def __init__(self, weigh: Callable[[Candidate], Label | None], *rounds: Callable[[], list[Candidate]]) -> None:
        self._weigh = weigh
        self._rounds = list(rounds)
        self._candidates: Iterator[Candidate] = iter(())
        self._next: Candidate | None = None
        self._waiting: list[tuple[float, int, Label]] = []
        self._count = 0
        self._found: list[Label] = []

    def __iter__(self) -> Iterator[Label]:
        place = 0
        while place < len(self._found) or self._more():
            yield self._found[place]
            place += 1

    def _more(self) -> bool:
        """Find the next label; whether there is one."""
        while True:
            if self._next is None:
                self._next = next(self._candidates, None)
            if self._next is None and self._rounds:
                self._candidates = iter(sorted(self._rounds.pop(0)(), key=_base_price))
                continue
            if self._waiting and (self._next is None or self._waiting[0][0] <= self._next[4]):
                self._found.append(heappop(self._waiting)[2])
                return True
            if self._next is None:
                return False
            label = self._weigh(self._next)
            self._next = None
            if label is not None:
                heappush(self._waiting, (label.price, self._count, label))
                self._count += 1


def _base_price(candidate: Candidate) -> float:
    return candidate[4]


class Labelling:
    """The search for a place for every name."""

    def __init__(self, disc: Disc, named: Sequence[Named], taken: Occupancy, size: float) -> None:
        self.disc, self.spokes = disc, disc.spokes
        self.named = {one.id: one for one in named}
        self.taken = taken
        self.size = size
        self.labels: dict[str, Label] = {}
        self.room = Occupancy()
        self.offers = {one.id: self._offers(one) for one in named}

    def _offers(self, one: Named) -> Offers:
        written = blocks(one.name, self.size, one.weight)
        return Offers(
            lambda candidate: self._weighed(one, candidate),
            lambda: list(_beside(one, written)),
            lambda: list(_away(one, written[:3], LEADERS, ROUND)),
            lambda: list(_away(one, written, FARTHER, ROUND + BETWEEN)),
        )

    def run(self) -> dict[str, Label] | None:
        """A label for each name, or none where the search found no place for one of them."""
        crowd = {one.id: self._crowd(one) for one in self.named.values()}
        order = sorted(self.named, key=lambda id: -crowd[id])
        homeless = [id for id in order if not self._settle(id, PRICE_OF_LEADER)]
        if not self._push(homeless):
            return None
        for id in order:
            self._improve(id)
        for id in order:
            self._trade(id)
        return self.labels

    def _crowd(self, one: Named) -> int:
        """How many others lie where the name of one might."""
        return sum(
            abs(other.x - one.x) < 12 * self.size and abs(other.y - one.y) < 4 * self.size
            for other in self.named.values()
        )

    def _settle(self, id: str, below: float) -> bool:
        """Take the cheapest place that is free and costs less than `below`."""
        for label in self.offers[id]:
            if label.price >= below:
                return False
            if all(self.room.free(box, id) for box in label.boxes):
                self._put(id, label)
                return True
        return False

    def _improve(self, id: str) -> None:
        """Move a label to a cheaper place where one has become free."""
        before = self.labels[id]
        self._lift(id)
        if not self._settle(id, before.price):
            self._put(id, before)

    def _trade(self, id: str) -> None:
        """Move a label to a cheaper place where one other label gives way and both cost less together."""
        before = self.labels[id]
        self._lift(id)
        for label in self.offers[id]:
            if label.price >= before.price - LEAST_GAIN:
                break
            in_the_way = {other for box in label.boxes for other in self.room.touching(box, id)}
            if len(in_the_way) != 1:
                continue
            (other,) = in_the_way
            stays = self.labels[other]
            self._lift(other)
            self._put(id, label)
            if self._settle(other, stays.price + before.price - label.price - LEAST_GAIN):
                return
            self._lift(id)
            self._put(other, stays)
        self._put(id, before)

    def _push(self, homeless: list[str]) -> bool:
        """Give every homeless name a place, pushing others out where it must; whether that came to an end."""
        pushed: dict[str, int] = dict.fromkeys(self.named, 0)
        for _ in range(PUSHES_PER_NAME * len(self.named)):
            if not homeless:
                return True
            id = homeless.pop(0)
            best: tuple[float, Label, tuple[str, ...]] | None = None
            for label in self.offers[id]:
                if best is not None and label.price >= best[0]:
                    break
                in_the_way = {other for box in label.boxes for other in self.room.touching(box, id)}
                price = label.price + sum(PRICE_OF_PUSH + 3.0 * pushed[other] for other in in_the_way)
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

    def _weighed(self, one: Named, candidate: Candidate) -> Label | None:
        """A candidate with its whole price, or none where it leaves the disc or touches what is fixed."""
        left, top, block, anchor, price, leader = candidate
        right, bottom = left + block.width, top + block.height
        far_x = max(self.disc.x - left, right - self.disc.x)
        far_y = max(self.disc.y - top, bottom - self.disc.y)
        if far_x * far_x + far_y * far_y > (self.disc.radius - 1.0) ** 2:
            return None
        box = Box(left, top, right, bottom)
        # Its own blip and mark a name may come closer to than what belongs to others.
        if not (self.taken.free(box) and self.taken.free(box.grown(CLEARANCE), one.id)):
            return None
        boxes: tuple[Box, ...] = (Box(left - AIR_ASIDE, top - AIR_ABOVE, right + AIR_ASIDE, bottom + AIR_ABOVE),)
        if leader is not None:
            along = _along(leader)
            if not all(self.taken.free(part, one.id) for part in along):
                return None
            boxes = (*boxes, *along)
            price += PRICE_OF_SECTOR * any(_crosses(self.disc, leader, spoke) for spoke in self.spokes)
        if not self.taken.free(box.grown(NEIGHBOUR), one.id):
            price += PRICE_OF_NEIGHBOUR
        price += PRICE_OF_LEVEL * self._level(one, box, block, anchor)
        return Label(box, block, anchor, leader, price + self._crossings(one, box), boxes)

    def _level(self, one: Named, box: Box, block: Block, anchor: Anchor) -> bool:
        """Whether a line of a name ends near the blip of another that lies level with it."""
        near = [self.named[id] for id in self.taken.touching(box.grown(LEVEL), one.id) if id in self.named]
        for place, wide in enumerate(block.widths if near else ()):
            left = box.left + SHARES[anchor] * (block.width - wide)
            top = box.top + block.size * LEADING * place
            bottom = top + block.size * (metrics.ASCENT + metrics.DESCENT)
            for other in near:
                aside = max(left - other.x, other.x - left - wide) - other.half
                if top <= other.y <= bottom and aside < LEVEL:
                    return True
        return False

    def _crossings(self, one: Named, box: Box) -> float:
        """What the borders cost that run through a name's letters: one that meets only the air above strikes none."""
        top, bottom = (metrics.ASCENT - metrics.CAP_HEIGHT) * self.size, metrics.DESCENT * self.size * AIR_BELOW
        box = Box(box.left, box.top + top, box.right, box.bottom - bottom)
        near, far = self.disc.reach(box)
        outer = self.disc.outer
        price = sum(PRICE_OF_BORDER for radius in outer if near < radius < far)
        if near >= outer[one.ring] or (one.ring and far <= outer[one.ring - 1]):
            price += PRICE_OF_RING
        return price + PRICE_OF_SPOKE * sum(box.crossed(self.disc.x, self.disc.y, *spoke) for spoke in self.spokes)


def _beside(one: Named, written: Sequence[Block]) -> Iterator[Candidate]:
    """The places at the blip: on its sides further up or down, above and below it further left or right."""
    x, y, half = one.x, one.y, one.half
    for block in written:
        w, h = block.width, block.height
        price = PRICE_OF_LINE[len(block.lines) - 1]
        above, below = y - half - 0.5 - h, y + half + 0.5
        right, left = x + half + NEAR, x - half - NEAR - w
        yield right, y - h / 2, block, "start", price, None
        yield left, y - h / 2, block, "end", price + 0.15, None
        yield x - w / 2, below, block, "middle", price + 0.4, None
        yield x - w / 2, above, block, "middle", price + 0.5, None
        for slide in SLIDES:
            away = abs(slide)
            top, nearer = y - h / 2 + slide * (h / 2 + half * 0.55), max(0.0, away - 0.5) * half * 0.9
            yield right - nearer, top, block, "start", price + 0.8 * away, None
            yield left + nearer, top, block, "end", price + 0.15 + 0.8 * away, None
        for share, anchor in ENDS:
            shift = half * (2 * share - 1) - w * share
            dearer = 0.4 + 0.8 * abs(share - 0.5)
            yield x + shift, below, block, anchor, price + dearer, None
            yield x + shift, above, block, anchor, price + dearer + 0.1, None


def _away(
    one: Named, written: Sequence[Block], lengths: Sequence[float], directions: Sequence[Direction]
) -> Iterator[Candidate]:
    """The places a little away, with a leader to the blip."""
    for block in written:
        w, h = block.width, block.height
        price = PRICE_OF_LINE[len(block.lines) - 1] + PRICE_OF_LEADER
        for length in lengths:
            reach = one.half + length
            for dx, dy, side, level, anchor in directions:
                end_x, end_y = one.x + dx * reach, one.y + dy * reach
                leader = (one.x + dx * one.half, one.y + dy * one.half, end_x - dx, end_y - dy)
                left, top = end_x - w * side, end_y - h * level
                yield left, top, block, anchor, price + (PRICE_OF_POINT + PRICE_OF_LENGTH * length) * length, leader


def _along(line: tuple[float, float, float, float]) -> list[Box]:
    """Small boxes along a line."""
    x, y, end_x, end_y = line
    count = max(1, math.ceil(math.hypot(end_x - x, end_y - y) / 4.0))
    found = []
    for place in range(count):
        from_x, from_y = x + (end_x - x) * place / count, y + (end_y - y) * place / count
        to_x, to_y = x + (end_x - x) * (place + 1) / count, y + (end_y - y) * (place + 1) / count
        box = Box(min(from_x, to_x), min(from_y, to_y), max(from_x, to_x), max(from_y, to_y))
        found.append(box.grown(0.5))
    return found


def _crosses(disc: Disc, line: tuple[float, float, float, float], spoke: tuple[float, float]) -> bool:
    """Whether a short line runs over a spoke: its ends lie on either side, and in the spoke's direction."""
    dx, dy = spoke
    sides = [(x - disc.x) * dy - (y - disc.y) * dx for x, y in (line[:2], line[2:])]
    ahead = [(x - disc.x) * dx + (y - disc.y) * dy for x, y in (line[:2], line[2:])]
    return sides[0] * sides[1] < 0 and max(ahead) > 0
