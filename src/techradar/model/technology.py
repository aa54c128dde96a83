"""What a file of a technology holds: assessments, figures, cases, facts, decisions, dialogue (docs/file-format.md)."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, cast

from pydantic import (
    AfterValidator,
    Field,
    ModelWrapValidatorHandler,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from techradar.language import phrase
from techradar.model.configuration import (
    PRECISION,
    Answer,
    Scale,
    references,
)
from techradar.model.later import Later
from techradar.model.references import References, reference
from techradar.model.values import (
    AsList,
    BasisWord,
    Checked,
    Date,
    FreeText,
    Frozen,
    Name,
    Number,
    Place,
    Tags,
    Truth,
    Whole,
    by_reference,
    folded,
    mistake,
    number_of,
    refuse,
    resolve,
)

if TYPE_CHECKING:
    from techradar.model.beside import Case, Decision, Fact, Link
    from techradar.model.dialogue import Dialogue
else:  # not before a file has one
    Case = Decision = Dialogue = Fact = Link = Any

SectorId = Annotated[str, reference("sector")]
RingId = Annotated[str, reference("ring")]
EditionRef = Annotated[str, reference("edition")]
SHARES_AT_MOST = 101.0  # per cent; published shares are rounded, and rounded shares may add up to a little more
FORMS = ("level", "value", "shares", "counts")


def _scale(info: ValidationInfo, name: str) -> Scale | None:
    """The scale that figures of `name` are read on; none where the configuration could not be read."""
    known: References | None = info.context
    if known is None:
        return None
    scale = known.maturity if name == "maturity" else known.adoption
    if scale is None and known.configured:
        raise mistake("no-such-scale", phrase("model.no-such-scale.hint", scale=name), scale=name)
    return scale


def _answer(word: str, scale: Scale | None, name: str, *, at_key: bool = False) -> str:
    known = word if scale is None else scale.answers.get(folded(word))
    if scale is None or known is not None:
        return known or word
    names = [part.name for part in (*scale.levels, *scale.not_counted)]
    shown = phrase(f"model.scale.{name}")
    return resolve("level", word, scale.answers, names, at_key=at_key, scale=shown)


def _share(value: Any) -> float:
    share = number_of(value)
    if not 0 <= share <= 100:
        raise mistake("not-a-share", phrase("model.not-a-share.hint"), value=share)
    return share


Share = Annotated[float, Checked(_share, {"type": "number", "minimum": 0, "maximum": 100})]


class Figure(Frozen):
    """What an assessment says on one scale, in one of four forms; the rest says where it comes from.

    `figure` is what it stands for, from 0 to 1; none where the answer is one that is not counted.
    """

    scale_name: ClassVar[str] = ""

    level: Name | None = None
    value: Number | None = None
    shares: Annotated[dict[Name, Share], Field(min_length=1)] | None = None
    counts: Annotated[dict[Name, Whole], Field(min_length=1)] | None = None
    n: Whole | None = None
    basis: BasisWord | None = None
    source: FreeText | None = None
    note: FreeText | None = None

    @model_validator(mode="wrap")
    @classmethod
    def _each_level_once(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        # Most figures are one of a few levels, and nothing distinguishes two that are the same level in short form.
        if info.context is None or not isinstance(data, str):
            return handler(data)
        known: dict[tuple[str, str], Any] = info.context.figures
        figure = known.get((cls.scale_name, data))
        if figure is None:
            figure = known[cls.scale_name, data] = handler(data)
        return cast(Self, figure)

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, str):
            return data
        scale = _scale(info, cls.scale_name)
        try:
            return {"level": _answer(data, scale, cls.scale_name)}
        except PydanticCustomError as unknown:
            if unknown.type != "unknown-level" or not re.fullmatch(r"[-+0-9.,]+", data):
                raise
            return {"value": data}

    @field_validator("level")
    @classmethod
    def _known_level(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None:
            return None
        try:
            return _answer(value, _scale(info, cls.scale_name), cls.scale_name)
        except PydanticCustomError as unknown:
            if unknown.type == "unknown-level" and re.fullmatch(r"[-+0-9.,]+", value):
                raise mistake(
                    "level-is-number", phrase("model.level-is-number.hint", value=value), value=value
                ) from None
            raise

    @field_validator("value")
    @classmethod
    def _on_the_scale(cls, value: float | None, info: ValidationInfo) -> float | None:
        scale = _scale(info, cls.scale_name)
        if value is not None and scale is not None and not scale.first <= value <= scale.last:
            hint = phrase("model.outside-scale.hint", first=scale.first, last=scale.last)
            raise mistake("outside-scale", hint, value=value)
        return value

    @field_validator("shares", "counts")
    @classmethod
    def _known_answers(cls, value: dict[str, Any] | None, info: ValidationInfo) -> dict[str, Any] | None:
        if value is None:
            return None
        scale = _scale(info, cls.scale_name)
        return by_reference(value, lambda word: _answer(word, scale, cls.scale_name, at_key=True), "answer")

    @field_validator("shares")
    @classmethod
    def _at_most_all(cls, value: dict[str, float] | None) -> dict[str, float] | None:
        if value and sum(value.values()) > SHARES_AT_MOST:
            total = round(sum(value.values()), PRECISION)
            raise mistake("shares-over-100", phrase("model.shares-over-100.hint"), total=total)
        return value

    @model_validator(mode="after")
    def _one_form(self, info: ValidationInfo) -> Self:
        if "figure" in self.__dict__:
            return self  # a level that was met before
        given = [form for form in FORMS if getattr(self, form) is not None]
        if not given:
            raise mistake("figure-form", phrase("model.figure-form.none"), forms=phrase("model.figure-form.nothing"))
        if len(given) > 1:
            raise mistake("figure-form", phrase("model.figure-form.hint"), forms=tuple(given))
        scale = _scale(info, self.scale_name)
        if scale is not None:
            self.__dict__["figure"] = self._formed(scale)
        return self

    def _formed(self, scale: Scale) -> float | None:
        if self.value is not None:
            return scale.figure(self.value)
        if self.level is not None:
            step = scale.answer(self.level)
            return None if isinstance(step, Answer) else scale.figure(step.value or 0.0)
        amounts: dict[str, float] = {**(self.shares or {}), **(self.counts or {})}
        values = {level.id: level.value or 0.0 for level in scale.levels}
        counted = {id: amount for id, amount in amounts.items() if id in values}
        total = sum(counted.values())
        if not total:
            raise mistake("nothing-counted", phrase("model.nothing-counted.hint"))
        counted_n = int(total) if self.counts else None
        if counted_n is not None and self.n is not None and self.n != counted_n:
            error = mistake("n-disagrees", phrase("model.n-disagrees.hint"), n=self.n, counted=counted_n)
            refuse([(("n",), error)])
        return scale.figure(sum(amount * values[id] for id, amount in counted.items()) / total)

    @cached_property
    def figure(self) -> float | None:
        """The figure, 0 to 1, to 4 decimals; none where the answer is not counted or no scale reads it."""
        return None

    def number_of_answers(self, scale: Scale) -> int | None:
        """How many counted answers the figure rests on: `n` as given, else what the counts add up to."""
        if self.counts is None or self.n is not None:
            return self.n
        levels = {level.id for level in scale.levels}
        return sum(amount for id, amount in self.counts.items() if id in levels)


class MaturityFigure(Figure):
    """A figure on the scale of technical maturity."""

    scale_name: ClassVar[str] = "maturity"


class AdoptionFigure(Figure):
    """A figure on the scale of adoption."""

    scale_name: ClassVar[str] = "adoption"


class AreaAssessment(Frozen):
    """What an assessment says of one area; what it leaves out is the overall assessment's."""

    maturity: MaturityFigure | None = None
    adoption: AdoptionFigure | None = None
    ring: RingId | None = None
    basis: BasisWord | None = None
    source: FreeText | None = None
    reason: FreeText | None = None

    @property
    def has_figures(self) -> bool:
        """Whether it has a figure on either scale."""
        return self.maturity is not None or self.adoption is not None


