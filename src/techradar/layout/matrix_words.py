"""What the matrix says in words: levels, gaps, method, and the account for those who do not see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from techradar.history import Snapshot, Standing, Standpoint
from techradar.language import Language, listed, text
from techradar.language.writing import number
from techradar.layout import blank, metrics, words
from techradar.layout.lines import Laid, line, paragraph
from techradar.layout.panel import Block, box, heading
from techradar.layout.scene import Shape
from techradar.layout.style import Style
from techradar.model import Scale
from techradar.theme import mixed

SIDES = ("mature", "used")
SHADED = ("in-step", "out-of-step")  # the ends of the scale that explains the grounds of fields
SHADES, SHADE, BESIDE = 5, 0.95, 0.5  # on it, and in sizes of its type: the side of one, the room beside its words


def level(point: Standpoint | None) -> int | None:
    """The level nearest a figure, 0 for the lowest and half-way the lower one; none where there is no figure."""
    if point is None or point.figure is None:
        return None
    return min(range(len(point.scale.levels)), key=lambda at: (_distance(point, at), at))


def _distance(point: Standpoint, at: int) -> float:
    # Rounded, so that half-way is half-way whatever the fractions.
    return round(abs((point.figure or 0.0) - point.scale.figure(point.scale.levels[at].value or 0.0)), 3)


def levels(standing: Standing) -> tuple[int | None, int | None]:
    """The field of a technology: its levels of maturity and of adoption."""
    return level(standing.maturity), level(standing.adoption)


def _between(point: Standpoint | None) -> bool:
    """Whether a figure is that of no level."""
    at = level(point)
    return point is not None and at is not None and _distance(point, at) > 0


def parted(snapshot: Snapshot) -> dict[str, list[Standing]]:
    """The technologies whose maturity and use part, by side, the widest gap first."""
    by_side: dict[str, list[Standing]] = {side: [] for side in SIDES}
    for standing in snapshot.standings:
        if standing.gap is not None:
            by_side["mature" if standing.gap > 0 else "used"].append(standing)
    return {side: sorted(of, key=lambda s: (-abs(s.gap or 0.0), s.number)) for side, of in by_side.items()}


def gaps_block(snapshot: Snapshot, style: Style, numbered: bool, most: int | None) -> Block:
    """Where maturity and use part: of each side at most `most` names (none: all), and how many more."""

    def lay(x: float, y: float, room: float) -> Laid:
        size, theme, language = style.type.body, style.theme, style.language
        top = _shaded(text("views.matrix.gaps", language), x, y, room, style)
        shapes, down = list(top.shapes), y + top.height
        inset = size * 0.9
        for side, standings in parted(snapshot).items():
            said = text(f"views.matrix.{side}", language)
            first = paragraph(said, x, down, room - size * 2.5, size, theme.ink, "semibold")
            shapes += first.shapes
            count = str(len(standings)) if standings else text("views.matrix.none", language)
            shapes.append(line(count, x + room, down + size * metrics.ASCENT, size, theme.muted, anchor="end"))
            down += first.height + size * 0.1
            shown = standings if most is None or len(standings) <= most + 1 else standings[:most]
            for name in _names(shown, style, numbered):
                laid = paragraph(name, x + inset, down, room - inset, size, theme.ink)
                shapes += laid.shapes
                down += laid.height
            if most and len(shown) < len(standings):
                more = text("views.matrix.more", language, n=len(standings) - len(shown))
                laid = paragraph(more, x + inset, down, room - inset, size, theme.muted)
                shapes += laid.shapes
                down += laid.height
            down += size * 0.35
        return Laid(tuple[Shape, ...](shapes), down - y)

    return lay


def _shaded(said: str, x: float, y: float, room: float, style: Style) -> Laid:
    """A heading and the scale of the fields' grounds: beside the heading where that has room, else below."""
    size = style.type.heading
    top = heading(said, x, y, room, style)
    wide = _scale_width(style)
    if metrics.width(said, size, "semibold") + size + wide <= room:
        scale = _scale(x + room - wide, y + (size - style.type.body) * metrics.ASCENT, style)
        return Laid((*top.shapes, *scale), top.height)
    return Laid((*top.shapes, *_scale(x, y + top.height, style)), top.height + style.type.body * 1.75)


def _scale(x: float, y: float, style: Style) -> Iterator[Shape]:
    """From the ground of a field where maturity and use keep step to that of one where they are furthest apart."""
    size, theme = style.type.body, style.theme
    low, high = (text(f"views.matrix.shade.{end}", style.language) for end in SHADED)
    side, baseline = size * SHADE, y + size * metrics.ASCENT
    left = x + metrics.width(low, size) + size * BESIDE
    yield line(low, x, baseline, size, theme.ink)
    for step in range(SHADES):
        fill = mixed(theme.outer, theme.inner, step / (SHADES - 1))
        yield box(left + step * side, y + size * 0.2, side, fill, theme.line)
    yield line(high, left + SHADES * side + size * BESIDE, baseline, size, theme.ink)


