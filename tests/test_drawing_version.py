"""The drawing's version rises with the drawing, so that `render --check` tells of pictures that are drawn otherwise."""

from __future__ import annotations

from hashlib import blake2b

from generated import newest, radar
from scenes import every_shape
from techradar.draw.digest import DRAWING_VERSION
from techradar.draw.svg import to_svg
from techradar.layout.matrix import matrix_scene
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.trend import trend_scene

# The version, and what the scenes below look like in it. Who changes the drawing raises the version by one and puts
# here what the test says.
PINNED = ("8", "dbddd42460dbf83d")


def drawn() -> str:
    """A digest of pictures that hold what can be drawn: names and numbers, crowds, fills, marks, themes, types.

    As SVG, whose coordinates are rounded: the same on every system and with every matplotlib.
    """
    plain, filled = newest(radar(30)), newest(radar(60, 8, 6, placement="maturity"))
    scenes = [
        every_shape(),
        radar_scene(plain, Options("da")),
        radar_scene(plain, Options("da", labels="numbers", theme="dark", highlight=frozenset({"faldsensorer"}))),
        radar_scene(newest(radar(8)), Options("en", size="slide", labels="numbers")),
        radar_scene(filled, Options("da", theme="mono")),
        radar_scene(newest(radar(100, 3, 3, 1, "sector")), Options("da")),
        radar_scene(plain, Options("da", blank=True)),
        matrix_scene(filled, Options("da")),
        matrix_scene(filled, Options("da", labels="numbers", theme="mono")),
        trend_scene(plain, Options("da")),
        trend_scene(filled, Options("da", labels="numbers")),
    ]
    return blake2b(b"".join(map(to_svg, scenes)), digest_size=8).hexdigest()


def test_the_version_rises_with_the_drawing() -> None:
    """A change of what is drawn comes with another version."""
    now = drawn()
    told = f'raise DRAWING_VERSION in draw/digest.py, write PINNED = ("<it>", "{now}") here, and run make gallery'
    assert (DRAWING_VERSION, now) == PINNED, told
