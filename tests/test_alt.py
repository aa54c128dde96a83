"""`render --alt`: the texts beside a picture, for those who do not see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import run
from generated import newest, radar
from radars import CONFIGURATION, radar_of
from techradar.history import Movement
from techradar.layout import words
from techradar.publish.alt import LONGEST, alternative, long, short
from techradar.publish.pictures import Wanted, seen

WANTED = Wanted(Path("radar.svg"))


def parts(out: str) -> tuple[str, list[str]]:
    """The short text, and the lines of the long one."""
    lines = out.splitlines()
    assert lines[0] in {"Alternativ tekst:", "Alternative text:"}
    assert lines[2] == ""
    assert lines[3] in {"Lang beskrivelse:", "Long description:"}
    return lines[1], lines[4:]


@pytest.mark.parametrize("placement", ["mean", "maturity"])
@pytest.mark.parametrize("n", [1, 25, 100])
def test_the_short_text_keeps_its_length(n: int, placement: str) -> None:
    """Under 255 characters, of whole sentences, beginning with the title; "picture of" goes without saying."""
    said, _ = parts(alternative(radar(n, placement=placement), WANTED))
    assert len(said) < 255
    assert said.startswith("Teknologiradar for Eksempelby, udgave 2026. ")
    assert said.endswith(".")
    assert "billede af" not in said.lower()
    assert f"{len(newest(radar(n, placement=placement)).standings)} teknolog" in said


@pytest.mark.parametrize("length", [100, 200, 245, 254, 255, 400, 5000])
def test_a_long_title_leaves_out_what_comes_last(length: int) -> None:
    """Whatever the title, the counts are told, and what follows them only where it has room; a long title is cut."""
    title = ("Teknologi " * 600)[:length].strip()
    shown, asked = seen(radar(25), Wanted(Path("a.svg"), title=title))
    said = short(shown, asked)
    assert len(said) <= LONGEST
    assert said.startswith("Teknologi Teknologi")
    assert " Radaren har 25 teknologier." in said
    assert said.endswith(".")
    assert ("…" in said) is (length > 200)


@pytest.mark.parametrize("n", [1, 40, 100])
def test_the_long_text_holds_all_that_the_picture_does(n: int) -> None:
    """Every technology stands once, under its ring with its sector and movement; what is gone is told too."""
    shown, asked = seen(radar(n), WANTED)
    lines = list(long(shown, asked, numbered=False))
    ring = ""
    told: dict[str, tuple[str, str]] = {}
    for line in lines:
        if not line.startswith("- ") and ": " in line:
            ring = line.split(" (")[0]
        elif line.startswith("- "):
            name, _, rest = line[2:].partition(" (")
            assert name not in told or "(" in name
            told[f"{name} ({rest}"] = (ring, rest)
    for standing in shown.standings:
        found = next(key for key in told if key.startswith(f"{standing.technology.name} ({standing.sector.name})"))
        assert told[found][0] == standing.ring.name.upper()
        moved = {Movement.NEW: ", ny", Movement.IN: ", rykket ind fra", Movement.OUT: ", rykket ud fra"}
        assert moved.get(standing.movement, "") in found if standing.movement else True
    assert len(told) == len(shown.standings)
    text = "\n".join(lines)
    assert all(retired.technology.name in text for retired in shown.retired)
    assert all(paragraph in text for paragraph in words.method(shown, "da"))


def test_numbers_stand_before_names_where_the_picture_has_them() -> None:
    """With `--labels numbers` the long text can be used as a legend."""
    shown, asked = seen(radar(5), WANTED)
    lines = [line for line in long(shown, asked, numbered=True) if line.startswith("- ")]
    assert lines[0].startswith(f"- {shown.standings[0].number} ") or lines[0].split()[1].isdigit()


def test_fills_and_unlike_bases_are_said() -> None:
    """Where blips are filled the fill is said as the picture's own explanation names it."""
    _, lines = parts(alternative(radar(25, placement="maturity"), WANTED))
    listed = [line for line in lines if line.startswith("- ")]
    assert all(line.endswith(("Udbredelse: lav", "Udbredelse: middel", "Udbredelse: høj")) for line in listed)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A radar of two technologies in radar-data, and the folder around it as the current one."""
    drones = "name: Droner\nsector: Sensorer\ntags: [luft]\nassessments:\n  - edition: 2025\n    ring: Afprøv\n"
    chat = "name: Chatbots\nsector: Kunstig intelligens\nassessments:\n  - edition: 2026\n    maturity: Færdigvare\n"
    radar_of(
        tmp_path / "radar-data",
        {
            "droner": drones + "  - edition: 2026\n    ring: Klar\n",
            "chatbots": chat
            + "    adoption: På prøve\n    areas:\n      sundhed-og-omsorg:\n        adoption: I drift bredt\n",
        },
        CONFIGURATION + "outputs:\n  - file: a.svg\n",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "Radaren har 2 teknologier."), (["--edition", "2025"], "udgave 2025."),
        (["--area", "Sundhed og omsorg"], "Teknologiradar for Eksempelby: Sundhed og omsorg, udgave 2026."),
        (["--sector", "Sensorer"], "Kun teknologiområdet Sensorer · 1 af 2 teknologier."),
        (["--ring", "Klar"], "Kun ringen KLAR"), (["--tag", "luft"], 'Kun emneordet "luft"'),
        (["--highlight", "droner"], "Fremhævet: Droner."), (["--title", "Se her"], "Se her, udgave 2026."),
        (["--lang", "en"], "The radar has 2 technologies."), (["--theme", "mono"], "Radaren har 2 teknologier."),
        (["ignored.png", "--dpi", "50"], "Radaren har 2 teknologier."),
        ([], "Siden 2025: 1 ny og 1 rykket ind."),
    ],
)  # fmt: skip
def test_the_texts_are_those_of_the_picture_asked_for(folder: Path, options: list[str], told: str) -> None:
    """All options of a picture choose what is told, also in both texts where it matters; no file is written."""
    done = run("render", "--alt", *options)
    assert (done.code, done.err) == (0, "")
    said, lines = parts(done.out)
    assert told in said
    assert lines
    assert [path.name for path in folder.iterdir()] == ["radar-data"]
    assert not (folder / "radar-data" / "a.svg").exists()


def test_the_largest_gap_is_told(folder: Path) -> None:
    """What is mature and not in use is said in both texts, and in the description that the picture carries."""
    path = folder / "radar-data" / "technologies" / "chatbots.yaml"
    path.write_text(path.read_text("utf-8").replace("På prøve", "Ikke i gang"), encoding="utf-8")
    said = "Størst afstand mellem modenhed og udbredelse (moden, men ikke i brug): Chatbots."
    out = run("render", "--alt").out
    assert all(said in text for text in (parts(out)[0], "\n".join(parts(out)[1])))
    assert run("render", "a.svg").code == 0
    assert said in (folder / "a.svg").read_text("utf-8")


def test_what_cannot_be_shown_is_refused(folder: Path) -> None:
    """An unknown reference is wrong usage, with the nearest that there is."""
    done = run("render", "--alt", "--sector", "Sensor")
    assert (done.code, done.out) == (2, "")
    assert "[unknown-sector]" in done.err
    assert run("render", "--alt", "--force").code == 2
