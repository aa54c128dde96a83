"""The matrix' grid: a field for each pair of levels, the names of levels and scales, and the names of the corners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from techradar.history import Snapshot
from techradar.language import text
from techradar.layout import metrics, words
from techradar.layout.geometry import Box
from techradar.layout.lines import LEADING, broken, line
from techradar.layout.scene import Anchor, Group, Paint, Path, Shape
from techradar.layout.style import Style
from techradar.model import Scale
from techradar.theme import mixed

APART = 9.0  # points between the grid and what is not known
STRIP = 0.1  # of the height, times how slim: the strip of what is known on neither scale
BORDER = 0.7
NEAR = 5.0  # points between a name and the grid
HEADER = 0.17  # of the board's width that the names of the rows may take
ARROW = 0.7  # of the size of type: the arrow at the name of a scale
INSET = 5.0
LINES_OF_LARGER = 4  # in which a meaning stands at most, where type is larger than it needs to be

# A place in the grid: the level of maturity and of adoption, 0 lowest, none where it is not known.
Place = tuple[int | None, int | None]


class Field(NamedTuple):
    """A field, and what of it is free for technologies."""

    box: Box
    free: Box


class Grid(NamedTuple):
    """The grid: its fields by their levels, and all that is drawn of it."""

    fields: dict[Place, Field]
    shapes: tuple[Shape, ...]


class Shaping(NamedTuple):
    """How a grid is laid out: with what levels mean or not, how slim what is not known is, and how high each row is.

    `slim` is a part of a field's width or height; `rows` are the heights of the levels' rows, lowest level first, in
    parts of their mean. `larger` is how much larger than the panel's the type of levels, scales and corners is.
    """

    described: bool
    slim: float
    rows: tuple[float, ...]
    larger: float = 1.0


def grid_in(board: Box, snapshot: Snapshot, places: Mapping[str, Place], style: Style, shaping: Shaping) -> Grid | None:
    """The grid that fills a board, or none where its names do not fit.

    What is known on one scale only stands in a column or a row apart, what is known on neither in a strip at the
    foot; each only where there is such a technology. `places` are those of the technologies by id.
    """
    described, slim, parts, larger = shaping
    style = _enlarged(style, larger)
    maturity, adoption = snapshot.configuration.maturity, snapshot.configuration.adoption
    assert maturity is not None, "a matrix has both scales"
    assert adoption is not None, "a matrix has both scales"
    if described and not any(level.description for scale in (maturity, adoption) for level in scale.levels):
        return None
    used = set(places.values())
    unknown = text("views.matrix.unknown", style.language)
    rows = _names(maturity, unknown if any(row is None and column is not None for row, column in used) else None)
    columns = _names(adoption, unknown if any(column is None and row is not None for row, column in used) else None)
    strip = _written(text("views.matrix.neither-known", style.language), "", _header(board), style, False)
    strips = 1 if (None, None) in used else 0

    big = style.type.heading
    written_rows = [_written(name, said, _header(board), style, described) for _, name, said in rows]
    left = board.left + max(named.width for named in [*written_rows, *[strip] * strips]) + NEAR
    top = board.top + big * LEADING + NEAR
    wide = _lane(board.right - left, columns, slim)
    narrow = wide * min(slim, 1.0) if columns[-1][0] is None else wide
    written_columns = [_written(name, said, narrow - 2 * NEAR, style, described) for _, name, said in columns]
    footer = NEAR + max(named.height for named in written_columns) + big * LEADING * 1.15
    least = max(strip.height + NEAR, 2.0 * style.type.least_blip)
    strip_high = strips * max(least, STRIP * slim * (board.bottom - top))
    high = _lane(board.bottom - footer - strip_high - APART * strips - top, rows, slim)
    if larger > 1 and any(len(named.meaning) > LINES_OF_LARGER for named in (*written_rows, *written_columns)):
        return None
    if described and any(named.height > high * part for named, part in zip(written_rows, parts, strict=False)):
        return None

    grounds = dict(_boxes(left, top, wide, high, rows, columns, shaping))
    if strips:
        grounds[None, None] = Box(left, board.bottom - strip_high, board.right, board.bottom)
    fields: dict[Place, Field] = {}
    shapes = [_ground(box, place, maturity, adoption, style) for place, box in grounds.items()]
    corners = _corners(maturity, adoption)
    for place, box in grounds.items():
        free = box
        if place in corners:
            name, below = corners[place]
            drawn, free = _corner(text(f"views.matrix.{name}", style.language), box, below, style)
            shapes += drawn
        fields[place] = Field(box, free)
    bottom = max(box.bottom for place, box in grounds.items() if place != (None, None))
    named_rows = [*((fields[row, 0].box, row, named) for (row, _, _), named in zip(rows, written_rows, strict=True))]
    for box, row, named in named_rows:
        shapes.append(named.group(f"maturity-{_id(row)}", left - NEAR, _middle(box, named), "end", style))
    if strips:
        box = grounds[None, None]
        shapes.append(strip.group("neither-known", left - NEAR, _middle(box, strip), "end", style))
    for (column, _, _), named in zip(columns, written_columns, strict=True):
        box = fields[0, column].box
        x = (box.left + box.right) / 2
        shapes.append(named.group(f"adoption-{_id(column)}", x, bottom + NEAR, "middle", style))
    shapes += _scale_names(snapshot, board, left, bottom, footer, style)
    return Grid(fields, tuple(shapes))


def _enlarged(style: Style, larger: float) -> Style:
    """The style with larger type for what is written at the grid."""
    type = style.type
    return style._replace(
        type=type._replace(body=larger * type.body, small=larger * type.small, heading=larger * type.heading)
    )


def _header(board: Box) -> float:
    """How wide the names of the rows may be."""
    return (board.right - board.left) * HEADER


def _middle(box: Box, named: _Named) -> float:
    """The top of a name in the middle of a row."""
    return (box.top + box.bottom - named.height) / 2


Level = tuple[int | None, str, str]  # its place, its name, what it means


def _names(scale: Scale, unknown: str | None) -> list[Level]:
    """The levels with their names and meanings, lowest first, and after them what is not known."""
    named: list[Level] = [
        (at, level.name, " ".join((level.description or "").split())) for at, level in enumerate(scale.levels)
    ]
    return [*named, (None, unknown, "")] if unknown is not None else named


class _Named(NamedTuple):
    """The name of a level in lines, below it what it means."""

    lines: tuple[str, ...]
    meaning: tuple[str, ...]
    width: float
    height: float

    def group(self, id: str, x: float, top: float, anchor: Anchor, style: Style) -> Group:
        """The lines from `top` down, each with that end at `x`."""
        size, small, theme = style.type.body, style.type.small, style.theme
        shapes = [
            line(said, x, top + size * (metrics.ASCENT + LEADING * at), size, theme.ink, "semibold", anchor)
            for at, said in enumerate(self.lines)
        ]
        top += size * LEADING * len(self.lines)
        shapes += [
            line(said, x, top + small * (metrics.ASCENT + LEADING * at), small, theme.muted, anchor=anchor)
            for at, said in enumerate(self.meaning)
        ]
        return Group(tuple(shapes), id=id)


def _written(name: str, meaning: str, room: float, style: Style, described: bool) -> _Named:
    size, small = style.type.body, style.type.small
    lines = broken(name, size, "semibold", room)
    said = broken(meaning, small, "regular", room) if described and meaning else ()
    wide = [metrics.width(one, size, "semibold") for one in lines] + [metrics.width(one, small) for one in said]
    return _Named(lines, said, max(wide), LEADING * (size * len(lines) + small * len(said)))


def _id(level: int | None) -> str:
    return "unknown" if level is None else str(level + 1)


def _lane(room: float, levels: Sequence[Level], slim: float) -> float:
    """How wide a column or how high a row is, where what is not known has a slim one apart."""
    apart = levels[-1][0] is None
    return (room - (APART if apart else 0.0)) / (len(levels) - (1 - slim if apart else 0.0))


def _boxes(
    left: float, top: float, wide: float, high: float, rows: Sequence[Level], columns: Sequence[Level], shaping: Shaping
) -> Iterator[tuple[Place, Box]]:
    """The fields, the highest level of maturity on top; what is not known stands apart, below and to the right."""
    slim, parts = shaping.slim, shaping.rows
    across = sum(column is not None for column, _, _ in columns)
    for row, _, _ in rows:
        y = top + high * sum(parts[row + 1 :]) if row is not None else top + high * sum(parts) + APART
        deep = high * (parts[row] if row is not None else slim)
        for column, _, _ in columns:
            x = left + wide * column if column is not None else left + wide * across + APART
            if row is not None or column is not None:
                yield (row, column), Box(x, y, x + (wide if column is not None else wide * slim), y + deep)


def _ground(box: Box, place: Place, maturity: Scale, adoption: Scale, style: Style) -> Shape:
    """A field's ground: the further apart its levels, the stronger; dashed where something is not known."""
    theme = style.theme
    row, column = place
    if row is None or column is None:
        paint = Paint(theme.paper, theme.line, BORDER, (3.0, 2.0))
    else:
        distance = abs(_figure(maturity, row) - _figure(adoption, column))
        paint = Paint(mixed(theme.outer, theme.inner, distance), theme.line, BORDER)
    left, top, right, bottom = box
    return Path((("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",)), paint)


