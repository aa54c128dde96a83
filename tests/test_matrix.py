"""The matrix: each technology in the field of its levels, what is unknown apart, and the promises of every picture."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generated import Skew, newest, radar
from pictures import box_of, boxes_of, drawn_whole, groups, of_folder, sizes_of_names, strings, texts
from radars import on, sound
from techradar.layout import matrix, matrix_words
from techradar.layout.geometry import Box
from techradar.layout.matrix import matrix_scene
from techradar.layout.options import Options
from techradar.layout.scene import Path as Drawn
from techradar.layout.scene import Scene, Text, walk
from techradar.layout.sheet import Type
from techradar.problems import TechradarError

RADARS: tuple[tuple[int, int, int, Skew], ...] = (
    (1, 6, 4, "usual"), (25, 5, 4, "vejle"), (40, 8, 6, "both"), (100, 6, 4, "usual"), (100, 2, 5, "inner"),
)  # fmt: skip
LARGE: tuple[tuple[int, int, int, Skew], ...] = ((300, 6, 4, "usual"), (300, 8, 6, "both"), (1000, 6, 4, "usual"))
ALL = [*RADARS, *(pytest.param(*shape, marks=pytest.mark.slow) for shape in LARGE)]
SIZES = ("a4", "a4-portrait", "a3", "square", "slide")


@pytest.mark.parametrize(("n", "sectors", "rings", "skew"), ALL)
@pytest.mark.parametrize("labels", ["auto", "numbers"])
def test_every_technology_is_drawn_and_nothing_overlaps(
    n: int, sectors: int, rings: int, skew: Skew, labels: Any
) -> None:
    """Each technology has a blip and a name or number that touch nothing of another, on a sheet that grows."""
    shown = newest(radar(n, sectors, rings, 1, skew, "max"))
    drawn_whole(matrix_scene(shown, Options("da", labels=labels)), shown)


@pytest.mark.parametrize(
    ("edition", "size"), [*(("2026", size) for size in SIZES), *(("2022", size) for size in SIZES if size != "slide")]
)
def test_the_example_radar_stands_on_every_size(edition: str, size: str) -> None:
    """The example radar has a matrix on each of the named sizes."""
    shown = of_folder("radar-data", edition)
    drawn_whole(matrix_scene(shown, Options("da", size=size)), shown)


def field_of(scene: Scene, at: tuple[float, float]) -> Box:
    """The field that a point lies in: the only rectangle around it that is no blip's."""
    fields = [
        box_of([shape])
        for shape in scene.children
        if isinstance(shape, Drawn) and shape.paint.fill is not None and len(shape.steps) == 5
    ]
    (found,) = [box for box in fields if box.left < at[0] < box.right and box.top < at[1] < box.bottom]
    return found


@pytest.mark.parametrize("labels", ["names", "numbers"])
def test_blips_and_names_lie_in_the_field_of_their_levels(labels: Any) -> None:
    """Whoever has the higher level lies further right or up, and a blip with its name lies in one field whole."""
    shown = newest(radar(60, seed=4, placement="max"))
    scene = matrix_scene(shown, Options("da", labels=labels))
    boxes = boxes_of(scene)
    at: dict[tuple[int | None, int | None], Box] = {}
    for standing in shown.standings:
        id = standing.technology.id
        blip, label = boxes["blip", id], boxes["label", id]
        field = field_of(scene, ((blip.left + blip.right) / 2, (blip.top + blip.bottom) / 2))
        for box in (blip, label):
            assert field.left <= box.left
            assert box.right <= field.right
            assert field.top <= box.top
            assert box.bottom <= field.bottom
        place = matrix_words.levels(standing)
        assert at.setdefault(place, field) == field
    assert len(at) > 8
    for (row, column), field in at.items():
        for (other_row, other_column), other in at.items():
            assert (row or 0) <= (other_row or 0) or field.top < other.top
            assert (column or 0) <= (other_column or 0) or field.left > other.left


def one(maturity: str, adoption: str) -> str:
    return (
        "name: Droner\nsector: Sensorer\nassessments:\n  - edition: 2026\n"
        f"    ring: Klar\n{maturity}{adoption}    reason: Den er i brug.\n"
    )


