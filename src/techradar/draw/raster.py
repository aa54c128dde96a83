"""A scene as PNG and PDF, drawn by matplotlib; the only room that knows it.

Everything has its place already: matplotlib paints and measures nothing. Text stands in our font, each line with
its measured place; what our font lacks is drawn in DejaVu Sans, which matplotlib brings.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO
from typing import Any

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.text import Text as Words

from techradar.draw.digest import KEYWORD, as_text
from techradar.layout.arcs import letters_on_arc
from techradar.layout.metrics import in_font
from techradar.layout.scene import Circle, Group, Paint, Path, Scene, Shape, Text

POINTS_PER_INCH = 72
# Text as text and no guessing: fonts embedded whole enough to search, signs such as $ as they stand.
SETTINGS: dict[str, Any] = {
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "text.usetex": False,
    "text.parse_math": False,
    "text.antialiased": True,
    "path.simplify": False,
    "path.snap": False,
    "text.hinting": "none",
}


def to_png(scene: Scene, *, dpi: int) -> bytes:
    """The scene as a PNG with `dpi` dots per inch, which the file records."""
    written = {"Title": scene.title, "Description": scene.description, "Software": None}
    if scene.digest:
        written[KEYWORD] = as_text(scene.digest)
    with rc_context(SETTINGS):
        figure = _figure(scene)
        FigureCanvasAgg(figure)
        out = BytesIO()
        figure.savefig(out, format="png", dpi=dpi, metadata=written)
    return out.getvalue()


def to_pdf(scene: Scene) -> bytes:
    """The scene as a PDF of one page, with its text as text."""
    written = {"Title": scene.title, "Subject": scene.description, "Keywords": as_text(scene.digest)}
    unset = dict.fromkeys(("Creator", "Producer", "CreationDate"))
    with rc_context(SETTINGS):
        figure = _figure(scene)
        FigureCanvasPdf(figure)
        out = BytesIO()
        figure.savefig(out, format="pdf", metadata={**written, **unset})
    return out.getvalue()


def _figure(scene: Scene) -> Figure:
    size = (scene.width / POINTS_PER_INCH, scene.height / POINTS_PER_INCH)
    figure = Figure(figsize=size, dpi=POINTS_PER_INCH, facecolor=scene.background, layout="none")
    for order, artist in enumerate(_artists(scene.children, scene)):
        artist.set_zorder(order)
        figure.add_artist(artist)
    return figure


def _artists(shapes: tuple[Shape, ...], scene: Scene) -> Iterator[Any]:
    for shape in shapes:
        match shape:
            case Circle():
                yield _patch(_circle(shape), shape.paint, scene)
            case Path():
                yield _patch(_outline(shape), shape.paint, scene)
            case Text():
                yield from _texts(shape, scene)
            case Group():
                yield from _artists(shape.children, scene)


def _circle(circle: Circle) -> Outline:
    return Outline.circle((circle.x, circle.y), circle.radius)


def _patch(outline: Outline, paint: Paint, scene: Scene) -> PathPatch:
    """A path in points from the top left corner as a patch in the figure's fractions."""
    vertices = outline.vertices.copy()
    vertices[:, 0] /= scene.width
    vertices[:, 1] = 1 - vertices[:, 1] / scene.height
    dashed = (0, paint.dash) if paint.dash else "solid"
    return PathPatch(
        Outline(vertices, outline.codes),
        facecolor=paint.fill or "none",
        edgecolor=paint.stroke or "none",
        linewidth=paint.width if paint.stroke else 0,
        linestyle=_unscaled(dashed, paint.width),
        capstyle="butt",
        joinstyle="miter",
        fill=paint.fill is not None,
    )


def _unscaled(dashed: Any, width: float) -> Any:
    """A dash pattern in points; matplotlib multiplies it by the line's width."""
    if dashed == "solid" or not width:
        return "solid"
    return (0, [length / width for length in dashed[1]])


def _outline(path: Path) -> Outline:
    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    for name, *values in path.steps:
        numbers = [float(value) for value in values]
        if name == "A":
            for points in _arc(vertices[-1], *numbers):
                vertices += points
                codes += [Outline.CURVE4] * 3
        elif name == "Z":
            vertices.append(vertices[0])
            codes.append(Outline.CLOSEPOLY)
        else:
            vertices.append((numbers[0], numbers[1]))
            codes.append(Outline.MOVETO if name == "M" else Outline.LINETO)
    return Outline(vertices, codes)


def _arc(
    start: tuple[float, float], radius: float, large: float, clockwise: float, x: float, y: float
) -> Iterator[list[tuple[float, float]]]:
    """An arc of a circle as cubic curves of at most a quarter each.

    Centre after SVG 1.1, F.6.5; curves with the usual handle of 4/3 tan(angle/4), off by less than 0.03 % of the radius.
    """
    half_x, half_y = (start[0] - x) / 2, (start[1] - y) / 2
    across = half_x**2 + half_y**2
    if not across:
        return
    radius = max(radius, math.sqrt(across))
    side = (1 if large != clockwise else -1) * math.sqrt(max(0.0, radius**2 / across - 1))
    centre_x, centre_y = (start[0] + x) / 2 + side * half_y, (start[1] + y) / 2 - side * half_x
    first = math.atan2(start[1] - centre_y, start[0] - centre_x)
    sweep = math.atan2(y - centre_y, x - centre_x) - first
    if clockwise and sweep < 0:
        sweep += 2 * math.pi
    elif not clockwise and sweep > 0:
        sweep -= 2 * math.pi
    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / pieces
    handle = 4 / 3 * math.tan(step / 4) * radius
    for piece in range(pieces):
        one, two = first + piece * step, first + (piece + 1) * step
        from_x, from_y = centre_x + radius * math.cos(one), centre_y + radius * math.sin(one)
        to_x, to_y = centre_x + radius * math.cos(two), centre_y + radius * math.sin(two)
        yield [
            (from_x - handle * math.sin(one), from_y + handle * math.cos(one)),
            (to_x + handle * math.sin(two), to_y - handle * math.cos(two)),
            (to_x, to_y),
        ]


def _texts(text: Text, scene: Scene) -> Iterator[Words]:
    if text.arc is not None:
        for letter, x, y, angle in letters_on_arc(text, text.arc):
            if letter.strip():
                yield _words(text, letter, x, y, angle, "left", scene)
        return
    anchor = {"start": "left", "middle": "center", "end": "right"}[text.anchor]
    yield _words(text, text.string, text.x, text.y, text.rotation, anchor, scene)


def _words(text: Text, string: str, x: float, y: float, angle: float, anchor: str, scene: Scene) -> Words:
    return Words(
        x / scene.width,
        1 - y / scene.height,
        string,
        color=text.fill,
        fontproperties=_properties(text.weight, in_font(string), text.size),
        horizontalalignment=anchor,
        verticalalignment="baseline",
        rotation=-angle,
        rotation_mode="anchor",
        parse_math=False,
    )


@cache
def _properties(weight: str, ours: bool, size: float) -> FontProperties:
    if not ours:
        return FontProperties(family="DejaVu Sans", weight="bold" if weight == "semibold" else "normal", size=size)
    with as_file(files("techradar").joinpath("data", "fonts", f"inter-{weight}.ttf")) as path:
        return FontProperties(fname=str(path), size=size)
