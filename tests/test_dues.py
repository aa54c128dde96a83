"""What is due: which days count, what of a technology that is off the radar, and where it is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from commands import run
from radars import CONFIGURATION, PLAIN, assessed, radar_of, sound
from techradar.dues import dues

TODAY = date(2026, 3, 10)  # the day of the commands in tests


def case(stage: str, day: str, whose: str = "organisation: Eksempelhuset") -> str:
    """The lines of a technology with a case."""
    return f"cases:\n  - {whose}\n    stage: {stage}\n    decide_by: {day}\n"


def due_of(folder: Path, text: str, configuration: str = CONFIGURATION) -> list[str]:
    """What is due of a technology: kind and day, soonest first."""
    radar = sound(folder, {"x": text}, configuration)
    (technology,) = radar.technologies
    return [f"{due.kind} {due.day}" for due in dues(radar.configuration, technology, TODAY)]


@pytest.mark.parametrize(
    ("day", "is_due"),
    [("2025-01-01", True), ("2026-03-10", True), ("2026-04-09", True), ("2026-04-10", False)],
)
def test_a_day_counts_from_thirty_days_before(day: str, is_due: bool, tmp_path: Path) -> None:
    """A day that is past or at most 30 days off is due, today too; one that is farther off is not."""
    assert due_of(tmp_path, f"{PLAIN}review_by: {day}\n") == ([f"review {day}"] if is_due else [])


@pytest.mark.parametrize(
    ("stage", "is_due"), [("preparing", True), ("pilot", True), ("operation", False), ("stopped", False)]
)
def test_only_a_running_case_is_due(stage: str, is_due: bool, tmp_path: Path) -> None:
    """What is in operation or stopped has been decided."""
    assert due_of(tmp_path, PLAIN + case(stage, "2026-01-15")) == (["trial 2026-01-15"] if is_due else [])


def test_all_that_is_due_comes_soonest_first(tmp_path: Path) -> None:
    """Reviews, trials and decisions stand in the order of their days; what has no day is never due."""
    text = f"{PLAIN}review_by: 2026-03-20\n{case('pilot', '2026-01-15')}  - organisation: Et andet\n    stage: pilot\n"
    text += (
        "decisions:\n  - date: 2025-01-01\n    text: Køb.\n    due: 2026-02-01\n  - date: 2025-01-01\n    text: Vent.\n"
    )

    assert due_of(tmp_path, text) == ["trial 2026-01-15", "decision 2026-02-01", "review 2026-03-20"]


@pytest.mark.parametrize(("draft", "kinds"), [("", ["trial"]), ("    draft: true\n", ["review", "trial"])])
def test_what_is_off_the_radar_needs_no_review(draft: str, kinds: list[str], tmp_path: Path) -> None:
    """A technology that was taken off keeps its trial and no review; while it goes only in a draft it is still on."""
    text = assessed("edition: 2024\nring: Klar", "edition: 2026\nretired: true") + "review_by: 2026-01-01\n"
    found = due_of(tmp_path, text + case("pilot", "2026-01-15"), CONFIGURATION + draft)

    assert [each.split()[0] for each in found] == kinds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A radar with a late trial of a retired technology, a late review, a decision to come, and one at ease."""
    texts = {
        "gone": assessed("edition: 2024\nring: Klar", "edition: 2025\nretired: true", name="Gone")
        + "aliases: [Væk]\n"
        + case("pilot", "2026-03-01"),
        "late": assessed("edition: 2026\nring: Klar", name="Late") + "review_by: 2026-01-10\nowner: Plejen\n",
        "soon": assessed("edition: 2026\nring: Afprøv", name="Soon")
        + "decisions:\n  - date: 2026-01-01\n    text: Køb to.\n    due: 2026-03-11\n",
        "calm": assessed("edition: 2026\nring: Klar", name="Calm") + "review_by: 2027-01-10\n",
    }
    assert radar_of(tmp_path, texts).sound
    return tmp_path