@pytest.mark.parametrize(
    ("maturity", "adoption", "levels"),
    [
        ("1", "5", (0, 4)), ("3.4", "3.6", (2, 3)), ("2.5", "4.5", (1, 3)), ("Idé", "Ved ikke", (0, None)),
        ("Færdigvare", "", (4, None)), ("", "I drift bredt", (None, 4)),
    ],
)  # fmt: skip
def test_a_figure_stands_in_the_nearest_field(
    tmp_path: Path, maturity: str, adoption: str, levels: tuple[int | None, int | None]
) -> None:
    """Between two levels the nearer one is taken, half-way the lower; without a figure a scale has no level."""
    said = [f"    {key}: {word}\n" if word else "" for key, word in (("maturity", maturity), ("adoption", adoption))]
    text = one(*said)
    if None not in levels:
        text = text.replace("    ring: Klar\n", "")
    shown = on(sound(tmp_path, {"x": text}))
    assert matrix_words.levels(shown.standings[0]) == levels
    scene = matrix_scene(shown, Options("da"))
    drawn_whole(scene, shown)
    assert ("Ikke kendt" in strings(scene)) is (None in levels)
    assert "Ingen tal" not in strings(scene)


def test_what_is_unknown_stands_apart(tmp_path: Path) -> None:
    """A technology without a figure lies outside the grid, not in its lowest row or column."""
    low = one("    maturity: Idé\n", "    adoption: Ikke i gang\n").replace("    ring: Klar\n", "")
    technologies = {
        "low": low,
        "unused": one("    maturity: Idé\n", "").replace("Droner", "Apps"),
        "bare": one("", "").replace("Droner", "Cloud"),
    }
    shown = on(sound(tmp_path, technologies))
    scene = matrix_scene(shown, Options("da"))
    boxes = boxes_of(scene)
    fields = {id: field_of(scene, (boxes["blip", id].left + 4.5, boxes["blip", id].top + 4.5)) for id in technologies}
    highest = box_of(groups(scene, "adoption")["5"].children)
    assert fields["unused"].top == fields["low"].top
    assert fields["unused"].left > (highest.left + highest.right) / 2
    assert fields["bare"].top > fields["low"].bottom
    assert fields["bare"].left == fields["low"].left
    assert {"Ikke kendt", "Ingen tal"} <= set(strings(scene))
    said = " ".join(strings(scene)).replace("\u00a0", " ")
    assert "2 mangler et eller begge tal og er ikke placeret som lave." in said
    assert "Mangler tal: Apps og Cloud." in scene.description


def test_gaps_are_named() -> None:
    """Whose maturity and use lie far apart is listed on its side, counted, and told in the description."""
    shown = of_folder("radar-data")
    scene = matrix_scene(shown, Options("da"))
    parted = matrix_words.parted(shown)
    said = strings(scene)
    at = said.index("Moden, men ikke i brug") + 2
    assert [s.technology.name for s in parted["mature"]] == said[at : at + len(parted["mature"])]
    assert all((s.gap or 0) >= 0.5 for s in parted["mature"])
    assert f"Moden, men ikke i brug: {parted['mature'][0].technology.name}" in scene.description
    assert "I brug, men ikke moden: ingen." in scene.description
    # In the panel and in its corner.
    assert said.count("Moden, men ikke i brug") == 2


def test_levels_are_named_with_what_they_mean() -> None:
    """The names of all levels and of both scales stand on the picture, and on A4 their meanings too."""
    shown = of_folder("radar-data")
    said = " ".join(strings(matrix_scene(shown, Options("da"))))
    configuration = shown.configuration
    assert configuration.maturity is not None
    assert configuration.adoption is not None
    for scale in (configuration.maturity, configuration.adoption):
        assert scale.name
        assert scale.name in said
        for level in scale.levels:
            assert level.name in said
    assert "brug uden udvikling" in said


def test_a_matrix_too_small_says_which_size_would_do() -> None:
    """The hint of a sheet that is too small names one that holds the matrix."""
    shown = newest(radar(60, placement="max"))
    with pytest.raises(TechradarError) as raised:
        matrix_scene(shown, Options("da", size=(300.0, 200.0)))
    (problem,) = raised.value.problems
    assert problem.code == "sheet-too-small"
    assert problem.hint is not None
    size = problem.hint.to("da").removeprefix("brug --size ")
    drawn_whole(matrix_scene(shown, Options("da", size=size)), shown)


