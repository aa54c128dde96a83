"""Names at their blips: in good lines, clear of marks, read as their own blip's, and taking little of the borders."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest

from generated import newest, radar
from names import disc_of, further_off, names_of, taken_of
from pictures import Picture, box_of, corners, every_ordinary, groups, of_example, of_generated
from techradar.layout import metrics
from techradar.layout.geometry import Box, Disc, ring_radii
from techradar.layout.ground import border, spoke
from techradar.layout.label_lines import blocks
from techradar.layout.label_places import (
    BETWEEN,
    DIRECTIONS,
    FINE_DIRECTIONS,
    LONG,
    Direction,
    Line,
    Named,
    price_of_leader,
)
from techradar.layout.label_prices import PRICE_OF_UNCLEAR, UNCLEAR, Label, Weighing
from techradar.layout.labels import Labelling
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Circle, Paint, Path, Text
from techradar.layout.sheet import Type

SIZE = Type().name
ROUND = ((0, -1), (0, 1), (-1, -1), (-1, 1), (1, 1))


def pictures(size: str) -> Iterator[Picture]:
    """Generated radars of 25 to 40 technologies, and the real ones, with their names on a sheet."""
    if size == "a4":
        yield from every_ordinary()
    else:
        yield from (of_generated(25 + 3 * seed, 5 + seed % 2, 4, seed, "usual", size) for seed in (2, 3))
    yield from (of_example(folder, size) for folder in ("radar-data", "examples/vejle"))


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
    for picture in (*pictures("a4"), *pictures("a4-portrait")):
        for group in groups(picture.scene, "label").values():
            lines = [shape.string for shape in group.children if isinstance(shape, Text)]
            seen += len(lines) > 1
            assert len(lines) <= 3
            assert len(lines) == 1 or all(len(line) > 3 or " " in line for line in lines), lines
    assert seen > 170


@pytest.mark.parametrize(("size", "near"), [("a4", 11), ("a4-portrait", 1), ("a3", 2)])
def test_a_name_keeps_clear_of_every_mark(size: str, near: int) -> None:
    """Between a name and an arrow or a star, its own too, is a gap that is seen: a point at least."""
    seen = 0
    for picture in pictures(size):
        names = {id: box_of(group.children) for id, group in groups(picture.scene, "label").items()}
        assert names_of(picture.scene)
        for id, group in groups(picture.scene, "mark").items():
            mark = box_of(group.children)
            assert min(_gap(mark, name) for name in names.values()) >= 1.0, id
            seen += _gap(mark, names[id]) < 3.0
    assert seen > near


def _gap(one: Box, other: Box) -> float:
    """How far two boxes are apart, across or down, whichever is more."""
    aside = max(one.left - other.right, other.left - one.right)
    return max(aside, one.top - other.bottom, other.top - one.bottom)


def test_a_leader_keeps_clear_of_every_mark() -> None:
    """No leader touches an arrow or a star, not even that of its own blip."""
    seen = 0
    for picture in (*pictures("a4"), *pictures("a4-portrait"), *pictures("square")):
        stars = [box_of(group.children) for group in groups(picture.scene, "mark").values()]
        for leader in groups(picture.scene, "leader").values():
            (line,) = leader.children
            (x, y), (end_x, end_y) = corners(line)
            for part in (step / 40 for step in range(41)):
                at = Box(x + part * (end_x - x), y + part * (end_y - y), x + part * (end_x - x), y + part * (end_y - y))
                assert not any(at.grown(0.9).touches(mark) for mark in stars)
            seen += 1
    assert seen > 14


def test_borders_are_taken_where_letters_are_and_nowhere_else() -> None:
    """A ring's border is broken only for letters: each end of an arc lies within two points of a line of a name."""
    seen = 0
    for picture in pictures("a4"):
        lines = [
            Box(t.x, t.y - metrics.ASCENT * t.size, t.x + t.width, t.y + metrics.DESCENT * t.size)
            for group in groups(picture.scene, "label").values()
            for t in group.children
            if isinstance(t, Text)
        ]
        centre = disc_of(picture.scene, picture.shown)
        for ring in picture.shown.configuration.rings:
            arcs = [s for s in groups(picture.scene, "ring")[ring.id].children if isinstance(s, Path)]
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
    assert seen > 105


