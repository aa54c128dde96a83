"""What a picture tells beside where its blips lie: what is unknown, new, selected, shared, and what it rests on."""

from __future__ import annotations

import math

import pytest

from generated import newest, radar
from pictures import BLIP, corners, groups, of_folder, strings, style
from techradar.history import Movement
from techradar.layout import marks, words
from techradar.layout.news import News
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Circle, Text, walk
from techradar.layout.slots import BlipSize
from techradar.model import Basis
from techradar.problems import TechradarError
from techradar.scoring import third

LOOK = marks.Look("#0063a0", "#ffffff")


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("open_", [False, True])
def test_an_unknown_figure_has_a_fill_of_its_own(open_: bool, numbered: bool) -> None:
    """Unknown is drawn neither as low nor as anything else that is known, and stays inside its blip."""
    drawn = {}
    for other in (None, 0.0, 0.5, 1.0):
        look = LOOK._replace(fill=third(other), open=open_)
        drawn[other] = marks.blip(50.0, 50.0, 9.0, look, numbered)
    assert len(set(drawn.values())) == 4
    for x, y in corners(drawn[None][-1]):
        assert math.dist((x, y), (50.0, 50.0)) < 4.5


@pytest.mark.parametrize("labels", ["names", "numbers"])
def test_that_a_figure_is_unknown_is_explained_where_one_is(labels: str) -> None:
    """The marks have a line for the unknown only where a blip is drawn so."""
    known = newest(radar(30, placement="maturity"))
    first, *rest = known.standings
    unknown = known._replace(standings=(first._replace(other=None), *rest))
    options = Options("da", labels="names" if labels == "names" else "numbers")
    assert "Udbredelse: ukendt" not in strings(radar_scene(known, options))
    assert "Udbredelse: ukendt" in strings(radar_scene(unknown, options))


@pytest.mark.parametrize(
    ("fill", "open_"), [(f, o) for f in ("none", "empty", "half", "full", "unknown") for o in (0, 1)]
)
def test_a_blip_is_as_wide_as_its_shape(fill: marks.Fill, open_: int) -> None:
    """The shape of a blip has the blip's full width without its stroke, and no stroke reaches beyond it."""
    circles = [
        shape
        for shape in marks.blip(20.0, 20.0, 9.0, LOOK._replace(fill=fill, open=bool(open_)), False)
        if isinstance(shape, Circle)
    ]
    assert max(circle.radius for circle in circles) == 4.5
    assert all(circle.radius + circle.paint.width / 2 <= 4.5 + 1e-9 for circle in circles)


@pytest.mark.parametrize("movement", [Movement.NEW, Movement.RETURNED])
@pytest.mark.parametrize("mark", [4.8, 6.0, 7.5, 11.25])
def test_a_star_keeps_clear_of_its_blip(movement: Movement, mark: float) -> None:
    """No tip of a star touches its blip, at any angle."""
    size = BlipSize(11.0, mark, True)
    for angle in range(0, 360, 7):
        star = marks.movement_mark(0.0, 0.0, float(angle), size, movement, "#000000")
        assert star is not None
        assert min(math.hypot(x, y) for x, y in corners(star)) > size.half + 0.5


@pytest.mark.parametrize(("n", "size"), [(100, None), (40, None), (33, "a4-portrait")])
def test_the_news_is_said_in_full_where_there_is_room(n: int, size: str | None) -> None:
    """Every change is named on a sheet that has room for all."""
    shown = newest(radar(n))
    said = strings(radar_scene(shown, Options("da", size=size)))
    assert not [line for line in said if line.startswith("og ") and line.endswith(" til")]
    details = [change.detail for of_it in words.changes(shown, "da").values() for change in of_it]
    assert sum(said.count(detail) for detail in set(details)) == len(details)


@pytest.mark.parametrize("most", [46.0, 70.0, 100.0, 140.0, 200.0])
def test_news_that_is_cut_is_cut_fairly(most: float) -> None:
    """Whatever the height, every movement is named, and what is left out is counted."""
    shown = newest(radar(100))
    news = News(shown, style(shown), BLIP, False)
    changes = words.changes(shown, "da")
    laid = news.lay(0.0, 0.0, 224.0, most)
    assert laid is not None
    assert laid.height <= most + 0.01
    lines = [line.replace("\u00a0", " ") for line in strings(laid.shapes)]
    headings = {"new": "Ny på radaren", "in": "Rykket ind", "out": "Rykket ud", "retired": "Taget af radaren"}
    assert all(headings[movement.value] in " ".join(lines) for movement in changes)
    details = {change.detail for of_it in changes.values() for change in of_it}
    shown_ones = sum(line in details for line in lines)
    left_out = [int(word) for line in lines[1:] if line not in details for word in line.split() if word.isdigit()]
    names = {word for of_it in changes.values() for change in of_it for word in change.name.split()}
    assert not any(name.isdigit() for name in names)
    assert shown_ones + sum(left_out) == sum(len(of_it) for of_it in changes.values())


