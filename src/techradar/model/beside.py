"""What is told of a technology beside its assessments: links, cases, facts and decisions (docs/file-format.md)."""

from typing import Annotated, Literal

from techradar.model.configuration import CaseMunicipality
from techradar.model.references import reference
from techradar.model.values import Address, AsList, Date, FreeText, Frozen, Name, Whole, one_of

AreaId = Annotated[str, reference("area")]


class Link(Frozen):
    """Where to read more."""

    title: FreeText
    url: Address


STAGES = ("preparing", "pilot", "operation", "stopped")


class Case(Frozen):
    """A use of the technology in a named municipality or organisation."""

    municipality: CaseMunicipality | None = None
    organisation: Name | None = None
    area: AreaId | None = None
    stage: Annotated[Literal["preparing", "pilot", "operation", "stopped"], one_of(STAGES, meanings="stage")]
    since: Date | None = None
    decide_by: Date | None = None
    lesson: FreeText | None = None
    url: Address | None = None


class Fact(Frozen):
    """A published figure that does not enter the score."""

    text: FreeText
    value: FreeText | None = None
    year: Whole | None = None
    source: FreeText | None = None


class Decision(Frozen):
    """What was decided, by whom, and by when it is to be done."""

    date: Date
    text: FreeText
    by: FreeText | None = None
    due: Date | None = None


Links = Annotated[tuple[Link, ...], AsList]
Cases = Annotated[tuple[Case, ...], AsList]
Facts = Annotated[tuple[Fact, ...], AsList]
Decisions = Annotated[tuple[Decision, ...], AsList]
