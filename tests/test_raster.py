"""PNG and PDF: the same picture as the SVG, with its size, its words and what it was made from in the file."""

from __future__ import annotations

import re
import struct
import warnings
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.image import imread
from playwright.sync_api import Browser

import generated
from browser import screenshot
from scenes import HEIGHT, WIDTH, every_shape, line, on_arc, read_digest, scene
from techradar.draw.raster import to_pdf, to_png
from techradar.draw.svg import to_svg
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Circle, Paint, Text

DIGEST = (("edition", "2026"), ("technology.droner", "0123456789ab (x) \\ 00"))
# Texts that our font lacks characters of, or that matplotlib would take for a formula.
HARD_TEXTS = (
    "🙂 AI",
    "计算机",
    "سلام",
    "שלום",
    "$x$",
    "$",
    r"\alpha_{2}",
    "\u0000",
    "\x1b",
    "e\u0301",
    "👩‍👩‍👧",
    "\U000f0000",
    "…–’“",
)


def pixels(png: bytes) -> Any:
    """The colours of a PNG, each 0 to 1, without transparency."""
    return imread(BytesIO(png))[..., :3]


def chunks(png: bytes) -> dict[bytes, list[bytes]]:
    """The chunks of a PNG by kind."""
    found: dict[bytes, list[bytes]] = {}
    at = 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        found.setdefault(kind, []).append(png[at + 8 : at + 8 + length])
        at += length + 12
    return found


def streams(pdf: bytes) -> bytes:
    """All unpacked streams of a PDF, one after the other."""
    parts = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    unpacked = []
    for part in parts:
        try:
            unpacked.append(zlib.decompressobj().decompress(part))
        except zlib.error:
            continue
    return b"".join(unpacked)


def searchable(pdf: bytes) -> set[str]:
    """The characters that a reader of the PDF can search for, after its ToUnicode tables."""
    ranges = b"".join(re.findall(rb"<[0-9a-fA-F]{4}> <[0-9a-fA-F]{4}> \[(.*?)\]", streams(pdf)))
    return {chr(int(code, 16)) for code in re.findall(rb"<([0-9a-fA-F]{4})>", ranges)}


@pytest.mark.parametrize("dpi", [36, 72, 150, 200, 300])
def test_a_png_has_the_size_that_its_resolution_gives(dpi: int) -> None:
    """Pixels are points times dots per inch, and the file records the resolution."""
    found = chunks(to_png(scene(line("Radar")), dpi=dpi))
    width, height = struct.unpack(">II", found[b"IHDR"][0][:8])
    assert (width, height) == pytest.approx((WIDTH * dpi / 72, HEIGHT * dpi / 72), abs=1)
    across, down, unit = struct.unpack(">IIB", found[b"pHYs"][0])
    assert (across, down, unit) == pytest.approx((dpi / 0.0254, dpi / 0.0254, 1), abs=1)


def test_files_carry_title_description_and_digest(tmp_path: Path) -> None:
    """PNG and PDF say what they show and what they were made from, and nothing of the day or the program."""
    drawn = scene(line("Radar"), digest=DIGEST, title="Radar æøå 🙂", description="En (lille) radar")
    png, pdf = to_png(drawn, dpi=72), to_pdf(drawn)
    for name, written in (("a.png", png), ("a.pdf", pdf)):
        (tmp_path / name).write_bytes(written)
        assert read_digest(tmp_path / name) == dict(DIGEST)
    found = chunks(png)
    texts = b"".join([*found.get(b"tEXt", []), *found.get(b"iTXt", [])])
    assert "Radar æøå 🙂".encode() in texts
    assert b"En (lille) radar" in texts
    assert b"Software" not in texts
    assert "Radar æøå 🙂".encode("utf-16-be") in pdf.replace(b"\\\\", b"\\")
    assert not re.search(rb"/(CreationDate|Creator|Producer)\b", pdf)


