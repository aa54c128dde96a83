"""The colours of a picture, and the contrast between them.

Contrast is WCAG 2.1's ratio, 1 to 21 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio). Text has at least 4.5,
blips, marks and ring borders at least 3 against all that they lie on; the tests compute it from these colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

TEXT_CONTRAST = 4.5
SHAPE_CONTRAST = 3.0


def luminance(color: str) -> float:
    """The relative luminance of `#rrggbb`, 0 (black) to 1 (white), after WCAG 2.1."""
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, part: float) -> str:
    """A colour between two: `one` where `part` is 0, `other` where it is 1."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * (1 - part) + b * part):02x}" for a, b in pairs)


class Theme(NamedTuple):
    """A set of colours: the sheet's, the text's, the lines', the rings' from `inner` to `outer`, the sectors'.

    `own` is what becomes of a sector's own colour: it stands, is made legible here, or is left out. With `shapes`
    blips tell their sectors by shape.
    """

    paper: str
    ink: str
    muted: str
    line: str
    rule: str
    receding: str
    inner: str
    outer: str
    sectors: tuple[str, ...]
    own: Literal["kept", "adjusted", "none"] = "kept"
    shapes: bool = False

    def ring_fills(self, count: int) -> tuple[str, ...]:
        """The fills of `count` rings, innermost first."""
        return tuple(mixed(self.inner, self.outer, place / (count - 1)) for place in range(count))

    def grounds(self, rings: int) -> tuple[str, ...]:
        """All that blips, marks and names may lie on: the sheet and the ring fills."""
        return (self.paper, *self.ring_fills(rings))

    def sector_colors(self, own: Sequence[str | None]) -> tuple[str, ...]:
        """A colour for each sector: its own where it has one and the theme takes it, else ours by its place."""
        ours = [self.sectors[place % len(self.sectors)] for place in range(len(own))]
        if self.own == "none":
            return tuple(ours)
        taken = (color if color is None or self.own == "kept" else self.legible(color) for color in own)
        return tuple(color or other for color, other in zip(taken, ours, strict=True))

    def shortfall(self, color: str, rings: int) -> tuple[float, float, int | None] | None:
        """Where a sector's colour lacks contrast the most: the ratio, what is needed, and the ring (0 innermost).

        A sector's name is text on the sheet (ring None), its blips are shapes on the rings. None where nothing is
        lacking.
        """
        found: list[tuple[float, float, int | None]] = [(contrast(color, self.paper), TEXT_CONTRAST, None)]
        found += [(contrast(color, fill), SHAPE_CONTRAST, at) for at, fill in enumerate(self.ring_fills(rings))]
        worst = min(found, key=lambda pair: pair[0] / pair[1])
        return worst if worst[0] < worst[1] else None

    def legible(self, color: str) -> str:
        """The nearest colour that lacks no contrast: darker on a light sheet, lighter on a dark one."""
        end = "#000000" if luminance(self.paper) > 0.5 else "#ffffff"
        steps = (mixed(color, end, step / 100) for step in range(101))
        # The fills of two rings are the ends of all that there can be.
        return next((step for step in steps if self.shortfall(step, 2) is None), end)

    def text_on(self, ground: str) -> str:
        """The colour of text that lies on `ground`: the sheet's where that is legible, else the ink."""
        return self.paper if contrast(self.paper, ground) >= TEXT_CONTRAST else self.ink


# The eight hues are light and dark in turn, so that neighbours stay apart for colour-blind readers and in grey.
LIGHT = Theme(
    paper="#ffffff",
    ink="#16232d",
    muted="#47545e",
    line="#6f7d88",
    rule="#c9d1d7",
    receding="#6d7880",
    inner="#d3e1ea",
    outer="#f7f9fb",
    sectors=("#0a639e", "#7c1140", "#276f2b", "#531d7c", "#a8430c", "#2b2d7d", "#556732", "#5a3d00"),
)
# For a slide or a dark page: the same hues in the same places, turned light.
DARK = Theme(
    paper="#10181f",
    ink="#f2f6f9",
    muted="#b9c5ce",
    line="#84939f",
    rule="#3d4c58",
    receding="#8493a0",
    inner="#2c3f4d",
    outer="#18232c",
    sectors=("#59b4f2", "#ffb3cd", "#5cc47c", "#e9c4ff", "#f2935c", "#c8d2ff", "#a3b052", "#f0d38a"),
    own="adjusted",
)
# One ink: sectors are told apart by shape, name and place, so that nothing is lost on a black-and-white printer.
MONO = Theme(
    paper="#ffffff",
    ink="#000000",
    muted="#333333",
    line="#555555",
    rule="#999999",
    receding="#767676",
    inner="#ececec",
    outer="#ffffff",
    sectors=("#000000",),
    own="none",
    shapes=True,
)
THEMES = {"light": LIGHT, "dark": DARK, "mono": MONO}


def named(name: str, *, placed: bool = True) -> Theme:
    """The theme of a name; KeyError where there is none.

    Where sectors have no place of their own on the picture (`placed` false), blips tell them by shape too.
    """
    return THEMES[name] if placed else THEMES[name]._replace(shapes=True)
