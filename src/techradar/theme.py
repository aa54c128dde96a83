"""The colours of a picture, and the contrast between them.

Contrast is WCAG 2.1's ratio, 1 to 21 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio). Text has at least 4.5,
blips, marks and ring borders at least 3 against all that they lie on; the tests compute it from these colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

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
    """A set of colours: the sheet's, the text's, the lines', the rings' from `inner` to `outer`, the sectors'."""

    paper: str
    ink: str
    muted: str
    line: str
    rule: str
    receding: str
    inner: str
    outer: str
    sectors: tuple[str, ...]

    def ring_fills(self, count: int) -> tuple[str, ...]:
        """The fills of `count` rings, innermost first."""
        return tuple(mixed(self.inner, self.outer, place / (count - 1)) for place in range(count))

    def grounds(self, rings: int) -> tuple[str, ...]:
        """All that blips, marks and names may lie on: the sheet and the ring fills."""
        return (self.paper, *self.ring_fills(rings))

    def sector_colors(self, own: Sequence[str | None]) -> tuple[str, ...]:
        """A colour for each sector: its own where it has one, else ours by its place."""
        return tuple(color or self.sectors[place % len(self.sectors)] for place, color in enumerate(own))

    def tint(self, color: str) -> str:
        """The lightest step towards a colour's pale form on which our ink is legible as text."""
        steps = (mixed(color, self.paper, step / 20) for step in range(20))
        return next((tint for tint in steps if contrast(self.ink, tint) >= TEXT_CONTRAST), self.paper)

    def text_on(self, grounds: Sequence[str]) -> str:
        """The colour of text that lies on all of `grounds`: the sheet's where that is legible, else the ink."""
        return self.paper if min(contrast(self.paper, ground) for ground in grounds) >= TEXT_CONTRAST else self.ink


# The eight hues are light and dark in turn, so that neighbours stay apart for colour-blind readers and in grey.
LIGHT = Theme(
    paper="#ffffff",
    ink="#16232d",
    muted="#47545e",
    line="#6f7d88",
    rule="#c9d1d7",
    receding="#727d85",
    inner="#d3e1ea",
    outer="#f7f9fb",
    sectors=("#0a639e", "#7c1140", "#1f7037", "#531d7c", "#a8430c", "#2b2d7d", "#006a66", "#5a3d00"),
)
THEMES = {"light": LIGHT}


def named(name: str) -> Theme:
    """The theme of a name; KeyError where there is none."""
    return THEMES[name]
