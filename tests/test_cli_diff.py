"""`techradar diff`: what is new, as a reader meets it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from commands import run
from radars import CONFIGURATION, PLAIN, assessed, radar_of

ROOT = Path(__file__).parent.parent
VEJLE = ROOT / "examples" / "vejle"
TECHNOLOGIES = {
    "droner": assessed(
        "edition: 2025\nmaturity: Dokumenteret\nadoption: På prøve",
        "edition: 2026\nadoption: I drift bredt\nbasis: measured\nsource: Optælling\nreason: Alle vagter har dem.",
    )
    + "decisions:\n  - date: 2025-12-01\n    text: Vi køber flere\n    by: Direktionen\n",
    "robot": assessed(
        "edition: 2025\nmaturity: Dokumenteret\nadoption: På prøve",
        "edition: 2026\nadoption: 3.5\nreason: Lidt flere.",
        name="Robot",
    ),
    "maaler": assessed(
        "edition: 2025\nmaturity: Dokumenteret\nadoption: 3.2", "edition: 2026\nadoption: 3.4", name="Måler"
    ),
    "bil": assessed("edition: 2025\nring: Afvent", "edition: 2026\nretired: true\nreason: For dyr.", name="Bil"),
    "laas": assessed("edition: 2026\nmaturity: Færdigvare\nadoption: Undersøges\nreason: Ny her.", name="Lås"),
    "ro": assessed("edition: 2025\nring: Klar", name="Ro"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A radar in which much happened between 2025 and 2026."""
    loaded = radar_of(tmp_path / "radar", TECHNOLOGIES)
    assert loaded.sound, loaded.problems
    return tmp_path / "radar"


def told(*arguments: str | Path) -> str:
    """What `diff` says in Danish, which must end well."""
    done = run("diff", *arguments, lang="da")
    assert (done.code, done.err) == (0, "")
    return done.out


def test_it_reads_as_a_section_of_a_report(folder: Path) -> None:
    """Each kind has its heading, each technology its rings, figures, reason and decision, in sentences."""
    assert told("--data", folder, "--format", "markdown").splitlines() == [
        "# Det nye i udgave 2026", "",
        "Teknologiradar for Eksempelby, udgave 2026 (2. marts 2026), sammenlignet med udgave 2025 (1. marts 2025).", "",
        "1 ny, 1 rykket ind, 2 i samme ring med andre tal og 1 taget af radaren.", "",
        "## Nye på radaren", "",
        "- **Lås:** Afprøv", "  - Modenhed: Færdigvare, udbredelse: Undersøges", "  - Ny her.", "",
        "## Rykket ind", "",
        "- **Droner:** Fra Afprøv til Klar",
        "  - Udbredelse: fra På prøve til I drift bredt, nu målt (før skøn)",
        "  - Alle vagter har dem.",
        "  - 1. december 2025: Besluttet af Direktionen: Vi køber flere.", "",
        "## Samme ring, men andre tal", "",
        "- **Måler:** Udbredelse: højere end før, stadig mellem På prøve og I drift et sted (fra 0,55 til 0,60)",
        "- **Robot:** Udbredelse: før På prøve, nu mellem På prøve og I drift et sted",
        "  - Lidt flere.", "",
        "## Taget af radaren", "",
        "- **Bil:** Var i Afvent", "  - For dyr.",
    ]  # fmt: skip


def test_without_arguments_it_is_the_newest_against_the_one_before(folder: Path) -> None:
    """The newest edition alone is told against the one before it, an older one against the newest."""
    newest = told("--data", folder)

    assert newest == told("2026", "--data", folder) == told("2025", "--data", folder)
    assert newest == told("2025", "2026", "--data", folder) == told(f"{folder}@2025", f"{folder}@2026")
    assert newest.startswith("Det nye i udgave 2026\n")
    assert "2024 (1. marts 2024)" in told("2024", "--data", folder)


def test_vejle_is_told_in_danish() -> None:
    """What happened on Vejle's radar in 2024 reads as it was."""
    said = " ".join(told(f"{VEJLE}@2023", f"{VEJLE}@2024").split())

    assert "1 ny, 2 rykket ind og 2 taget af radaren." in said
    assert "Nye på radaren Generativ AI Klar Står i" in said
    assert "Rykket ind Low/zero code Fra Afprøv til Klar" in said
    assert "Metaverset Fra Afvent til Hold øje" in said
    assert "Taget af radaren 3D print Var i Klar" in said
    assert "Sociale teknologier Var i Klar" in said


def test_two_radars_are_called_a_and_b(folder: Path) -> None:
    """Between two folders each is named once, and everything says on which of them it is so."""
    said = told("--data", folder, folder, f"{VEJLE}@2024")

    assert f"A: Teknologiradar for Eksempelby, udgave 2026 (2. marts 2026), i mappen {folder.as_posix()}\n" in said
    assert "Kun på A\n" in said
    assert "Kun på B\n" in said
    assert "Længere ude på A" not in said
    assert "Modenheden: De to radarer har ikke samme skala." in said


