"""The trend: the technologies' ways through the editions, honest where nothing can be said, and nothing overlaps."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generated import newest, radar
from pictures import box_of, drawn_whole, groups, of_folder, strings
from techradar import theme as themes
from techradar.courses import Course, Stop, courses
from techradar.history import Movement, Snapshot, snapshot
from techradar.layout import metrics
from techradar.layout.geometry import Box
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.rests import Rest, Stack, rests
from techradar.layout.scene import Circle, Group, Path, Scene, Text, walk
from techradar.layout.sheet import Type
from techradar.layout.style import style_of
from techradar.layout.trend import trend_scene
from techradar.layout.trend_heights import CLEAR, Band, bands, heights, spaced
from techradar.layout.trend_lines import BAR, DASH, DOTS, STAR, STRONG, TURN, key_rows
from techradar.model import Radar
from wandering import wandering

SIZES = ("a4", "a4-portrait", "a3", "square", "slide")


def on_edition(of: Radar, at: int) -> Snapshot:
    """A radar as of its edition number `at`, 0 the oldest."""
    return snapshot(of, of.configuration.editions[at])


def bands_of(scene: Scene) -> dict[str, Box]:
    """The bands of the rings, by ring."""
    return {id: box_of(group.children[:1]) for id, group in groups(scene, "ring").items()}


def stretches(scene: Scene, id: str) -> list[Path]:
    """The lines of a technology's way, from left to right."""
    found = groups(scene, "course").get(id)
    lines = [s for s in found.children if isinstance(s, Path) and s.paint.fill is None] if found else []
    return sorted(lines, key=lambda line: float(line.steps[0][1]))


def ends(line: Path) -> tuple[float, float, float, float]:
    """Where a stretch begins and, at the next edition or before, ends."""
    (_, x, y), (_, end_x, end_y), *_ = line.steps
    return float(x), float(y), float(end_x), float(end_y)


@pytest.mark.parametrize(
    ("n", "editions", "rings", "breaks"),
    [
        (1, 2, 4, frozenset()), (25, 3, 4, frozenset({1})), (40, 5, 6, frozenset()), (100, 4, 2, frozenset({2})),
        (60, 25, 4, frozenset({9, 17})), pytest.param(300, 4, 4, frozenset(), marks=pytest.mark.slow),
        pytest.param(1000, 3, 4, frozenset({1}), marks=pytest.mark.slow),
    ],
)  # fmt: skip
@pytest.mark.parametrize("labels", ["auto", "numbers"])
def test_every_technology_is_drawn_and_nothing_overlaps(
    n: int, editions: int, rings: int, breaks: frozenset[int], labels: Any
) -> None:
    """Each technology has a blip and a name or number that touch nothing of another, in its ring's band."""
    shown = snapshot(wandering(n, editions, rings, breaks))
    scene = trend_scene(shown, Options("da", labels=labels))
    boxes = drawn_whole(scene, shown)
    bands = bands_of(scene)
    for standing in shown.standings:
        blip, band = boxes["blip", standing.technology.id], bands[standing.ring.id]
        assert band.top < blip.top
        assert blip.bottom < band.bottom
        starred = standing.movement in {Movement.NEW, Movement.RETURNED}
        assert (("mark", standing.technology.id) in boxes) is starred


@pytest.mark.parametrize(
    ("folder", "edition"), [("radar-data", "2024"), ("radar-data", "2026"), ("examples/vejle", "2024")]
)
@pytest.mark.parametrize("size", SIZES)
def test_the_radars_of_the_repository_stand_on_every_size(folder: str, edition: str, size: str) -> None:
    """The example radars have a trend on each of the named sizes of paper."""
    shown = of_folder(folder, edition)
    drawn_whole(trend_scene(shown, Options("da", size=size)), shown)


def test_a_slide_holds_what_can_be_read_from_afar() -> None:
    """A trend of forty stands on a slide with every name at its line, in type of 14 points and more."""
    for of in (radar(40), wandering(40, 4, 4, frozenset({2})), wandering(40, 3, seed=5)):
        shown = newest(of)
        scene = trend_scene(shown, Options("da", size="slide"))
        drawn_whole(scene, shown)
        texts = [shape for shape in walk(scene.children) if isinstance(shape, Text)]
        assert min(said.size for said in texts) >= 14.0
        names = {id: " ".join(strings(group.children)) for id, group in groups(scene, "label").items()}
        assert names == {s.technology.id: s.technology.name for s in shown.standings}


