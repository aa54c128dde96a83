"""What a reader sees, as Chromium measures it: nothing overlaps, nothing is cut off, every technology is there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import generated
from browser import Box, Measured, measured, opened, outside, overlaps
from pictures import of_folder
from radars import TODAY
from techradar import store
from techradar.draw.svg import FAMILY, to_svg
from techradar.history import Snapshot, snapshot
from techradar.layout import metrics
from techradar.layout.matrix import matrix_scene
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.trend import trend_scene
from wandering import wandering

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parent.parent
PIXEL = 0.75  # points
# Chromium gives a line of text a height of whole pixels, so that its box may be a little higher than the line.
ROUNDED = PIXEL / 2


def _of_folder(folder: str, edition: str | None = None, area: str | None = None) -> Callable[[], Snapshot]:
    return lambda: of_folder(folder, edition, area)


def _of_generated(n: int, **how: object) -> Callable[[], Snapshot]:
    return lambda: generated.newest(generated.radar(n, **how))


RADARS: dict[str, Callable[[], Snapshot]] = {
    "example-2022": _of_folder("radar-data", "2022"),
    "example-2024": _of_folder("radar-data", "2024"),
    "example-2026": _of_folder("radar-data", "2026"),
    "example-area": _of_folder("radar-data", area="sundhed-og-aeldre"),
    "vejle-2023": _of_folder("examples/vejle", "2023"),
    "vejle-2024": _of_folder("examples/vejle", "2024"),
    "minimal": _of_folder("examples/minimal"),
    "generated-25": _of_generated(25),
    "generated-40": _of_generated(40),
    "generated-50": _of_generated(50),
    "generated-100": _of_generated(100),
    "generated-300": _of_generated(300),
    "generated-1000": _of_generated(1000),
    "one-sector": _of_generated(40, sectors=1),
    "two-rings": _of_generated(60, sectors=3, rings=2),
    "eight-by-six": _of_generated(100, sectors=8, rings=6, skew="both"),
    "two-in-five-in-one-sector": _of_generated(100, skew="sector"),
    "four-in-five-innermost": _of_generated(60, skew="inner"),
    "filled": _of_generated(40, placement="maturity"),
    "both-25": _of_generated(25, placement="max"),
    "both-100": _of_generated(100, placement="max"),
    "both-300": _of_generated(300, placement="max"),
    "wandering-1": lambda: snapshot(wandering(1, 2)),
    "wandering-25": lambda: snapshot(wandering(25, 4, 4, frozenset({2}))),
    "wandering-100": lambda: snapshot(wandering(100, 3)),
    "wandering-300": lambda: snapshot(wandering(300, 4)),
}
NUMBERED = {"example-2026", "vejle-2024", "generated-50"}
# Radars on sheets of a size: names and numbers, many and few, an area.
ON_SHEETS = tuple(
    f"{name}:radar:auto:{size}"
    for name, size in (
        ("minimal", "slide"),
        ("minimal", "square"),
        ("generated-25", "slide"),
        ("generated-25", "a4-portrait"),
        ("generated-40", "slide"),
        ("generated-40", "square"),
        ("generated-100", "a3"),
        ("example-2026", "slide"),
        ("example-2026", "a4-portrait"),
        ("example-2026", "square"),
        ("example-area", "slide"),
        ("example-area", "square"),
        ("vejle-2024", "slide"),
    )
)
# Radars with the view, the labels and the size in which they are measured.
VIEWS = (
    "example-2022:matrix:auto:", "example-2026:matrix:numbers:", "example-2026:matrix:auto:slide",
    "example-area:matrix:auto:square", "filled:matrix:auto:a4-portrait", "both-25:matrix:auto:",
    "both-100:matrix:auto:", "both-300:matrix:auto:",
    "example-2026:trend:auto:", "example-2026:trend:numbers:a4-portrait",
    "vejle-2024:trend:auto:", "example-area:trend:auto:square", "wandering-1:trend:auto:",
    "wandering-25:trend:auto:a3", "wandering-100:trend:auto:", "wandering-300:trend:auto:",
    "example-2026:trend:auto:slide", "generated-40:trend:auto:slide", "wandering-25:trend:auto:slide",
)  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """A picture in the browser, and the snapshot that it shows."""

    shown: Snapshot
    seen: Measured


# As above, with the theme at the end.
WAYS = (
    "example-2026:radar:auto::mono", "eight-by-six:radar:auto::mono",
    "filled:radar:auto::mono", "vejle-2024:radar:auto::dark", "example-2026:matrix:auto::mono",
    "example-2026:matrix:numbers::dark", "example-2026:trend:auto::mono", "wandering-100:trend:auto::dark",
    "example-2026:radar:auto:slide:mono", "generated-100:radar:numbers:a3:mono",
)  # fmt: skip


@pytest.fixture(
    scope="module",
    params=[
        *(f"{name}:radar:auto:" for name in RADARS if not name.startswith(("both", "wandering"))),
        *(f"{name}:radar:numbers:" for name in sorted(NUMBERED)),
        *ON_SHEETS,
        *WAYS,
        *VIEWS,
    ],
)
def picture(request: pytest.FixtureRequest, browser: Browser) -> Picture:
    """Each radar once in each view, measured once."""
    name, view, labels, size, *theme = request.param.split(":")
    shown = RADARS[name]()
    scene = {"radar": radar_scene, "matrix": matrix_scene, "trend": trend_scene}[view]
    options = Options("da", labels=labels, size=size or None, theme="".join(theme) or "light")
    return Picture(shown, measured(browser, to_svg(scene(shown, options))))


def test_every_technology_is_drawn_and_labelled_once(picture: Picture) -> None:
    """Every technology of the edition has a blip and a name or number, and ids are unique."""
    wanted = {standing.technology.id for standing in picture.shown.standings}
    assert set(picture.seen.groups("blip")) == wanted
    assert set(picture.seen.groups("label")) == wanted
    assert len(picture.seen.ids) == len(set(picture.seen.ids))


def test_nothing_overlaps(picture: Picture) -> None:
    """No blip, label or mark touches what belongs to another technology, nor the name of a ring or sector."""
    seen = picture.seen
    blips, labels, marks = (seen.groups(kind) for kind in ("blip", "label", "mark"))
    legend = _narrowed(seen.groups("legend"))
    assert overlaps(blips.items()) == []
    assert overlaps(labels.items()) == []
    assert overlaps(labels.items(), blips.items()) == []
    assert overlaps(marks.items(), [*blips.items(), *labels.items(), *marks.items()]) == []
    assert overlaps(legend.items()) == []
    assert overlaps(_apart(legend), [*_apart(blips), *_apart(labels), *_apart(marks)]) == []
    letters = [(group, _inked(letter)) for kind in ("ring", "sector") for group, letter in seen.letters(kind)]
    straight = [line for line in seen.lines if line.group.startswith(("ring-", "maturity-", "adoption-"))]
    letters += [(f"{line.group} {line.string}", line.box) for line in straight if not line.letters]
    assert overlaps(letters, [*_apart(blips), *_apart(labels), *_apart(marks)]) == []


def test_a_mark_and_its_own_name_stay_clear(picture: Picture) -> None:
    """A technology's arrow or star does not cover its own name."""
    seen = picture.seen
    blips, labels = seen.groups("blip"), seen.groups("label")
    own = [(f"label {id}", box) for id, box in labels.items() if not box.meets(blips[id])]
    marks = [(f"mark {id}", box) for id, box in seen.groups("mark").items()]
    assert overlaps(marks, own) == []


