"""The commands that look: the bare call, `list` and `show`."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from commands import environment, run, shown_on_terminal
from radars import CONFIGURATION, PLAIN, assessed, radar_of

TECHNOLOGIES = {
    "aa": assessed(
        "edition: 2024\nmaturity: Dokumenteret\nadoption: På prøve",
        "edition: 2026\nadoption: I drift bredt\nbasis: measured\nreason: Alle steder.",
        name="Ålborde",
    ),
    "aeble": assessed("edition: 2025\nmaturity: Idé\nadoption: Ikke i gang", name="Æblesensor"),
    "boelge": assessed(
        "edition: 2024\nring: Klar", "edition: 2025\nretired: true\nreason: Ingen bruger den.", name="Bølgemåler"
    ),
    "robot": assessed("edition: 2026\nmaturity: Færdigvare\nadoption: Ved ikke\nring: Afprøv", name="Robot | =1+1"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A radar with a carried, a measured, a retired and an uncounted assessment."""
    loaded = radar_of(tmp_path, TECHNOLOGIES, CONFIGURATION)
    assert loaded.sound, loaded.problems
    return tmp_path


def listed(folder: Path, *arguments: str) -> Any:
    """What `list --format json` says."""
    done = run("list", "--data", folder, "--format", "json", *arguments)
    assert done.code == 0, done.err
    return json.loads(done.out)


def ids(folder: Path, *arguments: str) -> list[str]:
    """The ids that are listed."""
    return [each["id"] for each in listed(folder, *arguments)["technologies"]]


@pytest.mark.parametrize(
    ("command", "option", "word", "said"),
    [
        ("list", "--movement", "rykket ind", 'mente du "in"? muligheder: new (ny), in (rykket ind), '),
        ("list", "--basis", "Målt", 'mente du "measured"? muligheder: judgement (skøn), '),
        ("cases", "--stage", "drift", "muligheder: preparing (forberedes), pilot (på prøve), operation (i drift), "),
    ],
)
def test_a_word_as_it_is_shown_leads_to_the_one_that_is_typed(
    command: str, option: str, word: str, said: str, folder: Path
) -> None:
    """A table says "rykket ind", so that is what people type first."""
    words = [sys.executable, "-m", "techradar", command, option, word, "--data", str(folder)]
    done = subprocess.run(
        words, env=environment(TECHRADAR_LANG="da"), capture_output=True, encoding="utf-8", check=False
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_json_has_the_promised_shape(folder: Path) -> None:
    """Ids, figures from 0 to 1 and null where there is none, under keys that are never translated."""
    document = listed(folder)
    first = next(each for each in document["technologies"] if each["id"] == "aa")
    uncounted = next(each for each in document["technologies"] if each["id"] == "robot")

    assert (document["format"], document["edition"]) == (1, "2026")
    wanted = {
        "name": "Ålborde", "sector": "sensorer", "ring": "klar", "maturity": 0.75, "adoption": 1.0, "score": 0.875,
        "movement": "in", "from": "afproev", "basis": "judgement", "edition": "2026", "maturity_edition": "2024",
    }  # fmt: skip
    assert {key: first[key] for key in wanted} == wanted
    assert (uncounted["adoption"], uncounted["score"], uncounted["movement"]) == (None, None, "new")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], ["aa", "robot", "aeble"]),
        (["--ring", "KLAR"], ["aa"]),
        (["--ring", "klar", "--ring", "Afprøv"], ["aa", "robot"]),
        (["--movement", "retired", "--edition", "2025"], ["boelge"]),
        (["--movement", "in", "--movement", "new"], ["aa", "robot"]),
        (["--sector", "kunstig-intelligens"], []),
        (["--search", "ÅLBORD"], ["aa"]),
        (["--search", "robot nothing"], []),
        (["--basis", "judgement"], ["aa", "robot", "aeble"]),
        (["--edition", "2024"], ["boelge", "aa"]),
        (["--sort", "name"], ["robot", "aeble", "aa"]),
        (["--sort", "-name"], ["aa", "aeble", "robot"]),
        (["--sort", "score"], ["aeble", "aa", "robot"]),
        (["--sort", "-score"], ["aa", "aeble", "robot"]),
        (["--sort", "ring,name"], ["aa", "robot", "aeble"]),
    ],
)
def test_filters_and_order(folder: Path, arguments: list[str], found: list[str]) -> None:
    """Filters take ids and names; Danish names sort as Danish; what has no value comes last either way."""
    assert ids(folder, *arguments) == found


