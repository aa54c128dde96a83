"""All about one technology: what it is, where it stands and how we know, its history, and what it led to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from techradar.differences import reason_of
from techradar.history import Snapshot, Standing, Standpoint, course, snapshot
from techradar.language import Language, text
from techradar.language.writing import date_text, number
from techradar.model import Configuration, Edition, Radar, Technology
from techradar.model.beside import Case
from techradar.publish import chart, rows, wording
from techradar.publish.rows import FIELDS, Row
from techradar.publish.sections import Section
from techradar.publish.tables import Cell, Column, Data, Table, records, table

BAR = 20  # blocks that stand for all answers
HISTORY_KEYS = ("ring", "maturity", "adoption", "score", "movement", "from", "basis", "source", "reason")


@dataclass(frozen=True)
class Profile:
    """A technology as of an edition, overall or for one area, in a language.

    `row` is its row in the list of the edition; none where it is not on the edition and was not taken off by it.
    """

    radar: Radar
    technology: Technology
    snapshot: Snapshot
    language: Language
    path: str

    @property
    def row(self) -> Row | None:
        """Its row in the list of the edition."""
        return next((row for row in rows.rows_of(self.snapshot) if row.technology is self.technology), None)

    @property
    def standing(self) -> Standing | None:
        """Where it stands; none where it does not."""
        return self.row.standing if self.row is not None else None

    @property
    def configuration(self) -> Configuration:
        """The radar's configuration."""
        return self.radar.configuration

    def say(self, key: str, **values: object) -> str:
        """A text of the catalogue in the profile's language."""
        return text(key, self.language, **values)

    @property
    def editions(self) -> list[Edition]:
        """The editions up to the one that is shown; a draft only where it is that one."""
        at = self.configuration.editions.index(self.snapshot.edition)
        return [e for e in self.configuration.editions[: at + 1] if not e.draft or e is self.snapshot.edition]

    @cached_property
    def history(self) -> list[tuple[Snapshot, Row]]:
        """Its row on each of the editions; where it is on none, nothing."""
        alone = Radar(self.configuration, (self.technology,))
        seen = [snapshot(alone, edition, self.snapshot.area) for edition in self.editions]
        return [(each, row) for each in seen for row in rows.rows_of(each)]

    def areas(self) -> list[tuple[Snapshot, Row]]:
        """Its row on each area's radar; none where no assessment tells areas apart."""
        if not any(assessment.areas for assessment in self.technology.assessments):
            return []
        alone = Radar(self.configuration, (self.technology,))
        seen = [snapshot(alone, self.snapshot.edition, area) for area in self.configuration.areas]
        return [(each, row) for each in seen for row in rows.rows_of(each) if row.standing is not None]


# For people -------------------------------------------------------------------------------------------------------


def sections(profile: Profile) -> list[Section]:
    """The profile as people read it; sections that say nothing are left out."""
    technology, say = profile.technology, profile.say
    all_of_them = [
        _head(profile),
        _where(profile),
        Section(say("tables.history"), chart=_chart(profile), table=_by_edition(profile)),
        Section(say("tables.course"), facts=tuple(_events(profile))),
        Section(say("tables.areas", areas=_areas_name(profile)), table=_areas(profile)),
        Section(say("tables.example"), paragraphs=(technology.example,) if technology.example else ()),
        Section(say("tables.description"), paragraphs=tuple(_paragraphs(technology.description))),
        Section(say("tables.cases"), points=tuple(_case(case, profile) for case in technology.cases)),
        Section(say("tables.facts"), points=tuple(_facts(profile))),
        Section(say("tables.questions"), points=tuple(_questions(profile))),
        Section(say("tables.links"), points=tuple(f"{link.title}: {link.url}" for link in technology.links)),
    ]
    return [section for section in all_of_them if not section.empty]


def _head(profile: Profile) -> Section:
    technology, say = profile.technology, profile.say
    sector = next(s.name for s in profile.configuration.sectors if s.id == technology.sector)
    day = technology.review_by
    facts = {
        "tables.column.id": technology.id,
        "tables.column.sector": sector,
        "tables.column.aliases": ", ".join(rows.other_names(technology)),
        "tables.column.tags": ", ".join(technology.tags),
        "tables.column.owner": technology.owner,
        "tables.column.review_by": date_text(day, profile.language) if day is not None else "",
        "tables.file": profile.path,
    }
    return Section(
        technology.name,
        paragraphs=(technology.summary,) if technology.summary else (),
        facts=tuple((say(key), words) for key, words in facts.items() if words),
    )


