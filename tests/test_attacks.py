"""What a hostile or unlucky surrounding does to the commands: words and an exit code, and never a lost file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commands import command, environment, on_terminal, run
from editable import radar
from techradar.cli import asking
from techradar.editing.fields import Checked
from techradar.language import phrase
from techradar.problems import problem

NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files, folders or terminals")


def process(*arguments: str | Path, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a Danish command in a process of its own."""
    return subprocess.run(
        command(*arguments), env=environment(TECHRADAR_LANG="da", **more), cwd=cwd, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip


GIVEN = ("--sector", "IoT", "--maturity", "Dokumenteret", "--adoption", "På prøve")


def test_a_list_of_an_empty_radar_says_how_to_begin(tmp_path: Path) -> None:
    """Without a technology there is nothing that could fit; a filter that leaves none says that none fits."""
    folder = radar(tmp_path)
    full = process("list", "--search", "qqq", "--data", folder)
    shutil.rmtree(folder / "technologies")

    empty = process("list", "--data", folder)

    assert full.stderr == "Ingen teknologier passer.\n"
    assert (empty.returncode, empty.stdout) == (0, "")
    assert empty.stderr == "Der er ingen teknologier endnu. Tilføj den første med: techradar add\n"


@pytest.mark.parametrize("where", ["technologies", "technologies/.", "technologies/../technologies"])
def test_no_radar_begins_among_the_technologies_of_another(where: str, tmp_path: Path) -> None:
    """Its radar.yaml would be read as a technology with errors, and the first radar could not be drawn."""
    folder = radar(tmp_path)
    before = sorted(folder.rglob("*"))

    done = run("init", folder / where)

    assert (done.code, "[radar-exists]" in done.err) == (3, True)
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("name", ["show", "assess"])
def test_an_empty_word_is_no_technology(name: str, tmp_path: Path) -> None:
    """The empty id, under which radar.yaml is read, is not taken for a technology with errors."""
    done = run(name, "", "--reason" if name == "assess" else "--edition", "2026", "--data", radar(tmp_path))

    assert (done.code, "[unknown-technology]" in done.err) == (2, True)


def test_blanks_are_no_answer_to_an_option(tmp_path: Path) -> None:
    """A name of blanks is missing, in the words of the command line and not in those of a file."""
    done = run("add", "  ", "--sector", " ", *GIVEN[2:], "--data", radar(tmp_path), lang="da")

    assert done.code == 2
    assert "[missing-name]" in done.err
    assert "--sector mangler" in done.err
    assert "nøglen" not in done.err


def test_a_wrong_day_is_wrong_usage(tmp_path: Path) -> None:
    """A day in the environment that is none is told by its name."""
    done = process("list", "--data", radar(tmp_path), TECHRADAR_TODAY="i dag")

    assert done.returncode == 2
    assert done.stderr.startswith('TECHRADAR_TODAY: fejl: "i dag" er ikke en dato [not-a-date]\n')


@NOT_ON_WINDOWS
@pytest.mark.parametrize("words", [(), ("list",), ("init",)])
def test_a_current_folder_that_was_deleted_is_told(words: tuple[str, ...], tmp_path: Path) -> None:
    """It is said what is wrong and what to do, in the language of the user."""
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f'rmdir "{gone}" && exec "$@"'
    surroundings = environment(TECHRADAR_LANG="da")
    surroundings.pop("TECHRADAR_DATA", None)

    done = subprocess.run(
        ["sh", "-c", script, "sh", *command(*words)],
        cwd=gone, env=surroundings, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert done.returncode == 3
    assert done.stderr == (
        ".: fejl: mappen, du står i, findes ikke længere [no-folder]\n  forslag: skift til en anden mappe med cd\n"
    )


@NOT_ON_WINDOWS
def test_a_pipe_is_not_replaced_by_a_picture(tmp_path: Path) -> None:
    """Something that is no file is never a picture of ours; it is not read, which would wait without end."""
    pipe = tmp_path / "pipe.svg"
    os.mkfifo(pipe)

    done = run("render", pipe, "--data", radar(tmp_path))

    assert (done.code, "[file-exists]" in done.err, pipe.is_fifo()) == (3, True, True)


@pytest.mark.parametrize("options", [("--size", "14400x14400"), ("--size", "9000x9000", "--dpi", "1200")])
def test_a_picture_of_too_many_pixels_is_refused(options: tuple[str, ...], tmp_path: Path) -> None:
    """It is refused before the first pixel is painted, with the way out; nothing is written."""
    picture = tmp_path / "picture.png"

    done = run("render", picture, *options, "--data", radar(tmp_path), lang="da")

    assert (done.code, picture.exists()) == (2, False)
    assert "millioner billedpunkter; højst 500 millioner er tilladt [bad-size]" in done.err
    assert "--dpi" in done.err


@NOT_ON_WINDOWS
def test_a_cache_that_cannot_be_made_is_not_told_of(tmp_path: Path) -> None:
    """What the drawing library says of its cache, in English, stays away from the user."""
    picture = tmp_path / "picture.png"

    done = process(
        "render", picture, "--dpi", "36", "--data", radar(tmp_path), MPLCONFIGDIR="/dev/null/no", TMPDIR=str(tmp_path)
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_folder_among_the_technologies_has_its_own_way_out(tmp_path: Path) -> None:
    """Nobody named the folder, so the hint does not ask for another name on the command line."""
    folder = radar(tmp_path)
    (folder / "technologies" / "mappe.yaml").mkdir()

    done = run("validate", "--data", folder, lang="da")

    assert done.code == 3
    assert "flyt mappen ud af technologies" in done.out


@NOT_ON_WINDOWS
def test_a_link_to_nothing_is_told_as_one(tmp_path: Path) -> None:
    """The link itself is there, so its name is not said to be misspelt."""
    folder = radar(tmp_path)
    (folder / "technologies" / "hul.yaml").symlink_to("findes-ikke.yaml")

    done = run("validate", "--data", folder, lang="da")

    assert "filen er et link til noget, der ikke findes [no-such-file]" in done.out
    assert "stavet" not in done.out


@NOT_ON_WINDOWS
@pytest.mark.parametrize("typed", ["én", "EN", "e", "1.", "én kommune"])
def test_the_beginning_of_a_choice_will_do(typed: str, tmp_path: Path) -> None:
    """A choice may be typed as people do: begun, without accents, or with the mark after its number."""
    done, shown = on_terminal(
        "init", tmp_path / "ny", "--edition", "2026", "--areas-name", "Forvaltning", typed=[typed, "Vejle"],
        TECHRADAR_LANG="da",
    )  # fmt: skip

    assert (done.code, "kan ikke stå her" in shown) == (0, False)
    assert "municipality: Vejle" in (tmp_path / "ny" / "radar.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("typed", "answers"), [(["På", "på pr"], ["paa-proeve"]), (["4", "pa D"], ["paa-d"])])
def test_where_two_choices_begin_alike_nothing_is_guessed(
    typed: list[str], answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A beginning of two choices, and a number that is on no list, are refused and asked for again."""
    choices = [asking.Choice("paa-proeve", "På prøve"), asking.Choice("paa-d", "På dagsordenen 4"),
               asking.Choice("4g", "4G")]  # fmt: skip
    wrong = problem("unknown-word", "--x", phrase("model.unknown-word", value="x"))
    ids = {choice.id for choice in choices}
    monkeypatch.setattr(asking, "_line", lambda prompt: typed.pop(0))

    answer = asking.for_choice("?", choices, lambda words: Checked(words, None if words in ids else wrong))

    assert ([answer], typed) == (answers, [])


@NOT_ON_WINDOWS
def test_a_terminal_without_danish_letters_still_shows_the_list(tmp_path: Path) -> None:
    """What it has no letter for is a question mark, and no fault of the program."""
    import pty

    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        command("list", "--data", radar(tmp_path)), stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
        env=environment(TECHRADAR_LANG="da", PYTHONIOENCODING="ascii"),
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # Linux's way to say that the other end is closed
        pass
    os.close(ours)

    assert started.wait() == 0
    assert b"?" in shown
    assert b"Traceback" not in shown


@pytest.mark.parametrize("name", ["add", "assess", "init", "render", "schema", "show", "validate"])
def test_help_names_no_types_of_the_program(name: str) -> None:
    """An argument stands with its own word; `<str>` and `<list[Path]>` are not for a reader."""
    shown = run(name, "--help", lang="da").out

    assert not [word for word in ("<str>", "<path>", "list[", "]...]...") if word in shown]