def test_an_area_stands_on_a_slide_too() -> None:
    """An area says more beside its trend, so the board gives way, and what the head explains is not repeated."""
    shown = of_folder("radar-data", area="sundhed-og-aeldre")
    for labels in ("auto", "names"):
        scene = trend_scene(shown, Options("da", size="slide", labels=labels))
        drawn_whole(scene, shown)
        assert "Mærkerne" not in strings(scene)
        assert len(groups(scene, "legend")) == 0


@pytest.mark.parametrize("area", ["sundhed-og-aeldre", "socialomraadet"])
@pytest.mark.parametrize("size", [None, "a4"])
def test_names_stand_on_a_smaller_board_where_the_panel_says_more(area: str, size: Any) -> None:
    """The trend of an area stands on A4 with its names: the board gives way to what is said beside it."""
    shown = of_folder("radar-data", area=area)
    for labels in ("auto", "names"):
        scene = trend_scene(shown, Options("da", size=size, labels=labels))
        assert round(scene.width) == 842
        drawn_whole(scene, shown)
        assert len(groups(scene, "legend")) == 0


def test_no_line_runs_through_a_name_of_the_first_column() -> None:
    """Where names stand in two columns, the lines to the second run between the names of the first."""
    shown = of_folder("radar-data")
    scene = trend_scene(shown, Options("da", size="slide"))
    labels = groups(scene, "label")
    last = columns(scene)[-1]
    letters = {}
    for id, group in labels.items():
        first, *_, end = said if len(said := list(group.children)) > 1 else said * 2
        assert isinstance(first, Text)
        assert isinstance(end, Text)
        letters[id] = Box(first.x, first.y - metrics.X_HEIGHT * first.size, first.x + first.width, end.y)
    assert len({box.left for box in letters.values()}) == 2
    for standing in shown.standings:
        if standing.movement is Movement.NEW:
            continue
        *_, line = stretches(scene, standing.technology.id)
        (_, x, y), (_, before, _) = line.steps[-1], line.steps[-2]
        if float(x) > last:
            beyond = Box(float(before), float(y) - 1.0, float(x), float(y) + 1.0)
            assert not [id for id, box in letters.items() if box.touches(beyond)]


PASSING: list[tuple[Snapshot, str, Any]] = [
    (of_folder("radar-data"), "square", "auto"), (of_folder("radar-data"), "slide", "auto"),
    (newest(wandering(40, 3, seed=5)), "slide", "auto"),
    (newest(wandering(40, 4, 4, frozenset({2}))), "slide", "auto"),
    (of_folder("radar-data"), "a4", "numbers"), (newest(wandering(40, 3, seed=5)), "a4", "numbers"),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "size", "labels"), PASSING)
def test_a_line_to_the_second_column_passes_the_signs_of_the_first(shown: Snapshot, size: str, labels: Any) -> None:
    """It is at its height before the first blip and star of that column, and touches none of them, however strong."""
    scene = trend_scene(shown, Options("da", size=size, labels=labels))
    last = columns(scene)[-1]
    there = [*groups(scene, "blip").values(), *groups(scene, "mark").values()]
    signs = [box for group in there if (box := box_of(group.children)).left < last]
    signs += [box_of([s]) for s in scene.children if isinstance(s, Circle) and 0.0 < last - s.x < 30.0]
    assert len(there) > len(signs) > 8
    strong = risen = 0
    for standing in shown.standings:
        lines = stretches(scene, standing.technology.id)
        if len(lines) < 2 or float(lines[-1].steps[0][1]) < last:
            continue
        (_, _, before_y), *_, (_, bend, level), (_, x, y) = (step for line in lines[-2:-1] for step in line.steps)
        assert (level, x) == (y, last)
        assert all(float(bend) < sign.left for sign in signs)
        half = lines[-2].paint.width / 2
        way = Box(float(bend), float(y) - half, float(lines[-1].steps[1][1]), float(y) + half)
        assert not [sign for sign in signs if sign.touches(way)]
        strong += lines[-2].paint.width > STRONG - 0.1
        risen += before_y != y
    assert risen > 1
    if shown.configuration.title != "Eksempelradar for danske kommuner":
        assert strong > 0


