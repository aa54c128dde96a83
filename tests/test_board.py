"""Where a view in columns and rows lies: the board takes what the panel below it leaves free."""

from __future__ import annotations

import pytest

from generated import newest, radar
from pictures import box_of, drawn_whole, of_folder
from techradar.history import Snapshot
from techradar.layout.board import SHARES, SPARE, WORTH, board_on, said, taller
from techradar.layout.matrix import matrix_scene
from techradar.layout.options import Options
from techradar.layout.scene import Group, Scene, Text, walk
from techradar.layout.sheet import sheet
from techradar.layout.trend import trend_scene

SQUARE = sheet("square", 720.0, 720.0)._replace(share=SHARES[0])


def foot_of(scene: Scene) -> float:
    """How far down a picture reaches, turned text aside."""
    shapes = [s for s in walk(scene.children) if not isinstance(s, Group) and not (isinstance(s, Text) and s.rotation)]
    return box_of(shapes).bottom


def shown(name: str) -> Snapshot:
    """A radar by a short name: one of the repository, or how many technologies are made up."""
    return newest(radar(int(name), placement="max")) if name.isdigit() else of_folder(name)


@pytest.mark.parametrize("name", ["1", "25", "40", "radar-data"])
@pytest.mark.parametrize("size", ["square", "a4-portrait"])
def test_a_sheet_is_filled_to_its_foot(name: str, size: str) -> None:
    """Below the panel of a matrix or a trend stays little more than the margin."""
    snapshot = shown(name)
    for scene in (matrix_scene(snapshot, Options("da", size=size)), trend_scene(snapshot, Options("da", size=size))):
        drawn_whole(scene, snapshot)
        assert scene.height - foot_of(scene) < 24.0 + SPARE + WORTH + 4.0


def test_a_board_grows_by_what_the_panel_leaves_free() -> None:
    """A panel that ends well above its foot makes the board higher by that, one that is full or beside it does not."""
    board = board_on(SQUARE, 60.0)
    line = Text(board.panel.left, board.panel.top + 10.0, "Kort", 7.8, "#000000", 20.0)
    more = taller(SQUARE, board, [line])
    assert more is not None
    higher = board_on(more, 60.0)
    moved = higher.board.bottom - board.board.bottom
    assert moved == pytest.approx(board.panel.bottom - line.y - 0.2412 * line.size - SPARE, abs=0.01)
    assert higher.panel.bottom == board.panel.bottom
    assert said([line]) == ["Kort"]
    assert taller(SQUARE, board, [line._replace(y=board.panel.bottom - 4.0)]) is None
    beside = sheet("a4", 841.89, 595.28)._replace(share=SHARES[0])
    assert taller(beside, board_on(beside, 60.0), [line]) is None
