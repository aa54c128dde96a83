"""What happened between two editions, and what differs between two radars."""

from __future__ import annotations

import tempfile
from datetime import date
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radars import CONFIGURATION, assessed, radar_of, sound
from techradar import store
from techradar.differences import Difference, Kind, Side, between_editions, between_radars, matches
from techradar.history import snapshot
from techradar.model import Radar

ROOT = Path(__file__).parent.parent
BROKEN = CONFIGURATION.replace("date: 2026-03-02", "date: 2026-03-02\n    comparable: false\n    note: Ny skala.")


def between(radar: Radar, earlier: str, later: str, area: str | None = None) -> Difference:
    """The difference between two editions by their ids, perhaps for an area by its id."""
    configuration = radar.configuration
    first, last = (next(e for e in configuration.editions if e.id == id) for id in (earlier, later))
    return between_editions(radar, first, last, next((a for a in configuration.areas if a.id == area), None))


def happened(difference: Difference) -> dict[str, str]:
    """What happened to each technology: its kind, and the rings from and to."""
    return {
        change.technology.id: " ".join(
            [change.kind.value, *(ring.id if ring is not None else "-" for ring in (change.came_from, change.ring))]
        )
        for change in difference.changes
    }


def compared(one: Radar, other: Radar) -> Difference:
    """The difference between the newest editions of two radars."""
    return between_radars(*(Side(radar, radar.configuration.default_edition) for radar in (one, other)))


# Between editions -------------------------------------------------------------------------------------------------


def test_vejle_from_2023_to_2024() -> None:
    """Vejle's radar took two technologies off, got one and moved two in; that some were renamed moved nothing."""
    radar = store.load(ROOT / "examples" / "vejle", date(2026, 1, 1)).radar
    assert radar is not None

    assert happened(between(radar, "2023", "2024")) == {
        "generativ-ai": "new - klar",
        "low-zero-code": "in afproev klar",
        "metaverset": "in afvent hold-oeje",
        "3d-print": "retired klar -",
        "sociale-teknologier": "retired klar -",
    }


COURSES = {
    "moved": assessed("edition: 2024\nring: Afvent", "edition: 2026\nring: Klar\nreason: Den virker."),
    "back-and-forth": assessed("edition: 2024\nring: Klar", "edition: 2025\nring: Afprøv", "edition: 2026\nring: Klar"),
    "out": assessed("edition: 2024\nring: Klar", "edition: 2025\nring: Afprøv"),
    "fresh": assessed("edition: 2025\nring: Klar", "edition: 2026\nring: Afprøv"),
    "gone": assessed("edition: 2024\nring: Klar", "edition: 2025\nretired: true\nreason: Ingen bruger den."),
    "passing": assessed("edition: 2025\nring: Klar", "edition: 2026\nretired: true"),
    "home": assessed("edition: 2024\nring: Klar", "edition: 2025\nretired: true", "edition: 2026\nring: Afprøv"),
    "calm": assessed("edition: 2024\nring: Klar"),
}


@pytest.fixture
def courses(tmp_path: Path) -> Radar:
    """A radar of technologies that went every way there is."""
    return sound(tmp_path, {id: text.replace("Droner", id) for id, text in COURSES.items()})


def test_from_and_to_are_those_of_the_two_editions(courses: Radar) -> None:
    """Over several editions the rings of both ends count, and what stayed or came back to its ring is not told."""
    assert happened(between(courses, "2024", "2026")) == {
        "fresh": "new - afproev",
        "moved": "in afvent klar",
        "out": "out klar afproev",
        "home": "out klar afproev",
        "gone": "retired klar -",
        "passing": "retired - -",
    }
    assert happened(between(courses, "2025", "2026")) == {
        "home": "returned - afproev",
        "back-and-forth": "in afproev klar",
        "moved": "in afvent klar",
        "fresh": "out klar afproev",
        "passing": "retired klar -",
    }


