"""What takes up room on the sheet, by place: boxes in a coarse grid, so that a question looks at few of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from techradar.layout.geometry import Box

MESH = 32.0  # points


class Occupancy:
    """Boxes with an owner each; asks which of them a box touches."""

    def __init__(self) -> None:
        self._mesh: dict[tuple[int, int], list[tuple[Box, str]]] = {}

    def add(self, box: Box, owner: str) -> None:
        """Take up the room of `box`."""
        for key in _keys(box):
            self._mesh.setdefault(key, []).append((box, owner))

    def remove(self, box: Box, owner: str) -> None:
        """Give the room of `box` back."""
        for key in _keys(box):
            self._mesh[key].remove((box, owner))

    def touching(self, boxes: Iterable[Box], but: str = "") -> set[str]:
        """The owners of what some boxes touch; `but` is not asked for."""
        return {owner for box in boxes for owner in self._touched(box, but)}

    def free(self, box: Box, but: str = "") -> bool:
        """Whether `box` touches nothing, `but` aside."""
        return next(self._touched(box, but), None) is None

    def _touched(self, box: Box, but: str) -> Iterator[str]:
        """The owner of each box that `box` touches, some several times."""
        left, top, right, bottom = box
        mesh = self._mesh
        rows = range(int(top // MESH), int(bottom // MESH) + 1)
        for column in range(int(left // MESH), int(right // MESH) + 1):
            for row in rows:
                for (other_left, other_top, other_right, other_bottom), owner in mesh.get((column, row), ()):
                    if (
                        left < other_right
                        and other_left < right
                        and top < other_bottom
                        and other_top < bottom
                        and owner != but
                    ):
                        yield owner


def _keys(box: Box) -> list[tuple[int, int]]:
    columns = range(int(box.left // MESH), int(box.right // MESH) + 1)
    rows = range(int(box.top // MESH), int(box.bottom // MESH) + 1)
    return [(column, row) for column in columns for row in rows]
