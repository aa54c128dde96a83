"""Sheets: their sizes, the type on them, and where disc and panel lie.

The disc is as large as the sheet allows, so that its centre and radius follow from the sheet and from the names of
the sectors along its rim, never from what lies on it. The panel beside or below it holds all that is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from techradar.layout.geometry import Box

A4 = (841.89, 595.28)
SIZES: dict[str, tuple[float, float]] = {
    "a4": A4,
    "a4-portrait": (A4[1], A4[0]),
    "a3": (1190.55, 841.89),
    "slide": (1280.0, 720.0),
    "square": (720.0, 720.0),
}
# What a sheet without a size grows to, step by step; each has twice the room of the one before.
STEPS: tuple[tuple[str, float, float], ...] = (
    ("A4", 841.89, 595.28),
    ("A3", 1190.55, 841.89),
    ("A2", 1683.78, 1190.55),
    ("A1", 2383.94, 1683.78),
    ("A0", 3370.39, 2383.94),
    ("2A0", 4767.87, 3370.39),
    ("4A0", 6740.79, 4767.87),
)
# How disc and panel share a sheet: side by side; so with a foot below the disc; the disc in the upper right corner
# with a foot below both; the disc below the head and above the panel.
Form = Literal["beside", "captioned", "corner", "top"]

WIDEST = 0.75  # of the width, or of the height, that the largest disc may take
# Steps of smaller discs, of the largest one: each gives more room to what is read.
SMALLER = (0.93, 0.86, 0.8, 0.74, 0.69, 0.64)
SMALLER_AT_TOP = (0.94, 0.88)
# The same of the shorter side, for a disc in the corner of a sheet that is nearly square, or taller.
WIDEST_IN_CORNER = 0.72
CORNERS = (0.69, 0.66, 0.63, 0.6, 0.56, 0.52)
LARGE, LARGE_IN_CORNER = SMALLER[1], CORNERS[1]  # steps of a disc from which on it is large
SIDE_BY_SIDE = 1.2  # of width to height: a sheet at least as wide has its panel beside the disc
BETTER = 2  # steps of the disc that it may be smaller for all the news
SLIDE_TYPE = 14.0  # points, the least on a slide


class Type(NamedTuple):
    """The sizes of type on a sheet, in points, and the preferred width of a blip."""

    name: float = 7.6
    least_name: float = 7.0
    number: float = 6.4
    least_number: float = 5.0
    small: float = 7.2
    body: float = 7.8
    heading: float = 9.2
    ring: float = 8.2
    advice: float = 7.4
    sector: float = 10.0
    least_sector: float = 7.4
    subtitle: float = 9.2
    title: float = 20.0
    blip: float = 11.0
    least_blip: float = 9.0
    arrow: float = 1.0  # how much larger arrows are than usual
    drawn: float = 1.0  # how much larger all is drawn than it is laid out

    @property
    def larger(self) -> float:
        """How much larger than usual it is: more on a slide, that it can be read from afar."""
        return self.body / Type().body


class Sheet(NamedTuple):
    """A sheet with its name, size in points and type, and one of the ways to lay a picture out on it."""

    name: str
    width: float
    height: float
    type: Type
    share: float = WIDEST  # of the width that the board of a view may take; for a radar see `form`
    form: Form = "beside"
    step: float = 1.0  # of the largest disc of that form
    whole: bool = True  # whether the disc is as large as it can be here, so that names are tried on it
    news: tuple[bool, ...] = (True, False)  # beside numbers: whether the news is whole, in the order to try
    terse: bool = False  # whether words are saved that do not need to be said
    bare: bool = False  # whether rings are named without advice on the disc, so that it holds more blips

    @property
    def place(self) -> Sheet:
        """The same place, whatever is said beside the disc."""
        return self._replace(whole=True, news=(True, False), terse=False)

    @property
    def brief(self) -> bool:
        """Whether it is read from afar and says only what is needed."""
        return self.name == "slide"

    @property
    def margin(self) -> float:
        """What stays empty along the edges."""
        return max(24.0, 0.03 * min(self.width, self.height))

    @property
    def beside(self) -> bool:
        """Whether the panel lies beside the disc rather than below it."""
        return self.width >= SIDE_BY_SIDE * self.height


class Frame(NamedTuple):
    """Where things lie on a sheet: the square of disc and rim, the head for the title, the panel for the rest.

    With the disc in a corner the panel is beside it, and what it does not hold goes into the foot.
    """

    x: float
    y: float
    room: float  # from the centre to the end of what the disc and its rim may fill
    head: Box
    panel: Box
    foot: Box | None = None


def sheet(name: str, width: float, height: float) -> Sheet:
    """A sheet of that size with the type that goes with it."""
    if name == "slide":
        return Sheet(name, width, height, _slide_type())
    # Headings grow with the sheet, what is read close by does not.
    grown = max(1.0, (min(width, height) / A4[1]) ** 0.5)
    plain = Type()
    return Sheet(
        name,
        width,
        height,
        Type(
            heading=plain.heading * min(grown, 1.6),
            ring=plain.ring * min(grown, 2.0),
            advice=plain.advice * min(grown, 2.0),
            sector=plain.sector * min(grown, 2.0),
            subtitle=plain.subtitle * grown,
            title=plain.title * grown,
        ),
    )


def ample(on: Sheet) -> bool:
    """Whether a picture laid out in that way says all that it may, the news above all, beside a large disc."""
    return not on.terse and True in on.news and on.step >= (LARGE_IN_CORNER if on.form == "corner" else LARGE)


def _slide_type() -> Type:
    least = SLIDE_TYPE
    return Type(
        name=least, least_name=least, number=least, least_number=least, small=least, body=least, heading=least + 1,
        ring=least,
        advice=least, sector=least + 1, least_sector=least, subtitle=least, title=28.0, blip=22.0,
        least_blip=20.0, arrow=1.8,
    )  # fmt: skip


def candidates(size: str | tuple[float, float] | None, labels: str) -> Iterator[Sheet]:
    """The sheets to try: the one asked for, or those that a sheet without a size grows through.

    A smaller disc makes room for a longer legend, so it is of no use for names. Where either will do, names on the
    next sheet are better than numbers on a small one with a small disc.
    """
    for place, (name, width, height) in enumerate(STEPS if size is None else (_named(size),)):
        whole = labels == "names" or (labels == "auto" and size is None and not place)
        discs = list(_discs(sheet(name, width, height)))
        if whole or discs[0].brief:
            yield from discs[:1] if whole else discs
            yield from (on._replace(terse=True, bare=True) for on in discs if on.brief)
            continue
        # A disc some steps smaller that lets the news be whole is better than a larger one that has it cut short.
        better = BETTER * (2 if discs[0].beside else 1)  # there is each step twice
        for step in range(len(discs) + better):
            if step < len(discs):
                yield discs[step]._replace(news=(True,))
            if step >= better:
                yield discs[step - better]._replace(news=(False,), whole=False)
        if size is not None:
            yield from (on._replace(terse=True, whole=False) for on in discs)
            yield from (on._replace(terse=True, whole=False, bare=True) for on in discs)


def _discs(on: Sheet) -> Iterator[Sheet]:
    """The ways to lay out a sheet, the largest disc first."""
    if on.beside:
        yield on
        for step in SMALLER:
            yield on._replace(form="captioned", step=step, whole=False)
            yield on._replace(step=step, whole=False)
        return
    if SIDE_BY_SIDE * on.width > on.height:
        yield on._replace(form="corner", step=WIDEST_IN_CORNER)
    else:
        yield on._replace(form="top")
        yield from (on._replace(form="top", step=step, whole=False) for step in SMALLER_AT_TOP)
        yield on._replace(form="corner", step=WIDEST_IN_CORNER, whole=False)
    yield from (on._replace(form="corner", step=step, whole=False) for step in CORNERS)


def _named(size: str | tuple[float, float]) -> tuple[str, float, float]:
    if isinstance(size, str):
        return (size, *SIZES[size])
    return (f"{size[0]:g}x{size[1]:g}", *size)


def frame(on: Sheet, head_height: float) -> Frame:
    """Where disc, head and panel of a sheet lie; a head above the disc takes at least the room of an ordinary one."""
    margin = on.margin
    inner_width, inner_height = on.width - 2 * margin, on.height - 2 * margin
    right, bottom = on.width - margin, on.height - margin
    if on.form in {"beside", "captioned"}:
        # The panel keeps at least a quarter of the width, for columns of lines that can be read.
        gap = margin * 0.9
        room = min(inner_height, inner_width * WIDEST - gap) / 2 * on.step
        x = right - room
        head = Box(margin, margin, x - room - gap, bottom)
        if on.form == "beside":
            return Frame(x, on.height / 2, room, head, head)
        foot = Box(x - room, margin + 2 * room + margin * 0.4, right, bottom)
        return Frame(x, margin + room, room, head, head, foot)
    if on.form == "corner":
        room = min(inner_width, inner_height) * on.step / 2
        x, y = right - room, margin + room
        head = Box(margin, margin, x - room - margin * 0.6, y + room)
        return Frame(x, y, room, head, head, Box(margin, y + room + margin * 0.6, right, bottom))
    top = margin + max(on.type.title * 1.3 + on.type.subtitle * 2.8, head_height)
    room = min(inner_width, inner_height * (WIDEST - 0.05) - (top - margin)) / 2 * on.step
    head = Box(margin, margin, right, top)
    y = top + room
    panel = Box(margin, y + room + margin * 0.5, right, bottom)
    return Frame(on.width / 2, y, room, head, panel)
