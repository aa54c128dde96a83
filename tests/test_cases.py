"""`techradar cases`: who has tried what, since when, how far they are, and what was learnt."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from commands import run
from radars import CONFIGURATION, PLAIN, assessed, radar_of
from techradar.publish.cases import age

ROBOT = (
    assessed("edition: 2026\nring: Klar", name="Robot")
    + """cases:
  - organisation: Eksempelhuset
    area: Sundhed og omsorg
    stage: pilot
    since: 2025-09-10
    decide_by: 2026-03-01
    lesson: Den skal lades op hver nat.
  - municipality: Aarhus
    stage: operation
    since: 2023-03-01
    url: https://example.org/
  - stage: preparing
    municipality: Odense
    url: https://example.org/
    decide_by: 2026-04-01
"""
)
BIL = (
    assessed("edition: 2024\nring: Klar", "edition: 2025\nretired: true", name="Bil")
    + """cases:
  - organisation: Værkstedet
    stage: stopped
    since: 2024-05-01
    decide_by: 2025-01-01
    lesson: For dyr i drift
"""
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A radar with a case of each stage, one of them of a technology that was taken off."""
    loaded = radar_of(tmp_path, {"robot": ROBOT, "bil": BIL, "droner": PLAIN})
    assert loaded.sound, loaded.problems
    return tmp_path


def found(folder: Path, *arguments: str) -> list[str]:
    """The cases that are listed, each as technology and stage."""
    done = run("cases", "--data", folder, "--format", "json", *arguments)
    assert done.code == 0, done.err
    return [f"{each['id']} {each['stage']}" for each in json.loads(done.out)["cases"]]


def test_cases_are_told_by_stage(folder: Path) -> None:
    """What is on trial comes first, with how late it is; then what is prepared, in operation, and stopped."""
    lines = run("cases", "--data", folder, lang="da").out.splitlines()

    assert lines[0] == "Teknologiradar for Eksempelby: erfaringer"
    assert [" ".join(line.split()) for line in lines[2:] if "─" not in line] == [
        "Teknologi Hvor langt Hvor Siden Afgøres senest Hvad der er lært Læs mere",
        (
            "Robot På prøve Eksempelhuset (Sundhed og omsorg) 10. september 2025 (5 måneder) "
            "1. marts 2026 (9 dage over tid) Den skal lades op hver nat."
        ),
        "Robot Forberedes Odense 1. april 2026 (om 22 dage) https://example.org/",
        "Robot I drift Aarhus 1. marts 2023 (3 år) https://example.org/",
        "Bil (taget af radaren) Stoppet Værkstedet 1. maj 2024 1. januar 2025 For dyr i drift",
        "",
        "4 erfaringer: 1 på prøve, 1 forberedes, 1 i drift og 1 stoppet; heraf 1 over tid",
    ]


@pytest.mark.parametrize(
    ("arguments", "cases"),
    [
        ([], ["robot pilot", "robot preparing", "robot operation", "bil stopped"]),
        (["--technology", "BIL"], ["bil stopped"]),
        (["--technology", "bil", "--technology", "droner"], ["bil stopped"]),
        (["--municipality", "aarhus"], ["robot operation"]),
        (["--municipality", "751"], ["robot operation"]),
        (["--municipality", "værkstedet", "--municipality", "Odense"], ["robot preparing", "bil stopped"]),
        (["--municipality", "Vejle"], []),
        (["--stage", "pilot", "--stage", "stopped"], ["robot pilot", "bil stopped"]),
        (["--area", "Sundhed og omsorg"], ["robot pilot"]),
        (["--due"], ["robot pilot", "robot preparing"]),
        (["--due", "--stage", "preparing"], ["robot preparing"]),
        (["--sort", "technology"], ["bil stopped", "robot pilot", "robot preparing", "robot operation"]),
        (["--sort", "municipality"], ["robot pilot", "robot preparing", "bil stopped", "robot operation"]),
        (["--sort", "age"], ["robot operation", "bil stopped", "robot pilot", "robot preparing"]),
    ],
)
def test_filters_and_order(arguments: list[str], cases: list[str], folder: Path) -> None:
    """Filters take ids, names and codes; the order is by stage, technology, municipality (in Danish) or age."""
    assert found(folder, *arguments) == cases


