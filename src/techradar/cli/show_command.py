"""`techradar show`: all about one technology."""

from __future__ import annotations

from typing import Annotated

import typer

from techradar.cli import common, completion
from techradar.cli.list_command import AreaOption, EditionOption, Format, LanguageOption
from techradar.cli.words import say


@common.tells_all
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help=say("cli.show.id"), autocompletion=completion.technologies)],
    edition: EditionOption = None,
    area: AreaOption = None,
    format: Annotated[Format, typer.Option("--format", help=say("cli.show.format"))] = "table",
    lang: LanguageOption = None,
    data: common.Data = None,
) -> None:
    """Show what a technology is, where it stands and how we know, and what it led to."""
    from techradar import store
    from techradar.publish import profile, sections, tables

    loaded, radar = common.look(data)
    wrong = common.mistakes()
    meant = wrong.of(common.technology_of, radar, id, loaded.trees)
    snapshot = wrong.of(common.snapshot_of, radar, edition, area)
    technology = wrong.without(meant)
    found = profile.Profile(
        radar,
        technology,
        wrong.without(snapshot),
        lang or radar.configuration.language,
        store.technology_path(loaded.folder, technology.id).as_posix(),
    )
    if format == "json":
        seen = found.snapshot
        head = {"edition": seen.edition.id, "area": seen.area.id if seen.area is not None else None}
        common.product(tables.as_json({**head, "technology": profile.record(found)}))
    elif format == "csv":
        common.product(tables.as_csv(profile.history_for_programs(found)))
    elif format == "markdown":
        common.product(sections.sections_as_markdown(profile.sections(found)))
    else:
        paper = common.paper()
        shown = profile.sections(found)
        common.product(sections.sections_as_text(shown, width=paper.width, color=paper.color, wrap=paper.ends))
    common.finish(loaded)