def test_names_take_little_of_the_borders() -> None:
    """On ordinary radars names take at most 1.5 points of a ring's border each, and few run along one."""
    found = []
    for picture in pictures("a4"):
        disc = disc_of(picture.scene, picture.shown)
        found += [sum(taken_of(disc, line) for line in lines) for lines in names_of(picture.scene).values()]
    assert len(found) > 900
    assert sum(found) <= 1.45 * len(found)
    assert sum(length > 2.5 * SIZE for length in found) <= 0.005 * len(found)


def test_a_name_is_read_as_that_of_its_own_blip() -> None:
    """Of names without a leader none lies nearer to another's blip, and hardly any within two points as near."""
    further = []
    for picture in pictures("a4"):
        further += [off for id, off in further_off(picture.scene).items() if id not in groups(picture.scene, "leader")]
    assert len(further) > 900
    assert min(further) >= 0.0
    assert sum(off < 2.0 for off in further) <= 0.005 * len(further)


def placed(scale: float) -> dict[str, Label]:
    """Names on a small disc, everything so many times as large."""
    disc = Disc(0.0, 0.0, ring_radii(102.0 * scale, 3), 4)
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


def price_of(others: list[Named], left: float, top: float, leader: Line | None = None, *, sectors: int = 1) -> float:
    """What a name of one line costs at a place, its blip at (20, 0) in the middle ring of a disc, with type of 8."""
    one = Named("one", 20.0, 0.0, 5.0, 1, "Billedgenkendelse")
    disc = Disc(0.0, 200.0, (150.0, 260.0, 400.0), sectors)
    block = blocks(one.name, 8.0, "regular")[0][0]
    weighing = Weighing(disc, {each.id: each for each in (one, *others)}, [], 8.0)
    label = weighing.weighed(one, (left, top, block, "start", 0.0, leader))
    assert label is not None
    return label.price


@pytest.mark.parametrize("leader", [None, (22.0, 4.6, 24.0, 9.5)])
def test_a_name_below_the_blip_of_another_or_its_arrow_is_dear(leader: Line | None) -> None:
    """A name nearer to the middle of a blip above it than to its own's costs more, led or not; else it does not."""
    alone = price_of([], 24.0, 10.0, leader)
    other = Named("other", 60.0, 0.0, 5.0, 1, "Droner")
    marked = other._replace(y=-8.0, mark=Box(57.0, -2.0, 63.0, 6.0))
    assert price_of([other], 24.0, 10.0, leader) > alone + 2.0
    assert price_of([marked], 24.0, 10.0, leader) > alone + 2.0
    assert price_of([marked._replace(mark=None)], 24.0, 10.0, leader) == alone
    assert price_of([other._replace(x=110.0)], 24.0, 10.0, leader) == alone


def test_a_name_beside_the_mark_of_another_is_dear() -> None:
    """A name right beside the arrow of another costs more than one beside that other's blip only, further off."""
    other = Named("other", 125.0, 4.0, 5.0, 1, "Droner")
    near, far = (other._replace(mark=Box(left, 8.0, left + 6.0, 14.0)) for left in (95.0, 112.0))
    alone = price_of([other], 24.0, 6.0)
    assert price_of([near], 24.0, 6.0) > alone + 4.0
    assert price_of([far], 24.0, 6.0) == alone


def test_a_line_that_ends_level_with_the_blip_of_another_is_dear() -> None:
    """Close behind the end of a line a blip reads as the one that is named; less so where it lies lower, as close."""
    end = 24.0 + metrics.width("Billedgenkendelse", 8.0) + 0.8
    spots = ((end + 8.5, 11.0), (end + 6.5, 22.0))
    level, lower = (price_of([Named("other", x, y, 5.0, 1, "Droner")], 24.0, 6.0) for x, y in spots)
    assert level > lower + 5.0


