"""What happened between two editions of a radar, and what differs between two radars (docs/method.md)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from techradar.history import Place, Standpoint, course
from techradar.language.writing import sort_key
from techradar.model import Area, Assessment, Configuration, Edition, Radar, Ring, Scale, Technology
from techradar.model.values import folded

if TYPE_CHECKING:
    from techradar.model.beside import Decision


class Kind(StrEnum):
    """What can be said of a technology; in the order in which it is told."""

    NEW = "new"
    RETURNED = "returned"
    IN = "in"
    OUT = "out"
    FIGURES = "figures"  # the ring is the same, but not all that it rests on
    RETIRED = "retired"
    ONLY_TO = "only-to"
    ONLY_FROM = "only-from"
    RENAMED = "renamed"
    SECTOR = "sector"
    DESCRIBED = "described"


ORDER = tuple(Kind)
SCALES = ("maturity", "adoption")


class Side(NamedTuple):
    """A radar as of an edition, overall or for one area."""

    radar: Radar
    edition: Edition
    area: Area | None = None

    @property
    def configuration(self) -> Configuration:
        """The radar's configuration."""
        return self.radar.configuration


class FigureChange(NamedTuple):
    """A figure on the scale `maturity` or `adoption`, before and after; none where there is none."""

    scale: str
    before: Standpoint | None
    after: Standpoint | None


class Told(NamedTuple):
    """The reason that an assessment gives, with its edition; `of_from` says that it is the first side's."""

    edition: str
    reason: str
    of_from: bool = False


class Change(NamedTuple):
    """One thing that is different of one technology.

    `technology` is the second side's where that has it; `earlier` is the first side's, with another id or name
    perhaps. `parts` are the keys of what is described otherwise.
    """

    kind: Kind
    technology: Technology
    earlier: Technology | None
    came_from: Ring | None = None
    ring: Ring | None = None
    figures: tuple[FigureChange, ...] = ()
    reasons: tuple[Told, ...] = ()
    decisions: tuple[Decision, ...] = ()
    parts: tuple[str, ...] = ()


class Uncompared(NamedTuple):
    """What cannot be compared: `ring`, `sector`, `maturity`, `adoption` or `own` (figures of an area), and of whom."""

    what: str
    technologies: tuple[Technology, ...] = ()


class Difference(NamedTuple):
    """All that differs from the first side to the second; `breaks` are the editions between that cannot be compared."""

    before: Side
    after: Side
    changes: tuple[Change, ...]
    breaks: tuple[Edition, ...] = ()
    uncompared: tuple[Uncompared, ...] = ()

    @property
    def of_one_radar(self) -> bool:
        """Whether both sides are editions of the same radar."""
        return self.before.radar is self.after.radar


# Between two editions ---------------------------------------------------------------------------------------------


def between_editions(radar: Radar, earlier: Edition, later: Edition, area: Area | None = None) -> Difference:
    """What happened after `earlier` up to and with `later`, overall or for one area.

    Rings and figures are those of the two editions; reasons and decisions are all that were given in between. Over
    an edition that cannot be compared only what came onto the radar and what was taken off is told.
    """
    configuration = radar.configuration
    editions = configuration.editions
    first, last = editions.index(earlier), editions.index(later)
    passed = editions[first + 1 : last + 1]
    breaks = tuple(edition for edition in passed if not edition.comparable)
    found: list[Change] = []
    apart: list[Technology] = []
    for technology in radar.technologies:
        places = course(configuration, technology, area)
        kind, figures = _happened(places, first, last, configuration, comparable=not breaks)
        if kind is None:
            if not breaks and _are_apart(places[first], places[last]):
                apart.append(technology)
            continue
        found.append(
            Change(
                kind,
                technology,
                technology,
                places[first].ring,
                places[last].ring,
                figures,
                tuple(_reasons(technology, passed, area)),
                tuple(_decisions(technology, earlier, later, configuration)),
            )
        )
    uncompared = (Uncompared("own", tuple(apart)),) if apart else ()
    before, after = Side(radar, earlier, area), Side(radar, later, area)
    return Difference(before, after, _in_order(found, configuration), breaks, uncompared)


def _happened(
    places: list[Place], first: int, last: int, configuration: Configuration, *, comparable: bool
) -> tuple[Kind | None, tuple[FigureChange, ...]]:
    """What became of a technology from one edition to another, and its figures that changed; none for nothing."""
    before, after = places[first], places[last]
    if after.ring is None:
        gone = any(place.ring is not None for place in places[first:last])
        return (Kind.RETIRED if gone else None), ()
    if before.ring is None:
        was_there = any(place.ring is not None for place in places[:first])
        return (Kind.RETURNED if was_there else Kind.NEW), tuple(figure_changes(Place(), after))
    if not comparable or before.own != after.own:
        return None, ()
    figures = tuple(figure_changes(before, after, of_basis=True))
    step = configuration.ring_index(after.ring) - configuration.ring_index(before.ring)
    if step:
        return (Kind.IN if step < 0 else Kind.OUT), figures
    return (Kind.FIGURES if figures else None), figures


