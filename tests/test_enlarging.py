"""Larger type on larger sheets: what stands well on A4 stands larger on A3."""

from __future__ import annotations

import math
from collections.abc import Collection
from itertools import pairwise
from typing import Any, Literal

import pytest

from generated import newest, radar
from pictures import groups, of_folder, sizes_of_names, strings, texts
from techradar import history
from techradar.layout.enlarging import LEAST, enlarged, enlargements
from techradar.layout.figures import Drawing
from techradar.layout.fitting import Fitting
from techradar.layout.matrix import matrix_scene
from techradar.layout.options import Options
from techradar.layout.radar import WANTED_SHARE, radar_scene
from techradar.layout.scene import Circle, Group, Paint, Path, Scene, Text, has_legend
from techradar.layout.sheet import A4, STEPS, Sheet, Type, candidates
from techradar.layout.trend import trend_scene
from techradar.problems import TechradarError

EXAMPLES = ("radar-data", "examples/vejle")
VIEWS = {"radar": radar_scene, "matrix": matrix_scene, "trend": trend_scene}


@pytest.mark.parametrize("size", ["a4", "a4-portrait", "square", "slide", (900.0, 500.0), (2000.0, 590.0)])
def test_sheets_that_are_no_larger_than_a4_have_its_type(size: Any) -> None:
    """A sheet is only enlarged that is larger than A4 both ways, and a slide never."""
    assert [by for by, _ in enlargements(size)] == [1.0]


@pytest.mark.parametrize("size", ["a3", (1200.0, 700.0), (1000.0, 1000.0), (6740.0, 4768.0), (800.0, 4000.0)])
def test_enlargements_go_down_to_none(size: Any) -> None:
    """The most comes first, each leaves a sheet of the same form and at least A4's shorter side, and the last is 1."""
    found = list(enlargements(size))
    assert [by for by, _ in found] == sorted((by for by, _ in found), reverse=True)
    assert found[0][0] > LEAST
    assert found[-1][0] == 1.0
    assert all(by / other >= LEAST for (by, _), (other, _) in pairwise(found))
    for by, (width, height) in found:
        assert width / height == pytest.approx(found[-1][1][0] / found[-1][1][1], rel=0.001)
        assert by * width == pytest.approx(found[-1][1][0], rel=0.001)
        assert min(width, height) >= 0.999 * min(A4)


def test_an_a3_may_be_an_a4_enlarged_by_the_root_of_two() -> None:
    """The most that an A3 is enlarged makes it an A4."""
    by, (width, height) = next(enlargements("a3"))
    assert by == pytest.approx(2**0.5, abs=0.001)
    assert (width, height) == A4


def test_all_lengths_are_enlarged_and_nothing_else() -> None:
    """Places, radii, strokes, dashes and type grow; angles, the flags of arcs, words and ids stay."""
    paint = Paint("#ffffff", "#000000", 2.0, (3.0, 1.0))
    text = Text(1.0, 2.0, "æ", 8.0, "#000000", 5.0, rotation=30.0, arc=(10.0, 20.0, 30.0))
    path = Path((("M", 1.0, 2.0), ("A", 5.0, 0, 1, 7.0, 8.0), ("Z",)), paint)
    group = Group((Circle(1.0, 2.0, 3.0, paint), text, path), id="blip-x", data=(("score", "0.5"),))
    scene = Scene(100.0, 50.0, "da", "T", "D", "#ffffff", (group,), notes=(("a", "b"),))

    twice = Paint("#ffffff", "#000000", 4.0, (6.0, 2.0))
    larger = Text(2.0, 4.0, "æ", 16.0, "#000000", 10.0, rotation=30.0, arc=(20.0, 40.0, 60.0))
    arc = Path((("M", 2.0, 4.0), ("A", 10.0, 0, 1, 14.0, 16.0), ("Z",)), twice)
    expected = group._replace(children=(Circle(2.0, 4.0, 6.0, twice), larger, arc))
    assert enlarged(scene, 2.0) == scene._replace(width=200.0, height=100.0, children=(expected,))


@pytest.mark.parametrize("view", VIEWS)
def test_what_stands_on_a4_stands_on_a3_as_there(view: str) -> None:
    """The example radar fits on A4, so its A3 is the same picture, larger by the root of two."""
    shown = of_folder("radar-data")
    small, large = (VIEWS[view](shown, Options("da", size=size)) for size in ("a4", "a3"))
    assert (large.width, large.height) == pytest.approx((1190.55, 841.89))
    told = [strings(scene) for scene in (small, large)]
    assert told[0] == told[1]
    assert min(sizes_of_names(large)) == pytest.approx(2**0.5 * min(sizes_of_names(small)), rel=0.001)


@pytest.mark.parametrize("folder", EXAMPLES)
@pytest.mark.parametrize("labels", ["names", "numbers"])
def test_a_large_sheet_has_larger_type(folder: str, labels: Literal["names", "numbers"]) -> None:
    """Whoever asks for A3 can read it from further away than A4."""
    scene = radar_scene(of_folder(folder), Options("da", size="a3", labels=labels))
    assert min(line.size for line in texts(scene)) >= 1.15 * Type().least_number
    assert max(sizes_of_names(scene)) > 1.15 * (Type().name if labels == "names" else Type().number)


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, Scene | None]]:
    """By how much each layout of a sheet is enlarged, and the scene that comes of it, none where not all holds."""
    found: list[tuple[float, Scene | None]] = []
    lay_out = Fitting._enlarged

    def noted(fitting: Fitting, sides: tuple[float, float], by: float) -> Scene | None:
        scene = lay_out(fitting, sides, by)
        found.append((by, scene))
        return scene

    monkeypatch.setattr(Fitting, "_enlarged", noted)
    return found


