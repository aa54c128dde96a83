"""`techradar diff`: what happened between two editions, or differs between two radars."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from techradar.cli import common, completion
from techradar.cli.list_command import AreaOption, Format, FormatOption, LanguageOption
from techradar.cli.mistakes import Mistakes
from techradar.cli.words import say
from techradar.language import phrase
from techradar.problems import TechradarError, problem

if TYPE_CHECKING:
    from techradar.differences import Difference
    from techradar.model import Edition, Radar
    from techradar.publish.sections import Section
    from techradar.store import Loaded


@common.tells_all
def diff(
    earlier: Annotated[
        str | None,
        typer.Argument(metavar=say("cli.metavar.from"), help=say("cli.diff.from"), autocompletion=completion.editions),
    ] = None,
    later: Annotated[
        str | None,
        typer.Argument(metavar=say("cli.metavar.to"), help=say("cli.diff.to"), autocompletion=completion.editions),
    ] = None,
    area: AreaOption = None,
    format: FormatOption = "table",
    lang: LanguageOption = None,
    data: common.Data = None,
) -> None:
    """Tell what is new, moved, taken off and changed, each with its reason."""
    from techradar.publish import changes, tables

    known = _Radars(data)
    wrong = common.mistakes()
    sides = _sides(wrong, known, earlier, later)
    if sides is None:
        known.check_area(wrong, area)
    found = _difference(wrong, *sides, area) if sides is not None else None
    difference = wrong.without(found)
    before, after = wrong.without(sides)
    language = lang or difference.after.configuration.language
    if format == "json":
        head = changes.head(difference, (before.name, after.name))
        common.product(tables.as_json({**head, "changes": tables.records(changes.for_programs(difference))}))
    elif format == "csv":
        common.product(tables.as_csv(changes.for_programs(difference)))
    else:
        folders = (before.loaded.folder.as_posix(), after.loaded.folder.as_posix())
        _print(changes.sections(difference, folders, language), format)
    for loaded in known.all():
        common.finish(loaded)


def _print(found: list[Section], format: Format) -> None:
    from techradar.publish import sections

    if format == "markdown":
        common.product(sections.sections_as_markdown(found))
        return
    paper = common.paper()
    common.product(sections.sections_as_text(found, width=paper.width, color=paper.color, wrap=paper.ends))


class _Side(NamedTuple):
    """What FROM or TO means: a radar, its edition, and what programs call it."""

    loaded: Loaded
    radar: Radar
    edition: Edition
    name: str


class _Radars:
    """The radars that are compared, each read once, and its errors told once."""

    def __init__(self, data: Path | None) -> None:
        self._data = data
        self._read: dict[Path, tuple[Loaded, Radar]] = {}
        self._own: tuple[Loaded, Radar] | None = None

    def own(self) -> tuple[Loaded, Radar]:
        """The radar that all commands look at."""
        if self._own is None:
            loaded, radar = common.look(self._data)
            self._own = self._read.setdefault(loaded.folder.resolve(), (loaded, radar))
        return self._own

    def own_if_any(self) -> Radar | None:
        """The same; none where no folder is named and there is no radar here."""
        try:
            return self.own()[1]
        except TechradarError as error:
            if [each.code for each in error.problems] != ["no-radar"] or self._data or common.is_folder_named():
                raise
            return None

    def at(self, folder: Path) -> tuple[Loaded, Radar]:
        """The radar of a folder."""
        from techradar import store

        try:
            found = store.find_folder(folder).resolve()
            if found not in self._read:
                self._read[found] = common.look(folder)
        except TechradarError as error:
            # What fits where the radar is looked for that all commands look at does not fit here.
            hint = phrase("cli.diff.folder.hint")
            problems = (p._replace(hint=hint) if p.code in {"no-radar", "no-folder"} else p for p in error.problems)
            raise TechradarError(*problems, exit_code=error.exit_code) from error
        return self._read[found]

    def check_area(self, wrong: Mistakes, area: str | None) -> None:
        """Tell an area that none of the radars has that were read."""
        found = [Mistakes() for _ in self._read]
        for mistakes, (_, radar) in zip(found, self._read.values(), strict=True):
            mistakes.of(common.area_of, radar.configuration, area)
        if found and not any(mistakes.none for mistakes in found):
            wrong.of(found[0].refuse)

    def all(self) -> list[Loaded]:
        """All that were read."""
        return [loaded for loaded, _ in self._read.values()]


def _sides(wrong: Mistakes, known: _Radars, earlier: str | None, later: str | None) -> tuple[_Side, _Side] | None:
    """Both sides; None where one of them is a mistake.

    Without TO it is the newest edition; the newest edition alone is compared with the one before.
    """
    before = wrong.of(_side, known, earlier) if earlier is not None else None
    if earlier is not None and before is None and later is None:
        return None
    after = wrong.of(_side, known, later) if later is not None else wrong.of(_of_edition, known, None)
    if after is None or (earlier is not None and before is None):
        return None
    if before is not None and later is None and before.radar is after.radar:
        editions = after.radar.configuration.editions
        if editions.index(before.edition) >= editions.index(after.edition):
            after, before = before, None
    found = before if before is not None else wrong.of(_before, after)
    return (found, after) if found is not None else None


def _of_edition(known: _Radars, word: str | None) -> _Side:
    """A side that is an edition of the radar that all commands look at; the newest where none is named."""
    loaded, radar = known.own()
    edition = common.edition_of(radar.configuration, word)
    return _Side(loaded, radar, edition, edition.id)


def _before(after: _Side) -> _Side:
    """The edition before; wrong usage where it is the first."""
    editions = after.radar.configuration.editions
    at = editions.index(after.edition)
    if not at:
        message = phrase("cli.diff.first", edition=after.edition.id)
        later = editions[1:]
        hint = phrase("cli.diff.first.later", edition=later[0].id) if later else phrase("cli.diff.first.hint")
        common.refuse("wrong-usage", message, hint)
    return after._replace(edition=editions[at - 1], name=editions[at - 1].id)


def _side(known: _Radars, word: str) -> _Side:
    """What a word means: an edition, a radar's folder, or FOLDER@EDITION."""
    from techradar.model.configuration import references
    from techradar.model.values import folded

    whole = Path(word).is_dir()
    if not _looks_like_a_folder(word):
        own = known.own_if_any() if whole else known.own()[1]
        if own is not None and (not whole or folded(word) in references(own.configuration.editions)):
            return _of_edition(known, word)
    folder, edition = (word, None) if whole else _at_edition(word)
    loaded, radar = known.at(Path(folder))
    chosen = common.edition_of(radar.configuration, edition)
    return _Side(loaded, radar, chosen, f"{Path(folder).as_posix()}@{chosen.id}")


