"""The marks of movement on the disc: as large as room allows, at their own blips, pointing along the radius."""

from __future__ import annotations

import math

import pytest

from generated import Skew, newest, radar
from names import disc_of
from pictures import box_of, boxes_of, centre, corners, groups, of_folder, overlapping
from techradar.history import Movement, Snapshot
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Path, Scene

ARROWS = {Movement.IN, Movement.OUT}
CROWDED: tuple[tuple[int, int, Skew], ...] = ((40, 0, "usual"), (40, 2, "usual"), (40, 3, "even"), (25, 2, "even"))


def marks_of(scene: Scene, shown: Snapshot) -> dict[str, tuple[Movement, Path]]:
    """The marks of a picture with their movements, by technology."""
    found = {}
    for standing in shown.standings:
        group = groups(scene, "mark").get(standing.technology.id)
        if group is not None and standing.movement is not None:
            (mark,) = group.children
            assert isinstance(mark, Path)
            found[standing.technology.id] = standing.movement, mark
    return found


def arrow_of(mark: Path) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where an arrow begins and where its tip is."""
    (x, y), *_, (end_x, end_y) = points = corners(mark)
    return ((x + end_x) / 2, (y + end_y) / 2), points[3]


@pytest.mark.parametrize(("n", "seed", "skew"), CROWDED)
def test_a_crowded_slide_has_large_marks(n: int, seed: int, skew: Skew) -> None:
    """On a slide marks are far above 6 points whatever the slots hold, all of one size, and touch nothing of others."""
    shown = newest(radar(n, 5 + seed % 4, 4, seed, skew))
    scene = radar_scene(shown, Options("da", size="slide", labels="numbers"))
    found = marks_of(scene, shown).values()
    arrows = [math.dist(*arrow_of(mark)) for movement, mark in found if movement in ARROWS]
    stars = [box_of([mark]) for movement, mark in found if movement is Movement.NEW]

    assert arrows
    assert min(arrows) >= 9.0
    assert max(arrows) - min(arrows) < 0.5
    assert all(star.bottom - star.top >= 9.0 for star in stars)
    assert overlapping({key: box for key, box in boxes_of(scene).items() if key[0] != "legend"}) == []


def test_the_marks_of_the_example_can_be_seen_across_a_room() -> None:
    """On a slide of the example radar each arrow is as long as three quarters of its blip, and more."""
    shown = of_folder("radar-data")
    scene = radar_scene(shown, Options("da", size="slide"))
    (wide,) = {round(b.right - b.left, 3) for (kind, _), b in boxes_of(scene).items() if kind == "blip"}
    found = marks_of(scene, shown)
    arrows = [mark for movement, mark in found.values() if movement in ARROWS]
    assert len(arrows) == 5
    assert all(math.dist(*arrow_of(mark)) > 0.75 * wide for mark in arrows)


@pytest.mark.parametrize(("n", "seed", "skew"), CROWDED)
def test_an_arrow_points_along_the_radius_wherever_it_stands(n: int, seed: int, skew: Skew) -> None:
    """An arrow before its blip or further around it has the blip's own direction: to the centre, or away from it."""
    shown = newest(radar(n, 5 + seed % 4, 4, seed, skew))
    scene = radar_scene(shown, Options("da", size="slide", labels="numbers"))
    x, y, *_ = disc_of(scene, shown)
    boxes = boxes_of(scene)
    for id, (movement, mark) in marks_of(scene, shown).items():
        if movement not in ARROWS:
            continue
        (from_x, from_y), (to_x, to_y) = arrow_of(mark)
        blip_x, blip_y = centre(boxes["blip", id])
        radius = math.atan2(blip_x - x, y - blip_y)
        pointing = math.atan2(to_x - from_x, from_y - to_y)
        turned = (pointing - radius - (math.pi if movement is Movement.IN else 0.0)) % math.tau
        assert min(turned, math.tau - turned) < 0.001
        nearer = math.dist(centre(boxes["mark", id]), (x, y)) < math.dist((blip_x, blip_y), (x, y))
        assert nearer is (movement is Movement.IN)


@pytest.mark.parametrize("seed", [0, 1, 2, 4])
def test_a_mark_stands_nearest_to_its_own_blip(seed: int) -> None:
    """No blip is nearer to a mark than the one that it belongs to."""
    shown = newest(radar(40, 6, 4, seed))
    boxes = boxes_of(radar_scene(shown, Options("da", size="slide", labels="numbers")))
    blips = {id: centre(box) for (kind, id), box in boxes.items() if kind == "blip"}
    seen = 0
    for (kind, id), box in boxes.items():
        if kind == "mark":
            at = centre(box)
            assert min(blips, key=lambda other: math.dist(blips[other], at)) == id
            seen += 1
    assert seen


def apart(scene: Scene, shown: Snapshot) -> dict[str, float]:
    """How much nearer each mark is to the rim of its own blip than to that of any other, in points."""
    blips = {id: box for (kind, id), box in boxes_of(scene).items() if kind == "blip"}
    found = {}
    for id, (_, mark) in marks_of(scene, shown).items():
        gaps = {
            other: min(math.dist(corner, centre(box)) for corner in corners(mark)) - (box.right - box.left) / 2
            for other, box in blips.items()
        }
        own = gaps.pop(id)
        found[id] = min(gaps.values()) - own
    return found


def over_spokes(scene: Scene, shown: Snapshot) -> list[str]:
    """The technologies whose mark lies over a border between sectors."""
    disc = disc_of(scene, shown)
    boxes = {id: box_of([mark]) for id, (_, mark) in marks_of(scene, shown).items()}
    return [id for id, box in boxes.items() if any(box.inside(disc.x, disc.y, *spoke) for spoke in disc.spokes)]


@pytest.mark.parametrize("folder", ["examples/vejle", "radar-data"])
def test_a_mark_stands_between_no_two_blips_where_there_is_room(folder: str) -> None:
    """On a slide of either example each mark is far nearer to its own blip than to another, and in its own sector."""
    shown = of_folder(folder)
    scene = radar_scene(shown, Options("da", size="slide", labels="numbers"))
    assert min(apart(scene, shown).values()) >= 8.0
    assert over_spokes(scene, shown) == []


def test_marks_are_rather_smaller_than_on_the_border_of_another_sector() -> None:
    """On a slide of a radar of 25 to 40 no mark stands on a border between sectors, and few are small for it."""
    lengths = []
    for seed in range(12):
        shown = newest(radar(25 + 5 * (seed % 4), 5 + seed % 4, 4, seed))
        scene = radar_scene(shown, Options("da", size="slide", labels="numbers"))
        assert over_spokes(scene, shown) == [], seed
        lengths.append(max(box.bottom - box.top for (kind, _), box in boxes_of(scene).items() if kind == "mark"))
    assert sum(lengths) / len(lengths) > 14.0


@pytest.mark.parametrize(("n", "seed", "skew"), [(50, 1, "even"), (25, 2, "even"), (40, 4, "usual")])
def test_a_mark_is_never_about_as_near_to_another_blip(n: int, seed: int, skew: Skew) -> None:
    """However crowded, a mark's nearest corner is at least 3 points nearer to its own blip; marks are smaller then."""
    shown = newest(radar(n, 5 + seed % 4, 4, seed, skew))
    found = apart(radar_scene(shown, Options("da", size="slide", labels="numbers")), shown)
    assert len(found) > 5
    assert min(found.values()) >= 2.9