def test_what_has_moved_is_named_at_the_end_of_its_line() -> None:
    """In two columns what is new or has moved stands in the first, where there is room for that."""
    shown = of_folder("radar-data")
    blips = groups(trend_scene(shown, Options("da", size="slide")), "blip")
    left = {id: box_of(group.children).left for id, group in blips.items()}
    moved = {s.technology.id for s in shown.standings if s.movement not in {None, Movement.SAME}}
    assert {left[id] for id in moved} == {min(left.values())}
    assert len(set(left.values())) == 2


@pytest.mark.parametrize(("labels", "size"), [("names", "a4"), ("numbers", "slide")])
def test_the_signs_beside_the_words_point_as_the_lines_do(labels: Any, size: str) -> None:
    """In is up in a trend, so its arrows stand upright; on the disc they lie, with the centre to the left."""
    shown = of_folder("radar-data")
    turned = {
        "trend": trend_scene(shown, Options("da", labels=labels, size="slide")),
        "radar": radar_scene(shown, Options("da", labels=labels, size=size)),
    }
    for view, scene in turned.items():
        marked = {id(shape) for group in groups(scene, "mark").values() for shape in group.children}
        arrows = [
            box_of([shape])
            for shape in walk(scene.children)
            if isinstance(shape, Path) and len(shape.steps) == 8 and id(shape) not in marked
        ]
        assert arrows
        high = {box.bottom - box.top > box.right - box.left for box in arrows}
        assert high == {view == "trend"}


def test_bands_stand_from_the_innermost_down() -> None:
    """The innermost ring is on top, and the bands neither overlap nor leave gaps."""
    shown = of_folder("radar-data")
    bands = bands_of(trend_scene(shown, Options("da")))
    order = [bands[ring.id] for ring in shown.configuration.rings]
    assert all(above.bottom == pytest.approx(below.top, abs=1.0) for above, below in pairwise(order))


@pytest.mark.parametrize("size", ["square", "a3", "slide"])
def test_bands_share_what_is_left_by_what_they_hold(size: str) -> None:
    """The more a ring holds the higher its band is, and one of few has less than half the height of one of many."""
    shown = of_folder("radar-data")
    bands = bands_of(trend_scene(shown, Options("da", size=size)))
    counts = Counter(standing.ring.id for standing in shown.standings)
    assert min(counts, key=lambda id: counts[id]) == "afvent"
    high = {id: band.bottom - band.top for id, band in bands.items()}
    assert sorted(high, key=lambda id: high[id]) == sorted(high, key=lambda id: counts[id])
    assert high["afvent"] < 0.45 * high["afproev"]


def test_what_is_left_is_shared_alike() -> None:
    """Each band becomes higher by the same part of what it needs."""
    lonely = newest(radar(1))
    (standing,) = lonely.standings
    course = Course(standing.technology, standing, (Stop(0, None, False, False), Stop(0, None, False, False)))
    found = bands([course] * 10, (10, 0), [20.0] * 10, (30.0, 30.0), (0.0, 0.0), 100.0, 576.0, 0.0)
    assert found is not None
    assert [band.bottom - band.top for band in found] == [pytest.approx(416.0), pytest.approx(60.0)]
    assert bands([course] * 10, (10, 0), [20.0] * 10, (30.0, 30.0), (0.0, 0.0), 100.0, 337.0, 0.0) is None


def test_higher_is_further_ahead() -> None:
    """Within a band nobody with a lower score lies above one with a higher, on no edition."""
    shown = snapshot(wandering(60, 5))
    scene = trend_scene(shown, Options("da", size=(1700.0, 620.0)))
    at: dict[tuple[int, float], list[tuple[float, float]]] = {}
    for course in courses(shown):
        for x, y, end_x, end_y in map(ends, stretches(scene, course.technology.id)):
            for place, height in ((x, y), (end_x, end_y)):
                column = next((c for c, where in enumerate(columns(scene)) if abs(place - where) < 0.01), None)
                stop = course.stops[column] if column is not None else None
                if column is not None and stop is not None and stop.score is not None:
                    at.setdefault((column, float(stop.ring)), []).append((stop.score, height))
    assert len(at) > 12
    for pairs in at.values():
        for (low, y), (high, other) in pairwise(sorted(pairs)):
            assert low == high or y > other


def columns(scene: Scene) -> list[float]:
    """Where the editions stand: the thin upright lines."""
    upright = [
        s for s in scene.children
        if isinstance(s, Path) and len(s.steps) == 2 and s.steps[0][1] == s.steps[1][1] and s.paint.width == 0.7
    ]  # fmt: skip
    return sorted(float(line.steps[0][1]) for line in upright)


