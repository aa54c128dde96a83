"""The panel beside the disc and the room it leaves: compositions of a sheet, legend, news, rings, long words."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Literal

import pytest

from generated import SECTORS, newest, radar, single
from pictures import BLIP, Labels, disc, groups, of_folder, strings, style, texts
from techradar.history import Snapshot, snapshot
from techradar.layout import lines, metrics, words
from techradar.layout.legend import Legend
from techradar.layout.matrix import matrix_scene
from techradar.layout.news import News
from techradar.layout.options import Options, Size
from techradar.layout.panel import Rings, head_block, marks_block, method_block
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Group, Scene, walk
from techradar.layout.sheet import Type
from techradar.layout.style import style_of
from techradar.model import Radar
from techradar.theme import named

LONG_NAMES = (
    "Velfærdsteknologi og hjælpemidler i hjemmet", "Digital infrastruktur, drift og informationssikkerhed",
    "Kunstig intelligens og automatiseret sagsbehandling", "Bæredygtighed, klimatilpasning og grøn omstilling",
    "Børn, unge, dagtilbud og folkeskolens læremidler", "Sundhedsfremme, forebyggelse og genoptræning",
    "Byrum, mobilitet, trafik og tekniske anlæg", "Borgerbetjening, demokrati og selvbetjeningsløsninger",
)  # fmt: skip

LONG = "Teknologiradar for forvaltningerne i Eksempelby Kommune og dens fælles selskaber"
COMPOUNDS = (
    "Velfærdsteknologihjælpemiddelområdet i hjemmet og på plejecentrene",
    "Digital infrastruktur, driftsovervågning og informationssikkerhedsarbejde",
    "Kunstig intelligens og automatiseret sagsbehandling i borgerbetjeningen",
    "Bæredygtighedsindsatser, klimatilpasning og grøn omstilling af forsyningen",
    "Børn, unge, dagtilbud og folkeskolens digitale læremiddelplatforme",
    "Sundhedsfremme, forebyggelse, genoptræning og rehabiliteringsforløb",
    "Byrum, mobilitet, trafiksikkerhed og tekniske anlæg i hele kommunen",
    "Borgerbetjening, demokrati, selvbetjeningsløsninger og kommunikationskanaler",
)


def renamed(n: int, names: tuple[str, ...], rings: int, unused: str = "", seed: int = 0) -> Snapshot:
    """A generated radar whose sectors have other names; in the ring `unused` there is nothing."""
    before = radar(n, len(names), rings, seed, "even")
    sectors = zip(before.configuration.sectors, names, strict=True)
    settings = before.configuration.model_copy(
        update={"sectors": tuple(sector.model_copy(update={"name": name}) for sector, name in sectors)}
    )
    kept = {s.technology.id for s in newest(before).standings if s.ring.name != unused}
    return snapshot(Radar(settings, tuple(t for t in before.technologies if t.id in kept)))


def test_what_explains_has_its_room_below_the_disc() -> None:
    """Where the news is shortened beside the disc, rings and marks are explained all the same."""
    for n in (140, 300, 340):
        assert {"Ringene", "Mærkerne"} <= set(strings(radar_scene(newest(radar(n, 6, 4)), Options("da"))))


@pytest.mark.parametrize("size", ["square", "a4-portrait", (900.0, 1000.0), (1000.0, 1000.0)])
@pytest.mark.parametrize("labels", ["auto", "numbers"])
@pytest.mark.parametrize("folder", ["radar-data", "examples/vejle"])
def test_nothing_stands_in_the_margin(folder: str, labels: Literal["auto", "numbers"], size: Size) -> None:
    """What stands below the disc keeps to the sheet's margin, the last line at its foot."""
    scene = radar_scene(of_folder(folder), Options("da", labels=labels, size=size))
    lowest = max(line.y for line in texts(scene) if line.arc is None)
    assert scene.height - lowest >= 0.03 * min(scene.width, scene.height)


