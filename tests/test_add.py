"""`techradar add`: a new technology from options and answers; nothing is written that breaks the radar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from commands import CTRL_C, TODAY, Done, on_terminal, run
from editable import CONFIGURATION, radar, written
from techradar.store import load

NEEDED = ("--sector", "iot", "--maturity", "dokumenteret", "--adoption", "På prøve")
ONLY_RINGS = """\
title: Prøve
sectors:
  - name: IoT
    description: Ting, der måler.
  - Andet
rings: [Klar, Afvent]
editions:
  - id: 2026
    date: 2026-03-01
"""


def add(folder: Path, *arguments: str, lang: str = "da") -> Done:
    """Run `techradar add`."""
    return run("add", *arguments, "--data", folder, lang=lang)


def files_in(folder: Path) -> set[str]:
    """The ids of all technologies."""
    return {path.stem for path in (folder / "technologies").iterdir()}


def test_a_technology_needs_no_more_than_its_figures(tmp_path: Path) -> None:
    """The short form is written with ids, shown, and placed; the path is the product."""
    folder = radar(tmp_path)

    done = add(folder, "Måling af luft", *NEEDED)

    expected = (
        "name: Måling af luft\nsector: iot\nassessments:\n"
        "  - edition: 2026\n    maturity: dokumenteret\n    adoption: paa-proeve\n"
    )
    assert (done.code, done.out) == (0, f"{folder.as_posix()}/technologies/maaling-af-luft.yaml\n")
    assert done.err.startswith(
        f"{expected}\nMåling af luft → AFPRØV (0,63)\n\nNæste skridt:\n  techradar show maaling-"
    )
    assert written(folder, "maaling-af-luft") == expected


def test_every_field_has_an_option(tmp_path: Path) -> None:
    """Keys stand in the order of the docs, free text is quoted where it must be, lists are blocks."""
    folder = radar(tmp_path)
    (folder / ".schema").mkdir()
    (folder / ".schema" / "technology.schema.json").write_text("{}", encoding="utf-8")

    done = add(
        folder, "Droner", "--id", "drone", "--reason", "Fordi: # nu", "--source", "https://example.org/k", "--basis",
        "published", "--adoption", "2,5", "--maturity", "4", "--edition", "2025", "--sector", "IoT", "--summary",
        "Flyver.", "--example", "- Over en mark", "--description", "To\n\nafsnit\n", "--alias", "UAV", "--alias",
        "Fly, små", "--tag", "luft", "--owner", "Teknik", "--review-by", "2027-01-01", "--link",
        "Læs: mere https://example.org/", "--link", "https://example.org/b",
    )  # fmt: skip

    assert done.code == 0, done.err
    assert written(folder, "drone") == (
        "# yaml-language-server: $schema=../.schema/technology.schema.json\n"
        'name: Droner\nsector: iot\nsummary: Flyver.\nexample: "- Over en mark"\n'
        "description: |-\n  To\n\n  afsnit\naliases:\n  - UAV\n  - Fly, små\ntags:\n  - luft\nowner: Teknik\n"
        'review_by: 2027-01-01\nlinks:\n  - title: "Læs: mere"\n    url: https://example.org/\n'
        "  - title: example.org\n    url: https://example.org/b\n"
        "assessments:\n  - edition: 2025\n    maturity: dokumenteret\n    adoption: 2.5\n    basis: published\n"
        '    source: https://example.org/k\n    reason: "Fordi: # nu"\n'
    )
    assert load(folder, date.fromisoformat(TODAY)).sound


def test_a_dry_run_shows_the_file_and_writes_nothing(tmp_path: Path) -> None:
    """The file goes to stdout, where it lands to stderr."""
    folder = radar(tmp_path)

    done = add(folder, "Droner", *NEEDED, "--dry-run")

    assert (done.code, done.err) == (0, "Droner → AFPRØV (0,63)\n")
    assert done.out.startswith("name: Droner\nsector: iot\n")
    assert files_in(folder) == {"faldsensorer"}


def test_a_taken_id_gets_a_number(tmp_path: Path) -> None:
    """Two names with one slug become two files; a file of another program in the way counts as taken."""
    folder = radar(tmp_path)

    done = [add(folder, name, *NEEDED) for name in ("C-3", "C 3", "c/3")]

    assert [Path(each.out.strip()).stem for each in done] == ["c-3", "c-3-2", "c-3-3"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, ["techradar add: fejl: navnet mangler", "--sector mangler", "--maturity mangler", "--adoption man"]),
        (["Droner", "--sector", "iot", "--maturity", "idé"], 2, ["--adoption mangler", "missing-option"]),
        (["--sector", "iot", "--ring", "klar"], 2, ["missing-name"]),
        (["Droner", "--sector", "IoT"], 2, ["muligheder: Idé, Forsøg, Vist i praksis, Dokumenteret, Færdigvare"]),
        (
            ["x" * 81, "--sector", "Iott", "--maturity", "6", "--review-by", "02-03-2026", "--link", "kl.dk"],
            2,
            [
                "NAME: fejl: navnet er på 81", 'mente du "IoT"', "--maturity: fejl: 6 ligger uden for skalaen",
                "--adoption mangler", "--review-by", "2026-03-02", "--link", "not-an-address",
            ],
        ),
        (["Droner", *NEEDED, "--id", "En Drone"], 2, ['for eksempel "en-drone"']),
        (["Droner", *NEEDED, "--id", "faldsensorer"], 2, ["id-exists", "techradar assess faldsensorer"]),
        (["FALDSENSORER", *NEEDED], 2, ["name-exists", "techradar assess faldsensorer"]),
        (["!!!", *NEEDED], 2, ["no-id", "--id"]),
        (["Droner", *NEEDED, "--summary", "a\x1b[31mb"], 2, ["--summary", "control-character"]),
        (["Droner", *NEEDED, "--ring", "Klar"], 2, ["--ring: fejl: ", "ring-disagrees"]),
        (["Droner", "--sector", "iot", "--maturity", "idé", "--adoption", "ved ikke"], 2, ["--ring", "missing-figure"]),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_told_at_once(
    arguments: list[str], code: int, said: list[str], tmp_path: Path
) -> None:
    """Off a terminal nothing is asked: every fault is a problem, and nothing is written."""
    folder = radar(tmp_path)

    done = add(folder, *arguments)

    assert (done.code, done.out) == (code, "")
    assert [words for words in said if words not in done.err] == []
    assert files_in(folder) == {"faldsensorer"}


def test_a_ring_stands_for_figures(tmp_path: Path) -> None:
    """With a ring no figure is missing."""
    assert "Droner → HOLD ØJE\n" in add(radar(tmp_path), "Droner", "--sector", "iot", "--ring", "hold øje").err


def test_a_radar_without_scales_needs_a_ring(tmp_path: Path) -> None:
    """What is missing follows from the radar."""
    folder = radar(tmp_path, "name: A\nsector: iot\nassessments:\n  - edition: 2026\n    ring: klar\n", ONLY_RINGS)

    assert "--ring mangler" in add(folder, "Droner", "--sector", "iot").err
    assert add(folder, "Droner", "--sector", "iot", "--ring", "Klar").code == 0


def test_a_radar_with_errors_is_left_alone(tmp_path: Path) -> None:
    """An error elsewhere is told, exit 1, and nothing is written."""
    folder = radar(tmp_path, andet="name: Andet\n")

    assert add(folder, "Droner", *NEEDED).code == 1
    assert files_in(folder) == {"faldsensorer", "andet"}


def test_a_warning_is_told_and_the_file_is_written(tmp_path: Path) -> None:
    """A name that is another's alias is a warning."""
    done = add(radar(tmp_path), "Faldalarm", *NEEDED)

    assert done.code == 0
    assert "name-is-alias" in done.err


