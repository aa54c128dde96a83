"""The ways to write a name in lines beside its blip.

One line, or two, or three for a long name; no short word stands alone on a line. What breaks these habits is kept
apart, for a name that has no place otherwise. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from techradar.layout import metrics
from techradar.layout.geometry import Box
from techradar.layout.scene import Anchor, Weight

LEADING = 1.14  # of the size, from line to line
LONGEST_LINE = 17.0  # in sizes: a longer name is broken
# In sizes and as a part of the width in two lines: a name that is wider so is written in three where they save enough.
WIDE, NARROWER = 7.0, 0.86
SHORT = 3  # letters: a word that stands on no line alone, and better not at a line's end
AT_THE_END = 0.8  # in sizes: how much narrower a name must be for a short word at the end of a line
MOST_PARTS = 24  # of a name whose ways are all looked at
HALO = 0.1  # in sizes: air between letters and a border that is broken before them
DESCENDERS = frozenset("gjpqyçþQJ(),;/|[]{}")

SHARES: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of what a line is shorter, before it


class Block(NamedTuple):
    """A name in lines, with its size; `fall` is how far its last line reaches below the baseline, `rise` the first."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    width: float
    height: float
    size: float
    rise: float
    fall: float

    def reach(self, top: float) -> tuple[float, float]:
        """Between which heights its letters lie, with the air that they need."""
        baseline = top + self.size * metrics.ASCENT
        return baseline - self.rise, baseline + self.size * LEADING * (len(self.lines) - 1) + self.fall

    def letters(self, left: float, top: float, anchor: Anchor) -> tuple[Box, ...]:
        """A box for each line around its letters and the air that they need, one reaching down to the next."""
        size = self.size
        baseline = top + size * metrics.ASCENT
        above = baseline - self.rise
        last = len(self.lines) - 1
        found = []
        for place, wide in enumerate(self.widths):
            x = left + SHARES[anchor] * (self.width - wide)
            below = baseline + (self.fall if place == last else size * (LEADING - metrics.X_HEIGHT) / 2)
            found.append(Box(x - HALO * size, above, x + wide + HALO * size, below))
            above = below
            baseline += LEADING * size
        return tuple(found)


def blocks(name: str, size: float, weight: Weight) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The ways to write a name, each narrower than the one before: good ones, then those for want of room."""
    pieces = metrics.pieces_of(name)
    good: list[Block] = []
    spare: list[Block] = []
    most = size * LONGEST_LINE
    for count in range(1, 4):
        broken = list(_broken(pieces, count))
        found = [lines for lines in broken if not any(_is_short(line) for line in lines)] if count > 1 else broken
        block = _narrowest(found, size, weight, most)
        if block is not None and (not good or count < 3 or _worth(good[-1], block)):
            good.append(block)
        else:
            block = block or _narrowest(broken, size, weight, most)
            if block is not None:
                spare.append(block)
        if block is not None:
            most = block.width - 0.01
    if not good and not spare:
        # Words longer than three lines may be, or one: as many lines as they need, or just as it stands.
        good.append(_block(metrics.wrapped(name, size, weight, most, 4) or (name,), size, weight))
    return (tuple(good), tuple(spare)) if good else (tuple(spare), ())


def _worth(before: Block, block: Block) -> bool:
    """Whether a name is long enough for three lines."""
    return before.width > WIDE * block.size and block.width < NARROWER * before.width


def _broken(pieces: Sequence[str], count: int) -> Iterator[tuple[str, ...]]:
    """The ways to break a name into so many lines."""
    if len(pieces) > MOST_PARTS:
        # Seldom more than a name of single letters: broken where the lines are about as long.
        pieces = ["".join(pieces[at : at + 2]) for at in range(0, len(pieces), 2)]
    for breaks in combinations(range(1, len(pieces)), count - 1):
        edges = (0, *breaks, len(pieces))
        yield tuple("".join(pieces[first:last]).rstrip() for first, last in pairwise(edges))


def _narrowest(ways: Sequence[tuple[str, ...]], size: float, weight: Weight, most: float) -> Block | None:
    """The narrowest of some ways, at most `most` points wide; a short word at the end of a line makes it wider."""
    best: tuple[float, Block] | None = None
    for lines in ways:
        block = _block(lines, size, weight)
        if block.width > most:
            continue
        width = block.width + AT_THE_END * size * sum(_is_short(line.split()[-1]) for line in lines[:-1])
        if best is None or width < best[0]:
            best = width, block
    return None if best is None else best[1]


def _is_short(line: str) -> bool:
    """Whether a line is a single word of few letters."""
    return len(line) <= SHORT and " " not in line


def height(lines: int, size: float) -> float:
    """How high a name in so many lines is."""
    return size * (metrics.ASCENT + metrics.DESCENT + LEADING * (lines - 1))


def _block(lines: tuple[str, ...], size: float, weight: Weight) -> Block:
    widths = tuple(metrics.width(line, size, weight) for line in lines)
    # Marks over capital letters reach as high as the line.
    tall = any(letter.isupper() and not letter.isascii() and letter not in "ÆØ" for letter in lines[0])
    rise = size * ((metrics.ASCENT if tall else metrics.CAP_HEIGHT) + HALO)
    fall = size * ((metrics.DESCENT if DESCENDERS & set(lines[-1]) else 0.0) + HALO)
    return Block(lines, widths, max(widths), height(len(lines), size), size, rise, fall)