def test_two_radars_that_name_things_differently(tmp_path: Path) -> None:
    """Names, rings, figures, sectors and descriptions stand side by side; a reason has its side and edition."""
    here, there = tmp_path / "a", tmp_path / "b"
    text = assessed("edition: 2026\nmaturity: Idé\nadoption: Undersøges\nreason: Herfra.", name="Sprogmodeller")
    radar_of(here, {"x": text + "summary: Før.\n"})
    other = text.replace("Idé", "Færdigvare").replace("Herfra", "Derfra").replace("Sprogmodeller", "Generativ AI")
    radar_of(there, {"x": other.replace("sector: Sensorer", "sector: Kunstig intelligens") + "summary: Efter.\n"})

    assert told(here, there, "--format", "markdown").split("\n\n")[3:] == [
        "## Længere inde på B end på A",
        (
            "- **Generativ AI:** Afvent på A, Afprøv på B\n"
            "  - Modenhed: Idé på A, Færdigvare på B\n"
            "  - A, 2026: Herfra.\n  - B, 2026: Derfra."
        ),
        "## Hedder noget andet",
        "- **Generativ AI:** Sprogmodeller på A, Generativ AI på B",
        "## Ligger i et andet teknologiområde",
        "- **Generativ AI:** Sensorer på A, Kunstig intelligens på B",
        "## Beskrevet med andre ord",
        "- **Generativ AI:** Kort fortalt\n",
    ]


def test_nothing_new_is_said(folder: Path, tmp_path: Path) -> None:
    """Where nothing happened that is said, of editions and of radars."""
    radar_of(tmp_path / "calm", {"ro": TECHNOLOGIES["ro"]})
    radar_of(tmp_path / "same", {"ro": TECHNOLOGIES["ro"]})

    assert "Intet er ændret." in told("--data", tmp_path / "calm")
    assert "Radarerne siger det samme." in told(tmp_path / "calm", tmp_path / "same")


@pytest.mark.parametrize(
    ("note", "said"), [("", "med dem før. "), ("    note: Ny skala.\n", "med dem før (Ny skala). ")]
)
def test_a_break_is_said(note: str, said: str, tmp_path: Path) -> None:
    """Over an edition that cannot be compared it is said why only little is told."""
    radar_of(tmp_path, TECHNOLOGIES, f"{CONFIGURATION}    comparable: false\n{note}")
    shown = told("--data", tmp_path)

    assert f"Udgave 2026 kan ikke sammenlignes {said}Derfor står her kun, hvad der er kommet på radaren" in shown
    assert "Lås" in shown
    assert "Droner" not in shown


def test_a_draft_is_called_one(tmp_path: Path) -> None:
    """A draft is told only when it is named."""
    radar_of(tmp_path, TECHNOLOGIES, f"{CONFIGURATION}    draft: true\n")

    assert told("--data", tmp_path).startswith("Det nye i udgave 2025\n")
    assert told("2026", "--data", tmp_path).startswith("Det nye i kladden til udgave 2026\n")


def test_an_area_has_its_own(folder: Path) -> None:
    """For an area its name stands in the heading."""
    assert told("--data", folder, "--area", "Teknik og miljø").startswith("Det nye i udgave 2026: Teknik og miljø\n")


def test_a_long_name_has_its_own_line(tmp_path: Path) -> None:
    """A name too long to stand beside its words stands above them, and none of it is lost."""
    name = "Automatisk oversættelse af breve til borgere, der ikke læser dansk"
    radar_of(tmp_path, {"x": assessed("edition: 2025\nring: Afvent", "edition: 2026\nring: Klar", name=name)})

    assert f"\n  {name}\n    Fra Afvent til Klar\n" in told("--data", tmp_path)


# For programs -----------------------------------------------------------------------------------------------------


def test_json_has_the_promised_shape(folder: Path) -> None:
    """Both sides, and for each change its id, name, kind, from, to and reason, in ids and figures."""
    document = json.loads(run("diff", "--data", folder, "--format", "json").out)
    moved = next(each for each in document["changes"] if each["kind"] == "in")

    head = {key: document[key] for key in document if key != "changes"}
    assert head == {"format": 1, "from": "2025", "to": "2026", "area": None, "comparable": True, "uncompared": []}
    assert [(each["kind"], each["id"]) for each in document["changes"]] == [
        ("new", "laas"), ("in", "droner"), ("figures", "maaler"), ("figures", "robot"), ("retired", "bil"),
    ]  # fmt: skip
    assert moved == {
        "id": "droner", "name": "Droner", "kind": "in", "from": "afproev", "to": "klar",
        "reason": "Alle vagter har dem.", "reasons": ["2026: Alle vagter har dem."],
        "decisions": ["2025-12-01: Vi køber flere"], "maturity_from": None, "maturity_to": None,
        "adoption_from": 0.5, "adoption_to": 1.0, "from_id": "droner", "parts": [],
    }  # fmt: skip


