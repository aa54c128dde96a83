"""What `radar.yaml` holds: sectors, rings, scales, areas, editions, outputs (docs/file-format.md)."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, Literal, Protocol, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from techradar.language import Language, Phrase, phrase
from techradar.language.writing import slug
from techradar.model.later import Later
from techradar.model.values import (
    AsList,
    Checked,
    Color,
    Date,
    EditionId,
    FreeText,
    Frozen,
    Id,
    Name,
    Number,
    Place,
    Truth,
    folded,
    mistake,
    number_of,
    one_of,
    refuse,
    text_of,
)

if TYPE_CHECKING:
    from techradar.model.outputs import Output
else:  # not before a file has one
    Output = Any

Placement = Literal["mean", "max", "maturity", "adoption"]
PLACEMENTS = ("mean", "max", "maturity", "adoption")
PRECISION = 4  # decimals of figures, scores and borders before they are compared or shown


class Named(Protocol):
    """What can be referred to: it has an id and a name."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """Its name."""


def _short_form(value: Any) -> Any:
    if value is None or (isinstance(value, str) and not value.strip()):
        raise mistake("empty-name", phrase("model.empty-name.hint"))
    return {"name": value} if isinstance(value, str) else value


class Part(Frozen):
    """A named part of the radar; in its short form it is only its name. An id left out follows from the name."""

    id: Id = ""
    name: Name
    description: FreeText | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, data: Any) -> Any:
        return _short_form(data)


class Sector(Part):
    """An angular division of the radar, clockwise from 12 o'clock."""

    color: Color | None = None


def _border(value: Any) -> float:
    """The lower border of a ring; who thinks in per cent is told the number to write."""
    try:
        return number_of(value)
    except PydanticCustomError as error:
        per_cent = re.fullmatch(r"([0-9]{1,3})(?:[.,]([0-9]))? ?%", value.strip()) if isinstance(value, str) else None
        if per_cent is None:
            raise
        share = float(f"{per_cent[1]}.{per_cent[2] or 0}") / 100
        raise mistake(error.type, phrase("yaml.number.hint", number=f"{share:.4g}"), value=value) from None


Border = Annotated[float, Checked(_border, {"type": "number", "minimum": 0, "maximum": 1})]


class Ring(Part):
    """A band of advice; `start` is the lowest score in it, 0 to 1."""

    start: Border | None = Field(default=None, alias="from")
    advice: FreeText | None = None


class Level(Part):
    """A step on a scale; `value` is its place among the others, rising."""

    value: Number | None = None


class Answer(Part):
    """An answer that is shown but never enters n or a mean."""


class Area(Part):
    """A part of the organisation with its own adoption."""