@pytest.mark.parametrize("writer", ["png", "pdf"])
def test_the_same_scene_gives_the_same_bytes(writer: str) -> None:
    """Two drawings of a scene are equal byte by byte, whatever was drawn between them."""
    write = (lambda s: to_png(s, dpi=100)) if writer == "png" else to_pdf
    first = write(every_shape())
    write(scene(line("noget andet 计算机")))
    assert write(every_shape()) == first
    assert write(every_shape((152.0, 100.0))) != first


def test_a_users_own_settings_change_nothing() -> None:
    """A matplotlibrc with another look changes neither PNG nor PDF."""
    import matplotlib

    plain = to_png(every_shape(), dpi=72), to_pdf(every_shape())
    odd: dict[Any, Any] = {
        "font.family": "serif", "text.color": "red", "savefig.dpi": 17, "figure.facecolor": "black",
        "savefig.bbox": "tight", "pdf.fonttype": 3, "path.sketch": (1, 100, 2), "savefig.transparent": True,
        "text.antialiased": False, "patch.antialiased": False, "axes.unicode_minus": False, "pdf.compression": 0,
    }  # fmt: skip
    with matplotlib.rc_context(odd):
        assert (to_png(every_shape(), dpi=72), to_pdf(every_shape())) == plain


def test_a_pdf_is_one_page_of_the_sheets_size_with_its_fonts() -> None:
    """The page is as large as the sheet, both weights of our font are inside, and its text can be searched."""
    pdf = to_pdf(every_shape())
    assert re.findall(rb"/Type /Page\b", pdf) == [b"/Type /Page"]
    assert re.search(rb"/MediaBox \[ ?0 0 300 200 ?\]", pdf)
    fonts = set(re.findall(rb"/FontName /(?:[A-Z]{6}\+)?([\w-]+)", pdf))
    assert fonts == {b"TechradarInter-Regular", b"TechradarInter-Semibold"}
    assert len(re.findall(rb"/FontFile2 ", pdf)) == 2
    assert len(re.findall(rb"/ToUnicode ", pdf)) >= 2
    assert searchable(pdf) >= set("Dronerpåtilsyn")


