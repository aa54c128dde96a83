"""`techradar rename`: name, id, aliases and all that names a technology change together, or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from commands import TODAY, Done, on_terminal, run
from editable import CONFIGURATION, PLAIN, radar, written
from techradar import files
from techradar.problems import TechradarError
from techradar.store import load

OTHER = "name: Droner\nsector: iot\naliases: [UAV]\nassessments:\n  - edition: 2026\n    ring: klar\n"
OUTPUTS = (
    CONFIGURATION
    + """\
outputs:
  - file: a.svg
    highlight: faldsensorer   # en
  - file: b.svg
    highlight: [droner, "Faldsensorer"]
"""
)
NAMED = PLAIN.replace("name: Faldsensorer", "name: Faldmåtter").replace("[Faldalarm]", "[Faldalarm, Faldsensorer]")


def rename(folder: Path, *arguments: str, lang: str = "en") -> Done:
    """Run `techradar rename`."""
    return run("rename", *arguments, "--data", folder, lang=lang)


def two(folder: Path, text: str = PLAIN, configuration: str = OUTPUTS) -> Path:
    """A radar of two technologies whose outputs name both."""
    return radar(folder, text, configuration, droner=OTHER)


def contents(folder: Path) -> dict[str, str]:
    """Every file of a radar by its path in the folder, without unfinished ones of a command that was stopped."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def test_a_new_name_takes_the_id_and_all_that_names_it_along(tmp_path: Path) -> None:
    """The file moves, the old name is an alias, outputs name the new id, and no other byte changes."""
    folder = two(tmp_path)

    done = rename(folder, "faldsensorer", "Faldmåtter", lang="da")

    paths = [f"{folder.as_posix()}/{name}" for name in ("technologies/faldmaatter.yaml", "radar.yaml")]
    assert (done.code, done.out.splitlines()) == (0, paths)
    assert done.err.startswith(
        '"Faldsensorer" hedder nu "Faldmåtter".\nId og filnavn: faldsensorer → faldmaatter.\n'
        "Det gamle er blevet et alias, så det stadig fører til teknologien.\n"
        "I radar.yaml er highlight rettet til det nye id.\n\nNæste skridt:\n  techradar show faldmaatter"
    )
    assert contents(folder) == {
        "technologies/faldmaatter.yaml": NAMED,
        "technologies/droner.yaml": OTHER,
        "radar.yaml": OUTPUTS.replace("highlight: faldsensorer", "highlight: faldmaatter").replace(
            '"Faldsensorer"', '"faldmaatter"'
        ),
    }
    assert load(folder, date.fromisoformat(TODAY)).sound
    assert run("show", "faldsensorer", "--data", folder).code == 0


def test_the_name_alone_changes_where_the_id_is_kept(tmp_path: Path) -> None:
    """`--keep-id`: the file stays where it is."""
    folder = two(tmp_path, configuration=CONFIGURATION)

    done = rename(folder, "Faldalarm", "Faldmåtter", "--keep-id")

    assert (done.code, done.out) == (0, f"{folder.as_posix()}/technologies/faldsensorer.yaml\n")
    assert written(folder) == NAMED


def test_the_id_alone_changes_where_only_an_id_is_given(tmp_path: Path) -> None:
    """`--id` without a name: the name stays, the old id is an alias beside it."""
    folder = two(tmp_path, PLAIN.replace("name: Faldsensorer", "name: Faldsensor"))

    done = rename(folder, "faldsensorer", "--id", "faldsensor-2")

    assert done.code == 0, done.err
    assert "faldsensorer → faldsensor-2" in done.err
    assert written(folder, "faldsensor-2").startswith(
        "name: Faldsensor\nsector: iot\naliases: [Faldalarm, faldsensorer]\n"
    )


def test_a_name_and_an_id_may_differ(tmp_path: Path) -> None:
    """Both are given; both old ones become aliases."""
    folder = two(
        tmp_path, PLAIN.replace("name: Faldsensorer", "name: Faldsensor").replace("aliases: [Faldalarm]\n", "")
    )

    rename(folder, "faldsensorer", "Gulvmåtter", "--id", "maatter")

    assert "name: Gulvmåtter\nsector: iot\naliases:\n  - Faldsensor\n  - faldsensorer\n" in written(folder, "maatter")