def _figure(scale: Scale, level: int) -> float:
    return scale.figure(scale.levels[level].value or 0.0)


def _corners(maturity: Scale, adoption: Scale) -> dict[Place, tuple[str, bool]]:
    """The corners with the keys of their names, and whether those stand at the foot."""
    high, far = len(maturity.levels) - 1, len(adoption.levels) - 1
    return {
        (high, 0): ("mature", False),
        (high, far): ("mature-and-used", False),
        (0, 0): ("neither", True),
        (0, far): ("used", True),
    }


def _corner(name: str, box: Box, below: bool, style: Style) -> tuple[list[Shape], Box]:
    """A corner's name in its field, and what is then free."""
    size = style.type.body
    lines = broken(name, size, "semibold", box.right - box.left - 2 * INSET)
    high = size * LEADING * len(lines)
    top = box.bottom - INSET - high if below else box.top + INSET
    shapes: list[Shape] = [
        line(said, box.left + INSET, top + size * (metrics.ASCENT + LEADING * at), size, style.theme.muted, "semibold")
        for at, said in enumerate(lines)
    ]
    free = box._replace(bottom=top) if below else box._replace(top=top + high)
    return shapes, free


def _scale_names(
    snapshot: Snapshot, board: Box, left: float, bottom: float, footer: float, style: Style
) -> Iterator[Shape]:
    """What the scales are called: maturity above the grid, rising, adoption below it, to the right."""
    size, ink = style.type.heading, style.theme.ink
    reach = size * ARROW
    up, across = (words.scale_name(snapshot, kind, style.language) for kind in ("maturity", "adoption"))
    base = board.top + size * metrics.ASCENT
    room = board.right - left - 2.5 * reach
    up, across = (metrics.shortened(name, size, room, "semibold") for name in (up, across))
    yield _arrow(left + reach * 0.4, base, reach, style, upwards=True)
    yield line(up, left + reach * 1.4, base, size, ink, "semibold")
    base = bottom + footer - size * metrics.DESCENT * 0.6
    yield line(across, board.right - reach * 1.5, base, size, ink, "semibold", "end")
    yield _arrow(board.right - reach, base - metrics.X_HEIGHT * size / 2, reach, style, upwards=False)


def _arrow(x: float, y: float, reach: float, style: Style, *, upwards: bool) -> Shape:
    """An arrow of a scale, from (x, y) up or to the right."""
    wing = reach * 0.4
    if upwards:
        steps = (("M", x, y), ("L", x, y - reach), ("M", x - wing, y - reach + wing), ("L", x, y - reach),
                 ("L", x + wing, y - reach + wing))  # fmt: skip
    else:
        steps = (("M", x, y), ("L", x + reach, y), ("M", x + reach - wing, y - wing), ("L", x + reach, y),
                 ("L", x + reach - wing, y + wing))  # fmt: skip
    return Path(steps, Paint(None, style.theme.ink, 1.1))