@pytest.mark.parametrize(
    ("left", "top", "leader", "dearer"),
    [(24.0, 6.0, None, True), (26.5, -4.8, None, False), (30.0, 6.0, (24.0, 3.0, 29.0, 8.0), True)],
)
def test_a_name_is_led_away_from_a_blip_level_with_it(
    left: float, top: float, leader: Line | None, dearer: bool
) -> None:
    """A blip a little off the end of a line costs where the name's own does not stand beside its other end."""
    end = left + metrics.width("Billedgenkendelse", 8.0)
    near, far = (
        price_of([Named("other", end + gap + 5.0, top + 5.0, 5.0, 1, "Droner")], left, top, leader)
        for gap in (7.0, 20.0)
    )
    assert (near > far + 3.0) == dearer


def test_a_name_led_near_the_blip_of_another_is_dear() -> None:
    """At the end of a leader a name keeps its distance from the blips of others: the nearer, the dearer."""
    line = (22.0, 4.6, 24.0, 9.5)
    end = 50.0 + metrics.width("Billedgenkendelse", 8.0)
    prices = [
        price_of([Named("other", end + 3.0, 45.0 + gap, 5.0, 1, "Droner")], 50.0, 30.0, line)
        for gap in (2.0, 6.0, 14.0)
    ]
    assert prices[0] > prices[1] + 5.0
    assert prices[1] > prices[2] + 5.0


def test_a_name_is_led_away_from_an_arrow_level_with_it() -> None:
    """An arrow a little off the end of a line costs as its blip would there, though that lies lower."""
    line = (22.0, 4.6, 24.0, 9.5)
    end = 24.0 + metrics.width("Billedgenkendelse", 8.0)
    other = Named("other", end + 14.0, 26.0, 5.0, 1, "Droner", "regular", Box(end + 6.0, 10.0, end + 12.0, 18.0))
    level = price_of([other], 24.0, 10.0, line)
    assert level > price_of([other._replace(mark=None)], 24.0, 10.0, line) + 5.0


@pytest.mark.parametrize(("apart", "free"), [(-3.0, False), (7.0, False), (10.0, True)])
def test_a_name_stands_apart_from_the_words_of_a_ring(apart: float, free: bool) -> None:
    """Level with a ring's name or advice a name keeps as far off as from another name: they are not one line."""
    one = Named("one", 20.0, 0.0, 5.0, 1, "Billedgenkendelse")
    disc = Disc(0.0, 200.0, (150.0, 260.0, 400.0), 1)
    block = blocks(one.name, 8.0, "regular")[0][0]
    end = 26.6 + block.width
    words = Box(end + apart, -4.0, end + apart + 40.0, 4.0)
    label = Weighing(disc, {one.id: one}, [words], 8.0).weighed(one, (26.6, -4.6, block, "start", 0.0, None))
    assert (label is not None) == free


def test_a_name_that_cannot_be_told_costs_far_more_than_one_that_can() -> None:
    """There is a step in the prices, so that others rather give way; prices on both sides of it are seen."""
    others = [Named(f"t{x}", float(x), 14.0, 5.0, 1, "Droner") for x in (60, 84, 108)]
    prices = [price_of(others, 24.0, 20.0 + step, (22.0, 4.6, 24.0, 9.5), sectors=2) for step in range(20)]
    prices += [price_of(others, -44.0, 20.0 + step, (16.0, 4.0, 12.0, 9.5), sectors=2) for step in range(20)]
    assert min(prices) < UNCLEAR < max(prices)
    assert not [price for price in prices if UNCLEAR < price < UNCLEAR + PRICE_OF_UNCLEAR]


@pytest.mark.parametrize(("leader", "more"), [(None, 8.0), ((16.0, 4.0, 12.0, 9.5), 20.0)])
def test_a_name_with_its_middle_in_another_sector_is_dear(leader: Line | None, more: float) -> None:
    """Over a spoke by more than its half a name costs far more than by less, most of all at the end of a leader."""
    little, much = (price_of([], left, 10.0, leader, sectors=2) for left in (-28.0, -40.0))
    assert much > little + more


def test_a_leader_along_a_spoke_is_dear() -> None:
    """A leader close beside a spoke and in its direction costs more than on a disc without it."""
    spoke = Named("spoke", 300.0, 300.0, 5.0, 1, "Droner")
    line = (17.0, 4.0, 6.0, 30.0), (24.0, 3.0, 30.0, 8.0)
    along, across = (price_of([spoke], 6.5, 30.5, each, sectors=2) for each in line)
    assert along > across + 3.0
    assert along > price_of([spoke], 6.5, 30.5, line[0]) + 3.0


