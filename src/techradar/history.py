"""Editions: what is in force on each, what was carried forward, and what moved (docs/method.md)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from techradar.language.writing import sort_key
from techradar.model import (
    Area,
    AreaAssessment,
    Assessment,
    Basis,
    Configuration,
    Edition,
    Figure,
    Radar,
    Ring,
    Scale,
    Sector,
    Technology,
)
from techradar.scoring import basis_and_source, gap, score, weakest


class Movement(StrEnum):
    """What happened to a technology since the edition before; always derived, never typed."""

    NEW = "new"
    IN = "in"
    OUT = "out"
    SAME = "same"
    RETIRED = "retired"
    RETURNED = "returned"


class Standpoint(NamedTuple):
    """A figure in force: `figure` 0 to 1, none where the answer given is one that is not counted."""

    scale: Scale
    given: Figure
    figure: float | None
    basis: Basis
    source: str | None
    edition: str

    @property
    def shown(self) -> str:
        """The level or answer by its name; none of them (empty) where the figure is a number or a distribution."""
        return self.scale.answer(self.given.level).name if self.given.level is not None else ""

    @property
    def n(self) -> int | None:
        """How many counted answers it rests on, where that is known."""
        return self.given.number_of_answers(self.scale)


class Standing(NamedTuple):
    """A technology on an edition, overall or for one area.

    `number` is 1 to n over the whole edition by sector, ring and name, the same in every view, area and format.
    `score` is 0 to 1 and none for a bare ring. `own` says, on an area's radar, that it rests on the area's own
    figure or ring. `came_from` is the ring in the edition before.
    """

    technology: Technology
    number: int
    sector: Sector
    ring: Ring
    score: float | None
    maturity: Standpoint | None
    adoption: Standpoint | None
    other: float | None
    basis: Basis
    movement: Movement | None
    came_from: Ring | None
    assessment: Assessment | None
    assessed_in: str
    own: bool

    @property
    def gap(self) -> float | None:
        """How far maturity lies above adoption (negative: below) where they are at least 0.5 apart."""
        return gap(_figure(self.maturity), _figure(self.adoption))


class Retired(NamedTuple):
    """A technology that an edition took off the radar."""

    technology: Technology
    came_from: Ring | None
    reason: str | None


class Snapshot(NamedTuple):
    """A radar as of an edition, overall or for one area; standings are in order of their numbers.

    Where they are a selection, `selected` says by what: ("sector", its name), ("ring", its name), ("tag", the tag);
    `unselected` is then how many technologies there were to select from.
    """

    radar: Radar
    edition: Edition
    previous: Edition | None
    area: Area | None
    standings: tuple[Standing, ...]
    retired: tuple[Retired, ...]
    selected: tuple[tuple[str, str], ...] = ()
    unselected: int = 0

    @property
    def configuration(self) -> Configuration:
        """The radar's configuration."""
        return self.radar.configuration

    @property
    def largest_number(self) -> int:
        """The largest number, 0 where there is no technology."""
        return max((standing.number for standing in self.standings), default=0)

    def emptied(self) -> Snapshot:
        """The edition without technologies and without what happened to them, as a blank sheet shows it."""
        return self._replace(standings=(), retired=(), previous=None, selected=())

    def select(self, *, sector: str | None = None, ring: str | None = None, tag: str | None = None) -> Snapshot:
        """Only the standings (and retired ones) in a sector and ring, by id, and with a tag; numbers stay."""
        names = {part.id: part.name for part in (*self.configuration.sectors, *self.configuration.rings)}
        wanted = (("sector", sector), ("ring", ring), ("tag", tag))
        by = [(kind, word if kind == "tag" else names[word]) for kind, word in wanted if word is not None]
        if not by:
            return self

        def fits(technology: Technology, at: Ring | None) -> bool:
            return (
                (sector is None or technology.sector == sector)
                and (ring is None or (at is not None and at.id == ring))
                and (tag is None or tag.casefold() in {word.casefold() for word in technology.tags})
            )

        return self._replace(
            standings=tuple(s for s in self.standings if fits(s.technology, s.ring)),
            retired=tuple(r for r in self.retired if fits(r.technology, r.came_from)),
            selected=(*self.selected, *by),
            unselected=self.unselected or len(self.standings),
        )


class MissingFigure(Exception):
    """An assessment leaves a technology without figures that `placement` needs and without a ring."""

    def __init__(self, edition: str) -> None:
        super().__init__(edition)
        self.edition = edition


def _figure(standpoint: Standpoint | None) -> float | None:
    return None if standpoint is None else standpoint.figure


