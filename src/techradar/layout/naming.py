"""When names and when numbers are tried on a sheet, in the views in columns and rows."""

from __future__ import annotations

from techradar.layout.board import roomy
from techradar.layout.options import Options
from techradar.layout.sheet import STEPS, Sheet


class Naming:
    """What is tried on each sheet of a picture, as far as is known from those before."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._held: set[str] = set()

    def names_on(self, on: Sheet) -> bool:
        """Whether names are tried: on a board that is not as large as can be only so that the panel has more room."""
        return self._options.labels != "numbers" and (roomy(on) or on.name not in self._held)

    def held(self, on: Sheet) -> None:
        """The panel has room beside the largest board of that sheet, so none is tried that is smaller."""
        self._held.add(on.name)

    def numbers_on(self, on: Sheet) -> bool:
        """Whether numbers are tried where names have no room.

        Where the size is ours to choose, names on the next sheet are better than numbers on a small board.
        """
        chosen = self._options.size is not None or on.name != STEPS[0][0] or roomy(on)
        return self._options.labels == "numbers" or (self._options.labels == "auto" and chosen)
