"""From figures to a score and a ring (docs/method.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from techradar.model import Basis, Configuration, Figure, Ring
from techradar.model.configuration import PRECISION

GAP = 0.5  # maturity and adoption at least this far apart are a gap
_WEAKEST_FIRST = tuple(Basis)


def score(configuration: Configuration, maturity: float | None, adoption: float | None) -> float | None:
    """The score, 0 to 1, that `placement` forms from the figures (0 to 1); none where it lacks one that it needs.

    `mean` is KL's way in 2023 (its method page); the other ways are ours.
    """
    match configuration.placement:
        case "maturity":
            return maturity
        case "adoption":
            return adoption
        case None:
            return None
    if maturity is None or adoption is None:
        return None
    return max(maturity, adoption) if configuration.placement == "max" else round((maturity + adoption) / 2, PRECISION)


def weakest(bases: Iterable[Basis]) -> Basis:
    """The weakest of several bases; judgement where there is none."""
    given = tuple(bases)
    return next((basis for basis in _WEAKEST_FIRST if basis in given), Basis.JUDGEMENT)


def basis_and_source(figure: Figure, *inherited: tuple[Basis | None, str | None]) -> tuple[Basis, str | None]:
    """A figure's basis and source: its own, or both of the first of `inherited` that has either; never mixed."""
    for basis, source in ((figure.basis, figure.source), *inherited):
        if basis is not None or source is not None:
            return basis or Basis.JUDGEMENT, source
    return Basis.JUDGEMENT, None


def gap(maturity: float | None, adoption: float | None) -> float | None:
    """How far maturity lies above adoption (negative: below) where that is a gap, else none."""
    if maturity is None or adoption is None:
        return None
    difference = round(maturity - adoption, PRECISION)
    return difference if abs(difference) >= GAP else None


def depth(score: float | None, rings: Sequence[Ring], place: int) -> float:
    """How far a score lies into its ring's band: 0 at the outer border, 1 at the inner one, without a score 0.5."""
    if score is None:
        return 0.5
    start = rings[place].start or 0.0
    end = (rings[place - 1].start or 1.0) if place else 1.0
    return min(max((score - start) / (end - start), 0.0), 1.0) if end > start else 0.5


Third = Literal["unknown", "empty", "half", "full"]


def third(figure: float | None) -> Third:
    """How far a figure, 0 to 1, has come, as a blip shows it: by thirds; unknown where there is none."""
    if figure is None:
        return "unknown"
    if figure < 1 / 3:
        return "empty"
    return "half" if figure < 2 / 3 else "full"