def test_a_name_that_looks_like_an_id_is_asked_after(tmp_path: Path) -> None:
    """It is taken as a name, and the command for what was perhaps meant works."""
    folder = two(tmp_path)

    done = rename(folder, "faldsensorer", "faldmaatter")
    assert 'write: techradar rename faldmaatter "Faldsensorer" --id faldmaatter\n' in done.err

    again = rename(folder, "faldmaatter", "Faldsensorer", "--id", "faldmaatter")
    assert (again.code, written(folder, "faldmaatter")) == (0, PLAIN)


def test_a_rename_back_gives_the_old_files(tmp_path: Path) -> None:
    """What is the name or id again is no alias any more."""
    folder = two(tmp_path, configuration=CONFIGURATION)
    before = contents(folder)

    rename(folder, "faldsensorer", "Faldmåtter")
    rename(folder, "faldmaatter", "Faldsensorer")

    assert contents(folder)["technologies/faldsensorer.yaml"] == before["technologies/faldsensorer.yaml"].replace(
        "[Faldalarm]", "[Faldalarm, Faldmåtter, faldmaatter]"
    )


@pytest.mark.parametrize("new", ["Faldsensorer", " faldsensorer "])
def test_case_alone_is_no_other_name(new: str, tmp_path: Path) -> None:
    """The same name writes nothing; one that differs in case is written, and is no alias."""
    folder = two(tmp_path, configuration=CONFIGURATION)

    done = rename(folder, "Faldalarm", new)

    assert done.code == 0
    assert written(folder) == PLAIN.replace("name: Faldsensorer", f"name: {new.strip()}")
    assert ("Nothing is written" in done.err) is (new == "Faldsensorer")


def test_a_dry_run_moves_nothing(tmp_path: Path) -> None:
    """Both diffs go to stdout; exit 0."""
    folder = two(tmp_path)
    before = contents(folder)

    done = rename(folder, "faldsensorer", "Faldmåtter", "--dry-run")

    assert done.code == 0
    assert f"rename to {folder.as_posix()}/technologies/faldmaatter.yaml\n" in done.out
    assert "-name: Faldsensorer\n+name: Faldmåtter\n" in done.out
    assert "+    highlight: faldmaatter   # en\n" in done.out
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["faldsensorer", "DRONER"], ["name-exists", "id-exists", "--keep-id"]),
        (["faldsensorer", "Droner!"], ["id-exists"]),
        (["faldsensorer", "uav"], ['"UAV" is an alias of Droner (droner) [alias-exists]', "droner.yaml"]),
        (["faldsensorer", "--id", "uav"], ["alias-exists"]),
        (["faldsensorer", "--id", "droner"], ["id-exists"]),
        (["faldsensorer", "--id", "Gulv Måtte"], ["bad-id", "gulv-maatte"]),
        (["faldsensorer", "--id", "con"], ["bad-id"]),
        (["faldsensorer", "--id", ""], ["bad-id"]),
        (["faldsensorer", "x" * 81], ["NEW: error", "name-too-long"]),
        (["faldsensorer", "a\nb"], ["name-of-many-lines"]),
        (["faldsensorer", "!!!"], ["no-id", "--keep-id"]),
        (["faldsensorer"], ["missing-name", 'techradar rename faldsensorer "…"']),
        (["faldsensorer", " "], ["missing-name"]),
        (["faldsensorer", "x", "--id", "y", "--keep-id"], ["--keep-id and --id do not go together"]),
        (["faldsensor", "x"], ["unknown-technology", 'did you mean "faldsensorer"']),
    ],
)
def test_what_cannot_be_renamed_so_is_refused(arguments: list[str], said: list[str], tmp_path: Path) -> None:
    """A name, id or alias of another technology, and what can be no name or id: exit 2, nothing changes."""
    folder = two(tmp_path)
    before = contents(folder)

    done = rename(folder, *arguments)

    assert (done.code, done.out) == (2, "")
    assert [words for words in said if words not in done.err] == []
    assert contents(folder) == before


