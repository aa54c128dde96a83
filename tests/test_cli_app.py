"""The command line as a whole: help, wrong usage, languages, streams, exit codes, and faults of our own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from commands import command, environment, run
from radars import PLAIN, radar_of
from techradar.cli import common, guard
from techradar.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
WRONG = [
    (["lst"], 'unknown command "lst"', 'did you mean "list"?'),
    (["nothing-like-it"], 'unknown command "nothing-like-it"', "see techradar --help"),
    (["list", "--rng", "klar"], 'unknown option "--rng"', 'did you mean "--ring"'),
    (["--dta"], 'unknown option "--dta"', 'did you mean "--data"?'),
    (["list", "--lang"], '"--lang" must be followed by a value', "see techradar list --help"),
    (["validate", "--strict=yes"], '"--strict" takes no value', "see techradar validate --help"),
    (["list", "--data", ""], '--data cannot be ""', "see techradar list --help"),
    (["--data", ""], '--data cannot be ""', "see techradar --help"),
    (["init", ""], 'FOLDER cannot be ""', "see techradar init --help"),
    (["show"], "ID is missing", "see techradar show --help"),
    (["show", "a", "b", "c"], "too many words: b c", "put quotes around"),
    (["list", "--format", "xml"], '--format cannot be "xml"', "choices: table, markdown, csv, json"),
    (["schema", "file"], 'radar|technology cannot be "file"', "choices: radar, technology"),
    (["render", "--dpi", "much"], '--dpi must be a number from 36 to 1200, not "much"', "see techradar render --help"),
]


def process(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, with nothing on stdin."""
    return subprocess.run(
        command(*arguments), env=environment(**more), cwd=ROOT, capture_output=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(name: str) -> None:
    """The help of a command says what it does and ends with examples of it."""
    done = run(name, "--help")

    assert done.code == 0
    assert f"Usage: techradar {name}" in done.out
    assert f"techradar {name}" in done.out.partition("Examples:")[2]


def test_help_groups_the_commands() -> None:
    """The commands stand in the groups of the design, in its order."""
    out = run("--help").out
    places = [out.index(f"─ {panel} ─") for panel in ("Edit", "Look", "Check", "Publish")]

    assert places == sorted(places)
    assert out.index("│ init") < out.index("│ add") < out.index("│ list") < out.index("│ validate")


@pytest.mark.parametrize(("arguments", "said", "hint"), WRONG)
def test_wrong_usage_is_told_with_a_way_out(arguments: list[str], said: str, hint: str) -> None:
    """Wrong usage ends with exit code 2 and nothing on stdout; stderr names what was typed and what may be meant."""
    done = run(*arguments)

    assert (done.code, done.out) == (2, "")
    assert f"error: {said} [wrong-usage]" in done.err
    assert hint in done.err


@pytest.mark.parametrize(
    ("arguments", "danish"),
    [
        (["--help"], ["Brug: techradar [VALG]", "─ Valg ─", "─ Redigér ─", "Vis denne hjælp, og stop.", "Eksempler:"]),
        (["show", "--help"], ["─ Argumenter ─", "[påkrævet]", "[ellers: table]", "MAPPE", "TEKST"]),
        (["lst"], ['fejl: ukendt kommando "lst"', 'mente du "list"?']),
        (["list", "--rng", "x"], ['ukendt valg "--rng"']),
        (["show"], ["ID mangler"]),
        (["list", "--format", "xml"], ['--format kan ikke være "xml"', "muligheder: table"]),
    ],
)
def test_danish_talk_is_danish_throughout(arguments: list[str], danish: list[str]) -> None:
    """With TECHRADAR_LANG=da help and usage errors are Danish, Typer's own words too."""
    done = process(*arguments, TECHRADAR_LANG="da")
    said = done.stdout + done.stderr

    assert [words for words in danish if words not in said] == []
    english = ("Usage", "Options", "Show this", "Install completion", "Error", "Missing", "Invalid", "No such", "[OPT")
    assert [words for words in english if words in said] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["list", "--format", "tabel"], ['mente du "table"?']),
        (["list", "--movement", "ny"], ['mente du "new"?', "in (rykket ind)"]),
        (["list", "--movement", "taget af radaren"], ['mente du "retired"?']),
        (["list", "--basis", "skøn"], ['mente du "judgement"?', "measured (målt)"]),
        (["list", "--columns", "navn"], ['mente du "name"?']),
        (["list", "--columns", "Teknologi"], ['mente du "name"?']),
        (["list", "--sort=-bevægelse"], ['mente du "-movement"?']),
        (["list", "--lang", "dansk"], ['mente du "da"?']),
        (["cases", "--stage", "Stoppet"], ['mente du "stopped"?']),
        (["cases", "--sort", "alder"], ['mente du "age"?']),
        (["init", "x", "--for", "flere"], ['mente du "several"?']),
        (["schema", "teknologi"], ['mente du "technology"?']),
        (["render", "x.svg", "--theme", "mørk"], ['mente du "dark"?', "light (lys)"]),
        (["render", "x.svg", "--theme", "MONO"], ['mente du "mono"?']),
        (["render", "x.svg", "--view", "matrice"], ['mente du "matrix"?']),
        (["render", "x.svg", "--view", "udvikling"], ['mente du "trend"?']),
        (["render", "x.svg", "--labels", "numre"], ['mente du "numbers"?']),
    ],
)
def test_a_danish_word_for_a_choice_is_understood(
    arguments: list[str], told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who types what the tool prints in Danish is told the word that the option takes; nothing is done."""
    radar_of(tmp_path / "radar-data", {})
    monkeypatch.chdir(tmp_path)
    done = run(*arguments, lang="da")
    assert (done.code, done.out) == (2, "")
    assert [words for words in told if words not in done.err] == []
    assert [path.name for path in tmp_path.iterdir()] == ["radar-data"]


def test_the_version_is_told() -> None:
    """`--version` prints the package's version and nothing else."""
    from techradar import __version__

    assert run("--version").out == f"techradar {__version__}\n"


@pytest.mark.parametrize("before", [True, False])
def test_the_folder_is_taken_before_and_after_the_command(before: bool, tmp_path: Path) -> None:
    """`--data` means the same on both sides of the command, and is forgotten by the next command."""
    radar_of(tmp_path, {"droner": PLAIN})
    data = ["--data", str(tmp_path)]

    done = run(*(data if before else []), "list", "--format", "csv", "--columns", "id", *([] if before else data))

    assert (done.code, done.out) == (0, "id\ndroner\n")
    assert "radar-data" in run().out.splitlines()[0]


def test_product_and_talk_go_to_their_streams(tmp_path: Path) -> None:
    """With an error in the radar the list is on stdout, the error on stderr, and the exit code is 1."""
    radar_of(tmp_path, {"droner": PLAIN, "bad": "name: Bad\n"})

    done = process("list", "--data", tmp_path, "--format", "json")

    assert done.returncode == 1
    assert '"id": "droner"' in done.stdout
    assert "[missing-key]" in done.stderr
    assert "error" not in done.stdout


@pytest.mark.parametrize("words", ["list --format json", "validate --notes", "--help"])
def test_a_closed_pipe_is_no_error(words: str) -> None:
    """A reader that goes away ends the command in silence, with exit code 0."""
    started = subprocess.Popen(
        command(*words.split()), env=environment(), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.close()
    said = started.stderr.read().decode()
    started.stderr.close()

    assert started.wait() == 0
    assert "Traceback" not in said
    assert "Broken" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", ["list", "--version"])
def test_a_full_disk_is_a_problem(words: str) -> None:
    """What cannot be written to stdout is told as a problem, with exit code 3."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command(*words.split()), env=environment(TECHRADAR_LANG="en"), cwd=ROOT, stdout=full,
            stderr=subprocess.PIPE, encoding="utf-8", check=False,
        )  # fmt: skip

    assert (done.returncode, done.stderr) == (3, "techradar: error: no space is left on the disk [disk-full]\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_streams_may_be_closed_from_the_start(closed: str) -> None:
    """A command that was started without stdout or stderr does its work."""
    words = " ".join([sys.executable, "-m", "techradar", "list", closed])
    done = subprocess.run(words, shell=True, env=environment(), cwd=ROOT, stderr=subprocess.PIPE, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def broken(error: BaseException) -> object:
    """A stand-in for loading a radar that raises."""

    def load(*_: object) -> None:
        raise error

    return load


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), guard.INTERRUPTED, "Stopped."),
        (typer.Abort(), guard.INTERRUPTED, "Stopped."),
        (PermissionError(13, "Permission denied", "secret.yaml"), 3, "secret.yaml: error: cannot be read or written"),
        (ZeroDivisionError("oh"), 3, "A fault in techradar itself (ZeroDivisionError)"),
    ],
)
def test_no_traceback_reaches_a_user(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a command raises is told in words, with an exit code of the design."""
    monkeypatch.setattr(common, "look", broken(error))
    done = run("list")

    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_a_fault_keeps_its_traceback_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """With TECHRADAR_DEBUG a fault of our own is raised as it is."""
    monkeypatch.setenv("TECHRADAR_DEBUG", "1")
    monkeypatch.setattr(common, "look", broken(ZeroDivisionError("oh")))

    with pytest.raises(ZeroDivisionError):
        run("list")


@pytest.mark.parametrize("surroundings", [{}, {"GITHUB_ACTIONS": "true"}])
@pytest.mark.parametrize("words", ["--help", "show droner", "lst"])
def test_off_a_terminal_there_is_no_colour(words: str, surroundings: dict[str, str]) -> None:
    """Neither product nor talk holds escape codes where no terminal reads them, on a build server either."""
    done = process(*words.split(), **surroundings)

    assert "\x1b" not in done.stdout + done.stderr


def test_completion_is_installed_in_our_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--install-completion` tells where it put what it wrote."""
    from typer import completion

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(completion, "install", lambda **_: ("bash", tmp_path / "techradar.sh"))

    done = run("--install-completion")

    assert done.code == 0
    assert done.out.startswith(f"Completion for bash was put into {tmp_path / 'techradar.sh'}.")
