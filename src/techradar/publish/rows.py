"""The technologies of a radar as rows: what can be told of each, chosen, found and sorted by keys."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from techradar.dues import Due, dues
from techradar.history import Movement, Snapshot, Standing, Standpoint
from techradar.language import Language, text
from techradar.language.writing import date_text, number, slug, sort_key
from techradar.model import Basis, Ring, Technology
from techradar.publish import wording
from techradar.publish.tables import Cell, Column, Data, Table, table


class Row(NamedTuple):
    """A technology in the list: one that stands on the edition, or one that does not, where that is asked for.

    `today` is the day of which it is told what is due; without it nothing is.
    """

    snapshot: Snapshot
    technology: Technology
    standing: Standing | None
    came_from: Ring | None
    movement: Movement | None
    gone_for: str | None = None
    today: date | None = None

    @property
    def dues(self) -> tuple[Due, ...]:
        """What of it is past its day or near it, soonest first."""
        if self.today is None:
            return ()
        return tuple(dues(self.snapshot.configuration, self.technology, self.today))

    @property
    def gap(self) -> float | None:
        """How far maturity lies above adoption where that is a gap."""
        return self.standing.gap if self.standing is not None else None

    @property
    def ring(self) -> Ring | None:
        """The ring it stands in; none where it is off the radar."""
        return self.standing.ring if self.standing is not None else None

    @property
    def maturity(self) -> Standpoint | None:
        """Its maturity in force."""
        return self.standing.maturity if self.standing is not None else None

    @property
    def adoption(self) -> Standpoint | None:
        """Its adoption in force."""
        return self.standing.adoption if self.standing is not None else None

    @property
    def sector_name(self) -> str:
        """The name of its sector."""
        sectors = self.snapshot.configuration.sectors
        return next(sector.name for sector in sectors if sector.id == self.technology.sector)


def rows_of(snapshot: Snapshot, today: date | None = None, *, all_of_them: bool = False) -> Iterator[Row]:
    """The rows of an edition: what stands on it by number, then what it took off, then perhaps all others."""
    for standing in snapshot.standings:
        yield Row(snapshot, standing.technology, standing, standing.came_from, standing.movement, today=today)
    for gone in snapshot.retired:
        yield Row(snapshot, gone.technology, None, gone.came_from, Movement.RETIRED, gone.reason, today)
    if all_of_them:
        told = {standing.technology.id for standing in snapshot.standings}
        told |= {gone.technology.id for gone in snapshot.retired}
        for technology in snapshot.radar.technologies:
            if technology.id not in told:
                yield Row(snapshot, technology, None, None, None, today=today)


class Wanted(NamedTuple):
    """Which rows are wanted; of several words for one thing any will do.

    What is off the radar is wanted only by its movement, or where something of it is due.
    """

    sectors: tuple[str, ...] = ()
    rings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    movements: tuple[Movement, ...] = ()
    bases: tuple[Basis, ...] = ()
    search: str = ""
    gap: bool = False
    due: bool = False

    def fits(self, row: Row) -> bool:
        """Whether a row is among those wanted. The ring of one that is retired is where it was."""
        ring = row.ring or row.came_from
        tags = {folded(tag) for tag in row.technology.tags}
        return (
            (row.movement in self.movements if self.movements else row.standing is not None or self.due)
            and (not self.gap or row.gap is not None)
            and (not self.due or bool(row.dues))
            and (not self.sectors or row.technology.sector in self.sectors)
            and (not self.rings or (ring is not None and ring.id in self.rings))
            and (not self.tags or any(folded(tag) in tags for tag in self.tags))
            and (not self.bases or (row.standing is not None and row.standing.basis in self.bases))
            and self._found(row.technology)
        )

    def _found(self, technology: Technology) -> bool:
        told = (technology.id, technology.name, technology.summary, technology.example, technology.description)
        said = folded(" ".join([*(words or "" for words in told), *technology.aliases, *technology.tags]))
        return all(word in said for word in folded(self.search).split())


def folded(words: str) -> str:
    """Words as they are searched: NFC, upper and lower case aside."""
    return unicodedata.normalize("NFC", words).casefold()


# What can be told of a technology -------------------------------------------------------------------------------


def other_names(technology: Technology) -> tuple[str, ...]:
    """The other names that people know: without ids that follow from a name, as `rename` keeps the old ones."""
    names = (technology.name, *technology.aliases)
    ids = {slug(name) for name in names if slug(name) != name}
    return tuple(alias for alias in technology.aliases if alias not in ids)


Order = tuple[str, ...] | tuple[float, ...]


class Field(NamedTuple):
    """One thing to tell: for programs, for people (where that differs), and what it sorts by (where that differs)."""

    data: Callable[[Row], Data]
    words: Callable[[Row, Language], str] | None = None
    order: Callable[[Row, Language], Order | None] | None = None
    side: Literal["left", "right"] = "left"


def _figure(standpoint: Standpoint | None) -> float | None:
    return standpoint.figure if standpoint is not None else None


def _level(standpoint: Standpoint | None) -> str | None:
    return standpoint.given.level if standpoint is not None else None


def _edition(standpoint: Standpoint | None) -> str | None:
    return standpoint.edition if standpoint is not None else None


def _basis(row: Row) -> Basis | None:
    return row.standing.basis if row.standing is not None else None


def _reason(row: Row) -> str | None:
    assessment = row.standing.assessment if row.standing is not None else None
    return assessment.reason if assessment is not None else row.gone_for


def sources(row: Row) -> tuple[str, ...]:
    """The sources of both figures, each once; of a bare ring that of its assessment."""
    assessment = row.standing.assessment if row.standing is not None else None
    figures = [figure.source for figure in (row.maturity, row.adoption) if figure is not None]
    given = figures or ([assessment.source] if assessment is not None else [])
    return tuple(dict.fromkeys(source for source in given if source))


def _maturity_words(row: Row, language: Language) -> str:
    return wording.figure(row.maturity, row.snapshot.edition.id, language)


def _adoption_words(row: Row, language: Language) -> str:
    mark = wording.fallback(row.standing, row.snapshot.area, language)
    return wording.figure(row.adoption, row.snapshot.edition.id, language, mark)


def _ring_words(row: Row, language: Language) -> str:
    if row.ring is None:
        return ""
    # Without a figure to mark it is the ring itself that is the whole organisation's.
    mark = "" if row.adoption is not None else wording.fallback(row.standing, row.snapshot.area, language)
    return wording.bracketed(row.ring.name, *([mark] if mark else []))


def _basis_words(row: Row, language: Language) -> str:
    word = _basis(row)
    return wording.basis(word, language) if word is not None else ""


def _order_of_ring(ring: Ring | None, row: Row) -> Order | None:
    return (row.snapshot.configuration.ring_index(ring),) if ring is not None else None


def _order_of_sector(row: Row, _: Language) -> Order:
    sectors = [sector.id for sector in row.snapshot.configuration.sectors]
    return (sectors.index(row.technology.sector),)


def _order_of_edition(id: str | None, row: Row) -> Order | None:
    return ([e.id for e in row.snapshot.configuration.editions].index(id),) if id is not None else None


def _assessed_in(row: Row) -> str:
    return row.standing.assessed_in if row.standing is not None else row.snapshot.edition.id


def _review_words(row: Row, language: Language) -> str:
    day = row.technology.review_by
    return date_text(day, language) if day is not None else ""


def _due_words(row: Row, language: Language) -> str:
    if row.today is None:
        return ""
    said = (wording.due(due, row.today, row.snapshot.configuration, language) for due in row.dues)
    return "; ".join(wording.sentence(words) for words in said)


FIELDS: dict[str, Field] = {
    "id": Field(lambda row: row.technology.id),
    "name": Field(lambda row: row.technology.name),
    "sector": Field(lambda row: row.technology.sector, lambda row, _: row.sector_name, _order_of_sector),
    "ring": Field(
        lambda row: row.ring.id if row.ring else None, _ring_words, lambda row, _: _order_of_ring(row.ring, row)
    ),
    "maturity": Field(lambda row: _figure(row.maturity), _maturity_words),
    "adoption": Field(lambda row: _figure(row.adoption), _adoption_words),
    "score": Field(lambda row: row.standing.score if row.standing else None, side="right"),
    "movement": Field(
        lambda row: row.movement.value if row.movement else None,
        lambda row, language: wording.movement(row.movement, row.came_from, language),
        lambda row, _: (list(Movement).index(row.movement),) if row.movement else None,
    ),
    "basis": Field(
        lambda row: basis.value if (basis := _basis(row)) else None,
        _basis_words,
        lambda row, _: (basis.strength,) if (basis := _basis(row)) else None,
    ),
    "edition": Field(_assessed_in, order=lambda row, _: _order_of_edition(_assessed_in(row), row)),
    "number": Field(lambda row: row.standing.number if row.standing else None, side="right"),
    "from": Field(
        lambda row: row.came_from.id if row.came_from else None,
        lambda row, _: row.came_from.name if row.came_from else "",
        lambda row, _: _order_of_ring(row.came_from, row),
    ),
    "gap": Field(lambda row: row.gap, lambda row, language: wording.gap(row.gap, language)),
    "maturity_level": Field(lambda row: _level(row.maturity), _maturity_words),
    "maturity_edition": Field(lambda row: _edition(row.maturity)),
    "adoption_level": Field(lambda row: _level(row.adoption), _adoption_words),
    "adoption_edition": Field(lambda row: _edition(row.adoption)),
    "n": Field(lambda row: row.adoption.n if row.adoption else None, side="right"),
    "own": Field(lambda row: row.standing.own if row.standing else None),
    "source": Field(sources, lambda row, _: ", ".join(sources(row))),
    "reason": Field(_reason),
    "summary": Field(lambda row: row.technology.summary),
    "owner": Field(lambda row: row.technology.owner),
    "review_by": Field(
        lambda row: row.technology.review_by.isoformat() if row.technology.review_by else None, _review_words
    ),
    "tags": Field(lambda row: row.technology.tags, lambda row, _: ", ".join(row.technology.tags)),
    "aliases": Field(lambda row: row.technology.aliases, lambda row, _: ", ".join(other_names(row.technology))),
    "due": Field(lambda row: row.dues[0].day.isoformat() if row.dues else None, _due_words),
    "due_what": Field(
        lambda row: tuple(due.kind for due in row.dues),
        lambda row, language: ", ".join(text(f"dues.kind.{due.kind}", language) for due in row.dues),
    ),
}
KEYS = tuple(FIELDS)
LASTING = tuple(key for key in KEYS if key not in {"due", "due_what"})  # the same on every day


def usual_keys(rows: Sequence[Row], *, basis: bool = True, gap: bool = False, due: bool = False) -> tuple[str, ...]:
    """The columns that people get unless they ask for others: those that say something of these rows.

    What is asked for with `gap` or `due` has a column, and what says nothing of that has none.
    """
    standing = any(row.standing is not None for row in rows)
    said = {
        "number": not (gap or due) and standing,
        "name": True,
        "sector": not (gap or due),
        "ring": any(row.ring is not None for row in rows),
        "maturity": (gap or not due) and any(row.maturity is not None for row in rows),
        "adoption": (gap or not due) and any(row.adoption is not None for row in rows),
        "movement": not (gap or due) and any(row.movement is not None for row in rows),
        "basis": basis and not (gap or due) and standing,
        "reason": not due and bool(rows) and not standing,
        "gap": gap,
        "owner": due and any(row.technology.owner for row in rows),
        "due": due,
    }
    return tuple(key for key, says in said.items() if says)


def one_basis(rows: Sequence[Row]) -> Basis | None:
    """The basis that all rows have in common; none where they differ or there are none."""
    bases = {_basis(row) for row in rows}
    return bases.pop() if len(bases) == 1 else None


def in_order(rows: Iterable[Row], by: Sequence[str], language: Language) -> list[Row]:
    """Rows sorted by keys, the first one first; a key after `-` falls. What has no value comes last either way."""
    ordered = list(rows)
    for key in reversed(by):
        placed = [(_order(FIELDS[key.removeprefix("-")], row, language), row) for row in ordered]
        with_value = sorted(
            ((order, row) for order, row in placed if order is not None),
            key=lambda pair: pair[0],
            reverse=key.startswith("-"),
        )
        ordered = [row for _, row in with_value] + [row for order, row in placed if order is None]
    return ordered


def most_pressing(rows: Iterable[Row], language: Language) -> list[Row]:
    """Rows by what is due first; without that the largest gap first, either way."""

    def order(row: Row) -> tuple[object, ...]:
        day = row.dues[0].day if row.dues else date.max
        return day, -abs(row.gap or 0.0), sort_key(row.technology.name, language), row.technology.id

    return sorted(rows, key=order)


def _order(field: Field, row: Row, language: Language) -> Order | None:
    if field.order is not None:
        return field.order(row, language)
    data = field.data(row)
    if data is None or data == ():
        return None
    if isinstance(data, int | float):
        return (data,)
    return sort_key(" ".join(data) if isinstance(data, tuple) else data, language)


def listing(rows: Iterable[Row], keys: Sequence[str], language: Language) -> Table:
    """Rows as a table with the columns of `keys`."""
    columns = [Column(key, text(f"tables.column.{key}", language), FIELDS[key].side) for key in keys]
    return table(columns, (cells(row, keys, language) for row in rows))


def cells(row: Row, keys: Sequence[str], language: Language) -> list[Cell]:
    """What a row says under each of `keys`."""
    return [_cell(FIELDS[key], row, language) for key in keys]


def _cell(field: Field, row: Row, language: Language) -> Cell:
    data = field.data(row)
    return Cell(data, _words(data, language) if field.words is None else field.words(row, language))


def _words(data: Data, language: Language) -> str:
    if data is None:
        return ""
    if isinstance(data, bool):
        return text("tables.yes" if data else "tables.no", language)
    if isinstance(data, int):
        return str(data)
    if isinstance(data, float):
        return number(data, language)
    return ", ".join(data) if isinstance(data, tuple) else data
