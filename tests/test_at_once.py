"""A command that reads while another one writes, and what a stopped command leaves for the next."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from commands import run
from editable import PLAIN, radar
from techradar import files, store
from techradar.store import Loaded

LEFT = f".techradar-{'0a' * 8}.tmp"
OLD = 1_600_000_000  # a moment of 2020, in seconds


@pytest.mark.parametrize("command", ["list", "validate"])
def test_what_changes_while_it_is_read_is_read_again(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a radar that another command changed meanwhile the new one is shown, not parts of both."""
    folder = radar(tmp_path)
    added = folder / "technologies" / "droner.yaml"
    read: list[int] = []
    load = store.load

    def changed_meanwhile(place: Path, today: date) -> Loaded:
        loaded = load(place, today)
        read.append(len(loaded.trees))
        files.write_atomic(added, PLAIN.replace("Faldsensorer", "Droner").replace("Faldalarm", "UAV").encode())
        return loaded

    monkeypatch.setattr(store, "load", changed_meanwhile)
    done = run(command, "--data", folder)

    assert done.code == 0, done.err
    assert read == [2, 3]  # radar.yaml is among them
    assert ("Droner" if command == "list" else "2 technologies") in done.out + done.err


@pytest.mark.skipif(os.name == "nt", reason="Windows locks no folders")
def test_what_is_being_changed_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two steps of another's change the second one is waited for."""
    folder = radar(tmp_path)
    before, after = folder / "technologies" / "faldsensorer.yaml", folder / "technologies" / "faldmaatter.yaml"
    held = ExitStack()

    def second_step(_: float) -> None:
        before.rename(after)
        held.close()

    monkeypatch.setattr(time, "sleep", second_step)
    held.enter_context(files.lock(folder))
    done = run("list", "--data", folder, "--columns", "id", "--format", "csv")

    assert (done.code, done.out.split()) == (0, ["id", "faldmaatter"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["assess", "faldsensorer", "--reason", "Nu."],
        ["add", "Droner", "--sector", "iot", "--ring", "Klar"],
        ["edition", "2027", "--no-draft"],
        ["rename", "faldsensorer", "Faldmåtter"],
    ],
)
def test_what_a_stopped_command_left_is_cleared_by_the_next(arguments: list[str], tmp_path: Path) -> None:
    """An unfinished file of ours that is old goes, and that is said; a new one may be somebody's who is writing."""
    folder = radar(tmp_path)
    left = [folder / LEFT, folder / "technologies" / LEFT]
    for path in left:
        path.write_text("name: Halv", "utf-8")
        os.utime(path, (OLD, OLD))
    new = folder / "technologies" / f".techradar-{'1b' * 8}.tmp"
    new.write_text("name: Halv", "utf-8")

    shown = run(*arguments, "--data", folder, "--dry-run")
    there = [path.exists() for path in left]
    done = run(*arguments, "--data", folder, lang="da")

    assert (shown.code, done.code) == (0, 0), done.err
    assert there == [True, True]
    assert [path.exists() for path in (*left, new)] == [False, False, True]
    assert "2 ufærdige filer fra kommandoer, der blev afbrudt, er slettet.\n" in done.err
    assert "slettet" not in run("assess", "Faldmåtter" if "rename" in arguments else "faldsensorer",
                                "--reason", "Igen.", "--data", folder, lang="da").err  # fmt: skip