def test_the_highlighted_stand_out() -> None:
    """What is highlighted keeps its colour and is set strongly; the others lose both."""
    shown = of_folder("radar-data")
    plain = groups(matrix_scene(shown, Options("da")), "blip")
    lit = matrix_scene(shown, Options("da", highlight=frozenset({"droner"})))
    assert [id for id, group in groups(lit, "blip").items() if group.children[0] == plain[id].children[0]] == ["droner"]
    weights = {
        id: {t.weight for t in walk(g.children) if isinstance(t, Text)} for id, g in groups(lit, "label").items()
    }
    assert [id for id, weight in weights.items() if weight == {"semibold"}] == ["droner"]


def test_a_blank_matrix_has_fields_and_lines_to_write_on() -> None:
    """A blank matrix names its levels, holds no technology and asks what was placed where and why."""
    shown = of_folder("radar-data")
    scene = matrix_scene(shown, Options("da", blank=True))
    said = strings(scene)
    assert boxes_of(scene) == {}
    assert {"Færdigvare", "I drift", "Hvad placerede vi hvor, og hvorfor?"} <= set(said)
    assert not {standing.technology.name for standing in shown.standings} & set(said)
    assert scene.description.startswith("Et tomt ark til et møde")


def test_an_area_has_a_matrix_on_a_slide_in_numbers_too() -> None:
    """Where what is out of step has no room above the legend, it finds it below."""
    shown = of_folder("radar-data", area="sundhed-og-aeldre")
    drawn_whole(matrix_scene(shown, Options("da", labels="numbers", size="slide")), shown)


@pytest.mark.parametrize("area", ["sundhed-og-aeldre", "socialomraadet"])
def test_an_area_stands_in_its_own_fields(area: str) -> None:
    """The matrix of an area is that of its own figures, and says whose they are."""
    shown = of_folder("radar-data", area=area)
    scene = matrix_scene(shown, Options("da"))
    drawn_whole(scene, shown)
    assert shown.area is not None
    assert any(shown.area.name in said for said in strings(scene))


def size_of_names(scene: Scene) -> float:
    """The size of the names in the fields, which is the same for all."""
    (size,) = sizes_of_names(scene)
    return size