@pytest.mark.parametrize("folder", ["radar-data", "examples/vejle"])
@pytest.mark.parametrize("size", [(1200.0, 700.0), (1400.0, 800.0)])
def test_the_method_stands_at_the_foot_of_a_wide_panel(folder: str, size: Size) -> None:
    """Beside the disc of a wide sheet what is read stands at the top and the method at the bottom."""
    scene = radar_scene(of_folder(folder), Options("da", size=size, labels="names"))
    lowest = max(line.y for line in texts(scene) if line.arc is None and line.x < 0.4 * scene.width)
    assert 0.03 * scene.height <= scene.height - lowest <= 0.06 * scene.height


def test_a_text_without_blanks_is_divided_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a word of thousands of letters only what may stand in a line is measured, for each line once."""
    measured = 0
    fits = metrics.fits

    def counted(string: str, *rest: Any) -> bool:
        nonlocal measured
        measured += len(string)
        return fits(string, *rest)

    monkeypatch.setattr(metrics, "fits", counted)
    divided = lines.broken("a" * 4000, 10.0, "regular", 300.0)
    assert "".join(divided).replace("-", "") == "a" * 4000
    assert measured < 4000 * 60


# What the disc has at least of a sheet's shorter side, with numbers: some 5 % less than it has.
AT_LEAST: tuple[tuple[str, Size, float], ...] = (
    ("radar-data", "a4", 0.70), ("radar-data", "a4-portrait", 0.57), ("radar-data", "square", 0.59),
    ("radar-data", "a3", 0.70), ("radar-data", "slide", 0.83), ("radar-data", (600.0, 600.0), 0.54),
    ("radar-data", (900.0, 500.0), 0.73), ("radar-data", (1200.0, 620.0), 0.83),
    ("radar-data", (1200.0, 700.0), 0.82), ("examples/vejle", "a3", 0.82), ("examples/vejle", "slide", 0.83),
    ("examples/vejle", "a4", 0.82), ("examples/vejle", "a4-portrait", 0.75), ("examples/vejle", "square", 0.59),
    ("examples/vejle", (600.0, 600.0), 0.57), ("examples/vejle", (900.0, 500.0), 0.79),
)  # fmt: skip


@pytest.mark.parametrize(("folder", "size", "least"), AT_LEAST)
def test_numbers_leave_the_disc_much_of_the_sheet(folder: str, size: Size, least: float) -> None:
    """With numbers and their legend the disc is nearly as large as with names."""
    shown = of_folder(folder)
    scene = radar_scene(shown, Options("da", labels="numbers", size=size))

    assert len(groups(scene, "legend")) == len(shown.standings)
    assert disc(scene) >= least * min(scene.width, scene.height)


@pytest.mark.parametrize("size", ["a4", "a4-portrait", "a3", "square", (1200.0, 700.0)])
def test_disc_and_blips_follow_from_the_step_alone(size: Size) -> None:
    """Other names, a longer title and fewer words leave every blip where it is, as long as the step is the same."""
    shown = newest(radar(33))
    plain = radar_scene(shown, Options("da", labels="numbers", size=size))
    other = radar_scene(shown, Options("en", labels="numbers", size=size, title="Radar"))
    assert disc(plain) == disc(other)
    places = [
        {g.id: g.children[0] for g in scene.children if isinstance(g, Group) and (g.id or "").startswith("blip-")}
        for scene in (plain, other)
    ]
    assert places[0] == places[1]


def test_all_the_news_is_worth_a_disc_some_steps_smaller() -> None:
    """On A4 the example radar's numbers leave room for every change, from and to."""
    shown = of_folder()
    lines_said = strings(radar_scene(shown, Options("da", labels="numbers", size="a4")))
    details = [change.detail for of_it in words.changes(shown, "da").values() for change in of_it]
    assert sum(lines_said.count(detail) for detail in set(details)) == len(details)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("theme", ["light", "mono"])