def _where(profile: Profile) -> Section:
    say, row, standing = profile.say, profile.row, profile.standing
    heading = say("tables.where", title=wording.edition(profile.snapshot.edition, profile.language))
    if row is None or standing is None:
        return Section(heading, paragraphs=tuple(_absent(profile, row)))
    ring = wording.bracketed(standing.ring.name, *_mark(profile, standing))
    if standing.ring.advice:
        ring = f"{ring}: {standing.ring.advice}"
    facts = [(say("tables.column.ring"), ring)]
    moved = wording.movement(standing.movement, standing.came_from, profile.language)
    if moved:
        facts.append((say("tables.column.movement"), moved))
    for kind, standpoint in (("maturity", standing.maturity), ("adoption", standing.adoption)):
        if standpoint is not None:
            facts += _standpoint(profile, kind, standpoint)
    if standing.gap is not None:
        facts.append((say("tables.gap"), say("tables.gap.mature" if standing.gap > 0 else "tables.gap.in-use")))
    if standing.maturity is None and standing.adoption is None:
        facts.append((say("tables.column.basis"), wording.basis(standing.basis, profile.language)))
        facts += [(say("tables.column.source"), source) for source in rows.sources(row)]
    if standing.assessment is None:
        facts.append((say("tables.carried"), say("tables.carried.words", edition=standing.assessed_in)))
    if standing.score is not None:
        facts.append((say("tables.column.score"), wording.two_decimals(standing.score, profile.language)))
    return Section(heading, facts=tuple(facts))


def _mark(profile: Profile, standing: Standing) -> list[str]:
    mark = wording.fallback(standing, profile.snapshot.area, profile.language)
    return [mark] if mark else []


def _absent(profile: Profile, row: Row | None) -> Iterator[str]:
    if row is None:
        yield " ".join(_away(profile))
        return
    yield f"{wording.sentence(wording.movement(row.movement, row.came_from, profile.language))}."
    if row.gone_for:
        yield row.gone_for


def _away(profile: Profile) -> Iterator[str]:
    """That it is not on the edition, in which one it was taken off, and in which it comes on, or back."""
    yield profile.say("tables.absent")
    editions = profile.configuration.editions
    at = editions.index(profile.snapshot.edition)
    places = course(profile.configuration, profile.technology, profile.snapshot.area)
    off = [edition for edition, place in zip(editions[: at + 1], places, strict=False) if place.retired]
    if off:
        yield profile.say("tables.absent-since", edition=off[-1].id)
    on = next((edition for edition, place in zip(editions[at:], places[at:], strict=True) if place.ring), None)
    if on is not None:
        key = "tables.absent-back" if off else "tables.absent-until"
        draft = "tables.absent.draft" if on.draft else "tables.absent.edition"
        yield profile.say(key, edition=profile.say(draft, edition=on.id))


def _standpoint(profile: Profile, kind: str, standpoint: Standpoint) -> Iterator[tuple[str, str]]:
    """A figure: what it is, how it is known, and the answers where it rests on some."""
    say, language = profile.say, profile.language
    said = wording.figure(standpoint, standpoint.edition, language)
    if standpoint.shown and standpoint.figure is not None:
        said = wording.bracketed(said, wording.two_decimals(standpoint.figure, language))
    parts = [said]
    if standpoint.edition != profile.snapshot.edition.id:
        parts.append(say("tables.from-edition", edition=standpoint.edition))
    parts.append(wording.basis(standpoint.basis, language))
    if standpoint.n is not None:
        parts.append(say("tables.answers", n=standpoint.n))
    yield say(f"tables.column.{kind}"), ", ".join(parts)
    yield from (("", line) for line in _answers(standpoint, language))
    if standpoint.given.note:
        yield "", standpoint.given.note
    if standpoint.source:
        yield say("tables.column.source"), standpoint.source