def _standpoint(given: Figure, scale: Scale, edition: str, voices: tuple[AreaAssessment, ...]) -> Standpoint:
    """A figure in force from an edition on, with the basis and source of its own or of the first voice with either."""
    inherited = [(voice.basis, voice.source) for voice in voices]
    return Standpoint(scale, given, given.figure, *basis_and_source(given, *inherited), edition)


class _Stated(NamedTuple):
    """A ring that was stated, with the basis on which it was."""

    ring: str
    basis: Basis
    edition: str


class _Force:
    """What is in force of one voice (the overall assessments, or one area's own) while editions go by."""

    def __init__(self) -> None:
        self.maturity: Standpoint | None = None
        self.adoption: Standpoint | None = None
        self.stated: _Stated | None = None
        self.bare = False  # the ring was stated after the figures and stands in their place

    def hear(self, said: AreaAssessment, edition: str, scales: Configuration, above: Assessment | None) -> None:
        """Take in what an assessment, or its part for an area, says."""
        if said.ring is not None:
            inherited = above.basis if above is not None else None
            self.stated = _Stated(said.ring, said.basis or inherited or Basis.JUDGEMENT, edition)
            if not said.has_figures:
                self.maturity = self.adoption = None
                self.bare = True
        if said.has_figures:
            self.bare = False
        voices = (said,) if above is None else (said, above)
        if said.maturity is not None and scales.maturity is not None:
            self.maturity = _standpoint(said.maturity, scales.maturity, edition, voices)
        if said.adoption is not None and scales.adoption is not None:
            self.adoption = _standpoint(said.adoption, scales.adoption, edition, voices)

    def only_ring(self, ring: Ring | None, basis: Basis, edition: str) -> None:
        """Carry over a break in comparability: figures become the ring that they gave."""
        if ring is not None:
            self.stated = _Stated(ring.id, basis, edition)
        self.maturity = self.adoption = None
        self.bare = True


class Place(NamedTuple):
    """Where a technology stands on one edition, before movement is known; ring none: not on the radar."""

    ring: Ring | None = None
    score: float | None = None
    maturity: Standpoint | None = None
    adoption: Standpoint | None = None
    basis: Basis = Basis.JUDGEMENT
    assessment: Assessment | None = None
    assessed_in: str = ""
    own: bool = True
    retired: bool = False


ABSENT = Place()


class _Course:
    """The course of one technology through the editions, overall and for one area."""

    def __init__(self, configuration: Configuration, area: Area | None) -> None:
        self.configuration, self.area = configuration, area
        self.overall, self.of_area = _Force(), _Force()
        self.active = False
        self.assessed_in = self.own_since = ""

    def places(self, technology: Technology) -> Iterator[Place]:
        """Its place on each edition, in order. Raises MissingFigure where an edition has none to give."""
        place, base = ABSENT, ABSENT
        for edition in self.configuration.editions:
            if not edition.comparable:
                self.overall.only_ring(base.ring, base.basis, self.assessed_in)
                if self.of_area.maturity or self.of_area.adoption:
                    self.of_area.only_ring(place.ring, place.basis, self.assessed_in)
            assessment = technology.by_edition.get(edition.id)
            if assessment is not None:
                self._hear(assessment)
            if not self.active:
                place = base = Place(retired=assessment is not None, assessment=assessment)
            else:
                base = self._overall(edition, assessment)
                place = base if self.area is None else self._in_area(base)
            yield place

    def _hear(self, assessment: Assessment) -> None:
        self.active = not assessment.retired
        self.assessed_in = assessment.edition
        if assessment.retired:
            return
        self.overall.hear(assessment, assessment.edition, self.configuration, None)
        said = assessment.areas.get(self.area.id) if self.area is not None else None
        if said is not None:
            self.own_since = assessment.edition
            self.of_area.hear(said, assessment.edition, self.configuration, assessment)

    def _overall(self, edition: Edition, assessment: Assessment | None) -> Place:
        force = self.overall
        formed = score(self.configuration, _figure(force.maturity), _figure(force.adoption))
        bases = [s.basis for s in (force.maturity, force.adoption) if s is not None]
        if formed is None and force.stated is None:
            raise MissingFigure(self.assessed_in)
        if formed is None and force.stated is not None:
            bases.append(force.stated.basis)
        ring = self._ring(force.stated) if formed is None else self.configuration.ring_of(formed)
        return Place(ring, formed, force.maturity, force.adoption, weakest(bases), assessment, self.assessed_in)

    def _in_area(self, base: Place) -> Place:
        own = self.of_area
        if own.adoption is None and own.maturity is None and own.stated is None:
            return ABSENT if self.configuration.area_fallback == "none" else base._replace(own=False)
        maturity, adoption = own.maturity or base.maturity, own.adoption or base.adoption
        bases = [s.basis for s in (maturity, adoption) if s is not None]
        formed = None if own.bare else score(self.configuration, _figure(maturity), _figure(adoption))
        if own.bare and own.stated is not None:
            ring = self._ring(own.stated)
            bases = [own.stated.basis]
        else:
            # Where the area's figures do not give a score, the overall ring stands.
            ring = base.ring if formed is None else self.configuration.ring_of(formed)
        return base._replace(
            ring=ring,
            score=formed,
            maturity=maturity,
            adoption=adoption,
            basis=weakest(bases),
            assessed_in=self.own_since,
        )

    def _ring(self, stated: _Stated | None) -> Ring | None:
        return next((ring for ring in self.configuration.rings if stated and ring.id == stated.ring), None)