def test_a_sector_that_goes_on_in_the_next_column_is_named_there(language: str, theme: str) -> None:
    """Every column of a legend begins with a sector's name, and one that continues says so."""
    shown = newest(radar(60, 2, 3))
    its = style_of(shown, named(theme), Type(), "da" if language == "da" else "en", frozenset())
    laid = Legend(shown, its).lay(0.0, 0.0, 500.0, 400.0)
    assert laid is not None
    names = [sector.name for sector in shown.configuration.sectors]
    again = "{}, fortsat" if language == "da" else "{}, continued"
    tops = [line.string for line in texts(laid.shapes) if line.y < 12.0]
    assert len(tops) > 2
    assert set(tops) <= {*names, *(again.format(name) for name in names)}
    assert tops[0] == names[0]
    assert any(top not in names for top in tops)


def test_a_ring_that_goes_on_in_the_next_column_is_named_there() -> None:
    """The second line of every column is the ring that its technologies lie in."""
    shown = newest(radar(60, 2, 3))
    laid = Legend(shown, style(shown)).lay(0.0, 0.0, 500.0, 400.0)
    assert laid is not None
    rings = {words.shown(ring) for ring in shown.configuration.rings}
    lefts = sorted({round(line.x, 2) for line in texts(laid.shapes) if line.y < 12.0})
    for left in lefts:
        column = sorted((line for line in texts(laid.shapes) if abs(line.x - left) < 0.01), key=lambda line: line.y)
        assert column[1].string in rings


def test_each_ring_of_a_sector_stands_once_in_the_legend_of_an_area() -> None:
    """Where an area has technologies in other rings, a sector's rings come once and in order, as in the overall one."""
    loaded = of_folder().radar
    configuration = loaded.configuration
    names = {sector.name for sector in configuration.sectors}
    rings = [words.shown(ring) for ring in configuration.rings]
    moved = 0
    for area in configuration.areas:
        shown = snapshot(loaded, None, area)
        laid = Legend(shown, style(shown)).lay(0.0, 0.0, 900.0, 900.0)
        assert laid is not None
        below: list[int] = []
        for line in texts(laid.shapes):
            if line.string in names:
                below = []
            elif line.string in rings:
                below.append(rings.index(line.string))
                assert below == sorted(set(below)), (area.id, below)
        numbers = [standing.number for standing in shown.standings]
        ids = [(shape.id or "")[7:] for shape in walk(laid.shapes) if isinstance(shape, Group)]
        by_id = {standing.technology.id: standing.number for standing in shown.standings}
        moved += [by_id[id] for id in ids] != numbers
        assert sorted(by_id[id] for id in ids) == numbers
    assert moved


def wholes(shown: Snapshot, room: float, most: float) -> tuple[bool, int]:
    """Whether all sectors are whole in a legend, and in how many columns it is."""
    laid = Legend(shown, style(shown)).lay(0.0, 0.0, room, most)
    assert laid is not None
    lines_said = texts(laid.shapes)
    lefts = {round(line.x, 2) for line in lines_said if line.y < 12.0}
    return not any(line.string.endswith("fortsat") for line in lines_said), len(lefts)


def test_a_legend_has_as_many_columns_as_leave_its_sectors_whole() -> None:
    """Six sectors for which four columns would be too high have a column each, rather than going on in the next."""
    shown = newest(radar(40, 6, 4, 2, "even"))
    assert wholes(shown, 672.0, 170.0) == (True, 6)
    assert wholes(shown, 672.0, 200.0) == (True, 4)


def test_columns_are_higher_rather_than_that_a_sector_goes_on() -> None:
    """Where no columns of about one height leave sectors whole, some may be nearly half as high again, if they fit."""
    shown = newest(radar(40, 6, 4, 1))
    assert wholes(shown, 672.0, 130.0) == (False, 6)
    assert wholes(shown, 672.0, 180.0) == (True, 4)
    assert wholes(newest(radar(40, 6, 4, 1, "sector")), 672.0, 170.0) == (True, 5)


