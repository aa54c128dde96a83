"""How often names stand on the picture, and what they cross: 200 generated radars of each size, on A4.

    python benchmarks/names.py [--radars 200] [--size a4]

Each row is a number of technologies. `named`: radars that keep their names at their blips; the others have numbers
and a legend. Of all names that stand: how many run over a ring's border, and how much of borders they take, how many
over a spoke, how many have a leader, and how long a leader is; how many lines a name has; how many of the names without
a leader are about as near to the blip of another. The radars are those of the tests, the same on every machine.
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
from techradar.layout.options import Options, Size
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Circle, Group, Scene, Text
from techradar.layout.scene import Path as Drawn
from techradar.problems import TechradarError
from techradar.publish.pictures import size_of

COUNTS = (25, 33, 40, 50)
SKEWS: tuple[Skew, ...] = ("usual", "even")
STEP = 0.25  # points along a border
DOUBT = 2.0  # points that the blip of another must be further off than a name's own


class Row(NamedTuple):
    """What was found for radars of one size; `taken` of all borders and `length` of all leaders are points."""

    technologies: int
    radars: int
    named: int
    names: int
    over_border: int
    taken: float
    over_spoke: int
    leaders: int
    length: float
    lines: int
    doubtful: int


def measured(technologies: int, radars: int, size: Size) -> Row:
    """A row for `radars` radars of that many technologies."""
    found = [
        crossings(newest(radar(technologies, 5 + seed % 2, 4, seed, SKEWS[seed // 2 % 2])), size)
        for seed in range(radars)
    ]
    sums = [sum(column) for column in zip(*found, strict=True)]
    return Row(technologies, *sums[1:])


def crossings(snapshot: Snapshot, size: Size) -> Row:
    """What the names of one radar cross; of one whose names, or which itself, does not hold nothing is counted."""
    count = len(snapshot.standings)
    nothing = Row(count, 1, 0, 0, 0, 0.0, 0, 0, 0.0, 0, 0)
    try:
        scene = radar_scene(snapshot, Options("da", size=size))
    except TechradarError:
        return nothing
    names = names_of(scene)
    if not names:
        return nothing
    disc = disc_of(scene, snapshot)
    taken = [sum(taken_of(disc, line) for line in lines) for lines in names.values()]
    leaders = dict(_leaders(scene))
    return Row(
        technologies=count,
        radars=1,
        named=1,
        names=len(names),
        over_border=sum(length > 0.0 for length in taken),
        taken=sum(taken),
        over_spoke=sum(_on_spoke(disc, lines) for lines in names.values()),
        leaders=len(leaders),
        length=sum(leaders.values()),
        lines=sum(map(len, names.values())),
        doubtful=sum(further < DOUBT for id, further in further_off(scene).items() if id not in leaders),
    )


def disc_of(scene: Scene, snapshot: Snapshot) -> Disc:
    """The disc as it is drawn."""
    circles = {
        group.id: next(shape for shape in group.children if isinstance(shape, Circle))
        for group in scene.children
        if isinstance(group, Group) and (group.id or "").startswith("ring-")
    }
    rings = [circles[f"ring-{ring.id}"] for ring in snapshot.configuration.rings]
    return Disc(rings[0].x, rings[0].y, tuple(ring.radius for ring in rings), len(snapshot.configuration.sectors))


def names_of(scene: Scene) -> dict[str, list[Box]]:
    """The lines of each name by technology, from x-height to baseline; none where the picture has numbers.

    A border that runs through a name's air strikes no letter.
    """
    found = {}
    for group in scene.children:
        if isinstance(group, Group) and (group.id or "").startswith("label-"):
            lines = [shape for shape in group.children if isinstance(shape, Text)]
            if lines[0].string.isdigit():
                return {}
            found[(group.id or "")[len("label-") :]] = [
                Box(line.x, line.y - metrics.X_HEIGHT * line.size, line.x + line.width, line.y) for line in lines
            ]
    return found


def further_off(scene: Scene) -> dict[str, float]:
    """How much further than to its own blip it is from each name to the blip of another, in points."""
    blips = {}
    for group in scene.children:
        if isinstance(group, Group) and (group.id or "").startswith("blip-"):
            circle = next(shape for shape in group.children if isinstance(shape, Circle))
            blips[(group.id or "")[len("blip-") :]] = circle
    found = {}
    for id, lines in names_of(scene).items():
        apart = {other: _apart(lines, circle) for other, circle in blips.items()}
        own = apart.pop(id)
        found[id] = min(apart.values(), default=math.inf) - own
    return found


def _apart(lines: Sequence[Box], circle: Circle) -> float:
    """From the nearest letters of a name to the rim of a blip."""
    x, y = circle.x, circle.y
    gaps = (math.hypot(max(box.left - x, x - box.right, 0.0), max(box.top - y, y - box.bottom, 0.0)) for box in lines)
    return min(gaps) - circle.radius


def taken_of(disc: Disc, box: Box) -> float:
    """How much of the rings' borders runs through a box, in points, tried at every quarter of one."""
    near, far = disc.reach(box)
    taken = 0.0
    for radius in disc.outer:
        if near < radius < far:
            angles = (STEP * place / radius for place in range(int(math.tau * radius / STEP)))
            points = ((disc.x + radius * math.cos(turn), disc.y + radius * math.sin(turn)) for turn in angles)
            taken += STEP * sum(box.left < x < box.right and box.top < y < box.bottom for x, y in points)
    return taken


def _leaders(scene: Scene) -> Iterator[tuple[str, float]]:
    for group in scene.children:
        if isinstance(group, Group) and (group.id or "").startswith("leader-"):
            (line,) = (shape for shape in group.children if isinstance(shape, Drawn))
            (x, y), (end_x, end_y) = ((float(step[1]), float(step[2])) for step in line.steps)
            yield (group.id or "")[len("leader-") :], math.hypot(end_x - x, end_y - y)


def _on_spoke(disc: Disc, lines: Sequence[Box]) -> bool:
    """Whether a border between sectors runs through a line."""
    return any(line.inside(disc.x, disc.y, *spoke) for line in lines for spoke in disc.spokes)


def table(rows: Sequence[Row]) -> str:
    """The rows as a table in Markdown."""
    heads = ["technologies", "named", "over a ring's border", "of it, a name", "over a spoke", "with a leader"]
    heads += ["its length", "lines", "doubtful"]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for row in rows:
        names = max(row.names, 1)
        border, spoke, led, doubtful = (
            f"{100 * part / names:.1f} %" for part in (row.over_border, row.over_spoke, row.leaders, row.doubtful)
        )
        cells = [
            str(row.technologies),
            f"{row.named} of {row.radars}",
            border,
            f"{row.taken / names:.2f} pt",
            spoke,
            led,
            f"{row.length / max(row.leaders, 1):.0f} pt",
            f"{row.lines / names:.2f}",
            doubtful,
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--radars", type=int, default=200, help="radars of each size")
    parser.add_argument("--size", type=size_of, default="a4", help="the sheet, as render takes it")
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS, help="technologies")
    options = parser.parse_args()
    print(table([measured(count, options.radars, options.size) for count in options.counts]))


if __name__ == "__main__":
    main()