def test_list_due_tells_what_and_when(folder: Path) -> None:
    """The longest overdue comes first, with what it is, its day and how far off that is; retired ones too."""
    out = run("list", "--due", "--data", folder, lang="da").out
    table = [" ".join(line.split()) for line in out.splitlines()[2:]]

    assert table[0] == "Teknologi Ring Ejer Hvad og hvornår"
    assert table[2:] == [
        "Late Klar Plejen Gennemgås senest 10. januar 2026 (59 dage over tid)",
        "Gone På prøve hos Eksempelhuset, afgøres senest 1. marts 2026 (9 dage over tid)",
        'Soon Afprøv Beslutningen "Køb to" udføres senest 11. marts 2026 (om 1 dag)',
        "", "3 teknologier",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ([], ["late", "gone", "soon"]),
        (["--search", "væk"], ["gone"]),
        (["--ring", "klar"], ["late"]),
        (["--gap"], []),
        (["--sort", "-due"], ["soon", "gone", "late"]),
    ],
)
def test_due_goes_with_other_filters(more: list[str], found: list[str], folder: Path) -> None:
    """--due is one filter among others, and another order may be asked for."""
    done = run("list", "--due", "--data", folder, "--format", "json", *more)

    assert [each["id"] for each in json.loads(done.out)["technologies"]] == found


def test_only_due_makes_json_depend_on_the_day(folder: Path) -> None:
    """With --due each technology has its next day and what is due; without it the same bytes come out every day."""
    due = json.loads(run("list", "--due", "--data", folder, "--format", "json").out)["technologies"]
    plain = json.loads(run("list", "--data", folder, "--format", "json").out)["technologies"]

    assert [(each["due"], each["due_what"]) for each in due] == [
        ("2026-01-10", ["review"]), ("2026-03-01", ["trial"]), ("2026-03-11", ["decision"]),
    ]  # fmt: skip
    assert {key for each in plain for key in each} & {"due", "due_what"} == set()
    assert "Gennemgås" in run("list", "--data", folder, "--columns", "name,due").out


def test_the_bare_call_counts_what_list_due_lists(folder: Path) -> None:
    """What is late is counted by kind, what comes soon together, and the command that lists them is named first."""
    lines = run("--data", folder).out.splitlines()

    assert lines[1] == (
        "3 technologies, edition 2026; 1 is due for review, 1 trial past its date and 1 due within 30 days"
    )
    assert lines[4].split("  ")[1] == "techradar list --due"


def test_nothing_due_is_said(tmp_path: Path) -> None:
    """Where nothing is due, list --due says that; with another filter, that nothing fits."""
    radar_of(tmp_path, {"x": PLAIN})

    assert run("list", "--due", "--data", tmp_path).err == (
        "Nothing is past its day, and nothing is due within 30 days.\n"
    )
    assert run("list", "--due", "--ring", "klar", "--data", tmp_path).err == "No technology fits.\n"


# Gaps -------------------------------------------------------------------------------------------------------------

GAPS = {
    "a": assessed("edition: 2026\nmaturity: Dokumenteret\nadoption: Undersøges", name="A"),
    "b": assessed("edition: 2026\nmaturity: Idé\nadoption: I drift bredt", name="B"),
    "c": assessed("edition: 2026\nmaturity: Færdigvare\nadoption: I drift et sted", name="C"),
    "d": assessed("edition: 2026\nmaturity: Færdigvare\nadoption: Ved ikke\nring: Klar", name="D"),
}


def test_list_gap_says_which_way(tmp_path: Path) -> None:
    """Only gaps are listed, the largest first whichever way it goes, in plain words."""
    radar_of(tmp_path, GAPS)
    out = run("list", "--gap", "--data", tmp_path).out

    assert [" ".join(line.split()) for line in out.splitlines()[2:] if "─" not in line] == [
        "Teknologi Ring Modenhed Udbredelse Afstand",
        "B Afprøv Idé I drift bredt i brug, men ikke moden (1,00)",
        "A Afprøv Dokumenteret Undersøges moden, men ikke i brug (0,50)",
        "", "2 teknologier",
    ]  # fmt: skip


def test_the_bare_call_counts_gaps(tmp_path: Path) -> None:
    """How many are mature but not in use, and in use but not mature, with the command that lists them."""
    radar_of(tmp_path, GAPS)
    out = run("--data", tmp_path).out

    assert "\n1 is mature, but not in use and 1 is in use, but not mature\n" in out
    assert "  techradar list --gap  " in out


def test_no_gap_is_said(tmp_path: Path) -> None:
    """Where there is no gap, list --gap says that; with both filters, that nothing fits."""
    radar_of(tmp_path, {"c": GAPS["c"]})

    assert (
        run("list", "--gap", "--data", tmp_path).err == "No technology has 0.5 or more between maturity and adoption.\n"
    )
    assert run("list", "--gap", "--due", "--data", tmp_path).err == "No technology fits.\n"