def _scale_width(style: Style) -> float:
    size = style.type.body
    words = sum(metrics.width(text(f"views.matrix.shade.{end}", style.language), size) for end in SHADED)
    return words + size * (SHADES * SHADE + 2 * BESIDE)


def shading_block(style: Style) -> Block:
    """The scale of the fields' grounds by itself."""
    return lambda x, y, room: _shaded(text("views.matrix.shade", style.language), x, y, room, style)


def _names(standings: list[Standing], style: Style, numbered: bool) -> Iterator[str]:
    for standing in standings:
        yield f"{standing.number} {style.name(standing)}" if numbered else style.name(standing)


def method(
    snapshot: Snapshot, language: Language, brief: bool, strong: bool = False, between_said: bool = False
) -> str:
    """How the matrix is read; in brief only what cannot be seen, and in few words.

    `strong` says whether the names of those whose maturity and use part stand out, which is always said;
    `between_said` whether in brief, too, it is said how many stand between two levels.
    """
    parts = []
    if snapshot.standings and not brief:
        parts.append(text("views.matrix.method", language))
    if unknown := sum(None in levels(standing) for standing in snapshot.standings):
        parts.append(text("views.matrix.method.unknown", language, n=unknown))
    between = sum(_between(s.maturity) or _between(s.adoption) for s in snapshot.standings)
    if between and (between_said or not brief):
        parts.append(text("views.matrix.method.close" if brief else "views.matrix.method.between", language, n=between))
    if any(standing.gap is not None for standing in snapshot.standings) and (strong or not brief):
        said = ("bold" if brief else "strong") if strong else "gap"
        parts.append(text(f"views.matrix.method.{said}", language))
    return " ".join(parts)


def blip_title(standing: Standing, language: Language) -> str:
    """A technology in a few words, with its level on both scales."""
    return ", ".join([words.blip_title(standing, language), *said(standing, language)])


def said(standing: Standing, language: Language) -> list[str]:
    """The level of a technology on both scales, in words."""
    found = []
    for kind, point in (("maturity", standing.maturity), ("adoption", standing.adoption)):
        name = (point.scale.name if point is not None else None) or text(f"picture.method.{kind}", language)
        found.append(text("views.matrix.blip.figure", language, scale=name, level=_said(point, language)))
    return found


def figures(standing: Standing, language: Language) -> tuple[str, str]:
    """The level of a technology on both scales, without what the scales are called."""
    return _said(standing.maturity, language), _said(standing.adoption, language)


def _said(point: Standpoint | None, language: Language) -> str:
    """A figure by its level, or as a number beside the nearest one."""
    at = level(point)
    if point is None or at is None:
        unknown = text("views.matrix.unknown", language)
        return (point.shown if point is not None else "") or unknown[:1].lower() + unknown[1:]
    name = point.scale.levels[at].name
    if not _between(point):
        return name
    value = point.scale.first + (point.figure or 0.0) * (point.scale.last - point.scale.first)
    return f"{name} ({number(value, language, 1)})"


def description(snapshot: Snapshot, language: Language, *, empty: bool) -> str:
    """What a reader sees at a glance: how many there are, where most stand, and who stands in the two corners."""
    configuration = snapshot.configuration
    if empty:
        names = {kind: words.scale_name(snapshot, kind, language) for kind in ("maturity", "adoption")}
        what = text("views.blank.fields", language, **names)
        return blank.description(what, language)
    only = words.selection(snapshot, language)
    parts = [f"{only}." if only else text("picture.description.count", language, n=len(snapshot.standings))]
    counts = Counter(levels(standing) for standing in snapshot.standings)
    known = {place: count for place, count in counts.items() if None not in place}
    maturity, adoption = configuration.maturity, configuration.adoption
    assert maturity is not None, "a matrix has both scales"
    assert adoption is not None, "a matrix has both scales"
    if known:
        (row, column), most = max(known.items(), key=lambda found: (found[1], found[0]))
        where = {"maturity": _level(maturity, row), "adoption": _level(adoption, column)}
        parts.append(text("views.matrix.description.most", language, n=most, **where))
    for side, standings in parted(snapshot).items():
        names_of = listed((s.technology.name for s in standings), language) or text("views.matrix.none", language)
        parts.append(
            text("views.matrix.description.gap", language, what=text(f"views.matrix.{side}", language), names=names_of)
        )
    lacking = [s.technology.name for s in snapshot.standings if None in levels(s)]
    if lacking:
        parts.append(text("views.matrix.description.unknown", language, names=listed(lacking, language)))
    return " ".join(parts)


def _level(scale: Scale, at: int | None) -> str:
    return scale.levels[at].name if at is not None else ""
