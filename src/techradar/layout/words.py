"""What the picture says in words: head, method, news, and the account for those who do not see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from techradar.history import Movement, Retired, Snapshot, Standing
from techradar.language import Language, listed, text
from techradar.language.writing import date_text
from techradar.model import Basis, Ring, Scale

SHARED = "°"  # after the name of what, on an area's radar, follows the overall one
MOST_NAMED = 3  # technologies with the same gap; more are counted
CHANGES = (Movement.NEW, Movement.RETURNED, Movement.IN, Movement.OUT, Movement.RETIRED)


def shown(ring: Ring) -> str:
    """A ring's name as it stands on the picture."""
    return ring.name.upper()


class Change(NamedTuple):
    """What happened to one technology: its name, its number where it has one, and from where to where."""

    id: str
    name: str
    number: int | None
    detail: str


def changes(snapshot: Snapshot, language: Language) -> dict[Movement, list[Change]]:
    """What is new since the edition before, by movement, in order of numbers."""
    found: dict[Movement, list[Change]] = {}
    for standing in snapshot.standings:
        if standing.movement is not None and standing.movement is not Movement.SAME:
            change = Change(
                standing.technology.id, standing.technology.name, standing.number, _detail(standing, language)
            )
            found.setdefault(standing.movement, []).append(change)
    for retired in snapshot.retired:
        found.setdefault(Movement.RETIRED, []).append(_gone(retired, language))
    return {movement: found[movement] for movement in CHANGES if movement in found}


def _detail(standing: Standing, language: Language) -> str:
    now = shown(standing.ring)
    if standing.came_from is None or standing.movement not in {Movement.IN, Movement.OUT}:
        return text("picture.news.at", language, ring=now)
    return text("picture.news.moved", language, before=shown(standing.came_from), now=now)


def _gone(retired: Retired, language: Language) -> Change:
    was = retired.came_from
    detail = "" if was is None else text("picture.news.was", language, ring=shown(was))
    return Change(retired.technology.id, retired.technology.name, None, detail)


def subtitle(snapshot: Snapshot, language: Language) -> str:
    """Who publishes, which edition, and its date."""
    edition = snapshot.edition
    parts = [
        snapshot.configuration.publisher,
        text("picture.edition", language, edition=edition.name).replace(" ", "\u00a0"),
        date_text(edition.date, language).replace(" ", "\u00a0"),
        text("picture.draft", language) if edition.draft else None,
    ]
    return "\u00a0· ".join(part for part in parts if part)


def area_lines(snapshot: Snapshot, language: Language) -> list[str]:
    """On an area's radar: which area, and how many assessments are its own."""
    if snapshot.area is None:
        return []
    word = snapshot.configuration.areas_name or text("picture.area", language)
    own = sum(standing.own for standing in snapshot.standings)
    lines = [f"{word}: {snapshot.area.name}"]
    if not snapshot.standings:
        return lines
    if not own:
        return [*lines, text("picture.area-none", language)]
    said = text("picture.area-own", language, own=own, n=len(snapshot.standings))
    if own < len(snapshot.standings):
        said += ". " + text("picture.area-rest", language)
    return [*lines, said]


def mixed_own(snapshot: Snapshot) -> bool:
    """Whether, on an area's radar, some of the standings are its own and some follow the overall radar."""
    return snapshot.area is not None and len({standing.own for standing in snapshot.standings}) == 2


def selection(snapshot: Snapshot, language: Language) -> str | None:
    """What a selection shows, and how many of how many; none where all is shown."""
    if not snapshot.selected:
        return None
    by = [
        text(f"picture.selected.{kind}", language, name=name.upper() if kind == "ring" else name)
        for kind, name in snapshot.selected
    ]
    shown = len(snapshot.standings)
    return text("picture.selected", language, by=listed(by, language), shown=shown, n=snapshot.unselected)


def method(snapshot: Snapshot, language: Language, brief: bool = False, placed: str | None = None) -> list[str]:
    """The method line in paragraphs: placement, basis and answers; whose the scales are; the licence.

    In brief one paragraph: placement, basis and answers, and what the radar says of itself. `placed` stands in place
    of how a radar places its blips.
    """
    configuration = snapshot.configuration
    first = [_placement(snapshot, language) if placed is None else placed, *_basis(snapshot, language)]
    if brief:
        own = " ".join((configuration.subtitle or "").split())
        said = [*first, own if own.endswith((".", "!", "?")) or not own else f"{own}."]
        return [" ".join(filter(None, said))] if any(said) else []
    if (carried := sum(s.assessed_in != snapshot.edition.id for s in snapshot.standings)) and snapshot.previous:
        first.append(text("picture.method.carried", language, n=carried))
    paragraphs = [" ".join(filter(None, first))] if any(first) else []
    if snapshot.edition.note and snapshot.standings:
        paragraphs.append(" ".join(snapshot.edition.note.split()))
    for kind in ("maturity", "adoption"):
        scale: Scale | None = getattr(configuration, kind)
        if scale is not None and scale.source:
            name = scale_name(snapshot, kind, language)
            source = " ".join(scale.source.split())
            paragraphs.append(text("picture.method.source", language, scale=_capital(name), source=source))
    if configuration.licence:
        licence = configuration.licence.rstrip(".")
        paragraphs.append(text("picture.method.licence", language, licence=licence))
    return paragraphs