def _answers(standpoint: Standpoint, language: Language) -> list[str]:
    """The distribution of answers, a bar each."""
    given = standpoint.given
    amounts: dict[str, float] = {**(given.shares or {}), **(given.counts or {})}
    if not amounts:
        return []
    names = {id: standpoint.scale.answer(id).name for id in amounts}
    wide = max(map(len, names.values()))
    total = sum(amounts.values()) if given.counts else 100.0
    sign = "" if given.counts else " %"
    shown = {id: number(amount, language) + sign for id, amount in amounts.items()}
    side = max(map(len, shown.values()))
    bars = {id: "█" * round(amount / total * BAR) for id, amount in amounts.items()}
    return [f"{names[id]:{wide}}  {shown[id]:>{side}}  {bars[id]}".rstrip() for id in amounts]


def _chart(profile: Profile) -> tuple[str, ...]:
    """The way through the editions; an edition before the first assessment is empty."""
    on = {seen.edition.id: row for seen, row in profile.history}
    stops = []
    for edition in profile.editions:
        row = on.get(edition.id)
        if row is None or row.standing is None:
            stops.append(chart.Stop(edition, row.came_from if row is not None else None, chart.GONE))
        else:
            mark = chart.ASSESSED if row.standing.assessed_in == edition.id else chart.CARRIED
            stops.append(chart.Stop(edition, row.standing.ring, mark))
    return chart.chart(stops, profile.configuration.rings, profile.language)


def _by_edition(profile: Profile) -> Table:
    """A row per edition: the ring, the figures, the movement and the basis."""
    found = profile.history
    keys = [key for key in rows.usual_keys([row for _, row in found]) if key in HISTORY_KEYS and key != "reason"]
    columns = [
        Column("edition", profile.say("tables.edition")),
        *(Column(key, profile.say(f"tables.column.{key}"), FIELDS[key].side) for key in keys),
    ]
    body = [[Cell(seen.edition.id, seen.edition.id), *rows.cells(row, keys, profile.language)] for seen, row in found]
    return table(columns, body)


def _events(profile: Profile) -> Iterator[tuple[str, str]]:
    """What was said, decided and begun, by its day; what stands under a day has no label."""
    on = {seen.edition.id: row for seen, row in profile.history}
    said = [(edition.date, list(_of_edition(edition, on.get(edition.id), profile))) for edition in profile.editions]
    begun = [(case.since, [_begun(case, profile)]) for case in profile.technology.cases if case.since is not None]
    made = [(each.date, [wording.decision(each, profile.language)]) for each in profile.technology.decisions]
    events = [*said, *begun, *made]
    for day, lines in sorted(events, key=lambda event: event[0]):
        for at, line in enumerate(lines):
            yield ("" if at else date_text(day, profile.language)), line


def _begun(case: Case, profile: Profile) -> str:
    parts = [wording.who(case, profile.configuration), profile.say(f"tables.stage.{case.stage}")]
    return profile.say("tables.case", case=", ".join(part for part in parts if part))


def _of_edition(edition: Edition, row: Row | None, profile: Profile) -> Iterator[str]:
    """What an edition said of the technology, with its sources; nothing where it only carried forward."""
    assessment = profile.technology.by_edition.get(edition.id)
    if assessment is None or row is None:
        return
    key = "tables.edition-retired" if assessment.retired else "tables.edition-said"
    reason = " ".join((reason_of(assessment, profile.snapshot.area) or "").split())
    name = row.ring.name if row.ring is not None else ""
    yield wording.joined(profile.say(key, edition=edition.id, ring=name), reason)
    if not edition.comparable:
        yield profile.say("tables.break", edition=edition.id)
    figures = [s for s in (row.maturity, row.adoption) if s is not None and s.edition == edition.id]
    given = [figure.source for figure in figures] if figures else [assessment.source]
    for source in dict.fromkeys(source for source in given if source):
        yield profile.say("tables.source", source=source)


def _areas_name(profile: Profile) -> str:
    """The radar's word for areas as it stands within a sentence."""
    word = profile.configuration.areas_name or profile.say("tables.column.area")
    return word[:1].lower() + word[1:] if word[1:].islower() else word


def _areas(profile: Profile) -> Table:
    found = profile.areas()
    keys = [key for key in ("ring", "adoption", "movement") if key in rows.usual_keys([row for _, row in found])]
    columns = [Column("area", profile.configuration.areas_name or profile.say("tables.column.area"))]
    columns += [Column(key, profile.say(f"tables.column.{key}"), FIELDS[key].side) for key in keys]
    body = []
    for seen, row in found:
        assert seen.area is not None, "only areas' radars are asked for"
        body.append([Cell(seen.area.id, seen.area.name), *rows.cells(row, keys, profile.language)])
    return table(columns, body)