def test_reasons_are_all_that_were_given_in_between(tmp_path: Path) -> None:
    """Every reason after the first edition is told with its edition; that of the first edition is not."""
    text = assessed(
        "edition: 2024\nring: Afvent\nreason: Første.",
        "edition: 2025\nring: Afprøv\nreason: Anden.",
        "edition: 2026\nring: Klar\nreason: Tredje.",
    )
    (change,) = between(sound(tmp_path, {"x": text}), "2024", "2026").changes

    assert [(told.edition, told.reason) for told in change.reasons] == [("2025", "Anden."), ("2026", "Tredje.")]


def figures(tmp_path: Path, *assessments: str) -> dict[str, tuple[float | None, float | None]]:
    """The figures that changed from 2024 to 2026 of a technology with these assessments."""
    found = between(sound(tmp_path, {"x": assessed(*assessments)}), "2024", "2026").changes
    return {
        each.scale: (each.before.figure if each.before else None, each.after.figure if each.after else None)
        for change in found
        for each in change.figures
    }


BOTH = "edition: 2024\nmaturity: Dokumenteret\nadoption: På prøve"


@pytest.mark.parametrize(
    ("later", "changed"),
    [
        ("adoption: I drift et sted\nreason: x", {"adoption": (0.5, 0.75)}),
        ("maturity: Dokumenteret\nadoption: På prøve", {}),
        ("reason: Intet nyt.", {}),
        ("maturity: Dokumenteret\nbasis: measured\nsource: Måling", {"maturity": (0.75, 0.75)}),
        ("adoption: Ved ikke\nring: Klar", {"adoption": (0.5, None)}),
        ("ring: Afprøv", {"maturity": (0.75, None), "adoption": (0.5, None)}),
    ],
)
def test_figures_that_changed(later: str, changed: dict[str, tuple[float, float]], tmp_path: Path) -> None:
    """A new figure, a new basis and a figure that ended are changes; one carried forward or said again is none."""
    assert figures(tmp_path, BOTH, f"edition: 2026\n{later}") == changed


def test_over_a_break_it_is_told_what_came_and_what_went(tmp_path: Path) -> None:
    """An edition that cannot be compared is named, and no ring or figure is compared over it."""
    radar = sound(tmp_path, {id: text.replace("Droner", id) for id, text in COURSES.items()}, BROKEN)
    found = between(radar, "2025", "2026")

    assert [edition.id for edition in found.breaks] == ["2026"]
    assert happened(found) == {"home": "returned - afproev", "passing": "retired klar -"}
    assert between(radar, "2024", "2025").breaks == ()
    assert happened(between(radar, "2024", "2026")) == {
        "fresh": "new - afproev", "gone": "retired klar -", "passing": "retired - -",
    }  # fmt: skip


def test_an_area_is_compared_like_with_like(tmp_path: Path) -> None:
    """Where an area got a figure of its own nothing is said to have moved, and that is told."""
    text = assessed(
        "edition: 2024\nmaturity: Dokumenteret\nadoption: På prøve",
        "edition: 2026\nadoption: På prøve\nareas:\n  sundhed-og-omsorg:\n    adoption: I drift bredt\nreason: x",
    )
    radar = sound(tmp_path, {"x": text})
    own = between(radar, "2024", "2026", "sundhed-og-omsorg")

    assert own.changes == ()
    assert [(each.what, [t.id for t in each.technologies]) for each in own.uncompared] == [("own", ["x"])]
    assert between(radar, "2024", "2026").uncompared == ()


def test_an_area_tells_its_own_reason(tmp_path: Path) -> None:
    """For an area its own reason comes before the overall one."""
    area = "areas:\n  sundhed-og-omsorg:\n    adoption: {}\n    reason: {}"
    text = assessed(
        f"{BOTH}\n{area.format('På prøve', 'Før.')}",
        f"edition: 2026\nadoption: På prøve\nreason: Samlet.\n{area.format('I drift bredt', 'Alle hjem har den.')}",
    )
    (change,) = between(sound(tmp_path, {"x": text}), "2024", "2026", "sundhed-og-omsorg").changes

    assert [told.reason for told in change.reasons] == ["Alle hjem har den."]


