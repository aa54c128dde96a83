"""The outlines of blips: told apart without colour, as wide as a blip, with room for a number."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest

from generated import newest, radar
from pictures import corners
from techradar.history import Movement
from techradar.layout import marks, metrics
from techradar.layout.options import Options
from techradar.layout.outlines import BY_SECTOR, Outline
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Circle, Group, Paint, Path, walk
from techradar.layout.sheet import Type
from techradar.layout.slots import BlipSize
from techradar.layout.style import style_of
from techradar.theme import named

POLYGONS = BY_SECTOR[1:]
INK = Paint("#000000")


def area(corners: list[tuple[float, float]]) -> float:
    """The area that corners enclose."""
    turns = zip(corners, [*corners[1:], corners[0]], strict=True)
    return abs(sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in turns)) / 2


def inside(outline: Outline, x: float, y: float) -> bool:
    """Whether a point, in radii, lies inside a polygon: by the crossings of a ray to the right."""
    sides = zip(outline.points, [*outline.points[1:], outline.points[0]], strict=True)
    crossed = [
        (a_y > y) != (b_y > y) and x < (b_x - a_x) * (y - a_y) / (b_y - a_y) + a_x for (a_x, a_y), (b_x, b_y) in sides
    ]
    return sum(crossed) % 2 == 1


@pytest.mark.parametrize("outline", POLYGONS)
def test_an_outline_is_as_wide_as_its_blip_and_no_larger(outline: Outline) -> None:
    """The box of a blip holds its outline, which is wide enough, and about as much ink as the circle has."""
    drawn = corners(outline.drawn(10.0, 20.0, 5.0, 0.0, INK))
    xs, ys = [x for x, _ in drawn], [y for _, y in drawn]
    assert (min(xs), max(xs)) == (5.0, 15.0)
    assert min(ys) >= 15.0
    assert max(ys) <= 25.0
    assert 0.7 < area(drawn) / (math.pi * 25) < 1.25


@pytest.mark.parametrize("outline", POLYGONS)
@pytest.mark.parametrize("largest", [9, 39, 300])
def test_an_outline_holds_a_number(outline: Outline, largest: int) -> None:
    """The digits lie inside, but for what their round corners do not use."""
    size = 6.0
    width = max(11.0, marks.blip_for(largest, size))
    across = metrics.width("8" * len(str(largest)), size, "semibold") / width
    down = metrics.CAP_HEIGHT * size / width
    assert all(inside(outline, x, y) for x in (-across, 0, across) for y in (-0.7 * down, 0, 0.7 * down))


@pytest.mark.parametrize("outline", POLYGONS)
def test_an_outline_shrinks_evenly(outline: Outline) -> None:
    """Each side of the smaller outline lies as far inside as was said."""
    whole, smaller = (corners(outline.drawn(0.0, 0.0, 6.0, inset, INK)) for inset in (0.0, 1.4))
    for (start, end), moved in zip(pairwise([*whole, whole[0]]), smaller, strict=False):
        across, down = end[0] - start[0], end[1] - start[1]
        away = abs(across * (moved[1] - start[1]) - down * (moved[0] - start[0])) / math.hypot(across, down)
        assert away == pytest.approx(1.4)
    assert area(smaller) < area(whole)


@pytest.mark.parametrize("outline", POLYGONS)
@pytest.mark.parametrize("start", [0.0, 0.5])
def test_the_lower_part_of_an_outline_begins_where_it_is_said(outline: Outline, start: float) -> None:
    """The filled part of a half-filled blip is all of its inside from there down, and nothing above."""
    inner = [(x, y) for x in range(-60, 61) for y in range(-60, 61) if abs(y - 60 * start) > 1]
    whole, part = (
        Outline(tuple((x / 6, y / 6) for x, y in corners(shape)))
        for shape in (
            outline.drawn(0.0, 0.0, 6.0, 0.5, INK),
            outline.lower_part(0.0, 0.0, 6.0, 0.5, start, INK),
        )
    )
    below = {(x, y) for x, y in inner if y > 60 * start and inside(whole, x / 60 + 1e-4, y / 60 + 1e-4)}
    assert {(x, y) for x, y in inner if inside(part, x / 60 + 1e-4, y / 60 + 1e-4)} == below
    assert below


@pytest.mark.parametrize("outline", BY_SECTOR)
@pytest.mark.parametrize("movement", [Movement.NEW, Movement.IN, Movement.OUT])
@pytest.mark.parametrize("size", [BlipSize(11.0, 7.5, True), BlipSize(9.0, 4.8, False)])
def test_a_mark_keeps_clear_of_every_outline(outline: Outline, movement: Movement, size: BlipSize) -> None:
    """At any angle a mark lies beyond the outline, within the room that a slot has for it, and is still seen."""
    for angle in range(0, 360, 5):
        mark = marks.movement_mark(0.0, 0.0, float(angle), size, movement, "#000000", outline)
        assert mark is not None
        turn = math.radians(angle + (180 if movement is Movement.IN else 0))
        along = [x * math.sin(turn) - y * math.cos(turn) for x, y in corners(mark)]
        edge = max([size.half, *(size.half * (x * math.sin(turn) - y * math.cos(turn)) for x, y in outline.points)])
        assert min(along) > edge + 0.4
        assert max(along) <= size.half + size.mark + 0.6
        assert max(along) - min(along) > 2.4


def test_outlines_are_unlike() -> None:
    """No two sectors share an outline, and each differs from the others by a tenth of its area at least."""
    polygons = [outline.points or tuple(_circle()) for outline in BY_SECTOR]
    grid = [(x / 20, y / 20) for x in range(-20, 21) for y in range(-20, 21)]
    covered = [{p for p in grid if inside(Outline(tuple(corners)), *p)} for corners in polygons]
    for one, other in combinations(covered, 2):
        assert len(one ^ other) > 0.1 * len(one | other)


def _circle() -> list[tuple[float, float]]:
    return [(math.cos(math.radians(turn)), math.sin(math.radians(turn))) for turn in range(0, 360, 5)]


@pytest.mark.parametrize("sectors", range(2, 9))
def test_with_one_ink_each_sector_has_its_outline(sectors: int) -> None:
    """Blips of a sector share an outline, those of two sectors never do; else only where sectors have no place."""
    shown = newest(radar(60, sectors))
    for name, placed, expected in (
        ("mono", True, sectors), ("light", True, 1), ("dark", True, 1), ("light", False, sectors),
        ("dark", False, sectors),
    ):  # fmt: skip
        style = style_of(shown, named(name, placed=placed), Type(), "da", frozenset())
        found = {(standing.sector.id, style.look(standing).outline) for standing in shown.standings}
        assert len(found) == sectors
        assert len({outline for _, outline in found}) == expected


@pytest.mark.parametrize("theme", ["mono", "light"])
def test_the_legend_shows_the_outlines(theme: str) -> None:
    """With one ink each sector's name in the legend stands behind the shape of its blips, and nowhere else."""
    shown = newest(radar(60))
    scene = radar_scene(shown, Options("da", theme=theme, labels="numbers"))
    grouped = {id(part) for group in scene.children if isinstance(group, Group) for part in walk((group,))}
    alone = [shape for shape in scene.children if id(shape) not in grouped]
    black = [s for s in alone if isinstance(s, Path | Circle) and s.paint == Paint("#000000")]
    counts = sorted(len(corners(shape)) for shape in black if isinstance(shape, Path))
    expected = sorted(len(outline.points) for outline in BY_SECTOR[1:6])
    assert all(counts.count(n) >= expected.count(n) for n in expected) is (theme == "mono")
