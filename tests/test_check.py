"""`render --check`: what is told of a picture exactly when the radar would now give another one."""

from __future__ import annotations

import copy
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from commands import Done, environment, run
from radars import TODAY, radar_of
from techradar import store
from techradar.draw.digest import DRAWING_VERSION, UNSEALED
from techradar.draw.svg import to_svg
from techradar.model import Radar
from techradar.problems import TechradarError
from techradar.publish.pictures import Wanted, scene_of, state
from techradar.publish.state import LABELS, MOST, State, changes
from techradar.yamltree import parse
from techradar.yamlwrite import dump

# A radar that uses every key once, small enough for all of it to be shown.
RADAR = """
title: Teknologiradar for Eksempelby
subtitle: Til prøve
language: da
publisher: Eksempelby Kommune
licence: CC BY 4.0
sectors:
  - {id: s, name: Sensorer, description: Ting, color: "#1f5fa8"}
  - {id: k, name: Kunstig intelligens}
  - {id: t, name: Tom, color: "#7c1140"}
rings:
  - {id: klar, name: Klar, from: 0.6, advice: Brug, description: Moden.}
  - {id: proev, name: Afprøv, from: 0.3, advice: Prøv, description: Næsten.}
  - {id: vent, name: Afvent, from: 0, advice: Vent, description: Umoden.}
maturity:
  name: Teknisk modenhed
  question: Hvor moden?
  source: Egen skala
  levels: [Idé, Forsøg, Vist, Dokumenteret, Færdig]
adoption:
  name: Udbredelse
  question: Hvor langt?
  source: Vores
  levels: [Ingen, Lidt, Noget, Meget, Alle]
  not_counted: [Ved ikke]
placement: maturity
areas_name: Forvaltning
areas: [{id: omsorg, name: Omsorg}, {id: miljoe, name: Miljø}]
area_fallback: overall
editions:
  - {id: "2024", date: 2024-03-01, comparable: true}
  - {id: "2025", date: 2025-03-01, comparable: true, note: Første gang}
  - {id: "2026", date: 2026-03-02, comparable: true, note: Set i bakspejlet}
outputs: [{file: a.svg}]
"""
TECHNOLOGIES = {
    "droner": """
name: Droner
sector: s
summary: Flyver.
example: Over en mark.
description: Lang.
aliases: [UAV]
tags: [teknik]
owner: Teknik
review_by: 2027-01-01
links: [{title: En, url: "https://a.example/x"}]
assessments:
  - {edition: 2025, maturity: Idé, adoption: Ingen, reason: Ny., source: En, basis: measured}
  - edition: 2026
    maturity: {level: Færdig, basis: published, source: To, note: Ja}
    adoption: {level: Lidt, basis: measured}
    reason: I drift.
    areas: {omsorg: {adoption: Alle}}
cases: [{organisation: X, stage: pilot, since: 2025-01-01}]
facts: [{text: Fakta, value: 3, year: 2021, source: S}]
decisions: [{date: 2026-02-10, text: Ja, by: Os, due: 2027-06-01}]
""",
    "chatbots": """
name: Chatbots
sector: k
assessments:
  - {edition: 2024, maturity: Vist, adoption: Alle, reason: R}
""",
    "tolkning": """
name: Tolkning
sector: k
assessments:
  - {edition: 2025, ring: klar, reason: R}
  - {edition: 2026, retired: true, reason: Slut}
""",
    "roboter": """
name: Roboter
sector: k
tags: [teknik]
assessments:
  - {edition: 2024, maturity: Idé, adoption: Ingen, reason: R}
  - {edition: 2025, maturity: Vist, adoption: Ingen, reason: R}
  - {edition: 2026, retired: true, reason: Slut}
""",
}
PICTURES: dict[str, dict[str, Any]] = {
    "whole": {},
    "names": {"labels": "names", "theme": "dark", "highlight": ("droner",), "lang": "en"},
    "area": {"area": "omsorg", "theme": "dark", "highlight": ("droner",)},
    "sector": {"sector": "k", "labels": "numbers", "edition": "2025", "theme": "mono"},
    "sector-names": {"sector": "k"},
    "slide": {"size": "slide"},
    "slide-numbers": {"size": "slide", "labels": "numbers", "lang": "en", "title": "Her"},
    "square-ring": {"size": "square", "ring": "klar"},
    "matrix": {"view": "matrix"},
    "matrix-numbers": {"view": "matrix", "labels": "numbers", "theme": "mono"},
    "matrix-slide": {"view": "matrix", "size": "slide", "area": "omsorg", "theme": "dark"},
    "matrix-sector": {"view": "matrix", "sector": "k", "size": "a4-portrait"},
    "trend": {"view": "trend"},
    "trend-numbers": {"view": "trend", "labels": "numbers", "highlight": ("chatbots",), "size": "square"},
    "trend-slide": {"view": "trend", "size": "slide", "theme": "mono"},
    "trend-retired": {"view": "trend", "highlight": ("roboter",), "lang": "en"},
    "trend-sector": {"view": "trend", "sector": "k", "edition": "2025", "theme": "dark"},
    "blank": {"blank": True},
    "blank-slide": {"blank": True, "size": "slide", "theme": "mono"},
    "blank-matrix": {"view": "matrix", "blank": True, "area": "omsorg"},
    "blank-matrix-slide": {"view": "matrix", "blank": True, "size": "slide"},
}
ALWAYS = ("whole", "matrix", "trend")  # tried for every change, of the others two in turn


