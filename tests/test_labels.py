"""Names at their blips: in good lines, clear of marks, read as their own blip's, and taking little of the borders."""

from __future__ import annotations

import math
from functools import cache

import pytest

from generated import newest, radar
from names import disc_of, further_off, names_of, taken_of
from techradar.history import Snapshot
from techradar.layout import metrics
from techradar.layout.geometry import Box, Disc, ring_radii
from techradar.layout.label_lines import blocks
from techradar.layout.label_places import Named
from techradar.layout.label_prices import Label
from techradar.layout.labels import Labelling
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Circle, Path, Scene, Text
from techradar.layout.sheet import Type
from test_layout import box_of
from test_picture_tells import corners, groups, of_folder

SIZE = Type().name


@cache
def pictures(size: str) -> tuple[tuple[Snapshot, Scene], ...]:
    """Generated radars of 25 to 43 technologies, and the real ones, with their names on a sheet."""
    made = [newest(radar(25 + 3 * seed, 5 + seed % 2, 4, seed)) for seed in (range(7) if size == "a4" else (4, 5))]
    shown = (*made, of_folder("radar-data"), of_folder("examples/vejle"))
    return tuple((snapshot, radar_scene(snapshot, Options("da", size=size))) for snapshot in shown)


def good(name: str) -> list[tuple[str, ...]]:
    """The ways in which a name should be written."""
    return [block.lines for block in blocks(name, SIZE, "regular")[0]]


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("VR i træning og læring", [("VR i træning og læring",), ("VR i træning", "og læring")]),
        ("Tale til tekst", [("Tale til tekst",), ("Tale", "til tekst")]),
        ("Planlægning af byggesager", [("Planlægning af byggesager",), ("Planlægning", "af byggesager")]),
        ("Low/zero code", [("Low/zero code",), ("Low/zero", "code")]),
        ("Low code", [("Low code",)]),
        ("3D-print", [("3D-print",)]),
        ("Sensorer i bygninger", [("Sensorer i bygninger",), ("Sensorer", "i bygninger")]),
        ("Softwarerobotter (RPA)", [("Softwarerobotter (RPA)",), ("Softwarerobotter", "(RPA)")]),
    ],
)
def test_a_name_is_written_in_good_lines(name: str, ways: list[tuple[str, ...]]) -> None:
    """A name of ordinary length has at most two lines, no line of one short word, none ending with one."""
    assert good(name) == ways


def test_only_a_long_name_is_written_in_three_lines() -> None:
    """Three lines are for a name that is wide in two and much narrower in three, four for no name that fits three."""
    assert good("Kunstig intelligens i byggesager")[-1] == ("Kunstig", "intelligens", "i byggesager")
    assert all(len(lines) < 3 for lines in good("Energidata i bygninger"))
    long = "Automatisk behandling af sager om økonomisk friplads i daginstitutioner"
    assert max(map(len, good(long))) == 3


def test_a_name_without_good_lines_is_written_all_the_same() -> None:
    """A word longer than any line stands as it is, short words may stand alone for want of room, nothing is lost."""
    assert good("x" * 80) == [("x" * 80,)]
    spare = [block.lines for block in blocks("IoT og AI", SIZE, "regular")[1]]
    assert ("IoT", "og AI") in spare
    for name in ("Å", "A B " * 20, "a/b/c/d", "Donaudampfschiffahrts " * 3):
        for block in (*blocks(name.strip(), SIZE, "regular")[0], *blocks(name.strip(), SIZE, "regular")[1]):
            assert "".join(block.lines).replace(" ", "") == name.replace(" ", "")
            assert block.width == max(metrics.width(line, SIZE) for line in block.lines)


def test_short_names_are_not_torn_on_the_picture() -> None:
    """On generated and real radars no name has four lines, and none a line of one word of three letters or less."""
    seen = 0
    for _, scene in (*pictures("a4"), *pictures("a4-portrait")):
        for group in groups(scene, "label").values():
            lines = [shape.string for shape in group.children if isinstance(shape, Text)]
            seen += len(lines) > 1
            assert len(lines) <= 3
            assert len(lines) == 1 or all(len(line) > 3 or " " in line for line in lines), lines
    assert seen > 50


@pytest.mark.parametrize("size", ["a4", "a4-portrait", "a3"])
def test_a_name_keeps_clear_of_every_mark(size: str) -> None:
    """Between a name and an arrow or a star, its own too, is a gap that is seen: a point at least."""
    seen = 0
    for _, scene in pictures(size):
        names = {id: box_of(group.children) for id, group in groups(scene, "label").items()}
        assert names_of(scene)
        for id, group in groups(scene, "mark").items():
            mark = box_of(group.children)
            assert min(_gap(mark, name) for name in names.values()) >= 1.0, id
            seen += _gap(mark, names[id]) < 3.0
    assert seen > 3


def _gap(one: Box, other: Box) -> float:
    """How far two boxes are apart, across or down, whichever is more."""
    aside = max(one.left - other.right, other.left - one.right)
    return max(aside, one.top - other.bottom, other.top - one.bottom)