def _looks_like_a_folder(word: str) -> bool:
    return "@" in word or "/" in word or os.sep in word or word in {".", ".."}


def _at_edition(word: str) -> tuple[str, str | None]:
    """The folder and, where one is named, the edition of a word; wrong usage where one of them is empty."""
    folder, at, edition = word.rpartition("@")
    if at and not (folder and edition):
        common.refuse("wrong-usage", phrase("cli.diff.side", word=word), phrase("cli.diff.side.hint"))
    return (folder, edition) if at else (word, None)


def _difference(wrong: Mistakes, before: _Side, after: _Side, area: str | None) -> Difference | None:
    """What differs; None where something is wrong, which is then among the mistakes."""
    from techradar.differences import Side, between_editions, between_radars

    # Two radars that do not know the area may know others.
    chosen = [wrong.of(common.area_of, side.radar.configuration, area) for side in (before, after)]
    if before.radar is not after.radar:
        sides = [Side(side.radar, side.edition, at) for side, at in zip((before, after), chosen, strict=True)]
        return between_radars(*sides)
    editions = before.radar.configuration.editions
    first, last = editions.index(before.edition), editions.index(after.edition)
    if first == last:
        message = phrase("cli.diff.same", edition=before.edition.id)
        wrong.add(problem("wrong-usage", "techradar", message, phrase("cli.diff.same.hint")))
        return None
    if first > last:
        message = phrase("cli.diff.backwards", earlier=after.edition.id, later=before.edition.id)
        hint = phrase("cli.diff.backwards.hint", earlier=after.name, later=before.name)
        wrong.add(problem("wrong-usage", "techradar", message, hint))
        return None
    return between_editions(before.radar, before.edition, after.edition, chosen[0])