def test_a_sector_is_whole_without_its_rings_rather_than_torn_with_them() -> None:
    """Where sectors with their rings would go on in the next column they stand without; torn only where they must."""
    shown = newest(radar(40, 6, 4, 1))
    rings = {ring.name.upper() for ring in shown.configuration.rings}
    for most, ringed in ((180.0, True), (150.0, False)):
        assert wholes(shown, 672.0, most)[0]
        laid = Legend(shown, style(shown)).lay(0.0, 0.0, 672.0, most)
        assert laid is not None
        assert laid.height <= most
        assert rings.isdisjoint(line.string for line in texts(laid.shapes)) is not ringed
    assert not wholes(shown, 672.0, 130.0)[0]


@pytest.mark.parametrize(
    ("folder", "size"),
    [
        ("examples/vejle", "slide"),
        ("examples/vejle", "a4"),
        ("radar-data", "square"),
        ("radar-data", (900.0, 500.0)),
    ],
)
def test_no_sector_goes_on_in_the_next_column_where_it_need_not(folder: str, size: Size) -> None:
    """The examples' legends have whole sectors: a column may be higher than the others for it."""
    scene = radar_scene(of_folder(folder), Options("da", labels="numbers", size=size))
    assert not [string for string in strings(scene) if string.endswith("fortsat")]


def test_a_legend_divides_words_only_where_it_has_no_room_else() -> None:
    """Columns too narrow for a word are only tried last, and only if words may be divided; then with a hyphen."""
    shown = of_folder()
    slide = style(shown, type=Type(small=14.0))
    assert Legend(shown, slide, True, divided=False).lay(0.0, 0.0, 545.0, 360.0) is None
    laid = Legend(shown, slide, True).lay(0.0, 0.0, 545.0, 360.0)
    assert laid is not None
    assert any(line.string.endswith("-") for line in texts(laid.shapes))


@pytest.mark.parametrize("title", [LONG, "Forvaltningsteknologivurderingsoversigten for Eksempelby"])
@pytest.mark.parametrize("size", ["slide", "a4", "a4-portrait", "square"])
def test_no_word_is_broken_without_a_hyphen(size: str, title: str) -> None:
    """Lines end between words; however long the title, the legend has as many columns as its words leave whole."""
    shown = of_folder()
    scene = radar_scene(shown, Options("da", labels="numbers", size=size, title=title))
    lines_said = strings(scene)
    for standing in shown.standings:
        for word in standing.technology.name.split():
            assert any(word in line.split() for line in lines_said), word
    divided = "".join(line.removesuffix("-") if line.endswith("-") else f"{line} " for line in lines_said)
    assert all(word in divided.split() for word in title.split())


def test_a_long_title_leaves_the_news_its_room() -> None:
    """A title of 80 characters is set smaller, so that the news is said in full with it too."""
    shown = of_folder()
    assert len(LONG) == 80
    for labels in ("names", "numbers"):
        lines_said = strings(radar_scene(shown, Options("da", labels=labels, size="a4", title=LONG)))
        details = [change.detail for of_it in words.changes(shown, "da").values() for change in of_it]
        assert sum(lines_said.count(detail) for detail in set(details)) == len(details)


@pytest.mark.parametrize("room", [120.0, 180.0, 225.0, 400.0])
def test_a_title_is_set_in_few_even_lines(room: float) -> None:
    """A long title has at most three lines where its words allow, none of them a single short word."""
    shown = of_folder()
    block = head_block(shown, style(shown), LONG, False)
    title = [line for line in texts(block(0.0, 0.0, room).shapes) if line.weight == "semibold"]
    assert " ".join(line.string for line in title) == LONG
    assert len(title) <= (3 if room > 200 else 5)
    assert min(line.width for line in title) > 0.4 * room
    assert max(line.width for line in title) <= room


def test_what_continues_a_change_is_indented() -> None:
    """What does not fit beside a technology's name stands below it, further in than names and numbers."""
    shown = of_folder()
    news = News(shown, style(shown), BLIP, True)
    laid = news.lay(0.0, 0.0, 160.0)
    assert laid is not None
    names = {change.name for of_it in words.changes(shown, "da").values() for change in of_it if change.number}
    lefts = {line.x for line in texts(laid.shapes) if line.string in names}
    assert len(lefts) == 1
    details = {change.detail for of_it in words.changes(shown, "da").values() for change in of_it if change.number}
    below = [line for line in texts(laid.shapes) if line.string in details and line.x < 60.0]
    assert below
    assert all(line.x > max(lefts) + 3.0 for line in below)


