"""Numbers in blips: they lie on even ground, however a blip is filled and outlined, and are legible there."""

from __future__ import annotations

import math
from functools import cache
from itertools import product

import pytest

from techradar.layout import marks, metrics
from techradar.layout.outlines import BY_SECTOR, CIRCLE, Outline
from techradar.layout.scene import Circle, Path, Shape
from techradar.layout.sheet import Type, sheet
from techradar.theme import DARK, LIGHT, MONO, TEXT_CONTRAST, Theme, contrast

THEMES = {"light": LIGHT, "dark": DARK, "mono": MONO}
FILLS: tuple[marks.Fill, ...] = ("none", "empty", "half", "full", "unknown")
SLIDE = sheet("slide", 1280.0, 720.0).type
# Widths of blips with the size of the number in them: the least there is, the usual one, a slide's, three digits.
SIZES = [(9.0, 5.0, 28), (11.0, 6.4, 28), (11.0, 6.4, 8), (marks.blip_for(39, SLIDE.number), SLIDE.number, 39)]
SIZES += [(marks.blip_for(300, Type().least_number), Type().least_number, 300)]


@cache
def corners(shape: Path) -> list[tuple[float, float]]:
    """The corners of a path; an arc is the part of a circle around the origin that is passed below it."""
    found: list[tuple[float, float]] = []
    for step in shape.steps:
        if step[0] == "A":
            turns = [math.atan2(y, x) for x, y in (found[-1], (float(step[-2]), float(step[-1])))]
            for part in range(1, 60):
                turn = turns[0] + (turns[1] - turns[0]) * part / 60
                found.append((float(step[1]) * math.cos(turn), float(step[1]) * math.sin(turn)))
        if len(step) > 2:
            found.append((float(step[-2]), float(step[-1])))
    return found


def within(shape: Shape, x: float, y: float) -> float | None:
    """How far a point lies inside a shape or, below zero, outside it; only the sign counts for a path."""
    if isinstance(shape, Circle):
        return shape.radius - math.hypot(x - shape.x, y - shape.y)
    assert isinstance(shape, Path)
    around = corners(shape)
    crossed = [
        (a_y > y) != (b_y > y) and x < (b_x - a_x) * (y - a_y) / (b_y - a_y) + a_x
        for (a_x, a_y), (b_x, b_y) in zip(around, [*around[1:], around[0]], strict=True)
    ]
    return 1.0 if sum(crossed) % 2 else -1.0


def ground(shapes: tuple[Shape, ...], x: float, y: float) -> str | None:
    """The colour that is seen at a point of a blip around the origin; none beside it."""
    seen: str | None = None
    for shape in shapes:
        assert isinstance(shape, Circle | Path)
        inside = within(shape, x, y)
        if shape.paint.fill is not None and inside is not None and inside > 0:
            seen = shape.paint.fill
        elif shape.paint.fill is None and isinstance(shape, Circle) and inside is not None:
            seen = shape.paint.stroke if abs(inside) < shape.paint.width / 2 else seen
    return seen


def ink(shown: int, size: float) -> list[tuple[float, float]]:
    """Points over all that a number may cover, but for what its round corners do not use."""
    wide, high = metrics.width("8" * len(str(shown)), size, "semibold") / 2, metrics.CAP_HEIGHT * size / 2
    rows = [(part / 8, 0.04 if abs(part) < 6 else 0.11) for part in range(-8, 9)]
    return [(part * (wide - bearing * size), down * high) for down, bearing in rows for part in (-1, -0.5, 0, 0.5, 1)]


@pytest.mark.parametrize("outline", BY_SECTOR)
@pytest.mark.parametrize(("width", "most", "shown"), SIZES)
@pytest.mark.parametrize("open_", [False, True])
def test_a_number_lies_on_even_ground(outline: Outline, width: float, most: float, shown: int, open_: bool) -> None:
    """No digit crosses the rim or the edge of a fill, at the least size too, and the ground is the one it is for."""
    size = marks.number_size(shown, width, most)
    assert size > 0.98 * most
    for fill in FILLS:
        look = marks.Look("#0063a0", "#ffffff", fill, open_, outline)
        shapes = marks.blip(0.0, 0.0, width, look, True)
        assert {ground(shapes, x, y) for x, y in ink(shown, size)} == {look.under_number}


@pytest.mark.parametrize("name", THEMES)
def test_a_number_is_legible_in_every_blip(name: str) -> None:
    """The colour of a number has 4.5:1 on the ground that its blip gives it, in a blip that recedes too."""
    at: Theme = THEMES[name]
    for color, fill, open_ in product((*at.sectors, at.receding), FILLS, (False, True)):
        look = marks.Look(color, at.paper, fill, open_)
        assert contrast(at.text_on(look.under_number), look.under_number) >= TEXT_CONTRAST


@pytest.mark.parametrize("outline", BY_SECTOR)
@pytest.mark.parametrize("numbered", [False, True])
def test_how_far_a_blip_is_filled_is_seen_by_its_shape(outline: Outline, numbered: bool) -> None:
    """An empty blip is an outline, a full one has none of the sheet in it, and half is well apart from both."""
    grid = [(x / 5, y / 5) for x in range(-22, 23) for y in range(-22, 23)]
    shares = {}
    for fill in FILLS[1:4]:
        shapes = marks.blip(0.0, 0.0, 9.0, marks.Look("#0063a0", "#ffffff", fill, False, outline), numbered)
        seen = [found for point in grid if (found := ground(shapes, *point)) is not None]
        shares[fill] = seen.count("#0063a0") / len(seen)
    assert shares["full"] == 1.0
    assert shares["full"] - shares["half"] > 0.15
    assert shares["half"] - shares["empty"] > 0.06


@pytest.mark.parametrize("outline", [CIRCLE, *BY_SECTOR[1:]])
def test_what_is_filled_below_a_number_is_thicker_than_a_rim(outline: Outline) -> None:
    """Straight down from the middle the fill of a half-filled blip is at least 1.4 points high, twice the rim's."""
    for width, expected in ((9.0, 1.4), (22.3, 3.0)):
        shapes = marks.blip(0.0, 0.0, width, marks.Look("#0063a0", "#ffffff", "half", False, outline), True)
        down = [step / 50 for step in range(int(width * 25))]
        high = sum(ground(shapes, 0.001, y) == "#0063a0" for y in down) / 50
        above = sum(ground(shapes, 0.001, -y) == "#0063a0" for y in down) / 50
        assert high >= expected
        assert high > 1.7 * above
