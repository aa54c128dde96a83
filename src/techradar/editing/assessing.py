"""What an assessment says once somebody has stated something new: one assessment's content before and after.

The rules for basis and source are those of docs/method.md: a figure that changes without a basis becomes a judgement
without source, and nothing else that the assessment says changes what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from techradar.model import AreaAssessment, Assessment, Basis, Configuration, Figure, Scale
from techradar.model.configuration import references
from techradar.model.values import folded

SCALES = ("maturity", "adoption")
_OF_A_FIGURE = ("shares", "counts", "n", "source", "note")
Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """What is stated of a technology in an edition, overall or for one area; references are ids."""

    edition: str
    area: str | None = None
    maturity: str | None = None
    adoption: str | None = None
    ring: str | None = None
    basis: str | None = None
    source: str | None = None
    reason: str | None = None

    @property
    def rests_on(self) -> Rest:
        """The basis and source that are stated."""
        return Rest(self.basis, self.source)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is stated."""
        return not any((self.maturity, self.adoption, self.ring, self.basis, self.source, self.reason))


@dataclass(frozen=True, slots=True)
class Rest:
    """What a figure rests on; both none: what the assessment around it says."""

    basis: str | None
    source: str | None

    def __bool__(self) -> bool:
        return self.basis is not None or self.source is not None

    def equals(self, other: Rest) -> bool:
        """Whether both mean the same: a basis that is left out is a judgement."""
        judgement = Basis.JUDGEMENT.value
        return (self.basis or judgement, self.source) == (other.basis or judgement, other.source)

    @property
    def is_plain_judgement(self) -> bool:
        """Whether it says no more than what holds where nothing is said."""
        return self.equals(Rest(None, None))


def restated(
    old: Mapping[str, Any], record: Assessment | None, said: Statement, configuration: Configuration
) -> Content:
    """The content of an assessment, as it stands in the file and as it was read, after `said`.

    `old` is empty and `record` none for a new one. What took the technology off the radar goes, with its reason and
    source.
    """
    new: Content = {"edition": said.edition, **old}
    if record is not None and record.retired:
        new, record = {"edition": new["edition"]}, None
    if said.area is None:
        areas = list(record.areas.values()) if record is not None else []
        return _Part(new, record, Rest(None, None), areas, configuration).restated(said)
    key = _area_key(new.get("areas") or {}, said.area, configuration)
    areas_before: Content = dict(new.get("areas") or {})
    part = record.areas.get(said.area) if record is not None else None
    above = _rest_of(record)
    areas_before[key] = _Part(areas_before.get(key) or {}, part, above, [], configuration).restated(said)
    return {**new, "areas": areas_before}


def lost_parts(old: Any, new: Any) -> Iterator[str]:
    """What stood in figures of an assessment and does so no more: distribution, n, source, note; in their order."""
    gone = {name for name in _OF_A_FIGURE for figure in _figures(old) if name in figure}
    kept = {name for name in _OF_A_FIGURE for figure in _figures(new) if name in figure}
    yield from (name for name in _OF_A_FIGURE if name in gone - kept)


def _figures(content: Any) -> Iterator[Mapping[str, Any]]:
    parts = [content, *(content.get("areas") or {}).values()]
    for part in parts:
        yield from (part[name] for name in SCALES if part and isinstance(part.get(name), Mapping))


def _rest_of(record: AreaAssessment | Figure | None) -> Rest:
    if record is None:
        return Rest(None, None)
    return Rest(None if record.basis is None else record.basis.value, record.source)


def _area_key(areas: Mapping[str, Any], area: str, configuration: Configuration) -> str:
    """The key under which the file speaks of an area already, else its id."""
    known = references(configuration.areas)
    return next((key for key in areas if known.get(folded(key)) == area), area)


