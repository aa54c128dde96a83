"""Chromium for tests, and what it says of a picture: where everything is, how wide text is, in which font.

The browser is a second judge: it knows nothing of our layout, so what it measures is what a reader sees.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-dev-shm-usage", "--force-color-profile=srgb", "--font-render-hinting=none",
)  # fmt: skip
ADDRESS = "http://picture.test/"
POINT = 4 / 3  # pixels of the browser in a point

# For every group with an id its box (strokes included), for every text its width without the help of
# textLength, its box with it, and the box of each letter, which is what text along an arc needs.
MEASURE = """() => {
  const root = document.documentElement, scale = 3 / 4;
  const box = r => [r.left * scale, r.top * scale, r.right * scale, r.bottom * scale];
  const drawn = e => {
    const r = box(e.getBoundingClientRect()), stroke = e.getAttribute("stroke") || "none";
    const by = stroke === "none" ? 0 : parseFloat(e.getAttribute("stroke-width") || "1") / 2;
    return [r[0] - by, r[1] - by, r[2] + by, r[3] + by];
  };
  const boxes = [...root.querySelectorAll("g[id]")].map(e => {
    const all = [...e.querySelectorAll("circle, path, text:not([fill=none]), rect")].map(drawn);
    const low = at => Math.min(...all.map(r => r[at])), high = at => Math.max(...all.map(r => r[at]));
    return [e.id, low(0), low(1), high(2), high(3)];
  });
  const ids = [...root.querySelectorAll("[id]")].map(e => e.id);
  // Text along an arc is unpainted, and its letters stand before it, each by itself.
  const texts = [...root.querySelectorAll("text")].filter(e => !e.closest("g[aria-hidden]"));
  const lines = texts.map(e => {
    const along = e.getAttribute("fill") === "none" ? [...e.previousElementSibling.children] : [];
    const letters = along.map(letter => {
      const matrix = letter.getScreenCTM(), r = letter.getBBox();
      const corners = [[r.x, r.y], [r.x + r.width, r.y], [r.x, r.y + r.height], [r.x + r.width, r.y + r.height]]
        .map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
      const xs = corners.map(p => p.x), ys = corners.map(p => p.y);
      return box({left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys)});
    });
    const shown = box(e.getBoundingClientRect()), said = e.getAttribute("textLength"), group = e.closest("g[id]");
    return {
      string: e.textContent, group: group ? group.id : "", box: shown, letters, said: said && parseFloat(said),
      size: parseFloat(e.getAttribute("font-size")),
      semibold: e.getAttribute("font-weight") === "600",
    };
  });
  // All at once and last, because each change would have the browser lay out everything anew.
  texts.forEach(e => e.removeAttribute("textLength"));
  texts.forEach((e, place) => { lines[place].width = e.getComputedTextLength(); });
  return {width: root.width.baseVal.value * scale, height: root.height.baseVal.value * scale, boxes, ids, lines};
}"""


class Box(NamedTuple):
    """A rectangle in points from the sheet's top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, slack: float = 0.02) -> bool:
        """Whether the two share more than `slack` points: twice what rounding to 0.01 can do."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack
        )


@dataclass(frozen=True)
class Line:
    """A `<text>`: its words, the id of its group, how wide the browser finds it and what its textLength says."""

    string: str
    group: str
    box: Box
    letters: tuple[Box, ...]  # only of text along an arc
    width: float
    said: float | None
    size: float
    semibold: bool


@dataclass(frozen=True)
class Measured:
    """A picture as the browser shows it."""

    width: float
    height: float
    ids: tuple[str, ...]
    boxes: tuple[tuple[str, Box], ...]  # of the groups with an id
    lines: tuple[Line, ...]

    def groups(self, kind: str) -> dict[str, Box]:
        """The boxes of the groups of a kind ("blip"), by what follows the hyphen."""
        return {id.removeprefix(f"{kind}-"): box for id, box in self.boxes if id.startswith(f"{kind}-")}

    def letters(self, kind: str) -> list[tuple[str, Box]]:
        """The boxes of all letters along arcs in the groups of a kind, each with its group's id."""
        lines = (line for line in self.lines if line.group.startswith(f"{kind}-"))
        return [(line.group, letter) for line in lines for letter in line.letters]


def executable() -> str | None:
    """Where Chromium lies: TECHRADAR_CHROMIUM, else on the path."""
    named = os.environ.get("TECHRADAR_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests. Without one they are skipped, but fail where CI promises to have it."""
    path = executable()
    if path is None:
        reason = "no Chromium: install it or name it with TECHRADAR_CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


def opened(browser: Browser, svg: bytes, scale: float = 1.0) -> Page:
    """A page that shows an SVG as its own document, ready with its fonts; every other request is refused.

    `scale` is how many pixels of a screenshot a pixel of the page has.
    """
    page = browser.new_page(viewport={"width": 1200, "height": 900}, device_scale_factor=scale)
    page.route("**/*", lambda route: route.abort())
    page.route(ADDRESS, lambda route: route.fulfill(body=svg, content_type="image/svg+xml"))
    page.goto(ADDRESS)
    page.evaluate("document.fonts.ready")
    return page


def measured(browser: Browser, svg: bytes) -> Measured:
    """What the browser measures in an SVG, in points."""
    page = opened(browser, svg)
    try:
        found: dict[str, Any] = page.evaluate(MEASURE)
    finally:
        page.close()
    return Measured(
        found["width"],
        found["height"],
        tuple(found["ids"]),
        tuple((id, Box(*box)) for id, *box in found["boxes"]),
        tuple(_line(line) for line in found["lines"]),
    )


def _line(found: dict[str, Any]) -> Line:
    places = {"box": Box(*found["box"]), "letters": tuple(Box(*letter) for letter in found["letters"])}
    return Line(**{**found, **places})


def screenshot(browser: Browser, svg: bytes, scale: float) -> bytes:
    """The picture as a PNG with `scale` pixels for each of the browser's, of which 96 make an inch."""
    page = opened(browser, svg, scale)
    try:
        size = page.evaluate(
            "[document.documentElement.width.baseVal.value, document.documentElement.height.baseVal.value]"
        )
        page.set_viewport_size({"width": round(size[0]), "height": round(size[1])})
        return page.screenshot()
    finally:
        page.close()


def overlaps(one: Iterable[tuple[str, Box]], others: Iterable[tuple[str, Box]] | None = None) -> list[tuple[str, str]]:
    """The pairs of names whose boxes meet: among `one`, or of `one` with `others`; equal names never count."""
    first = sorted(one, key=lambda named: named[1].left)
    second = sorted(others, key=lambda named: named[1].left) if others is not None else None
    found: set[tuple[str, str]] = set()
    for place, (name, box) in enumerate(first):
        for other, there in second if second is not None else first[place + 1 :]:
            if there.left >= box.right:
                break
            if name != other and box.meets(there):
                found.add((name, other))
    return sorted(found)


def outside(boxes: Iterable[tuple[str, Box]], width: float, height: float) -> list[str]:
    """The names of the boxes that are not wholly on the sheet."""
    sheet = Box(-0.01, -0.01, width + 0.01, height + 0.01)
    return sorted(
        name
        for name, box in boxes
        if box.left < sheet.left or box.top < sheet.top or box.right > sheet.right or box.bottom > sheet.bottom
    )