def _areas_by_id(value: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
    known: References | None = info.context
    areas = known.known.get("area") if known else None
    if known is None or areas is None:
        return value
    names = known.names("area")
    return by_reference(value, lambda word: resolve("area", word, areas, names, at_key=True), "area")


class Assessment(AreaAssessment):
    """What was learnt of a technology in an edition."""

    edition: EditionRef
    areas: Annotated[dict[Name, AreaAssessment], AfterValidator(_areas_by_id)] = Field(default_factory=dict)
    retired: Truth = False

    @model_validator(mode="after")
    def _retired_says_no_more(self) -> Self:
        if self.retired and (self.has_figures or self.ring or self.areas):
            error = mistake("retired-with-figures", phrase("model.retired-with-figures.hint"))
            refuse([(("retired",), error)])
        return self


def _in_order(assessments: tuple[Assessment, ...], info: ValidationInfo) -> tuple[Assessment, ...]:
    known: References | None = info.context
    if known is None or known.editions is None or not assessments:
        return assessments
    order = {edition.id: place for place, edition in enumerate(known.editions)}
    wrong: list[tuple[Place, PydanticCustomError]] = []
    seen: dict[str, int] = {}
    latest = assessments[0]
    for place, assessment in enumerate(assessments):
        if assessment.edition in seen:
            hint = phrase("model.two-assessments.hint")
            error = mistake("two-assessments", hint, edition=assessment.edition)
            wrong.append(((place, "edition"), error))
        elif known.configured and order[assessment.edition] < order[latest.edition]:
            hint = phrase("model.assessments-out-of-order.hint")
            error = mistake("assessments-out-of-order", hint, later=latest.edition, earlier=assessment.edition)
            wrong.append(((place, "edition"), error))
        else:
            latest = assessment
        seen[assessment.edition] = place
    if assessments[0].retired:
        error = mistake("retired-first", phrase("model.retired-first.hint"))
        wrong.append(((0, "retired"), error))
    refuse(wrong)
    return assessments


class Technology(Frozen):
    """One technology; `id` is its file's stem and never stands in the file."""

    name: Name
    sector: SectorId
    summary: FreeText | None = None
    example: FreeText | None = None
    description: FreeText | None = None
    aliases: Tags = ()
    tags: Tags = ()
    owner: FreeText | None = None
    review_by: Date | None = None
    links: Annotated[tuple[Link, ...], Later("beside", "Links")] = ()
    assessments: Annotated[tuple[Assessment, ...], AsList, AfterValidator(_in_order), Field(min_length=1)]
    cases: Annotated[tuple[Case, ...], Later("beside", "Cases")] = ()
    facts: Annotated[tuple[Fact, ...], Later("beside", "Facts")] = ()
    decisions: Annotated[tuple[Decision, ...], Later("beside", "Decisions")] = ()
    dialogue: Annotated[Dialogue | None, Later("dialogue", "Dialogue")] = None

    @cached_property
    def id(self) -> str:
        """The stem of the technology's file."""
        return ""

    def named(self, id: str) -> Self:
        """This technology under `id`, which `store` takes from the file's name; for fresh records only."""
        # Beside the fields, where a cached property looks: it is read thousands of times for one picture.
        self.__dict__["id"] = id
        return self

    @cached_property
    def by_edition(self) -> dict[str, Assessment]:
        """The assessments by their edition's id."""
        return {assessment.edition: assessment for assessment in self.assessments}

    @property
    def first_edition(self) -> str:
        """The id of the edition that it came on the radar with."""
        return self.assessments[0].edition

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What was found out of this technology and is asked for again and again, by who found it out."""
        return {}

    def __hash__(self) -> int:
        return id(self)


def meanings(technologies: Iterable[Technology]) -> dict[str, str]:
    """Folded ids, names and aliases of technologies, to ids; an id wins over a name, and both over an alias."""
    every = list(technologies)
    return {folded(alias): each.id for each in every for alias in each.aliases} | references(every)
