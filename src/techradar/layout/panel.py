"""The blocks of the panel: what is new, the rings, the marks, the method. Each is laid at a place and a width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from techradar.history import Movement, Snapshot
from techradar.language import text
from techradar.layout import marks, metrics, words
from techradar.layout.lines import Laid, line, paragraph
from techradar.layout.scene import Paint, Path, Shape
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style

# Lays a block with its top left corner at (x, y), at most `room` wide.
Block = Callable[[float, float, float], Laid]

AFTER_HEADING = 0.35  # of the heading's size
SAMPLE = 2.6  # the width of a sample, in blips


def heading(string: str, x: float, y: float, room: float, style: Style) -> Laid:
    """The heading of a block, over a thin line."""
    size = style.type.heading
    said = paragraph(string, x, y, room, size, style.theme.ink, "semibold")
    below = y + said.height + 1.0
    rule = Path((("M", x, below), ("L", x + room, below)), Paint(None, style.theme.rule, 0.6))
    return Laid((*said.shapes, rule), said.height + 1.0 + size * AFTER_HEADING)


@dataclass(frozen=True, slots=True)
class News:
    """The box "Det nye": new, in, out and retired, with from and to, in a limited height."""

    snapshot: Snapshot
    style: Style
    blip: BlipSize
    numbered: bool

    def __bool__(self) -> bool:
        return self.snapshot.previous is not None

    def lay(self, x: float, y: float, room: float, most: float = float("inf")) -> Laid | None:
        """The box, at most `most` high, the last changes only counted where not all fit; none without room."""
        previous = self.snapshot.previous
        assert previous is not None
        language, type, theme = self.style.language, self.style.type, self.style.theme
        top = heading(text("picture.news", language, edition=previous.name), x, y, room, self.style)
        shapes, height = list(top.shapes), top.height
        said = []
        found = words.changes(self.snapshot, language)
        if not self.snapshot.edition.comparable:
            said.append(text("picture.news.not-comparable", language, edition=previous.name))
        elif not found:
            said.append(text("picture.news.none", language))
        for words_ in said:
            laid = paragraph(words_, x, y + height, room, type.body, theme.muted)
            shapes += laid.shapes
            height += laid.height + 2.0
        rows = list(self._rows(found, x, room))
        more_height = type.body * 1.5
        rest = sum(counted for _, counted in rows)
        for place, (row, counted) in enumerate(rows):
            laid = row(x, y + height, room)
            # A heading is only set together with the row that follows it.
            needed = laid.height
            if not counted:
                needed += rows[place + 1][0](x, y + height, room).height
            last = rest == counted and counted
            if height + needed + (0.0 if last else more_height) > most:
                laid = paragraph(
                    text("picture.news.more", language, n=rest), x, y + height, room, type.body, theme.muted
                )
                shapes += laid.shapes
                height += laid.height
                break
            shapes += laid.shapes
            height += laid.height
            rest -= counted
        return Laid(tuple(shapes), height) if height <= most + 0.01 else None

    def _rows(self, found: dict[Movement, list[words.Change]], x: float, room: float) -> Iterator[tuple[Block, int]]:
        """Headings (counting 0) and changes (counting 1)."""
        for movement, of_it in found.items():
            yield self._group(movement), 0
            for change in of_it:
                yield self._change(change), 1

    def _group(self, movement: Movement) -> Block:
        def lay(x: float, y: float, room: float) -> Laid:
            size = self.style.type.body
            said = text(f"picture.news.{movement.value}", self.style.language)
            middle = y + size * 0.95
            icon = list(sample_mark(x + self.blip.mark / 2 + 0.5, middle, self.blip, movement, self.style))
            words_ = line(said, x + self.blip.mark + 5.0, y + size * 1.25, size, self.style.theme.ink, "semibold")
            return Laid((*icon, words_), size * 1.6)

        return lay

    def _change(self, change: words.Change) -> Block:
        def lay(x: float, y: float, room: float) -> Laid:
            type, theme = self.style.type, self.style.theme
            size, inset = type.body, self.blip.mark + 5.0
            name = f"{change.number} {change.name}" if self.numbered and change.number else change.name
            baseline = y + size * metrics.ASCENT
            wide = metrics.width(name, size, "regular")
            detail = metrics.width(change.detail, size, "regular")
            if inset + wide + size * 0.6 + detail <= room:
                shapes: tuple[Shape, ...] = (line(name, x + inset, baseline, size, theme.ink),)
                if change.detail:
                    shapes += (line(change.detail, x + inset + wide + size * 0.6, baseline, size, theme.muted),)
                return Laid(shapes, size * 1.3)
            first = paragraph(name, x + inset, y, room - inset, size, theme.ink)
            second = paragraph(change.detail, x + inset, y + first.height, room - inset, size, theme.muted)
            return Laid((*first.shapes, *second.shapes), first.height + second.height + size * 0.12)

        return lay


def sample_mark(x: float, y: float, blip: BlipSize, movement: Movement, style: Style) -> Iterator[Shape]:
    """A mark by itself, around (x, y); arrows as at the right of the disc, the centre to the left."""
    ink = style.theme.ink
    if movement in {Movement.NEW, Movement.RETURNED}:
        yield marks.star_of(x, y, blip, movement, ink)
    elif movement in {Movement.IN, Movement.OUT}:
        inwards = movement is Movement.IN
        away = blip.half + blip.mark / 2 + marks.CLEAR / 2
        yield marks.arrow(x + away if inwards else x - away, y, 90.0, blip, inwards, ink)
    else:
        half = blip.mark / 2
        yield Path((("M", x - half, y), ("L", x + half, y)), Paint(None, ink, marks.SHAFT))


def rings_block(snapshot: Snapshot, style: Style, described: bool) -> Block:
    """The rings with their advice, how many technologies each holds and, where there is room, what they mean."""

    def lay(x: float, y: float, room: float) -> Laid:
        type, theme, language = style.type, style.theme, style.language
        top = heading(text("picture.rings", language), x, y, room, style)
        shapes, height = list(top.shapes), top.height
        counts = Counter(standing.ring.id for standing in snapshot.standings)
        for ring, fill in zip(
            snapshot.configuration.rings, theme.ring_fills(len(snapshot.configuration.rings)), strict=True
        ):
            size = type.body
            side = size * 0.95
            corner = y + height + size * 0.2
            shapes.append(_box(x, corner, side, fill, theme.line))
            inset = side + size * 0.6
            name = words.shown(ring)
            baseline = y + height + size * metrics.ASCENT
            shapes.append(line(name, x + inset, baseline, size, theme.ink, "semibold"))
            count = text("picture.ring-count", language, n=counts[ring.id])
            after = inset + metrics.width(name, size, "semibold") + size * 0.6
            shapes.append(line(str(counts[ring.id]), x + room, baseline, size, theme.muted, anchor="end"))
            keep = room - after - metrics.width(count, size)
            height += size * 1.28
            advice = ring.advice or ""
            if advice and metrics.width(advice, size) <= keep:
                shapes.append(line(advice, x + after, baseline, size, theme.ink))
                advice = ""
            parts = [advice, ring.description or ""] if described else [advice]
            for part in filter(None, parts):
                laid = paragraph(" ".join(part.split()), x + inset, y + height, room - inset, type.small, theme.muted)
                shapes += laid.shapes
                height += laid.height
            height += size * 0.25
        return Laid(tuple(shapes), height)

    return lay


def _box(x: float, y: float, side: float, fill: str, stroke: str) -> Path:
    steps = (("M", x, y), ("L", x + side, y), ("L", x + side, y + side), ("L", x, y + side), ("Z",))
    return Path(steps, Paint(fill, stroke, 0.7))


def marks_block(snapshot: Snapshot, style: Style, blip: BlipSize) -> Block | None:
    """How the marks are read, those that the picture has; none where there is nothing to say."""
    rows = list(_mark_rows(snapshot, style, blip))
    if not rows:
        return None

    def lay(x: float, y: float, room: float) -> Laid:
        type, theme = style.type, style.theme
        top = heading(text("picture.marks", style.language), x, y, room, style)
        shapes, height = list(top.shapes), top.height
        inset = blip.width + 2 * blip.mark + 4.0
        row_height = max(blip.width + 2.4, type.body * 1.5)
        widest = max(metrics.width(said, type.body) for said, _ in rows) + inset
        columns = 2 if 2 * widest + 8.0 <= room and len(rows) > 1 else 1
        down = -(-len(rows) // columns)
        for place, (said, sample) in enumerate(rows):
            left = x + (place // down) * room / columns
            middle = y + height + (place % down + 0.5) * row_height
            shapes += sample(left + blip.half + blip.mark, middle)
            baseline = middle + metrics.CAP_HEIGHT * type.body / 2
            laid = _fitting(said, left + inset, baseline, room / columns - inset, type.body, theme.ink)
            shapes += laid
        return Laid(tuple(shapes), height + down * row_height)

    return lay


def _fitting(said: str, x: float, baseline: float, room: float, size: float, fill: str) -> list[Shape]:
    """A line of text, or two smaller steps of it where it is too long."""
    if metrics.fits(said, size, room):
        return [line(said, x, baseline, size, fill)]
    lines = metrics.wrapped(said, size, "regular", room, 2)
    if lines is None:
        return [line(metrics.shortened(said, size, room), x, baseline, size, fill)]
    up = size * 0.55
    return [line(part, x, baseline - up + place * size * 1.1, size, fill) for place, part in enumerate(lines)]


Sample = Callable[[float, float], tuple[Shape, ...]]


def _mark_rows(snapshot: Snapshot, style: Style, blip: BlipSize) -> Iterator[tuple[str, Sample]]:
    theme, language = style.theme, style.language
    grey = theme.muted

    def plain(x: float, y: float) -> tuple[Shape, ...]:
        look = marks.Look(grey, grey, theme.paper, "empty" if style.filled else "none")
        return marks.blip(x, y, blip.width, look, False)

    def moving(movement: Movement) -> Sample:
        def draw(x: float, y: float) -> tuple[Shape, ...]:
            mark = marks.movement_mark(x, y, 90.0, blip, movement, theme.ink)
            return (*plain(x, y), mark) if mark is not None else plain(x, y)

        return draw

    def looking(look: marks.Look) -> Sample:
        return lambda x, y: marks.blip(x, y, blip.width, look, False)

    used = {standing.movement for standing in snapshot.standings}
    for movement in (Movement.NEW, Movement.RETURNED, Movement.IN, Movement.OUT, Movement.SAME):
        if movement in used and (movement is not Movement.SAME or len(used) > 1):
            previous = snapshot.previous.name if snapshot.previous is not None else ""
            yield text(f"picture.marks.{movement.value}", language, edition=previous), moving(movement)
    if style.filled:
        other = "adoption" if snapshot.configuration.placement == "maturity" else "maturity"
        name = words.scale_name(snapshot, other, language)
        for fill in ("full", "half", "empty"):
            look = marks.Look(grey, grey, theme.paper, fill)
            yield text(f"picture.marks.{fill}", language, scale=name), looking(look)
    if style.basis:
        around: marks.Fill = "empty" if style.filled else "none"
        yield text("picture.marks.open", language), looking(marks.Look(grey, grey, theme.paper, around, True))
        yield text("picture.marks.closed", language), looking(marks.Look(grey, grey, theme.paper, around, False))


def method_block(snapshot: Snapshot, style: Style, brief: bool) -> Block:
    """The method line at the foot; in brief only how blips are placed and on what basis."""

    def lay(x: float, y: float, room: float) -> Laid:
        shapes: list[Shape] = []
        height = 0.0
        said_in_all = words.method(snapshot, style.language)
        for said in said_in_all[:1] if brief else said_in_all:
            laid = paragraph(said, x, y + height, room, style.type.small, style.theme.muted)
            shapes += laid.shapes
            height += laid.height + style.type.small * 0.3
        return Laid(tuple(shapes), height)

    return lay


def head_block(snapshot: Snapshot, style: Style, given: str | None) -> Block:
    """The title, what the radar says of itself, the edition, and on an area's radar the area."""

    def lay(x: float, y: float, room: float) -> Laid:
        type, theme = style.type, style.theme
        own = snapshot.configuration.subtitle
        parts: list[tuple[str, float, str, bool]] = [
            (given or snapshot.configuration.title, type.title, theme.ink, True)
        ]
        area = words.area_lines(snapshot, style.language)
        if area:
            parts.append((area[0], type.subtitle * 1.25, theme.ink, True))
        parts.append((words.subtitle(snapshot, style.language), type.subtitle, theme.muted, False))
        parts += [(said, type.body, theme.muted, False) for said in area[1:]]
        if own:
            parts.append((" ".join(own.split()), type.body, theme.muted, False))
        shapes: list[Shape] = []
        height = 0.0
        for said, size, fill, strong in parts:
            laid = paragraph(said, x, y + height, room, size, fill, "semibold" if strong else "regular")
            shapes += laid.shapes
            height += laid.height + type.body * 0.25
        return Laid(tuple(shapes), height)

    return lay
