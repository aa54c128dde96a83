"""Pictures of radars for tests, and what can be read from them.

Drawing is dear where names are placed, so tests that look at one picture share it: `of_generated` and `of_example`
draw each once in a process, and once in a run of several processes, which lay their scenes on a shelf.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path as File
from typing import Literal

from generated import Skew, newest, radar
from radars import TODAY
from techradar import store
from techradar.history import Snapshot, snapshot
from techradar.layout import metrics
from techradar.layout.geometry import Box
from techradar.layout.options import Options, Size
from techradar.layout.radar import radar_scene
from techradar.layout.scene import Circle, Group, Path, Scene, Shape, Text, walk
from techradar.layout.sheet import Type
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style, style_of
from techradar.theme import named

ROOT = File(__file__).resolve().parent.parent
KINDS = ("blip", "mark", "label", "leader", "legend")
SHELF = "TECHRADAR_TESTS_SHELF"  # names the folder of the pictures that the processes of a run share
BLIP = BlipSize(11.0, 7.5, True)

SKEWS: tuple[Skew, ...] = ("usual", "even")
# Technologies and skew of ordinary radars.
ORDINARY: tuple[tuple[int, Skew], ...] = tuple((n, skew) for n in (25, 33, 40) for skew in SKEWS)

Labels = Literal["auto", "names", "numbers"]
Key = tuple[str, str]  # a kind and a technology's id


# Pictures -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Picture:
    """The picture of a radar: what it shows and its scene."""

    shown: Snapshot
    scene: Scene

    @cached_property
    def boxes(self) -> dict[Key, Box]:
        """The boxes of its groups, by kind and technology."""
        return boxes_of(self.scene)

    def of(self, *kinds: str) -> dict[Key, Box]:
        """The boxes of the groups of some kinds."""
        return {key: box for key, box in self.boxes.items() if key[0] in kinds}


def drawn(shown: Snapshot, options: Options | None = None) -> Picture:
    """The picture of a snapshot."""
    return Picture(shown, radar_scene(shown, options or Options("da")))


@cache
def of_generated(
    n: int,
    sectors: int = 6,
    rings: int = 4,
    seed: int = 0,
    skew: Skew = "usual",
    size: Size = None,
    labels: Labels = "auto",
) -> Picture:
    """The picture of a generated radar, drawn once."""
    shown = newest(radar(n, sectors, rings, seed, skew))
    return _shared(shown, Options("da", size=size, labels=labels), (n, sectors, rings, seed, skew))


@cache
def of_example(folder: str, size: Size = None, labels: Labels = "auto") -> Picture:
    """The picture of a radar of the repository, drawn once."""
    return _shared(of_folder(folder), Options("da", size=size, labels=labels), (folder,))


def _shared(shown: Snapshot, options: Options, radar: tuple[object, ...]) -> Picture:
    """The picture of a radar, known by `radar`, from the shelf where another process of this run has drawn it."""
    shelf = os.environ.get(SHELF)
    if shelf is None:
        return drawn(shown, options)
    path = File(shelf) / f"{blake2b(repr((radar, options)).encode(), digest_size=16).hexdigest()}.picture"
    if path.exists():
        scene: Scene = pickle.loads(path.read_bytes())
        return Picture(shown, scene)
    picture = drawn(shown, options)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(pickle.dumps(picture.scene))
    unfinished.replace(path)
    return picture


def ordinary(n: int, skew: Skew) -> tuple[Picture, ...]:
    """Five radars of so many technologies and five or six sectors, which have their names on A4."""
    return tuple(of_generated(n, 5 + seed % 2, 4, seed, skew) for seed in range(5))


def every_ordinary() -> Iterator[Picture]:
    """The pictures that most tests of names look at; each process of a run begins to draw at another of them."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    first = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) * len(ORDINARY) // workers
    for n, skew in (*ORDINARY[first:], *ORDINARY[:first]):
        yield from ordinary(n, skew)


@cache
def of_folder(folder: str = "radar-data", edition: str | None = None, area: str | None = None) -> Snapshot:
    """A radar of the repository as of an edition, overall or for an area."""
    loaded = store.load(ROOT / folder, TODAY).radar
    assert loaded is not None
    settings = loaded.configuration
    shown = next((one for one in settings.editions if one.id == edition), None)
    return snapshot(loaded, shown, next((one for one in settings.areas if one.id == area), None))


def style(shown: Snapshot, theme: str = "light", type: Type | None = None) -> Style:
    """How a radar is drawn on an ordinary sheet, with nothing highlighted."""
    return style_of(shown, named(theme), type or Type(), "da", frozenset())


# What is read from them -----------------------------------------------------------------------------------------------