def test_numbers_of_the_news_are_set_in_a_column() -> None:
    """The numbers before the names end below each other, so that names begin below each other."""
    shown = of_folder()
    laid = News(shown, style(shown), BLIP, True).lay(0.0, 0.0, 300.0)
    assert laid is not None
    numbers = [line for line in texts(laid.shapes) if line.string.isdigit()]
    assert len(numbers) > 3
    assert {line.anchor for line in numbers} == {"end"}
    assert len({line.x for line in numbers}) == 1


@pytest.mark.parametrize("room", [130.0, 160.0, 200.0, 225.0, 300.0, 500.0])
def test_the_advice_of_all_rings_stands_alike(room: float) -> None:
    """Advice stands beside the name of every ring, or below the name of every one."""
    shown = of_folder()
    rings = shown.configuration.rings
    block = Rings(shown, style(shown), False)(0.0, 0.0, room)
    base = {line.string: line.y for line in texts(block.shapes)}
    beside = {base[words.shown(ring)] == base.get(str(ring.advice)) for ring in rings}
    assert len(beside) == 1
    assert beside == {room > 180.0}


def test_rings_stand_side_by_side_where_there_is_room() -> None:
    """In a wide foot the rings are explained in columns, in a panel one below the other."""
    shown = of_folder()
    block = Rings(shown, style(shown), True)
    for room, rows in ((225.0, 4), (640.0, 1)):
        base = {line.string: line.y for line in texts(block(0.0, 0.0, room).shapes)}
        assert len({base[words.shown(ring)] for ring in shown.configuration.rings}) == rows


def test_marks_stand_on_one_line_where_there_is_room() -> None:
    """How marks are read takes a line in a wide foot, and two or more in a panel."""
    shown = of_folder()
    block = marks_block(shown, style(shown), BLIP, True)
    assert block is not None
    heights = [block(0.0, 0.0, room).height for room in (700.0, 300.0, 120.0)]
    assert heights[0] < heights[1] < heights[2]


def test_the_method_line_stands_in_columns_that_can_be_read() -> None:
    """In a wide foot the method line has columns of about the same height, and loses no word."""
    shown = of_folder()
    block = method_block(shown, style(shown), False)
    narrow, wide = block(0.0, 0.0, 225.0), block(0.0, 0.0, 470.0)
    in_order = sorted(texts(wide.shapes), key=lambda line: (line.x, line.y))
    every_word = " ".join(words.method(shown, "da")).split()
    assert " ".join(line.string for line in in_order).split() == every_word
    assert max(line.width for line in in_order) < 240.0
    assert wide.height < 0.65 * narrow.height


@pytest.mark.parametrize("size", ["slide", "square", "a4", "a4-portrait"])
def test_the_panel_of_a_single_technology_looks_intended(size: str) -> None:
    """With one technology the rings are explained too, below what is new, and the method line stands at the foot."""
    shown = newest(single())
    scene = radar_scene(shown, Options("da", size=size))
    lines_said = texts(scene)
    assert "Ringene" in [line.string for line in lines_said]
    margin = max(24.0, 0.03 * min(scene.width, scene.height))
    method = max(line.y for line in lines_said if line.arc is None)
    assert scene.height - margin - method < 0.02 * scene.height
    (news,) = (line for line in lines_said if line.string == "Det nye siden 2025")
    (rings,) = (line for line in lines_said if line.string == "Ringene")
    assert rings.y > news.y


@pytest.mark.parametrize("labels", ["auto", "numbers"])
@pytest.mark.parametrize("size", ["a4", "a4-portrait", "a3", "square"])
def test_long_sectors_and_an_empty_ring_have_room(size: str, labels: Labels) -> None:
    """Eight sectors with names of 66 to 76 characters, six rings, one of them empty, 32 technologies."""
    shown = renamed(40, COMPOUNDS, 6, "Afvent")
    assert len(shown.standings) == 32
    scene = radar_scene(shown, Options("da", size=size, labels=labels))
    assert disc(scene) > 0.5 * min(scene.width, scene.height)
    for line in texts(scene):
        if line.arc is not None and line.arc[2] > disc(scene) / 2:
            assert line.width <= math.tau * line.arc[2] / 8


