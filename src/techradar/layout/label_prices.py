"""What a place for a name costs: what it may not touch, and what it had better keep away from.

Lengths are in sizes of the name's type unless a docstring says points.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from techradar.layout import metrics
from techradar.layout.geometry import Box, Disc, square
from techradar.layout.label_lines import LEADING, Block
from techradar.layout.label_places import Candidate, Line, Named
from techradar.layout.occupancy import Occupancy
from techradar.layout.scene import Anchor

AIR_ASIDE, AIR_ABOVE = 0.55, 0.2  # around a name, to other names: two are never read as one
CLEARANCE = 0.08  # between a name and what is no name
TO_MARK = 0.16  # between a name or a leader and a mark of movement, its own too

TO_EDGE = 0.13  # between a name and the edge of the disc
PIECE = 0.5  # of a leader that takes up room as one box

# A ring's border through a name costs more than another line, and about what a leader of two sizes does; one along
# a name costs far more, for it is broken so far. What it costs at all, and for each size of its length.
PRICE_OF_BORDER, PRICE_OF_BORDER_SIZE = 9.0, 2.0
PRICE_OF_SPOKE, PRICE_OF_SPOKE_SIZE = 4.0, 1.4
PRICE_OF_NEIGHBOUR = 1.2  # a name so near the blip of another that it might be read as that one's
NEIGHBOUR = 0.47
# A line that ends near the blip of another or its mark, level with it, is read as that one's: at most so near where its
# own blip is beside it too, else from further off and dearer; less, the further off that one is.
PRICE_OF_LEVEL, LEVEL = 10.0, 0.65
PRICE_OF_LEVEL_ALONE, LEVEL_ALONE = 22.0, 1.7
NEARLY = 0.15  # above and below a line: level all the same
PRICE_OF_MARK, BY_MARK = 5.0, 0.5  # a name so near the mark of another that it might be read as its own
FAR = 1.7  # where other blips are looked for
# A name right above or below the blip of another, or its mark, and nearer to that one's middle than to its own: less,
# the further off that one is.
PRICE_OF_ANOTHERS, ANOTHERS = 20.0, 1.2
PRICE_OF_DOUBT = 20.0  # a name as near to the blip of another as to its own; less, the further off that one is
DOUBT = 0.7
PRICE_OF_DOUBT_LED, DOUBT_LED = 30.0, 1.2  # a name that is led so near to the blip of another
REACH = 30.0  # no name lies further from its blip
# A leader beside a spoke, so far off at most, and within so many degrees of its direction: read as a part of it.
PRICE_OF_ALONG, ALONG, ALONG_DEGREES = 6.0, 1.6, 25.0
PRICE_OF_RING = 9.0  # the middle of a name that is led into another ring than its blip's
PRICE_OF_MIDDLE, PRICE_OF_MIDDLE_LED = 17.0, 45.0  # its middle in another sector, or led there
# A name that costs more cannot be told to be its blip's; and what that costs, so that others rather give way.
UNCLEAR, PRICE_OF_UNCLEAR = 40.0, 30.0


class Label(NamedTuple):
    """A placed name: its box, lines, how they are aligned, and the leader's two ends where it has one.

    `boxes` are what it keeps free of other names.
    """

    box: Box
    block: Block
    anchor: Anchor
    leader: Line | None
    price: float
    boxes: tuple[Box, ...]

    @property
    def letters(self) -> tuple[Box, ...]:
        """The boxes of its lines, behind which borders are broken."""
        return self.block.letters(self.box.left, self.box.top, self.anchor)


def dearest(labels: Mapping[str, Label]) -> float:
    """What the name costs that can be told the least to be its blip's."""
    return max((label.price for label in labels.values()), default=0.0)


