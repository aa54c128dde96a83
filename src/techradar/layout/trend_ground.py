"""What the lines of a trend lie on: the rings as bands with their names, the editions, and the breaks between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from techradar.courses import Course
from techradar.history import Snapshot
from techradar.language import listed, text
from techradar.language.writing import date_text
from techradar.layout import metrics, words
from techradar.layout.geometry import Box
from techradar.layout.lines import LEADING, broken, line
from techradar.layout.scene import Group, Paint, Path, Shape, Text
from techradar.layout.style import Style
from techradar.layout.trend_heights import Band

STRIP = 0.16  # of the board's width that the names of the rings may take
INSET = 6.0  # points between a band's border and its name
LEAST_STEP = 14.0  # points between two editions
NAMED_STEP = 46.0  # points between two editions that are both named
AIR = 6.0  # points between the names of two editions
BORDER = 0.9
BREAK = 13.0  # points, the gap where editions cannot be compared; less where editions stand close
FOOT_LINES = 3
# A hyphen after or before a short part, as in 3D-print: what is joined there is no place for a line to end.
_HYPHEN, _JOINER = re.compile(r"(?<=\b\w)-(?=\w)|(?<=\b\w\w)-(?=\w)|(?<=\w)-(?=\w{1,3}\b)"), "\u2060"
LAST = 0.1  # of the board's width: at most so much is kept free right of the last edition for its name


class Ground(NamedTuple):
    """Where the editions stand, between which heights bands lie, and the least height of each for its name."""

    box: Box
    xs: tuple[float, ...]
    top: float
    bottom: float
    least: tuple[float, ...]
    names: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    above: tuple[Shape, ...]
    below: tuple[Shape, ...]

    def shapes(self, snapshot: Snapshot, bands: Sequence[Band], style: Style) -> Iterator[Shape]:
        """The bands from top to bottom, the breaks, and what stands above and below."""
        theme, rings = style.theme, snapshot.configuration.rings
        for ring, band, fill, (name, advice) in zip(
            rings, bands, theme.ring_fills(len(rings)), self.names, strict=True
        ):
            left, right = self.box.left, self.box.right
            steps = (("M", left, band.top), ("L", right, band.top), ("L", right, band.bottom), ("L", left, band.bottom))
            border = Path((*steps, ("Z",)), Paint(fill, theme.line, BORDER))
            yield Group(
                (border, *_name(name, advice, left + INSET, band.top + INSET * 0.7, style)), id=f"ring-{ring.id}"
            )
        yield from self._editions(bands, style)
        for at in _breaks(snapshot):
            yield from self._break(at, style)
        yield from self.above
        yield from self.below

    def _editions(self, bands: Sequence[Band], style: Style) -> Iterator[Shape]:
        """A thin line for each edition."""
        top, bottom = bands[0].top, bands[-1].bottom
        for x in self.xs:
            yield Path((("M", x, top), ("L", x, bottom)), Paint(None, style.theme.rule, 0.7))

    def _break(self, at: int, style: Style) -> Iterator[Shape]:
        """The gap before an edition that cannot be compared, with its name where that has room."""
        theme, size = style.theme, style.type.small
        step = self.xs[at] - self.xs[at - 1]
        half = min(max(BREAK, size * 1.7), step * 0.36) / 2
        x = (self.xs[at] + self.xs[at - 1]) / 2
        left, right, top, bottom = x - half, x + half, self.top - 1.0, self.bottom + 1.0
        sides = (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",))
        yield Path(sides, Paint(theme.paper))
        for side in (left, right):
            yield Path((("M", side, top), ("L", side, bottom)), Paint(None, theme.line, BORDER))
        said = text("views.trend.break", style.language)
        wide = metrics.width(said, size)
        if 2 * half >= size * 1.35 and wide < bottom - top:
            middle = (top + bottom) / 2
            yield Text(x + size * 0.36, middle, said, size, theme.muted, wide, "regular", "middle", -90.0)


def ground_in(box: Box, snapshot: Snapshot, courses: Sequence[Course], style: Style, room: float) -> Ground | None:
    """What the lines lie on, with `room` points for what they end in at the right; none where editions are too near."""
    type = style.type
    most = (box.right - box.left) * STRIP - INSET
    names = tuple(
        (
            broken(words.shown(ring), type.ring, "semibold", most),
            broken(ring.advice, type.advice, "regular", most) if ring.advice else (),
        )
        for ring in snapshot.configuration.rings
    )
    wide = [
        max(
            *(metrics.width(said, type.ring, "semibold") for said in name),
            *(metrics.width(said, type.advice) for said in advice),
            0.0,
        )
        for name, advice in names
    ]
    least = tuple(LEADING * (type.ring * len(name) + type.advice * len(advice)) + INSET * 1.4 for name, advice in names)
    editions = snapshot.configuration.editions[: snapshot.configuration.editions.index(snapshot.edition) + 1]
    # The name and the date of the last edition stand around it, however little room its lines end in.
    shown, written = snapshot.edition, date_text(snapshot.edition.date, style.language)
    heading = max(metrics.width(shown.name, type.heading, "semibold"), metrics.width(written, type.small))
    room = max(room, min(heading / 2, LAST * (box.right - box.left)) - INSET)
    first, last = box.left + INSET + max(wide) + 2.5 * INSET, box.right - room - INSET
    step = (last - first) / (len(editions) - 1)
    if step < LEAST_STEP * type.body / 7.8:
        return None
    xs = tuple(first + step * at for at in range(len(editions)))

    every = max(1, -(-NAMED_STEP * type.body // (7.8 * step)))
    above, high = _headings(snapshot, xs, box, step * every, int(every), style)
    below, low = _retired(courses, xs, box, step, style)
    top, bottom = box.top + high, box.bottom - low
    moved_up = tuple(_lowered(shape, bottom) for shape in below)
    return Ground(box, xs, top, bottom, least, names, above, moved_up)


def _lowered(shape: Text, bottom: float) -> Text:
    return shape._replace(y=shape.y + bottom)


def _name(name: Sequence[str], advice: Sequence[str], x: float, top: float, style: Style) -> Iterator[Shape]:
    """A ring's name in its band, and its advice below."""
    size, small = style.type.ring, style.type.advice
    for at, said in enumerate(name):
        yield line(said, x, top + size * (metrics.ASCENT + LEADING * at), size, style.theme.ink, "semibold")
    top += size * LEADING * len(name)
    for at, said in enumerate(advice):
        yield line(said, x, top + small * (metrics.ASCENT + LEADING * at), small, style.theme.muted)


