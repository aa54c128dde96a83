"""When names and when numbers are tried on a sheet, in the views in columns and rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from techradar.layout.board import Board, roomy, said, taller
from techradar.layout.options import Options
from techradar.layout.scene import Shape
from techradar.layout.sheet import STEPS, Sheet


class Naming:
    """What is tried on each sheet of a picture, as far as is known from those before."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._held: set[str] = set()

    def names_on(self, on: Sheet) -> bool:
        """Whether names are tried: on a board that is not as large as can be only so that the panel has more room."""
        return self._options.labels != "numbers" and (roomy(on) or on.name not in self._held)

    def keep_largest(self, on: Sheet) -> None:
        """The panel has room beside the largest board of that sheet, so none is tried that is smaller."""
        self._held.add(on.name)

    def numbers_on(self, on: Sheet) -> bool:
        """Whether numbers are tried where names have no room.

        Where the size is ours to choose, names on the next sheet are better than numbers on a small board.
        """
        chosen = self._options.size is not None or on.name != STEPS[0][0] or roomy(on)
        return self._options.labels == "numbers" or (self._options.labels == "auto" and chosen)


class Attempt(Protocol):
    """What a view has on one sheet; `panel` is what was laid out last beside names or numbers."""

    board: Board
    panel: list[Shape]

    def named(self) -> list[Shape] | None:
        """Everything with names, or none where it has no room."""

    def numbered(self) -> list[Shape] | None:
        """Everything with numbers and a legend, or none where it has no room."""

    def panel_holds(self) -> bool:
        """Whether the panel has room as it stands beside names."""


def laid_out(on: Sheet, attempt_on: Callable[[Sheet], Attempt], naming: Naming) -> list[Shape] | None:
    """Everything on that sheet, with names where they have room, else with numbers; none where it does not hold that.

    A board above its panel becomes as much higher as the panel leaves free.
    """
    attempt = attempt_on(on)
    tried = naming.names_on(on)
    found = attempt.named() if tried else None
    named = found is not None
    if tried and not named and roomy(on) and attempt.panel_holds():
        naming.keep_largest(on)
    if not named and naming.numbers_on(on):
        found = attempt.numbered()
    more = taller(on, attempt.board, attempt.panel) if found is not None else None
    if more is None:
        return found
    again = attempt_on(more)
    higher = again.named() if named else again.numbered()
    # What is read counts for more than a larger board.
    return higher if higher is not None and said(again.panel) == said(attempt.panel) else found