class Weighing:
    """The ground on which names are to stand: a disc, blips with marks, and boxes that belong to no blip."""

    def __init__(self, disc: Disc, named: Mapping[str, Named], fixed: Sequence[Box], size: float) -> None:
        self.disc, self.named, self.size = disc, named, size
        self.spokes = [(dx / disc.radius, dy / disc.radius) for dx, dy in disc.spokes]
        self.near_spokes = {id: list(self._near_spokes(one)) for id, one in named.items()}
        self.taken, self.blips = Occupancy(), Occupancy()
        self.marked: dict[str, Box] = {}  # blips with their marks
        self.parts: dict[str, tuple[Box, ...]] = {}  # blips, and their marks apart
        for one in named.values():
            blip = square(one.x, one.y, one.half)
            self.marked[one.id] = blip if one.mark is None else blip.around(one.mark)
            self.parts[one.id] = (blip,) if one.mark is None else (blip, one.mark)
            self.taken.add(blip, one.id)
            self.blips.add(self.marked[one.id], one.id)
            if one.mark is not None:
                self.taken.add(one.mark.grown((TO_MARK - CLEARANCE) * size), "")
        for box in fixed:
            aside = (2 * AIR_ASIDE - CLEARANCE) * size
            self.taken.add(Box(box.left - aside, box.top, box.right + aside, box.bottom), "")

    def _near_spokes(self, one: Named) -> Iterator[tuple[float, float, float]]:
        """The directions of the spokes that a name may reach, and how far to their one side its blip lies."""
        x, y, most = one.x - self.disc.x, one.y - self.disc.y, REACH * self.size
        for dx, dy in self.spokes:
            if x * dx + y * dy > -most and abs(x * dy - y * dx) < most:
                yield dx, dy, x * dy - y * dx

    def weighed(self, one: Named, candidate: Candidate) -> Label | None:
        """A candidate with its whole price, or none where it leaves the disc or touches what is fixed."""
        left, top, block, anchor, price, leader = candidate
        size, disc = self.size, self.disc
        right, bottom = left + block.width, top + block.height
        far_x = max(disc.x - left, right - disc.x)
        far_y = max(disc.y - top, bottom - disc.y)
        if far_x * far_x + far_y * far_y > (disc.radius - TO_EDGE * size) ** 2:
            return None
        x, y, half = one.x, one.y, one.half
        # Its own blip a name may come closer to than what belongs to others.
        if left < x + half and right > x - half and top < y + half and bottom > y - half:
            return None
        box, clear = Box(left, top, right, bottom), CLEARANCE * size
        if not self.taken.free(Box(left - clear, top - clear, right + clear, bottom + clear), one.id):
            return None
        aside, above = AIR_ASIDE * size, AIR_ABOVE * size
        boxes: tuple[Box, ...] = (Box(left - aside, top - above, right + aside, bottom + above),)
        if leader is not None:
            along = _along(leader, clear, PIECE * size)
            if not all(self.taken.free(part, one.id) for part in along):
                return None
            boxes = (*boxes, *along)
            price += PRICE_OF_ALONG * any(self._leads_along(leader, dx, dy) for dx, dy, _ in self.near_spokes[one.id])
        price += self._doubts(one, box, block, anchor, led=leader is not None)
        price += self._crossings(one, box, block, anchor, led=leader is not None)
        price += PRICE_OF_UNCLEAR * (price > UNCLEAR)
        return Label(box, block, anchor, leader, price, boxes)

    def _doubts(self, one: Named, box: Box, block: Block, anchor: Anchor, *, led: bool) -> float:
        """What it costs that a name might be read as that of another blip."""
        size = self.size
        near = sorted(self.blips.touching((box.grown(FAR * size),), one.id))
        if not near:
            return 0.0
        price = 0.0
        letters = block.letters(box.left, box.top, anchor)
        others = [self.named[id] for id in near]
        nearest = min(_apart(letters, other) for other in others)
        if nearest < NEIGHBOUR * size:
            price += PRICE_OF_NEIGHBOUR
        if led:
            price += PRICE_OF_DOUBT_LED * max(0.0, 1.0 - nearest / (DOUBT_LED * size))
        else:
            further = nearest - _apart(letters, one)
            price += PRICE_OF_DOUBT * min(2.0, max(0.0, 1.0 - further / (DOUBT * size)))
        aside = min(self._aside(box, letters, block, other) for other in others)
        if aside < LEVEL_ALONE * size and (led or self._aside(box, letters, block, one) > LEVEL * size):
            price += PRICE_OF_LEVEL_ALONE * (1.0 - max(aside, 0.0) / (LEVEL_ALONE * size))
        elif aside < LEVEL * size:
            price += PRICE_OF_LEVEL
        marks = [other.mark.grown(BY_MARK * size) for other in others if other.mark is not None]
        if any(mark.touches(line) for mark in marks for line in letters):
            price += PRICE_OF_MARK
        return price + PRICE_OF_ANOTHERS * max(self._as_anothers(one, box, letters, other, led=led) for other in others)

    def _as_anothers(self, one: Named, box: Box, letters: Sequence[Box], other: Named, *, led: bool) -> float:
        """How much a name looks like that of a blip above or below it: 0 to 1."""
        middle = (box.left + box.right) / 2
        size, marked = self.size, self.marked[other.id]
        nearer = size if led else abs(one.x - middle) - abs(other.x - middle)
        if nearer <= 0.0 or not box.left < other.x < box.right:
            return 0.0
        gap = max(letters[0].top - marked.bottom, marked.top - letters[-1].bottom)
        near = (1.0 - max(gap, 0.0) / (ANOTHERS * size)) * min(1.0, nearer / size)
        return max(0.0, near)

    def _aside(self, box: Box, letters: Sequence[Box], block: Block, other: Named) -> float:
        """How far from the end of a line a blip or mark lies that is level with it, in points; infinite without one."""
        least = math.inf
        parts = self.parts[other.id]
        for place, line in enumerate(letters):
            top = box.top + block.size * (LEADING * place - NEARLY)
            bottom = top + block.size * (metrics.ASCENT + metrics.DESCENT + 2 * NEARLY)
            for part in parts:
                if top <= (part.top + part.bottom) / 2 <= bottom:
                    least = min(least, max(line.left - part.right, part.left - line.right))
        return least

    def _crossings(self, one: Named, box: Box, block: Block, anchor: Anchor, *, led: bool) -> float:
        """What the borders cost that run through a name's letters: one that meets only the air above strikes none."""
        disc, outer = self.disc, self.disc.outer
        near, far = disc.reach(box)
        price = 0.0
        letters: tuple[Box, ...] = ()
        for radius in outer:
            if near < radius < far:
                letters = letters or block.letters(box.left, box.top, anchor)
                taken = self._sizes(_on_circle(disc, radius, line) for line in letters)
                if taken > 0.0:
                    price += PRICE_OF_BORDER + PRICE_OF_BORDER_SIZE * taken
        x, y = (box.left + box.right) / 2 - disc.x, (box.top + box.bottom) / 2 - disc.y
        inner, edge = disc.band(one.ring)
        if led:
            price += PRICE_OF_RING * (not inner < math.hypot(x, y) < edge)
        wide, high = block.width / 2, block.height / 2
        for dx, dy, own in self.near_spokes[one.id]:
            side = x * dy - y * dx
            if side * own < 0.0 and x * dx + y * dy > 0.0:
                price += PRICE_OF_MIDDLE_LED if led else PRICE_OF_MIDDLE
            if abs(side) < wide * abs(dy) + high * abs(dx):
                letters = letters or block.letters(box.left, box.top, anchor)
                taken = self._sizes(_on_spoke(disc, dx, dy, line) for line in letters)
                if taken > 0.0:
                    price += PRICE_OF_SPOKE + PRICE_OF_SPOKE_SIZE * taken
        return price

    def _sizes(self, lengths: Iterable[float]) -> float:
        """Lengths together in sizes, rounded: what the machine's own sine says in the last place decides nothing."""
        return round(sum(lengths) / self.size, 3)

    def _leads_along(self, line: Line, dx: float, dy: float) -> bool:
        """Whether a leader runs close beside a spoke in nearly its direction."""
        x, y, end_x, end_y = line
        across, down = end_x - x, end_y - y
        if abs(across * dy - down * dx) > math.sin(math.radians(ALONG_DEGREES)) * math.hypot(across, down):
            return False
        x, y = (x + end_x) / 2 - self.disc.x, (y + end_y) / 2 - self.disc.y
        return x * dx + y * dy > 0.0 and abs(x * dy - y * dx) < ALONG * self.size