def _paragraphs(words: str | None) -> list[str]:
    return [part.strip() for part in (words or "").split("\n\n") if part.strip()]


def _case(case: Case, profile: Profile) -> str:
    """A case in a line: who, how far, since when, and what was learnt."""
    say = profile.say
    who = wording.who(case, profile.configuration)
    parts = [*([who] if who else []), say(f"tables.stage.{case.stage}")]
    for key, day in (("tables.since", case.since), ("tables.decide-by", case.decide_by)):
        if day is not None:
            parts.append(say(key, day=date_text(day, profile.language)))
    return wording.joined(", ".join(parts), case.lesson, case.url)


def _facts(profile: Profile) -> Iterator[str]:
    for fact in profile.technology.facts:
        value = f": {fact.value}" if fact.value else ""
        year = [str(fact.year)] if fact.year is not None else []
        yield wording.joined(wording.bracketed(f"{fact.text.rstrip('.')}{value}", *year), fact.source)


def _questions(profile: Profile) -> Iterator[str]:
    dialogue = profile.technology.dialogue
    for place, question in enumerate(dialogue.questions if dialogue is not None else (), 1):
        day = date_text(question.raised, profile.language) if question.raised is not None else None
        asked = [part for part in (question.where, day) if part]
        answer = profile.say("tables.answer", answer=question.answer) if question.answer else None
        yield wording.joined(f"{place}: {question.text}", f"({', '.join(asked)})" if asked else None, answer)


# For programs -----------------------------------------------------------------------------------------------------


def record(profile: Profile) -> dict[str, Any]:
    """The profile as programs read it: the keys of the list, and all else that the technology's file holds."""
    shown = profile.row or Row(profile.snapshot, profile.technology, None, None, None)
    known = records(rows.listing([shown], rows.LASTING, profile.language))[0]
    if profile.row is None:
        known["edition"] = None
    standing = profile.standing
    held = profile.technology.model_dump(mode="json", by_alias=True, exclude={"assessments", "name", "sector"})
    return {
        **known,
        **{key: value for key, value in held.items() if key not in known},
        "figures": {
            kind: _given(getattr(standing, kind)) if standing is not None else None for kind in ("maturity", "adoption")
        },
        "history": [
            {
                "edition": seen.edition.id,
                "date": seen.edition.date.isoformat(),
                "comparable": seen.edition.comparable,
                **_data(row),
            }
            for seen, row in profile.history
        ],
        "areas": [{"area": seen.area.id if seen.area else None, **_data(row)} for seen, row in profile.areas()],
    }


def _data(row: Row) -> dict[str, Any]:
    found = {key: FIELDS[key].data(row) for key in (*HISTORY_KEYS, "own")}
    found["assessed_in"] = FIELDS["edition"].data(row)
    return {key: list(value) if isinstance(value, tuple) else value for key, value in found.items()}


def _given(standpoint: Standpoint | None) -> dict[str, Any] | None:
    if standpoint is None:
        return None
    given = standpoint.given
    return {
        "figure": standpoint.figure,
        "level": given.level,
        "value": given.value,
        "shares": given.shares,
        "counts": given.counts,
        "n": standpoint.n,
        "basis": standpoint.basis.value,
        "source": standpoint.source,
        "note": given.note,
        "edition": standpoint.edition,
    }


def history_for_programs(profile: Profile) -> Table:
    """The history as a table for programs: ids and numbers, a row per edition."""
    keys = ("edition", "date", "comparable", *HISTORY_KEYS, "assessed_in")
    columns = [Column(key, key) for key in keys]
    body = []
    for seen, row in profile.history:
        data: dict[str, Data] = {"edition": seen.edition.id, "date": seen.edition.date.isoformat()}
        data["comparable"] = seen.edition.comparable
        data |= {key: FIELDS[key].data(row) for key in HISTORY_KEYS}
        data["assessed_in"] = FIELDS["edition"].data(row)
        body.append([Cell(data[key], "") for key in keys])
    return table(columns, body)
