"""What is read beside the disc: the signs of movement, columns of the news, lines, rings, and where blocks end."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import pytest

from generated import newest, radar
from names import names_of
from pictures import BLIP, groups, of_folder, sizes_of_names, strings, style, texts
from techradar.history import Movement, Snapshot
from techradar.layout import lines, metrics, words
from techradar.layout.figures import Drawing
from techradar.layout.label_prices import Label
from techradar.layout.legend import Legend
from techradar.layout.news import News
from techradar.layout.options import Options, Size
from techradar.layout.panel import Rings, head_block, marks_block, method_block
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Circle, Group, Path, Scene, Shape, has_legend, walk
from techradar.layout.trend import trend_scene
from techradar.theme import THEMES

SIZES: tuple[Size, ...] = ("a4", "slide", "square", "a4-portrait")


def beside(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Every shape that is no part of the disc."""
    for shape in shapes:
        if isinstance(shape, Group) and not (shape.id or "").startswith("legend-"):
            continue
        yield shape
        if isinstance(shape, Group):
            yield from beside(shape.children)


def moves(shapes: Sequence[Shape]) -> list[Movement]:
    """What the arrows beside the disc say; each must have its own sign of the centre, on its line and close to it."""
    found = list(beside(shapes))
    centres = [(one.x, one.y) for one in found if isinstance(one, Circle) and one.paint.fill is None]
    arrows = [one for one in found if isinstance(one, Path) and len(one.steps) == 8]
    assert len(centres) == len(arrows)
    moved = []
    for arrow in arrows:
        corners = [(float(step[1]), float(step[2])) for step in arrow.steps[:7]]
        tip, tail = corners[3], corners[0]
        centre = min(centres, key=lambda at, tip=tip: math.dist(at, tip))  # type: ignore[misc]
        assert abs(centre[1] - tip[1]) < 0.01
        moved.append(Movement.IN if math.dist(centre, tip) < math.dist(centre, tail) else Movement.OUT)
    return moved


def moved(shown: Snapshot) -> list[Movement]:
    """The movements in and out of a snapshot, by number."""
    return [one.movement for one in shown.standings if one.movement in {Movement.IN, Movement.OUT}]


@pytest.mark.parametrize("theme", THEMES)
def test_an_arrow_beside_the_disc_has_its_centre_with_it(theme: str) -> None:
    """News, legend and marks say with a sign of the centre where each arrow points, in every theme."""
    shown = of_folder()
    look = style(shown, theme)
    news = News(shown, look, BLIP, True).lay(0.0, 0.0, 300.0)
    legend = Legend(shown, look).lay(0.0, 0.0, 600.0, 600.0)
    block = marks_block(shown, look, BLIP, True)
    assert news is not None
    assert legend is not None
    assert block is not None
    assert moves(news.shapes) == [Movement.IN, Movement.OUT]
    assert moves(legend.shapes) == moved(shown)
    assert moves(block(0.0, 0.0, 300.0).shapes)[:1] == [Movement.IN]


@pytest.mark.parametrize("size", SIZES)
def test_no_arrow_beside_the_disc_is_without_a_centre(size: Size) -> None:
    """Nor is there any on a whole picture, in brief either, where the news only counts."""
    shown = of_folder()
    found = moves(radar_scene(shown, Options("da", size=size, labels="numbers")).children)
    assert {Movement.IN, Movement.OUT} <= set(found)


def test_where_inwards_is_up_arrows_stand_alone() -> None:
    """A trend has its best ring above, so its arrows stand upright and have no sign of a centre."""
    scene = trend_scene(of_folder(), Options("da"))
    assert not [one for one in walk(scene.children) if isinstance(one, Circle) and one.paint.fill is None]


def moved_in(count: int) -> Snapshot:
    """A radar on which so many technologies moved in, and nothing else is new."""
    shown = newest(radar(200, 6, 4))
    these = [standing for standing in shown.standings if standing.movement is Movement.IN][:count]
    assert len(these) == count
    return shown._replace(standings=tuple(these), retired=())


