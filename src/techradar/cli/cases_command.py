"""`techradar cases`: who has tried what, how far they are, and what was learnt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from techradar.cli import common, completion
from techradar.cli.list_command import FormatOption, LanguageOption, closed
from techradar.cli.words import say
from techradar.language import Language, phrase, text

if TYPE_CHECKING:
    from techradar.model import Radar
    from techradar.publish.cases import Experience


@common.tells_all
def cases(
    technology: Annotated[
        list[str] | None,
        typer.Option(help=say("cases.technology"), autocompletion=completion.technologies, show_default=False),
    ] = None,
    municipality: Annotated[
        list[str] | None,
        typer.Option(help=say("cases.municipality"), autocompletion=completion.municipalities, show_default=False),
    ] = None,
    stage: Annotated[
        list[str] | None,
        typer.Option(help=say("cases.stage"), autocompletion=completion.stages, show_default=False),
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(help=say("cases.area"), autocompletion=completion.areas, show_default=False),
    ] = None,
    due: Annotated[bool, typer.Option("--due", help=say("cases.due"))] = False,
    sort: Annotated[
        Literal["stage", "technology", "municipality", "age"], typer.Option(help=say("cases.sort"))
    ] = "stage",
    format: FormatOption = "table",
    lang: LanguageOption = None,
    data: common.Data = None,
) -> None:
    """Show the cases of all technologies."""
    from techradar.publish import cases as published
    from techradar.publish import tables

    loaded, radar = common.look(data)
    found = list(published.experiences(radar, common.today()))
    wrong = common.mistakes()
    technologies = [wrong.of(common.technology_of, radar, word, loaded.trees) for word in technology or ()]
    whose = [wrong.of(_whose, word, found) for word in municipality or ()]
    wanted = published.Wanted(
        technologies=tuple(each.id for each in technologies if each is not None),
        whose=tuple(name for name in whose if name is not None),
        stages=tuple(wrong.of(closed, "--stage", stage, completion.STAGES) or ()),
        areas=wrong.of(common.reference_ids, "area", area, radar.configuration.areas) or (),
        due=due,
    )
    wrong.refuse()
    language: Language = lang or radar.configuration.language
    shown = published.in_order((each for each in found if wanted.fits(each)), sort, language)
    if not shown:
        common.talk(say("cases.empty" if found or not loaded.sound else "cases.none-yet"))
    if format == "json":
        records = tables.records(published.for_programs(shown))
        common.product(tables.as_json({"day": common.today().isoformat(), "cases": records}))
    elif format == "csv":
        common.product(tables.as_csv(published.for_programs(shown)))
    elif shown and format == "markdown":
        common.product(tables.as_markdown(published.listing(shown, language)))
    elif shown:
        _print(shown, radar, language)
    common.finish(loaded)


def _print(shown: Sequence[Experience], radar: Radar, language: Language) -> None:
    """The table for reading: whose radar it is of, and how many of each stage there are."""
    from techradar.publish import cases as published
    from techradar.publish import tables

    paper = common.paper()
    title = text("cases.title", language, radar=radar.configuration.title)
    table = published.listing(shown, language)
    body = tables.as_text(table, width=paper.width, color=paper.color, group="stage")
    common.product(f"{title}\n\n{body}\n\n{published.counted(shown, language)}")


def _whose(word: str, found: Sequence[Experience]) -> str:
    """The municipality or organisation that a word means; wrong usage where it is neither one nor the other."""
    from techradar import municipalities
    from techradar.model.values import did_you_mean, folded

    if (known := municipalities.find(word)) is not None:
        return known.name
    names = sorted({name for each in found for name in (each.municipality, each.case.organisation) if name})
    if folded(word) in {folded(name) for name in names}:
        return word
    near = municipalities.suggest(word)
    hint = did_you_mean(word, [near, *names] if near else names)
    common.refuse("unknown-municipality", phrase("cases.unknown", value=word), hint)
