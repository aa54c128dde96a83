"""What happened between two editions, or differs between two radars, as a section "What is new" and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

from techradar.differences import Change, Difference, FigureChange, Kind, Side, Uncompared
from techradar.history import Standpoint
from techradar.language import Language, listed, text
from techradar.language.writing import date_text
from techradar.model import Ring
from techradar.publish import wording
from techradar.publish.sections import Section
from techradar.publish.tables import Cell, Column, Data, Table, table

Lines = Iterator[str]
KEYS = (
    "id", "name", "kind", "from", "to", "reason", "reasons", "decisions", "maturity_from", "maturity_to",
    "adoption_from", "adoption_to", "from_id", "parts",
)  # fmt: skip

# For people -------------------------------------------------------------------------------------------------------


def sections(difference: Difference, folders: tuple[str, str], language: Language) -> list[Section]:
    """The difference as people read it; `folders` are where its radars lie, which is told where they are two."""
    said = [_head(difference, folders, language)]
    for kind, changes in groupby(difference.changes, key=lambda change: change.kind):
        apart = not difference.of_one_radar and kind in {Kind.IN, Kind.OUT, Kind.FIGURES}
        key = f"changes.two.{kind.value}" if apart else f"changes.kind.{kind.value}"
        facts = (fact for change in changes for fact in _facts(change, difference, language))
        said.append(Section(text(key, language), facts=tuple(facts)))
    points = tuple(_not_compared(each, difference, language) for each in difference.uncompared)
    if points:
        said.append(Section(text("changes.uncompared", language), points=points))
    return said


def _head(difference: Difference, folders: tuple[str, str], language: Language) -> Section:
    before, after = difference.before, difference.after
    if not difference.of_one_radar:
        sides = (_side("A", before, folders[0], language), _side("B", after, folders[1], language))
        same = () if difference.changes else (text("changes.same", language),)
        return Section(_of_area(text("changes.two", language), after, language), paragraphs=(*sides, *same))
    key = "changes.title-draft" if after.edition.draft else "changes.title"
    compared = text(
        "changes.since",
        language,
        radar=after.configuration.title,
        later=wording.edition(after.edition, language),
        earlier=wording.edition(before.edition, language),
    )
    counts = Counter(change.kind for change in difference.changes)
    parts = [text(f"changes.count.{kind.value}", language, n=n) for kind, n in counts.items()]
    said = text("changes.summary", language, counts=listed(parts, language)) if parts else ""
    paragraphs = (compared, *_breaks(difference, language), said or text(_nothing(difference), language))
    title = text(key, language, edition=after.edition.id)
    return Section(_of_area(title, after, language), paragraphs=paragraphs)


def _of_area(title: str, side: Side, language: Language) -> str:
    return text("changes.title-area", language, title=title, area=side.area.name) if side.area is not None else title


def _side(letter: str, side: Side, folder: str, language: Language) -> str:
    edition = wording.edition(side.edition, language)
    title = side.configuration.title
    return text("changes.side", language, letter=letter, radar=title, edition=edition, folder=folder)


def _nothing(difference: Difference) -> str:
    return "changes.nothing-told" if difference.breaks else "changes.nothing"


def _breaks(difference: Difference, language: Language) -> Lines:
    for edition in difference.breaks:
        if edition.note:
            note = " ".join(edition.note.split()).rstrip(".")
            yield text("changes.break-why", language, edition=edition.id, note=note)
        else:
            yield text("changes.break", language, edition=edition.id)


def _facts(change: Change, difference: Difference, language: Language) -> Iterator[tuple[str, str]]:
    """A technology and what is said of it: a line under its name for each thing."""
    lines = [line for line in _lines(change, difference, language) if line]
    yield change.technology.name, lines[0] if lines else ""
    yield from (("", line) for line in lines[1:])


def _lines(change: Change, difference: Difference, language: Language) -> Lines:
    yield from _rings(change, difference, language)
    if change.kind is Kind.RENAMED and change.earlier is not None:
        yield text("changes.names", language, before=change.earlier.name, now=change.technology.name)
    elif change.kind is Kind.SECTOR:
        before, now = _sectors(change, difference)
        yield text("changes.names", language, before=before, now=now)
    elif change.kind is Kind.DESCRIBED:
        yield wording.sentence(listed((text(f"changes.part.{part}", language) for part in change.parts), language))
    if change.kind in {Kind.NEW, Kind.RETURNED}:
        yield wording.sentence(", ".join(_figure(each, language) for each in change.figures if each.after))
    else:
        yield from (_figure_change(each, difference, language) for each in change.figures)
    yield from _reasons(change, difference, language)
    for decision in change.decisions:
        yield f"{date_text(decision.date, language)}: {wording.decision(decision, language)}"


def _rings(change: Change, difference: Difference, language: Language) -> Lines:
    """Where it lies and where it lay, as far as the kind of change is about that."""
    before, now = _name(change.came_from), _name(change.ring)
    match change.kind:
        case Kind.NEW | Kind.RETURNED | Kind.ONLY_TO:
            yield now
        case Kind.ONLY_FROM:
            yield before
        case Kind.IN | Kind.OUT:
            key = "changes.moved" if difference.of_one_radar else "changes.rings"
            yield text(key, language, before=before, now=now)
        case Kind.RETIRED:
            yield text("changes.was", language, ring=before) if before else text("changes.came-and-went", language)


def _name(ring: Ring | None) -> str:
    return ring.name if ring is not None else ""


def _sectors(change: Change, difference: Difference) -> tuple[str, str]:
    assert change.earlier is not None, "what lies elsewhere lies somewhere"
    before = next(s.name for s in difference.before.configuration.sectors if s.id == change.earlier.sector)
    return before, next(s.name for s in difference.after.configuration.sectors if s.id == change.technology.sector)


def _figure(change: FigureChange, language: Language) -> str:
    """A figure of what is new: "modenhed: Forsøg"."""
    scale = text(f"tables.column.{change.scale}", language)
    return text("changes.figure", language, scale=scale[:1].lower() + scale[1:], level=_level(change.after, language))


def _figure_change(change: FigureChange, difference: Difference, language: Language) -> str:
    """How a figure changed: "Udbredelse: fra På prøve til I drift bredt, nu målt (før skøn)"."""
    scale = text(f"tables.column.{change.scale}", language)
    was, now = change.before, change.after
    before, after = _level(was, language), _level(now, language)
    if not difference.of_one_radar:
        if before == after:
            before, after = (
                wording.bracketed(level, _exact(s, language)) for level, s in ((before, was), (after, now))
            )
        none = text("changes.figure.none", language)
        return text("changes.figure.differs", language, scale=scale, before=before or none, now=after or none)
    if was is None:
        return text("changes.figure.first", language, scale=scale, now=after)
    if now is None:
        return text("changes.figure.last", language, scale=scale, before=before)
    figures = {"before": _exact(was, language), "now": _exact(now, language)}
    if before != after:
        # "fra mellem ... til ..." cannot be read aloud.
        named = was.shown and now.shown
        key = "changes.figure.moved" if named else "changes.figure.was"
        said = text(key, language, scale=scale, before=before, now=after)
    elif was.figure == now.figure:
        said = text("changes.figure.still", language, scale=scale, now=after)
    else:
        key = "changes.figure.higher" if (now.figure or 0.0) > (was.figure or 0.0) else "changes.figure.lower"
        said = text(key, language, scale=scale, level=after, **figures)
    if was.basis is now.basis:
        return said
    bases = {"now": wording.basis(now.basis, language), "before": wording.basis(was.basis, language)}
    return text("changes.figure.now", language, said=said, **bases)


def _exact(standpoint: Standpoint | None, language: Language) -> str:
    return wording.two_decimals((standpoint.figure if standpoint is not None else None) or 0.0, language)


def _level(standpoint: Standpoint | None, language: Language) -> str:
    """A figure by the name of its level, or of the two that it lies between; empty where there is none."""
    if standpoint is None:
        return ""
    if standpoint.shown or standpoint.figure is None:
        return standpoint.shown
    scale = standpoint.scale
    for below, above in pairwise(scale.levels):
        for level in (below, above):
            if scale.figure(level.value or 0.0) == standpoint.figure:
                return level.name
        if standpoint.figure < scale.figure(above.value or 0.0):
            return text("changes.between", language, below=below.name, above=above.name)
    return scale.levels[-1].name


def _reasons(change: Change, difference: Difference, language: Language) -> Lines:
    """The reasons; with their edition where that is not plain, of two radars with the side."""
    plain = difference.of_one_radar and all(told.edition == difference.after.edition.id for told in change.reasons)
    for told in change.reasons:
        # Of what only one radar has, it is the other's word that tells something: why it went there.
        if (change.kind is Kind.ONLY_TO and not told.of_from) or (change.kind is Kind.ONLY_FROM and told.of_from):
            continue
        reason = " ".join(told.reason.split())
        edition = told.edition if difference.of_one_radar else f"{'A' if told.of_from else 'B'}, {told.edition}"
        yield reason if plain else text("changes.reason-in", language, edition=edition, reason=reason)


def _not_compared(what: Uncompared, difference: Difference, language: Language) -> str:
    if not what.technologies:
        return text(f"changes.uncompared.{what.what}", language)
    names = ", ".join(technology.name for technology in what.technologies)
    area = difference.after.area.name if difference.after.area is not None else ""
    return text(f"changes.uncompared.{what.what}", language, n=len(what.technologies), names=names, area=area)


# For programs -----------------------------------------------------------------------------------------------------


def for_programs(difference: Difference) -> Table:
    """A row per change: ids, figures from 0 to 1, and the reasons and decisions with their edition or day."""
    columns = [Column(key, key) for key in KEYS]
    return table(columns, ([Cell(each[key], "") for key in KEYS] for each in map(_data, difference.changes)))


def _data(change: Change) -> dict[str, Data]:
    before: str | None = change.came_from.id if change.came_from is not None else None
    after: str | None = change.ring.id if change.ring is not None else None
    if change.kind is Kind.DESCRIBED or change.earlier is None:
        before, after = (None, None) if change.kind is Kind.DESCRIBED else (before, after)
    elif change.kind is Kind.RENAMED:
        before, after = change.earlier.name, change.technology.name
    elif change.kind is Kind.SECTOR:
        before, after = change.earlier.sector, change.technology.sector
    figures = {each.scale: each for each in change.figures}
    data: dict[str, Data] = {
        "id": change.technology.id,
        "name": change.technology.name,
        "kind": change.kind.value,
        "from": before,
        "to": after,
        "reason": change.reasons[-1].reason if change.reasons else None,
        "reasons": tuple(f"{told.edition}: {told.reason}" for told in change.reasons),
        "decisions": tuple(f"{decision.date.isoformat()}: {decision.text}" for decision in change.decisions),
        "from_id": change.earlier.id if change.earlier is not None else None,
        "parts": change.parts,
    }
    for scale in ("maturity", "adoption"):
        moved = figures.get(scale)
        data[f"{scale}_from"] = moved.before.figure if moved is not None and moved.before is not None else None
        data[f"{scale}_to"] = moved.after.figure if moved is not None and moved.after is not None else None
    return data


def head(difference: Difference, names: tuple[str, str]) -> dict[str, Any]:
    """What stands before the changes for programs: both sides, the area, and what cannot be compared."""
    area = difference.after.area
    return {
        "from": names[0],
        "to": names[1],
        "area": area.id if area is not None else None,
        "comparable": not difference.breaks,
        "uncompared": [
            {"what": each.what, "technologies": [technology.id for technology in each.technologies]}
            for each in difference.uncompared
        ],
    }