def test_a_file_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    """A link that leads nowhere counts as a file too."""
    folder = two(tmp_path)
    (folder / "technologies" / "faldmaatter.yaml").symlink_to(tmp_path / "nowhere")

    done = rename(folder, "faldsensorer", "Faldmåtter")

    assert done.code == 3  # what cannot be read is told as `validate` tells it
    assert written(folder) == PLAIN


def test_what_stands_in_the_new_place_stays(tmp_path: Path) -> None:
    """A move onto a file that came in between is refused, and what was written before it is put back."""
    old, new, other = (tmp_path / name for name in ("old.yaml", "new.yaml", "radar.yaml"))
    for path in (old, new, other):
        path.write_text(path.name, encoding="utf-8")

    with pytest.raises(TechradarError) as refused:
        files.write_all({old: b"changed", other: b"changed"}, moved=(old, new))

    assert [p.code for p in refused.value.problems] == ["file-exists"]
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {
        name: name for name in ("old.yaml", "new.yaml", "radar.yaml")
    }


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_failure_half_way_puts_everything_back(failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever of the three steps the system refuses, all files are what they were."""
    folder = two(tmp_path)
    before = contents(folder)
    steps = []
    replace = files._replace

    def refusing(temporary: Path, target: Path) -> None:
        steps.append(target)
        if len(steps) == failing:
            raise PermissionError(13, "no")
        replace(temporary, target)

    monkeypatch.setattr(files, "_replace", refusing)
    done = rename(folder, "faldsensorer", "Faldmåtter")

    assert (done.code, "unwritable" in done.err) == (3, True)
    assert contents(folder) == before
    assert list(folder.rglob(".*")) == []


@pytest.mark.parametrize("done_steps", [1, 2])
def test_a_rename_that_was_stopped_is_finished_by_the_next(done_steps: int, tmp_path: Path) -> None:
    """After each of its steps the radar is sound, both ids lead to it, and the same command does the rest."""
    folder = two(tmp_path)
    (folder / "technologies" / "faldsensorer.yaml").write_bytes(NAMED.encode())
    if done_steps == 2:
        (folder / "technologies" / "faldsensorer.yaml").rename(folder / "technologies" / "faldmaatter.yaml")
    loaded = load(folder, date.fromisoformat(TODAY))
    assert [p for p in loaded.problems if p.severity != "note"] == []

    done = rename(folder, "faldsensorer", "Faldmåtter")

    whole = two(tmp_path / "whole")
    rename(whole, "faldsensorer", "Faldmåtter")
    assert done.code == 0, done.err
    assert contents(folder)["technologies/faldmaatter.yaml"] == contents(whole)["technologies/faldmaatter.yaml"]
    assert contents(folder)["radar.yaml"] == contents(whole)["radar.yaml"]
    assert not (folder / "technologies" / "faldsensorer.yaml").exists()


def test_a_picture_highlights_by_the_old_name_too(tmp_path: Path) -> None:
    """What an output or an option names may be an alias."""
    folder = two(tmp_path, configuration=OUTPUTS.replace("faldsensorer   #", "faldalarm   #"))

    assert run("validate", "--data", folder).code == 0
    assert run("render", tmp_path / "x.svg", "--highlight", "UAV", "--data", folder).code == 0


def test_on_a_terminal_the_name_is_asked_for(tmp_path: Path) -> None:
    """A name that cannot be is asked for again."""
    folder = two(tmp_path)

    done, shown = on_terminal("rename", "faldsensorer", "--data", folder, typed=["", "Faldmåtter"], TECHRADAR_LANG="da")

    assert done.code == 0, shown
    assert shown.startswith("Faldsensorer (faldsensorer)\nDet nye navn: ")
    assert written(folder, "faldmaatter") == NAMED