def _apart(letters: Sequence[Box], blip: Named) -> float:
    """How far the nearest letters lie from a blip's rim, in points."""
    x, y = blip.x, blip.y
    return (
        min(math.hypot(max(box.left - x, x - box.right, 0.0), max(box.top - y, y - box.bottom, 0.0)) for box in letters)
        - blip.half
    )


def _on_circle(disc: Disc, radius: float, box: Box) -> float:
    """How much of a circle around the centre lies in a box, in points."""
    left, right, top, bottom = box.left - disc.x, box.right - disc.x, box.top - disc.y, box.bottom - disc.y
    if top >= radius or bottom <= -radius:
        return 0.0
    # By how many radians below the level of the centre, on either half.
    low, high = math.asin(max(top / radius, -1.0)), math.asin(min(bottom / radius, 1.0))
    taken = 0.0
    for begin, end in ((left, right), (-right, -left)):
        if end > 0.0 and begin < radius:
            first, last = math.acos(min(end / radius, 1.0)), math.acos(max(begin, 0.0) / radius)
            taken += max(0.0, min(high, last) - max(low, first)) + max(0.0, min(high, -first) - max(low, -last))
    return taken * radius


def _on_spoke(disc: Disc, dx: float, dy: float, box: Box) -> float:
    """How much of a spoke lies in a box, in points; `dx` and `dy` are its direction, of length 1."""
    part = box.inside(disc.x, disc.y, disc.radius * dx, disc.radius * dy)
    return 0.0 if part is None else disc.radius * (part[1] - part[0])


def _along(line: Line, clear: float, piece: float) -> list[Box]:
    """Boxes for pieces of a line, each with air around it."""
    x, y, end_x, end_y = line
    count = max(1, math.ceil(math.hypot(end_x - x, end_y - y) / piece))
    found = []
    for place in range(count):
        from_x, from_y = x + (end_x - x) * place / count, y + (end_y - y) * place / count
        to_x, to_y = x + (end_x - x) * (place + 1) / count, y + (end_y - y) * (place + 1) / count
        box = Box(min(from_x, to_x), min(from_y, to_y), max(from_x, to_x), max(from_y, to_y))
        found.append(box.grown(clear))
    return found
