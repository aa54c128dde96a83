"""A picture in other people's programs: its words are found, its fonts are inside, its size is known."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser import opened
from generated import newest, radar
from techradar.draw.png import SIGNATURE
from techradar.draw.raster import to_pdf, to_png
from techradar.draw.svg import to_svg
from techradar.history import Snapshot
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Scene


def shown() -> Snapshot:
    """A radar of 25 technologies with Danish names."""
    return newest(radar(25))


@pytest.fixture(scope="module")
def scene() -> Scene:
    """Its picture, with names on it."""
    return radar_scene(shown(), Options("da"))


def said(*command: str | Path) -> str:
    """What a tool of Debian prints; the test is skipped where the machine does not have it."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"no {command[0]}")
    return subprocess.run([*map(str, command)], capture_output=True, encoding="utf-8", check=True).stdout


@pytest.fixture(scope="module")
def pdf(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The picture as a PDF."""
    path = tmp_path_factory.mktemp("pdf") / "radar.pdf"
    path.write_bytes(to_pdf(scene))
    return path


def test_every_name_is_found_in_a_pdf(pdf: Path) -> None:
    """A search finds technologies, rings, advice and sectors by their whole names, æ, ø and å too."""
    words = " ".join(said("pdftotext", pdf, "-").split())
    settings = shown().configuration
    assert "Data i den grønne omstilling" in words
    for name in [*(sector.name for sector in settings.sectors), *(ring.name.upper() for ring in settings.rings)]:
        assert name in words, name
    for standing in shown().standings:
        assert all(part in words for part in standing.technology.name.split()), standing.technology.name
    # Letters that stand alone are those along an arc which came out one by one.
    assert not re.search(r"(?:\b\w ){4}", words)


def test_fonts_are_inside_a_pdf(pdf: Path) -> None:
    """Both weights are embedded, and nothing depends on a font of the reader's machine."""
    fonts = said("pdffonts", pdf).splitlines()[2:]
    assert sorted(line.split()[0].partition("+")[2] for line in fonts) == [
        "TechradarInter-Regular",
        "TechradarInter-Semibold",
    ]
    assert all(line.split()[-5] == "yes" for line in fonts), "emb sub uni object ID"


@pytest.mark.parametrize("dpi", [60, 72, 300])
def test_a_png_knows_its_size_on_paper(scene: Scene, dpi: int) -> None:
    """The file says how many pixels a metre has, so that Word and PowerPoint place it in its own size."""
    data = to_png(scene, dpi=dpi)
    assert data.startswith(SIGNATURE)
    at = data.index(b"pHYs") + 4
    across, down, unit = struct.unpack(">IIB", data[at : at + 9])
    assert (across, down, unit) == (round(dpi / 0.0254), round(dpi / 0.0254), 1)
    wide: int = struct.unpack(">I", data[16:20])[0]
    assert wide / across / 0.0254 * 72 == pytest.approx(scene.width, abs=0.7)


def test_a_search_in_the_browser_finds_text_along_an_arc(scene: Scene, browser: Browser) -> None:
    """Ctrl-F finds a sector, a ring and a technology in the SVG, and not what is not there."""
    page = opened(browser, to_svg(scene))
    try:
        found = {
            word: page.evaluate("word => { getSelection().removeAllRanges(); return window.find(word) }", word)
            for word in ("Data i den grønne omstilling", "Prøv med mål og slutdato", "Faldsensorer", "Findes ikke")
        }
    finally:
        page.close()
    assert found == {
        "Data i den grønne omstilling": True, "Prøv med mål og slutdato": True, "Faldsensorer": True,
        "Findes ikke": False,
    }  # fmt: skip


def test_a_converter_draws_text_along_arcs_where_the_browser_does(
    scene: Scene, browser: Browser, tmp_path: Path
) -> None:
    """librsvg, which knows neither our font nor text on a path, has ink where Chromium has it all along the rim."""
    svg = tmp_path / "radar.svg"
    svg.write_bytes(to_svg(scene))
    said("rsvg-convert", "-d", "96", "-p", "96", svg, "-o", tmp_path / "converted.png")
    drawn = [_ink(path) for path in (tmp_path / "converted.png", _shot(browser, svg, tmp_path))]
    size = drawn[0].shape
    assert size == drawn[1].shape
    near = _spread(drawn[1])
    # Around the disc, where only the names of sectors stand, all ink lies beside ink of the browser's.
    band = _rim(scene, size)
    assert (drawn[0] & band).sum() > 1000
    assert (drawn[0] & band & ~near).sum() < 0.02 * (drawn[0] & band).sum()


def test_a_pdf_has_its_names_once_where_all_text_is_painted(pdf: Path, scene: Scene, tmp_path: Path) -> None:
    """LibreOffice, which paints text that is not to be painted, has ink where poppler has it all along the rim."""
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    said("soffice", "--headless", profile, "--convert-to", "png", "--outdir", tmp_path, pdf)
    said("pdftoppm", "-r", "96", "-png", "-singlefile", pdf, tmp_path / "poppler")
    drawn = [_ink(tmp_path / name) for name in ("radar.png", "poppler.png")]
    height, width = (min(sizes) for sizes in zip(*(ink.shape for ink in drawn), strict=True))
    office, poppler = (ink[:height, :width] for ink in drawn)
    band = _rim(scene, (height, width))
    assert (office & band).sum() > 1000
    assert (office & band & ~_spread(poppler)).sum() < 0.02 * (office & band).sum()


def _shot(browser: Browser, svg: Path, folder: Path) -> Path:
    from browser import screenshot

    path = folder / "browser.png"
    path.write_bytes(screenshot(browser, svg.read_bytes(), 1.0))
    return path


def _ink(path: Path) -> Any:
    """Where a PNG is darker than its sheet: rows of true and false."""
    from matplotlib.image import imread

    return imread(path)[:, :, :3].min(axis=2) < 0.6


def _spread(ink: Any) -> Any:
    """Ink and all within four pixels of it."""
    import numpy as np

    wide = ink.copy()
    for down in range(-4, 5):
        for right in range(-4, 5):
            wide |= np.roll(np.roll(ink, down, axis=0), right, axis=1)
    return wide


def _rim(scene: Scene, size: tuple[int, int]) -> Any:
    """The band around the disc in which the names of sectors stand."""
    import numpy as np

    from techradar.layout.scene import Circle, Group, Text, walk

    disc = max((s for s in walk(scene.children) if isinstance(s, Circle)), key=lambda circle: circle.radius)
    named = [s for g in scene.children if isinstance(g, Group) and str(g.id).startswith("sector-") for s in g.children]
    assert all(s.arc and s.arc[2] > disc.radius for s in named if isinstance(s, Text))
    rows, columns = np.mgrid[: size[0], : size[1]] * 0.75
    away = np.hypot(columns - disc.x, rows - disc.y)
    return (away > disc.radius + 3) & (away < disc.radius + 17)