@pytest.mark.parametrize(
    ("arguments", "said", "hint"),
    [
        (["--ring", "Klra"], 'unknown ring "Klra"', 'did you mean "Klar"?'),
        (["--edition", "2030"], 'unknown edition "2030"', "2026"),
        (["--area", "Sundhed"], 'unknown area "Sundhed"', "Sundhed og omsorg"),
        (["--columns", "nam"], 'unknown column "nam"', 'did you mean "name"?'),
        (["--sort", "-scor"], 'unknown column "-scor"', "score"),
        (["--movement", "newly"], '--movement cannot be "newly"', 'did you mean "new"?'),
        (["--basis", "guess"], '--basis cannot be "guess"', "choices: judgement"),
        (["--tag", "x"], 'no technology has the tag "x"', ""),
    ],
)
def test_a_wrong_word_is_told_with_the_nearest(folder: Path, arguments: list[str], said: str, hint: str) -> None:
    """An option that means nothing on this radar is wrong usage."""
    done = run("list", "--data", folder, *arguments)

    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert hint in done.err


@pytest.mark.parametrize("call", [["validate"], ["list"], ["show", "aa"], ["diff"], ["retire", "aa", "--reason", "x"]])
def test_what_cannot_be_read_leads_to_one_exit_code(folder: Path, call: list[str]) -> None:
    """Whichever command meets a file that cannot be read ends with 3, as for any file."""
    (folder / "technologies" / "mappe.yaml").mkdir()
    assert run(*call, "--data", folder).code == 3


def test_csv_is_read_back(folder: Path) -> None:
    """CSV has a header of keys, numbers with a point, and what looks like a formula behind an apostrophe."""
    done = run("list", "--data", folder, "--format", "csv", "--columns", "id,score,own,summary,name")
    rows = list(csv.DictReader(io.StringIO(done.out)))

    assert rows[0] == {"id": "aa", "score": "0.875", "own": "true", "summary": "", "name": "Ålborde"}
    assert [row["score"] for row in rows] == ["0.875", "", "0.0"]


def test_columns_and_people_s_words(folder: Path) -> None:
    """In a table figures are named as they were given, with the edition they are from, in the radar's language."""
    out = run("list", "--data", folder, "--columns", "name,maturity,adoption,movement,score").out
    danish = next(line for line in out.splitlines() if line.startswith("Ålborde"))
    english = run("list", "--data", folder, "--columns", "name,movement,score", "--lang", "en").out

    assert " ".join(danish.split()) == "Ålborde Dokumenteret (2024) I drift bredt rykket ind fra Afprøv 0,875"
    assert "moved in from Afprøv" in english
    assert "0.875" in english


def test_an_area_marks_what_is_not_its_own(folder: Path) -> None:
    """On an area's radar the overall figure is marked."""
    out = run("list", "--data", folder, "--area", "Teknik og miljø", "--columns", "name,adoption").out

    assert out.startswith("Teknologiradar for Eksempelby, udgave 2026 (2. marts 2026): Teknik og miljø\n")
    assert "I drift bredt (samlet)" in out


def test_markdown_is_one_table(folder: Path) -> None:
    """Markdown is a table and nothing else, and a bar in a name stays in its cell."""
    lines = run("list", "--data", folder, "--format", "markdown", "--columns", "name,ring").out.splitlines()

    assert lines[:2] == ["| Teknologi | Ring |", "| --- | --- |"]
    assert r"| Robot \| =1+1 | Afprøv |" in lines


def test_an_empty_list_says_so(folder: Path) -> None:
    """Where nothing fits, stderr says it, and programs still get a document."""
    table = run("list", "--data", folder, "--search", "findes ikke")
    document = run("list", "--data", folder, "--search", "findes ikke", "--format", "json")

    assert (table.code, table.out, table.err) == (0, "", "No technology fits.\n")
    assert json.loads(document.out)["technologies"] == []


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_a_terminal_s_width_is_kept(folder: Path, columns: int) -> None:
    """On a terminal no line is longer than it is wide, and no word is lost."""
    shown = shown_on_terminal("list", "--data", str(folder), columns=columns, NO_COLOR="1")

    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines()[2:])) <= columns
    assert "Sensorer" in shown
    assert columns < 80 or [word for word in ("Ålborde", "Dokumenteret", "Robot", "bredt") if word not in shown] == []


def test_a_terminal_gets_colour(folder: Path) -> None:
    """The heading of a table is bold on a terminal."""
    assert "\x1b[1m" in shown_on_terminal("list", "--data", str(folder), columns=100)


# show --------------------------------------------------------------------------------------------------------------