def columns_of(shown: Snapshot, room: float, most: float) -> list[list[str]]:
    """What the columns of the news say, from left to right, each from its first line; all begin on one line."""
    laid = News(shown, style(shown), BLIP, False, counted=False).lay(0.0, 0.0, room, most)
    assert laid is not None
    heads = [line for line in texts(laid.shapes) if line.weight == "semibold"][1:]
    starts = sorted({line.x for line in heads})
    first = [min(line.y for line in heads if line.x == start) for start in starts]
    assert max(first) - min(first) < 0.01, first
    edges = [*starts, math.inf]
    return [
        [line.string for line in texts(laid.shapes) if left <= line.x < right and line.y >= first[0]]
        for left, right in pairwise(edges)
    ]


def test_a_column_of_news_begins_with_a_heading() -> None:
    """A group that goes on in the next column is named again there, on the line on which the first column begins."""
    shown = moved_in(9)
    found = columns_of(shown, 500.0, 110.0)
    assert [column[0] for column in found] == ["Rykket ind", "Rykket ind, fortsat"]
    everything = " ".join(line for column in found for line in column)
    assert all(standing.technology.name in everything for standing in shown.standings)


def test_what_more_there_is_begins_no_column() -> None:
    """That there are more is said below the last technology that is named, never alone in a column."""
    shown = moved_in(12)
    for most in range(60, 130, 2):
        if News(shown, style(shown), BLIP, False, counted=False).lay(0.0, 0.0, 500.0, float(most)) is None:
            continue
        for column in columns_of(shown, 500.0, float(most)):
            assert len(column) > 1
            assert not column[1].startswith("og ")


@pytest.mark.parametrize("room", [120.0, 150.0, 180.0, 215.0, 300.0])
def test_no_line_begins_or_ends_with_a_dot_between_parts(room: float) -> None:
    """What stands between publisher, edition and date goes where the line ends."""
    block = head_block(of_folder(), style(of_folder()), None, False)
    found = texts(block(0.0, 0.0, room).shapes)
    assert any("Udgave" in line.string for line in found)
    for line in found:
        assert line.string == line.string.strip("\u00a0 ·")
        assert line.width == metrics.width(line.string, line.size, line.weight)


def test_a_last_line_is_no_lost_word() -> None:
    """A short word alone in the last line takes the one before it along; no line is added, nothing is lost."""
    words = "Umoden eller uden klar nytte endnu. Brug ikke kræfter på den nu."
    alone = 0
    for room in range(60, 260, 3):
        found = lines.filled(words, 7.2, "regular", float(room))
        assert " ".join(found) == words
        assert all(metrics.fits(line, 7.2, room) for line in found)
        alone += found[-1] == "nu."
    assert not alone
    assert lines.filled("ikke nu.", 7.2, "regular", 24.0) == ("ikke", "nu.")


def test_the_end_of_a_divided_word_takes_nothing_along() -> None:
    """What is left of a word that was divided stands alone, or the parts would be no word any more."""
    word = "Velfærdsteknologihjælpemiddelområdet"
    for room in range(40, 160, 5):
        found = lines.filled(f"Om det nye {word}", 7.2, "regular", float(room))
        assert "".join(line.removesuffix("-") for line in found).endswith(word)


@pytest.mark.parametrize("size", ["square", "a4-portrait", (900.0, 1000.0)])
@pytest.mark.parametrize("labels", ["auto", "numbers"])
@pytest.mark.parametrize("folder", ["radar-data", "examples/vejle"])
def test_what_is_read_ends_at_the_foot_of_the_sheet(folder: str, size: Size, labels: str) -> None:
    """Below the disc no end of the sheet stays empty: the last line stands at its margin."""
    scene = radar_scene(of_folder(folder), Options("da", labels=labels, size=size))  # type: ignore[arg-type]
    lowest = max(line.y for line in texts(scene) if line.arc is None)
    margin = max(24.0, 0.03 * min(scene.width, scene.height))
    assert margin - 0.01 <= scene.height - lowest <= margin + 12.0