def test_nothing_is_cut_off(picture: Picture) -> None:
    """Every text and every group lies on the sheet."""
    seen = picture.seen
    assert outside(seen.boxes, seen.width, seen.height) == []
    lines = [(line.string, line.box) for line in seen.lines if not line.letters]
    letters = [(line.string, letter) for line in seen.lines for letter in line.letters]
    assert outside([*lines, *letters], seen.width, seen.height) == []


def test_text_is_as_wide_as_it_was_measured(picture: Picture) -> None:
    """Widths agree with our table: names within half a pixel, long lines but for Chromium's 64ths of a pixel."""
    for line in picture.seen.lines:
        weight = "semibold" if line.semibold else "regular"
        wide = metrics.width(line.string, line.size, weight)  # type: ignore[arg-type]
        assert line.width == pytest.approx(wide, abs=PIXEL * (0.05 + len(line.string) / 64)), line.string
        # Sizes are written to 0.01 points, which a long title shows.
        assert line.said == pytest.approx(wide, abs=0.02 + 0.005 * wide / line.size), line.string
        if line.group.partition("-")[0] in {"label", "ring", "sector"}:
            assert line.width == pytest.approx(wide, abs=PIXEL * 0.5), line.string


def test_blips_and_type_keep_their_least_sizes(picture: Picture) -> None:
    """Blips are at least 9 points wide, numbers at least 5 points, names 7 points."""
    assert all(box.right - box.left >= 8.99 for box in picture.seen.groups("blip").values())
    for line in picture.seen.lines:
        if line.group.startswith("label-"):
            assert line.size >= (5.0 if line.string.isdigit() else 7.0)


