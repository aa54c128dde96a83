"""From sheet to larger sheet until everything has its place, or the problem of a sheet that is too small."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator

from techradar.language import phrase
from techradar.layout.enlarging import enlarged, enlargements
from techradar.layout.options import Options, Size
from techradar.layout.scene import Scene, has_legend
from techradar.layout.sheet import SIZES, STEPS, Sheet, ample
from techradar.problems import Problem, TechradarError, problem


class Fitting:
    """What a view needs: the sheets to try for a size, and its picture on one, none where not everything fits.

    `names` is whether any sheet may have names, as far as that is known before one is tried.
    """

    def __init__(
        self,
        options: Options,
        technologies: int,
        sheets: Callable[[Size], Iterator[Sheet]],
        on: Callable[[Sheet], Scene | None],
        names: bool = True,
    ) -> None:
        self.options, self.technologies, self.sheets, self.on = options, technologies, sheets, on
        self.names = names and options.labels == "auto"

    def scene(self) -> Scene:
        """The picture on the first sheet that holds it.

        Raises TechradarError with the code `sheet-too-small` where a size was asked for that does not hold all.
        """
        size = self.options.size
        if size is None:
            for on in self.sheets(None):
                scene = self.on(on)
                if scene is not None:
                    return scene if on.name == STEPS[0][0] else scene._replace(notes=(("sheet-grown", on.name),))
        else:
            scene = self._largest(size)
            if scene is not None:
                return scene
        raise TechradarError(self._too_small())

    def _largest(self, size: str | tuple[float, float]) -> Scene | None:
        """The picture in the largest type that holds everything; names in smaller type before numbers.

        What is wanted with names, or can only have numbers, is not laid out again in smaller type.
        """
        numbered = None
        asked = SIZES[size] if isinstance(size, str) else size
        for by, sides in enlargements(size):
            scene = self._first(self.sheets(size)) if by == 1.0 else self._enlarged(sides, by)
            if scene is None:
                continue
            # As it was asked for: what is nearly A4 is laid out as one.
            scene = scene._replace(width=asked[0], height=asked[1])
            if not self.names or not has_legend(scene):
                return scene
            numbered = numbered or scene
        return numbered

    def _enlarged(self, sides: tuple[float, float], by: float) -> Scene | None:
        """The picture on a sheet of those sides, enlarged; where words must be saved, smaller type is better."""
        sheets = (on._replace(type=on.type._replace(drawn=by)) for on in self.sheets(sides) if ample(on))
        scene = self._first(sheets)
        return None if scene is None else enlarged(scene, by)

    def _first(self, sheets: Iterable[Sheet]) -> Scene | None:
        """The picture on the first sheet that holds it."""
        return next((scene for scene in map(self.on, sheets) if scene is not None), None)

    def _too_small(self) -> Problem:
        """The problem of a sheet that does not hold everything, with the least size that does."""
        options = self.options
        size = options.size or STEPS[-1][0]
        asked = size if isinstance(size, str) else "{:g}x{:g}".format(*size)
        message = phrase("picture.sheet-too-small", technologies=self.technologies, size=asked)
        if not self.technologies:
            message = phrase("picture.sheet-too-small.empty", size=asked)
        # Where the size was ours to choose, all of these have been tried.
        for name, width, height in STEPS if options.size is not None else ():
            # Tried as it will be asked for, and a size in points is one in whole points.
            whole = math.ceil(width), math.ceil(height)
            size = name.lower() if name.lower() in SIZES else whole
            if self._first(self.sheets(size)) is not None:
                said = size if isinstance(size, str) else "{:d}x{:d}".format(*whole)
                key = "names" if options.labels == "names" else "hint"
                return problem("sheet-too-small", "", message, phrase(f"picture.sheet-too-small.{key}", size=said))
        return problem("sheet-too-small", "", message, phrase("picture.sheet-too-small.none"))