# --- on a terminal


def test_on_a_terminal_it_asks_for_what_is_missing(tmp_path: Path) -> None:
    """Choices are numbered, with their meaning; a wrong answer is asked for again and the others are kept."""
    folder = radar(tmp_path)
    typed = ["", "Faldsensorer", "Droner", "9", "iot", "", "4", "2,5", "", "j"]

    done, shown = on_terminal("add", "--tag", "luft", "--data", folder, typed=typed, TECHRADAR_LANG="da")

    assert done.code == 0, shown
    assert "Teknologiens navn: \n  Det kan ikke udelades.\n" in shown
    assert 'Teknologiens navn: Faldsensorer\n  "Faldsensorer" findes allerede som faldsensorer\n' in shown
    assert "  1  Idé             Beskrevet.\n  2  Forsøg\n" in shown
    assert f"  6  {'Ved ikke':<16}  Tæller ikke med.\n" in shown
    assert "Droner → AFPRØV (0,56)\nSkal filen skrives? [J/n] j\n" in shown
    assert done.out == f"{folder.as_posix()}/technologies/droner.yaml\n"
    assert written(folder, "droner") == (
        "name: Droner\nsector: iot\ntags:\n  - luft\nassessments:\n"
        "  - edition: 2026\n    maturity: dokumenteret\n    adoption: 2.5\n"
    )