def test_what_moves_is_strong_and_what_rests_recedes() -> None:
    """A stretch to another ring is strong and coloured, one in the same ring thin, one not assessed dashed."""
    shown = of_folder("radar-data")
    scene = trend_scene(shown, Options("da"))
    seen = set()
    for course in courses(shown):
        lines = {ends(line)[0]: line for line in stretches(scene, course.technology.id)}
        for at, (before, after) in enumerate(pairwise(course.stops)):
            if before is None or after is None:
                continue
            line = lines[columns(scene)[at]]
            moved = before.ring != after.ring
            assert (line.paint.width == STRONG) is moved
            assert (line.paint.dash == DASH) is after.carried
            seen.add((moved, after.carried))
    assert seen == {(True, False), (False, False), (False, True)}


def keys_of(scene: Scene) -> list[str]:
    """The rows that say how the lines are read."""
    known = ["til en anden ring", "i samme ring", "fremhævet", "de øvrige", "ikke vurderet i udgaven"]
    return [said for said in strings(scene) if said in known]


def test_with_a_highlight_strong_means_highlighted() -> None:
    """What is highlighted is strong all the way, the others thin, and the key says that and nothing of rings."""
    shown = of_folder("radar-data")
    for id in ("generativ-ai", "droner"):
        scene = trend_scene(shown, Options("da", highlight=frozenset({id})))
        assert keys_of(scene) == ["fremhævet", "de øvrige", "ikke vurderet i udgaven"]
        for course in courses(shown):
            widths = {line.paint.width for line in stretches(scene, course.technology.id)}
            assert (STRONG in widths) is (course.technology.id == id)
    # What is new on the edition shown has no line.
    assert "fremhævet" not in keys_of(trend_scene(shown, Options("da", highlight=frozenset({"ai-agenter"}))))


def test_the_key_has_only_lines_that_are_in_the_picture() -> None:
    """Where all that is drawn goes to another ring, no line in the same ring is explained."""
    lonely = newest(radar(1))
    style = style_of(lonely, themes.named("light", placed=False), Type(), "da", frozenset())
    for ring, said in ((2, "til en anden ring"), (3, "i samme ring")):
        stops = Stop(3, None, False, False), Stop(ring, None, False, False)
        key = key_rows([Course(lonely.standings[0].technology, lonely.standings[0], stops)], style)
        assert key is not None
        assert strings(key(0.0, 0.0, 200.0).shapes) == ["Linjerne", said]


def slopes(shown: Snapshot, scene: Scene) -> list[float]:
    """How far each line rises or falls from one edition to the next where ring and score stay."""
    found = []
    for course in courses(shown):
        lines = {ends(line)[0]: ends(line) for line in stretches(scene, course.technology.id)}
        for at, (before, after) in enumerate(pairwise(course.stops)):
            if before is None or after is None or after.apart:
                continue
            if (before.ring, before.score) == (after.ring, after.score):
                _, y, _, end_y = lines[columns(scene)[at]]
                found.append(abs(y - end_y))
    return found


LAID = tuple(size for size in SIZES if size != "a3")  # that is an A4, enlarged
RESTING: list[tuple[Snapshot, str]] = [
    *((of_folder("radar-data"), size) for size in LAID), *((of_folder("examples/vejle"), size) for size in LAID),
    *((newest(wandering(25, 6, 4, frozenset({3}))), size) for size in LAID),
    (newest(wandering(40, 3, seed=5)), "slide"), (newest(wandering(40, 10)), "a4"), (newest(wandering(40, 2)), "a4"),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "size"), RESTING)
def test_what_does_not_change_stays_flat(shown: Snapshot, size: str) -> None:
    """On these sheets a line neither rises nor falls where ring and score stay."""
    found = slopes(shown, trend_scene(shown, Options("da", size=size)))
    assert len(found) > 12
    assert max(found) < 0.02


def test_where_lines_cannot_all_be_flat_they_bend_a_little() -> None:
    """On a slide that has no room for more, few lines bend that rest, and by less than the height of a name."""
    shown = newest(wandering(40, 10, 4, frozenset({3})))
    scene = trend_scene(shown, Options("da", size="slide"))
    drawn_whole(scene, shown)
    found = slopes(shown, scene)
    assert 0 < sum(slope > 1.0 for slope in found) < 0.3 * len(found)
    assert max(found) < 17.0


