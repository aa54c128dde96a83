"""Blocks that explain: the sectors' blips, samples with what they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from techradar.history import Snapshot
from techradar.language import text
from techradar.layout import marks, metrics
from techradar.layout.lines import Laid, paragraph
from techradar.layout.panel import Block, Sample, heading, marks_block
from techradar.layout.scene import Shape
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style

Row = tuple[str, Sample]

BETWEEN = 9.5  # points between blocks that stand as one


def rows_block(title: str, rows: Sequence[Row], inset: float, style: Style) -> Block:
    """Samples with what they mean, in one or two columns; `inset` is the width of a sample in points."""

    def lay(x: float, y: float, room: float) -> Laid:
        size, ink = style.type.body, style.theme.ink
        top = heading(title, x, y, room, style)
        # Shapes that tell sectors apart fill their whole width, and stand clear of the next.
        least = max(inset + 2.0, size * 1.5) if inset <= size * 2 else size * 1.5
        widest = max(metrics.width(said, size) for said, _ in rows) + inset + size
        columns = 2 if 2 * widest + size <= room and len(rows) > 1 else 1
        wide = room / columns
        shapes, heights = list(top.shapes), [0.0] * columns
        down = -(-len(rows) // columns)
        for place, (said, sample) in enumerate(rows):
            column = place // down
            left, above = x + column * wide, y + top.height + heights[column]
            laid = paragraph(said, left + inset + size * 0.5, above, wide - inset - size * 0.5, size, ink)
            high = max(laid.height + size * 0.2, least)
            # The sample stands at the middle of the first line.
            shapes += sample(left + inset / 2, above + size * (metrics.ASCENT - metrics.CAP_HEIGHT / 2))
            shapes += laid.shapes
            heights[column] += high
        return Laid(tuple(shapes), top.height + max(heights))

    return lay


def sectors_block(snapshot: Snapshot, style: Style, width: float) -> Block:
    """The sectors with their blips, `width` points wide, those that the picture holds."""
    used = Counter(standing.sector.id for standing in snapshot.standings)
    rows: list[Row] = []
    for sector in snapshot.configuration.sectors:
        if sector.id in used:
            first = next(standing for standing in snapshot.standings if standing.sector.id == sector.id)
            look = style._replace(highlight=frozenset()).look(first)._replace(fill="none", open=False)

            def sample(x: float, y: float, look: marks.Look = look) -> tuple[Shape, ...]:
                return marks.blip(x, y, width, look, False)

            rows.append((sector.name, sample))
    return rows_block(text("views.sectors", style.language), rows, width, style)


def still(snapshot: Snapshot) -> Snapshot:
    """The snapshot for a view that says nothing of movement."""
    return snapshot._replace(standings=tuple(s._replace(movement=None) for s in snapshot.standings))


def still_marks(snapshot: Snapshot, style: Style, blip: BlipSize, numbered: bool, brief: bool = False) -> Block | None:
    """How blips are read in a view that says nothing of movement at them; none where there is nothing to say.

    In brief not what the head says.
    """
    return marks_block(still(snapshot), style, blip, numbered, brief)


def one_below_the_other(blocks: Sequence[Block]) -> Block:
    """Blocks as one."""

    def lay(x: float, y: float, room: float) -> Laid:
        shapes: list[Shape] = []
        height = 0.0
        for place, block in enumerate(blocks):
            height += BETWEEN if place else 0.0
            laid = block(x, y + height, room)
            shapes += laid.shapes
            height += laid.height
        return Laid(tuple(shapes), height)

    return lay