def test_json_of_two_radars_names_what_differs(tmp_path: Path) -> None:
    """A side that is a folder is called folder@edition, and from and to are of the kind of the change."""
    here, there = tmp_path / "a", tmp_path / "b"
    radar_of(here, {"gammel": assessed("edition: 2026\nring: Klar", name="Gammel")})
    text = assessed("edition: 2026\nring: Klar", name="Ny") + "aliases: [gammel]\nsummary: Efter.\n"
    radar_of(there, {"ny": text.replace("sector: Sensorer", "sector: kunstig-intelligens")})
    document = json.loads(run("diff", here, there, "--format", "json").out)

    assert (document["from"], document["to"]) == (f"{here.as_posix()}@2026", f"{there.as_posix()}@2026")
    assert [(e["kind"], e["id"], e["from_id"], e["from"], e["to"], e["parts"]) for e in document["changes"]] == [
        ("renamed", "ny", "gammel", "Gammel", "Ny", []),
        ("sector", "ny", "gammel", "sensorer", "kunstig-intelligens", []),
        ("described", "ny", "gammel", None, None, ["summary"]),
    ]


def test_csv_has_a_row_for_each_change(folder: Path) -> None:
    """CSV has the keys of JSON as its header."""
    rows = list(csv.DictReader(io.StringIO(run("diff", "--data", folder, "--format", "csv").out)))

    assert [(row["id"], row["kind"], row["to"], row["adoption_to"]) for row in rows][:2] == [
        ("laas", "new", "afproev", "0.25"), ("droner", "in", "klar", "1.0"),
    ]  # fmt: skip


# What cannot be ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sides", "code", "said", "hint"),
    [
        (["2026", "2025"], 2, '"2025" is older than "2026"', "techradar diff 2025 2026"),
        (["2025", "2025"], 2, '"2025" is named twice', "two different editions"),
        (["2205"], 2, 'unknown edition "2205"', 'did you mean "2025"?'),
        (["2024", "2027"], 2, 'unknown edition "2027"', "2026"),
        (["."], 3, "there is no radar.yaml", ""),
        (["./nope"], 3, "nope", "[no-folder]"),
        (["radar@"], 2, '"radar@" is neither', "2026"),
        (["@2025"], 2, '"@2025" is neither', "2026"),
        (["radar@2030"], 2, 'unknown edition "2030"', "2025"),
        (["--area", "Skole"], 2, 'unknown area "Skole"', "Sundhed og omsorg"),
    ],
)
def test_a_side_that_cannot_be_has_a_way_out(
    sides: list[str], code: int, said: str, hint: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edition or a folder that is not there, or in the wrong order, is told with what to write."""
    monkeypatch.chdir(folder.parent)
    done = run("diff", *sides, "--data", "radar")

    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert hint in done.err


def test_the_first_edition_has_none_before_it(tmp_path: Path) -> None:
    """A radar of one edition is not compared with nothing."""
    one = CONFIGURATION[: CONFIGURATION.index("  - id: 2024")] + "  - id: 2026\n    date: 2026-03-02\n"
    radar_of(tmp_path, {"droner": PLAIN}, one)
    done = run("diff", "--data", tmp_path)

    assert (done.code, done.out) == (2, "")
    assert 'edition "2026" is the first' in done.err


def test_folders_need_no_radar_here(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two folders are compared from anywhere; an edition alone needs a radar here."""
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    (tmp_path / "nowhere" / "other").symlink_to(folder)
    monkeypatch.chdir(nowhere)
    alone = run("diff", "2025")

    assert "Det nye i udgave 2026" in told("other@2025", "other")
    assert (alone.code, "[no-radar]" in alone.err) == (3, True)


def test_an_edition_comes_before_a_folder_of_that_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that is both is the edition; with ./ before it it is the folder."""
    monkeypatch.chdir(folder.parent)
    (folder.parent / "2025").mkdir()
    (folder.parent / "elsewhere").mkdir()

    assert told("2025", "--data", "radar").startswith("Det nye i udgave 2026\n")
    assert run("diff", "./2025", "--data", "radar").code == 3
    assert run("diff", "elsewhere", "--data", "radar").code == 3


@pytest.mark.parametrize("side", ["elsewhere", "./nowhere", "nowhere@2025"])
def test_a_folder_that_is_no_radar_has_a_way_out_of_its_own(
    side: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another folder or an edition is to be named; --data would not help."""
    monkeypatch.chdir(folder.parent)
    (folder.parent / "elsewhere").mkdir()
    done = run("diff", side, "--data", "radar", lang="da")

    assert done.code == 3
    assert "nævn en mappe, der har en radar.yaml, eller en udgave af jeres egen radar" in done.err
    assert "--data" not in done.err


def test_errors_in_either_radar_are_told(folder: Path) -> None:
    """What can be compared is, the errors go to stderr, and the exit code is 1."""
    (folder / "technologies" / "bad.yaml").write_text("name: Bad\n", "utf-8")
    done = run("diff", "--data", folder)

    assert done.code == 1
    assert "What is new" not in done.err
    assert "bad.yaml" in done.err
    assert "Rykket ind" in done.out