def test_names_in_smaller_type_come_before_numbers(tried: list[tuple[float, Scene | None]]) -> None:
    """Where type as large as A4's enlarged leaves room for numbers only, names have a smaller one."""
    scene = radar_scene(newest(radar(25, 5, 4, 6, "inner")), Options("da", size="a3"))
    by, largest = tried[0]
    assert by == pytest.approx(2**0.5, abs=0.001)
    assert largest is not None
    assert has_legend(largest)
    assert not has_legend(scene)
    assert max(sizes_of_names(scene)) < 1.3 * Type().name


@pytest.mark.parametrize(("names", "labels", "times"), [(True, "auto", 3), (False, "auto", 1), (True, "numbers", 1)])
def test_smaller_type_is_tried_only_for_names(names: bool, labels: Literal["auto", "numbers"], times: int) -> None:
    """Once a picture holds with numbers, smaller type is laid out only where names may come of it."""
    drawn: list[Sheet] = []

    def on(sheet: Sheet) -> Scene:
        drawn.append(sheet)
        legend = () if len(drawn) == 3 else (Group((), id="legend-x"),)
        return Scene(sheet.width, sheet.height, "da", "T", "D", "#ffffff", legend)

    options = Options("da", size=(2000.0, 1500.0), labels=labels)
    scene = Fitting(options, 90, lambda size: candidates(size, labels), on, names=names).scene()
    assert len(drawn) == times
    assert has_legend(scene) is (times == 1)


def test_many_technologies_are_laid_out_in_one_size_of_type(tried: list[tuple[float, Scene | None]]) -> None:
    """Of a hundred no names are tried unasked, so the first enlargement that holds them with numbers is the last."""
    assert has_legend(radar_scene(newest(radar(100)), Options("da", size=(2000.0, 1400.0))))
    found = [scene is not None for _, scene in tried]
    assert found.count(True) == 1
    assert found[-1]


def test_what_holds_on_no_sheet_is_tried_once() -> None:
    """Where no size was asked for, each sheet is tried once, and the largest is the one on which not all can stand."""
    drawn: list[str] = []
    options = Options("da", labels="names")
    fitting = Fitting(options, 9, lambda size: candidates(size, "names"), lambda on: drawn.append(on.name))
    with pytest.raises(TechradarError) as raised:
        fitting.scene()
    (problem,) = raised.value.problems
    assert drawn == [name for name, _, _ in STEPS]
    assert problem.message.to("da") == "9 teknologier kan ikke stå læseligt på 4A0"
    assert problem.hint is not None
    assert problem.hint.to("da") == "vis færre med --sector, --ring eller --tag"


def test_names_that_have_no_room_are_not_looked_for_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slide with too many names none is tried twice on a disc of one size, nor where they are far too many."""
    tried: list[object] = []
    shares: list[float] = []
    search = Drawing.named

    def noted(drawing: Drawing, size: float, first: Collection[str]) -> Any:
        shares.append(drawing.names_share())
        spots = tuple((spot.x, spot.y) for spot in drawing.spots)
        tried.append((drawing.disc.radius, spots, sum(len(ring.texts) for ring in drawing.rings), size, first))
        return search(drawing, size, first)

    monkeypatch.setattr(Drawing, "named", noted)
    with pytest.raises(TechradarError) as raised:
        radar_scene(newest(radar(33, 6, 4, 1)), Options("da", size="slide", labels="names"))
    (problem,) = raised.value.problems
    assert problem.hint is not None
    assert problem.hint.to("da") == "brug --size a4, eller --labels numbers"
    assert len(tried) > 2
    assert len(set(tried)) == len(tried)
    assert max(shares) <= WANTED_SHARE


def test_news_in_full_come_before_larger_type() -> None:
    """A hundred technologies on A3 leave nothing of the news out for the sake of larger type."""
    shown = newest(radar(100))
    moved = [s.technology.name for s in shown.standings if s.movement not in {None, history.Movement.SAME}]
    scene = radar_scene(shown, Options("da", size="a3"))
    in_legend = {id(shape) for group in groups(scene, "legend").values() for shape in group.children}
    lines = [line.string for line in texts(scene) if id(line) not in in_legend]
    assert in_legend
    assert len(moved) > 10
    assert all(name in " ".join(lines) for name in moved)
    assert sum(line.startswith("fra ") and " til " in line for line in lines) > 5


@pytest.mark.parametrize("size", ["a4", "a3", (1200.0, 700.0), (1000.0, 1000.0), (2384.0, 1684.0)])
def test_lines_of_the_legend_are_apart_as_a_browser_draws_them(size: Any) -> None:
    """A browser gives a line whole points above and below its baseline, more for an Å; enlarged lines have them too."""
    scene = radar_scene(newest(radar(25)), Options("da", size=size, labels="numbers"))
    lines = [line for group in groups(scene, "legend").values() for line in texts(group.children)]
    columns: dict[float, list[float]] = {}
    for line in lines:
        if not line.string.isdigit():
            columns.setdefault(round(line.x, 2), []).append(line.y)
    steps = [lower - upper for column in columns.values() for upper, lower in pairwise(sorted(column))]
    high = math.ceil(0.99 * lines[0].size) + math.ceil(0.24 * lines[0].size)
    assert steps
    assert min(steps) >= high - 0.76


@pytest.mark.parametrize("side", [2000.0, 5000.0, 14400.0])
def test_however_large_a_sheet_is_few_enlargements_are_tried(side: float) -> None:
    """Each is a whole layout, so from the most to none there are at most a handful."""
    found = list(enlargements((side, side)))
    assert 2 < len(found) <= 7
    assert found[0][0] > 2.0
