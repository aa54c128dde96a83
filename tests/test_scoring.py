"""From figures to a score, a basis and a gap."""

from __future__ import annotations

import pytest

from radars import CONFIGURATION
from techradar.model import Basis, Configuration, read_configuration
from techradar.model.technology import MaturityFigure
from techradar.scoring import GAP, basis_and_source, gap, score, weakest
from techradar.yamltree import read


def frame(placement: str) -> Configuration:
    """The tests' configuration with a placement."""
    found = read_configuration(read(f"{CONFIGURATION}placement: {placement}\n".encode(), "radar.yaml"))[0]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("placement", "maturity", "adoption", "expected"),
    [
        ("mean", 0.25, 0.75, 0.5),
        ("mean", 0.3333, 0.6666, 0.5),
        ("mean", 0.1234, 0.1237, 0.1235),
        ("mean", 1.0, None, None),
        ("mean", None, 1.0, None),
        ("max", 0.25, 0.75, 0.75),
        ("max", 0.25, None, None),
        ("maturity", 0.25, 0.75, 0.25),
        ("maturity", 0.25, None, 0.25),
        ("maturity", None, 0.75, None),
        ("adoption", 0.25, 0.75, 0.75),
    ],
)
def test_the_score_follows_the_placement(
    placement: str, maturity: float | None, adoption: float | None, expected: float | None
) -> None:
    """Mean and the higher one need both figures, the others only theirs; the mean has 4 decimals."""
    assert score(frame(placement), maturity, adoption) == expected


def test_without_scales_there_is_no_score() -> None:
    """A radar whose assessments only name rings has no scores."""
    text = "title: T\nsectors: [A]\nrings: [I, U]\neditions: [{id: 2026, date: 2026-01-01}]\n"
    found = read_configuration(read(text.encode(), "radar.yaml"))[0]
    assert found is not None

    assert score(found, 0.5, 0.5) is None


@pytest.mark.parametrize(
    ("value", "ring"), [(1.0, "klar"), (0.75, "klar"), (0.7499, "afproev"), (0.5, "afproev"), (0.0, "afvent")]
)
def test_the_ring_is_the_innermost_that_the_score_reaches(value: float, ring: str) -> None:
    """A score on a border belongs to the inner ring."""
    assert frame("mean").ring_of(value).id == ring


def test_the_weakest_basis_is_shown() -> None:
    """Where one word stands for several figures it is the weakest; nothing known is a judgement."""
    assert weakest([Basis.MEASURED, Basis.DERIVED, Basis.PUBLISHED]) is Basis.DERIVED
    assert weakest([Basis.MEASURED]) is Basis.MEASURED
    assert weakest([]) is Basis.JUDGEMENT


@pytest.mark.parametrize(
    ("own", "inherited", "expected"),
    [
        ({}, [(None, None)], (Basis.JUDGEMENT, None)),
        ({}, [(Basis.PUBLISHED, "S")], (Basis.PUBLISHED, "S")),
        ({}, [(None, "S")], (Basis.JUDGEMENT, "S")),
        ({"basis": "measured"}, [(Basis.PUBLISHED, "S")], (Basis.MEASURED, None)),
        ({"source": "O"}, [(Basis.PUBLISHED, "S")], (Basis.JUDGEMENT, "O")),
        ({"basis": "derived", "source": "O"}, [(Basis.PUBLISHED, "S")], (Basis.DERIVED, "O")),
        ({}, [(None, None), (Basis.PUBLISHED, "S")], (Basis.PUBLISHED, "S")),
        ({}, [(Basis.MEASURED, None), (Basis.PUBLISHED, "S")], (Basis.MEASURED, None)),
    ],
)
def test_basis_and_source_are_taken_together(
    own: dict[str, str], inherited: list[tuple[Basis | None, str | None]], expected: tuple[Basis, str | None]
) -> None:
    """A figure takes both from the first that has either: itself, its area, its assessment."""
    assert basis_and_source(MaturityFigure.model_validate({"value": "3", **own}), *inherited) == expected


@pytest.mark.parametrize(
    ("maturity", "adoption", "expected"),
    [(1.0, 0.5, 0.5), (1.0, 0.5001, None), (0.25, 1.0, -0.75), (1.0, None, None), (None, 1.0, None), (0.7, 0.2, 0.5)],
)
def test_a_gap_is_half_the_scale(maturity: float | None, adoption: float | None, expected: float | None) -> None:
    """Maturity and adoption at least half a scale apart are a gap, with its sign; rounding does not hide one."""
    assert GAP == 0.5
    assert gap(maturity, adoption) == expected