def test_the_way_to_a_name_beyond_says_nothing() -> None:
    """To a blip in a second column lead thin dots, no line and no dashes, for the last edition is behind them."""
    shown = of_folder("radar-data")
    scene = trend_scene(shown, Options("da", size="slide"))
    last = columns(scene)[-1]
    beyond = [line for s in shown.standings for line in stretches(scene, s.technology.id) if ends(line)[0] >= last]
    assert len(beyond) > 12
    before = [line for s in shown.standings for line in stretches(scene, s.technology.id) if ends(line)[0] < last]
    assert max(line.paint.width for line in beyond) < min(line.paint.width for line in before)
    assert not {line.paint.dash for line in beyond} & {line.paint.dash for line in before}
    assert max(DOTS) < min(DASH)
    assert all(ends(line)[1] == ends(line)[3] for line in beyond)


@pytest.mark.parametrize("theme", ["light", "dark", "mono"])
@pytest.mark.parametrize("size", ["slide", "a4"])
def test_no_line_runs_through_a_star(size: str, theme: str) -> None:
    """Around each star is the ground of its band, above all lines."""
    for of in (wandering(40, 6, 4, frozenset({3})), wandering(25, 10)):
        scene = trend_scene(newest(of), Options("da", size=size, theme=theme))
        fills = {group.children[0].paint.fill for group in groups(scene, "ring").values()}  # type: ignore[union-attr]
        order = list(scene.children)
        halos = [s for s in order if isinstance(s, Circle) and s.paint.fill in fills]
        lines = [at for at, s in enumerate(order) if isinstance(s, Group) and (s.id or "").startswith("course-")]
        stars = [
            box_of([star]) for kind in ("start", "mark") for g in groups(scene, kind).values() for star in g.children
        ]
        assert len(halos) == len(stars) > 4
        assert max(lines) < min(order.index(halo) for halo in halos)
        for star in stars:
            x, y = (star.left + star.right) / 2, (star.top + star.bottom) / 2
            around = min(halos, key=lambda halo: abs(halo.x - x) + abs(halo.y - y))
            assert around.radius > (star.right - star.left) / 2


def test_a_halo_hides_no_stop() -> None:
    """What keeps a star clear of lines leaves the stops of others whole, where bands have room."""
    for shown, size in SIGNED:
        scene = trend_scene(shown, Options("da", size=size))
        halos = [s for s in scene.children if isinstance(s, Circle)]
        stops = [box_of([s]) for g in groups(scene, "course").values() for s in g.children if isinstance(s, Circle)]
        assert stops
        assert not [1 for halo in halos for stop in stops if box_of([halo]).grown(-0.1).touches(stop)]


@pytest.mark.parametrize("size", ["a3", "a4", "square"])
def test_the_last_edition_is_named_like_the_others(size: str) -> None:
    """Its date stands on one line, and what it took off is named, also where lines end in numbers near the edge."""
    scene = trend_scene(of_folder("radar-data"), Options("da", size=size, labels="numbers"))
    said = [word.replace("\u00a0", " ") for word in strings(scene)]
    assert {"1. marts 2022", "1. juni 2024", "2. marts 2026"} <= set(said)
    assert "Sprogteknologi" in " ".join(said)


def test_a_draft_is_told_at_its_edition() -> None:
    """The date of an edition that is a draft has the word below it, beside what the head says."""
    whole = of_folder("radar-data").radar
    *before, newest_of = whole.configuration.editions
    editions = (*before, newest_of.model_copy(update={"draft": True}))
    draft = Radar(whole.configuration.model_copy(update={"editions": editions}), whole.technologies)
    for of, expected in ((whole, 0), (draft, 1)):
        said = strings(trend_scene(on_edition(of, 2), Options("da")))
        assert said.count("Kladde") == expected


def test_short_parts_of_names_stay_together_below() -> None:
    """What was taken off is named in lines of which none ends in the middle of 3D-print."""
    scene = trend_scene(of_folder("radar-data", area="sundhed-og-aeldre"), Options("da", size="slide"))
    below = [said for said in strings(scene) if "3D-" in said]
    assert len(below) == 1
    assert below[0].endswith("3D-print")
    assert not [said for said in strings(scene) if "\u2060" in said]


