"""Cases as rows: who has tried what, how far they are, since when, what is to be decided, and what was learnt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from techradar.dues import SOON, is_off, is_running
from techradar.language import Language, listed, text
from techradar.language.writing import date_text, sort_key
from techradar.model import Radar, Technology
from techradar.model.values import folded
from techradar.publish import wording
from techradar.publish.tables import Cell, Column, Table, table

if TYPE_CHECKING:
    from techradar.model.beside import Case

KEYS = (
    "id", "name", "municipality", "organisation", "area", "stage", "since", "days", "decide_by", "days_over",
    "lesson", "url",
)  # fmt: skip
STAGES = ("pilot", "preparing", "operation", "stopped")  # in the order in which they are told
MONTH, YEAR = 30.44, 365.25  # days


class Experience(NamedTuple):
    """A case of a technology on a day; `off` says that the technology was taken off the radar."""

    radar: Radar
    technology: Technology
    case: Case
    today: date
    off: bool

    @property
    def municipality(self) -> str | None:
        """The municipality; the radar's own where neither one nor an organisation is named."""
        case = self.case
        return case.municipality or (None if case.organisation else self.radar.configuration.municipality)

    @property
    def days(self) -> int | None:
        """How many days ago it began; negative where it is still to begin."""
        return (self.today - self.case.since).days if self.case.since is not None else None

    @property
    def days_over(self) -> int | None:
        """How many days the decision is late (negative: still to come); none where none is waited for."""
        if self.case.decide_by is None or not is_running(self.case):
            return None
        return (self.today - self.case.decide_by).days


class Wanted(NamedTuple):
    """Which cases are wanted; of several words for one thing any will do. Whose they are is compared folded."""

    technologies: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    due: bool = False

    def fits(self, found: Experience) -> bool:
        """Whether a case is among those wanted; `due` are those past their day or within 30 days of it."""
        whose = {folded(word) for word in (found.municipality, found.case.organisation) if word}
        over = found.days_over
        return (
            (not self.technologies or found.technology.id in self.technologies)
            and (not self.whose or any(folded(word) in whose for word in self.whose))
            and (not self.stages or found.case.stage in self.stages)
            and (not self.areas or found.case.area in self.areas)
            and (not self.due or (over is not None and over >= -SOON))
        )


def experiences(radar: Radar, today: date) -> Iterator[Experience]:
    """All cases of a radar, those of technologies that were taken off it too."""
    for technology in radar.technologies:
        off = is_off(radar.configuration, technology) if technology.cases else False
        yield from (Experience(radar, technology, case, today, off) for case in technology.cases)


def in_order(found: Iterable[Experience], by: str, language: Language) -> list[Experience]:
    """Cases by `stage` (what is late first), `technology`, `municipality` or `age` (the oldest first)."""

    def order(each: Experience) -> tuple[object, ...]:
        name = sort_key(each.technology.name, language)
        since = each.case.since or date.max
        whose = sort_key(wording.who(each.case, each.radar.configuration), language)
        stage = STAGES.index(each.case.stage)
        over = -(each.days_over if each.days_over is not None else -date.max.toordinal())
        orders: dict[str, tuple[object, ...]] = {
            "stage": (stage, over, since, name, whose),
            "technology": (name, stage, since, whose),
            "municipality": (whose, name, stage, since),
            "age": (since, name, whose),
        }
        return orders[by]

    return sorted(found, key=order)


def listing(found: Sequence[Experience], language: Language) -> Table:
    """Cases as a table for people: the columns that say something of these."""
    rows = [_words(each, language) for each in found]
    keys = [key for key in (rows[0] if rows else {}) if any(row[key] for row in rows)]
    columns = [Column(key, text(f"cases.column.{key}", language)) for key in keys]
    return table(columns, ([Cell(row[key], row[key]) for key in keys] for row in rows))


def _words(each: Experience, language: Language) -> dict[str, str]:
    case = each.case
    off = [text("tables.movement.retired", language)] if each.off else []
    return {
        "technology": wording.bracketed(each.technology.name, *off),
        "stage": wording.sentence(text(f"tables.stage.{case.stage}", language)),
        "who": wording.who(case, each.radar.configuration),
        "since": _since(each, language),
        "decide_by": _decide_by(each, language),
        "lesson": " ".join((case.lesson or "").split()),
        "url": case.url or "",
    }


def _since(each: Experience, language: Language) -> str:
    """The day it began, with its age where it still runs."""
    if each.case.since is None or each.days is None:
        return ""
    day = date_text(each.case.since, language)
    if each.case.stage == "stopped" or each.days < 0:
        return day
    return wording.bracketed(day, age(each.days, language))


def age(days: int, language: Language) -> str:
    """So many days in the unit that people use: days, then months from two on, then years from two on."""
    if not days:
        return text("dues.today", language)
    if days < 2 * MONTH:
        return text("cases.days", language, n=days)
    if days < 2 * YEAR:
        return text("cases.months", language, n=int(days / MONTH))
    return text("cases.years", language, n=int(days / YEAR))


def _decide_by(each: Experience, language: Language) -> str:
    if each.case.decide_by is None:
        return ""
    day = date_text(each.case.decide_by, language)
    return day if each.days_over is None else wording.bracketed(day, wording.distance(each.days_over, language))


def counted(found: Sequence[Experience], language: Language) -> str:
    """How many cases there are of each stage, and how many are past their day."""
    stages = Counter(str(each.case.stage) for each in found)
    parts = [text(f"cases.count.{stage}", language, n=n) for stage in STAGES if (n := stages[stage])]
    said = text("cases.count", language, n=len(found), counts=listed(parts, language))
    late = sum((each.days_over or 0) > 0 for each in found)
    return f"{said}; {text('cases.late', language, n=late)}" if late else said


def for_programs(found: Sequence[Experience]) -> Table:
    """Cases as a table for programs: ids, dates as year-month-day, and days."""

    def cells(each: Experience) -> list[Cell]:
        case = each.case
        data = (
            each.technology.id,
            each.technology.name,
            each.municipality,
            case.organisation,
            case.area,
            case.stage,
            case.since.isoformat() if case.since is not None else None,
            each.days,
            case.decide_by.isoformat() if case.decide_by is not None else None,
            each.days_over,
            case.lesson,
            case.url,
        )
        return [Cell(value, "") for value in data]

    return table([Column(key, key) for key in KEYS], map(cells, found))
