"""Blocks side by side: which stands in which column, and where."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from techradar.layout.lines import Laid, moved
from techradar.layout.news import News
from techradar.layout.panel import Block
from techradar.layout.scene import Shape

GAP, WIDEST_GAP = 9.5, 24.0  # points between blocks, at least and at most
ASIDE = 18.0  # points between columns
FARTHEST = 60.0  # points between the first block of a column and those at the foot; else they stand below it


def laid_out(
    piles: Sequence[dict[int, float]],
    fixed: Sequence[Block],
    news: News | None,
    x: float,
    top: float,
    bottom: float,
    wide: float,
) -> list[Shape] | None:
    """The blocks of each pile one below the other, or none where the news does not fit.

    The first stands at the top, the others at the bottom, unless they would be far from it.
    """
    shapes: list[Shape] = []
    for place, pile in enumerate(piles):
        left = x + place * (wide + ASIDE)
        laid: list[Laid] = []
        for key, high in pile.items():
            one = fixed[key](left, 0.0, wide) if key >= 0 else news.lay(left, 0.0, wide, high + 0.01) if news else None
            if one is None:
                return None
            laid.append(one)
        free = bottom - top - sum(one.height for one in laid)
        gap = min(WIDEST_GAP, free / max(len(laid) - 1, 1))
        apart = free - gap * max(len(laid) - 2, 0)
        down = top
        for at, one in enumerate(laid):
            if at == 1 and apart <= FARTHEST:
                down += apart - gap
            shapes += [moved(shape, 0.0, down) for shape in one.shapes]
            down += one.height + gap
    return shapes


def piled(news: float, heights: Sequence[float], columns: int) -> list[dict[int, float]]:
    """Blocks by column so that the highest column is as low as can be; -1 is the news, in the first."""
    best: tuple[float, list[dict[int, float]]] | None = None
    for places in product(range(columns), repeat=len(heights)):
        piles: list[dict[int, float]] = [{} for _ in range(columns)]
        if news:
            piles[0][-1] = news
        for key, place in enumerate(places):
            piles[place][key] = heights[key]
        highest = max(height_of(pile) for pile in piles)
        if best is None or highest < best[0] - 0.01:
            best = highest, piles
    assert best is not None, "there is at least one column"
    return best[1]


def height_of(pile: dict[int, float]) -> float:
    """How high the blocks of a pile are with the least gaps between them, in points."""
    return sum(pile.values()) + GAP * max(len(pile) - 1, 0)