@pytest.mark.parametrize("words", HARD_TEXTS)
def test_text_outside_the_font_is_drawn_without_complaint(words: str) -> None:
    """Emoji, other alphabets, formulas and characters that nobody can see raise no warning and end no drawing."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        drawn = scene(line(words, weight="semibold"), line("før " + words + " efter", 20, 80), on_arc(words + " x"))
        assert to_png(drawn, dpi=72).startswith(b"\x89PNG")
        assert to_pdf(drawn).startswith(b"%PDF")


def test_dollar_signs_stand_as_they_are() -> None:
    """A name between dollar signs is no formula: its signs are drawn and can be searched for."""
    drawn = scene(line("$x$", size=40, y=100))
    assert {"$", "x"} <= searchable(to_pdf(drawn))
    inked = (pixels(to_png(drawn, dpi=72)).mean(axis=2) < 0.5).any(axis=0)
    assert inked.nonzero()[0].max() - inked.nonzero()[0].min() > 40


def test_words_along_an_arc_lie_unseen_below_the_sheet() -> None:
    """They are written before anything is painted, so that a program that paints them all the same covers them."""
    pdf = to_pdf(scene(line("Titel"), on_arc("RING", 20.0), on_arc("nede", 180.0, inward=True)))
    (content,) = (
        found
        for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
        if b" Tr\n" in (found := unpacked(stream))
    )
    before, after = content.split(b"\n0 Tr\n")
    assert before.count(b"3 Tr\n") == 1
    assert before.count(b"BT\n") == 3
    assert re.findall(rb"(?m)(?:^|\s)(?:f|F|S|B|b|s|f\*|B\*)$", before) == []
    assert b"3 Tr" not in after
    assert re.search(rb"(?m)(?:^|\s)f$", after)


def unpacked(stream: bytes) -> bytes:
    """A stream of a PDF as it was before it was packed; nothing where it is no packed one."""
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize("words", ["计算机视觉与自然语言", "🙂🙂🙂", "Привет мир"])
def test_text_outside_the_font_keeps_to_its_width(words: str) -> None:
    """What another font draws is no wider than it was measured."""
    text = line(words, 20, 100, 20)
    inked = (pixels(to_png(scene(text), dpi=72)).mean(axis=2) < 0.6).any(axis=0).nonzero()[0]
    assert inked.size
    assert inked.max() <= text.x + text.width + 1


def test_anchors_and_rotation_put_text_where_it_belongs() -> None:
    """Text begins, is centred or ends at its place, and turns around it clockwise."""

    def extent(text: Text) -> tuple[float, float, float, float]:
        dark = pixels(to_png(scene(text), dpi=72)).mean(axis=2) < 0.6
        across, down = dark.any(axis=0).nonzero()[0], dark.any(axis=1).nonzero()[0]
        return across.min(), across.max(), down.min(), down.max()

    start, middle, end = (extent(line("HHHH", 150, 100, 20, anchor=anchor)) for anchor in ("start", "middle", "end"))
    wide = line("HHHH", size=20).width
    assert start[:2] == pytest.approx((150, 150 + wide), abs=3)
    assert middle[:2] == pytest.approx((150 - wide / 2, 150 + wide / 2), abs=3)
    assert end[:2] == pytest.approx((150 - wide, 150), abs=3)
    assert start[2:] == pytest.approx((100 - 0.727 * 20, 100), abs=1.5)
    down = extent(line("HHHH", 150, 100, 20)._replace(rotation=90.0))
    assert down[2:] == pytest.approx((100, 100 + wide), abs=3)
    assert down[:2] == pytest.approx((150, 150 + 0.727 * 20), abs=1.5)


def test_shapes_have_their_colours() -> None:
    """Fill, stroke and ground are the colours of the scene, at every resolution."""
    drawn = scene(Circle(150, 100, 50, Paint("#0a639e", "#a8430c", 20.0)))._replace(background="#f7f9fb")
    for dpi in (72, 200):
        seen = np.rint(pixels(to_png(drawn, dpi=dpi)) * 255).astype(int)
        at = {point: bytes(seen[100 * dpi // 72, point * dpi // 72].tolist()).hex() for point in (5, 100, 150)}
        assert at == {5: "f7f9fb", 100: "a8430c", 150: "0a639e"}


def _difference(one: Any, other: Any) -> tuple[float, float]:
    """How far two pictures differ on the whole, and in the worst tile of 12 by 12 pixels: 0 to 1."""
    height, width = min(one.shape[0], other.shape[0]) // 12 * 12, min(one.shape[1], other.shape[1]) // 12 * 12
    apart = one[:height, :width].mean(axis=2) - other[:height, :width].mean(axis=2)
    tiles = apart.reshape(height // 12, 12, width // 12, 12).mean(axis=(1, 3))
    return float(np.abs(apart).mean()), float(np.abs(tiles).max())


@pytest.mark.browser
def test_the_png_shows_what_the_browser_shows(browser: Browser) -> None:
    """A PNG agrees with Chromium's picture of the SVG everywhere, and a shape 2 points off would be seen."""
    png = pixels(to_png(every_shape(), dpi=144))
    seen = pixels(screenshot(browser, to_svg(every_shape()), 1.5))
    assert seen.shape == pytest.approx(png.shape, abs=1)
    whole, worst = _difference(png, seen)
    assert whole < 0.01
    assert worst < 0.06
    moved = pixels(screenshot(browser, to_svg(every_shape((152.0, 100.0))), 1.5))
    assert _difference(png, moved)[1] > 0.12


@pytest.mark.browser
def test_a_radar_is_the_same_in_both(browser: Browser) -> None:
    """The PNG of a whole radar agrees with Chromium's picture of the SVG."""
    drawn = radar_scene(generated.newest(generated.radar(30)), Options("da"))
    png = pixels(to_png(drawn, dpi=96))
    seen = pixels(screenshot(browser, to_svg(drawn), 1.0))
    whole, worst = _difference(png, seen)
    assert whole < 0.01
    assert worst < 0.1
