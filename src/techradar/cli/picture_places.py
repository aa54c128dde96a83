"""Where the problems of pictures are told: at an option of the command line, or in radar.yaml at an output's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from techradar.language import Phrase, phrase
from techradar.problems import Problem

if TYPE_CHECKING:
    from techradar.publish.pictures import Wanted
    from techradar.yamltree import Tree

# Ways out that are options of the command line, and what they are in radar.yaml.
_IN_THE_FILE = {
    "picture.sheet-too-small.hint": "render.output.size",
    "picture.sheet-too-small.names": "render.output.size-or-numbers",
    "picture.sheet-too-small.none": "render.output.fewer",
    "render.too-many-pixels.hint": "render.output.pixels",
}
# The options of an output that a problem without a place is told at, the first that it has.
_AT = {"sheet-too-small": ("size",), "bad-size": ("size", "dpi")}


class Places(NamedTuple):
    """The tree of radar.yaml, and which pictures are outputs of it: their number by their path."""

    tree: Tree
    outputs: Mapping[Path, int]

    def told(self, problem: Problem, of: Wanted) -> Problem:
        """A problem of a picture at its place: of an output in radar.yaml, else at its option or its file."""
        number = self.outputs.get(of.path)
        if number is None:
            return problem if problem.path else problem._replace(path=of.path.as_posix())
        option = problem.path.removeprefix("--")
        if option == problem.path:
            option = next((each for each in _AT.get(problem.code, ()) if getattr(of, each) is not None), "file")
        return self.tree.problem(("outputs", number, option), problem.code, problem.message, _way_out(problem.hint))


def _way_out(hint: Phrase | None) -> Phrase | None:
    """A hint as an edit of radar.yaml."""
    if hint is None or hint.key not in _IN_THE_FILE:
        return hint
    return phrase(_IN_THE_FILE[hint.key], **dict(hint.values))
