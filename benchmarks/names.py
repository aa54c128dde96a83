"""How often names stand on the picture, and what they cross: 200 generated radars of each size, on A4.

    python benchmarks/names.py [--radars 200] [--size a4]

Each row is a number of technologies. `named`: radars that keep their names at their blips; the others have numbers
and a legend. Of all names that stand: how many run over a ring's border, how many over a spoke, how many have a
leader, and how long a leader is. The radars are those of the tests, the same on every machine.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from generated import Skew, newest, radar
from techradar.history import Snapshot
from techradar.layout import metrics
from techradar.layout.geometry import Box, Disc
from techradar.layout.options import Options
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Circle, Group, Scene, Text
from techradar.layout.scene import Path as Drawn
from techradar.problems import TechradarError

COUNTS = (25, 33, 40, 50)
SKEWS: tuple[Skew, ...] = ("usual", "even")


class Row(NamedTuple):
    """What was found for radars of one size; `length` is that of all leaders, in points."""

    technologies: int
    radars: int
    named: int
    names: int
    over_border: int
    over_spoke: int
    leaders: int
    length: float


def measured(technologies: int, radars: int, size: str) -> Row:
    """A row for `radars` radars of that many technologies."""
    found = [
        crossings(newest(radar(technologies, 5 + seed % 2, 4, seed, SKEWS[seed // 2 % 2])), size)
        for seed in range(radars)
    ]
    sums = [sum(column) for column in zip(*found, strict=True)]
    return Row(technologies, *sums[1:])


def crossings(snapshot: Snapshot, size: str) -> Row:
    """What the names of one radar cross; of one whose names, or which itself, does not hold nothing is counted."""
    count = len(snapshot.standings)
    try:
        scene = radar_scene(snapshot, Options("da", size=size))
    except TechradarError:
        return Row(count, 1, 0, 0, 0, 0, 0, 0.0)
    boxes = list(_names(scene))
    if not boxes:
        return Row(count, 1, 0, 0, 0, 0, 0, 0.0)
    disc = disc_of(scene, snapshot)
    borders = sum(any(_near(disc, box) < radius < _far(disc, box) for radius in disc.outer) for box in boxes)
    spokes = sum(any(_on_spoke(disc, sector, box) for sector in range(disc.sectors)) for box in boxes)
    lengths = list(_leaders(scene))
    return Row(count, 1, 1, len(boxes), borders, spokes, len(lengths), sum(lengths))


def disc_of(scene: Scene, snapshot: Snapshot) -> Disc:
    """The disc as it is drawn."""
    circles = {
        group.id: next(shape for shape in group.children if isinstance(shape, Circle))
        for group in scene.children
        if isinstance(group, Group) and (group.id or "").startswith("ring-")
    }
    rings = [circles[f"ring-{ring.id}"] for ring in snapshot.configuration.rings]
    return Disc(rings[0].x, rings[0].y, tuple(ring.radius for ring in rings), len(snapshot.configuration.sectors))


def _names(scene: Scene) -> Iterator[Box]:
    """The box of each name, from x-height to baseline: a border that runs under a name's air strikes no letter."""
    for group in scene.children:
        if not (isinstance(group, Group) and (group.id or "").startswith("label-")):
            continue
        lines = [shape for shape in group.children if isinstance(shape, Text)]
        if lines[0].string.isdigit():
            return
        first, last = lines[0], lines[-1]
        left, right = min(line.x for line in lines), max(line.x + line.width for line in lines)
        yield Box(left, first.y - metrics.X_HEIGHT * first.size, right, last.y)


def _leaders(scene: Scene) -> Iterator[float]:
    for group in scene.children:
        if isinstance(group, Group) and (group.id or "").startswith("leader-"):
            (line,) = (shape for shape in group.children if isinstance(shape, Drawn))
            (x, y), (end_x, end_y) = ((float(step[1]), float(step[2])) for step in line.steps)
            yield math.hypot(end_x - x, end_y - y)


def _near(disc: Disc, box: Box) -> float:
    return disc.reach(box)[0]


def _far(disc: Disc, box: Box) -> float:
    return disc.reach(box)[1]


def _on_spoke(disc: Disc, sector: int, box: Box) -> bool:
    """Whether the border at which a sector begins runs through the box, tried at every half point of it."""
    angle = disc.span(sector)[0]
    points = (disc.at(angle, step / 2) for step in range(int(2 * disc.radius)))
    return any(box.left < x < box.right and box.top < y < box.bottom for x, y in points)


def table(rows: Sequence[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = [
        "| technologies | named | over a ring's border | over a spoke | with a leader | its length |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        shares = [f"{100 * part / max(row.names, 1):.1f} %" for part in (row.over_border, row.over_spoke, row.leaders)]
        cells = [
            str(row.technologies),
            f"{row.named} of {row.radars}",
            *shares,
            f"{row.length / max(row.leaders, 1):.0f} pt",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--radars", type=int, default=200, help="radars of each size")
    parser.add_argument("--size", default="a4", help="the sheet, as render takes it")
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS, help="technologies")
    options = parser.parse_args()
    print(table([measured(count, options.radars, options.size) for count in options.counts]))


if __name__ == "__main__":
    main()