@dataclass(frozen=True, slots=True)
class _Part:
    """One assessment, or its part for an area: as it stands in the file and as it was read.

    `above` is what the assessment says to an area; `areas` are those that may take basis and source from this.
    """

    content: Content
    record: AreaAssessment | None
    above: Rest
    areas: list[AreaAssessment]
    configuration: Configuration

    def restated(self, said: Statement) -> Content:
        """The content after `said`."""
        new: Content = dict(self.content)
        stated = {name: words for name in SCALES if (words := getattr(said, name)) and self._is_news(name, words, said)}
        new_ring = said.ring is not None and (self.record is None or self.record.ring != said.ring)
        if new_ring:
            new["ring"] = said.ring
        if said.reason is not None:
            new["reason"] = said.reason
        if not said.rests_on:
            new |= {name: self._figure(name, words, Rest(None, None)) for name, words in stated.items()}
            if new_ring and not any(name in new for name in SCALES) and not self._in_force.is_plain_judgement:
                # The ring was stated just now; nothing says that it rests on what the old one did.
                _hand_down(new, self._own, self.areas)
                _set_rest(new, Rest(None if self.above.is_plain_judgement else Basis.JUDGEMENT.value, None))
        elif stated and self._others_rest_here(stated):
            new |= {name: self._figure(name, words, said.rests_on) for name, words in stated.items()}
        elif stated or new_ring or not self._restates_all(said):
            # Where no figure is stated, basis and source are meant for the assessment as a whole.
            new |= stated
            whole = not stated and not new_ring and said.basis is None
            _set_rest(new, Rest(self._own.basis if whole else said.basis, said.source))
        return new

    @property
    def _own(self) -> Rest:
        return _rest_of(self.record)

    @property
    def _in_force(self) -> Rest:
        return self._own or self.above

    def _is_news(self, name: str, words: str, said: Statement) -> bool:
        """Whether the assessment's own figure says something else, or rests on something else than is stated."""
        figure: Figure | None = getattr(self.record, name) if self.record is not None else None
        if figure is None or not _says(figure, words, self.configuration.scale(name)):
            return True
        rests_on = _rest_of(figure) or self._in_force
        return bool(said.rests_on) and not said.rests_on.equals(rests_on)

    def _restates_all(self, said: Statement) -> bool:
        """Whether a figure was stated and every one that was is there already, on what it is said to rest on."""
        return said.maturity is not None or said.adoption is not None

    def _others_rest_here(self, stated: Mapping[str, str]) -> bool:
        """Whether something that is not being stated takes its basis and source from this."""
        figures = [getattr(self.record, name, None) for name in SCALES if name not in stated]
        return any(figure is not None and _inherits(figure) for figure in figures) or any(
            map(_area_inherits, self.areas)
        )

    def _figure(self, name: str, words: str, rest: Rest) -> str | Content:
        """A figure: short where what is in force around it is what it rests on, else long."""
        if rest.equals(self._in_force):
            return words
        scale = self.configuration.scale(name)
        form = "level" if scale is not None and words in scale.answers.values() else "value"
        return {form: words, "basis": rest.basis or Basis.JUDGEMENT.value, **_as_content(Rest(None, rest.source))}


def _says(figure: Figure, words: str, scale: Scale | None) -> bool:
    """Whether a figure says just that, as a level or as the level's value."""
    if figure.level is not None or figure.value is None:
        return figure.level == words
    if scale is not None and any(level.id == words and level.value == figure.value for level in scale.levels):
        return True
    try:
        return float(words) == figure.value
    except ValueError:
        return False


def _inherits(part: Figure | AreaAssessment) -> bool:
    return part.basis is None and part.source is None


def _area_inherits(area: AreaAssessment) -> bool:
    figures = [figure for figure in (area.maturity, area.adoption) if figure is not None]
    return _inherits(area) and (any(map(_inherits, figures)) or (not figures and area.ring is not None))


def _set_rest(content: Content, rest: Rest) -> None:
    for key, value in (("basis", rest.basis), ("source", rest.source)):
        content.pop(key, None)
        if value is not None:
            content[key] = value


def _hand_down(content: Content, own: Rest, areas: list[AreaAssessment]) -> None:
    """Write into each area what it took from the assessment, which is about to say something else."""
    if not any(map(_area_inherits, areas)):
        return
    parts = zip((content.get("areas") or {}).items(), areas, strict=True)
    content["areas"] = {
        key: {**(part or {}), **_as_content(own)} if _area_inherits(record) else part for (key, part), record in parts
    }


def _as_content(rest: Rest) -> Content:
    return {key: value for key, value in (("basis", rest.basis), ("source", rest.source)) if value is not None}