FULL = """
name: Generativ AI
sector: Kunstig intelligens
summary: Skriver udkast.
example: Et brev.
aliases: [ChatGPT]
links:
  - title: Læs
    url: https://example.org/
assessments:
  - edition: 2025
    maturity: Vist i praksis
    adoption:
      counts:
        Ikke i gang: 10
        I drift bredt: 30
        Ved ikke: 5
      basis: measured
      source: Undersøgelsen
    areas:
      Sundhed og omsorg:
        adoption: I drift bredt
    reason: Første gang.
cases:
  - organisation: Eksempelhuset
    stage: pilot
    decide_by: 2026-06-01
    lesson: Den tager tid
facts:
  - text: Andel, der bruger den
    value: 37 %
    year: 2024
decisions:
  - date: 2026-02-10
    text: Vi prøver den.
    by: Direktionen
    due: 2026-06-01
dialogue:
  questions:
    - text: Hvem har ansvaret?
      raised: 2026-02-01
"""


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A radar with one technology that has all there is to show."""
    loaded = radar_of(tmp_path, {"generativ-ai": FULL}, CONFIGURATION)
    assert loaded.sound, loaded.problems
    return tmp_path


@pytest.mark.parametrize("word", ["generativ-ai", "GENERATIV AI", "chatgpt"])
@pytest.mark.parametrize("format", ["table", "markdown"])
def test_show_tells_all(full: Path, word: str, format: str) -> None:
    """A technology is found by id, name and other name, and all that its file says is told."""
    done = run("show", word, "--data", full, "--format", format)

    assert done.code == 0
    for words in (
        "Skriver udkast.", "Klar", "målt, 40 svar", "fra 2025", "Undersøgelsen", "Ved ikke", "Første gang",
        "Eksempelhuset, på prøve, afgøres senest 1. juni 2026. Den tager tid.", "37 %", "Direktionen",
        "Hvem har ansvaret?", "https://example.org/", "Sundhed og omsorg",
        "ikke vurderet i denne udgave (seneste: 2025)",
    ):  # fmt: skip
        assert words in done.out.replace("\\", ""), words


def test_show_as_json_and_csv(full: Path) -> None:
    """Programs get the keys of the list, all of the file, and the history by edition."""
    document = json.loads(run("show", "generativ-ai", "--data", full, "--format", "json").out)
    shown = document["technology"]
    history = list(csv.DictReader(io.StringIO(run("show", "ChatGPT", "--data", full, "--format", "csv").out)))

    assert (document["format"], document["edition"], shown["id"]) == (1, "2026", "generativ-ai")
    assert shown["figures"]["adoption"]["counts"] == {"ikke-i-gang": 10, "i-drift-bredt": 30, "ved-ikke": 5}
    assert [(each["edition"], each["movement"], each["assessed_in"]) for each in shown["history"]] == [
        ("2025", "new", "2025"), ("2026", "same", "2025"),
    ]  # fmt: skip
    assert [each["area"] for each in shown["areas"] if each["own"]] == ["sundhed-og-omsorg"]
    assert shown["decisions"][0]["due"] == "2026-06-01"
    assert [(row["edition"], row["score"]) for row in history] == [("2025", "0.625"), ("2026", "0.625")]


def test_show_of_a_retired_one(folder: Path) -> None:
    """What is off the radar says so, when it went and why."""
    gone = run("show", "boelge", "--data", folder, "--edition", "2025").out
    later = run("show", "boelge", "--data", folder).out

    assert "Taget af radaren, var i Klar." in gone
    assert "Ingen bruger den." in gone
    assert "Den er ikke på radaren i denne udgave. Den blev taget af i udgave 2025.\n" in later


@pytest.mark.parametrize(
    ("assessments", "edition", "said"),
    [
        (["edition: 2026\nring: Klar"], "2025", "Den kommer på i kladden til udgave 2026."),
        (["edition: 2025\nring: Klar"], "2024", "Den kommer på i udgave 2025."),
        (
            ["edition: 2024\nring: Klar", "edition: 2025\nretired: true", "edition: 2026\nring: Klar"],
            "2024",
            None,
        ),
    ],
)
def test_show_tells_when_it_comes_on(assessments: list[str], edition: str, said: str | None, tmp_path: Path) -> None:
    """What comes onto the radar only in a later edition says in which, and whether that is a draft."""
    radar_of(tmp_path, {"x": assessed(*assessments)}, f"{CONFIGURATION}    draft: true\n")

    shown = run("show", "x", "--data", tmp_path, "--edition", edition).out

    if said is None:
        assert "Den er ikke" not in shown
    else:
        assert f"Den er ikke på radaren i denne udgave. {said}\n" in shown


def test_show_tells_when_it_comes_back(tmp_path: Path) -> None:
    """What was taken off and is on a draft again says both."""
    four = f"{CONFIGURATION}  - {{id: 2027, date: 2027-03-01, draft: true}}\n"
    went = ["edition: 2024\nring: Klar", "edition: 2025\nretired: true", "edition: 2027\nring: Klar"]
    radar_of(tmp_path, {"x": assessed(*went)}, four)

    shown = run("show", "x", "--data", tmp_path).out

    assert "Den blev taget af i udgave 2025. Den kommer tilbage i kladden til udgave 2027.\n" in shown


def test_an_old_id_is_no_name(tmp_path: Path) -> None:
    """People are shown the names that people use; programs get all that the file says."""
    aliases = "aliases: [chat-og-voicebots, ChatGPT, chatgpt, low-code, Chat- og voicebots]\n"
    radar_of(tmp_path, {"x": assessed("edition: 2026\nring: Klar") + aliases})

    shown = run("show", "x", "--data", tmp_path).out
    listing = run("list", "--data", tmp_path, "--columns", "aliases", "--format", "markdown").out
    data = json.loads(run("show", "x", "--data", tmp_path, "--format", "json").out)["technology"]["aliases"]

    assert "  ChatGPT, low-code, Chat- og voicebots\n" in shown
    assert "| ChatGPT, low-code, Chat- og voicebots |" in listing
    assert data == ["chat-og-voicebots", "ChatGPT", "chatgpt", "low-code", "Chat- og voicebots"]


def test_show_of_an_unknown_one(folder: Path) -> None:
    """An unknown technology is wrong usage with the nearest one; one whose file has errors says that."""
    unknown = run("show", "robt", "--data", folder)
    (folder / "technologies" / "bad.yaml").write_text("name: Bad\n", "utf-8")
    unread = run("show", "bad", "--data", folder)

    assert unknown.code == 2
    assert 'did you mean "robot"?' in unknown.err
    assert unread.code == 1
    assert '"bad" cannot be shown until the errors in its file are put right' in unread.err


# The bare call -----------------------------------------------------------------------------------------------------


def test_the_bare_call_says_how_the_radar_stands(full: Path) -> None:
    """It counts what there is and what is due, and names three commands."""
    text = (full / "technologies" / "generativ-ai.yaml").read_text("utf-8")
    (full / "technologies" / "generativ-ai.yaml").write_text(text + "review_by: 2026-01-01\n", "utf-8")
    done = run("--data", full)
    lines = done.out.splitlines()

    assert done.code == 0
    assert lines[1] == "1 technology, edition 2026; 1 is due for review"
    assert [line.split("  ")[1] for line in lines[4:]] == [
        "techradar list --due", "techradar list", "techradar render",
    ]  # fmt: skip


def test_the_bare_call_tells_of_errors(folder: Path) -> None:
    """With errors the exit code is 1, and the first command shows them."""
    (folder / "technologies" / "bad.yaml").write_text("name: Bad\n", "utf-8")
    done = run("--data", folder)
    (folder / "radar.yaml").write_text("title: x\n", "utf-8")
    unreadable = run("--data", folder)

    assert (done.code, done.err) == (1, "2 errors in the files; the rest is shown\n")
    assert "techradar validate " in done.out
    assert unreadable.code == 1
    assert "so the radar cannot be shown" in unreadable.err


def test_the_bare_call_without_a_radar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no radar it says how to begin, with exit code 3; a folder that was named is told as missing."""
    monkeypatch.chdir(tmp_path)
    nothing = run()
    named = run("--data", tmp_path / "nope")

    assert (nothing.code, nothing.out) == (3, "")
    assert "techradar init" in nothing.err
    assert named.code == 3
    assert "[no-folder]" in named.err


