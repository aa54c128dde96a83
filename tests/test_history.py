"""Editions: what is in force on each, what is carried forward, what moved; overall and for an area."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radars import CONFIGURATION, PLAIN, assessed, on, sound, standing
from techradar.history import Movement
from techradar.model import Basis, Radar

BREAK = CONFIGURATION.replace("date: 2026-03-02", "date: 2026-03-02\n    comparable: false")
NO_FALLBACK = CONFIGURATION + "area_fallback: none\n"
RINGS = ["Klar", "Afprøv", "Hold øje", "Afvent"]


def radar(folder: Path, *assessments: str, frame: str = CONFIGURATION) -> Radar:
    """A radar of one technology with these assessments."""
    return sound(folder, {"x": assessed(*assessments)}, frame)


def course(found: Radar, area: str | None = None) -> list[tuple[str, str | None] | None]:
    """Ring and movement on each edition; none where the technology is not on it."""
    result: list[tuple[str, str | None] | None] = []
    for edition in found.configuration.editions:
        here = [s for s in on(found, edition.id, area).standings if s.technology.id == "x"]
        result.append((here[0].ring.name, here[0].movement and here[0].movement.value) if here else None)
    return result


# --- figures in force


def test_figures_give_score_and_ring(tmp_path: Path) -> None:
    """The mean of the two figures places the technology; both stand beside it with basis and edition."""
    here = standing(
        radar(tmp_path, "edition: 2026\nmaturity: Dokumenteret\nadoption: På prøve\nbasis: published\nsource: S")
    )

    assert (here.score, here.ring.name, here.basis, here.other) == (0.625, "Afprøv", Basis.PUBLISHED, None)
    assert here.maturity is not None
    assert here.adoption is not None
    assert (here.maturity.figure, here.maturity.shown, here.maturity.source) == (0.75, "Dokumenteret", "S")
    assert (here.adoption.figure, here.adoption.edition, here.adoption.n) == (0.5, "2026", None)
    assert (here.assessed_in, here.own, here.gap) == ("2026", True, None)


def test_a_figure_that_is_left_out_is_carried_forward(tmp_path: Path) -> None:
    """The latest earlier figure stays in force, with its own edition, basis and source."""
    found = radar(
        tmp_path,
        "edition: 2024\nmaturity: Dokumenteret\nadoption: På prøve\nbasis: measured\nsource: S",
        "edition: 2026\nadoption: I drift bredt",
    )
    here = standing(found)

    assert here.maturity is not None
    assert here.adoption is not None
    assert (here.maturity.edition, here.maturity.basis, here.maturity.source) == ("2024", Basis.MEASURED, "S")
    assert (here.adoption.edition, here.adoption.basis, here.adoption.source) == ("2026", Basis.JUDGEMENT, None)
    assert (here.score, here.basis) == (0.875, Basis.JUDGEMENT)
    between = standing(found, "2025")
    assert (between.assessment, between.assessed_in, between.movement) == (None, "2024", Movement.SAME)


def test_a_bare_ring_replaces_both_figures(tmp_path: Path) -> None:
    """It has no score, and holds until a figure is given again; one figure alone does not bring the other back."""
    found = radar(
        tmp_path,
        "edition: 2024\nmaturity: Færdigvare\nadoption: I drift bredt",
        "edition: 2025\nring: Afvent",
        "edition: 2026\nmaturity: Færdigvare",
    )

    bare, after = standing(found, "2025"), standing(found)
    assert (bare.ring.name, bare.score, bare.maturity, bare.adoption) == ("Afvent", None, None, None)
    assert (after.ring.name, after.score, after.adoption) == ("Afvent", None, None)
    assert after.maturity is not None


def test_an_answer_that_is_not_counted_ends_what_was_carried_forward(tmp_path: Path) -> None:
    """ "Ved ikke" is shown by name, gives no figure, and the ring that was stated last stands."""
    here = standing(
        radar(
            tmp_path,
            "edition: 2024\nring: Hold øje",
            "edition: 2025\nmaturity: Færdigvare\nadoption: I drift bredt",
            "edition: 2026\nadoption: Ved ikke",
        )
    )

    assert here.adoption is not None
    assert (here.adoption.figure, here.adoption.shown) == (None, "Ved ikke")
    assert (here.ring.name, here.score) == ("Hold øje", None)


@pytest.mark.parametrize(
    ("placement", "score", "other"), [("maturity", 0.75, 0.5), ("adoption", 0.5, 0.75), ("max", 0.75, None)]
)
def test_placement_by_one_scale_shows_the_other(
    tmp_path: Path, placement: str, score: float, other: float | None
) -> None:
    """Where one scale places, the other one is there for the blip's fill."""
    here = standing(radar(tmp_path, "edition: 2026\nmaturity: Dokumenteret\nadoption: På prøve",
                          frame=f"{CONFIGURATION}placement: {placement}\n"))  # fmt: skip

    assert (here.score, here.other) == (score, other)


