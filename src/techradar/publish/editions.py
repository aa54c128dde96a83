"""The editions of a radar as a table."""

from __future__ import annotations

from techradar.history import snapshot
from techradar.language import Language, text
from techradar.language.writing import date_text
from techradar.model import Edition, Radar
from techradar.publish.tables import Cell, Column, Table, table

KEYS = ("id", "date", "draft", "comparable", "technologies", "assessments", "note")


def listing(radar: Radar, language: Language, only: Edition | None = None) -> Table:
    """A row for each edition, oldest first, or for one of them.

    It counts the technologies that are on the edition, and the assessments that were made in it.
    """
    numbers = {"technologies", "assessments"}
    columns = [
        Column(key, text(f"change.column.{key}", language), "right" if key in numbers else "left") for key in KEYS
    ]
    rows = [_row(radar, edition, language) for edition in radar.configuration.editions if only in (None, edition)]
    return table(columns, rows)


def _row(radar: Radar, edition: Edition, language: Language) -> list[Cell]:
    on = len(snapshot(radar, edition).standings)
    assessed = sum(edition.id in technology.by_edition for technology in radar.technologies)
    first = radar.configuration.editions[0]  # there is none before it
    yes, no = text("edit.ask.yes", language), text("edit.ask.no", language)
    return [
        Cell(edition.id, edition.id),
        Cell(edition.date.isoformat(), date_text(edition.date, language)),
        Cell(edition.draft, yes if edition.draft else ""),
        Cell(edition.comparable, "" if edition is first else yes if edition.comparable else no),
        Cell(on, str(on)),
        Cell(assessed, str(assessed)),
        Cell(edition.note, edition.note or ""),
    ]