@pytest.mark.parametrize("folder", ["radar-data", "examples/vejle"])
def test_the_news_stands_beside_the_disc_where_it_has_room(folder: str) -> None:
    """On a square the news is read first, above what explains; and the rings lie side by side below the disc."""
    lines_said = texts(radar_scene(of_folder(folder), Options("da", size="square")))
    at = {line.string.split(" siden")[0]: line.y for line in lines_said if line.arc is None}
    assert at["Det nye"] < min(at["Ringene"], at["Mærkerne"])
    assert at["KLAR"] == at["AFVENT"]


@pytest.mark.parametrize("folder", ["radar-data", "examples/vejle"])
def test_what_explains_fills_the_foot_before_the_panel(folder: str) -> None:
    """Where rings and marks have room beside the disc and below it they stand below, where else nothing would."""
    scene = radar_scene(of_folder(folder), Options("da", size=(900.0, 1000.0), labels="names"))
    disc = [shape for ring in groups(scene, "ring").values() for shape in ring.children if isinstance(shape, Circle)]
    at = {line.string: line.y for line in texts(scene)}
    assert min(at["Ringene"], at["Mærkerne"]) > max(shape.y + shape.radius for shape in disc)


def test_the_disc_is_smaller_rather_than_the_news_only_counted() -> None:
    """A legend of 45 beside a large disc would leave room to count what is new; beside a smaller one all is said."""
    shown = newest(radar(45, 6, 4, 3))
    found = strings(radar_scene(shown, Options("da", size="a4", labels="numbers")))
    details = [change.detail for of_it in words.changes(shown, "da").values() for change in of_it if change.detail]
    assert len(details) > 5
    assert sum(found.count(detail) for detail in set(details)) == len(details)


def rings_said(scene: Scene) -> bool:
    """Whether the picture says what the rings advise, on the disc or beside it."""
    shown = strings(scene)
    return all(advice in shown for advice in ("Kan indføres", "Prøv med mål og slutdato", "Lær af andre", "Ikke nu"))


@pytest.mark.parametrize(("n", "sectors"), [(24, 6), (26, 5), (28, 5), (28, 6)])
def test_a_slide_says_what_its_rings_advise(n: int, sectors: int) -> None:
    """Where a slide's disc has no room for advice the rings stand beside it, in as few rows as that takes."""
    assert rings_said(radar_scene(newest(radar(n, sectors, 4, 1, "inner")), Options("da", size="slide")))


def advice_on_disc(scene: Scene) -> set[str]:
    """What the rings advise that is said at the rings themselves."""
    on_disc = {line.string for line in texts(scene) if line.arc is not None}
    return on_disc & {"Kan indføres", "Prøv med mål og slutdato", "Lær af andre", "Ikke nu"}


def test_advice_makes_way_for_names() -> None:
    """Where a name has no clear place beside the rings' advice, that is said beside the disc; no blip moves for it."""
    crowded = of_folder("examples/vejle")
    named, numbered = (radar_scene(crowded, Options("da", size="square", labels=how)) for how in ("auto", "numbers"))
    assert len(advice_on_disc(numbered)) == 4
    assert not advice_on_disc(named)
    assert rings_said(named)
    assert names_of(named)
    blips = [{id: blip.children[0] for id, blip in groups(one, "blip").items()} for one in (named, numbered)]
    assert blips[0] == blips[1]
    assert len(advice_on_disc(radar_scene(of_folder(), Options("da", size="square")))) == 4


