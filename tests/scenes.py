"""Small scenes for the tests of the writers."""

from __future__ import annotations

from pathlib import Path as File

from techradar.draw.digest import digest_in
from techradar.layout import metrics
from techradar.layout.scene import Anchor, Circle, Group, Paint, Path, Scene, Shape, Text, Weight

WIDTH, HEIGHT = 300.0, 200.0


def read_digest(path: File) -> dict[str, str] | None:
    """The digest that a picture carries; none where it is no picture of ours."""
    return digest_in(path.read_bytes())


def line(
    string: str,
    x: float = 20.0,
    y: float = 40.0,
    size: float = 10.0,
    weight: Weight = "regular",
    anchor: Anchor = "start",
) -> Text:
    """A line of text with its measured width."""
    return Text(x, y, string, size, "#16232d", metrics.width(string, size, weight), weight, anchor)


def on_arc(string: str, middle: float = 0.0, *, inward: bool = False, size: float = 12.0) -> Text:
    """Text along a circle of 60 points around (150, 100)."""
    wide = metrics.width(string, size, "semibold")
    arc = (150.0, 100.0, 60.0)
    return Text(150.0, 40.0, string, size, "#16232d", wide, "semibold", "middle", middle, arc, inward)


def scene(
    *shapes: Shape, digest: tuple[tuple[str, str], ...] = (), title: str = "Radar", description: str = "Om den"
) -> Scene:
    """A scene of 300 by 200 points."""
    return Scene(WIDTH, HEIGHT, "da", title, description, "#ffffff", shapes, digest)


def every_shape(blip: tuple[float, float] = (150.0, 100.0)) -> Scene:
    """A scene with each kind of shape; `blip` is where its filled circle lies."""
    wedge = (("M", 30.0, 150.0), ("L", 90.0, 150.0), ("A", 60.0, 0, 0, 72.426, 107.574), ("Z",))
    half = (("M", 200.0, 150.0), ("A", 25.0, 1, 1, 250.0, 150.0), ("A", 40.0, 0, 0, 200.0, 150.0), ("Z",))
    turned = Text(270.0, 180.0, "Op", 10.0, "#7c1140", metrics.width("Op", 10.0, "semibold"), "semibold", "end", -90.0)
    return scene(
        Group((Circle(150.0, 100.0, 80.0, Paint("#d3e1ea", "#6f7d88", 1.0)),), id="ring-klar"),
        Path(wedge, Paint("#1f7037", "#16232d", 1.5, (4.0, 2.0))),
        Path(half, Paint(None, "#a8430c", 2.0)),
        Group(
            (Circle(*blip, 9.0, Paint("#0a639e")),),
            id="blip-droner",
            title="Droner",
            href="#droner",
            data=(("ring", "klar"), ("sector", "sensorer"), ("movement", "new"), ("score", "0.8")),
        ),
        Group((line("Droner på tilsyn", 165.0, 103.0),), id="label-droner"),
        line("Titel", 20.0, 30.0, 20.0, "semibold"),
        line("midt", 150.0, 195.0, anchor="middle"),
        turned,
        Group((on_arc("KUNSTIG INTELLIGENS", 20.0), on_arc("nede", 180.0, inward=True)), id="sector-ki"),
    )  # fmt: skip