def test_a_selection_is_said() -> None:
    """A picture of a selection says in its heading and its description what it shows, and how many of how many."""
    whole = of_folder("radar-data")
    part = whole.select(sector="kunstig-intelligens", ring="afproev")
    scene = radar_scene(part, Options("da"))
    only = "Kun teknologiområdet Kunstig intelligens og ringen AFPRØV · 4 af 39 teknologier"
    heading = " ".join(strings(scene)).replace("\u00a0", " ")
    assert only in heading
    assert scene.description.replace("\u00a0", " ").startswith(only)
    assert whole.select() is whole
    assert "Kun " not in " ".join(strings(radar_scene(whole, Options("da"))))


def test_an_area_says_which_figures_are_its_own() -> None:
    """Names of what follows the overall radar bear a sign, which the marks explain; elsewhere there is none."""
    shown = of_folder("radar-data", area="sundhed-og-aeldre")
    for labels in ("names", "numbers"):
        scene = radar_scene(shown, Options("da", labels="names" if labels == "names" else "numbers"))
        labelled = groups(scene, "label" if labels == "names" else "legend")
        for standing in shown.standings:
            said = "".join(s.string for s in walk(labelled[standing.technology.id].children) if isinstance(s, Text))
            assert said.endswith("°") is not standing.own
        assert "efter navnet: som den samlede radar" in " ".join(strings(scene))
    assert not any("°" in line for line in strings(radar_scene(of_folder("radar-data"), Options("da"))))


def test_an_area_without_figures_of_its_own_says_so() -> None:
    """Where all follows the overall radar, the heading says it once and no name bears a sign."""
    shown = of_folder("radar-data", area="sundhed-og-aeldre").select(sector="kunstig-intelligens")
    said = " ".join(strings(radar_scene(shown, Options("da"))))
    assert "Ingen af teknologierne har egen vurdering. Alle følger den samlede radar." in said
    assert "°" not in said


def test_leaders_stay_in_their_sector() -> None:
    """Where there is room, no leader runs over the border of a sector."""
    for shown in (of_folder("examples/vejle", "2023"), of_folder("radar-data", area="sundhed-og-aeldre")):
        scene = radar_scene(shown, Options("da"))
        ring = groups(scene, "ring")[shown.configuration.rings[0].id].children[0]
        assert isinstance(ring, Circle)
        span = 360 / len(shown.configuration.sectors)
        for leader in groups(scene, "leader").values():
            ends = [math.degrees(math.atan2(x - ring.x, ring.y - y)) % 360 for x, y in corners(leader.children[0])]
            assert len({int(angle // span) for angle in ends}) == 1


def test_a_square_holds_the_example() -> None:
    """The example radar stands on a square with numbers."""
    assert len(groups(radar_scene(of_folder("radar-data"), Options("da", size="square")), "blip")) == 39


@pytest.mark.parametrize(("folder", "size"), [("radar-data", (300.0, 300.0)), ("radar-data", (500.0, 300.0))])
def test_the_size_that_would_do_does(folder: str, size: tuple[float, float]) -> None:
    """The hint of a sheet that is too small names a size that holds the radar."""
    with pytest.raises(TechradarError) as raised:
        radar_scene(of_folder(folder), Options("da", size=size))
    (problem,) = raised.value.problems
    assert problem.hint is not None
    named_size = problem.hint.to("da").removeprefix("brug --size ")
    width, times, height = named_size.partition("x")
    asked = (float(width), float(height)) if times else named_size
    assert radar_scene(of_folder(folder), Options("da", size=asked)).notes == ()


def test_the_method_line_says_whose_answers_they_are() -> None:
    """One figure that rests on answers is named; that all are judgements is only said where all are."""
    shown = of_folder("radar-data")
    said = words.method(shown, "da")[0]
    assert "Udbredelsen af Generativ AI bygger på 634 svar." in said
    assert "Alle vurderinger er skøn" not in said
    assert "Grundlag for 78 tal: " in said
    without = shown._replace(standings=tuple(s for s in shown.standings if s.technology.id != "generativ-ai"))
    assert "Alle vurderinger er skøn." in words.method(without, "da")[0]
    judged = shown.standings[0]._replace(basis=Basis.PUBLISHED, score=None)
    assert "Alle vurderinger" not in words.method(without._replace(standings=(judged, *without.standings)), "da")[0]


def test_several_figures_on_answers_are_counted() -> None:
    """More than one figure on answers is said as a count of all figures, with the fewest and the most answers."""
    shown = of_folder("radar-data")
    one = next(s for s in shown.standings if s.technology.id == "generativ-ai")
    said = words.method(shown._replace(standings=(one, one)), "da")[0]
    assert "2 af 4 tal bygger på svar (634 svar hver)." in said


@pytest.mark.parametrize("size", ["a4-portrait", "square", "slide"])
def test_a_longer_head_is_no_reason_to_fail(size: str) -> None:
    """A selection, an area and a title in two lines stand above the disc, which makes room for them."""
    shown = of_folder("radar-data", area="sundhed-og-aeldre").select(sector="kunstig-intelligens")
    scene = radar_scene(shown, Options("da", size=size, title="Radar for digitale teknologier i en dansk kommune"))
    assert len(groups(scene, "blip")) == 7
