"""Where a view in columns and rows lies on its sheet: the head, the panel that is read, the board that is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from techradar.layout import metrics
from techradar.layout.geometry import Box
from techradar.layout.options import Size
from techradar.layout.scene import Circle, Path, Shape, Text, walk
from techradar.layout.sheet import SIZES, STEPS, Sheet, sheet

SHARES = (0.76, 0.64, 0.52)  # of the width, or of what is below the head, that the board may take
BRIEF_SHARES = (0.76, 0.7, 0.64, 0.52)  # the same on a slide, where a few words more or less in the panel decide
AIR = 0.9  # between board and panel, in margins
# Points that a panel leaves free: for fewer the board is not made higher; and what a block has below its last line.
WORTH, SPARE = 6.0, 9.0


class Board(NamedTuple):
    """The places on a sheet; the panel begins at `top`."""

    head: Box
    panel: Box
    top: float
    board: Box


def sheets(size: Size) -> Iterator[Sheet]:
    """The sheets to try, each with the shares that the board may take; a smaller board is for a long legend."""
    named = STEPS if size is None else ((size, *SIZES[size]) if isinstance(size, str) else (_said(size), *size),)
    for name, width, height in named:
        on = sheet(name, width, height)
        yield from (on._replace(share=share) for share in (BRIEF_SHARES if on.brief else SHARES))


def _said(size: tuple[float, float]) -> str:
    return f"{size[0]:g}x{size[1]:g}"


def roomy(on: Sheet) -> bool:
    """Whether names are tried on the board: it is as large as it can be, or read from afar, as no long legend is."""
    return on.brief or on.share == SHARES[0]


def board_on(on: Sheet, head_height: float) -> Board:
    """Head and panel beside the board where the sheet is wide, else the head above it and the panel below.

    `head_height` is that of the head in the width that `head_width` says, in points.
    """
    margin = on.margin
    right, bottom = on.width - margin, on.height - margin
    if on.beside:
        left = right - (on.width - 2 * margin) * on.share
        panel = Box(margin, margin, left - margin * AIR, bottom)
        return Board(panel, panel, margin + head_height + margin * 0.5, Box(left, margin, right, bottom))
    top = margin + head_height + margin * 0.5
    # Below the board, columns of the panel need less than they would beside it.
    lower = top + (bottom - top) * (on.share - 0.04)
    panel = Box(margin, lower + margin * 0.5, right, bottom)
    return Board(Box(margin, margin, right, top), panel, panel.top, Box(margin, top, right, lower))


def taller(on: Sheet, board: Board, panel: Sequence[Shape]) -> Sheet | None:
    """The sheet with a board as much higher as the panel below it leaves free; none where that is little."""
    if on.beside:
        return None
    free = board.panel.bottom - max(_foot(shape) for shape in walk(tuple(panel))) - SPARE
    return on._replace(share=on.share + free / (board.panel.bottom - board.board.top)) if free > WORTH else None


def _foot(shape: Shape) -> float:
    """How far down a shape reaches; a group as far as what it holds, which is asked for itself."""
    if isinstance(shape, Text):
        return shape.y + metrics.DESCENT * shape.size
    if isinstance(shape, Circle):
        return shape.y + shape.radius
    return (
        max((float(step[-1]) for step in shape.steps if len(step) > 1), default=0.0) if isinstance(shape, Path) else 0.0
    )


def said(panel: Sequence[Shape]) -> list[str]:
    """What a panel says, so that two can be compared."""
    return [shape.string for shape in walk(tuple(panel)) if isinstance(shape, Text)]


def head_width(on: Sheet) -> float:
    """How wide the head is."""
    inner = on.width - 2 * on.margin
    return inner * (1 - on.share) - on.margin * AIR if on.beside else inner
