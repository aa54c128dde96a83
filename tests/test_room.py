"""What the panel does with its room: no holes between blocks, nothing left out that has room, nothing at random."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generated import configuration, name_of, newest, of_one_edition, radar, single, technology
from pictures import BLIP, disc, of_folder, strings, style, texts
from techradar.courses import courses
from techradar.history import Snapshot, snapshot
from techradar.layout.matrix import matrix_scene
from techradar.layout.matrix_words import parted
from techradar.layout.news import News
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Path, Scene, Text
from techradar.layout.trend import trend_scene
from techradar.layout.trend_lines import key_rows
from techradar.model import Radar


def at(scene: Scene, said: str) -> float:
    """How far down the one line lies that says this."""
    (found,) = (line.y for line in texts(scene) if line.string == said)
    return found


def white(lines: list[Text], top: float) -> list[float]:
    """What lies free between lines from `top` on, from one to the next lower, in points."""
    ys = [top, *sorted({line.y for line in lines if line.y > top})]
    return [below - above for above, below in pairwise(ys)]


def beside(scene: Scene) -> list[Text]:
    """The lines of the column beside the disc, from the top."""
    return sorted((one for one in texts(scene) if one.arc is None and one.x < 0.3 * scene.width), key=lambda one: one.y)


def test_that_an_edition_is_the_first_stands_right_under_the_head() -> None:
    """Where what is new stands otherwise, and what the rings mean follows it."""
    scene = radar_scene(of_folder("radar-data", "2022"), Options("da", size="a4"))
    column = [line.string for line in beside(scene)]
    first = column.index("Den første udgave")
    head = beside(scene)[first - 1]
    assert head.string.endswith("er vores.")
    assert at(scene, "Den første udgave") - head.y < 30.0
    assert at(scene, "Ringene") - at(scene, "Den første udgave") < 60.0


def test_little_to_say_leaves_no_hole_above_what_explains() -> None:
    """Beside the disc all follows from the top, and what stays empty lies over the method at the foot."""
    scene = radar_scene(newest(single()), Options("da", size="a4"))
    lines = beside(scene)
    gaps = white(lines, lines[0].y)
    explained = [line.y for line in lines].index(at(scene, "Ringene"))
    assert max(gaps[: explained + 1]) < 40.0
    assert lines[-1].y > 0.9 * scene.height


@pytest.mark.parametrize("n", [24, 30])
def test_what_a_tall_sheet_has_left_lies_evenly(n: int) -> None:
    """Below the disc no room between two blocks, or above them, is much larger than the others."""
    made = radar(n, 4)
    first = snapshot(made, made.configuration.editions[0])
    scene = radar_scene(first, Options("da", size="a4-portrait", labels="names"))
    (middle,) = {line.arc[1] for line in texts(scene) if line.arc is not None}
    column = [line for line in texts(scene) if line.arc is None and line.x < 60.0]
    most, next_most, *_ = sorted(white(column, middle + disc(scene) / 2), reverse=True)
    assert most < 1.2 * next_most


@pytest.mark.parametrize("most", range(30, 400, 10))
@pytest.mark.parametrize("n", [33, 100])
def test_few_do_not_stand_for_many(n: int, most: int) -> None:
    """Half of what is new is named, or all is counted by its kind; in brief always where not all has room."""
    shown = newest(radar(n))
    for brief in (False, True):
        news = News(shown, style(shown), BLIP, False, brief)
        laid = news.lay(0.0, 0.0, 224.0, float(most))
        if laid is None:
            continue
        said = [line.string.replace("\u00a0", " ") for line in texts(laid.shapes)]
        left = sum(int(line.split()[1]) for line in said if line.startswith("og ") and line.endswith(" til"))
        assert 2 * left <= sum(len(of_it) for of_it in news.changes.values())
        assert not (brief and left)


@pytest.mark.parametrize("n", [30, 36])
def test_a_slide_counts_alike_in_every_view(n: int) -> None:
    """Where much is new a slide counts it, in the radar and in the trend."""
    made = radar(n, 4)
    mixed = (*of_one_edition(made).technologies[:12], *made.technologies[12:])
    shown = newest(Radar(made.configuration, tuple(sorted(mixed, key=lambda one: one.id))))
    for draw in (radar_scene, trend_scene):
        said = strings(draw(shown, Options("da", size="slide")))
        assert not [line for line in said if line.startswith("og ") and line.endswith(" til")]
        counted = [line for line in said if line.startswith("Ny på radaren") and line[-1].isdigit()]
        assert counted


def test_a_matrix_slide_says_what_bold_means() -> None:
    """And how many stand between two levels, where there is room; beside numbers nothing is bold."""
    shown = of_folder()
    for labels, bold in (("names", True), ("numbers", False)):
        scene = matrix_scene(shown, Options("da", size="slide", labels=labels))  # type: ignore[arg-type]
        everything = " ".join(strings(scene)).replace("\u00a0", " ")
        assert ("Fed skrift: mindst en halv skala i utakt." in everything) is bold
        assert "18 teknologier har tal mellem to trin." in everything or not bold


def spread(n: int) -> Snapshot:
    """A radar whose technologies stand in every field in turn, so that many are out of step."""
    settings = configuration(6, 4)
    assert settings.maturity is not None
    assert settings.adoption is not None
    levels = [[level.id for level in scale.levels] for scale in (settings.maturity, settings.adoption)]
    made = []
    for place in range(n):
        maturity, adoption = levels[0][place % 5], levels[1][place // 5 % 5]
        said = {"edition": "2026", "maturity": maturity, "adoption": adoption}
        data = {"name": name_of(place), "sector": settings.sectors[place % 6].id, "assessments": [said]}
        made.append(technology(settings, data))
    return snapshot(Radar(settings, tuple(sorted(made, key=lambda one: one.id))))


@pytest.mark.parametrize(("n", "size"), [(100, "a3"), (90, "a3"), (50, "a4"), (30, "slide")])
def test_as_many_out_of_step_are_named_as_have_room(n: int, size: str) -> None:
    """Where some are only counted, there is no room for one more on either side."""
    shown = spread(n)
    scene = matrix_scene(shown, Options("da", size=size))
    said = [line for line in texts(scene) if line.x < 0.2 * scene.width]
    more = [line for line in said if line.string.startswith("og ") and line.string.endswith(" til")]
    named = {s.technology.name for of_it in parted(shown).values() for s in of_it}
    assert len(named) > 6
    if more:
        last = max(line.y for line in said if line.y < at(scene, "Teknologiområderne"))
        assert at(scene, "Teknologiområderne") - last < 2.6 * more[0].size + 2 * 9.5
    else:
        assert named <= {line.string for line in said}


def test_the_sample_of_a_break_is_drawn_as_a_break() -> None:
    """Two grounds with nothing between them, each with an edge and a line that ends: no second kind of dashes."""
    made = radar(40)
    editions = made.configuration.editions
    apart = editions[-1].model_copy(update={"comparable": False})
    settings = made.configuration.model_copy(update={"editions": (*editions[:-1], apart)})
    for of, expected in ((made, 0), (Radar(settings, made.technologies), 2)):
        shown = snapshot(of)
        look = style(shown, "dark")
        block = key_rows(courses(shown), look)
        assert block is not None
        paths = [shape for shape in block(0.0, 0.0, 300.0).shapes if isinstance(shape, Path)]
        grounds = [[step[1:] for step in shape.steps[:4]] for shape in paths if shape.paint.fill == look.theme.inner]
        assert len(grounds) == expected
        if grounds:
            left, right = ([float(corner[0]) for corner in ground] for ground in grounds)
            assert min(right) - max(left) > 6.0
            edges = [shape for shape in paths if len(shape.steps) == 2 and shape.steps[0][1] == shape.steps[1][1]]
            assert {float(edge.steps[0][1]) for edge in edges} == {max(left), min(right)}