def test_nothing_is_drawn_across_a_break() -> None:
    """Where editions cannot be compared no line leads from one to the other, and the break has its name."""
    shown = snapshot(wandering(30, 4, 4, frozenset({2})))
    scene = trend_scene(shown, Options("da"))
    first, second = columns(scene)[1:3]
    across = 0
    for course in courses(shown):
        for line in stretches(scene, course.technology.id):
            x, _, end_x, _ = ends(line)
            across += x < (first + second) / 2 < end_x
    assert across == 0
    said = strings(scene)
    assert "Kan ikke sammenlignes" in said
    assert "kan ikke sammenlignes" in said
    assert "Kan ikke sammenlignes" not in strings(trend_scene(of_folder("radar-data"), Options("da")))


def test_a_way_begins_with_a_star_and_ends_at_a_bar() -> None:
    """What came after the first edition has a star, what was taken off a bar, and its name stands below."""
    shown = of_folder("radar-data")
    scene = trend_scene(shown, Options("da"))
    assert set(groups(scene, "mark")) == {"ai-agenter", "kvantecomputere"}
    assert set(groups(scene, "start")) == {"edge-computing", "generativ-ai", "metavers"}
    bars = [line for line in stretches(scene, "ar-briller") if ends(line)[0] == ends(line)[2]]
    assert len(bars) == 1
    said = " ".join(strings(scene)).replace("\u00a0", " ")
    assert "Taget af: 3D-print og Sociale teknologier" in said
    assert "Taget af: AR-briller og Sprogteknologi" in said
    assert "blip-ar-briller" not in {g.id for g in walk(scene.children) if isinstance(g, Group)}


def signs_of(scene: Scene) -> dict[str, Box]:
    """The boxes of all stops, bars and stars of the editions before the one shown."""
    drawn = [(id, shape) for id, group in groups(scene, "course").items() for shape in group.children]
    bars = [(id, s) for id, s in drawn if isinstance(s, Path) and ends(s)[0] == ends(s)[2]]
    found = {f"start {id}": box_of(group.children) for id, group in groups(scene, "start").items()}
    found |= {f"stop {at} {id}": box_of([s]) for at, (id, s) in enumerate(drawn) if isinstance(s, Circle)}
    return found | {f"bar {at} {id}": box_of([s]) for at, (id, s) in enumerate(bars)}


SIGNED: list[tuple[Snapshot, str]] = [
    (of_folder("radar-data").select(sector="kunstig-intelligens"), "a4"),
    (of_folder("radar-data"), "a4"), (of_folder("radar-data"), "slide"),
    (of_folder("examples/vejle"), "a4"), (of_folder("examples/vejle"), "slide"),
    (newest(wandering(40, 3, seed=5)), "slide"), (newest(wandering(25, 4)), "slide"), (newest(radar(25)), "slide"),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "size"), SIGNED)
def test_equal_scores_do_not_lie_on_each_other(shown: Snapshot, size: str) -> None:
    """No star, bar or stop of an edition touches that of another technology, where bands have room."""
    scene = trend_scene(shown, Options("da", size=size))
    found = sorted(signs_of(scene).items())
    assert len(found) > 7
    touching = [
        (id, other)
        for at, (id, box) in enumerate(found)
        for other, its in found[at + 1 :]
        if id.split()[-1] != other.split()[-1] and box.grown(-0.05).touches(its.grown(-0.05))
    ]
    assert touching == []


@pytest.mark.parametrize(("shown", "size"), SIGNED)
def test_stops_and_stars_keep_clear_of_the_borders(shown: Snapshot, size: str) -> None:
    """What is drawn for an earlier edition lies in its band, a little away from both borders."""
    scene = trend_scene(shown, Options("da", size=size))
    bands = bands_of(scene).values()
    for id, box in signs_of(scene).items():
        high = box.grown(0.6)
        assert any(band.top < high.top and high.bottom < band.bottom for band in bands), id


def test_the_ends_of_the_scale_are_clear_of_the_borders() -> None:
    """What was at the lowest or at the highest score has its stop as far from the border as signs are large."""
    lonely = newest(radar(1))
    (standing,), rings = lonely.standings, lonely.configuration.rings
    lowest, highest = Stop(len(rings) - 1, 0.0, False, False), Stop(0, 1.0, False, False)
    course = Course(standing.technology, standing, (lowest, highest, Stop(1, None, False, False)))
    bands = [Band(100.0 * at, 100.0 * at + 100.0) for at in range(len(rings))]
    sizes = [[(5.0, 5.0), (5.0, 5.0), (20.0, 20.0)]]
    (found,) = heights([course], rests([course], rings, [0]), sizes, bands, rings, 0.0, 1.8)
    assert found[:2] == [pytest.approx(bands[-1].bottom - 1.8 * CLEAR), pytest.approx(1.8 * CLEAR)]
    assert 2 * TURN + 0.5 < CLEAR
    assert max(STAR / 2, BAR) + 0.5 < CLEAR