def scale_name(snapshot: Snapshot, kind: str, language: Language) -> str:
    """What the radar calls a scale."""
    scale: Scale | None = getattr(snapshot.configuration, kind)
    return (scale.name if scale is not None else None) or text(f"picture.method.{kind}", language)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    """A name inside a sentence: its first letter small, unless it is an abbreviation."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def placement(snapshot: Snapshot, language: Language) -> str:
    """What places a technology in its ring."""
    how = snapshot.configuration.placement
    if how is None:
        return text("picture.method.ring", language)
    names = {kind: _lower(scale_name(snapshot, kind, language)) for kind in ("maturity", "adoption")}
    if how in names:
        return text("picture.method.one", language, scale=names[how])
    return text(f"picture.method.{how}", language, **names)


def _placement(snapshot: Snapshot, language: Language) -> str:
    said = placement(snapshot, language)
    return f"{said} {text('picture.method.nearer', language)}" if snapshot.configuration.placement else said


def _basis(snapshot: Snapshot, language: Language) -> Iterator[str]:
    """What the figures rest on: each counts, for one that is published says nothing of the other beside it."""
    figures = [
        (standing, kind, point)
        for standing in snapshot.standings
        for kind, point in (("maturity", standing.maturity), ("adoption", standing.adoption))
        if point is not None
    ]
    rings = [s for s in snapshot.standings if s.score is None or not (s.maturity or s.adoption)]
    counts = Counter(point.basis for _, _, point in figures) + Counter(standing.basis for standing in rings)
    if len(counts) == 1:
        yield text(f"picture.method.all-{next(iter(counts)).value}", language)
    elif counts:
        order = (Basis.MEASURED, Basis.PUBLISHED, Basis.DERIVED, Basis.JUDGEMENT)
        parts = listed((text(f"picture.method.{b.value}", language, n=counts[b]) for b in order if counts[b]), language)
        key = "picture.method.basis-of-assessments" if rings else "picture.method.basis"
        yield text(key, language, n=counts.total(), parts=parts)
    answers = [(standing.technology.name, kind, point.n) for standing, kind, point in figures if point.n is not None]
    if len(answers) == 1:
        ((name, kind, n),) = answers
        yield text(f"picture.method.answers-{kind}", language, name=name, n=n)
    elif answers:
        least, most = min(n for _, _, n in answers), max(n for _, _, n in answers)
        said = {"count": len(answers), "figures": len(figures)}
        if least == most:
            yield text("picture.method.answers-each", language, **said, each=most)
        else:
            yield text("picture.method.answers", language, **said, least=least, most=most)


def mixed_basis(snapshot: Snapshot) -> bool:
    """Whether some of the standings are judgement and some are not."""
    judged = {standing.basis is Basis.JUDGEMENT for standing in snapshot.standings}
    return len(judged) == 2


def title(snapshot: Snapshot, language: Language, given: str | None) -> str:
    """The picture's name for those who do not see it."""
    name = given or snapshot.configuration.title
    edition = snapshot.edition.name
    if snapshot.area is not None:
        return text("picture.title-area", language, title=name, area=snapshot.area.name, edition=edition)
    return text("picture.title", language, title=name, edition=edition)


def blip_title(standing: Standing, language: Language) -> str:
    """A technology in a few words: "Generativ AI, AFPRØV, rykket ind fra HOLD ØJE"."""
    parts = [standing.technology.name, shown(standing.ring)]
    if standing.movement is not None:
        ring = shown(standing.came_from) if standing.came_from is not None else ""
        parts.append(text(f"picture.blip.{standing.movement.value}", language, ring=ring))
    if not standing.own:
        parts.append(text("picture.blip.shared", language))
    return ", ".join(parts)


def description(snapshot: Snapshot, language: Language) -> str:
    """What a reader sees at a glance: how many technologies each ring holds, what is new, and the largest gap."""
    parts = [counted(snapshot, language), rings_counted(snapshot, language), *news(snapshot, language)]
    return " ".join([*parts, *largest_gap(snapshot, language)])


def counted(snapshot: Snapshot, language: Language) -> str:
    """How many technologies there are, or which are shown of how many."""
    only = selection(snapshot, language)
    return f"{only}." if only else text("picture.description.count", language, n=len(snapshot.standings))


def rings_counted(snapshot: Snapshot, language: Language) -> str:
    """How many technologies each ring holds."""
    counts = Counter(standing.ring.id for standing in snapshot.standings)
    rings = listed((f"{shown(ring)} {counts[ring.id]}" for ring in snapshot.configuration.rings), language)
    return text("picture.description.rings", language, parts=rings)


def news(snapshot: Snapshot, language: Language) -> Iterator[str]:
    """What is new, a sentence for each movement, or that nothing is; first that moves cannot be told, where so."""
    found = changes(snapshot, language)
    apart = snapshot.previous is not None and not snapshot.edition.comparable
    if apart and snapshot.previous is not None:
        yield text("picture.news.not-comparable", language, edition=snapshot.previous.name)
    for movement, of_it in found.items():
        names = listed((_with(change) for change in of_it), language)
        yield text(f"picture.description.{movement.value}", language, names=names)
    if not found and snapshot.previous is not None and not snapshot.selected and not apart:
        yield text("picture.description.still", language, edition=snapshot.previous.name)


def largest_gap(snapshot: Snapshot, language: Language) -> Iterator[str]:
    """The technologies whose maturity and adoption are furthest apart, which a placement hides; none without a gap."""
    gaps = [(abs(gap), gap, s.technology.name) for s in snapshot.standings if (gap := s.gap) is not None]
    widest = max((wide for wide, _, _ in gaps), default=None)
    for kind, sign in (("mature", 1), ("in-use", -1)):
        names = [name for wide, gap, name in gaps if wide == widest and gap * sign > 0]
        if len(names) > MOST_NAMED:
            yield text(f"picture.description.gaps-{kind}", language, n=len(names))
        elif names:
            yield text(f"picture.description.gap-{kind}", language, names=listed(names, language))


def _with(change: Change) -> str:
    return f"{change.name} ({change.detail})" if change.detail else change.name
