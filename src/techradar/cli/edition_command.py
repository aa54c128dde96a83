"""`techradar edition`: the editions of a radar, a new one, or a change of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from techradar.cli import asking, changing, common, completion
from techradar.cli.list_command import Format
from techradar.cli.mistakes import Mistakes
from techradar.cli.next_steps import Step, quoted
from techradar.cli.words import say
from techradar.language import phrase, talk_language, text
from techradar.problems import Problem, problem

if TYPE_CHECKING:
    from pathlib import Path

    from techradar.editing.editions import Said
    from techradar.editing.trying import Change
    from techradar.model import Configuration, Edition, Radar
    from techradar.store import Loaded


@common.tells_all
def edition(
    id: Annotated[
        str | None,
        typer.Argument(
            metavar=say("change.metavar.edition"),
            help=say("change.edition.id"),
            autocompletion=completion.editions,
            show_default=False,
        ),
    ] = None,
    date: Annotated[str | None, typer.Option(help=say("change.edition.date"), show_default=False)] = None,
    draft: Annotated[
        bool | None, typer.Option("--draft/--no-draft", help=say("change.edition.draft"), show_default=False)
    ] = None,
    comparable: Annotated[
        bool | None,
        typer.Option("--comparable/--no-comparable", help=say("change.edition.comparable"), show_default=False),
    ] = None,
    note: Annotated[str | None, typer.Option(help=say("change.edition.note"), show_default=False)] = None,
    format: Annotated[
        Format | None, typer.Option("--format", help=say("change.edition.format"), show_default="table")
    ] = None,
    dry_run: changing.DryRun = False,
    data: common.Data = None,
) -> None:
    """Show the editions, or make or change one."""
    from techradar.editing.editions import Said

    said = Said(date, draft, comparable, note)
    if id is None and said.is_empty:
        _show(data, None, format or "table")
        return
    if id is not None and said.is_empty and _is_known(id, data):
        _show(data, id, format or "table")
        return
    if id is not None and said.date is None and format is None and asking.possible() and not _is_known(id, data):
        said = said._replace(date=_asked_for_date(id, said, *common.sound(data)))

    def make(loaded: Loaded, radar: Radar) -> Change:
        wrong = common.mistakes()
        if format is not None:
            message, hint = phrase("change.format-of-a-change"), phrase("change.format-of-a-change.hint")
            wrong.add(problem("wrong-usage", "techradar edition", message, hint))
        return wrong.without(_change(wrong, id, said, loaded, radar))

    changing.carry_out(make, changing.say_all, _steps, dry_run=dry_run, data=data)


def _found(id: str, configuration: Configuration) -> Edition | None:
    """The edition that an id means, upper and lower case aside."""
    from techradar.model.values import folded

    return next((edition for edition in configuration.editions if folded(edition.id) == folded(id)), None)


def _is_known(id: str, data: Path | None) -> bool:
    radar = common.load(data).radar
    return radar is not None and _found(id, radar.configuration) is not None


def _change(wrong: Mistakes, id: str | None, said: Said, loaded: Loaded, radar: Radar) -> Change | None:
    """The new edition, or the change of one; None where something is wrong, which is then among the mistakes."""
    from techradar.editing import editions

    configuration = radar.configuration
    found = _found(id, configuration) if id is not None else None
    if id is None or not id.strip():
        name = say("change.metavar.edition")
        help = phrase("cli.see-help", command="techradar edition")
        wrong.add(problem("wrong-usage", "techradar edition", phrase("cli.missing-argument", name=name), help))
    faults = editions.wrong_words(found.id if found is not None else id or "1", said)
    wrong.add(*faults)
    right = said._replace(**{fault.path.removeprefix("--"): None for fault in faults if fault.path.startswith("--")})
    if found is not None:
        if said.comparable is False and found is configuration.editions[0]:
            wrong.add(editions.nothing_to_compare(found))
            right = right._replace(comparable=None)
        return wrong.of(editions.restated, loaded, found, right, common.today())
    if id is None or not id.strip():
        return None
    if said.is_empty:
        if not faults:
            wrong.add(_unknown(id, configuration))
        return None
    if said.date is None:
        message, hint = phrase("change.missing-date", edition=id), phrase("change.missing-date.hint")
        wrong.add(problem("missing-option", "--date", message, hint))
    wrong.add(*editions.cannot_follow(configuration, id, right.date))
    return wrong.of(editions.added, loaded, id, right, common.today()) if wrong.none else None


def _unknown(id: str, configuration: Configuration) -> Problem:
    known = tuple(edition.id for edition in configuration.editions)
    hint = phrase("model.unknown-edition.hint", edition=quoted(id), options=known)
    return problem("unknown-edition", "techradar", phrase("model.unknown-edition", value=id), hint)


def _asked_for_date(id: str, said: Said, loaded: Loaded, radar: Radar) -> str | None:
    """The date of a new edition, asked for; Enter is none. What is wrong already is told before."""
    from techradar.editing import editions
    from techradar.editing.editions import Said
    from techradar.editing.fields import Checked

    wrong = common.mistakes()
    faults, hindrances = editions.wrong_words(id, said), editions.cannot_follow(radar.configuration, id, None)
    if hindrances and said.is_empty and not faults:
        wrong.add(_unknown(id, radar.configuration))  # it may as well be a slip of the pen
    wrong.add(*faults, *hindrances)
    wrong.refuse()

    def check(words: str) -> Checked:
        found = editions.wrong_words("1", Said(date=words)) or editions.cannot_follow(radar.configuration, id, words)
        return Checked(words, found[0] if found else None)

    with changing.keeping({}):
        question = text("change.ask.edition-date", talk_language(), edition=id)
        answer: str | None = asking.for_text(question, check, optional=True)
    return answer


def _show(data: Path | None, id: str | None, format: Format) -> None:
    """The editions, or the one of an id, as a table."""
    from techradar.publish import editions, tables

    loaded, radar = common.look(data)
    common.mistakes().refuse()
    only = _found(id, radar.configuration) if id is not None else None
    table = editions.listing(radar, radar.configuration.language, only)
    match format:
        case "json":
            common.product(tables.as_json({"editions": tables.records(table)}))
        case "csv":
            common.product(tables.as_csv(table))
        case "markdown":
            common.product(tables.as_markdown(table))
        case _:
            paper = common.paper()
            common.product(tables.as_text(table, width=paper.width, color=paper.color))
    common.finish(loaded)


def _steps(change: Change) -> list[Step]:
    """What may come next: work on a draft and make it an edition, or see what an edition looks like."""
    edition = next(e for e in change.radar.configuration.editions if e.id == change.id)
    if edition.draft:
        return [
            (("assess", say("edit.metavar.id"), "--edition", edition.id), "change.next.assess"),
            (("edition", edition.id, "--no-draft"), "change.next.publish"),
        ]
    news: list[Step] = (
        [(("diff", edition.id), "change.next.diff")] if change.radar.configuration.editions[0] != edition else []
    )
    return [*news, (("edition",), "change.next.editions"), (("render",), "cli.next.render")]