def test_no_line_hides_a_star() -> None:
    """Stars are drawn above all lines and their stops."""
    scene = trend_scene(of_folder("radar-data"), Options("da", size="slide"))
    order = [(g.id or "").split("-")[0] for g in walk(scene.children) if isinstance(g, Group)]
    assert order.count("start") == 3
    assert max(at for at, kind in enumerate(order) if kind == "course") < order.index("start")


@pytest.mark.parametrize(
    ("labels", "size", "theme"),
    [("names", "slide", "light"), ("names", "slide", "mono"), ("numbers", "a4", "light"), ("numbers", "a4", "mono")],
)
def test_a_star_stands_at_its_blip(labels: Any, size: str, theme: str) -> None:
    """What is new has its star directly left of its blip, in whichever column that stands, and no line."""
    seen = set()
    for of in (wandering(40, 3, seed=5), wandering(40, 4, 4, frozenset({2})), wandering(40, 3, seed=8)):
        shown = newest(of)
        scene = trend_scene(shown, Options("da", labels=labels, size=size, theme=theme))
        boxes = drawn_whole(scene, shown)
        first = min(boxes["blip", s.technology.id].left for s in shown.standings)
        for id in groups(scene, "mark"):
            star, blip = boxes["mark", id], boxes["blip", id]
            assert 0.0 < blip.left - star.right < 2.0
            assert abs(star.top + star.bottom - blip.top - blip.bottom) < 4.0
            seen.add(blip.left > first + 1.0)
            if next(s for s in shown.standings if s.technology.id == id).movement is Movement.NEW:
                assert id not in groups(scene, "course")
    assert True in seen


def test_bare_rings_lie_at_the_middle_of_their_band() -> None:
    """A technology without a score, alone in its ring, lies in the middle of the band."""
    shown = of_folder("examples/vejle")
    scene = trend_scene(shown, Options("da"))
    band, blip = bands_of(scene)["afproev"], box_of(groups(scene, "blip")["process-mining"].children)
    assert (blip.top + blip.bottom) / 2 == pytest.approx((band.top + band.bottom) / 2, abs=1.0)


def test_what_has_just_moved_is_set_strongly() -> None:
    """The names of what is new or has moved since the edition before stand out, unless others are highlighted."""
    shown = of_folder("radar-data")
    moved = {s.technology.id for s in shown.standings if s.movement not in {None, Movement.SAME}}
    for highlight, expected in ((frozenset[str](), moved), (frozenset({"droner"}), {"droner"})):
        scene = trend_scene(shown, Options("da", highlight=highlight))
        labels = groups(scene, "label")
        strong = {id for id, g in labels.items() if all(getattr(t, "weight", "") == "semibold" for t in g.children)}
        assert strong == expected


def test_later_editions_change_nothing() -> None:
    """The trend up to an edition is the same whether or not there are later ones."""
    whole = of_folder("radar-data").radar
    kept = {"2022", "2024"}
    editions = tuple(e for e in whole.configuration.editions if e.id in kept)
    earlier = [
        t.model_copy(update={"assessments": tuple(a for a in t.assessments if a.edition in kept)})
        for t in whole.technologies
        if any(a.edition in kept for a in t.assessments)
    ]
    cut = Radar(whole.configuration.model_copy(update={"editions": editions}), tuple(earlier))
    assert trend_scene(on_edition(cut, 1), Options("da")) == trend_scene(on_edition(whole, 1), Options("da"))


def test_the_description_tells_each_edition() -> None:
    """Counts per ring and what is new stand in the description, and what happened on the editions before."""
    scene = trend_scene(of_folder("radar-data"), Options("da"))
    assert scene.title == "Eksempelradar for danske kommuner, udviklingen fra 2022, udgave 2026"
    assert "KLAR 11" in scene.description
    assert "Nye: AI-agenter" in scene.description
    assert "Til 2024: " in scene.description
    assert "2 taget af" in scene.description