def test_on_a_terminal_what_it_would_ask_for_is_no_mistake(tmp_path: Path) -> None:
    """Where the command line is wrong that is told, without what is missing: that is asked for the next time."""
    done, shown = on_terminal("add", "En", "drone", "--sector", "luft", "--data", radar(tmp_path), typed=[])

    assert done.code == 2
    assert "too many words: drone" in shown
    assert 'unknown sector "luft"' in shown
    assert "is missing" not in shown


def test_on_a_terminal_an_answer_that_does_not_count_leads_to_the_ring(tmp_path: Path) -> None:
    """Where the answers give no place, a ring is asked for."""
    folder = radar(tmp_path)
    arguments = ("add", "Droner", "--sector", "iot", "--summary", "S", "--reason", "R", "--data", folder)

    done, shown = on_terminal(*arguments, typed=["4", "6", "afvent", ""], TECHRADAR_LANG="da")

    assert done.code == 0, shown
    assert "adoption: ved-ikke\n    ring: afvent\n" in written(folder, "droner")


def test_on_a_terminal_a_wrong_option_can_be_corrected(tmp_path: Path) -> None:
    """It is told and asked for again, also where it is one that is not asked for otherwise."""
    folder = radar(tmp_path, "name: A\nsector: iot\nassessments:\n  - edition: 2026\n    ring: klar\n", ONLY_RINGS)
    arguments = ("add", "Droner", "--review-by", "snart", "--sector", "x", "--summary", "S", "--data", folder)

    done, shown = on_terminal(*arguments, typed=["2027-01-01", "1", "Afvent", "R", "n"], TECHRADAR_LANG="en")

    assert done.code == 1
    assert done.out == ""
    assert "--review-by again (Enter: skip): 2027-01-01\n" in shown
    assert "  1  IoT    Ting, der måler.\n  2  Andet\n" in shown
    assert "review_by: 2027-01-01\n" in shown
    assert shown.endswith("Write the file? [Y/n] n\nNothing is written.\n")
    assert files_in(folder) == {"faldsensorer"}


def test_on_a_terminal_nothing_is_asked_where_all_is_said(tmp_path: Path) -> None:
    """Summary and reason are asked for; where they are given too, there is no question at all."""
    folder = radar(tmp_path)

    done, shown = on_terminal(
        "add", "Droner", *NEEDED, "--summary", "S", "--reason", "R", "--data", folder, typed=[], TECHRADAR_LANG="da"
    )

    assert done.code == 0, shown
    assert "?" not in shown
    assert "droner" in files_in(folder)


@pytest.mark.parametrize("no_color", ["", "1"])
def test_ctrl_c_writes_nothing_and_keeps_the_words(no_color: str, tmp_path: Path) -> None:
    """The file so far is shown, so that it can be used again; questions have no colour."""
    folder = radar(tmp_path)
    typed = ["Droner", "2", "Flyver.", CTRL_C]

    done, shown = on_terminal("add", "--data", folder, typed=typed, TECHRADAR_LANG="da", NO_COLOR=no_color)

    assert (done.code, done.out) == (130, "")
    assert "Intet er skrevet.\nSå langt kom du:\nname: Droner\nsector: iot\nsummary: Flyver.\n" in shown
    assert "\x1b" not in shown
    assert files_in(folder) == {"faldsensorer"}


def test_drafts_are_not_the_default_edition(tmp_path: Path) -> None:
    """The last edition that is no draft is assessed; a draft can be named."""
    folder = radar(tmp_path)
    assert "id: 2027" in CONFIGURATION

    assert "edition: 2026" in add(folder, "Droner", *NEEDED, "--dry-run").out
    assert "edition: 2027" in add(folder, "Droner", *NEEDED, "--dry-run", "--edition", "2027").out