def test_a_draft_is_listed_only_when_named(tmp_path: Path) -> None:
    """The default edition is the last that is no draft; a draft is called one."""
    configuration = CONFIGURATION + "    draft: true\n"
    radar_of(tmp_path, {"aa": TECHNOLOGIES["aa"]}, configuration)

    assert listed(tmp_path)["edition"] == "2025"
    assert run("list", "--data", tmp_path, "--edition", "2026").out.startswith(
        "Teknologiradar for Eksempelby, kladde til udgave 2026 (2. marts 2026)\n"
    )
    assert "draft of 2026" in run("--data", tmp_path).out


def test_a_technology_whose_file_has_errors_is_not_called_unknown(tmp_path: Path) -> None:
    """What is there but cannot be read is said to have errors, with exit code 1."""
    radar_of(tmp_path, {"droner": PLAIN, "vej": PLAIN.replace("Klar", "Kalr").replace("Droner", "Vejsensorer")})

    done = run("--data", tmp_path, "show", "vej")

    assert done.code == 1
    assert "[has-errors]" in done.err
    assert "[unknown-ring]" in done.err


def test_a_column_that_does_not_exist_has_a_way_out(tmp_path: Path) -> None:
    """A misspelt column is wrong usage, with the nearest one."""
    radar_of(tmp_path, {"droner": PLAIN})

    done = run("--data", tmp_path, "list", "--columns", "name,rnig")

    assert done.code == 2
    assert "[unknown-column]" in done.err
    assert '"ring"' in done.err