def test_decisions_are_those_of_the_time_in_between(tmp_path: Path) -> None:
    """A decision belongs to the edition before which it was made, one after the newest edition to that."""
    days = ("2024-03-01", "2024-12-01", "2025-06-01", "2026-04-01")
    made = "".join(f"  - date: {day}\n    text: {day}\n" for day in days)
    text = assessed("edition: 2024\nring: Afvent", "edition: 2025\nring: Afprøv", "edition: 2026\nring: Klar")
    radar = sound(tmp_path, {"x": f"{text}decisions:\n{made}"})

    def decided(earlier: str, later: str) -> list[str]:
        (change,) = between(radar, earlier, later).changes
        return [decision.text for decision in change.decisions]

    assert decided("2024", "2025") == ["2024-12-01"]
    assert decided("2025", "2026") == ["2025-06-01", "2026-04-01"]


# Whatever is assessed --------------------------------------------------------------------------------------------

SAID = st.sampled_from(
    [
        "ring: Klar", "ring: Afvent", "retired: true", "maturity: Færdigvare", "adoption: Ved ikke\nring: Klar",
        "adoption: I drift bredt\nareas:\n  sundhed-og-omsorg:\n    adoption: Undersøges",
        "areas:\n  sundhed-og-omsorg:\n    ring: Hold øje", None,
    ]
)  # fmt: skip


@settings(max_examples=40)
@given(
    courses=st.lists(st.tuples(st.sampled_from([0, 1, 2]), st.lists(SAID, min_size=3, max_size=3)), max_size=5),
    comparable=st.booleans(),
    fallback=st.sampled_from(["overall", "none"]),
)
def test_neighbours_differ_by_what_moved(
    courses: list[tuple[int, list[str | None]]], comparable: bool, fallback: str
) -> None:
    """Between neighbouring editions the movements told are those that the list and the picture show, areas too."""
    texts = {}
    for number, (begun, said) in enumerate(courses):
        first = [None] * begun + ["maturity: Dokumenteret\nadoption: På prøve"]
        steps = zip(("2024", "2025", "2026"), [*first, *said][:3], strict=True)
        texts[f"x{number}"] = assessed(*(f"edition: {id}\n{step}" for id, step in steps if step), name=f"X{number}")
    configuration = (CONFIGURATION if comparable else BROKEN) + f"area_fallback: {fallback}\n"
    with tempfile.TemporaryDirectory() as folder:
        radar = radar_of(Path(folder), texts, configuration).radar
    assert radar is not None
    editions = radar.configuration.editions
    for (earlier, later), area in product(pairwise(editions), [None, *radar.configuration.areas]):
        seen = snapshot(radar, later, area)
        moved = {s.technology.id: s.movement.value for s in seen.standings if s.movement is not None}
        moved |= {gone.technology.id: "retired" for gone in seen.retired}
        told = {c.technology.id: c.kind.value for c in between_editions(radar, earlier, later, area).changes}

        if not later.comparable:
            # The list says no movement there; that it was away before and is here now is no comparison of rings.
            told = {id: kind for id, kind in told.items() if kind != "returned"}
        assert {id: kind for id, kind in told.items() if kind != "figures"} == {
            id: movement for id, movement in moved.items() if movement != "same"
        }


# Between radars ---------------------------------------------------------------------------------------------------


def test_technologies_are_matched_by_id_name_and_other_name(tmp_path: Path) -> None:
    """An id comes before a name, a name before another name, and a word that two have matches nothing."""
    here = {
        "robot": assessed("edition: 2026\nring: Klar", name="Robot"),
        "chatgpt": assessed("edition: 2026\nring: Klar", name="Sprogmodeller"),
        "vr": assessed("edition: 2026\nring: Klar", name="VR") + "aliases: [Briller]\n",
        "one": assessed("edition: 2026\nring: Klar", name="Et") + "aliases: [Fælles]\n",
        "two": assessed("edition: 2026\nring: Klar", name="To") + "aliases: [Fælles]\n",
    }
    there = {
        "robot": assessed("edition: 2026\nring: Klar", name="Noget andet"),
        "generativ-ai": assessed("edition: 2026\nring: Klar", name="Generativ AI") + "aliases: [ChatGPT]\n",
        "virtuelt": assessed("edition: 2026\nring: Klar", name="briller"),
        "three": assessed("edition: 2026\nring: Klar", name="Tre") + "aliases: [Fælles]\n",
    }
    pairs = matches(sound(tmp_path / "a", here), sound(tmp_path / "b", there))

    assert {(one.id if one else None, other.id if other else None) for one, other in pairs} == {
        ("robot", "robot"), ("chatgpt", "generativ-ai"), ("vr", "virtuelt"),
        ("one", None), ("two", None), (None, "three"),
    }  # fmt: skip