def test_names_are_as_large_as_the_fields_have_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred on A3 have names a quarter larger than usual, for rows grow with what they hold; in equal ones less."""
    radars = [newest(radar(100, 6, 4, seed, "usual", "max")) for seed in range(4)]

    def sizes() -> list[float]:
        scenes = [matrix_scene(shown, Options("da", size="a3")) for shown in radars]
        for scene, shown in zip(scenes, radars, strict=True):
            drawn_whole(scene, shown)
        return [size_of_names(scene) / Type().name for scene in scenes]

    grown = sizes()
    monkeypatch.setattr(matrix, "LEAST_ROW", 1.0)
    monkeypatch.setattr(matrix._Attempt, "_rows_for", lambda *_: None)
    equal = sizes()
    assert min(grown) >= 1.25
    assert min(large / small for large, small in zip(grown, equal, strict=True)) >= 1.1


@pytest.mark.parametrize(("size", "least", "most"), [("a4", 9.5, 11.0), ("a3", 13.0, 14.1), ("square", 9.5, 12.0)])
def test_names_are_larger_than_the_panel_where_fields_have_room(size: str, least: float, most: float) -> None:
    """Names and their blips grow with the sheet, and what is written at the grid with them; the panel does not."""
    shown = of_folder("radar-data")
    scene = matrix_scene(shown, Options("da", size=size))
    boxes = drawn_whole(scene, shown)
    size_found = size_of_names(scene)
    assert least <= size_found <= most
    blip = boxes["blip", "ai-agenter"]
    assert blip.right - blip.left > size_found
    levels = {s.size for g in groups(scene, "maturity").values() for s in g.children if isinstance(s, Text)}
    assert min(levels) > Type().small
    assert max(levels) > Type().body
    panel = {s.size for s in scene.children if isinstance(s, Text) and s.string in {"Kunstig intelligens", "i utakt"}}
    assert max(panel) < size_found


def test_names_larger_than_usual_stand_in_two_lines_at_most() -> None:
    """Rather than larger and in three short lines, names are as large as two lines allow."""
    for seed in range(4):
        for size in ("slide", "a4"):
            scene = matrix_scene(
                newest(radar(33, 6, 4, seed, "usual", "max")), Options("da", size=size, labels="names")
            )
            lines = max(len(group.children) for group in groups(scene, "label").values())
            assert lines <= 2 or size_of_names(scene) <= (14.0 if size == "slide" else Type().name)


@pytest.mark.parametrize(("technologies", "apart"), [(12, 0.65), (60, 0.4)])
def test_names_stand_apart_where_fields_have_room(technologies: int, apart: float) -> None:
    """Between two names lies more than half a line where the fullest field has room for that, of sixty nearly half."""
    shown = newest(radar(technologies, 6, 4, 1, "usual", "max"))
    scene = matrix_scene(shown, Options("da"))
    boxes, size = drawn_whole(scene, shown), size_of_names(scene)
    names = sorted((b for (kind, _), b in boxes.items() if kind == "label"), key=lambda b: (b.left, b.top))
    gaps = [below.top - above.bottom for above, below in pairwise(names) if below.left - above.left < 0.01]
    assert min(gaps) >= apart * size


@pytest.mark.parametrize("labels", ["names", "numbers"])
def test_what_is_out_of_step_is_set_strongly(labels: Any) -> None:
    """Who is mature but not in use, or the other way round, has a name in bold, as is said; numbers are all alike."""
    shown = newest(radar(40, 6, 4, 2, "usual", "max"))
    scene = matrix_scene(shown, Options("da", labels=labels, size="a3"))
    strong = {
        id
        for id, group in groups(scene, "label").items()
        if all(isinstance(s, Text) and s.weight == "semibold" for s in group.children)
    }
    apart = {s.technology.id for side in matrix_words.parted(shown).values() for s in side}
    assert len(apart) > 4
    assert strong == (apart if labels == "names" else set(groups(scene, "label")))
    assert ("Navne med fed" in " ".join(strings(scene))) is (labels == "names")


@pytest.mark.parametrize("labels", ["names", "numbers"])
@pytest.mark.parametrize("size", ["a4", "a3", "slide"])
def test_what_is_out_of_step_is_read_first(labels: Any, size: str) -> None:
    """Beside the grid the panel begins with what is mature but not in use, directly below the head."""
    scene = matrix_scene(of_folder("radar-data"), Options("da", labels=labels, size=size))
    panel = [shape for shape in scene.children if isinstance(shape, Text)]
    at = {shape.string: shape for shape in panel}
    heading = at["Modenhed og brug i utakt"]
    head = [s for s in panel if s.x == heading.x and s.y < heading.y]
    assert any(said.string.startswith("Eksempelradar for") for said in head)
    assert len(head) < 8
    assert heading.y - max(s.y for s in head) < 5 * heading.size


@pytest.mark.parametrize("seed", range(4))
def test_a_slide_has_names_where_rows_are_as_high_as_they_need(seed: int) -> None:
    """Thirty-three stand on a slide with their names, in type of 14 points."""
    shown = newest(radar(33, 6, 4, seed, "usual", "max"))
    scene = matrix_scene(shown, Options("da", size="slide", labels="names"))
    drawn_whole(scene, shown)
    assert min(line.size for line in texts(scene)) >= 14.0


@pytest.mark.parametrize("theme", ["light", "dark", "mono"])
@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize("size", ["slide", "a4"])
def test_what_the_grounds_of_fields_say_is_explained(theme: str, blank: bool, size: str) -> None:
    """A scale goes from the ground of a field where maturity and use keep step to the furthest apart."""
    scene = matrix_scene(of_folder("radar-data"), Options("da", size=size, theme=theme, blank=blank))
    boxes = [s for s in scene.children if isinstance(s, Drawn) and len(s.steps) == 5 and s.paint.fill is not None]
    fields = [shape for shape in boxes if box_of([shape]).right - box_of([shape]).left > 40.0]
    scale = [shape for shape in boxes if shape not in fields and shape.paint.stroke is not None]
    first = min(box_of([shape]).left for shape in fields)
    left = sorted((s for s in fields if box_of([s]).left == first), key=lambda s: box_of([s]).top)

    assert {"i takt", "i utakt"} <= set(strings(scene))
    assert len({shape.paint.fill for shape in scale}) == len(scale) == 5
    assert [scale[0].paint.fill, scale[-1].paint.fill] == [left[-1].paint.fill, left[0].paint.fill]


def test_a_legend_beside_a_matrix_says_nothing_of_movement() -> None:
    """The arrows of the radar would point at nothing here, so the legend has none."""
    scene = matrix_scene(of_folder("radar-data"), Options("da", labels="numbers"))
    legend = groups(scene, "legend")
    assert legend
    assert all(isinstance(shape, Text) for group in legend.values() for shape in group.children)