def test_counts_tell_how_many_answered(tmp_path: Path) -> None:
    """n is the counted answers, and a distribution has no single word."""
    here = standing(radar(tmp_path, "edition: 2026\nmaturity: Idé\nadoption: {counts: {På prøve: 7, Ved ikke: 3}}"))

    assert here.adoption is not None
    assert (here.adoption.n, here.adoption.shown) == (7, "")


def test_own_borders_place(tmp_path: Path) -> None:
    """Borders that the radar states are used, and the innermost that is reached counts."""
    own = "  - {name: Klar, from: 0.625}\n  - {name: Afprøv, from: 0.1}\n  - {name: Afvent, from: 0}\n"
    frame = CONFIGURATION.replace("  - Klar\n  - Afprøv\n  - Hold øje\n  - Afvent\n", own)

    assert (
        standing(radar(tmp_path, "edition: 2026\nmaturity: Dokumenteret\nadoption: På prøve", frame=frame)).ring.name
        == "Klar"
    )


# --- movement


def test_movement_compares_with_the_edition_before(tmp_path: Path) -> None:
    """In the first edition nothing is said; later in, out and same, with the ring that it came from."""
    found = radar(tmp_path, "edition: 2024\nring: Afvent", "edition: 2025\nring: Klar", "edition: 2026\nring: Afprøv")

    assert course(found) == [("Afvent", None), ("Klar", "in"), ("Afprøv", "out")]
    assert standing(found, "2025").came_from == found.configuration.rings[3]
    assert standing(found, "2024").came_from is None


def test_a_technology_is_new_on_its_first_edition(tmp_path: Path) -> None:
    """New is who was not on the radar before, apart from the radar's first edition."""
    assert course(radar(tmp_path, "edition: 2025\nring: Klar")) == [None, ("Klar", "new"), ("Klar", "same")]


def test_what_is_retired_can_return(tmp_path: Path) -> None:
    """Retired is listed with ring and reason where it happens; a later assessment brings it back."""
    found = radar(tmp_path, "edition: 2024\nring: Klar", "edition: 2025\nretired: true\nreason: Ingen bruger den.",
                  "edition: 2026\nring: Klar")  # fmt: skip
    (gone,) = on(found, "2025").retired

    assert course(found) == [("Klar", None), None, ("Klar", "returned")]
    assert (gone.technology.id, gone.came_from, gone.reason) == ("x", found.configuration.rings[0], "Ingen bruger den.")
    assert standing(found).came_from is None
    assert [on(found, edition).retired for edition in ("2024", "2026")] == [(), ()]


def test_who_stays_away_is_retired_only_once(tmp_path: Path) -> None:
    """The edition after says nothing of a technology that is gone."""
    found = radar(tmp_path, "edition: 2024\nring: Klar", "edition: 2025\nretired: true")

    assert (len(on(found, "2025").retired), on(found, "2026").retired, on(found, "2026").standings) == (1, (), ())