def test_a_leader_into_another_ring_is_dear() -> None:
    """A led name whose middle is in another ring costs more than one that keeps its middle there."""
    inside, outside = (price_of([], 24.0, top, (22.0, 4.6, 24.0, 9.5)) for top in (30.0, 100.0))
    assert outside > inside + 5.0


def test_a_long_leader_is_dearer_still() -> None:
    """Beyond some length each size more costs more than before: six are dearer than thrice two."""
    assert price_of_leader(6.0) > 3.0 * price_of_leader(2.0)
    steps = [price_of_leader(LONG + step) - price_of_leader(LONG + step - 1.0) for step in (0.0, 1.0)]
    assert steps[1] > steps[0] + 3.0


@pytest.mark.parametrize("ways", [DIRECTIONS, BETWEEN, FINE_DIRECTIONS])
def test_leaders_go_alike_to_all_sides(ways: tuple[Direction, ...]) -> None:
    """Each way in which a name may stand at the end of a leader has its mirror image, across and down."""
    found = {(round(dx, 6), round(dy, 6), share, level) for dx, dy, share, level, _ in ways}
    assert len(found) == len(ways) > 11
    assert {(-dx, dy, 1.0 - share, level) for dx, dy, share, level in found} == found
    assert {(dx, -dy, share, 1.0 - level) for dx, dy, share, level in found} == found


def test_what_only_touches_a_border_does_not_break_it() -> None:
    """A name set right at a ring's border or a spoke leaves it whole, and whatever the machine's own sine says."""
    disc, paint = Disc(0.0, 0.0, (50.0, 100.0), 4), Paint(None, "#000000", 1.0)
    for by in (-1e-12, 0.0, 1e-12):
        (ring,) = border(disc, 50.0, [Box(-10.0, -60.0, 10.0, -50.0 + by)], paint)
        (line,) = spoke(disc, 1, [Box(20.0, -9.0, 40.0, by)], paint)
        assert isinstance(ring, Circle)
        assert isinstance(line, Path)
    assert len(spoke(disc, 1, [Box(20.0, -9.0, 40.0, 0.1)], paint)) == 2
    assert not isinstance(border(disc, 50.0, [Box(-10.0, -60.0, 10.0, -49.9)], paint)[0], Circle)


def test_places_come_in_the_order_of_their_prices() -> None:
    """A place with a leader comes before a dearer one at the blip, and none that costs the limit or more comes."""
    one = Named("one", 20.0, 20.0, 5.0, 0, "Sensorer i bygninger", "regular", Box(27.0, 15.0, 33.0, 21.0))
    crowd = [Named(f"t{at}", 20.0 + 22.0 * dx, 20.0 + 14.0 * dy, 5.0, 0, "Droner") for at, (dx, dy) in enumerate(ROUND)]
    disc = Disc(0.0, 0.0, ring_radii(150.0, 3), 4)
    prices = [label.price for label in Labelling(disc, [one, *crowd], [], 8.0).offers["one"].under(math.inf)]
    assert len(prices) > 5
    assert prices == sorted(prices)
    middle = prices[len(prices) // 2]
    under = [label.price for label in Labelling(disc, [one, *crowd], [], 8.0).offers["one"].under(middle)]
    assert under == [price for price in prices if price < middle]


def test_names_on_one_baseline_are_apart() -> None:
    """Two names that follow on one line have more between them than words of one name have."""
    seen = 0
    for picture in (*pictures("a4"), *pictures("square")):
        lines = [
            (id, text.x, text.x + text.width, text.y)
            for id, group in groups(picture.scene, "label").items()
            for text in group.children
            if isinstance(text, Text)
        ]
        for id, _, right, y in lines:
            for other, left, _, level in lines:
                if id != other and abs(level - y) < 0.3 * SIZE and 0.0 < left - right < 2.0 * SIZE:
                    assert left - right > 0.65 * SIZE
                    seen += 1
    assert seen > 8


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
