"""A scene as PNG and PDF, drawn by matplotlib; the only room that knows it.

Everything has its place already: matplotlib paints and measures nothing. In a PNG text is painted as the outlines
of its letters, sharp at every angle; in a PDF it stays text, that along a circle unseen beneath the sheet. What
our font lacks is drawn in DejaVu Sans, which matplotlib brings, no wider than it was measured.
"""

from __future__ import annotations

import math
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgb
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D

from techradar.draw.digest import KEYWORD, as_text
from techradar.draw.png import encoded
from techradar.draw.raster_outlines import circle, font_file, letters, other_font, other_letters, other_size, outline
from techradar.layout.arcs import letters_on_arc
from techradar.layout.metrics import in_font
from techradar.layout.scene import Circle, Group, Paint, Path, Scene, Shape, Text

POINTS_PER_INCH = 72
BAND = 16 * 1024 * 1024  # pixels that are painted at a time: 64 MiB, however large the picture
ROWS = 256  # of pixels that are packed at a time
# All of matplotlib's settings that bear on what we draw: a user's own matplotlibrc changes no picture.
SETTINGS: Any = {
    "pdf.fonttype": 42,  # TrueType, so that text can be searched and copied
    "pdf.compression": 6,
    "pdf.use14corefonts": False,
    "pdf.inheritcolor": False,
    "path.simplify": False,
    "agg.path.chunksize": 0,
    "figure.autolayout": False,
    "figure.constrained_layout.use": False,
}
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def to_png(scene: Scene, *, dpi: int) -> bytes:
    """The scene as a PNG with `dpi` dots per inch, which the file records."""
    scale = dpi / POINTS_PER_INCH
    across, down = round(scene.width * scale), round(scene.height * scale)
    texts = [("Title", scene.title), ("Description", scene.description)]
    if scene.digest:
        texts.append((KEYWORD, as_text(scene.digest)))
    with _settings():
        return encoded(_rows(scene, scale, across, down), across, down, dpi, texts)


def to_pdf(scene: Scene) -> bytes:
    """The scene as a PDF of one page, with its text as text."""
    from matplotlib.artist import Artist
    from matplotlib.backends.backend_pdf import FigureCanvasPdf
    from matplotlib.figure import Figure

    class Drawing(Artist):
        """The whole scene as one thing to draw."""

        def draw(self, renderer: Any) -> None:
            _write(renderer, scene)

    written = {"Title": scene.title, "Subject": scene.description, "Keywords": as_text(scene.digest)}
    unset = dict.fromkeys(("Creator", "Producer", "CreationDate"))
    with _settings():
        size = (scene.width / POINTS_PER_INCH, scene.height / POINTS_PER_INCH)
        figure = Figure(figsize=size, dpi=POINTS_PER_INCH, frameon=False)
        figure.add_artist(Drawing())
        canvas: Any = FigureCanvasPdf(figure)
        out = BytesIO()
        canvas.print_pdf(out, metadata={**written, **unset})
    return out.getvalue()


@contextmanager
def _settings() -> Iterator[None]:
    """matplotlib set as we need it, and silent where not even its own font has a character: it draws a box."""
    with rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph \d+ .*missing from")
        yield


# --- PNG: pixels


