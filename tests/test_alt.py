"""`render --alt`: the texts beside a picture, for those who do not see it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commands import run
from generated import newest, radar
from radars import CONFIGURATION, radar_of
from techradar.courses import courses
from techradar.history import Movement
from techradar.layout import matrix_words, words
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


VIEWS = ("radar", "matrix", "trend")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("n", [1, 25, 100])
def test_each_view_has_a_short_text_of_its_own(n: int, view: str) -> None:
    """Under 255 characters it says what the view is for, and nothing that the view does not show."""
    said, _ = parts(alternative(radar(n), Wanted(Path("a.svg"), view=view)))
    assert len(said) <= LONGEST
    assert said.endswith(".")
    assert ("Inderst til yderst: " in said) is (view != "matrix")
    gaps = [standing.gap for standing in newest(radar(n)).standings if standing.gap is not None]
    if view == "matrix":
        assert "Siden " not in said
        assert ("oden, men ikke i brug" in said or "odne, men ikke i brug" in said) is any(gap > 0 for gap in gaps)
        assert ("Ingen er moden uden at være i brug, eller omvendt." in said) is (len(gaps) == 0)


@pytest.mark.parametrize("view", VIEWS)
def test_the_long_text_says_nothing_twice(view: str) -> None:
    """No sentence of more than a few words stands twice, and what a scale is called is not said of each technology."""
    shown, asked = seen(radar(40), Wanted(Path("a.svg"), view=view))
    lines = list(long(shown, asked, numbered=False))
    sentences = [said for line in lines if not line.startswith("- ") for said in re.split(r"(?<=\.) ", line)]
    assert [said for said in sentences if len(said.split()) > 3 and sentences.count(said) > 1] == []
    listed = [line for line in lines if line.startswith("- ")]
    assert len(set(listed)) == len(listed) >= len(shown.standings)
    assert sum("Udbredelse" in line for line in listed) == 0
    for standing in shown.standings:
        assert sum(standing.technology.name in line for line in listed) >= 1


def test_a_matrix_is_told_row_by_row() -> None:
    """Each technology stands under its level of maturity, the highest first, with its adoption, the highest first."""
    shown, asked = seen(radar(40), Wanted(Path("a.svg"), view="matrix"))
    scale = shown.configuration.maturity
    assert scale is not None
    rows = [level.name for level in reversed(scale.levels)]
    lines = list(long(shown, asked, numbered=False))
    headings = [line for line in lines if line.startswith("Teknisk modenhed, ")]
    found = [line.removeprefix("Teknisk modenhed, ").partition(":")[0] for line in headings]
    assert found == [row for row in rows if row in found]
    for standing in shown.standings:
        at = next(n for n, line in enumerate(lines) if line.startswith(f"- {standing.technology.name} ("))
        heading = next(line for line in reversed(lines[:at]) if line in headings)
        of_maturity, of_adoption = matrix_words.figures(standing, "da")
        assert heading.startswith(f"Teknisk modenhed, {of_maturity.partition(' (')[0]}:")
        assert of_adoption in lines[at]


def test_a_trend_tells_each_way() -> None:
    """A technology's rings are told by when it came into them, and what was taken off is told with when that was."""
    shown, asked = seen(radar(40), Wanted(Path("a.svg"), view="trend"))
    lines = list(long(shown, asked, numbered=False))
    for way in courses(shown):
        (line,) = (line for line in lines if line.startswith(f"- {way.technology.name} ("))
        rings = [None if stop is None else shown.configuration.rings[stop.ring].name.upper() for stop in way.stops]
        came = [ring for ring, before in zip(rings, [None, *rings], strict=False) if ring not in {before, None}]
        assert all(ring in line for ring in came if ring)
        assert ("taget af radaren" in line) is (way.standing is None)
        assert (" siden " in line) is (len(came) == 1 and way.standing is not None)


def test_numbers_stand_before_names_where_they_had_no_room() -> None:
    """Where a picture has numbers because names do not fit, the long text can be used as a legend too."""
    _, few = parts(alternative(radar(5), WANTED))
    _, many = parts(alternative(radar(100), WANTED))
    assert [line for line in few if re.match(r"- \d+ ", line)] == []
    assert len([line for line in many if re.match(r"- \d+ ", line)]) == len(newest(radar(100)).standings)


@pytest.mark.parametrize("count", [1, 3, 30])
def test_what_is_highlighted_is_told_in_any_case(count: int) -> None:
    """By name as long as there is room, else how many."""
    ids = tuple(standing.technology.id for standing in newest(radar(40)).standings[:count])
    said, lines = parts(alternative(radar(40), Wanted(Path("a.svg"), highlight=ids)))
    assert len(said) <= LONGEST
    assert ("Fremhævet: " in said) is (count < 30)
    assert ("30 teknologier er fremhævet." in said) is (count == 30)
    assert any(line.startswith("Fremhævet: ") for line in lines)


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


