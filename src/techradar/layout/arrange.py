"""The panel as a whole: which blocks it holds, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from techradar.layout.geometry import Box
from techradar.layout.legend import Legend
from techradar.layout.lines import Laid, moved
from techradar.layout.panel import Block, News
from techradar.layout.scene import Shape

COLUMN = 215.0  # the least width of a column of blocks, at the body's size of 7.8 points
GAP = 9.5  # between blocks, at least
ASIDE = 18.0  # between columns
WIDEST_GAP = 24.0
LEAST_NEWS = 52.0


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a panel may hold; `rings` are the ways to show them, the fullest first, and may be left out."""

    news: News
    legend: Legend | None
    rings: Sequence[Block]
    rings_needed: bool
    marks: Block | None
    method: Block


def arranged(panel: Box, top: float, blocks: Blocks, scale: float) -> tuple[Shape, ...] | None:
    """The blocks in the panel below `top`, or none where they do not fit. `scale`: type over normal type."""
    width = panel.right - panel.left
    columns = max(1, min(4, int((width + ASIDE) / (COLUMN * scale + ASIDE))))
    for rings in [*blocks.rings, *([] if blocks.rings_needed else [None])]:
        if columns == 1:
            shapes = _stacked(panel, top, blocks, rings)
        else:
            shapes = _in_columns(panel, top, blocks, rings, columns)
        if shapes is not None:
            return shapes
    return None


def _height(block: Block | None, width: float) -> float:
    return block(0.0, 0.0, width).height if block is not None else 0.0


def _stacked(panel: Box, top: float, blocks: Blocks, rings: Block | None) -> tuple[Shape, ...] | None:
    """One block below the other; the method at the foot, what is left spread between."""
    x, width = panel.left, panel.right - panel.left
    foot = blocks.method(x, 0.0, width)
    explained = [block(x, 0.0, width) for block in (rings, blocks.marks) if block is not None]
    room = panel.bottom - top - foot.height - GAP - sum(laid.height + GAP for laid in explained)
    parts: list[Laid] = []
    if blocks.legend is not None:
        legend = blocks.legend.lay(x, 0.0, width, room - (LEAST_NEWS + GAP if blocks.news else 0.0))
        if legend is None:
            return None
        parts.append(legend)
        room -= legend.height + GAP
    if blocks.news:
        news = blocks.news.lay(x, 0.0, width, room)
        if news is None:
            return None
        # What is new is said in full before the rings are explained, unless they must be.
        whole = blocks.news.lay(x, 0.0, width)
        if rings is not None and not blocks.rings_needed and whole is not None and news.height < whole.height:
            return None
        parts.insert(0, news)
        room -= news.height + GAP
    if room < -GAP - 0.01:
        return None
    parts += explained
    gap = min(WIDEST_GAP, GAP + max(room, 0.0) / max(len(parts), 1))
    shapes = [moved(shape, 0.0, panel.bottom - foot.height) for shape in foot.shapes]
    y = top
    for laid in parts:
        shapes += [moved(shape, 0.0, y) for shape in laid.shapes]
        y += laid.height + gap
    return tuple(shapes)


def _in_columns(panel: Box, top: float, blocks: Blocks, rings: Block | None, columns: int) -> tuple[Shape, ...] | None:
    """The legend over the whole width, the other blocks in columns below it."""
    x, width = panel.left, panel.right - panel.left
    wide = (width - (columns - 1) * ASIDE) / columns
    room = panel.bottom - top
    fixed = [block for block in (rings, blocks.marks, blocks.method) if block is not None]
    heights = [_height(block, wide) for block in fixed]
    whole = blocks.news.lay(x, 0.0, wide) if blocks.news else None
    wanted = whole.height if whole is not None else 0.0
    for news_height in sorted({wanted, min(wanted, 140.0), min(wanted, 90.0), min(wanted, LEAST_NEWS)}, reverse=True):
        piles = _piles(news_height, heights, columns)
        area = max(_high(pile) for pile in piles)
        legend_room = room - area - GAP
        if blocks.legend is None:
            if area > room:
                continue
            start, shapes = top, []
        else:
            legend = blocks.legend.lay(x, top, width, legend_room)
            if legend is None:
                continue
            shapes, start = [*legend.shapes], panel.bottom - area
        for place, pile in enumerate(piles):
            left, y = x + place * (wide + ASIDE), start
            for key, high in pile.items():
                laid = blocks.news.lay(left, y, wide, high) if key < 0 else fixed[key](left, y, wide)
                if laid is None:
                    return None
                shapes += laid.shapes
                y += high + GAP
        return tuple(shapes)
    return None


def _piles(news: float, heights: Sequence[float], columns: int) -> list[dict[int, float]]:
    """Blocks by column so that the highest column is as low as can be; -1 is the news, in the first."""
    best: tuple[float, list[dict[int, float]]] | None = None
    for places in product(range(columns), repeat=len(heights)):
        piles: list[dict[int, float]] = [{} for _ in range(columns)]
        if news:
            piles[0][-1] = news
        for key, place in enumerate(places):
            piles[place][key] = heights[key]
        highest = max(_high(pile) for pile in piles)
        if best is None or highest < best[0] - 0.01:
            best = highest, piles
    assert best is not None, "there is at least one column"
    return best[1]


def _high(pile: dict[int, float]) -> float:
    return sum(pile.values()) + GAP * max(len(pile) - 1, 0)