def _with_ids(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Parts with the ids that were left out: the slug of the name, a taken one with -2, -3 …"""
    taken = {part.id for part in parts if part.id}
    result = []
    for place, part in enumerate(parts, 1):
        if part.id:
            result.append(part)
            continue
        base = slug(part.name) or f"x{place}"
        chosen, n = base, 1
        while chosen in taken:
            n += 1
            chosen = f"{base[: 64 - len(str(n)) - 1]}-{n}"
        taken.add(chosen)
        result.append(part.model_copy(update={"id": chosen}))
    return tuple(result)


def _doubles(parts: tuple[Any, ...]) -> list[tuple[Place, PydanticCustomError]]:
    seen: dict[str, int] = {}
    found: list[tuple[Place, PydanticCustomError]] = []
    for place, part in enumerate(parts):
        named = getattr(part, "name", "")
        for key, word in (("id", part.id), ("name", named)):
            first = seen.setdefault(folded(word), place) if word else place
            if first != place:
                hint = phrase("model.double-name.hint")
                found.append(((place, key), mistake("double-name", hint, value=word, place=first + 1)))
                break
    return found


def _no_doubles(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Parts of which no two share an id or a name, upper and lower case aside."""
    refuse(_doubles(parts))
    return parts


NamedParts = (AsList, AfterValidator(_no_doubles), AfterValidator(_with_ids))


def _rising(levels: tuple[Level, ...]) -> tuple[Level, ...]:
    valued = tuple(
        level if level.value is not None else level.model_copy(update={"value": float(place)})
        for place, level in enumerate(levels, 1)
    )
    hint = phrase("model.levels-not-rising.hint")
    refuse(
        ((place, "value"), mistake("levels-not-rising", hint, name=after.name))
        for place, (before, after) in enumerate(pairwise(valued), 1)
        if (after.value or 0.0) <= (before.value or 0.0)
    )
    return valued


class Scale(Frozen):
    """A scale with its levels, lowest first, and the answers that are not counted."""

    name: Name | None = None
    question: FreeText | None = None
    source: FreeText | None = None
    levels: Annotated[tuple[Level, ...], *NamedParts, AfterValidator(_rising), Field(min_length=2, max_length=50)]
    not_counted: Annotated[tuple[Answer, ...], *NamedParts] = ()

    @model_validator(mode="after")
    def _answers_apart(self) -> Self:
        refuse(
            (("not_counted", place - len(self.levels), *rest), error)
            for (place, *rest), error in _doubles((*self.levels, *self.not_counted))
            if isinstance(place, int)
        )
        return self

    @cached_property
    def first(self) -> float:
        """The lowest level's value."""
        return self.levels[0].value or 0.0

    @cached_property
    def last(self) -> float:
        """The highest level's value."""
        return self.levels[-1].value or 0.0

    def figure(self, value: float) -> float:
        """A value of this scale as a figure, 0 to 1."""
        return round((value - self.first) / (self.last - self.first), PRECISION)

    @cached_property
    def answers(self) -> dict[str, str]:
        """Folded ids and names of levels and uncounted answers, to ids."""
        parts: tuple[Level | Answer, ...] = (*self.levels, *self.not_counted)
        return references(parts)

    @cached_property
    def _by_id(self) -> dict[str, Level | Answer]:
        parts: tuple[Level | Answer, ...] = (*self.levels, *self.not_counted)
        return {part.id: part for part in parts}

    def answer(self, id: str) -> Level | Answer:
        """The level or uncounted answer of an id."""
        return self._by_id[id]


class Edition(Frozen):
    """A dated state of the radar."""

    id: EditionId
    date: Date
    comparable: Truth = True
    note: FreeText | None = None
    draft: Truth = False

    @property
    def name(self) -> str:
        """What an edition is called: its id."""
        return self.id


def _oldest_first(editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
    wrong: list[tuple[Place, PydanticCustomError]] = []
    for place, (before, after) in enumerate(pairwise(editions), 1):
        if after.date <= before.date:
            hint = phrase("model.editions-out-of-order.hint")
            error = mistake("editions-out-of-order", hint, later=before.id, earlier=after.id)
            wrong.append(((place, "date"), error))
        if before.draft:
            hint = phrase("model.draft-not-last.hint")
            wrong.append(((place - 1, "draft"), mistake("draft-not-last", hint, edition=before.id)))
    refuse(wrong)
    return editions


def _falling(rings: tuple[Ring, ...]) -> tuple[Ring, ...]:
    """Rings with their borders: equal bands where none is given, else falling strictly to 0."""
    if all(ring.start is None for ring in rings):
        n = len(rings)
        borders = [round((n - place) / n, PRECISION) for place in range(1, n + 1)]
        return tuple(ring.model_copy(update={"start": start}) for ring, start in zip(rings, borders, strict=True))
    wrong: list[tuple[Place, PydanticCustomError]] = []
    above = float("inf")
    hint = phrase("model.rings-out-of-order.hint")
    for place, ring in enumerate(rings):
        if ring.start is None:
            without = phrase("model.ring-without-from.hint")
            wrong.append(((place,), mistake("ring-without-from", without, ring=ring.name)))
            continue
        last = place == len(rings) - 1
        if not 0 <= ring.start <= 1 or ring.start >= above or (last and ring.start):
            wrong.append(((place, "from"), mistake("rings-out-of-order", hint, ring=ring.name)))
        above = ring.start
    refuse(wrong)
    return rings


def _municipality(otherwise: Phrase) -> Checked:
    """A validator for one of the 98; `otherwise` says what to write where none of them is meant."""

    def check(value: Any) -> str:
        from techradar import municipalities

        words = text_of(value).strip()
        found = municipalities.find(words)
        if found is None:
            near = municipalities.suggest(words)
            hint = phrase("model.unknown-municipality.near", near=near, otherwise=otherwise) if near else otherwise
            raise mistake("unknown-municipality", hint, value=words)
        return found.name

    return Checked(check, {"type": ["string", "integer"]})


Municipality = Annotated[str, _municipality(phrase("model.unknown-municipality.of-radar"))]
CaseMunicipality = Annotated[str, _municipality(phrase("model.unknown-municipality.of-case"))]


def _format(value: Any) -> str:
    if value != "1":
        raise mistake("unknown-format", phrase("model.unknown-format.hint"), value=str(value))
    return "1"


class Configuration(Frozen):
    """All of `radar.yaml`."""

    format: Annotated[str, Checked(_format, {"const": 1})] = "1"
    title: FreeText
    subtitle: FreeText | None = None
    language: Annotated[Language, one_of(("da", "en"), "unknown-language", meanings="language")] = "da"
    publisher: FreeText | None = None
    licence: FreeText | None = None
    municipality: Municipality | None = None
    sectors: Annotated[tuple[Sector, ...], *NamedParts, Field(min_length=1, max_length=8)]
    rings: Annotated[tuple[Ring, ...], *NamedParts, AfterValidator(_falling), Field(min_length=2, max_length=6)]
    maturity: Scale | None = None
    adoption: Scale | None = None
    placement: Annotated[Placement, one_of(PLACEMENTS, meanings="placement")] | None = None
    areas_name: Name | None = None
    areas: Annotated[tuple[Area, ...], *NamedParts] = ()
    area_fallback: Annotated[Literal["overall", "none"], one_of(("overall", "none"), meanings="area-fallback")] = (
        "overall"
    )
    editions: Annotated[
        tuple[Edition, ...],
        AsList,
        AfterValidator(_no_doubles),
        AfterValidator(_oldest_first),
        Field(min_length=1),
    ]
    outputs: Annotated[tuple[Output, ...], Later("outputs", "Outputs")] = ()

    @model_validator(mode="after")
    def _placement_fits(self) -> Self:
        scales = [name for name in ("maturity", "adoption") if getattr(self, name)]
        if self.placement is None:
            fitting = "mean" if len(scales) == 2 else scales[0] if scales else None
            # Frozen for everyone else; here the record is still being made.
            self.__dict__["placement"] = fitting
        elif (self.placement in {"mean", "max"} and len(scales) < 2) or (
            self.placement in {"maturity", "adoption"} and self.placement not in scales
        ):
            hint = phrase("model.placement-without-scale.hint")
            refuse([(("placement",), mistake("placement-without-scale", hint, value=self.placement))])
        return self

    def scale(self, name: str) -> Scale | None:
        """The scale `maturity` or `adoption`."""
        return self.maturity if name == "maturity" else self.adoption

    @property
    def default_edition(self) -> Edition:
        """The last edition that is no draft; where all are, the last."""
        return next((e for e in reversed(self.editions) if not e.draft), self.editions[-1])

    def ring_of(self, score: float) -> Ring:
        """The innermost ring whose `from` the score reaches."""
        return next((ring for ring in self.rings if score >= (ring.start or 0.0)), self.rings[-1])

    def ring_index(self, ring: Ring) -> int:
        """0 for the innermost ring."""
        return next(place for place, other in enumerate(self.rings) if other.id == ring.id)


def references(parts: Iterable[Named]) -> dict[str, str]:
    """Folded names and ids of parts, to ids; an id wins over another part's name."""
    named = list(parts)
    return {folded(p.name): p.id for p in named} | {folded(p.id): p.id for p in named}