def test_the_text_of_an_output_is_that_of_its_picture(folder: Path) -> None:
    """A file that is among the outputs is told as it is drawn; of several each after its name."""
    path = folder / "radar-data" / "radar.yaml"
    path.write_text(path.read_text("utf-8") + "  - file: b.svg\n    sector: sensorer\n", encoding="utf-8")
    said, _ = parts(run("render", "--alt", "radar-data/b.svg").out)
    assert "Kun teknologiområdet Sensorer" in said
    assert "Kun teknologiområdet" not in run("render", "--alt", "radar-data/a.svg").out
    both = run("render", "--alt", "radar-data/a.svg", "radar-data/b.svg").out
    assert both.startswith("radar-data/a.svg\n\n")
    assert "\n\nradar-data/b.svg\n\n" in both


@pytest.mark.parametrize("options", [[], ["--view", "matrix"], ["--view", "trend"], ["--blank"]])
def test_a_draft_is_called_one(folder: Path, options: list[str]) -> None:
    """Both texts say that an edition is a draft."""
    path = folder / "radar-data" / "radar.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("date: 2026-03-02", "date: 2026-03-02\n    draft: true"), encoding="utf-8")
    said, lines = parts(run("render", "--alt", "--edition", "2026", *options).out)
    assert "udgave 2026 (kladde)." in said
    assert lines[0].endswith("udgave 2026 (kladde)")
    assert "kladde" not in run("render", "--alt", "--edition", "2025").out


def test_a_blank_sheet_is_told_with_what_is_on_it(folder: Path) -> None:
    """The short text names the radar and the sheet, the long one what stands on it."""
    said, lines = parts(run("render", "--alt", "--blank").out)
    assert said.startswith("Teknologiradar for Eksempelby, udgave 2026. Et tomt ark til et møde: ")
    assert "Ringene, inderst til yderst: KLAR, AFPRØV, HOLD ØJE og AFVENT." in lines
    assert lines[-1].endswith(": Sensorer og Kunstig intelligens.")
    _, lines = parts(run("render", "--alt", "--blank", "--view", "matrix").out)
    assert "Teknisk modenhed, lavest til højest: Idé, Forsøg, Vist i praksis, Dokumenteret og Færdigvare." in lines


def test_a_trend_says_how_many_changed_ring(folder: Path) -> None:
    """Over more than two editions the short text counts those that have been in another ring."""
    said, _ = parts(run("render", "--alt", "--view", "trend").out)
    assert "1 af 2 har skiftet ring siden 2024." in said
    assert "skiftet ring" not in parts(run("render", "--alt", "--view", "trend", "--edition", "2025").out)[0]


def test_a_trend_counts_no_ring_across_a_break(folder: Path) -> None:
    """Where editions cannot be compared, another ring is no change of ring."""
    path = folder / "radar-data" / "radar.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("date: 2026-03-02", "date: 2026-03-02\n    comparable: false"), encoding="utf-8")
    said, _ = parts(run("render", "--alt", "--view", "trend", "--edition", "2026").out)
    assert "Ingen af 2 har skiftet ring" in said or "0 af 2 har skiftet ring" in said


def test_the_largest_gap_is_told(folder: Path) -> None:
    """What is mature and not in use is said in both texts, and in the description that the picture carries."""
    path = folder / "radar-data" / "technologies" / "chatbots.yaml"
    path.write_text(path.read_text("utf-8").replace("På prøve", "Ikke i gang"), encoding="utf-8")
    said = "Størst afstand mellem modenhed og udbredelse (moden, men ikke i brug): Chatbots."
    out = run("render", "--alt").out
    assert "Moden, men ikke i brug: Chatbots." in parts(out)[0]
    assert said in "\n".join(parts(out)[1])
    assert run("render", "a.svg").code == 0
    assert said in (folder / "a.svg").read_text("utf-8")


def test_what_cannot_be_shown_is_refused(folder: Path) -> None:
    """An unknown reference is wrong usage, with the nearest that there is."""
    done = run("render", "--alt", "--sector", "Sensor")
    assert (done.code, done.out) == (2, "")
    assert "[unknown-sector]" in done.err
    small = run("render", "--alt", "--size", "100x100")
    assert (small.code, small.out) == (2, "")
    assert small.err.startswith("--size: error: ")
    assert run("render", "--alt", "--force").code == 2