def as_drawn_before(data: bytes) -> bytes:
    """An SVG as if an earlier version of techradar had drawn it."""
    now = f"&quot;drawing&quot;: &quot;{DRAWING_VERSION}&quot;".encode()
    assert now in data
    return data.replace(now, b"&quot;drawing&quot;: &quot;1&quot;")


# Exactly when ---------------------------------------------------------------------------------------------------------


def variants(plain: Any) -> Iterator[tuple[str, Any]]:
    """The same data with any one value left out or another, each with its place."""
    for place, parent, key in list(places(plain)):
        old = parent[key]
        others: list[str | None] = [None]
        if isinstance(old, str):
            others += [f"{old}x", *sorted(same_key(plain, place, key) - {old}), *near(old)]
        for new in others:
            if new is None:
                del parent[key]
            else:
                parent[key] = new
            yield f"{place} = {new!r}", copy.deepcopy(plain)
            if new is None and isinstance(parent, list):
                parent.insert(key, old)
            else:
                parent[key] = old


def places(value: Any, at: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Every key of a mapping and place in a list, at any depth."""
    keys: list[Any] = list(value) if isinstance(value, dict) else []
    if isinstance(value, list):
        keys = list(range(len(value)))
    for key in keys:
        yield f"{at}/{key}", value, key
        yield from places(value[key], f"{at}/{key}")


def same_key(plain: Any, at: str, key: Any) -> set[str]:
    """The texts that stand at the same key elsewhere; of ids and names those in the same list: others are as any."""
    here = re.sub("[0-9]+", "*", at)
    return {
        parent[other]
        for place, parent, other in places(plain)
        if other == key and isinstance(parent[other], str)
        if key not in {"id", "name"} or re.sub("[0-9]+", "*", place) == here
    }


def near(old: str) -> list[str]:
    """Another date, number or truth."""
    if old in {"true", "false"}:
        return ["false" if old == "true" else "true"]
    if len(old) == 10 and old.count("-") == 2:
        return [(date.fromisoformat(old) + timedelta(days=1)).isoformat()]
    return [str(round(float(old) * 0.9, 3))] if old.replace(".", "").isdigit() else []


def loaded(folder: Path) -> Radar | None:
    """The radar of a folder, none where it has errors."""
    found = store.load(folder, TODAY)
    return found.radar if found.sound else None


def outcome(radar: Radar, name: str) -> tuple[bytes, State]:
    """A picture's bytes without the state that they carry, and its state."""
    wanted = Wanted(Path("a.svg"), **PICTURES[name])
    scene = scene_of(radar, wanted)
    assert tuple(pair for pair in scene.digest if pair[0] not in {LABELS, UNSEALED[0]}) == state(radar, wanted)
    return to_svg(scene._replace(digest=())), scene.digest


@pytest.mark.parametrize("file", ["radar.yaml", *(f"technologies/{id}.yaml" for id in TECHNOLOGIES)])
def test_a_picture_is_out_of_date_exactly_when_it_would_be_another(file: str, tmp_path: Path) -> None:
    """Whatever one value of a radar changes, something is told where the drawing differs, and nothing where not."""
    written = {id: dump(parse(text, id).plain()) for id, text in TECHNOLOGIES.items()}
    configuration = dump(parse(RADAR, "radar.yaml").plain())
    radar_of(tmp_path, written, configuration)
    first = loaded(tmp_path)
    assert first is not None
    before = {name: outcome(first, name) for name in PICTURES}
    others = cycle(name for name in PICTURES if name not in ALWAYS)
    path = tmp_path / file
    tried = differing = 0
    wrong = []
    for place, plain in variants(parse(path.read_text("utf-8"), file).plain()):
        path.write_text(dump(plain), encoding="utf-8")
        radar = loaded(tmp_path)
        if radar is None:
            continue
        for name in (*ALWAYS, next(others), next(others)):
            try:
                svg, now = outcome(radar, name)
            except TechradarError:  # a picture that refers to what is gone
                continue
            old_svg, old = before[name]
            tried, differing = tried + 1, differing + (svg != old_svg)
            told = [str(change) for change in changes(dict(old), now)]
            if (svg != old_svg) is not bool(told):
                wrong.append(f"{name}: {place}: drawn otherwise: {svg != old_svg}, told: {told}")
    assert wrong == []
    assert 0 < differing < tried


EMPTY = '  - {id: t, name: Tom, color: "#7c1140"}\n'


@pytest.mark.parametrize(
    ("file", "old", "new", "fresh", "stale"),
    [
        ("radar.yaml", EMPTY, "", ["matrix", "matrix-numbers", "trend", "trend-numbers"], ["whole", "blank"]),
        ("radar.yaml", "  - {id: k, ", f"{EMPTY.replace('id: t, name: Tom', 'id: u, name: Ny')}  - {{id: k, ",
         ["blank-matrix"], ["whole", "matrix", "trend-slide"]),
        ("radar.yaml", "from: 0.6", "from: 0.54", ["square-ring", "matrix", "blank"], []),
        ("radar.yaml", "CC BY 4.0", "CC0", ["slide", "matrix-slide", "trend-slide", "blank-slide"], ["whole", "blank"]),
        ("radar.yaml", "description: Moden.", "description: Klar.", ["slide", "trend", "matrix"],
         ["whole", "blank", "blank-slide"]),
        ("technologies/roboter.yaml", "sector: k", "sector: s", ["matrix", "trend-numbers"],
         ["trend", "trend-retired"]),
        ("technologies/tolkning.yaml", "sector: k", "sector: s", ["trend", "trend-slide"], ["sector"]),
        ("technologies/droner.yaml", "sector: s", "sector: t", ["sector-names"], ["whole", "matrix", "trend"]),
    ],
)  # fmt: skip
def test_what_a_picture_leaves_out_makes_it_no_older(
    tmp_path: Path, file: str, old: str, new: str, fresh: list[str], stale: list[str]
) -> None:
    """Empty sectors, rings that place nothing and what a slide leaves out are told only where they are seen."""
    radar_of(tmp_path, TECHNOLOGIES, RADAR)
    first = loaded(tmp_path)
    path = tmp_path / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    second = loaded(tmp_path)
    assert first is not None
    assert second is not None
    for name in (*fresh, *stale):
        before, was = outcome(first, name)
        after, now = outcome(second, name)
        assert bool(changes(dict(was), now)) is (before != after) is (name in stale), name


def test_who_was_there_before_is_told_where_it_decides_a_place(tmp_path: Path) -> None:
    """Of those that want one place the one chooses first that was there before, so being there longer is a change."""
    record = "{{name: {id}, sector: k, assessments: [{older}{{edition: 2025, {at}}}, {{edition: 2026, {at}}}]}}\n"
    crowd = {f"t{i}": record.format(id=f"t{i}", older="", at="maturity: Vist, adoption: Alle") for i in range(12)}
    pictures = []
    for older in ("", "{edition: 2024, maturity: Vist, adoption: Alle}, "):
        crowd["t9"] = record.format(id="t9", older=older, at="maturity: Vist, adoption: Alle")
        radar_of(tmp_path, crowd, RADAR)
        radar = loaded(tmp_path)
        assert radar is not None
        pictures.append(outcome(radar, "whole"))
    (before, was), (after, now) = pictures

    assert before != after
    assert [change.to("en") for change in changes(dict(was), now)] == ["t9: placement"]


@pytest.mark.parametrize(("name", "told"), [("sector-names", []), ("sector-numbers", ["the numbers"])])
def test_numbers_are_told_of_where_they_are_seen(tmp_path: Path, name: str, told: list[str]) -> None:
    """A technology of another sector moves the numbers of a selection, which matters where it has no names."""
    labels = name.partition("-")[2]
    wanted = Wanted(Path("a.svg"), sector="k", labels=labels)
    radar_of(tmp_path, TECHNOLOGIES, RADAR)
    first = loaded(tmp_path)
    radar_of(tmp_path, {"flere": TECHNOLOGIES["droner"].replace("Droner", "Flere").replace("[UAV]", "[]")}, RADAR)
    second = loaded(tmp_path)
    assert first is not None
    assert second is not None
    before, after = (scene_of(radar, wanted) for radar in (first, second))
    heading = {"heading", "description"}  # of how many technologies it is a selection
    was = dict(before.digest) | {part: value for part, value in after.digest if part in heading}
    assert [change.to("en") for change in changes(was, after.digest)] == told


def test_what_is_retired_is_told_by_what_changed(tmp_path: Path) -> None:
    """The sector of a technology that was taken off is the colour of its line on a trend, not its name."""
    radar_of(tmp_path, TECHNOLOGIES, RADAR)
    wanted = Wanted(Path("a.svg"), view="trend")
    first = loaded(tmp_path)
    path = tmp_path / "technologies" / "roboter.yaml"
    path.write_text(path.read_text("utf-8").replace("sector: k", "sector: s"), encoding="utf-8")
    second = loaded(tmp_path)
    assert first is not None
    assert second is not None
    (told,) = changes(dict(scene_of(first, wanted).digest), state(second, wanted))
    assert told.to("en") == "roboter: marks"


def test_a_picture_that_kept_other_things_is_told_by_that(folder: Path) -> None:
    """What an older techradar kept of a picture is not compared with what is kept now, as if all had changed."""
    assert run("render", "a.svg").code == 0
    data = (folder / "a.svg").read_bytes()
    old = re.sub(rb", &quot;labels&quot;: &quot;names&quot;, &quot;seal&quot;: &quot;[0-9a-f]{12}&quot;", b"", data)
    assert len(old) < len(data)
    (folder / "a.svg").write_bytes(
        as_drawn_before(old).replace(b"&quot;heading&quot;: &quot;", b"&quot;heading&quot;: &quot;0")
    )
    said = run("render", "--check", "a.svg").out
    assert "the picture is out of date: techradar now draws in another way [out-of-date]" in said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A radar of three technologies in radar-data, and the folder around it as the current one."""
    radar_of(tmp_path / "radar-data", TECHNOLOGIES, RADAR.replace("a.svg", "../a.svg"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edited(folder: Path, file: str, old: str, new: str) -> None:
    """Change a file of the radar."""
    path = folder / "radar-data" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


ALL = ("a.svg", "a.png", "a.pdf")


def test_fresh_pictures_of_each_kind_pass(folder: Path) -> None:
    """What was just drawn is up to date, with the same options, and nothing is written."""
    options = ["--theme", "mono", "--edition", "2025", "--size", "a4", "--dpi", "60"]
    assert run("render", *ALL, *options).code == 0
    before = {name: ((folder / name).read_bytes(), (folder / name).stat().st_mtime_ns) for name in ALL}
    assert run("render", "--check", *ALL, *options) == Done(0, "", "3 pictures: nothing is out of date\n")
    assert before == {name: ((folder / name).read_bytes(), (folder / name).stat().st_mtime_ns) for name in ALL}


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("technologies/droner.yaml", "level: Færdig", "level: Idé", "droner: placement"),
        ("technologies/droner.yaml", "name: Droner", "name: Drone", "droner: name"),
        ("technologies/droner.yaml", "{level: Lidt,", "{level: Alle,", "droner: marks"),
        ("technologies/tolkning.yaml", "retired: true", "ring: klar", "tolkning: back on the radar"),
        ("radar.yaml", "title: Tekn", "title: Ny tekn", "the heading"),
        ("radar.yaml", "name: Klar", "name: Parat", "the rings"),
        ("radar.yaml", "name: Sensorer", "name: Følere", "the sectors"),
        ("radar.yaml", "language: da", "language: en", "the language"),
        ("radar.yaml", "source: Vores", "source: Andres", "the method line"),
    ],
)  # fmt: skip
def test_what_changed_is_told(folder: Path, file: str, old: str, new: str, told: str) -> None:
    """The problem names what changed since each picture was drawn; all pictures are looked at, the old ones stay."""
    assert run("render", *ALL, "--dpi", "60").code == 0
    before = {name: (folder / name).read_bytes() for name in ALL}
    edited(folder, file, old, new)
    done = run("render", "--check", *ALL, "--dpi", "60")
    assert (done.code, done.err) == (1, "3 pictures: 3 are to be drawn again\n")
    problems = [line for line in done.out.splitlines() if "[out-of-date]" in line]
    assert [line.partition(":")[0] for line in problems] == sorted(ALL)
    assert all(told in line for line in problems)
    assert before == {name: (folder / name).read_bytes() for name in ALL}


def test_technologies_that_come_and_go_are_told(folder: Path) -> None:
    """One that was added and one whose file is gone are named as such."""
    assert run("render", "a.svg").code == 0
    text = (folder / "radar-data" / "technologies" / "chatbots.yaml").read_text("utf-8")
    (folder / "radar-data" / "technologies" / "chatbots.yaml").unlink()
    (folder / "radar-data" / "technologies" / "ny.yaml").write_text(text.replace("Chatbots", "Ny"), encoding="utf-8")
    said = run("render", "--check", "a.svg").out
    assert "chatbots: no longer on the picture; ny: new on the picture" in said


def test_many_changes_are_counted(folder: Path) -> None:
    """Where more than a dozen technologies changed the first are named and the rest counted."""
    assert run("render", "a.svg").code == 0
    text = (folder / "radar-data" / "technologies" / "chatbots.yaml").read_text("utf-8")
    for place in range(MOST + 5):
        path = folder / "radar-data" / "technologies" / f"ny-{place:02}.yaml"
        path.write_text(text.replace("Chatbots", f"Ny {place}"), encoding="utf-8")
    said = run("render", "--check", "a.svg").out
    assert said.count("new on the picture") == MOST
    assert "and 5 more technologies" in said


@pytest.mark.parametrize(
    ("drawn", "checked", "told"),
    [
        ([], ["--theme", "dark"], "the option --theme"), (["--size", "a3"], [], "the option --size"),
        ([], ["--title", "Ny"], "the heading"), ([], ["--edition", "2025"], "the edition, 2026 is now 2025"),
        ([], ["--area", "Omsorg"], "the heading"), (["--sector", "s"], [], "chatbots: new on the picture"),
        ([], ["--highlight", "droner"], "date: the option --highlight ["), ([], ["--dpi", "90"], "the option --dpi"),
        ([], ["--lang", "en"], "the language"),
    ],
)  # fmt: skip
def test_options_are_those_given(folder: Path, drawn: list[str], checked: list[str], told: str) -> None:
    """A picture is compared with the one that the same options would give; the same ones find nothing."""
    assert run("render", "a.png", *drawn).code == 0
    assert run("render", "a.png", "--check", *drawn).code == 0
    done = run("render", "a.png", "--check", *checked)
    assert done.code == 1
    assert told in done.out


def test_the_same_picture_in_other_words_is_fresh(folder: Path) -> None:
    """Naming what is shown anyway, or by its id, asks for no other picture."""
    assert run("render", "a.svg", "--area", "Omsorg").code == 0
    same = ["--area", "omsorg", "--edition", "2026", "--lang", "da", "--theme", "light", "--dpi", "300"]
    assert run("render", "--check", "a.svg", *same).code == 0


def test_outputs_are_checked_where_no_file_is_named(folder: Path) -> None:
    """Without a file all outputs are looked at, each with its own options; a missing one is out of date."""
    done = run("render", "--check")
    assert (done.code, done.err) == (1, "1 picture: 1 is to be drawn again\n")
    assert "the picture has not been drawn yet [out-of-date]" in done.out
    assert run("render").code == 0
    assert run("render", "--check") == Done(0, "", "1 picture: nothing is out of date\n")
    assert run("render", "--check", "--size", "a3").code == 2


def test_only_the_drawing_is_new(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture of an older techradar is out of date by that alone, or by that too."""
    assert run("render", "a.svg").code == 0
    monkeypatch.setattr("techradar.publish.state.DRAWING_VERSION", "99")
    assert "only the drawing is new; the data is unchanged" in run("render", "--check", "a.svg").out
    edited(folder, "technologies/droner.yaml", "level: Færdig", "level: Idé")
    said = run("render", "--check", "a.svg").out
    assert "droner: placement, marks; " in said
    assert "techradar now draws in another way [out-of-date]" in said
    assert "unchanged" not in said


def _older(data: bytes) -> bytes:
    return data.replace(b"&quot;heading&quot;", b"&quot;configuration&quot;").replace(
        b"&quot;%b&quot;" % DRAWING_VERSION.encode(), b"&quot;1&quot;"
    )


def _odd(data: bytes) -> bytes:
    start, end = data.index(b"http://www.w3.org/2000/svg"), data.index(b"</digest>")
    odd = b"{&quot;edition&quot;: 7, &quot;technology.droner&quot;: &quot;a b c d e&quot;, &quot;retired.&quot;: null"
    return data[:start] + data[start : data.index(b"{", start)] + odd + b"}" + data[end:]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda _: b"my own drawing", "no picture of its kind"), (lambda _: b"", "no picture of its kind"),
        (lambda data: data[: len(data) // 2], "not whole"), (lambda data: data[:-9], "not whole"),
        (lambda _: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture of its kind"),
        (_odd, "out of date"), (_older, "now draws in another way"),
    ],
)  # fmt: skip
def test_what_is_no_sound_picture_of_ours_is_out_of_date(folder: Path, change: Any, told: str) -> None:
    """Foreign, empty, cut and tampered files are told of with a way out, and stay as they are."""
    assert run("render", "a.svg").code == 0
    data = change((folder / "a.svg").read_bytes())
    (folder / "a.svg").write_bytes(data)
    done = run("render", "--check", "a.svg")
    assert (done.code, done.err) == (1, "1 picture: 1 is to be drawn again\n")
    assert told in done.out
    assert "[out-of-date]\n  hint: " in done.out
    assert (folder / "a.svg").read_bytes() == data


def _in_the_middle(data: bytes) -> bytes:
    """Another letter in a text, another byte among pixels or in what a PDF draws."""
    if data.startswith(b"<svg"):
        return data.replace(b">Droner<", b">Dronen<", 1)
    at = data.index(b"IDAT") + 40 if data.startswith(b"\x89PNG") else data.index(b"stream") + 40
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize("name", ALL)
def test_a_picture_that_somebody_changed_is_told_and_kept(folder: Path, name: str) -> None:
    """What was done to a picture since it was drawn makes it no fresh one, and is not lost without `--force`."""
    assert run("render", name, "--dpi", "60").code == 0
    drawn = (folder / name).read_bytes()
    changed = _in_the_middle(drawn)
    assert changed != drawn
    (folder / name).write_bytes(changed)
    done = run("render", "--check", name, "--dpi", "60")
    assert (done.code, done.err) == (1, "1 picture: 1 is to be drawn again\n")
    assert "the picture was changed after techradar drew it [out-of-date]" in done.out
    assert "--force" in done.out
    done = run("render", name, "b.svg", "--dpi", "60")
    assert (done.code, done.out) == (3, "")
    assert f"{name}: error: the picture was changed after techradar drew it [file-exists]" in done.err
    assert (folder / name).read_bytes() == changed
    assert not (folder / "b.svg").exists()
    assert run("render", name, "--dpi", "60", "--force").code == 0
    assert (folder / name).read_bytes() == drawn


@pytest.mark.parametrize(("name", "behind"), [("a.svg", b"<!-- Anna -->"), ("a.png", b"x"), ("a.pdf", b"\nsigned")])
def test_what_stands_behind_a_picture_is_a_change_too(folder: Path, name: str, behind: bytes) -> None:
    """What a program or a person put behind a picture's end is told as a change, and kept; no end is missing."""
    assert run("render", name, "--dpi", "60").code == 0
    changed = (folder / name).read_bytes() + behind
    (folder / name).write_bytes(changed)
    done = run("render", "--check", name, "--dpi", "60")
    assert "was changed after techradar drew it [out-of-date]" in done.out
    assert run("render", name, "--dpi", "60").code == 3
    assert (folder / name).read_bytes() == changed


def test_a_picture_that_lost_its_seal_is_a_changed_one(folder: Path) -> None:
    """Who takes the seal out of a picture of this version does not make it a fresh one."""
    assert run("render", "a.svg").code == 0
    drawn = (folder / "a.svg").read_bytes()
    without = re.sub(rb', &quot;seal&quot;: &quot;[0-9a-f]+&quot;|, "seal": "[0-9a-f]+"', b"", drawn)
    assert without != drawn
    (folder / "a.svg").write_bytes(without)
    assert "was changed after techradar drew it [out-of-date]" in run("render", "--check", "a.svg").out


@pytest.mark.parametrize("before", ["\ufeff", "<?xml version='1.0'?>\n", "<!-- Se side 4 -->\n"])
def test_what_a_program_put_before_a_picture_is_a_change(folder: Path, before: str) -> None:
    """A byte-order mark or a comment in front is told as what it is, and kept."""
    assert run("render", "a.svg").code == 0
    changed = before.encode() + (folder / "a.svg").read_bytes()
    (folder / "a.svg").write_bytes(changed)
    assert "was changed after techradar drew it [out-of-date]" in run("render", "--check", "a.svg").out
    assert run("render", "a.svg").code == 3
    assert (folder / "a.svg").read_bytes() == changed


def test_line_ends_of_windows_are_no_change(folder: Path) -> None:
    """A repository that git gives other line ends on Windows has fresh pictures, which can be drawn again."""
    assert run("render", "a.svg").code == 0
    drawn = (folder / "a.svg").read_bytes()
    (folder / "a.svg").write_bytes(drawn.replace(b"\n", b"\r\n"))
    assert run("render", "--check", "a.svg") == Done(0, "", "1 picture: nothing is out of date\n")
    assert run("render", "a.svg").code == 0
    assert (folder / "a.svg").read_bytes() == drawn


@pytest.mark.parametrize("line", [0, 3, 40, -2])
def test_what_git_could_not_merge_is_told_and_replaced(folder: Path, line: int) -> None:
    """A picture with git's marks in it is nobody's work: it is told of, and drawn anew without being asked."""
    assert run("render", "a.svg").code == 0
    drawn = (folder / "a.svg").read_bytes()
    lines = drawn.split(b"\n")
    lines[line:line] = [b"<<<<<<< HEAD", lines[line], b"=======", b"<g/>", b">>>>>>> branch"]
    (folder / "a.svg").write_bytes(b"\n".join(lines))
    assert "which git could not merge [out-of-date]" in run("render", "--check", "a.svg").out
    assert run("render", "a.svg").code == 0
    assert (folder / "a.svg").read_bytes() == drawn


def test_a_picture_from_before_there_were_seals_is_compared_and_replaced(folder: Path) -> None:
    """Nothing is known of changes to a picture that an older techradar drew: it may be drawn anew."""
    assert run("render", "a.svg").code == 0
    data = (folder / "a.svg").read_bytes()
    old = re.sub(rb", &quot;seal&quot;: &quot;[0-9a-f]{12}&quot;", b"", data).replace(b">Droner<", b">Dronen<")
    old = as_drawn_before(old)
    assert old.count(b"&quot;seal&quot;") == 0
    (folder / "a.svg").write_bytes(old)
    assert "was changed" not in run("render", "--check", "a.svg").out
    assert run("render", "a.svg").code == 0
    assert (folder / "a.svg").read_bytes() == data


@pytest.mark.parametrize("name", ["a.png", "a.pdf"])
def test_a_cut_picture_is_told(folder: Path, name: str) -> None:
    """A PNG or PDF whose end is missing is no picture, though it says what it was made from."""
    assert run("render", name, "--dpi", "60").code == 0
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[:-40])
    assert "[out-of-date]" in run("render", "--check", name, "--dpi", "60").out