def _rows(scene: Scene, scale: float, across: int, down: int) -> Iterator[bytes]:
    """The rows of pixels as a PNG holds them, in pieces; painted band by band, so that no sheet is too large."""
    pieces = [(path, paint, *_reach(path, paint)) for path, paint in _outlines(_on_sheet(scene))]
    step = max(1, BAND // across)
    for top in range(0, down, step):
        rows = min(step, down - top)
        renderer: Any = RendererAgg(across, rows, POINTS_PER_INCH * scale)  # type: ignore[no-untyped-call]
        points = Affine2D().scale(scale, -scale).translate(0, rows + top)
        for path, paint, highest, lowest in pieces:
            if lowest * scale >= top and highest * scale <= top + rows:
                _paint(renderer, path, paint, points)
        pixels = np.asarray(renderer.buffer_rgba())
        for row in range(0, rows, ROWS):
            yield _row_bytes(pixels[row : row + ROWS, :, :3].reshape(-1, across * 3))


def _row_bytes(colours: Any) -> bytes:
    """Rows of red, green and blue, each behind the 0 that says it is not filtered."""
    rows = np.zeros((colours.shape[0], colours.shape[1] + 1), np.uint8)
    rows[:, 1:] = colours
    return rows.tobytes()


def _reach(path: Outline, paint: Paint) -> tuple[float, float]:
    """The highest and the lowest place that a painted outline can reach, in points down from the sheet's top."""
    down = np.asarray(path.vertices)[:, 1]
    around = paint.width + 1
    return float(down.min()) - around, float(down.max()) + around


def _outlines(shapes: tuple[Shape, ...]) -> Iterator[tuple[Outline, Paint]]:
    """All that is painted, text as outlines too, in order and in points."""
    for shape in _flat(shapes):
        if isinstance(shape, Text):
            paint = Paint(shape.fill)
            yield from ((path, paint) for path in _letters(shape))
        else:
            yield _outline(shape), shape.paint


def _letters(text: Text) -> Iterator[Outline]:
    for string, x, y, angle in _strings(text):
        ours = in_font(string)
        path = letters(string, text.weight) if ours else other_letters(string, text.weight)
        if path is not None:
            size = text.size if ours else other_size(string, text)
            # The letters' feet are at 0 and their heads above, while the sheet counts downwards.
            yield Affine2D().scale(size, -size).rotate_deg(angle).translate(x, y).transform_path(path)


# --- PDF: shapes and text


def _write(renderer: Any, scene: Scene) -> None:
    """The whole scene through matplotlib's writer of PDF, whose units are points upwards from the foot."""
    points = Affine2D().scale(1, -1).translate(0, scene.height)
    _write_unseen(renderer, scene)
    for shape in _flat(_on_sheet(scene)):
        if not isinstance(shape, Text):
            _paint(renderer, _outline(shape), shape.paint, points)
        elif shape.arc is None:
            _write_text(renderer, shape, scene.height)
        else:
            drawn = points.transform_path(Outline.make_compound_path(*_letters(shape)))
            rounded = Outline(np.asarray(drawn.vertices).round(2), drawn.codes)
            _paint(renderer, rounded, Paint(shape.fill), Affine2D())


def _write_unseen(renderer: Any, scene: Scene) -> None:
    """The words along arcs, whose letters, each by itself, no search would find.

    They lie where the letters are, in the mode for text that is not painted, and below the sheet for programs that
    paint it all the same.
    """
    words = [shape for shape in _flat(scene.children) if isinstance(shape, Text) and shape.arc is not None]
    renderer.file.write(b"3 Tr\n")
    for text in words:
        _write_text(renderer, _squared(text, scene), scene.height)
    if words:
        # LibreOffice puts the last text where the next one comes: let that one be nothing.
        _write_string(renderer, words[-1], " ", 0.0, 0.0, 0.0)
    renderer.file.write(b"0 Tr\n")


def _squared(text: Text, scene: Scene) -> Text:
    """Text along a circle as a line across or along the sheet, wholly on it: readers of PDF break up other turns."""
    turn = round((text.rotation + (180.0 if text.inward else 0.0)) / 90) * 90 % 360
    half = text.width / 2
    x, y = text.x, text.y
    if turn in {0, 180}:
        x = max(half, min(x, scene.width - half))
    else:
        y = max(half, min(y, scene.height - half))
    return text._replace(x=x, y=y, anchor="middle", rotation=turn, arc=None)


def _write_text(renderer: Any, text: Text, height: float) -> None:
    for string, x, y, angle in _strings(text):
        if string.strip():
            _write_string(renderer, text, string, x, height - y, -angle)


def _write_string(renderer: Any, text: Text, string: str, x: float, y: float, angle: float) -> None:
    if in_font(string):
        font = FontProperties(fname=str(font_file(text.weight)), size=text.size)
    else:
        font = other_font(text.weight).copy()
        font.set_size(other_size(string, text))
    pen = renderer.new_gc()
    pen.set_foreground(text.fill)
    renderer.draw_text(pen, x, y, string, font, angle)
    pen.restore()


# --- both


def _flat(shapes: tuple[Shape, ...]) -> Iterator[Circle | Path | Text]:
    """Every shape but the groups, which only SVG has."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _flat(shape.children)
        else:
            yield shape


def _outline(shape: Circle | Path) -> Outline:
    return circle(shape) if isinstance(shape, Circle) else outline(shape)


def _on_sheet(scene: Scene) -> tuple[Shape, ...]:
    """All shapes, on the sheet's own colour."""
    wide, high = scene.width, scene.height
    edge = (("M", 0.0, 0.0), ("L", wide, 0.0), ("L", wide, high), ("L", 0.0, high), ("Z",))
    return (Path(edge, Paint(scene.background)), *scene.children)


def _strings(text: Text) -> Iterator[tuple[str, float, float, float]]:
    """What is drawn of a text at a time: the string, where its baseline begins (points), its turn (degrees)."""
    if text.arc is not None:
        for letter, x, y, angle in letters_on_arc(text, text.arc):
            yield unicodedata.normalize("NFC", letter), x, y, angle
        return
    turn, back = math.radians(text.rotation), text.width * ANCHORS[text.anchor]
    string = unicodedata.normalize("NFC", text.string)
    yield string, text.x - back * math.cos(turn), text.y - back * math.sin(turn), text.rotation


def _paint(renderer: Any, path: Outline, paint: Paint, points: Affine2D) -> None:
    """Paint an outline, given in points."""
    pen = renderer.new_gc()
    pen.set_snap(False)
    pen.set_capstyle("butt")
    pen.set_joinstyle("round")
    pen.set_linewidth(paint.width if paint.stroke else 0)  # in points for every renderer, as are dashes
    if paint.stroke:
        pen.set_foreground(paint.stroke)
    if paint.dash:
        pen.set_dashes(0, list(paint.dash))
    renderer.draw_path(pen, path, points, to_rgb(paint.fill) if paint.fill else None)
    pen.restore()
