"""What a picture is drawn with: its theme, its type, its language, and how each blip looks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from techradar.history import Snapshot, Standing
from techradar.language import Language
from techradar.layout import words
from techradar.layout.marks import Look
from techradar.layout.outlines import BY_SECTOR, CIRCLE, Outline
from techradar.layout.sheet import Type
from techradar.model import Basis
from techradar.scoring import third
from techradar.theme import Theme


class Style(NamedTuple):
    """The theme, the type and the language of a picture, and what is said of all its blips."""

    theme: Theme
    type: Type
    language: Language
    sectors: dict[str, str]  # a colour for each sector, by id
    outlines: dict[str, Outline]  # how the blips of each sector are outlined, by id
    highlight: frozenset[str]
    filled: bool  # blips say how far the scale is that does not place them
    basis: bool  # outlines say what is judgement
    shared: bool  # names say what follows the overall radar
    upwards: bool = False  # inwards is up, as in a trend, rather than towards a centre

    def lit(self, id: str) -> bool:
        """Whether a technology stands out, or none does."""
        return not self.highlight or id in self.highlight

    def name(self, standing: Standing) -> str:
        """The name of a technology as it stands at its blip and in the legend."""
        name = standing.technology.name
        return name + words.SHARED if self.shared and not standing.own else name

    def look(self, standing: Standing) -> Look:
        """How the blip of a standing looks."""
        lit = self.lit(standing.technology.id)
        color = self.sectors[standing.sector.id] if lit else self.theme.receding
        return Look(
            color=color,
            paper=self.theme.paper,
            fill=third(standing.other) if self.filled else "none",
            open=self.basis and standing.basis is Basis.JUDGEMENT,
            outline=self.outlines[standing.sector.id],
        )


@cache
def text_on(theme: Theme, ground: str) -> str:
    """The colour of text that lies on `ground`."""
    return theme.text_on(ground)


def style_of(snapshot: Snapshot, theme: Theme, type: Type, language: Language, highlight: frozenset[str]) -> Style:
    """The style of a picture of `snapshot`."""
    configuration = snapshot.configuration
    colors: Sequence[str] = theme.sector_colors(tuple(sector.color for sector in configuration.sectors))
    one_scale = configuration.placement in {"maturity", "adoption"}
    both = configuration.maturity is not None and configuration.adoption is not None
    return Style(
        theme=theme,
        type=type,
        language=language,
        sectors={sector.id: color for sector, color in zip(configuration.sectors, colors, strict=True)},
        outlines={
            sector.id: BY_SECTOR[place % len(BY_SECTOR)] if theme.shapes else CIRCLE
            for place, sector in enumerate(configuration.sectors)
        },
        highlight=highlight,
        # Where there is no blip there is nothing to explain.
        filled=one_scale and both and bool(snapshot.standings),
        basis=words.mixed_basis(snapshot),
        shared=words.mixed_own(snapshot),
    )
