"""`techradar init`: a new radar that is valid at once, in both languages, and explains itself."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from commands import CTRL_C, TODAY, on_terminal, run
from techradar.problems import Severity
from techradar.store import Loaded, load
from techradar.yamltree import parse

DAY = __import__("datetime").date.fromisoformat(TODAY)
PLACES = [".schema/radar.schema.json", ".schema/technology.schema.json", "radar.yaml"]
TEMPLATES = Path(__file__).parent.parent / "src" / "techradar" / "data" / "init"


def loaded(folder: Path) -> Loaded:
    """The radar that was written."""
    return load(folder, DAY)


def files_in(folder: Path) -> list[str]:
    """All files of a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("several", "language", "areas", "municipality"),
    [case for case in product(["one", "several"], ["da", "en"], ["", "Forvaltning: ny"], ["", "Aarhus"])
     if case[0] == "one" or not case[3]],
)  # fmt: skip
def test_what_is_written_is_valid(several: str, language: str, areas: str, municipality: str, tmp_path: Path) -> None:
    """Strictly: not even a warning, whatever is chosen; and `validate --strict` says so too."""
    options = ["--areas-name", areas] if areas else []
    options += ["--municipality", municipality] if municipality else []

    done = run("init", tmp_path / "ny", "--for", several, "--language", language, *options)

    assert done.code == 0, done.err
    found = loaded(tmp_path / "ny")
    assert [p for p in found.problems if p.severity is not Severity.NOTE] == []
    assert found.radar is not None
    parts = found.radar.configuration
    assert (parts.placement, parts.language) == ("mean" if several == "several" else "maturity", language)
    assert (parts.areas_name, parts.municipality) == (areas or None, municipality or None)
    assert bool(parts.areas) is bool(areas)
    assert len(found.radar.technologies) == 2
    assert run("validate", "--strict", "--data", tmp_path / "ny").code == 0


def test_the_product_is_the_list_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without options it is a Danish radar for one municipality in `radar-data`; three commands are named."""
    monkeypatch.chdir(tmp_path)

    done = run("init", lang="da")

    assert done.code == 0
    assert sorted(done.out.splitlines()) == [f"radar-data/{name}" for name in files_in(tmp_path / "radar-data")]
    assert set(PLACES) < set(files_in(tmp_path / "radar-data"))
    assert re.findall(r"^  (techradar \w+)  +\w", done.err, re.MULTILINE) == [
        "techradar add", "techradar validate", "techradar render",
    ]  # fmt: skip
    parts = loaded(tmp_path / "radar-data").radar
    assert parts is not None
    assert (parts.configuration.language, parts.configuration.placement) == ("da", "maturity")
    assert [(e.id, e.date.isoformat()) for e in parts.configuration.editions] == [("2026", TODAY)]


def test_the_next_commands_find_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that would not be found is named in them, in quotes where it has blanks."""
    monkeypatch.chdir(tmp_path)

    assert 'techradar add --data "vores radar"' in run("init", "vores radar").err


@pytest.mark.parametrize(
    ("edition", "day"), [("2026", TODAY), ("2027", "2027-01-01"), ("2025-2", "2025-01-01"), ("foraar", TODAY)]
)
def test_the_first_edition_has_a_date_that_fits_it(edition: str, day: str, tmp_path: Path) -> None:
    """Today, or where it is named after another year that year's first day."""
    run("init", tmp_path / "ny", "--edition", edition)

    radar = loaded(tmp_path / "ny").radar
    assert radar is not None
    assert [(e.id, e.date.isoformat()) for e in radar.configuration.editions] == [(edition, day)]


def test_a_municipality_is_named_in_the_title(tmp_path: Path) -> None:
    """`--municipality` alone means a radar for one; upper and lower case aside."""
    run("init", tmp_path / "ny", "--municipality", "ÆRØ")

    text = (tmp_path / "ny" / "radar.yaml").read_text(encoding="utf-8")
    assert "\ntitle: Teknologiradar for Ærø\n" in text
    assert "\nmunicipality: Ærø\n" in text


def test_a_title_of_their_own(tmp_path: Path) -> None:
    """`--title` goes before the one that follows from the municipality; an empty one is none, two lines are one."""
    for folder, title in (("a", "Radar: IT # 1"), ("b", ""), ("c", "Vores\n radar")):
        run("init", tmp_path / folder, "--municipality", "Vejle", "--title", title)

    titles = [titled(tmp_path / folder) for folder in ("a", "b", "c")]
    assert titles == ["Radar: IT # 1", "Teknologiradar for Vejle", "Vores radar"]


