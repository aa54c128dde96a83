"""A blip with its name or number, as groups of the ids that every view gives them."""

from __future__ import annotations

from collections.abc import Sequence

from techradar.history import Standing
from techradar.language.writing import number as number_text
from techradar.layout import marks, metrics, words
from techradar.layout.label_lines import LEADING, height
from techradar.layout.scene import Group, Text, Weight
from techradar.layout.sheet import Type
from techradar.layout.style import Style, text_on


def blip_group(
    standing: Standing, x: float, y: float, width: float, style: Style, *, numbered: bool, link: str | None
) -> Group:
    """The blip of a technology, `width` points wide around (x, y), with what a reader is told of it."""
    id = standing.technology.id
    score = number_text(standing.score, "en") if standing.score is not None else ""
    return Group(
        marks.blip(x, y, width, style.look(standing), numbered),
        id=f"blip-{id}",
        title=words.blip_title(standing, style.language),
        href=link.replace("{id}", id) if link else None,
        data=(
            ("ring", standing.ring.id),
            ("sector", standing.sector.id),
            ("movement", standing.movement.value if standing.movement is not None else ""),
            ("score", score),
        ),
    )


def number_group(standing: Standing, x: float, y: float, size: float, style: Style) -> Group:
    """The number of a technology in its blip around (x, y)."""
    fill = text_on(style.theme, style.look(standing).under_number)
    return Group((marks.number(x, y, standing.number, size, fill),), id=f"label-{standing.technology.id}")


def weight_of(standing: Standing, style: Style) -> Weight:
    """How strongly the name of a technology is set."""
    return "semibold" if standing.technology.id in style.highlight else "regular"


def sizes_of_names(type: Type) -> tuple[float, ...]:
    """The sizes of type to try for names that stand in rows, the largest first."""
    return tuple(dict.fromkeys(max(type.name * part, type.least_name) for part in (1.25, 1.1, 1.0, 0.0)))


def blip_of_name(type: Type, size: float) -> float:
    """How wide the blip beside a name of that size is: as high as its line, whatever the width for numbers."""
    return max(size * 1.15, min(type.least_blip, Type().least_blip))


def ink_of(standing: Standing, style: Style) -> str:
    """The colour of a technology's name."""
    return style.theme.ink if style.lit(standing.technology.id) else style.theme.muted


def name_group(
    standing: Standing, lines: Sequence[str], x: float, y: float, size: float, fill: str, weight: Weight
) -> Group:
    """The name of a technology in lines from the left at `x`, their middle at `y`."""
    top = y - height(len(lines), size) / 2
    texts = tuple(
        Text(
            x, top + size * (metrics.ASCENT + LEADING * at), said, size, fill, metrics.width(said, size, weight), weight
        )
        for at, said in enumerate(lines)
    )
    return Group(texts, id=f"label-{standing.technology.id}")