def test_the_font_inside_is_used(browser: Browser) -> None:
    """The letters come from the font in the file, in both weights, and from no font of the machine."""
    page = opened(browser, to_svg(radar_scene(RADARS["example-2026"](), Options("da"))))
    try:
        session = page.context.new_cdp_session(page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "text"})["nodeIds"]
        fonts = [
            (font["familyName"], font["isCustomFont"])
            for node in nodes
            for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        ]
        faces = page.evaluate("[...document.fonts].map(f => f.family + ' ' + f.weight + ' ' + f.status)")
    finally:
        page.close()
    assert len(fonts) == len(nodes) > 40
    assert all(custom for _, custom in fonts)
    assert sorted(face.replace('"', "") for face in faces) == [f"{FAMILY} 400 loaded", f"{FAMILY} 600 loaded"]


def test_the_measure_finds_what_is_wrong(browser: Browser) -> None:
    """A blip on another, one beyond the edge and text of a wrong width are seen."""
    svg = b"""<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="50pt" viewBox="0 0 100 50">
    <g id="blip-a"><circle cx="20" cy="20" r="5" stroke="#000" stroke-width="2"/></g>
    <g id="blip-b"><circle cx="31" cy="20" r="6"/></g><g id="blip-c"><circle cx="97" cy="20" r="4"/></g>
    <text font-size="10" x="1" y="40" textLength="80">abc</text></svg>"""
    seen = measured(browser, svg)
    assert list(seen.groups("blip")["a"]) == pytest.approx([14, 14, 26, 26], abs=0.01)
    assert overlaps(seen.groups("blip").items()) == [("a", "b")]
    assert outside(seen.boxes, seen.width, seen.height) == ["blip-c"]
    assert seen.lines[0].width < 40 < seen.lines[0].box.right - seen.lines[0].box.left


def test_a_word_in_no_font_of_ours_keeps_its_place(browser: Browser, tmp_path: Path) -> None:
    """A name in letters that our font lacks is drawn no wider than its textLength, inside its label."""
    folder = tmp_path / "radar"
    shutil.copytree(ROOT / "examples" / "minimal", folder)
    path = next(iter(sorted((folder / "technologies").glob("*.yaml"))))
    name = "計画 🙂 سلام Привет"
    lines = [f"name: {name}" if line.startswith("name:") else line for line in path.read_text("utf-8").splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    radar = store.load(folder, TODAY).radar
    assert radar is not None
    seen = measured(browser, to_svg(radar_scene(snapshot(radar), Options("da"))))
    labels = seen.groups("label")
    assert overlaps(labels.items()) == overlaps(labels.items(), seen.groups("blip").items()) == []
    drawn = [line for line in seen.lines if line.group == f"label-{path.stem}"]
    assert "".join(line.string.strip("\u2068\u2069") for line in drawn).replace(" ", "") == name.replace(" ", "")
    assert all(line.said and line.box.right - line.box.left <= line.said + 2 * PIXEL for line in drawn)


def _apart(boxes: dict[str, Box]) -> list[tuple[str, Box]]:
    """Boxes under names that equal no other kind's."""
    return [(f"{id} ", box) for id, box in boxes.items()]


def _narrowed(boxes: dict[str, Box]) -> dict[str, Box]:
    """Boxes of lines without what Chromium's rounding adds above and below."""
    return {id: Box(box.left, box.top + ROUNDED, box.right, box.bottom - ROUNDED) for id, box in boxes.items()}


def _inked(letter: Box) -> Box:
    """The part of a turned letter's box that can hold ink: without the air above capitals, whichever way is up."""
    air = (metrics.ASCENT - metrics.CAP_HEIGHT) / (metrics.ASCENT + metrics.DESCENT)
    wide, high = air * (letter.right - letter.left) / 2, air * (letter.bottom - letter.top) / 2
    return Box(letter.left + wide, letter.top + high, letter.right - wide, letter.bottom - high)