def test_a_selection_takes_its_gone_ones_along() -> None:
    """A trend of one sector has the ways of that sector only, of those taken off too."""
    shown = of_folder("radar-data")
    part = shown.select(sector="video-og-telemedicin")
    ids = {course.technology.id for course in courses(part)}
    assert ids == {c.technology.id for c in courses(shown) if c.technology.sector == "video-og-telemedicin"}
    assert "ar-briller" in ids
    drawn_whole(trend_scene(part, Options("da")), part)
    assert {c.technology.id for c in courses(shown.select(ring="afvent"))} == {
        c.technology.id for c in courses(shown)
        if (stop := c.stops[c.ends]) is not None and shown.configuration.rings[stop.ring].id == "afvent"
    }  # fmt: skip


def test_an_empty_selection_is_drawn() -> None:
    """A trend of which nothing is left shows its bands and says so."""
    shown = newest(radar(25)).select(tag="findes-ikke")
    scene = trend_scene(shown, Options("da"))
    assert len(bands_of(scene)) == 4
    assert groups(scene, "blip") == {}


@st.composite
def stacks(draw: st.DrawFn) -> tuple[list[Rest], list[list[tuple[float, float]]], int]:
    """Rests of a ring on up to five editions, each technology with at most one there, and heights of what is drawn."""
    last = draw(st.integers(1, 4))
    found: list[Rest] = []
    for place in range(draw(st.integers(1, 12))):
        first = draw(st.integers(0, last))
        found.append(Rest(place, first, draw(st.integers(first, last)), 0.5))
    size = st.floats(0.5, 12.0)
    heights_of = [[(draw(size), 0.0) for _ in range(last + 1)] for _ in found]
    return found, [[(least, least + 3.0) for least, _ in of] for of in heights_of], last


@given(stacks(), st.lists(st.floats(-50, 250), min_size=12, max_size=12), st.floats(0, 60), st.sampled_from([0.0, 1.0]))
def test_rests_keep_their_distances_and_what_is_firm_its_place(
    stack: tuple[list[Rest], list[list[tuple[float, float]]], int], wanted: list[float], more: float, part: float
) -> None:
    """Rests keep their order and distances on every edition inside their band; none is placed that has no room."""
    of, sizes, last = stack
    found = Stack(of, sizes, last)
    parts = [part] * (last + 1)
    need = found.need([5.0] * len(of))
    low, high = [5.0] * len(of), [need + more - 5.0] * len(of)
    assert (
        found.placed(wanted[: len(of)], [False] * len(of), [0.0] * (last + 1), 1.0, low, [y - more - 1 for y in high])
        is None
    )
    ys = found.placed(wanted[: len(of)], [False] * len(of), parts, 1.0, low, high)
    if ys is None:
        assert part
        return
    for at in range(last + 1):
        there = [here for here, rest in enumerate(of) if rest.first <= at <= rest.last]
        for above, below in pairwise(there):
            apart = (
                sizes[of[above].place][at][part > 0 and at < last] + sizes[of[below].place][at][part > 0 and at < last]
            ) / 2
            assert ys[below] - ys[above] >= apart - 1e-6
    assert all(5.0 - 1e-6 <= y <= need + more - 5.0 + 1e-6 for y in ys)
    again = found.placed(ys, [True] * len(of), parts, 1.0, low, high)
    assert again == pytest.approx(ys, abs=1e-6)


@given(
    st.lists(st.tuples(st.floats(0, 300), st.floats(0.5, 12)), min_size=1, max_size=25),
    st.floats(0, 50),
    st.floats(0, 400),
)
def test_heights_keep_order_and_distance(rows: list[tuple[float, float]], low: float, more: float) -> None:
    """Whatever is wanted, heights keep their order and distances and stay in their band where it is high enough."""
    wanted, sizes = [row[0] for row in rows], [row[1] for row in rows]
    needed = sum((a + b) / 2 for a, b in pairwise(sizes))
    found = spaced(wanted, sizes, low, low + needed + more)
    for place, (above, below) in enumerate(pairwise(found)):
        assert below - above >= (sizes[place] + sizes[place + 1]) / 2 - 1e-6
    assert found[0] >= low - 1e-6
    assert found[-1] <= low + needed + more + 1e-6


def test_heights_that_fit_are_left_alone() -> None:
    """Where nothing is too close nothing moves."""
    assert spaced([10.0, 30.0, 55.0], [8.0, 8.0, 8.0], 0.0, 100.0) == [10.0, 30.0, 55.0]