def _are_apart(before: Place, after: Place) -> bool:
    """Whether one rests on the area's own figures and the other on the overall ones."""
    return before.ring is not None and after.ring is not None and before.own != after.own


def figure_changes(
    before: Place, after: Place, scales: Collection[str] = SCALES, *, of_basis: bool = False
) -> Iterator[FigureChange]:
    """The figures that differ; what is carried forward does not. With `of_basis` a new basis is a difference too."""
    for name in scales:
        was: Standpoint | None = getattr(before, name)
        now: Standpoint | None = getattr(after, name)
        if was is None or now is None:
            differs = was is not now
        elif was.figure is None and now.figure is None:
            differs = was.shown != now.shown
        else:
            differs = was.figure != now.figure or (of_basis and was.basis is not now.basis)
        if differs:
            yield FigureChange(name, was, now)


def _reasons(technology: Technology, passed: Collection[Edition], area: Area | None) -> Iterator[Told]:
    """The reasons of the assessments of the editions passed; of one area its own where it gives one."""
    for edition in passed:
        assessment = technology.by_edition.get(edition.id)
        if assessment is not None and (reason := reason_of(assessment, area)):
            yield Told(edition.id, reason)


def reason_of(assessment: Assessment, area: Area | None) -> str | None:
    """The reason of an assessment; for an area the one that it gives there, else the overall one."""
    said = assessment.areas.get(area.id) if area is not None else None
    return (said.reason if said is not None else None) or assessment.reason


def _decisions(
    technology: Technology, earlier: Edition, later: Edition, configuration: Configuration
) -> Iterator[Decision]:
    """What was decided after an edition's date up to that of a later one; after the newest one too."""
    newest = configuration.editions.index(later) >= configuration.editions.index(configuration.default_edition)
    for decision in technology.decisions:
        if decision.date > earlier.date and (newest or decision.date <= later.date):
            yield decision


def _in_order(changes: list[Change], configuration: Configuration) -> tuple[Change, ...]:
    """Changes by kind; each kind from the innermost ring outwards, and by name."""
    rings = {folded(ring.name): place for place, ring in enumerate(configuration.rings)}

    def order(change: Change) -> tuple[object, ...]:
        ring = change.ring or change.came_from
        at = rings.get(folded(ring.name), len(rings)) if ring is not None else len(rings)
        name = sort_key(change.technology.name, configuration.language)
        return ORDER.index(change.kind), at, name, change.technology.id

    return tuple(sorted(changes, key=order))


# Between two radars -----------------------------------------------------------------------------------------------


class _Common(NamedTuple):
    """What two radars have in common and can be compared in: scales, and rings and sectors by folded name."""

    scales: tuple[str, ...]
    rings: dict[str, tuple[int, int]]
    sectors: frozenset[str]


def between_radars(before: Side, after: Side) -> Difference:
    """What differs between two radars: technologies are matched by id, name and other name.

    Rings, sectors and figures are compared where both radars know them by name; what cannot be compared is told.
    """
    common = _common(before.configuration, after.configuration)
    found: list[Change] = []
    strange: dict[str, list[Technology]] = {"ring": [], "own": [], "sector": []}
    for here, there in matches(before.radar, after.radar):
        was, now = _place(here, before), _place(there, after)
        if was.ring is None and now.ring is None:
            continue
        reasons = (*_last_reason(here, before, of_from=True), *_last_reason(there, after))
        shown = there if there is not None and (here is None or now.ring is not None) else here
        assert shown is not None, "a match has at least one side"
        if was.ring is None or now.ring is None or here is None or there is None:
            kind = Kind.ONLY_TO if was.ring is None else Kind.ONLY_FROM
            found.append(Change(kind, shown, here, was.ring, now.ring, reasons=reasons))
            continue
        figures = tuple(figure_changes(was, now, common.scales)) if was.own == now.own else ()
        step = _step(was.ring, now.ring, common) if was.own == now.own else None
        if step is None:
            strange["ring" if was.own == now.own else "own"].append(there)
        if step or figures:
            kind = Kind.FIGURES if not step else Kind.IN if step < 0 else Kind.OUT
            decided = tuple(decision for decision in there.decisions if decision not in here.decisions)
            found.append(Change(kind, there, here, was.ring, now.ring, figures, reasons, decided))
        if here.name != there.name:
            found.append(Change(Kind.RENAMED, there, here, was.ring, now.ring))
        sectors = {folded(_sector_name(here, before)), folded(_sector_name(there, after))}
        if not sectors <= common.sectors:
            strange["sector"].append(there)
        elif len(sectors) > 1:
            found.append(Change(Kind.SECTOR, there, here, was.ring, now.ring))
        parts = tuple(key for key in ("summary", "example", "description") if _differs(here, there, key))
        if parts:
            found.append(Change(Kind.DESCRIBED, there, here, was.ring, now.ring, parts=parts))
    either = [s for s in SCALES if before.configuration.scale(s) or after.configuration.scale(s)]
    uncompared = [Uncompared(scale) for scale in either if scale not in common.scales]
    uncompared += [Uncompared(what, tuple(of_it)) for what, of_it in strange.items() if of_it]
    return Difference(before, after, _in_order(found, after.configuration), (), tuple(uncompared))


