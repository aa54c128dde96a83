"""What newcomers and attackers ran into: each once, so that the way out stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands import command, environment, on_terminal, run
from radars import assessed, radar_of

TWO = """
title: Eksempelby
language: da
sectors: [Sensorer]
rings: [Klar, Afprøv, Afvent]
maturity: {levels: [Idé, Forsøg, Moden]}
adoption: {levels: [Ingen, Nogle, Alle]}
placement: maturity
editions:
  - {id: 2026, date: 2026-01-01}
  - {id: 2027, date: 2027-01-01, comparable: false}
"""
BOTH = assessed("edition: 2026\nmaturity: Moden\nadoption: Alle", "edition: 2027\nmaturity: Idé\nadoption: Ingen")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A radar whose newest edition cannot be compared, in the current folder."""
    monkeypatch.chdir(tmp_path)
    radar_of(tmp_path, {"x": BOTH}, TWO)
    return tmp_path


def test_over_a_break_nothing_is_said_to_stand_still(folder: Path) -> None:
    """Where editions cannot be compared, neither the texts beside a picture nor diff say that nothing moved."""
    told = run("render", "--alt").out
    compared = run("diff").out

    assert "Intet har flyttet sig" not in told
    assert "Kan ikke sammenlignes med 2026" in told
    assert "Intet er kommet på radaren, og intet er taget af." in compared
    assert "Intet er ændret" not in compared


def test_a_mistyped_level_gets_the_nearest_one_after_a_break_too(folder: Path) -> None:
    """That the scale changed once is no hint for a word that is none of today's levels."""
    done = run("assess", "x", "--maturity", "Modn", lang="da")

    assert 'mente du "Moden"?' in done.err
    assert "skiftede skalaen" not in done.err


def test_without_figures_no_gap_is_ruled_out(tmp_path: Path) -> None:
    """A list of gaps does not claim that maturity and adoption go together where neither is known."""
    plain = "title: E\nsectors: [Sensorer]\nrings: [Klar, Afvent]\neditions: [{id: 2026, date: 2026-01-01}]\n"
    radar_of(tmp_path, {"x": assessed("edition: 2026\nring: Klar")}, plain)

    assert "cannot be said" in run("list", "--gap", "--data", tmp_path).err


def test_a_second_radar_is_not_made_inside_a_first(folder: Path) -> None:
    """`init` without a folder in a radar's own folder would hide that radar from every command."""
    done = run("init", "--for", "several")

    assert (done.code, (folder / "radar-data").exists()) == (3, False)
    assert "radar-exists" in done.err


def test_a_closed_stdin_is_no_fault(folder: Path) -> None:
    """A command with all that it needs works where there is no stdin at all."""
    started = "import os, sys; os.close(0); os.execv(sys.argv[1], sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", started, *command("question", "x", "Hvem svarer?", "--data", folder)],
        capture_output=True, encoding="utf-8", env=environment(), check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "Hvem svarer?" in (folder / "technologies" / "x.yaml").read_text("utf-8")


def test_a_date_of_blanks_is_today(folder: Path) -> None:
    """Blanks in place of a question's date are nothing said."""
    assert run("question", "x", "Hvem svarer?", "--date", "  ").code == 0
    assert "raised: 2026-03-10" in (folder / "technologies" / "x.yaml").read_text("utf-8")


def test_the_first_edition_names_the_next_one_to_diff(folder: Path) -> None:
    """Who asks what is new in the first edition is told how to see what is new in the next."""
    draft = TWO.replace("comparable: false}", "draft: true}")
    (folder / "radar.yaml").write_text(draft, "utf-8")

    assert "techradar diff 2027" in run("diff").err


def test_what_comes_next_names_an_edition_that_is_not_the_one_shown(folder: Path) -> None:
    """After an assessment in an older edition, or in a draft, the commands that follow show that edition."""
    done = run("assess", "x", "--edition", "2026", "--maturity", "Forsøg")

    assert "techradar show x --edition 2026" in done.err
    assert "techradar render --edition 2026" in done.err


def test_other_options_are_told_to_be_given_and_not_to_be_left_out(folder: Path) -> None:
    """A picture that was drawn with an option is not to be drawn again without it."""
    run("render", "m.svg", "--view", "matrix")
    told = run("render", "--check", "m.svg").out

    assert "give the options that the picture was drawn with" in told


def test_a_picture_with_the_marks_of_a_merge_is_not_fresh(folder: Path) -> None:
    """What git leaves in a file that it could not merge makes it no picture, whatever digest it carries."""
    run("render", "a.svg")
    path = folder / "a.svg"
    path.write_bytes(b"<<<<<<< HEAD\n" + path.read_bytes())

    assert run("render", "--check", "a.svg").code == 1


def test_a_named_output_is_drawn_as_the_radar_says(folder: Path) -> None:
    """A file that is among the outputs has their options, unless the command line has some."""
    with (folder / "radar.yaml").open("a", encoding="utf-8") as file:
        file.write("outputs:\n  - {file: m.svg, view: matrix}\n")
    assert run("render", "m.svg").code == 0
    assert run("render", "--check").code == 0
    assert run("render", "m.svg", "--theme", "dark").code == 0

    assert run("render", "--check").code == 1


@pytest.mark.parametrize(("title", "code"), [("\u202eabc", "bidi-character"), ("a\x07b", "control-character")])
def test_a_title_holds_no_character_that_is_not_seen(folder: Path, title: str, code: str) -> None:
    """What the files may not hold may not come into a picture by the command line either."""
    done = run("render", "q.svg", "--title", title)

    assert (done.code, (folder / "q.svg").exists()) == (2, False)
    assert code in done.err


def test_an_area_where_there_are_none_is_told_where_they_are_written(folder: Path) -> None:
    """An unknown area of a radar without areas has a way out."""
    assert "areas in radar.yaml" in run("list", "--area", "Skole").err


@pytest.mark.skipif(os.name == "nt", reason="no pseudo terminal there")
def test_what_cannot_be_taken_off_is_told_before_a_reason_is_asked_for(folder: Path) -> None:
    """Nobody types a reason for taking off a technology that is not on the radar yet."""
    later = assessed("edition: 2027\nmaturity: Moden\nadoption: Alle", name="Ny")
    (folder / "technologies" / "ny.yaml").write_text(later, "utf-8")
    done, shown = on_terminal("retire", "ny", "--edition", "2026", typed=[], cwd=folder)

    assert done.code in {1, 2}
    assert "?" not in shown.partition("hint")[0]
