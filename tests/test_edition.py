"""`techradar edition`: the editions are listed, made and changed, and older editions' pictures stay what they are."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from commands import TODAY, Done, on_terminal, run
from editable import CONFIGURATION, PLAIN, RETIRED, radar
from sources import ROOT
from techradar.store import load

DONE = CONFIGURATION.replace("    draft: true\n", "")
FLOW = DONE[: DONE.index("editions:")] + "editions: [{id: 2025, date: 2025-03-01}]  # alle\n"


def edition(folder: Path, *arguments: str, lang: str = "en") -> Done:
    """Run `techradar edition`."""
    return run("edition", *arguments, "--data", folder, lang=lang)


def configured(folder: Path) -> str:
    """radar.yaml as it is now."""
    return (folder / "radar.yaml").read_bytes().decode()


def test_editions_are_listed_with_what_is_in_them(tmp_path: Path) -> None:
    """Date, draft, comparable, how many technologies are on it and were assessed in it, the note."""
    configuration = CONFIGURATION.replace(
        "date: 2026-03-01", "date: 2026-03-01\n    comparable: false\n    note: Ny skala"
    )
    folder = radar(tmp_path, RETIRED, configuration)

    done = edition(folder)

    assert done.code == 0
    rows = [line.split("  ") for line in done.out.splitlines()]
    assert [[cell.strip() for cell in row if cell] for row in rows if row[0] != rows[1][0]] == [
        ["Udgave", "Dato", "Kladde", "Sammenlignes", "Teknologier", "Vurderinger", "Note"],
        ["2024", "1. marts 2024", "0", "0"],
        ["2025", "1. marts 2025", "ja", "1", "1"],
        ["2026", "1. marts 2026", "nej", "0", "1", "Ny skala"],
        ["2027", "1. marts 2027", "ja", "ja", "0", "0"],
    ]
    assert edition(folder, "2026").out.splitlines()[2:] == [
        line for line in done.out.splitlines() if line.startswith("2026")
    ]


def test_editions_are_listed_for_programs_and_for_pasting(tmp_path: Path) -> None:
    """In the formats of `list`, all of them or one."""
    folder = radar(tmp_path, configuration=CONFIGURATION.replace("2026-03-01", "2026-03-01\n    note: Ny | skala"))

    document = json.loads(edition(folder, "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(edition(folder, "2026", "--format", "csv").out)))
    markdown = edition(folder, "2026", "--format", "markdown").out

    assert document["format"] == 1
    assert [(each["id"], each["draft"], each["technologies"]) for each in document["editions"]] == [
        ("2024", False, 0), ("2025", False, 1), ("2026", False, 1), ("2027", True, 1),
    ]  # fmt: skip
    assert [(row["id"], row["date"], row["note"]) for row in rows] == [("2026", "2026-03-01", "Ny | skala")]
    assert markdown.splitlines()[0] == ("| Udgave | Dato | Kladde | Sammenlignes | Teknologier | Vurderinger | Note |")
    assert markdown.splitlines()[2:] == ["| 2026 | 1. marts 2026 |  | ja | 1 | 0 | Ny \\| skala |"]


def test_a_new_edition_without_a_date_is_told_how_to_give_one(tmp_path: Path) -> None:
    """With an example, for few know how a date is written here."""
    done = edition(radar(tmp_path, configuration=DONE), "2028", "--draft", lang="da")

    assert (done.code, "skriv den som år-måned-dag, for eksempel --date 2027-03-01" in done.err) == (2, True)


def test_a_draft_is_added_at_the_end(tmp_path: Path) -> None:
    """What is shown where no edition is named stays, and how to go on is told."""
    folder = radar(tmp_path, configuration=DONE)

    done = edition(
        folder, "2028", "--date", "2028-03-01", "--draft", "--note", "Ny: skala", "--no-comparable", lang="da"
    )

    assert (done.code, done.out) == (0, f"{folder.as_posix()}/radar.yaml\n")
    assert done.err.startswith(
        "Udgaven 2028 er lavet, dateret 1. marts 2028.\nHvor ingen udgave er nævnt, vises stadig 2027.\n"
    )
    assert "  techradar assess ID --edition 2028" in done.err
    assert configured(folder) == DONE + (
        '  - id: 2028\n    date: 2028-03-01\n    comparable: false\n    note: "Ny: skala"\n    draft: true\n'
    )


def test_a_draft_becomes_an_edition(tmp_path: Path) -> None:
    """The line goes, and the new default is told."""
    folder = radar(tmp_path)

    done = edition(folder, "2027", "--no-draft")

    assert "Where no edition is named, 2027 is shown now.\n" in done.err
    assert configured(folder) == DONE


@pytest.mark.parametrize(
    ("configuration", "arguments", "old", "new"),
    [
        (DONE, ["2027", "--draft"], "date: 2027-03-01\n", "date: 2027-03-01\n    draft: true\n"),
        (DONE, ["2027", "--date", "2027-04-01"], "2027-03-01", "2027-04-01"),
        (DONE, ["2026", "--no-comparable"], "2026-03-01\n", "2026-03-01\n    comparable: false\n"),
        (DONE, ["2026", "--note", "To # linjer"], "2026-03-01\n", '2026-03-01\n    note: "To # linjer"\n'),
        (
            DONE.replace("2026-03-01\n", "2026-03-01\n    comparable: false   # ny skala\n"),
            ["2026", "--comparable"],
            "    comparable: false   # ny skala\n",
            "",
        ),
        (DONE + "    draft: false\n", ["2027", "--draft"], "draft: false", "draft: true"),
        (FLOW, ["2026", "--date", "2026-01-01"], "}]", "}, {id: 2026, date: 2026-01-01}]"),
        (FLOW, ["2025", "--draft"], "01}", "01, draft: true}"),
    ],
)
def test_a_change_keeps_every_other_byte(
    configuration: str, arguments: list[str], old: str, new: str, tmp_path: Path
) -> None:
    """Whether editions are written in blocks or in braces."""
    assert configuration.count(old) == 1
    folder = radar(tmp_path, PLAIN, configuration)

    done = edition(folder, *arguments)

    assert done.code == 0, done.err
    assert configured(folder) == configuration.replace(old, new)


def test_what_holds_already_is_not_written(tmp_path: Path) -> None:
    """Neither a date again, nor what holds where nothing is said."""
    folder = radar(tmp_path)

    for arguments in (["2026", "--no-draft"], ["2026", "--comparable"], ["2027", "--draft", "--date", "2027-03-01"]):
        done = edition(folder, *arguments)
        assert (done.code, done.err) == (0, f"{arguments[0]}: It says so already. Nothing is written.\n")
    assert configured(folder) == CONFIGURATION


def test_a_dry_run_shows_the_change_and_makes_none(tmp_path: Path) -> None:
    """The diff goes to stdout."""
    folder = radar(tmp_path)

    done = edition(folder, "2027", "--no-draft", "--dry-run")

    assert (done.code, "-    draft: true\n" in done.out) == (0, True)
    assert configured(folder) == CONFIGURATION


@pytest.mark.parametrize(
    ("configuration", "arguments", "code", "said"),
    [
        (CONFIGURATION, ["2028"], 2, ["unknown-edition", "techradar edition 2028 --date"]),
        (CONFIGURATION, ["2028", "--draft"], 2, ["missing-option", "--date is missing"]),
        (CONFIGURATION, ["2028", "--date", "2028-01-01"], 2, ["after-a-draft", "techradar edition 2027 --no-draft"]),
        (DONE, ["2023", "--date", "2023-01-01"], 2, ["edition-not-later", "2027 (1 March 2027)"]),
        (DONE, ["2028", "--date", "2027-03-01"], 2, ["edition-not-later"]),
        (DONE, ["2025", "--date", "2026-03-01"], 2, ["--date: error", "editions-out-of-order"]),
        (DONE, ["2025", "--draft"], 2, ["--draft: error", "draft-not-last"]),
        (DONE, ["Ny Udgave", "--date", "2028-1-1"], 2, ["bad-id", "ny-udgave", "--date: error", "2028-01-01"]),
        (DONE, ["2028", "--date", "2028-03-01", "--note", "a\x07"], 2, ["--note: error", "control-character"]),
        (DONE, ["--draft"], 2, ["EDITION is missing"]),
        (DONE, [" "], 2, ["EDITION is missing"]),
        (DONE.replace("2025-03-01", "x"), ["2028", "--date", "2028-01-01"], 1, ["not-a-date"]),
    ],
)
def test_what_cannot_be_an_edition_is_refused(
    configuration: str, arguments: list[str], code: int, said: list[str], tmp_path: Path
) -> None:
    """Before the first, on the same day, after a draft, out of order: told with a way out, and nothing is written."""
    folder = radar(tmp_path, PLAIN, configuration)

    done = edition(folder, *arguments)

    assert (done.code, done.out) == (code, "")
    assert [words for words in said if words not in done.err] == []
    assert configured(folder) == configuration


def test_a_scale_break_that_nobody_explains_is_asked_after(tmp_path: Path) -> None:
    """Without a note the command says how to write one."""
    folder = radar(tmp_path)

    assert 'Say why: techradar edition 2026 --note "…"\n' in edition(folder, "2026", "--no-comparable").err
    assert "Say why" not in edition(folder, "2026", "--note", "Ny skala").err


def test_on_a_terminal_no_date_is_asked_for_that_would_lead_nowhere(tmp_path: Path) -> None:
    """While the last edition is a draft there can be no new one, and an unknown one may be a slip."""
    done, shown = on_terminal("edition", "2072", "--data", radar(tmp_path), typed=[], TECHRADAR_LANG="da")

    assert done.code == 2
    assert "udgaverne er 2024, 2025, 2026, 2027; en ny laves med: techradar edition 2072 --date …" in shown
    assert "techradar edition 2027 --no-draft" in shown


def test_on_a_terminal_the_date_of_a_new_one_is_asked_for(tmp_path: Path) -> None:
    """A wrong date is asked for again."""
    folder = radar(tmp_path, PLAIN, DONE)

    done, shown = on_terminal("edition", "2028", "--data", folder, typed=["1/3", "2028-03-01"], TECHRADAR_LANG="da")

    assert done.code == 0, shown
    assert configured(folder) == DONE + "  - id: 2028\n    date: 2028-03-01\n"


@pytest.mark.parametrize("command", ["edition", "retire", "rename", "question"])
def test_a_folder_that_is_no_radar_is_told(command: str, tmp_path: Path) -> None:
    """Exit 3, with the way to a radar."""
    words = [command, "x", "y", "--data", tmp_path] if command in {"rename", "question"} else [command, "x"]

    done = run(*words, *([] if "--data" in words else ["--data", str(tmp_path)]))

    assert (done.code, "[no-radar]" in done.err) == (3, True)


def test_what_comes_later_changes_no_older_picture(tmp_path: Path) -> None:
    """An edition, and what is assessed, taken off and added in it: the pictures of older ones keep every byte."""
    folder = tmp_path / "radar-data"
    shutil.copytree(ROOT / "radar-data", folder)
    old = [e.id for e in load(folder, date.fromisoformat(TODAY)).radar.configuration.editions]  # type: ignore[union-attr]

    def pictures() -> list[bytes]:
        outs = [tmp_path / f"{id}.svg" for id in old]
        for id, out in zip(old, outs, strict=True):
            assert run("render", out, "--edition", id, "--data", folder).code == 0
        return [out.read_bytes() for out in outs]

    before = pictures()
    new = ("--edition", "2030", "--data", folder)
    assert run("edition", "2030", "--date", "2030-01-01", "--no-comparable", "--data", folder).code == 0
    assert pictures() == before
    assert run("assess", "droner", "--maturity", "Idé", "--reason", "Nej.", *new).code == 0
    assert run("retire", "blockchain", "--reason", "Nej.", *new).code == 0
    assert run("add", "Noget nyt", "--sector", "Digitalt fundament", "--ring", "klar", *new).code == 0

    assert pictures() == before