def texts(shapes: Scene | Iterable[Shape]) -> list[Text]:
    """Every line of text on a picture or among shapes."""
    inside = shapes.children if isinstance(shapes, Scene) else tuple(shapes)
    return [shape for shape in walk(inside) if isinstance(shape, Text)]


def strings(shapes: Scene | Iterable[Shape]) -> list[str]:
    """What the lines of text say."""
    return [text.string for text in texts(shapes)]


def groups(scene: Scene, kind: str) -> dict[str, Group]:
    """A picture's groups of a kind, by technology."""
    found = [shape for shape in walk(scene.children) if isinstance(shape, Group) and shape.id]
    return {str(g.id)[len(kind) + 1 :]: g for g in found if str(g.id).startswith(f"{kind}-")}


def corners(shape: Shape) -> list[tuple[float, float]]:
    """The points that a path goes through, in points of the sheet."""
    assert isinstance(shape, Path)
    return [(float(step[-2]), float(step[-1])) for step in shape.steps if len(step) > 2]


def disc(scene: Scene) -> float:
    """The disc's diameter in points: twice the greatest radius of a ring's border."""
    radii = []
    for group in groups(scene, "ring").values():
        radii += [shape.radius for shape in group.children if isinstance(shape, Circle)]
        steps = [step for shape in group.children if isinstance(shape, Path) for step in shape.steps]
        radii += [float(step[1]) for step in steps if step[0] == "A"]
    return 2 * max(radii)


def sizes_of_names(scene: Scene) -> set[float]:
    """The sizes of type that names or numbers at blips have."""
    return {line.size for label in groups(scene, "label").values() for line in texts(label.children)}


def box_of(shapes: Iterable[Shape]) -> Box:
    """The box around shapes, of text that of its font."""
    found: list[tuple[float, float]] = []
    for shape in walk(tuple(shapes)):
        if isinstance(shape, Circle):
            reach = shape.radius + shape.paint.width / 2
            found += [(shape.x - reach, shape.y - reach), (shape.x + reach, shape.y + reach)]
        elif isinstance(shape, Text):
            left = shape.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor] * shape.width
            found += [
                (left, shape.y - metrics.ASCENT * shape.size),
                (left + shape.width, shape.y + metrics.DESCENT * shape.size),
            ]
        elif isinstance(shape, Path):
            found += corners(shape)
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return Box(min(xs), min(ys), max(xs), max(ys))


def boxes_of(scene: Scene) -> dict[Key, Box]:
    """The boxes of a scene's groups, by kind and technology."""
    return {(kind, id): box_of(group.children) for kind in KINDS for id, group in groups(scene, kind).items()}


def centre(box: Box) -> tuple[float, float]:
    """The middle of a box."""
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def overlapping(boxes: dict[Key, Box]) -> list[tuple[Key, Key]]:
    """The pairs of boxes of different technologies that overlap by more than the rounding of coordinates."""
    found = []
    order = sorted(boxes, key=lambda key: boxes[key].left)
    for place, key in enumerate(order):
        for other in order[place + 1 :]:
            if boxes[other].left >= boxes[key].right:
                break
            if key[1] != other[1] and boxes[key].grown(-0.01).touches(boxes[other]):
                found.append((key, other))
    return found


def drawn_whole(scene: Scene, snapshot: Snapshot) -> dict[tuple[str, str], Box]:
    """The boxes of a scene, of which none may overlap another's or leave the sheet, and which leave nobody out."""
    boxes = boxes_of(scene)
    wanted = {standing.technology.id for standing in snapshot.standings}
    for kind in ("blip", "label"):
        assert {id for of, id in boxes if of == kind} == wanted
    assert overlapping({key: box for key, box in boxes.items() if key[0] != "legend"}) == []
    legend = {key: box for key, box in boxes.items() if key[0] == "legend"}
    assert overlapping({(kind, id): box for (kind, id), box in legend.items()}) == []
    assert not [one for one in legend.values() for key, two in boxes.items() if key[0] != "legend" and one.touches(two)]
    upright = [s for s in walk(scene.children) if not isinstance(s, Group) and not (isinstance(s, Text) and s.rotation)]
    everything = box_of(upright)
    assert min(everything.left, everything.top) > 0
    assert everything.right < scene.width
    assert everything.bottom < scene.height
    for shape in walk(scene.children):
        if isinstance(shape, Group) and shape.id:
            assert not [inner for inner in walk(shape.children) if isinstance(inner, Group) and inner.id]
    least = {"blip": 8.99, "label": 0.0}
    assert all(box.right - box.left >= least[kind] for (kind, _), box in boxes.items() if kind in least)
    for group in groups(scene, "label").values():
        for said in group.children:
            assert isinstance(said, Text)
            assert said.size >= (5.0 if said.string.isdigit() else 7.0) - 1e-9
    return boxes