def titled(folder: Path) -> str:
    """The title of the radar in a folder."""
    radar = loaded(folder).radar
    assert radar is not None
    return radar.configuration.title


def test_that_examples_are_to_be_deleted_is_said(tmp_path: Path) -> None:
    """Else they would be on the radar that somebody publishes."""
    said = run("init", tmp_path / "ny", lang="da").err

    assert said.startswith("To eksempler ligger i technologies; slet de to filer, når I har jeres egne.\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--municipality", "Århus"], 'mente du "Aarhus"'),
        (["--municipality", "Hamborg"], "unknown-municipality"),
        (["--municipality", "Vejle", "--for", "several"], "municipality-of-several"),
        (["--edition", "marts 2026", "--areas-name", "x" * 81], "--areas-name: fejl"),
        (["--edition", "marts 2026", "--areas-name", "x" * 81], 'for eksempel "marts-2026"'),
    ],
)
def test_what_cannot_be_is_refused(options: list[str], said: str, tmp_path: Path) -> None:
    """Wrong usage, with the way out; no folder is made."""
    done = run("init", tmp_path / "ny", *options, lang="da")

    assert done.code == 2
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_radar_is_never_written_over(tmp_path: Path) -> None:
    """A folder with a radar is refused with the way out, even where its radar.yaml is broken."""
    (tmp_path / "radar.yaml").write_text("{", encoding="utf-8")

    done = run("init", tmp_path)

    assert done.code == 3
    assert "radar-exists" in done.err
    assert "techradar add" in done.err
    assert files_in(tmp_path) == ["radar.yaml"]


def test_other_files_are_never_written_over(tmp_path: Path) -> None:
    """A folder may hold other things; a file in the way of one of ours is told, and nothing is written."""
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / "technologies").mkdir()
    (tmp_path / "technologies" / "eksempel-faldsensorer.yaml").write_text("x", encoding="utf-8")

    done = run("init", tmp_path)

    assert done.code == 3
    assert "eksempel-faldsensorer.yaml: error: the file exists already" in done.err
    assert "file-exists" in done.err
    assert files_in(tmp_path) == ["notes.txt", "technologies/eksempel-faldsensorer.yaml"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file with the folder's name is told."""
    (tmp_path / "ny").write_text("x", encoding="utf-8")

    assert "no-folder" in run("init", tmp_path / "ny").err


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    """One or several, which one, the word for areas, the edition; a near miss is told."""
    typed = ["3", "1", "Århus", "aarhus", "Forvaltning", ""]

    done, shown = on_terminal("init", "ny", typed=typed, cwd=tmp_path, TECHRADAR_LANG="da")

    assert done.code == 0, shown
    assert '"Århus" er ikke en af de 98 kommuner\n  forslag: mente du "Aarhus"?\n' in shown
    assert "Den første udgave (Enter: 2026): \n" in shown
    radar = loaded(tmp_path / "ny").radar
    assert radar is not None
    parts = radar.configuration
    assert (parts.municipality, parts.areas_name, parts.editions[0].id) == ("Aarhus", "Forvaltning", "2026")


def test_ctrl_c_writes_nothing(tmp_path: Path) -> None:
    """Stopped among the questions, no folder is made."""
    done, shown = on_terminal("init", "ny", typed=["2", CTRL_C], cwd=tmp_path, TECHRADAR_LANG="da")

    assert done.code == 130
    assert "Intet er skrevet.\n" in shown
    assert list(tmp_path.iterdir()) == []


# --- the texts


def test_schemas_are_where_the_files_say(tmp_path: Path) -> None:
    """Each file names a schema for editors, and it is there and is JSON."""
    run("init", tmp_path)

    for path in [tmp_path / "radar.yaml", *(tmp_path / "technologies").iterdir()]:
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert named is not None
        assert "$schema" in json.loads((path.parent / named[1]).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("language", "word"), [("da", "Eksempel:"), ("en", "Example:")])
def test_examples_say_that_they_are_examples(language: str, word: str, tmp_path: Path) -> None:
    """Every text of the example technologies begins with the word; no municipality is named."""
    run("init", tmp_path, "--language", language, "--areas-name", "Forvaltning", "--for", "several")

    kept = {"sector", "edition", "maturity", "adoption", "level", "basis", "url", "stage", "since", "decide_by", "date",
            "due", "review_by", "tags", "automation", "raised"}  # fmt: skip
    for path in (tmp_path / "technologies").iterdir():
        tree = parse(path.read_text(encoding="utf-8"), "").plain()
        assert [text for text in _texts(tree, kept) if not text.startswith(word)] == []
        assert "municipality" not in str(tree)


def _texts(value: Any, kept: set[str], key: str = "") -> list[str]:
    """All texts below a value but those under `kept` keys."""
    if key in kept and not isinstance(value, dict):
        return []
    if isinstance(value, dict):
        return [text for name, part in value.items() for text in _texts(part, kept, name)]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part, kept, key)]
    return [value]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_block_is_explained(language: str, tmp_path: Path) -> None:
    """A comment stands before every block of radar.yaml, and the file says whose scales these are."""
    run("init", tmp_path, "--language", language, "--areas-name", "Forvaltning", "--municipality", "Vejle")

    lines = (tmp_path / "radar.yaml").read_text(encoding="utf-8").splitlines()
    blocks = [at for at, line in enumerate(lines) if re.match(r"\w+:", line) and not lines[at - 1].strip()]
    assert blocks == []
    honest = {
        "da": "Ringnavnene er KL's; skalaer, tal og placeringer er vores.",
        "en": "The ring names are KL's, translated; scales, figures and placements are ours.",
    }
    assert f"# {honest[language]}" in lines
    radar = loaded(tmp_path).radar
    assert radar is not None
    assert radar.configuration.maturity is not None
    assert honest[language] in (radar.configuration.maturity.source or "")


