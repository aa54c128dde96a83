"""Paragraphs: text in lines of a width, and how shapes move from where they were made to where they go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from techradar.layout import metrics
from techradar.layout.scene import Anchor, Circle, Group, Path, Shape, Text, Weight

LEADING = 1.22  # of the size, from line to line


VOWELS = frozenset("aeiouyæøåäöü")
JOINTS = ("heds", "ings", "tions", "skabs", "tets")  # how the parts of a compound often end
LEAST_PART = 3  # letters that a word keeps on either side of where it is divided
SHORT, ALONE = 0.12, 0.3  # of the room: a last line that is shorter looks lost, and one that is a single word
HYPHEN = 3  # letters, even the narrowest, are at least as wide as a hyphen


def broken(string: str, size: float, weight: Weight, room: float) -> tuple[str, ...]:
    """`string` in lines at most `room` points wide; a word wider than that is divided, with a hyphen if it can be."""
    if metrics.fits(string, size, room, weight):
        return (string,)
    lines = metrics.wrapped(string, size, weight, room, 60)
    if lines is not None:
        return lines
    pieces = [piece for word in string.split() for piece in _divided(word, size, weight, room)]
    filled: list[str] = []
    for place, piece in enumerate(pieces):
        # What ends in a hyphen of ours goes on in the next line.
        together = f"{filled[-1]} {piece[0]}" if place and not pieces[place - 1][1] else ""
        if together and metrics.fits(together, size, room, weight):
            filled[-1] = together
        else:
            filled.append(piece[0])
    return tuple(filled)


def _divided(word: str, size: float, weight: Weight, room: float) -> list[tuple[str, bool]]:
    """A word in parts that fit, and whether each goes on in the next."""
    parts: list[tuple[str, bool]] = []
    left = list(metrics.graphemes(word))
    while left:
        # Only as much of a long word is measured as may stand in a line.
        most = next((n for n in range(1, len(left)) if not _fits_as(left[: n + 1], size, weight, room)), len(left))
        if len(left) <= most + HYPHEN and metrics.fits("".join(left), size, room, weight):
            break
        most = min(most, len(left) - 1) or 1
        good = [n for n in range(max(LEAST_PART, most // 2), most + 1) if _may_divide(left, n)]
        joints = [n for n in good if "".join(left[:n]).lower().endswith(JOINTS)]
        count = [most, *good, *joints][-1]
        part = "".join(left[:count])
        hyphen = "-" if part[-1].isalpha() and _fits_as(left[:count], size, weight, room) else ""
        parts.append((part + hyphen, True))
        left = left[count:]
    return [*parts, ("".join(left), False)] if left else parts


def _fits_as(part: Sequence[str], size: float, weight: Weight, room: float) -> bool:
    """Whether the first part of a word fits with its hyphen."""
    return metrics.fits("".join(part) + "-", size, room, weight)


def _may_divide(letters: Sequence[str], at: int) -> bool:
    """Whether a word is divided well there, as Danish is: after a joint or a mark, before a consonant and its vowel."""
    if len(letters) - at < LEAST_PART:
        return False
    before, here, after = (letters[place].lower() for place in (at - 1, at, at + 1))
    if not before.isalpha() or "".join(letters[:at]).lower().endswith(JOINTS):
        return True
    together = before in "bdfgkpt" and here in "lr"
    return here.isalpha() and here not in VOWELS and after in VOWELS and not together


def filled(string: str, size: float, weight: Weight, room: float) -> tuple[str, ...]:
    """`string` in lines as full as they go, as running text is set; a short last line takes words from above."""
    lines: list[str] = []
    whole = False  # whether the last line begins with a whole word
    for word in string.split(" "):
        together = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.fits(together, size, room, weight):
            lines[-1] = together
        else:
            parts = broken(word, size, weight, room)
            lines += parts
            whole = len(parts) == 1
    while whole and len(lines) > 1:
        above, _, word = lines[-2].rpartition(" ")
        longer = f"{word} {lines[-1]}"
        short = metrics.fits(lines[-1], size, room * (SHORT if " " in lines[-1] else ALONE), weight)
        if not short or " " not in above or metrics.width(longer, size, weight) > metrics.width(above, size, weight):
            break
        lines[-2:] = above, longer
    return tuple(lines)


class Laid(NamedTuple):
    """Shapes with the height that they take up."""

    shapes: tuple[Shape, ...]
    height: float


def line(
    string: str,
    x: float,
    baseline: float,
    size: float,
    fill: str,
    weight: Weight = "regular",
    anchor: Anchor = "start",
) -> Text:
    """One line of text, measured."""
    return Text(x, baseline, string, size, fill, metrics.width(string, size, weight), weight, anchor)


def paragraph(string: str, x: float, y: float, room: float, size: float, fill: str, weight: Weight = "regular") -> Laid:
    """A paragraph with its top left corner at (x, y)."""
    lines = filled(string, size, weight, room)
    shapes = tuple(
        line(words, x, y + size * (metrics.ASCENT + LEADING * place), size, fill, weight)
        for place, words in enumerate(lines)
    )
    return Laid(shapes, size * LEADING * len(lines))


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """A shape elsewhere."""
    if isinstance(shape, Group):
        return shape._replace(children=tuple(moved(child, dx, dy) for child in shape.children))
    if isinstance(shape, Path):
        return shape._replace(steps=tuple(_step(step, dx, dy) for step in shape.steps))
    if isinstance(shape, Circle):
        return shape._replace(x=shape.x + dx, y=shape.y + dy)
    return shape._replace(x=shape.x + dx, y=shape.y + dy)


def _step(step: tuple[str | float, ...], dx: float, dy: float) -> tuple[str | float, ...]:
    if len(step) < 3:
        return step
    *head, x, y = step
    assert isinstance(x, float | int)
    assert isinstance(y, float | int)
    return (*head, x + dx, y + dy)