def test_the_name_of_another_kind_is_told(folder: Path) -> None:
    """A PNG that is called a.svg is not the picture that would be drawn there."""
    assert run("render", "a.png", "--dpi", "60").code == 0
    (folder / "a.png").replace(folder / "a.svg")
    assert "no picture of its kind" in run("render", "--check", "a.svg").out


def test_what_cannot_be_read_is_a_problem_of_files(folder: Path) -> None:
    """A folder of that name is told of with exit code 3, and the other pictures are checked all the same."""
    (folder / "a.svg").mkdir()
    done = run("render", "--check", "a.svg", "b.svg")
    assert done.code == 3
    assert "b.svg: error: the picture has not been drawn yet [out-of-date]" in done.out
    assert "[is-a-folder]" in done.err
    assert "2 pictures: 1 is to be drawn again, 1 could not be read" in done.err
    assert (folder / "a.svg").is_dir()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["a.gif"], "unknown-suffix"), (["a.svg", "--edition", "2031"], "unknown-edition"),
        (["a.svg", "--size", "a9"], "bad-size"), (["a.svg", "--force"], "wrong-usage"),
        (["a.svg", "--alt"], "wrong-usage"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told(folder: Path, words: list[str], code: str) -> None:
    """What `render` refuses is refused here too, and options that do not go together are."""
    done = run("render", "--check", *words)
    assert (done.code, done.out) == (2, "")
    assert f"[{code}]" in done.err


def test_a_radar_with_errors_is_not_compared(folder: Path) -> None:
    """Errors of the radar come first, with exit code 1."""
    edited(folder, "technologies/droner.yaml", "sector: s", "sector: zz")
    done = run("render", "--check", "a.svg")
    assert (done.code, done.out) == (1, "")
    assert "[unknown-sector]" in done.err


def test_nothing_is_laid_out_or_drawn(folder: Path) -> None:
    """Comparing imports neither matplotlib nor the layout, but for the words that the picture says."""
    assert run("render").code == 0
    code = (
        "import sys\nfrom techradar.cli.app import build\n"
        "try: build()(['render', '--check'])\n"
        "except SystemExit as end: assert not end.code\n"
        "loaded = {n for n in sys.modules if n.startswith(('techradar.layout.', 'techradar.draw.', 'matplotlib'))}\n"
        "print(sorted(loaded))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "['techradar.draw.digest', 'techradar.draw.png', 'techradar.layout.words']\n"
