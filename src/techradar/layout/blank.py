"""A sheet for a meeting: what the panel says and shows where nothing is placed yet, with lines to write on."""

from __future__ import annotations

from collections.abc import Sequence

from techradar.language import Language, text
from techradar.layout import metrics
from techradar.layout.geometry import Box
from techradar.layout.lines import Laid, line, moved
from techradar.layout.panel import Block, heading
from techradar.layout.scene import Paint, Path, Shape
from techradar.layout.sheet import Type
from techradar.layout.style import Style

WRITING = 21.0  # points from line to line for handwriting: 7.4 mm
LEAST_LINES, MOST_LINES = 4, 40
GAP, ASIDE = 12.0, 24.0  # points between what is read and what is written, below and beside each other
WIDE = 380.0  # points at the usual size of type: a panel in which both stand side by side
READ = 0.38  # of the width of such a panel, for what is read


def blank_panel(
    panel: Box, top: float, read: Sequence[Block], method: Block, style: Style, foot: Box | None = None
) -> tuple[Shape, ...] | None:
    """What is read and lines to write on in the panel from `top` down, or none without room.

    `read` holds the ways to explain, the fullest first, and may be empty. Where there is a foot the lines are there.
    """
    if foot is not None:
        laid = [block(panel.left, top, panel.right - panel.left) for block in read]
        above = next((each.shapes for each in laid if top + each.height <= panel.bottom), ())
        written = blank_panel(foot, foot.top, (), method, style)
        return None if written is None else (*above, *written)
    for explained in [*((block,) for block in read), ()]:
        if panel.right - panel.left >= WIDE * style.type.body / Type().body:
            shapes = _side_by_side(panel, top, [*explained, method], style)
        else:
            shapes = _stacked(panel, top, explained, method, style)
        if shapes is not None:
            return shapes
    return None


def _side_by_side(panel: Box, top: float, blocks: Sequence[Block], style: Style) -> tuple[Shape, ...] | None:
    wide = (panel.right - panel.left) * READ
    shapes: list[Shape] = []
    y = top
    for block in blocks:
        laid = block(panel.left, y, wide)
        shapes += laid.shapes
        y += laid.height + GAP
    left = panel.left + wide + ASIDE
    lines = _lines(left, top, panel.right - left, panel.bottom - top, style)
    return None if lines is None or y - GAP > panel.bottom + 0.01 else (*shapes, *lines.shapes)


def _stacked(
    panel: Box, top: float, explained: Sequence[Block], method: Block, style: Style
) -> tuple[Shape, ...] | None:
    wide = panel.right - panel.left
    foot = method(panel.left, 0.0, wide)
    shapes = [moved(shape, 0.0, panel.bottom - foot.height) for shape in foot.shapes]
    for block in explained:
        laid = block(panel.left, top, wide)
        shapes += laid.shapes
        top += laid.height + GAP
    lines = _lines(panel.left, top, wide, panel.bottom - foot.height - GAP - top, style)
    return None if lines is None else (*shapes, *lines.shapes)


def _lines(x: float, y: float, room: float, most: float, style: Style) -> Laid | None:
    """When and who, what was placed where and why, and as many lines as `most` points hold; none for too few."""
    size, language = style.type.body, style.language
    step = max(WRITING, size * 1.9)
    shapes: list[Shape] = []
    height = 0.0
    for key in ("date", "by"):
        said = text(f"views.blank.{key}", language)
        height += step
        after = x + metrics.width(said, size, "semibold") + size * 0.6
        shapes.append(line(said, x, y + height - 2.0, size, style.theme.ink, "semibold"))
        shapes.append(_line(after, y + height, x + room, style))
    top = heading(text("views.blank.what", language), x, y + height + GAP, room, style)
    height += GAP + top.height
    count = min(MOST_LINES, int((most - height) / step + 0.001))
    if count < LEAST_LINES:
        return None
    shapes += [*top.shapes, *(_line(x, y + height + (at + 1) * step, x + room, style) for at in range(count))]
    return Laid(tuple(shapes), height + count * step)


def _line(left: float, y: float, right: float, style: Style) -> Path:
    return Path((("M", left, y), ("L", right, y)), Paint(None, style.theme.line, 0.5))


def description(what: str, language: Language) -> str:
    """What a blank sheet shows, for those who do not see it."""
    return text("views.blank.description", language, what=what)
