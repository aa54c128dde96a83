"""The panel as a whole: which blocks it holds, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from techradar.layout.geometry import Box
from techradar.layout.legend import Legend
from techradar.layout.lines import Laid, moved
from techradar.layout.news import News
from techradar.layout.panel import Block, Rings
from techradar.layout.piles import ASIDE, FARTHEST, GAP, WIDEST_GAP, height_of, laid_out, piled
from techradar.layout.scene import Shape

# The least width of a column of blocks, and of one where wider ones do not hold all, at the body's size of 7.8 points.
COLUMN, NARROW = 215.0, 190.0
METHOD_BESIDE = 0.5  # how much emptier panel and foot may be for the method to stand at the foot of the sheet
NEWS_BELOW = 1.5  # the same for the news to stand there, where it is read last
FOOT_FIRST = 4.0  # how much more it counts that the foot is filled than that the panel is
# How many ways to share blocks between them are laid out and compared: without a legend, and with one, which costs.
MOST_SHARES, MOST_WITH_LEGEND = 8, 3
LEAST_NEWS = 52.0  # what the news has at least, so that a smaller disc is tried before all is only counted
# How much of its height the news may have where it cannot have all, in the order to try.
SHORTER = (0.8, 0.6, 0.45, 0.3, 0.22, 0.16, 0.12, 0.08, 0.0)


class Blocks(NamedTuple):
    """What a panel may hold; `rings` are the ways to show them, the fullest first, and may be left out.

    Where they are `rings_wanted` something else is rather said in short, and where `rings_needed` nothing fits without.
    `fewer_marks` are ways to leave out of the marks what the news shows beside its words; none in it leaves out all.
    """

    news: News | None
    legend: Legend | None
    rings: Sequence[Block]
    rings_needed: bool
    marks: Block | None
    method: Block | None
    fewer_marks: Sequence[Block | None] = ()
    torn: bool = True  # whether a sector of the legend may go on in its next column
    rings_wanted: bool = False


class Stood(NamedTuple):
    """Shapes in a box, and how much of its height they need: 0 to 1."""

    shapes: tuple[Shape, ...]
    share: float


def arranged(
    panel: Box,
    top: float,
    blocks: Blocks,
    larger: float,
    foot: Box | None = None,
    news: Sequence[bool] = (True, False),
) -> tuple[Shape, ...] | None:
    """The blocks in the panel below `top`, and in the foot where there is one; none where they do not fit.

    `larger` is how much larger than usual type is, `news` whether what is new is whole, in the order to try.
    """
    if blocks.rings_wanted and not blocks.rings_needed:
        with_rings = arranged(panel, top, blocks._replace(rings_needed=True), larger, foot, news)
        if with_rings is not None:
            return with_rings
    # What is new is said in full before the rings are explained, unless they must be.
    for whole in news if blocks.news else (True,):
        if not _possible(panel, top, blocks, larger, foot, whole):
            continue
        for said, rings in _tried(blocks, foot, whole):
            if foot is not None:
                found = _shared(panel, top, foot, said, rings, larger, whole)
            else:
                found = _filled(panel, top, said, rings, larger, whole)
            if found is not None:
                return found.shapes
    return None


def _tried(blocks: Blocks, foot: Box | None, whole: bool) -> Iterator[tuple[Blocks, Block | None]]:
    """The ways in the order to try: where the news is cut short, such as name much of it before it is only counted."""
    cut = [blocks]
    if not whole and blocks.news is not None:
        cut = [*(() if blocks.news.brief else (blocks._replace(news=replace(blocks.news, counted=False)),)), blocks]
    for each in cut:
        ways = list(_ways(each))
        # What explains takes little from news that is named, unless it has room of its own below the disc.
        if each.news is not None and not each.news.counted and foot is None:
            ways = [way for way in ways if way[1] not in blocks.rings] or ways[::-1]
        yield from _whole_first(ways) if blocks.legend is not None else ways


def _whole_first(ways: Sequence[tuple[Blocks, Block | None]]) -> Iterator[tuple[Blocks, Block | None]]:
    """The ways with whole sectors, then again with torn ones."""
    yield from ((said._replace(torn=torn), rings) for torn in (False, True) for said, rings in ways)


def possible(panel: Box, top: float, blocks: Blocks, larger: float, foot: Box | None, news: Sequence[bool]) -> bool:
    """Whether the least heights of the blocks have room: where not, `arranged` finds none either. Costs little."""
    return any(_possible(panel, top, blocks, larger, foot, whole) for whole in (news if blocks.news else (True,)))


def _possible(panel: Box, top: float, blocks: Blocks, larger: float, foot: Box | None, whole: bool) -> bool:
    said, rings = list(_ways(blocks))[-1]
    if foot is not None:
        return bool(_shares(panel, top, foot, said, rings, larger, whole))
    return _may_hold(panel, top, said, rings, larger, whole)


def _ways(blocks: Blocks) -> Iterator[tuple[Blocks, Block | None]]:
    """The blocks and the rings with more words, and with fewer; rings are left out last, after marks."""
    ways = [*blocks.rings]
    if ways and isinstance(ways[-1], Rings):
        ways.append(replace(ways[-1], low=True))
    fewer = [blocks._replace(marks=marks) for marks in blocks.fewer_marks if blocks.news is not None]
    for rings in ways:
        yield blocks, rings
    if ways:
        yield from ((said, ways[-1]) for said in fewer)
    if not ways or not blocks.rings_needed:
        yield from ((said, None) for said in (blocks, *fewer))


def _may_hold(panel: Box, top: float, blocks: Blocks, rings: Block | None, larger: float, whole: bool) -> bool:
    """Whether the least heights of the blocks have room in a panel."""
    width, columns = panel.right - panel.left, _counts(panel.right - panel.left, larger)[-1]
    wide = (width - (columns - 1) * ASIDE) / columns
    heights = _heights(blocks._replace(rings=[rings] if rings is not None else []), wide, width, whole)
    least = sum(high / (1 if name == "legend" else columns) for name, high in heights.items())
    return least <= panel.bottom - top + 0.01


def _shared(
    panel: Box, top: float, foot: Box, blocks: Blocks, rings: Block | None, larger: float, whole: bool
) -> Stood | None:
    """Some blocks in the panel beside the disc and the rest in the foot, so that neither is much emptier."""
    best: tuple[float, Stood] | None = None
    tried, most = 0, MOST_SHARES if blocks.legend is None else MOST_WITH_LEGEND
    for upper, lower in _shares(panel, top, foot, blocks, rings, larger, whole):
        above = _stacked(panel, top, upper, upper.rings[0] if upper.rings else None, whole)
        if above is None:
            continue
        # What is new may be shortened wherever it stands, never what stands alone.
        ring = lower.rings[0] if lower.rings else None
        below = _filled(foot, foot.top, lower, ring, larger, whole or lower.news is None, hung=False)
        if below is None:
            continue
        empty = (1 - above.share) ** 2 + FOOT_FIRST * (1 - below.share) ** 2
        empty += METHOD_BESIDE if upper.method is not None else 0.0
        empty += NEWS_BELOW if lower.news is not None else 0.0
        if best is None or empty < best[0] - 1e-6:
            best = empty, Stood((*above.shapes, *below.shapes), 0.0)
        tried += 1
        # What is cut short fills any room.
        if tried == most or not whole:
            break
    return None if best is None else best[1]


def _shares(
    panel: Box, top: float, foot: Box, blocks: Blocks, rings: Block | None, larger: float, whole: bool
) -> list[tuple[Blocks, Blocks]]:
    """The ways to share blocks between panel and foot that their heights allow, the most even first."""
    blocks = blocks._replace(rings=[rings] if rings is not None else [])
    width, columns = foot.right - foot.left, _counts(foot.right - foot.left, larger)[-1]
    wide = (width - (columns - 1) * ASIDE) / columns
    beside = _heights(blocks, panel.right - panel.left, panel.right - panel.left, whole)
    below = _heights(blocks, wide, width, whole)
    high = panel.bottom - top, foot.bottom - foot.top
    found: list[tuple[float, set[str]]] = []
    for chosen in product((True, False), repeat=len(beside)):
        names = {name for name, here in zip(beside, chosen, strict=True) if here}
        above = sum(height + GAP for name, height in beside.items() if name in names) - GAP
        rest = sum(below[name] / (1 if name == "legend" else columns) for name in below if name not in names)
        if above <= high[0] + 0.01 and rest <= high[1] + 0.01:
            looks = max([rest, *(below[name] for name in below if name not in names and name != "legend")])
            uneven = (1 - above / high[0]) ** 2 + FOOT_FIRST * (1 - min(looks / high[1], 1.0)) ** 2
            uneven += METHOD_BESIDE if "method" in names else 0.0
            uneven += NEWS_BELOW if "news" in below and "news" not in names else 0.0
            found.append((round(uneven, 6), names))
    found.sort(key=lambda one: one[0])
    return [(_only(blocks, names), _only(blocks, beside.keys() - names)) for _, names in found]


def _heights(blocks: Blocks, wide: float, width: float, whole: bool) -> dict[str, float]:
    """How high each block is at least in a column, the legend in the whole width."""
    found: dict[str, float] = {}
    if blocks.news is not None:
        found["news"] = blocks.news.at_least(wide) if whole else blocks.news.least(wide)
    if blocks.legend is not None:
        found["legend"] = blocks.legend.least(width)
    fixed = {"rings": blocks.rings[0] if blocks.rings else None, "marks": blocks.marks, "method": blocks.method}
    return found | {name: block(0.0, 0.0, wide).height for name, block in fixed.items() if block is not None}


def _only(blocks: Blocks, names: Set[str]) -> Blocks:
    """The blocks of these names."""
    return Blocks(
        news=blocks.news if "news" in names else None,
        legend=blocks.legend if "legend" in names else None,
        rings=blocks.rings if "rings" in names else (),
        rings_needed=False,
        marks=blocks.marks if "marks" in names else None,
        method=blocks.method if "method" in names else None,
        torn=blocks.torn,
    )


def _counts(width: float, larger: float) -> list[int]:
    """How many columns of blocks a panel of that width may have, those that are tried first before."""
    counts = [max(1, min(4, int((width + ASIDE) / (least * larger + ASIDE)))) for least in (COLUMN, NARROW)]
    return list(dict.fromkeys(counts))


def _filled(
    panel: Box, top: float, blocks: Blocks, rings: Block | None, larger: float, whole: bool, *, hung: bool = True
) -> Stood | None:
    """The blocks in as many columns as the panel has room for, or in one; `hung` as in `_stacked`."""
    width = panel.right - panel.left
    counts = _counts(width, larger)
    # Rings that stand side by side want the whole width, and so does what stands with them.
    across = rings is not None and rings(0.0, 0.0, width).height < 0.75 * rings(0.0, 0.0, width / counts[0]).height
    # A block that stands alone has the whole width too.
    blocks_there = sum(block is not None for block in (blocks.news, rings, blocks.marks, blocks.method))
    for columns in dict.fromkeys([1, *counts] if across or blocks_there == 1 else counts):
        if columns == 1:
            found = _stacked(panel, top, blocks, rings, whole, hung=hung)
        else:
            found = _over_method(panel, top, blocks, rings, columns, whole) if hung else None
            found = found or _in_columns(panel, top, blocks, rings, columns, whole, hung=hung)
        if found is not None:
            return found
    return None


def _over_method(
    panel: Box, top: float, blocks: Blocks, rings: Block | None, columns: int, whole: bool
) -> Stood | None:
    """Blocks in columns and the method at the foot, as wide as they; none with a legend, which has the foot itself."""
    if blocks.method is None or blocks.legend is not None:
        return None
    foot = blocks.method(panel.left, 0.0, panel.right - panel.left)
    above = panel._replace(bottom=panel.bottom - foot.height - WIDEST_GAP)
    found = _in_columns(above, top, blocks._replace(method=None), rings, columns, whole)
    if found is None:
        return None
    return Stood((*found.shapes, *(moved(shape, 0.0, panel.bottom - foot.height) for shape in foot.shapes)), 1.0)


def _news_heights(news: News | None, width: float, whole: bool) -> list[float]:
    """The heights to give the news: those that hold all, or less and less."""
    if news is None:
        return [0.0] if whole else []
    heights = news.heights(width)
    if whole:
        return heights
    if news.brief:
        return [news.least(width)]
    least = max(news.least(width), min(LEAST_NEWS, heights[-1]))
    return [max(least, part * heights[-1]) for part in SHORTER]


def _stacked(
    panel: Box, top: float, blocks: Blocks, rings: Block | None, whole: bool, *, hung: bool = True
) -> Stood | None:
    """One block below the other: what is read from the top, what explains at the foot, over the method.

    Where there is nothing to read, what explains stands at the top unless it is `hung`.
    """
    x, width = panel.left, panel.right - panel.left
    foot = blocks.method(x, 0.0, width) if blocks.method is not None else Laid((), -GAP)
    explained = [block(x, 0.0, width) for block in (rings, blocks.marks) if block is not None]
    room = panel.bottom - top - foot.height - GAP - sum(laid.height + GAP for laid in explained)
    read = _read(blocks, x, width, room, whole)
    if read is None:
        return None
    room -= sum(laid.height + GAP for laid in read)
    if room < -GAP - 0.01:
        return None
    free = max(room, 0.0)
    share = 1.0 - free / (panel.bottom - top)
    shapes: list[Shape] = []
    gap, y = min(WIDEST_GAP, GAP + free / max(len(read) + len(explained), 1)), top
    if read and width > panel.bottom - top:
        # Below a disc what is left lies evenly above and between all; in a column it would look like holes.
        apart = free / (len(read) + len(explained) + 1)
        gap, y = GAP + apart, top + apart
    if len(explained) > 1 and not read and not hung:
        # Alone in a foot, what explains is spread over it.
        apart = free / (len(explained) + (blocks.method is not None))
        gap, y = GAP + apart, top + apart
    for laid in read:
        shapes += [moved(shape, 0.0, y) for shape in laid.shapes]
        y += laid.height + gap
    shapes += [moved(shape, 0.0, panel.bottom - foot.height) for shape in foot.shapes]
    at_foot = panel.bottom - foot.height - sum(laid.height + gap for laid in explained)
    # What explains stands at the foot, unless it would be far from what is read above it; a single block always does
    # where nothing is read: between two bands of nothing it would float.
    alone = not read and not hung and len(explained) == 1
    if alone or ((read or hung) and at_foot - y <= FARTHEST):
        y = at_foot
    for laid in explained:
        shapes += [moved(shape, 0.0, y) for shape in laid.shapes]
        y += laid.height + gap
    return Stood(tuple(shapes), share)


def _read(blocks: Blocks, x: float, width: float, room: float, whole: bool) -> list[Laid] | None:
    """The news and below it the legend, together at most `room` high, or none."""
    if blocks.news is None and blocks.legend is None:
        return []
    most = room if blocks.legend is None else room - blocks.legend.least(width) + 0.01
    for height in _news_heights(blocks.news, width, whole):
        kept = height + GAP if blocks.news else 0.0
        if kept > most + GAP:
            continue
        legend = blocks.legend.lay(x, 0.0, width, room - kept, torn=blocks.torn) if blocks.legend is not None else None
        if blocks.legend is not None and legend is None:
            continue
        left = room - (legend.height + GAP if legend is not None else 0.0)
        if whole and left + 0.01 < height:
            continue
        news = blocks.news.lay(x, 0.0, width, left) if blocks.news else None
        if news is not None or not blocks.news:
            return [laid for laid in (news, legend) if laid is not None]
    return None


def _in_columns(
    panel: Box, top: float, blocks: Blocks, rings: Block | None, columns: int, whole: bool, *, hung: bool = True
) -> Stood | None:
    """The legend over the whole width, the other blocks in columns below it; the news in a column, or above all.

    All columns begin on one line and end at the foot; unless they are `hung` from the top, they are as low as can be.
    """
    width = panel.right - panel.left
    wide = (width - (columns - 1) * ASIDE) / columns
    fixed = [block for block in (rings, blocks.marks, blocks.method) if block is not None]
    heights = [block(0.0, 0.0, wide).height for block in fixed]
    tries = [(height, False) for height in _news_heights(blocks.news, wide, whole)]
    if blocks.news:
        tries += [(height, True) for height in _news_heights(blocks.news, width, whole)]
    if not whole:
        # The news may have less and less of its height, whichever way it lies.
        tries = [one for pair in zip(tries[: len(tries) // 2], tries[len(tries) // 2 :], strict=True) for one in pair]
    for height, above in tries:
        head = blocks.news.lay(panel.left, top, width, height + 0.01) if above and blocks.news else None
        if above and head is None:
            continue
        start = top if head is None else top + head.height + GAP
        piles = piled(0.0 if above else height, heights, columns)
        filled = _below(panel, start, blocks, fixed, piles, wide, hung=hung)
        if filled is not None:
            shapes, used = filled
            used += start - top
            return Stood((*(head.shapes if head is not None else ()), *shapes), used / (panel.bottom - top))
    return None


def _below(
    panel: Box,
    top: float,
    blocks: Blocks,
    fixed: Sequence[Block],
    piles: Sequence[dict[int, float]],
    wide: float,
    *,
    hung: bool,
) -> tuple[list[Shape], float] | None:
    """The legend from `top` on and the piles at the foot, or without a legend right there; and the height used.

    None without room.
    """
    area = max(height_of(pile) for pile in piles)
    if area > panel.bottom - top + 0.01:
        return None
    start, shapes, used = top if hung else panel.bottom - area, list[Shape](), area
    if blocks.legend is not None:
        room = panel.bottom - top - area - GAP
        legend = blocks.legend.lay(panel.left, top, panel.right - panel.left, room, torn=blocks.torn)
        if legend is None:
            return None
        shapes, start, used = [*legend.shapes], panel.bottom - area, legend.height + GAP + area
    if -1 in piles[0]:
        # The news takes what the others in its column leave.
        others = height_of({key: high for key, high in piles[0].items() if key >= 0})
        piles[0][-1] = panel.bottom - start - others - (GAP if len(piles[0]) > 1 else 0.0)
    filled = laid_out(piles, fixed, blocks.news, panel.left, start, panel.bottom, wide)
    return None if filled is None else ([*shapes, *filled], used)