def test_no_movement_over_a_break(tmp_path: Path) -> None:
    """With `comparable: false` only new and retired are said; figures are carried over only as their ring."""
    old = "edition: 2025\nmaturity: Færdigvare\nadoption: I drift bredt"
    found = sound(tmp_path, {"x": assessed(old), "y": assessed(old, "edition: 2026\nretired: true", name="Y"),
                             "z": assessed("edition: 2026\nring: Klar", name="Z"),
                             "w": assessed(old, "edition: 2026\nring: Afvent", name="W")}, BREAK)  # fmt: skip
    here = on(found, "2026")

    assert {s.technology.id: s.movement for s in here.standings} == {"x": None, "z": Movement.NEW, "w": None}
    assert [gone.technology.id for gone in here.retired] == ["y"]
    carried = standing(found)
    assert (carried.ring.name, carried.score, carried.maturity, carried.assessed_in) == ("Klar", None, None, "2025")


def test_one_figure_on_the_new_scale_is_not_mixed_with_the_old(tmp_path: Path) -> None:
    """After a break the ring stands until all figures that placement needs are given on the new scale."""
    old, new = "edition: 2025\nmaturity: Færdigvare\nadoption: I drift bredt", "edition: 2026\nmaturity: Idé"
    here = standing(radar(tmp_path, old, new, frame=BREAK))

    assert (here.ring.name, here.score, here.adoption) == ("Klar", None, None)


@given(st.sampled_from(RINGS), st.sampled_from(RINGS), st.booleans())
def test_swapped_editions_mirror_in_and_out(
    tmp_path_factory: pytest.TempPathFactory, first: str, second: str, figures: bool
) -> None:
    """What moved in from one edition to the next moved out the other way round; same stays same."""

    def between(earlier: str, later: str) -> Movement | None:
        def figure(ring: str) -> str:
            step = len(RINGS) - RINGS.index(ring)
            return f"maturity: {step}.5\nadoption: {step}.5" if figures else f"ring: {ring}"

        found = radar(
            tmp_path_factory.mktemp("r"), f"edition: 2024\n{figure(earlier)}", f"edition: 2025\n{figure(later)}"
        )
        return standing(found, "2025").movement

    mirror = {Movement.IN: Movement.OUT, Movement.OUT: Movement.IN, Movement.SAME: Movement.SAME}
    there, back = between(first, second), between(second, first)
    assert there is not None
    assert mirror[there] is back
    assert (there is Movement.SAME) is (first == second)


# --- areas


def test_an_area_without_own_figure_shows_the_overall_one(tmp_path: Path) -> None:
    """Under `area_fallback: overall` it is marked as not its own; under none it is left out."""
    said = "edition: 2026\nmaturity: Idé\nadoption: På prøve"
    here = standing(radar(tmp_path / "a", said), area="teknik-og-miljoe")

    assert (here.own, here.ring.name) == (False, "Hold øje")
    assert on(radar(tmp_path / "b", said, frame=NO_FALLBACK), area="teknik-og-miljoe").standings == ()


@pytest.mark.parametrize("frame", [CONFIGURATION, NO_FALLBACK])
def test_an_area_has_its_own_adoption_and_the_overall_maturity(tmp_path: Path, frame: str) -> None:
    """What an area leaves out is the overall figure, whatever the fallback."""
    here = standing(
        radar(
            tmp_path,
            "edition: 2026\nmaturity: Færdigvare\nadoption: Ikke i gang\nbasis: measured\nsource: S\n"
            "areas:\n  SUNDHED OG OMSORG:\n    adoption: I drift bredt",
            frame=frame,
        ),
        area="sundhed-og-omsorg",
    )

    assert (here.own, here.score, here.ring.name, here.basis) == (True, 1.0, "Klar", Basis.MEASURED)
    assert here.adoption is not None
    assert (here.adoption.shown, here.adoption.source) == ("I drift bredt", "S")


def test_an_areas_basis_is_its_own(tmp_path: Path) -> None:
    """An area that states a basis takes no source from the assessment."""
    here = standing(
        radar(
            tmp_path,
            "edition: 2026\nmaturity: Idé\nadoption: Ikke i gang\nbasis: measured\nsource: S\n"
            "areas: {sundhed-og-omsorg: {adoption: På prøve, basis: derived}}",
        ),
        area="sundhed-og-omsorg",
    )

    assert here.adoption is not None
    assert (here.adoption.basis, here.adoption.source, here.basis) == (Basis.DERIVED, None, Basis.DERIVED)