def test_two_radars_are_told_apart(tmp_path: Path) -> None:
    """Rings, figures, names, sectors and descriptions that differ are told, and what only one of them has."""
    here = {
        "x": f"{assessed(BOTH.replace('2024', '2026'), name='Gammelt navn')}summary: Før.\n",
        "same": assessed("edition: 2026\nring: Klar", name="Ens"),
        "left": assessed("edition: 2026\nring: Klar", name="Venstre"),
        "off": assessed("edition: 2026\nring: Klar", name="Fravalgt"),
    }
    there = {
        "x": assessed(
            "edition: 2026\nmaturity: Færdigvare\nadoption: I drift bredt\nreason: Bedre.", name="Nyt navn"
        ).replace("sector: Sensorer", "sector: Kunstig intelligens")
        + "summary: Efter.\nexample: Et.\n",
        "same": assessed("edition: 2026\nring: Klar", name="Ens"),
        "right": assessed("edition: 2026\nring: Afprøv", name="Højre"),
        "off": assessed("edition: 2025\nring: Klar", "edition: 2026\nretired: true\nreason: Dyr.", name="Fravalgt"),
    }
    found = compared(sound(tmp_path / "a", here), sound(tmp_path / "b", there))
    kinds = [(change.kind, change.technology.id) for change in found.changes]
    moved = next(change for change in found.changes if change.kind is Kind.IN)
    off = next(change for change in found.changes if change.technology.id == "off")

    assert kinds == [
        (Kind.IN, "x"), (Kind.ONLY_TO, "right"), (Kind.ONLY_FROM, "off"), (Kind.ONLY_FROM, "left"),
        (Kind.RENAMED, "x"), (Kind.SECTOR, "x"), (Kind.DESCRIBED, "x"),
    ]  # fmt: skip
    assert [figure.scale for figure in moved.figures] == ["maturity", "adoption"]
    assert next(change.parts for change in found.changes if change.parts) == ("summary", "example")
    assert [(told.reason, told.of_from) for told in off.reasons] == [("Dyr.", False)]
    assert (found.uncompared, found.of_one_radar) == ((), False)


def test_what_two_radars_do_not_have_in_common_is_not_compared(tmp_path: Path) -> None:
    """A ring, a sector or a scale that only one radar has is no difference of a technology: it is told once."""
    other = (
        CONFIGURATION.replace("  - Klar\n  - Afprøv\n  - Hold øje\n", "  - Brug\n  - Hold øje\n")
        .replace("  - Sensorer\n", "  - Ting\n")
        .replace("[Idé, Forsøg,", "[Tanke, Forsøg,")
    )
    here = {id: assessed("edition: 2026\nring: Klar", name=id) for id in ("x", "y")}
    here["y"] = here["y"].replace("Klar", "Afvent")
    there = {id: text.replace("Sensorer", "Ting").replace("Klar", "Brug") for id, text in here.items()}
    there["y"] = there["y"].replace("Afvent", "Hold øje")
    found = compared(sound(tmp_path / "a", here), sound(tmp_path / "b", there, other))

    assert [(change.kind, change.technology.id) for change in found.changes] == [(Kind.IN, "y")]
    assert [(each.what, [t.id for t in each.technologies]) for each in found.uncompared] == [
        ("maturity", []), ("ring", ["x"]), ("sector", ["x", "y"]),
    ]  # fmt: skip


def test_a_radar_does_not_differ_from_itself(tmp_path: Path) -> None:
    """The same files in two folders differ in nothing."""
    folders = (tmp_path / "a", tmp_path / "b")
    here, there = (sound(f, {id: t.replace("Droner", id) for id, t in COURSES.items()}) for f in folders)

    assert compared(here, there).changes == ()
    assert compared(here, there).uncompared == ()