def test_a_slide_with_long_sectors_names_its_rings_alone() -> None:
    """On a slide on which eight long sectors leave little room, rings are named without advice, so that all holds."""
    shown = renamed(33, LONG_NAMES, 4, seed=1)
    scene = radar_scene(shown, Options("da", size="slide"))
    on_disc = {line.string for line in texts(scene) if line.arc is not None}
    assert {words.shown(ring) for ring in shown.configuration.rings} <= on_disc
    assert len(groups(scene, "legend")) == len(shown.standings)
    assert min(line.size for line in texts(scene)) >= 14.0


def test_a_ring_above_every_technology_is_left_out_of_the_legend() -> None:
    """Where nearly every technology is alone in its ring, the legend goes by sector, and the disc has the room."""
    shown = newest(radar(30, 8, 6, 0, "even"))
    scene = radar_scene(shown, Options("da", size=(1500.0, 620.0), labels="numbers"))
    flat = {line.string for line in texts(scene) if line.arc is None and line.size < 7.0}
    assert not flat & {words.shown(ring) for ring in shown.configuration.rings}
    usual = radar_scene(newest(radar(60)), Options("da", size=(1500.0, 620.0), labels="numbers"))
    assert {line.string for line in texts(usual) if line.arc is None and line.size < 7.0} >= {"KLAR", "AFPRØV"}


@pytest.mark.parametrize(
    ("word", "room", "parts"),
    [
        ("Sikkerhedsteknologier", 60.0, ("Sikkerheds-", "teknologier")),
        ("Bæredygtighedsindsatsområder", 90.0, ("Bæredygtigheds-", "indsatsområder")),
        ("Velfærdsteknologihjælpemidler", 60.0, ("Velfærdstekno-", "logihjælpe-", "midler")),
        ("Droner og automatiseringsforløb", 70.0, ("Droner og", "automatiserings-", "forløb")),
    ],
)
def test_a_word_wider_than_its_line_is_divided_as_danish_is(word: str, room: float, parts: tuple[str, ...]) -> None:
    """A hyphen stands where a word goes on in the next line, after a part of a compound where there is one."""
    assert lines.broken(word, 8.0, "regular", room) == parts


@pytest.mark.parametrize("room", [1.0, 8.0, 20.0, 55.0])
@pytest.mark.parametrize("word", ["1234567890123", "Ø" * 30, "a-b/c-d", "e\u0301" * 20, "x"])
def test_whatever_is_divided_loses_nothing(word: str, room: float) -> None:
    """The parts of a word are the word, but for hyphens, and each fits where a single letter does."""
    parts = lines.broken(word, 8.0, "regular", room)
    assert "".join(parts).replace("-", "") == word.replace("-", "")
    if room >= 20.0:
        assert all(metrics.fits(part, 8.0, room) for part in parts)


def test_sector_names_of_the_generated_radars_are_as_they_were() -> None:
    """Sectors with short names keep one line along the rim, whole."""
    scene = radar_scene(newest(radar(25)), Options("da", size="a3"))
    on_rim = {line.string for line in texts(scene) if line.arc is not None}
    assert set(SECTORS[:6]) <= on_rim


@pytest.mark.parametrize("draw", [radar_scene, matrix_scene])
def test_marks_that_no_blip_has_are_not_explained(draw: Callable[[Snapshot, Options], Scene]) -> None:
    """Where blips are filled by the other scale, a picture without technologies says nothing of it."""
    shown = newest(radar(25, 6, 4, 0, "usual", "maturity"))
    assert "Mærkerne" in strings(radar_scene(shown, Options("da")))
    assert "Mærkerne" not in strings(draw(shown.emptied(), Options("da")))