def course(configuration: Configuration, technology: Technology, area: Area | None = None) -> list[Place]:
    """A technology's place on each edition, in order, overall or for one area.

    Raises MissingFigure where an edition gives it neither the figures that `placement` needs nor a ring.
    """
    key = f"course.{area.id if area is not None else ''}"
    known: tuple[Configuration, list[Place]] | None = technology.kept.get(key)
    if known is None or known[0] is not configuration:
        known = configuration, list(_Course(configuration, area).places(technology))
        technology.kept[key] = known
    return known[1]


def _moved(places: list[Place], at: int, configuration: Configuration) -> tuple[Movement | None, Ring | None]:
    """The movement of a place since the edition before, and the ring it came from; none where nothing can be said."""
    if at == 0:
        return None, None
    now, before = places[at], places[at - 1]
    if now.ring is None:
        return (Movement.RETIRED, before.ring) if before.ring is not None and now.retired else (None, None)
    if all(place.ring is None for place in places[:at]):
        return Movement.NEW, None
    # An area's own figure and the overall one are no more comparable than two scales are.
    if not configuration.editions[at].comparable or (before.ring is not None and now.own != before.own):
        return None, None
    if before.ring is None:
        return Movement.RETURNED, None
    step = configuration.ring_index(now.ring) - configuration.ring_index(before.ring)
    return (Movement.SAME if not step else Movement.IN if step < 0 else Movement.OUT), before.ring


def snapshot(radar: Radar, edition: Edition | None = None, area: Area | None = None) -> Snapshot:
    """The radar as of `edition` (default: the last that is no draft), overall or for one area.

    Technologies must have passed `rules`; else MissingFigure may be raised.
    """
    configuration = radar.configuration
    edition = edition or configuration.default_edition
    at = configuration.editions.index(edition)
    courses = {t.id: course(configuration, t) for t in radar.technologies}
    shown = courses if area is None else {t.id: course(configuration, t, area) for t in radar.technologies}
    sectors = {sector.id: place for place, sector in enumerate(configuration.sectors)}

    def order(technology: Technology) -> tuple[object, ...]:
        ring = courses[technology.id][at].ring
        within = configuration.ring_index(ring) if ring is not None else 0
        return (
            sectors[technology.sector],
            within,
            sort_key(technology.name, configuration.language),
            technology.id,
        )

    on_edition = sorted((t for t in radar.technologies if courses[t.id][at].ring is not None), key=order)
    standings = tuple(
        _standing(technology, number, shown[technology.id], at, configuration)
        for number, technology in enumerate(on_edition, 1)
        if shown[technology.id][at].ring is not None
    )
    return Snapshot(
        radar=radar,
        edition=edition,
        previous=configuration.editions[at - 1] if at else None,
        area=area,
        standings=standings,
        retired=tuple(_retired(radar, shown, at)),
    )


def _standing(
    technology: Technology, number: int, places: list[Place], at: int, configuration: Configuration
) -> Standing:
    place = places[at]
    assert place.ring is not None, "only technologies on the edition stand"
    movement, came_from = _moved(places, at, configuration)
    others = {"maturity": place.adoption, "adoption": place.maturity}
    return Standing(
        technology=technology,
        number=number,
        sector=next(s for s in configuration.sectors if s.id == technology.sector),
        ring=place.ring,
        score=place.score,
        maturity=place.maturity,
        adoption=place.adoption,
        other=_figure(others.get(configuration.placement or "")),
        basis=place.basis,
        movement=movement,
        came_from=came_from,
        assessment=place.assessment,
        assessed_in=place.assessed_in,
        own=place.own,
    )


def _retired(radar: Radar, courses: dict[str, list[Place]], at: int) -> Iterator[Retired]:
    configuration = radar.configuration
    gone = [t for t in radar.technologies if _moved(courses[t.id], at, configuration)[0] is Movement.RETIRED]
    for technology in sorted(gone, key=lambda t: sort_key(t.name, configuration.language)):
        place = courses[technology.id][at]
        reason = place.assessment.reason if place.assessment is not None else None
        yield Retired(technology, _moved(courses[technology.id], at, configuration)[1], reason)