@pytest.mark.parametrize(
    ("arguments", "said", "hint"),
    [
        (["--technology", "robt"], 'unknown technology "robt"', '"robot"'),
        (["--municipality", "Århus"], 'no case is from "Århus"', 'did you mean "Aarhus"?'),
        (["--municipality", "Eksempelhus"], 'no case is from "Eksempelhus"', 'did you mean "Eksempelhuset"?'),
        (["--stage", "pilto"], '--stage cannot be "pilto"', 'did you mean "pilot"?'),
        (["--area", "Skole"], 'unknown area "Skole"', "Sundhed og omsorg"),
        (["--sort", "name"], '--sort cannot be "name"', "choices: stage, technology, municipality, age"),
    ],
)
def test_a_wrong_word_is_told_with_the_nearest(arguments: list[str], said: str, hint: str, folder: Path) -> None:
    """A word that stands for nothing is wrong usage, with what may have been meant."""
    done = run("cases", "--data", folder, *arguments)

    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert hint in done.err


def test_programs_get_ids_and_days(folder: Path) -> None:
    """JSON and CSV have ids, dates, and days since the beginning and past the decision, with the day of asking."""
    document = json.loads(run("cases", "--data", folder, "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(run("cases", "--data", folder, "--format", "csv").out)))

    assert (document["format"], document["day"]) == (1, "2026-03-10")
    assert document["cases"][0] == {
        "id": "robot", "name": "Robot", "municipality": None, "organisation": "Eksempelhuset",
        "area": "sundhed-og-omsorg", "stage": "pilot", "since": "2025-09-10", "days": 181,
        "decide_by": "2026-03-01", "days_over": 9, "lesson": "Den skal lades op hver nat.", "url": None,
    }  # fmt: skip
    assert [(row["id"], row["days_over"]) for row in rows] == [
        ("robot", "9"), ("robot", "-22"), ("robot", ""), ("bil", ""),
    ]  # fmt: skip


def test_markdown_is_one_table(folder: Path) -> None:
    """Markdown is a table and nothing else; columns that say nothing of these cases are left out."""
    lines = run("cases", "--data", folder, "--stage", "stopped", "--format", "markdown").out.splitlines()

    assert lines == [
        "| Teknologi | Hvor langt | Hvor | Siden | Afgøres senest | Hvad der er lært |",
        "| --- | --- | --- | --- | --- | --- |",
        "| Bil (taget af radaren) | Stoppet | Værkstedet | 1. maj 2024 | 1. januar 2025 | For dyr i drift |",
    ]


def test_a_case_of_nobody_is_the_radar_s_own(tmp_path: Path) -> None:
    """Where a case names nobody it is that of the radar's municipality."""
    text = PLAIN + "cases:\n  - stage: operation\n"
    radar_of(tmp_path, {"x": text}, CONFIGURATION.replace("sectors:", "municipality: Vejle\nsectors:", 1))

    assert found(tmp_path, "--municipality", "Vejle") == ["x operation"]
    assert "I drift     Vejle" in run("cases", "--data", tmp_path).out


def test_no_case_is_said(folder: Path, tmp_path: Path) -> None:
    """Where there is none yet it is said how to write one; where none fits, that; programs still get a document."""
    radar_of(tmp_path / "calm", {"droner": PLAIN})
    none = run("cases", "--data", tmp_path / "calm")
    document = run("cases", "--data", tmp_path / "calm", "--format", "json")

    assert (none.code, none.out) == (0, "")
    assert "written under cases" in none.err
    assert json.loads(document.out)["cases"] == []
    assert run("cases", "--data", folder, "--municipality", "Vejle").err == "No case fits.\n"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "i dag"),
        (1, "1 dag"),
        (60, "60 dage"),
        (61, "2 måneder"),
        (730, "23 måneder"),
        (731, "2 år"),
        (1500, "4 år"),
    ],
)
def test_age_is_told_in_the_unit_that_people_use(days: int, words: str) -> None:
    """Days up to two months, months up to two years, then years; always full ones."""
    assert age(days, "da") == words