def test_an_areas_ring_stands_for_its_figures(tmp_path: Path) -> None:
    """A bare ring of an area has no score; another area keeps the overall one."""
    found = radar(
        tmp_path, "edition: 2026\nmaturity: Idé\nadoption: På prøve\nareas: {sundhed-og-omsorg: {ring: Klar}}"
    )

    here = standing(found, area="sundhed-og-omsorg")
    assert (here.ring.name, here.score, here.own) == ("Klar", None, True)
    assert standing(found, area="teknik-og-miljoe").ring.name == "Hold øje"


def test_an_areas_answer_that_is_not_counted_leaves_the_overall_ring(tmp_path: Path) -> None:
    """Where an area's figures give no score the overall ring stands."""
    here = standing(
        radar(
            tmp_path,
            "edition: 2026\nmaturity: Idé\nadoption: På prøve\nareas: {sundhed-og-omsorg: {adoption: Ved ikke}}",
        ),
        area="sundhed-og-omsorg",
    )

    assert (here.ring.name, here.score, here.own) == ("Hold øje", None, True)


def test_an_areas_figure_is_carried_forward(tmp_path: Path) -> None:
    """An area's own figure stays in force while the overall one changes, and says from when it is."""
    found = radar(
        tmp_path,
        "edition: 2024\nmaturity: Færdigvare\nadoption: Ikke i gang\n"
        "areas: {sundhed-og-omsorg: {adoption: I drift bredt}}",
        "edition: 2026\nadoption: På prøve",
    )

    here = standing(found, area="sundhed-og-omsorg")
    assert (here.ring.name, here.assessed_in, here.movement) == ("Klar", "2024", Movement.SAME)


def test_the_first_own_figure_of_an_area_is_no_movement(tmp_path: Path) -> None:
    """An area's own figure and the overall one before it are not compared."""
    found = radar(
        tmp_path,
        "edition: 2025\nmaturity: Færdigvare\nadoption: Ikke i gang",
        "edition: 2026\nareas: {sundhed-og-omsorg: {adoption: I drift bredt}}",
    )

    assert course(found, "sundhed-og-omsorg") == [None, ("Afprøv", "new"), ("Klar", None)]


# --- numbers and selections


def test_numbers_run_over_the_whole_edition(tmp_path: Path) -> None:
    """By sector, ring and name in Danish order; an area and a selection keep them."""
    texts = {
        "a": PLAIN.replace("Droner", "Ål"),
        "b": PLAIN.replace("Droner", "Zoom"),
        "c": PLAIN.replace("Droner", "Abe").replace("Sensorer", "Kunstig intelligens"),
        "d": PLAIN.replace("Droner", "Bil").replace("Klar", "Afvent"),
        "e": PLAIN.replace("Droner", "Æsel").replace(
            "ring: Klar", "ring: Klar\n    areas: {teknik-og-miljoe: {ring: Afvent}}"
        )
        + "tags: [Luft]\n",
    }
    found = sound(tmp_path, texts, NO_FALLBACK)

    assert [(s.number, s.technology.name) for s in on(found).standings] == [
        (1, "Zoom"), (2, "Æsel"), (3, "Ål"), (4, "Bil"), (5, "Abe"),
    ]  # fmt: skip
    assert [(s.number, s.ring.name) for s in on(found, area="teknik-og-miljoe").standings] == [(2, "Afvent")]
    snapshot = on(found)
    assert [s.number for s in snapshot.select(sector="kunstig-intelligens").standings] == [5]
    assert [s.number for s in snapshot.select(ring="klar", sector="sensorer").standings] == [1, 2, 3]
    assert [s.number for s in snapshot.select(tag="luft").standings] == [2]


def test_a_gap_is_shown_with_its_sign(tmp_path: Path) -> None:
    """Mature but not in use is positive, in use but not mature negative."""
    assert standing(radar(tmp_path / "a", "edition: 2026\nmaturity: Færdigvare\nadoption: Undersøges")).gap == 0.75
    assert standing(radar(tmp_path / "b", "edition: 2026\nmaturity: Idé\nadoption: På prøve")).gap == -0.5
