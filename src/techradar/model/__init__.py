"""The records of a radar, frozen, as Pydantic validated them; the only room that knows Pydantic.

`read_configuration` and `read_technology` turn a tree into records and problems; nothing is raised.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from techradar.model.configuration import (
    Answer,
    Area,
    Configuration,
    Edition,
    Level,
    Ring,
    Scale,
    Sector,
)
from techradar.model.references import KINDS, References
from techradar.model.technology import (
    AreaAssessment,
    Assessment,
    Figure,
    Technology,
    meanings,
)
from techradar.model.values import Basis
from techradar.problems import Problem
from techradar.yamltree import Tree


@dataclass(frozen=True)
class Radar:
    """A whole radar: its configuration and its technologies, sorted by id."""

    configuration: Configuration
    technologies: tuple[Technology, ...]

    @cached_property
    def by_id(self) -> dict[str, Technology]:
        """The technologies by id."""
        return {technology.id: technology for technology in self.technologies}


def read_configuration(tree: Tree) -> tuple[Configuration | None, References, list[Problem]]:
    """`radar.yaml` as records; where it has mistakes, what of it a technology may still be checked against."""
    data = tree.values
    try:
        configuration = Configuration.model_validate(data)
    except ValidationError:
        return None, _readable_parts(data), _mistakes(data, tree)
    return configuration, References(**{kind: getattr(configuration, kind) for kind in KINDS}, configured=True), []


def _mistakes(data: dict[str, Any], tree: Tree) -> list[Problem]:
    """All that is wrong with a configuration in which something is, the options of its outputs too."""
    from techradar.model.errors import problems_of
    from techradar.model.outputs import TOLD

    try:
        Configuration.model_validate(data, context=TOLD)
    except ValidationError as error:
        return problems_of(error, tree, Configuration)
    raise AssertionError("what is refused once is refused again")


def _readable_parts(data: dict[str, Any]) -> References:
    """The parts of a mistaken configuration that can be read each by itself."""
    from pydantic import TypeAdapter

    parts: dict[str, Any] = {}
    for kind in KINDS:
        field = Configuration.model_fields[kind].rebuild_annotation()
        try:
            # An empty list is a mistake of its own: nothing is unknown because of it.
            parts[kind] = TypeAdapter(field).validate_python(data.get(kind)) or None
        except ValidationError:
            continue
    return References(**parts)


def read_technology(tree: Tree, id: str, references: References) -> tuple[Technology | None, list[Problem]]:
    """One technology's file as a record, under `id`; or none and the problems."""
    try:
        return Technology.model_validate(tree.values, context=references).named(id), []
    except ValidationError as error:
        from techradar.model.errors import doubled_editions, problems_of

        found = problems_of(error, tree, Technology, references)
        return None, [*found, *doubled_editions(tree, references, found)]


__all__ = [
    "Answer",
    "Area",
    "AreaAssessment",
    "Assessment",
    "Basis",
    "Configuration",
    "Edition",
    "Figure",
    "Level",
    "Radar",
    "Ring",
    "Scale",
    "Sector",
    "Technology",
    "meanings",
    "read_configuration",
    "read_technology",
]
