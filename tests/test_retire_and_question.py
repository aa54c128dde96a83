"""`techradar retire` and `techradar question`: what they make of a file, and what they refuse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from commands import CTRL_C, TODAY, Done, on_terminal, run
from editable import CONFIGURATION, HEAD, PLAIN, RETIRED, place, radar, written
from techradar import files, store
from techradar.store import Loaded

TWICE = (
    HEAD
    + """\
assessments:
  - edition: 2024
    ring: klar
  - edition: 2026   # i år
    maturity: Idé   # et skøn
    adoption: På prøve
    areas:
      boern-og-unge:
        adoption: Undersøger
    basis: published
    source: https://example.org/a
    reason: Prøves.
"""
)
LATER = HEAD + "assessments:\n  - edition: 2024\n    ring: klar\n  - edition: 2026\n    ring: afvent\n"
ASKED = (
    PLAIN
    + """\
dialogue:
  legal: Må vi?
  questions:   # fra møder
    - text: Hvem svarer?
      raised: 2026-01-02
    - text: 'Virker den?'   # ja
      answer: Ja.
# til sidst
"""
)


def retire(folder: Path, *arguments: str, id: str = "faldsensorer", lang: str = "en") -> Done:
    """Run `techradar retire`."""
    return run("retire", id, *arguments, "--data", folder, lang=lang)


def question(folder: Path, *arguments: str, id: str = "faldsensorer", lang: str = "en") -> Done:
    """Run `techradar question`."""
    return run("question", id, *arguments, "--data", folder, lang=lang)


# --- retire


def test_a_new_assessment_takes_it_off(tmp_path: Path) -> None:
    """It comes after the others, in the edition that is no draft; ring, reason and next steps are told."""
    folder = radar(tmp_path)

    done = retire(folder, "--reason", "Ingen bruger den: nu.", id="Faldalarm", lang="da")

    assert (done.code, done.out) == (0, f"{folder.as_posix()}/technologies/faldsensorer.yaml\n")
    assert done.err.startswith(
        "Faldsensorer: AFPRØV → taget af radaren i 2026\n\nNæste skridt:\n  techradar list --mov"
    )
    assert written(folder) == PLAIN.replace(
        "    reason: Prøves to steder.\n",
        '    reason: Prøves to steder.\n  - edition: 2026\n    retired: true\n    reason: "Ingen bruger den: nu."\n',
    )
    assert place(folder).retired


@pytest.mark.parametrize(("edition", "named"), [("2026", False), ("2027", True)])
def test_what_comes_next_is_about_the_same_edition(edition: str, named: bool, tmp_path: Path) -> None:
    """A draft is named in the commands that show it, the edition that is shown anyway is not."""
    done = retire(radar(tmp_path), "--reason", "Nej.", "--edition", edition)

    assert ("techradar list --movement retired --edition 2027" in done.err) is named
    assert ("techradar render --edition 2027" in done.err) is named
    assert "--edition 2026" not in done.err


def test_a_dry_run_takes_nothing_off(tmp_path: Path) -> None:
    """The diff goes to stdout, exit 0, and the file stays."""
    folder = radar(tmp_path)

    done = retire(folder, "--reason", "x", "--dry-run")

    assert (done.code, "+    retired: true\n" in done.out) == (0, True)
    assert written(folder) == PLAIN


def test_an_assessment_in_the_way_goes_only_when_it_is_said(tmp_path: Path) -> None:
    """Without --replace the way out is told; with it all figures go, each is named, and the rest of the file stays."""
    folder = radar(tmp_path, TWICE)

    refused = retire(folder, "--reason", "Nej.")
    unchanged = written(folder)
    done = retire(folder, "--reason", "Nej.", "--replace", lang="da")

    assert (refused.code, refused.out, unchanged) == (2, "", TWICE)
    assert all(words in refused.err for words in ("assessed-already", "--replace", "--edition"))
    assert (
        "Fjernet med vurderingen fra 2026: modenheden, udbredelsen, fagområdernes tal, grundlaget, kilden" in done.err
    )
    head = TWICE[: TWICE.index("    maturity: Idé")]
    assert written(folder) == f"{head}    retired: true\n    reason: Nej.\n"


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        (PLAIN, ["--edition", "2024"], ["not-on-radar", "it comes on in 2025"]),
        (
            PLAIN,
            ["--edition", "2025"],
            ["not-on-radar", "cannot be taken off in the same edition", "faldsensorer.yaml"],
        ),
        (PLAIN, ["--edition", "2025", "--replace"], ["not-on-radar"]),
        (RETIRED, ["--edition", "2027"], ["not-on-radar", "off the radar since 2026", "--edition 2026"]),
        (PLAIN, ["--edition", "2030"], ["unknown-edition", "techradar edition 2030 --date"]),
        (PLAIN, ["--edition", "2023"], ["unknown-edition", "2024, 2025, 2026, 2027"]),
        (PLAIN, ["--edition", "til næste år"], ["unknown-edition", "choices: 2024, 2025, 2026, 2027"]),
        (PLAIN, ["--reason", "a\x07"], ["--reason: error", "control-character"]),
        (PLAIN, ["--reason", " "], ["missing-option", "--reason is missing"]),
    ],
)
def test_what_cannot_be_taken_off_is_refused(text: str, arguments: list[str], said: list[str], tmp_path: Path) -> None:
    """Before it is on, in the edition in which it comes on, when it is off: wrong usage with a way out."""
    folder = radar(tmp_path, text)

    done = retire(folder, "--reason", "Nej.", *arguments)

    assert (done.code, done.out) == (2, "")
    assert [words for words in said if words not in done.err] == []
    assert written(folder) == text


def test_the_reason_of_what_is_off_can_be_changed(tmp_path: Path) -> None:
    """In the edition that took it off; the same reason again writes nothing."""
    folder = radar(tmp_path, RETIRED)

    same = retire(folder, "--reason", "Nej.")
    done = retire(folder, "--reason", "Ingen støtte mere.", lang="da")

    assert same.err == "Faldsensorer: It says so already. Nothing is written.\n"
    assert "Begrundelsen er rettet." in done.err
    assert written(folder) == RETIRED.replace("reason: Nej.", "reason: Ingen støtte mere.")


def test_what_comes_back_by_itself_is_said(tmp_path: Path) -> None:
    """An edition in between takes it off, and the assessment after it brings it back."""
    folder = radar(tmp_path, LATER)

    done = retire(folder, "--reason", "Nej.", "--edition", "2025")

    assert "Faldsensorer is assessed again in 2026, so it comes back to the radar there.\n" in done.err
    assert written(folder) == LATER.replace(
        "    ring: klar\n", "    ring: klar\n  - edition: 2025\n    retired: true\n    reason: Nej.\n"
    )


def test_an_assessment_that_others_rest_on_stays(tmp_path: Path) -> None:
    """Where a later ring agrees only with its figures, the radar would have errors: exit 1, nothing is written."""
    text = HEAD + (
        "assessments:\n  - edition: 2024\n    maturity: Idé\n    adoption: Ingen planer\n"
        "  - edition: 2025\n    adoption: De fleste steder\n"
        "  - edition: 2026\n    maturity: Færdigvare\n    ring: Klar\n"
    )
    folder = radar(tmp_path, text)

    done = retire(folder, "--reason", "Nej.", "--edition", "2025", "--replace")

    assert (done.code, done.out) == (1, "")
    assert "ring-disagrees" in done.err
    assert written(folder) == text


def test_on_a_terminal_the_reason_is_asked_for(tmp_path: Path) -> None:
    """And whether an assessment that is there is to go; no leaves all as it was."""
    folder = radar(tmp_path, TWICE)
    words = ("retire", "faldsensorer", "--data", folder)

    no, shown = on_terminal(*words, typed=["nej"], TECHRADAR_LANG="da")
    yes, _ = on_terminal(*words, typed=["ja", "Ingen bruger den."], TECHRADAR_LANG="da")

    assert (no.code, yes.code) == (1, 0)
    assert shown.startswith("Faldsensorer er vurderet i 2026. Skal den vurdering væk")
    assert written(folder).endswith("    retired: true\n    reason: Ingen bruger den.\n")


def test_ctrl_c_at_the_reason_writes_nothing(tmp_path: Path) -> None:
    """It ends with 130 and says so."""
    folder = radar(tmp_path)

    done, shown = on_terminal("retire", "faldsensorer", "--data", folder, typed=[CTRL_C], TECHRADAR_LANG="da")

    assert (done.code, "Intet er skrevet." in shown) == (130, True)
    assert written(folder) == PLAIN


# --- question


def test_a_first_question_begins_the_list(tmp_path: Path) -> None:
    """Day and place are kept; its number is told, with how to answer it."""
    folder = radar(tmp_path)

    done = question(folder, "Hvem svarer: os?", "--where", "Temamøde 1", lang="da")

    assert (done.code, done.out) == (0, f"{folder.as_posix()}/technologies/faldsensorer.yaml\n")
    assert done.err.startswith("Faldsensorer: spørgsmål 1 er skrevet ned.\n")
    assert 'techradar question faldsensorer --answer 1 "…"' in done.err
    assert written(folder) == PLAIN + (
        f'dialogue:\n  questions:\n    - text: "Hvem svarer: os?"\n      raised: {TODAY}\n      where: Temamøde 1\n'
    )


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("dialogue:\n", "dialogue:\n  questions:\n    - text: Hvad?\n      raised: 2026-02-01\n"),
        ("dialogue:\n  questions:\n", "dialogue:\n  questions:\n    - text: Hvad?\n      raised: 2026-02-01\n"),
        ("dialogue:\n  questions: []\n", "dialogue:\n  questions:\n    - text: Hvad?\n      raised: 2026-02-01\n"),
        (
            "dialogue: {questions: [{text: Hvem}]}  # her\n",
            'dialogue: {questions: [{text: Hvem}, {text: "Hvad?", raised: 2026-02-01}]}  # her\n',
        ),
        (
            "dialogue:\r\n  legal: x\r\nowner: os",
            "dialogue:\r\n  legal: x\r\n  questions:\r\n    - text: Hvad?\r\n      raised: 2026-02-01\r\nowner: os",
        ),
    ],
)
def test_a_question_goes_where_there_is_room(rest: str, expected: str, tmp_path: Path) -> None:
    """Whatever there is of the dialogue already, the question comes last and the rest stays."""
    head = PLAIN.replace("\n", "\r\n") if "\r" in rest else PLAIN
    folder = radar(tmp_path, head + rest)

    done = question(folder, "Hvad?", "--date", "2026-02-01")

    assert done.code == 0, done.err
    assert written(folder) == head + expected


def test_an_answer_goes_to_its_question(tmp_path: Path) -> None:
    """The question of that number gets answer and day; the rest of the file stays."""
    folder = radar(tmp_path, ASKED)

    done = question(folder, "--answer", "1", "Afdelingen.", lang="da")

    assert done.err.startswith("Faldsensorer: spørgsmål 1 er besvaret: Hvem svarer?\n")
    assert written(folder) == ASKED.replace(
        "      raised: 2026-01-02\n",
        f"      raised: 2026-01-02\n      answer: Afdelingen.\n      answered: {TODAY}\n",
    )


def test_another_answer_goes_only_when_it_is_said(tmp_path: Path) -> None:
    """Without --replace it is refused and shown; the same answer again writes nothing; with it the old one is told."""
    folder = radar(tmp_path, ASKED)

    refused = question(folder, "--answer", "2", "Nej.")
    same = question(folder, "--answer", "2", "Ja.")
    unchanged = written(folder)
    done = question(folder, "--answer", "2", "Nej.", "--replace", "--date", "2026-03-01")

    assert (refused.code, same.code, unchanged) == (2, 0, ASKED)
    assert 'question 2 is answered: "Ja." [answered-already]' in refused.err
    assert "The old answer is replaced: Ja.\n" in done.err
    assert written(folder) == ASKED.replace("answer: Ja.\n", "answer: Nej.\n      answered: 2026-03-01\n")


def test_an_open_question_is_not_asked_twice(tmp_path: Path) -> None:
    """One that is answered may be raised again."""
    folder = radar(tmp_path, ASKED)

    assert question(folder, "hvem  svarer?").err == (
        "Faldsensorer: it stands there already as question 1. Nothing is written.\n"
    )
    assert question(folder, "Virker den?").code == 0
    assert written(folder).count("Virker den?") == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], ["missing-text", 'techradar question faldsensorer "…"']),
        (["--answer", "1"], ["missing-text", 'techradar question faldsensorer --answer 1 "…"']),
        (["--answer", "3", "x"], ["no-such-question", "1: Hvem svarer?, 2: Virker den?"]),
        (["--answer", "0", "x"], ["no-such-question"]),
        (["--answer", "to", "x"], ["--answer must be a whole number"]),
        (["--answer", "1", "x", "--where", "y"], ["--where belongs to a question"]),
        (["x", "--date", "2/3"], ["--date: error", "not-a-date"]),
        (["a\x07", "--date", "x", "--where", "b\x1b"], ["TEXT: error", "--where: error", "--date: error"]),
    ],
)
def test_what_cannot_be_asked_is_refused(arguments: list[str], said: list[str], tmp_path: Path) -> None:
    """Wrong usage, all mistakes at once, and nothing is written."""
    folder = radar(tmp_path, ASKED)

    done = question(folder, *arguments)

    assert (done.code, done.out) == (2, "")
    assert [words for words in said if words not in done.err] == []
    assert written(folder) == ASKED


def test_a_technology_without_questions_says_how_to_ask(tmp_path: Path) -> None:
    """An answer to nothing is refused."""
    assert "it has none yet" in question(radar(tmp_path), "--answer", "1", "x").err


def test_on_a_terminal_question_and_answer_are_asked_for(tmp_path: Path) -> None:
    """The place may be left out; another answer needs a yes."""
    folder = radar(tmp_path, ASKED)
    words = ("question", "faldsensorer", "--data", folder)

    asked, _ = on_terminal(*words, typed=["Hvad koster den?", ""], TECHRADAR_LANG="da")
    no, shown = on_terminal(*words, "--answer", "2", typed=["nej"], TECHRADAR_LANG="da")
    yes, _ = on_terminal(*words, "--answer", "3", typed=["Meget."], TECHRADAR_LANG="da")

    assert (asked.code, no.code, yes.code) == (0, 1, 0)
    assert 'Spørgsmål 2 er besvaret: "Ja.". Skal svaret erstattes?' in shown
    assert f"    - text: Hvad koster den?\n      raised: {TODAY}\n      answer: Meget.\n" in written(folder)


# --- somebody else at the same files


@pytest.mark.parametrize(
    "words",
    [
        ["assess", "faldsensorer", "--maturity", "idé"],
        ["retire", "faldsensorer", "--reason", "Nej."],
        ["rename", "faldsensorer", "Faldmåtter"],
        ["question", "faldsensorer", "Hvad koster den?"],
        ["question", "faldsensorer", "--answer", "1", "Os."],
        ["edition", "2027", "--no-draft"],
    ],
)
@pytest.mark.parametrize("moment", ["loaded", "written"])
def test_what_somebody_saves_meanwhile_is_not_overwritten(
    words: list[str], moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that changes after it was read, or right before it is written, is refused and stays as they saved it."""
    folder = radar(tmp_path, ASKED)
    paths = (folder / "radar.yaml", folder / "technologies" / "faldsensorer.yaml")
    load, unchanged = store.load, files.unchanged
    loads: list[Loaded] = []

    def saved() -> None:
        for path in paths:
            if b"# gemt" not in path.read_bytes():
                path.write_bytes(path.read_bytes() + b"# gemt af en anden\n")

    def loading(given: Path, today: date) -> Loaded:
        loads.append(loaded := load(given, today))
        # `edition` looks once before the change itself, to know what there is.
        if moment == "loaded" and len(loads) > (words[0] == "edition"):
            saved()
        return loaded

    def looking(path: Path, expected: bytes | None) -> None:
        saved()
        unchanged(path, expected)

    monkeypatch.setattr(store, "load", loading)
    monkeypatch.setattr(files, "unchanged", looking)
    done = run(*words, "--data", folder)

    assert (done.code, done.out) == (3, "")
    assert "[changed-on-disk]" in done.err
    assert [path.read_text("utf-8") for path in paths] == [
        text + "# gemt af en anden\n" for text in (CONFIGURATION, ASKED)
    ]


def test_the_day_of_an_answer_can_be_put_right(tmp_path: Path) -> None:
    """The same answer with another day changes the day alone; without a day nothing."""
    folder = radar(tmp_path, ASKED)
    question(folder, "--answer", "1", "Lederen.", "--date", "2026-01-01")
    wrong = written(folder)

    again = question(folder, "--answer", "1", "Lederen.")
    same = written(folder)
    mended = question(folder, "--answer", "1", "Lederen.", "--date", "2026-03-01")

    assert ("nothing" in again.err.lower(), same) == (True, wrong)
    assert (mended.code, mended.err.count("replaced")) == (0, 0)
    assert written(folder) == wrong.replace("answered: 2026-01-01", "answered: 2026-03-01")
