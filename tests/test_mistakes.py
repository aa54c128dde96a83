"""Mistakes on a command line: every two that can stand there together are told at once, and nothing is written."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from typer import Typer

from commands import Done, run
from editable import CONFIGURATION, PLAIN, radar
from techradar.cli.app import COMMANDS, build

DRONER = """\
name: Droner
sector: iot
aliases: [UAV]
tags: [luft]
assessments:
  - edition: 2024
    ring: Klar
  - edition: 2026
    ring: Klar
cases:
  - organisation: Landbruget
    stage: pilot
dialogue:
  questions:
    - text: Hvem flyver?
      answer: Os.
"""
DONE = CONFIGURATION.replace("    draft: true\n", "")


class Mistake(NamedTuple):
    """What is put in the place of a good word (None: the word is left out), and what is then said.

    `rests_on` are other words without which it cannot be told that it is one.
    """

    words: dict[str, str | None]
    said: str
    code: int = 2
    rests_on: tuple[str, ...] = ()


UNKNOWN = Mistake({"ID": "nope"}, 'unknown technology "nope"')
NO_ID = Mistake({"ID": None}, "ID is missing", rests_on=("TEXT", "EXTRA"))
EDITION = Mistake({"--edition": "2099"}, 'unknown edition "2099"')
AREA = Mistake({"--area": "Kultur"}, 'unknown area "Kultur"')
FORMAT = Mistake({"--format": "xls"}, '--format cannot be "xls"')
LANGUAGE = Mistake({"--lang": "fr"}, '--lang cannot be "fr"')
EXTRA = Mistake({"EXTRA": "til"}, "too many words: til")
FOLDER = Mistake({"--data": "nowhere"}, "the folder nowhere does not exist", code=3)
# Each command with words that are good, in their order, and what may be wrong with them. A word in small letters
# without hyphens, or one in capitals, is an argument; one with an empty text is a flag.
CALLS: dict[str, tuple[dict[str, str], list[Mistake]]] = {
    "init": (
        {"FOLDER": "new"},
        [
            Mistake({"FOLDER": "radar"}, "there is a radar in radar already", code=3),
            Mistake({"--for": "two"}, '--for cannot be "two"'),
            Mistake({"--language": "fr"}, '--language cannot be "fr"'),
            Mistake({"--municipality": "Vejel"}, 'did you mean "Vejle"'),
            Mistake({"--edition": "A B"}, '"A B" cannot be an id'),
            Mistake({"--areas-name": "a\x07"}, "--areas-name: error"),
            Mistake({"--title": "a\x07"}, "--title: error"),
            EXTRA,
        ],
    ),
    "add": (
        {"NAME": "Kiosker", "--sector": "iot", "--maturity": "Idé", "--adoption": "Undersøger"},
        [
            Mistake({"NAME": None}, "the name is missing", rests_on=("EXTRA",)),
            Mistake({"NAME": "Droner"}, '"Droner" exists already'),
            Mistake({"NAME": "x" * 81}, "NAME: error"),
            Mistake({"--sector": None}, "--sector is missing"),
            Mistake({"--sector": "luft"}, 'unknown sector "luft"'),
            Mistake({"--maturity": "9"}, "--maturity: error"),
            Mistake({"--adoption": None}, "--adoption is missing", rests_on=("--ring",)),
            Mistake({"--ring": "Trial"}, 'unknown ring "Trial"'),
            Mistake({"--basis": "guess"}, 'unknown basis "guess"'),
            Mistake({"--review-by": "snart"}, '"snart" is not a date'),
            Mistake({"--link": "kl.dk"}, "--link: error"),
            Mistake({"--id": "droner"}, 'the id "droner" is taken'),
            EDITION,
            EXTRA,
        ],
    ),
    "assess": (
        {"ID": "droner", "--reason": "Ja."},
        [
            UNKNOWN,
            NO_ID,
            EDITION,
            AREA,
            Mistake({"--reason": None}, "there is nothing to assess by"),
            Mistake({"--reason": "a\x07"}, "--reason: error"),
            Mistake({"--maturity": "9", "--reason": "Ja."}, "--maturity: error"),
            Mistake({"--ring": "Trial", "--reason": "Ja."}, 'unknown ring "Trial"'),
            EXTRA,
        ],
    ),
    "retire": (
        {"ID": "droner", "--edition": "2027", "--reason": "Nej."},
        [
            UNKNOWN,
            NO_ID,
            EDITION,
            Mistake({"--reason": None}, "--reason is missing"),
            Mistake({"--reason": "a\x07"}, "--reason: error"),
            Mistake({"--edition": "2024"}, "not-on-radar", rests_on=("ID",)),
            Mistake({"--edition": "2026"}, "assessed-already", rests_on=("ID",)),
            EXTRA,
        ],
    ),
    "rename": (
        {"ID": "droner", "NEW": "Kiosker"},
        [
            UNKNOWN,
            Mistake({"NEW": None}, "the new name is missing", rests_on=("--id", "EXTRA")),
            Mistake({"NEW": "x" * 81}, "NEW: error: the name has 81 characters"),
            Mistake({"NEW": "Faldsensorer"}, '"Faldsensorer" exists already', rests_on=("ID",)),
            Mistake({"NEW": "!!!"}, "no letter or digit", rests_on=("--id", "--keep-id")),
            Mistake({"--id": "A B"}, '"A B" cannot be an id'),
            Mistake({"--id": "faldsensorer"}, 'the id "faldsensorer" is taken', rests_on=("ID",)),
            Mistake({"--id": "x", "--keep-id": ""}, "--keep-id and --id do not go together"),
            EXTRA,
        ],
    ),
    "question": (
        {"ID": "droner", "TEXT": "Hvor?"},
        [
            UNKNOWN,
            Mistake({"ID": None, "TEXT": None}, "ID is missing", rests_on=("EXTRA",)),
            Mistake({"TEXT": None}, "is missing [missing-text]", rests_on=("EXTRA",)),
            Mistake({"TEXT": "a\x07"}, "TEXT: error"),
            Mistake({"--date": "snart"}, '"snart" is not a date'),
            Mistake({"--where": "a\x07"}, "--where: error", rests_on=("--answer",)),
            Mistake({"--answer": "en"}, '--answer must be a whole number, not "en"'),
            Mistake({"--answer": "7"}, "Droner has no question 7", rests_on=("ID",)),
            Mistake({"--answer": "1"}, 'question 1 is answered: "Os."', rests_on=("ID",)),
            Mistake({"--answer": "1", "--where": "her", "--replace": ""}, "--where belongs to a question"),
            EXTRA._replace(rests_on=("ID", "TEXT")),
        ],
    ),
    "edition": (
        {"ID": "2028", "--date": "2028-03-01"},
        [
            Mistake({"ID": None}, "EDITION is missing"),
            Mistake({"ID": "A B"}, '"A B" cannot be an id', rests_on=("ID",)),
            Mistake({"--date": None, "--draft": ""}, "--date is missing", rests_on=("ID",)),
            Mistake({"--date": "  "}, '"--date" must be followed by a value'),
            Mistake({"--date": "snart"}, '"snart" is not a date'),
            Mistake({"--date": "2027-03-01"}, "must be dated after the latest edition", rests_on=("ID",)),
            Mistake({"ID": "2025", "--date": "2027-03-01"}, "editions-out-of-order", rests_on=("ID", "--date")),
            Mistake({"ID": "2025", "--draft": ""}, "draft-not-last", rests_on=("ID",)),
            Mistake({"ID": "2024", "--no-comparable": ""}, "2024 is the first edition", rests_on=("ID",)),
            Mistake({"--note": ""}, '"--note" must be followed by a value'),
            Mistake({"--note": "a\x07"}, "--note: error"),
            Mistake({"--format": "json"}, "--format belongs to the list of editions"),
            FORMAT,
            EXTRA._replace(rests_on=("ID",)),
        ],
    ),
    "list": (
        {},
        [
            Mistake({"--sector": "luft"}, 'unknown sector "luft"'),
            Mistake({"--ring": "Trial"}, 'unknown ring "Trial"'),
            Mistake({"--tag": "vand"}, 'no technology has the tag "vand"'),
            Mistake({"--movement": "up"}, '--movement cannot be "up"'),
            Mistake({"--basis": "guess"}, '--basis cannot be "guess"'),
            Mistake({"--sort": "navn"}, 'unknown column "navn"'),
            Mistake({"--columns": "ringen"}, 'unknown column "ringen"'),
            EDITION,
            AREA,
            FORMAT,
            LANGUAGE,
            EXTRA,
            FOLDER._replace(
                rests_on=(
                    "--sector",
                    "--ring",
                    "--tag",
                    "--movement",
                    "--basis",
                    "--sort",
                    "--columns",
                    "--edition",
                    "--area",
                )
            ),
        ],
    ),
    "show": ({"ID": "droner"}, [UNKNOWN, NO_ID, EDITION, AREA, FORMAT, LANGUAGE, EXTRA]),
    "cases": (
        {},
        [
            Mistake({"--technology": "nope"}, 'unknown technology "nope"'),
            Mistake({"--municipality": "Nowhere"}, 'no case is from "Nowhere"'),
            Mistake({"--stage": "begun"}, '--stage cannot be "begun"'),
            Mistake({"--sort": "name"}, '--sort cannot be "name"'),
            AREA,
            FORMAT,
            LANGUAGE,
            EXTRA,
        ],
    ),
    "diff": (
        {"FROM": "2024", "TO": "2026"},
        [
            Mistake({"FROM": "2099"}, 'unknown edition "2099"'),
            Mistake({"FROM": "./nowhere"}, "the folder nowhere does not exist", code=3),
            Mistake({"TO": "2098"}, 'unknown edition "2098"'),
            Mistake({"TO": "@2026"}, '"@2026" is neither an edition'),
            Mistake({"FROM": "2026", "TO": "2024"}, '"2024" is older than "2026"'),
            Mistake({"FROM": "2026", "TO": "2026"}, '"2026" is named twice'),
            AREA,
            FORMAT,
            LANGUAGE,
            EXTRA,
        ],
    ),
    "validate": (
        {},
        [
            Mistake({"PATH": "nowhere"}, "nowhere does not exist", code=3),
            Mistake({"PATH2": "other"}, "other: error: is not part of the radar", code=1),
            FORMAT,
        ],
    ),
    "schema": ({"KIND": "radar"}, [Mistake({"KIND": "x"}, 'cannot be "x"'), EXTRA]),
}


def arguments(words: dict[str, str | None]) -> list[str]:
    """Words as they stand on the command line; those that are left out, and flags, have no value."""
    found = []
    for key, word in words.items():
        if word is None:
            continue
        if key.startswith("--"):
            found.append(key)
        if word or key == "--note":
            found.append(word)
    return found


def called(command: str, *mistakes: Mistake, app: Typer | None = None) -> Done:
    """A command with good words but for the mistakes."""
    good, _ = CALLS[command]
    words: dict[str, str | None] = {"--data": "radar", **good} if command not in {"init", "schema"} else {**good}
    for mistake in mistakes:
        words |= mistake.words
    return run(command, *arguments(words), app=app)


def can_meet(one: Mistake, other: Mistake) -> bool:
    """Whether two mistakes can stand on one line and each can be told whatever the other is."""
    apart = not one.words.keys() & other.words.keys()
    return apart and not {*one.rests_on} & other.words.keys() and not {*other.rests_on} & one.words.keys()


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_command_is_tried() -> None:
    """But for `render`, whose mistakes are tried with its pictures."""
    assert CALLS.keys() == COMMANDS.keys() - {"render"}


@pytest.mark.parametrize("command", CALLS)
def test_all_that_is_wrong_is_told_at_once(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each mistake alone and with every other; the exit code is that of the gravest, and nothing is written."""
    radar(tmp_path / "radar", PLAIN, DONE, droner=DRONER)
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path)
    before = contents(tmp_path)
    app = build([command])
    _, mistakes = CALLS[command]

    wrong: list[object] = []
    for together in [*((one,) for one in mistakes), *(two for two in combinations(mistakes, 2) if can_meet(*two))]:
        done = called(command, *together, app=app)
        told = done.out if command == "validate" and not done.err.startswith("techradar") else done.err
        if [each.said for each in together if each.said not in told + done.err]:
            wrong.append(([each.words for each in together], told))
        elif done.code != max(each.code for each in together):
            wrong.append(([each.words for each in together], done.code))
        elif done.out and command != "validate":
            wrong.append(([each.words for each in together], done.out))

    assert wrong == []
    assert contents(tmp_path) == before


@pytest.mark.parametrize("command", [command for command in CALLS if command != "init"])
def test_good_words_are_no_mistake(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the table of mistakes begins with is right."""
    radar(tmp_path / "radar", PLAIN, DONE, droner=DRONER)
    monkeypatch.chdir(tmp_path)

    done = called(command)

    assert done.code == 0, done.err
