"""Sheets: their sizes, the type on them, and where disc and panel lie.

The disc is as large as the sheet allows, so that its centre and radius follow from the sheet and from the names of
the sectors along its rim, never from what lies on it. The panel beside or below it holds all that is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

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
SHARES = (0.75, 0.62, 0.5)  # of the width, or of the height, that the disc may take
CORNER_SHARES = (0.72, 0.64, 0.57, 0.5)  # of the shorter side, for a disc in the corner
SIDE_BY_SIDE = 1.2  # of width to height: a sheet at least as wide has its panel beside the disc
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


class Sheet(NamedTuple):
    """A sheet with its name, size in points and type."""

    name: str
    width: float
    height: float
    type: Type
    share: float = 0.75  # of the width that the disc may take; less leaves room for a long legend
    whole: bool = True  # whether the disc is as large as it can be here

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

    @property
    def corner(self) -> bool:
        """Whether the disc lies in the upper right corner, with a narrow panel beside it and a foot below both."""
        if self.beside:
            return False
        return SIDE_BY_SIDE * self.width > self.height or not self.whole


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
        on = sheet(name, width, height)
        shares = CORNER_SHARES if on.corner else SHARES if on.beside else (SHARES[0], *CORNER_SHARES[1:])
        for step, share in enumerate(shares[:1] if whole else shares):
            yield on._replace(share=share, whole=not step)


def _named(size: str | tuple[float, float]) -> tuple[str, float, float]:
    if isinstance(size, str):
        return (size, *SIZES[size])
    return (f"{size[0]:g}x{size[1]:g}", *size)


def frame(on: Sheet, head_height: float) -> Frame:
    """Where disc, head and panel of a sheet lie; a head above the disc takes at least the room of an ordinary one."""
    margin = on.margin
    inner_width, inner_height = on.width - 2 * margin, on.height - 2 * margin
    if on.beside:
        # The panel keeps at least a quarter of the width, for columns of lines that can be read.
        gap = margin * 0.9
        room = min(inner_height, inner_width * on.share - gap) / 2
        x, y = on.width - margin - room, on.height / 2
        right = x - room - gap
        head = Box(margin, margin, right, on.height - margin)
        return Frame(x, y, room, head, head)
    if on.corner:
        room = min(inner_width, inner_height) * on.share / 2
        x, y = on.width - margin - room, margin + room
        head = Box(margin, margin, x - room - margin * 0.6, y + room)
        foot = Box(margin, y + room + margin * 0.6, on.width - margin, on.height - margin)
        return Frame(x, y, room, head, head, foot)
    top = margin + max(on.type.title * 1.3 + on.type.subtitle * 2.8, head_height)
    room = min(inner_width, inner_height * (on.share - 0.05) - (top - margin)) / 2
    head = Box(margin, margin, on.width - margin, top)
    y = top + room
    panel = Box(margin, y + room + margin * 0.5, on.width - margin, on.height - margin)
    return Frame(on.width / 2, y, room, head, panel)
