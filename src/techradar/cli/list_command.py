"""`techradar list`: the technologies of an edition as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from techradar.cli import common, completion
from techradar.cli.mistakes import Mistakes
from techradar.cli.words import say
from techradar.language import Language, phrase, text
from techradar.problems import problem

if TYPE_CHECKING:
    from techradar.history import Snapshot
    from techradar.model import Basis, Radar
    from techradar.publish.rows import Wanted
    from techradar.publish.tables import Table

Format = Literal["table", "markdown", "csv", "json"]
FormatOption = Annotated[Format, typer.Option("--format", help=say("cli.list.format"))]
EditionOption = Annotated[
    str | None,
    typer.Option("--edition", help=say("cli.list.edition"), autocompletion=completion.editions, show_default=False),
]
AreaOption = Annotated[
    str | None,
    typer.Option("--area", help=say("cli.list.area"), autocompletion=completion.areas, show_default=False),
]
LanguageOption = Annotated[
    Literal["da", "en"] | None, typer.Option("--lang", help=say("cli.list.lang"), show_default=False)
]


@common.tells_all
def list_(
    sector: Annotated[
        list[str] | None,
        typer.Option(help=say("cli.list.sector"), autocompletion=completion.sectors, show_default=False),
    ] = None,
    ring: Annotated[
        list[str] | None,
        typer.Option(help=say("cli.list.ring"), autocompletion=completion.rings, show_default=False),
    ] = None,
    area: AreaOption = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(help=say("cli.list.tag"), autocompletion=completion.tags, show_default=False),
    ] = None,
    movement: Annotated[
        list[str] | None,
        typer.Option(
            help=say("cli.list.movement"),
            autocompletion=completion.movements,
            show_default=False,
        ),
    ] = None,
    basis: Annotated[
        list[str] | None,
        typer.Option(
            help=say("cli.list.basis"),
            autocompletion=completion.bases,
            show_default=False,
        ),
    ] = None,
    search: Annotated[str, typer.Option(help=say("cli.list.search"), show_default=False)] = "",
    gap: Annotated[bool, typer.Option("--gap", help=say("cli.list.gap"))] = False,
    due: Annotated[bool, typer.Option("--due", help=say("cli.list.due"))] = False,
    edition: EditionOption = None,
    sort: Annotated[
        str, typer.Option(help=say("cli.list.sort"), autocompletion=completion.columns, show_default=False)
    ] = "",
    columns: Annotated[
        str,
        typer.Option(
            help=say("cli.list.columns", keys=", ".join(completion.COLUMNS)),
            autocompletion=completion.columns,
            show_default=False,
        ),
    ] = "",
    format: FormatOption = "table",
    lang: LanguageOption = None,
    data: common.Data = None,
) -> None:
    """Show the technologies of an edition."""
    from techradar.history import Movement
    from techradar.model import Basis
    from techradar.publish import rows
    from techradar.publish.rows import Wanted

    loaded, radar = common.look(data)
    configuration = radar.configuration
    wrong = common.mistakes()
    snapshot = wrong.of(common.snapshot_of, radar, edition, area)
    wanted = Wanted(
        sectors=wrong.of(common.reference_ids, "sector", sector, configuration.sectors) or (),
        rings=wrong.of(common.reference_ids, "ring", ring, configuration.rings) or (),
        tags=wrong.of(_tags, tag, radar) or (),
        movements=tuple(map(Movement, wrong.of(closed, "--movement", movement, completion.MOVEMENTS) or ())),
        bases=tuple(map(Basis, wrong.of(closed, "--basis", basis, completion.BASES) or ())),
        search=search,
        gap=gap,
        due=due,
    )
    by = wrong.of(_keys, "--sort", sort, falling=True)
    asked = wrong.of(_keys, "--columns", columns)
    snapshot = wrong.without(snapshot)
    language: Language = lang or configuration.language
    chosen = [row for row in rows.rows_of(snapshot, common.today(), all_of_them=due) if wanted.fits(row)]
    if gap or due:
        chosen = rows.most_pressing(chosen, language)
    shown = rows.in_order(chosen, by, language) if by else chosen
    once = rows.one_basis(shown) if format == "table" and not (asked or gap or due) else None
    usual = rows.usual_keys(shown, basis=once is None, gap=gap, due=due)
    if format in {"csv", "json"}:
        usual = rows.KEYS if due else rows.LASTING
    table = rows.listing(shown, asked or usual, language)
    if not shown:
        common.talk(say(_none(wanted, snapshot) if radar.technologies or not loaded.sound else "cli.list.none-yet"))
    if format == "table":
        _print(table, snapshot, once, language)
    else:
        common.product(_written(table, snapshot, format))
    common.finish(loaded)


def _none(wanted: Wanted, snapshot: Snapshot) -> str:
    """The text that says that nothing was found."""
    from techradar.publish.rows import Wanted

    plain = Wanted(gap=wanted.gap, due=wanted.due) == wanted
    if plain and wanted.gap != wanted.due:
        if not wanted.gap:
            return "cli.list.nothing-due"
        both = any(standing.maturity and standing.adoption for standing in snapshot.standings)
        return "cli.list.no-gap" if both else "cli.list.no-figures"
    return "cli.list.empty"


def _print(table: Table, snapshot: Snapshot, once: Basis | None, language: Language) -> None:
    """The table for reading: what it is of, and how many there are; a basis that all share is said once."""
    from techradar.publish import tables, wording

    if not table.rows:
        return
    paper = common.paper()
    count = text("tables.count", language, n=len(table.rows))
    if once is not None:
        count = text("tables.count-and-basis", language, count=count, basis=wording.basis(once, language))
    body = tables.as_text(table, width=paper.width, color=paper.color, group="sector")
    common.product(f"{wording.title(snapshot, language)}\n\n{body}\n\n{count}")


def _written(table: Table, snapshot: Snapshot, format: Format) -> str:
    from techradar.publish import tables

    if format == "csv":
        return tables.as_csv(table)
    if format == "markdown":
        return tables.as_markdown(table)
    area = snapshot.area.id if snapshot.area is not None else None
    head = {"edition": snapshot.edition.id, "area": area}
    return tables.as_json({**head, "technologies": tables.records(table)})


def closed(option: str, words: list[str] | None, known: Sequence[str]) -> list[str]:
    """The words of an option that takes some of a closed set; wrong usage for others."""
    from techradar.cli.meant import choices_hint

    wrong = Mistakes()
    for word in words or ():
        if word not in known:
            message = phrase("cli.bad-value", option=option, value=word)
            wrong.add(problem("wrong-usage", "techradar", message, choices_hint(option, word, known)))
    wrong.refuse()
    return words or []


def _tags(words: list[str] | None, radar: Radar) -> tuple[str, ...]:
    """Tags that some technology has; wrong usage where none has one of them."""
    from techradar.model.values import did_you_mean, folded

    known = sorted({tag for technology in radar.technologies for tag in technology.tags})
    wrong = Mistakes()
    for word in words or ():
        if folded(word) not in map(folded, known):
            hint = did_you_mean(word, known)
            wrong.add(problem("unknown-tag", "techradar", phrase("rules.unknown-tag", value=word), hint))
    wrong.refuse()
    return tuple(words or ())


def _keys(option: str, said: str, *, falling: bool = False) -> tuple[str, ...]:
    """The keys of columns in a text with commas between them; wrong usage with the nearest key for others."""
    from techradar.cli.meant import choices_hint
    from techradar.publish.rows import KEYS

    keys = tuple(word for part in said.split(",") if (word := part.strip()))
    wrong = Mistakes()
    for key in keys:
        if (key.removeprefix("-") if falling else key) not in KEYS:
            message = phrase("cli.unknown-column", value=key)
            wrong.add(problem("unknown-column", "techradar", message, choices_hint(option, key, KEYS)))
    wrong.refuse()
    return keys