def _room(x: float, box: Box, step: float) -> float:
    """How wide a text around `x` may be: as far as its neighbours', and inside the board."""
    return min(step - AIR, 2 * (x - box.left), 2 * (box.right - x))


def _lane(x: float, box: Box, step: float) -> tuple[float, float]:
    """From where to where a text near `x` may reach, if it need not stand right below: the same otherwise."""
    return max(x - (step - AIR) / 2, box.left), min(x + (step - AIR) / 2, box.right)


def _headings(
    snapshot: Snapshot, xs: Sequence[float], box: Box, step: float, every: int, style: Style
) -> tuple[tuple[Shape, ...], float]:
    """The editions with their dates above the bands, and their height.

    Where not all have room, all without their dates, else the last and each `every`-th before it.
    """
    size, small, theme = style.type.heading, style.type.small, style.theme
    editions = snapshot.configuration.editions[: len(xs)]
    each = step / every - AIR
    dated = every == 1 or not all(metrics.fits(edition.name, size, each, "semibold") for edition in editions)
    if not dated:
        step, every = step / every, 1
    written = []
    for at, x in enumerate(xs):
        if (len(xs) - 1 - at) % every:
            continue
        edition, room = editions[at], _room(x, box, step)
        name = broken(edition.name, size, "semibold", room)
        date = broken(date_text(edition.date, style.language), small, "regular", room) if dated else ()
        if dated and edition.draft:
            date = (*date, text("picture.draft", style.language))
        written.append((x, name, date))
    high = max(LEADING * (size * len(name) + small * len(date)) for _, name, date in written) + AIR * 0.6
    shapes: list[Shape] = []
    for x, name, date in written:
        # Above the bands they stand on their last line.
        top = box.top + high - AIR * 0.6 - LEADING * (size * len(name) + small * len(date))
        for said, of, weight, fill in [
            *((said, size, "semibold", theme.ink) for said in name),
            *((said, small, "regular", theme.muted) for said in date),
        ]:
            bold = weight == "semibold"
            shapes.append(
                line(said, x, top + of * metrics.ASCENT, of, fill, "semibold" if bold else "regular", "middle")
            )
            top += of * LEADING
    return tuple(shapes), high


def _retired(
    courses: Sequence[Course], xs: Sequence[float], box: Box, step: float, style: Style
) -> tuple[tuple[Text, ...], float]:
    """What each edition took off the radar, below it: lines from a height of 0 on, and how high they are."""
    size = style.type.small
    if step < NAMED_STEP * style.type.body / 7.8:
        return (), 0.0
    shapes: list[Text] = []
    most = 0
    for at, x in enumerate(xs):
        gone = [c.technology.name for c in courses if at and c.stops[at] is None and c.stops[at - 1] is not None]
        if not gone:
            continue
        left, right = _lane(x, box, step)
        lines = _in_lines(gone, size, right - left, style)
        most = max(most, len(lines))
        half = max(metrics.width(said, size) for said in lines) / 2
        middle = min(max(x, left + half), right - half)
        for place, said in enumerate(lines):
            y = AIR * 0.6 + size * (metrics.ASCENT + LEADING * place)
            shapes.append(line(said, middle, y, size, style.theme.muted, anchor="middle"))
    return tuple(shapes), (most * size * LEADING + AIR * 0.6 if most else 0.0)


def _in_lines(names: Sequence[str], size: float, room: float, style: Style) -> tuple[str, ...]:
    """As many names as a few lines hold, and how many more there are."""
    language = style.language
    names = [_HYPHEN.sub("-" + _JOINER, name) for name in names]
    wide = accumulate(metrics.width(name, size) for name in names)
    most = max(1, sum(so_far <= FOOT_LINES * room for so_far in wide))
    for shown in range(most, 0, -1):
        some = listed(names, language) if shown == len(names) else ", ".join(names[:shown])
        if shown < len(names):
            some = text("views.trend.retired.more", language, names=some, n=len(names) - shown)
        lines = broken(text("views.trend.retired", language, names=some), size, "regular", room)
        if len(lines) <= FOOT_LINES:
            return tuple(said.replace(_JOINER, "") for said in lines)
    return broken(text("views.trend.retired.count", language, n=len(names)), size, "regular", room)


def _breaks(snapshot: Snapshot) -> list[int]:
    """The editions that cannot be compared with the one before."""
    editions = snapshot.configuration.editions
    upto = editions.index(snapshot.edition) + 1
    return [at for at, edition in enumerate(editions[:upto]) if at and not edition.comparable]