DEFAULTS = """
Idé: Beskrevet, men ikke vist at virke.
Forsøg: Virker i et forsøg, hvor nogen passer på den hele tiden.
Vist i praksis: Virker i en rigtig hverdag et eller få steder.
Dokumenteret: Virker stabilt flere steder, og nytte og ulemper er skrevet ned.
Færdigvare: Kan købes eller tages i brug uden udvikling, og drift og support er kendt.
"""
FOR_ONE = """
Ikke i gang: Ingen hos os har opgaven.
Undersøges: En navngiven enhed finder ud af, om den passer til os.
På prøve: Afgrænset forsøg med mål, ejer og dato for beslutning.
I drift et sted: Fast brug i mindst én enhed, med ejer og penge til drift.
I drift bredt: De fleste enheder med opgaven bruger den, og nogen følger, om den virker.
"""
FOR_SEVERAL = """
Ingen planer: Vi arbejder ikke med den og har ikke besluttet at gøre det.
Undersøger: Nogen har til opgave at finde ud af, om den passer til os. Enkeltpersoners egen brug tæller her.
Har den på prøve: Et afgrænset forsøg med mål og slutdato.
Fast brug nogle steder: Mindst én enhed bruger den i hverdagen, med en ansvarlig.
Fast brug de fleste steder: De fleste, der har opgaven, bruger den, og driften følges.
"""


@pytest.mark.parametrize(
    ("several", "adoption", "apart"),
    [("one", FOR_ONE, ["Stoppet", "Ikke relevant"]), ("several", FOR_SEVERAL, ["Ved ikke", "Ikke relevant hos os"])],
)
def test_the_default_scales_are_those_of_the_design(
    several: str, adoption: str, apart: list[str], tmp_path: Path
) -> None:
    """Word for word: each level with its one line, and the answers that are not counted."""
    run("init", tmp_path, "--for", several)

    radar = loaded(tmp_path).radar
    assert radar is not None
    parts = radar.configuration
    assert parts.maturity is not None
    assert parts.adoption is not None
    assert [f"{level.name}: {level.description}" for level in parts.maturity.levels] == DEFAULTS.strip().splitlines()
    assert [f"{level.name}: {level.description}" for level in parts.adoption.levels] == adoption.strip().splitlines()
    assert [answer.name for answer in parts.adoption.not_counted] == apart
    assert [ring.name for ring in parts.rings] == ["Klar", "Afprøv", "Hold øje", "Afvent"]


@pytest.mark.parametrize("name", ["radar.yaml", "short.yaml", "full.yaml"])
def test_both_languages_say_the_same(name: str) -> None:
    """The templates have the same keys, parts and places to fill in, line by line but for the comments."""

    def keys(language: str) -> list[str]:
        lines = (TEMPLATES / language / name).read_text(encoding="utf-8").splitlines()
        found = [re.match(r"( *(?:- )?[a-z_]+:|#\? \S+| *- )", line) for line in lines]
        return [match[1] for match in found if match]

    assert keys("da") == keys("en")