def matches(before: Radar, after: Radar) -> list[tuple[Technology | None, Technology | None]]:
    """Each technology of two radars with its counterpart: by id, else by name, by another name; none where it has none.

    A name counts only where a single technology on each side that is still without counterpart has it.
    """
    ways: tuple[tuple[Callable[[Technology], list[str]], Callable[[Technology], list[str]]], ...] = (
        (lambda t: [t.id], lambda t: [t.id]),
        (lambda t: [t.name], lambda t: [t.name]),
        (lambda t: [t.name, t.id], lambda t: list(t.aliases)),
        (lambda t: list(t.aliases), lambda t: [t.name, t.id]),
        (lambda t: list(t.aliases), lambda t: list(t.aliases)),
    )
    left, right = dict(before.by_id), dict(after.by_id)
    pairs: list[tuple[Technology | None, Technology | None]] = []
    for of_before, of_after in ways:
        known, called = _by_word(left, of_before), _by_word(right, of_after)
        for word, id in called.items():
            other = known.get(word)
            if other in left and id in right:
                pairs.append((left.pop(other), right.pop(id)))
    return [*pairs, *((one, None) for one in left.values()), *((None, one) for one in right.values())]


def _by_word(technologies: dict[str, Technology], words: Callable[[Technology], list[str]]) -> dict[str, str]:
    """The ids of technologies by folded word; a word that stands for two stands for none."""
    found: dict[str, set[str]] = {}
    for technology in technologies.values():
        for word in words(technology):
            found.setdefault(folded(word), set()).add(technology.id)
    return {word: next(iter(ids)) for word, ids in found.items() if len(ids) == 1}


def _common(before: Configuration, after: Configuration) -> _Common:
    places = [{folded(ring.name): at for at, ring in enumerate(side.rings)} for side in (before, after)]
    return _Common(
        tuple(name for name in SCALES if _same_scale(before.scale(name), after.scale(name))),
        {name: (places[0][name], places[1][name]) for name in places[0] if name in places[1]},
        frozenset(folded(s.name) for s in before.sectors) & frozenset(folded(s.name) for s in after.sectors),
    )


def _same_scale(one: Scale | None, other: Scale | None) -> bool:
    """Whether two scales have the same levels with the same values; their numbers mean the same only then."""
    if one is None or other is None:
        return False
    levels = [[(folded(level.name), level.value) for level in scale.levels] for scale in (one, other)]
    return levels[0] == levels[1]


def _step(was: Ring, now: Ring, common: _Common) -> int | None:
    """How many rings `now` lies farther out (negative: in); none where the radars do not both know both rings."""
    names = folded(was.name), folded(now.name)
    if any(name not in common.rings for name in names):
        return None
    steps = [common.rings[names[1]][side] - common.rings[names[0]][side] for side in (0, 1)]
    # Radars that order the same rings differently say different things by them.
    return steps[1] if steps[0] * steps[1] > 0 or steps == [0, 0] else None


def _place(technology: Technology | None, side: Side) -> Place:
    if technology is None:
        return Place()
    configuration = side.configuration
    return course(configuration, technology, side.area)[configuration.editions.index(side.edition)]


def _last_reason(technology: Technology | None, side: Side, *, of_from: bool = False) -> Iterator[Told]:
    """The reason of the latest assessment up to the side's edition, where it gives one."""
    order = [edition.id for edition in side.configuration.editions]
    at = order.index(side.edition.id)
    heard = [a for a in technology.assessments if order.index(a.edition) <= at] if technology is not None else []
    if heard and (reason := reason_of(heard[-1], side.area)):
        yield Told(heard[-1].edition, reason, of_from)


def _sector_name(technology: Technology, side: Side) -> str:
    return next(sector.name for sector in side.configuration.sectors if sector.id == technology.sector)


def _differs(one: Technology, other: Technology, key: str) -> bool:
    """Whether a text differs in its words; how its lines are broken is no difference."""
    texts = [" ".join((getattr(technology, key) or "").split()) for technology in (one, other)]
    return texts[0] != texts[1]