@pytest.mark.parametrize(
    ("dearest", "kept"),
    [
        ((20.0,), 0),
        ((30.0, 27.0), 0),
        ((30.0, 24.0), 1),
        ((43.0, 39.0), 1),
        ((43.0, 42.0, 39.0), 2),
        ((60.0, 50.0, 41.0), None),
        ((60.0, None, 39.0), 2),
    ],
)
def test_names_give_way_only_where_that_makes_them_clear(
    dearest: Sequence[float | None], kept: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without advice, then in smaller type, names are taken where they are much clearer, or only so clear at all."""
    tried: list[float] = []
    search = Drawing.named

    def priced(drawing: Drawing, size: float, first: Collection[str]) -> dict[str, Label] | None:
        tried.append(size)
        price = dearest[len(tried) - 1]
        found = search(drawing, size, first)
        assert found is not None
        return None if price is None else {id: label._replace(price=price) for id, label in found.items()}

    monkeypatch.setattr(Drawing, "named", priced)
    scene = radar_scene(of_folder(), Options("da", size=(842.0, 595.0)))
    # Without names on the first disc others are tried, which here is of no interest.
    assert len(tried) == len(dearest) or kept is None
    if kept is None:
        assert has_legend(scene)
    else:
        assert sizes_of_names(scene) == {tried[kept]}
        assert len(advice_on_disc(scene)) == (4 if kept == 0 else 0)


@pytest.mark.parametrize(("folder", "edition"), [("radar-data", "2022"), ("examples/vejle", "2023")])
def test_rings_alone_below_the_disc_stand_on_the_method(folder: str, edition: str) -> None:
    """Where only the rings stand below a square's disc they lie at its foot, not between two empty bands."""
    scene = radar_scene(of_folder(folder, edition), Options("da", size="square"))
    flat = [line for line in texts(scene) if line.arc is None]
    (heading,) = (line.y for line in flat if line.string == "Ringene")
    foot = [line for line in flat if line.y > heading]
    below = sorted({line.y for line in foot})
    assert max(after - before for before, after in pairwise((heading, *below))) < 40.0
    assert heading > 0.75 * scene.height


def test_rings_stand_in_low_rows() -> None:
    """Two rings stand on a row where both have room on one line, else each has its own; none is wider than the room."""
    shown = of_folder()
    high = Rings(shown, style(shown), False)
    for room, rows in ((200.0, 4), (300.0, 2), (420.0, 2)):
        block = Rings(shown, style(shown), False, True)(0.0, 0.0, room)
        names = [line for line in texts(block.shapes) if line.weight == "semibold"][1:]
        assert len({line.y for line in names}) == rows
        assert block.height <= high(0.0, 0.0, room).height
        assert max(line.x + line.width for line in texts(block.shapes) if line.anchor == "start") <= room


@pytest.mark.parametrize("n", [200, 220, 260])
def test_rings_are_explained_beside_a_long_legend(n: int) -> None:
    """The news is cut short, or only counts, rather than that the rings are left out."""
    shown = strings(radar_scene(newest(radar(n, 6, 4, 1)), Options("da")))
    assert {"Ringene", "Det nye siden 2025"} <= set(shown)


def test_a_count_stands_by_its_own_ring() -> None:
    """Where rings stand side by side, a count is nearer its own ring's words than the next ring."""
    shown = of_folder()
    for rings, room in ((Rings(shown, style(shown), False, True), 420.0), (Rings(shown, style(shown), True), 780.0)):
        written = [line for line in texts(rings(0.0, 0.0, room).shapes) if line.anchor == "start"]
        counts = [line for line in written if line.string.isdigit()]
        assert len(counts) == len(shown.configuration.rings)
        for count in counts:
            before = [line for line in written if line.y == count.y and line.x < count.x]
            assert count.x - max(line.x + line.width for line in before) < count.size


@pytest.mark.parametrize("room", [470.0, 540.0, 620.0, 700.0, 780.0])
def test_short_paragraphs_of_the_method_are_not_parted(room: float) -> None:
    """Each column of the method line begins with a paragraph."""
    shown, placed = newest(radar(25)), " ".join(f"ord{place}" for place in range(60))
    begins = tuple(said.split()[0] for said in words.method(shown, "da", False, placed))
    columns: dict[float, list[str]] = {}
    for line in texts(method_block(shown, style(shown), False, placed)(0.0, 0.0, room).shapes):
        columns.setdefault(line.x, []).append(line.string)
    assert all(column[0].startswith(begins) for column in columns.values())


def test_the_first_edition_is_said_to_be_the_first() -> None:
    """Where there is no edition before, the panel says so if it has room, and never in place of names."""
    there = "Den første udgave"
    for size in SIZES:
        first = radar_scene(of_folder("radar-data", "2022"), Options("da", size=size))
        assert (there in strings(first)) is (size != "slide")
        assert len(groups(first, "label")) == 38
    assert there not in strings(radar_scene(of_folder("radar-data", "2024"), Options("da")))
    assert there not in strings(radar_scene(of_folder("radar-data", "2022"), Options("da", blank=True)))