def test_a_leader_keeps_clear_of_every_mark() -> None:
    """No leader touches an arrow or a star, not even that of its own blip."""
    seen = 0
    for _, scene in (*pictures("a4"), *pictures("a4-portrait"), *pictures("square")):
        stars = [box_of(group.children) for group in groups(scene, "mark").values()]
        for leader in groups(scene, "leader").values():
            (line,) = leader.children
            (x, y), (end_x, end_y) = corners(line)
            for part in (step / 40 for step in range(41)):
                at = Box(x + part * (end_x - x), y + part * (end_y - y), x + part * (end_x - x), y + part * (end_y - y))
                assert not any(at.grown(0.9).touches(mark) for mark in stars)
            seen += 1
    assert seen > 8


def test_borders_are_taken_where_letters_are_and_nowhere_else() -> None:
    """A ring's border is broken only for letters: each end of an arc lies within two points of a line of a name."""
    seen = 0
    for snapshot, scene in pictures("a4"):
        lines = [
            Box(t.x, t.y - metrics.ASCENT * t.size, t.x + t.width, t.y + metrics.DESCENT * t.size)
            for group in groups(scene, "label").values()
            for t in group.children
            if isinstance(t, Text)
        ]
        centre = disc_of(scene, snapshot)
        for ring in snapshot.configuration.rings:
            arcs = [s for s in groups(scene, "ring")[ring.id].children if isinstance(s, Path)]
            for place, arc in enumerate(arcs):
                _, start = corners(arc)
                end, _ = corners(arcs[(place + 1) % len(arcs)])
                radius = math.hypot(start[0] - centre.x, start[1] - centre.y)
                turns = [math.atan2(x - centre.x, centre.y - y) for x, y in (start, end)]
                gap = (turns[1] - turns[0]) % math.tau * radius
                across = [box for box in lines if box.grown(2.0).touches(Box(*start, *start).grown(0.1))]
                assert across
                seen += gap < 1.6 * SIZE
    # Most breaks are as high as a line, not as a whole block of lines.
    assert seen > 20


def test_names_take_little_of_the_borders() -> None:
    """On ordinary radars names take at most 1.5 points of a ring's border each, and few run along one."""
    found = []
    for snapshot, scene in pictures("a4"):
        disc = disc_of(scene, snapshot)
        found += [sum(taken_of(disc, line) for line in lines) for lines in names_of(scene).values()]
    assert len(found) > 250
    assert sum(found) <= 1.45 * len(found)
    assert sum(length > 2.5 * SIZE for length in found) <= 0.01 * len(found)


def test_a_name_is_read_as_that_of_its_own_blip() -> None:
    """Of names without a leader none lies nearer to another's blip, and hardly any within two points as near."""
    further = []
    for _, scene in pictures("a4"):
        further += [off for id, off in further_off(scene).items() if id not in groups(scene, "leader")]
    assert len(further) > 250
    assert min(further) >= 0.0
    assert sum(off < 2.0 for off in further) <= 0.02 * len(further)


def placed(scale: float) -> dict[str, Label]:
    """Names on a small disc, everything so many times as large."""
    disc = Disc(0.0, 0.0, ring_radii(110.0 * scale, 3), 4)
    named = []
    for place, name in enumerate(
        ("Billedgenkendelse", "Tale til tekst", "Low code", "Sensorer i bygninger", "Droner", "Chat- og voicebots") * 3
    ):
        turn, away = 2.4 * place, (16.0 + 5.0 * place) * scale
        x, y = away * math.cos(turn), away * math.sin(turn)
        mark = Box(x - 3 * scale, y - 14 * scale, x + 3 * scale, y - 7 * scale) if place % 3 == 0 else None
        ring = next(at for at, radius in enumerate(disc.outer) if away < radius)
        named.append(Named(f"t{place}", x, y, 5.5 * scale, ring, name, "regular", mark))
    found = Labelling(disc, named, [], 8.0 * scale).run()
    assert found is not None
    for one in named:
        if one.mark is not None:
            assert min(_gap(one.mark, label.box) for label in found.values()) > 1.2 * scale
    return found


def test_names_stand_alike_at_every_size_of_type() -> None:
    """With type, blips and disc four times as large each name stands where it stood, four times as far from all."""
    small, large = placed(1.0), placed(4.0)
    assert small.keys() == large.keys()
    assert any(label.leader for label in small.values())
    for id, label in small.items():
        assert large[id].block.lines == label.block.lines
        assert large[id].box == pytest.approx([4.0 * edge for edge in label.box])


def test_circles_tell_how_far_a_name_is_off() -> None:
    """The measure of names that might be another's sees one that is: moved to another blip it is nearer to that."""
    scene = radar_scene(newest(radar(2)), Options("da", size="a4"))
    off = further_off(scene)
    circles = {id: next(s for s in g.children if isinstance(s, Circle)) for id, g in groups(scene, "blip").items()}
    (one, first), (_, second) = circles.items()
    shift = second.x - first.x, second.y - first.y
    moved = tuple(
        group._replace(
            children=tuple(
                shape._replace(x=shape.x + shift[0], y=shape.y + shift[1]) if isinstance(shape, Text) else shape
                for shape in group.children
            )
        )
        if group is groups(scene, "label")[one]
        else group
        for group in scene.children
    )
    assert min(off.values()) > 0 > further_off(scene._replace(children=moved))[one]
