"""`techradar edition`: the editions of a radar, a new one, or a change of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from techradar.cli import asking, changing, common, completion
from techradar.cli.next_steps import Step, quoted
from techradar.cli.words import say
from techradar.language import phrase, talk_language, text
from techradar.problems import Exit, TechradarError, problem

if TYPE_CHECKING:
    from pathlib import Path

    from techradar.editing.editions import Said
    from techradar.editing.trying import Change
    from techradar.model import Configuration, Edition, Radar
    from techradar.store import Loaded


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
    dry_run: changing.DryRun = False,
    data: common.Data = None,
) -> None:
    """Show the editions, or make or change one."""
    from techradar.editing.editions import Said, added, restated

    said = Said(_given(date), draft, comparable, _given(note))
    if id is None or not id.strip():
        if not said.is_empty or id is not None:
            common.refuse("wrong-usage", phrase("cli.missing-argument", name=say("change.metavar.edition")),
                          phrase("cli.see-help", command="techradar edition"))  # fmt: skip
        _show(data)
        return
    known = _is_known(id, data)
    if known and said.is_empty:
        _show(data, id)
        return
    if not known and said.date is None and asking.possible():
        said = said._replace(date=_asked_for_date(id))

    def make(loaded: Loaded, radar: Radar) -> Change:
        found = _found(id, radar.configuration)
        _refuse_wrong(id if found is None else found.id, said, radar.configuration, new=found is None)
        if found is None:
            return added(loaded, id, said, common.today())
        return restated(loaded, found, said, common.today())

    changing.carry_out(make, changing.say_all, _steps, dry_run=dry_run, data=data)


def _given(words: str | None) -> str | None:
    """Words without blanks around them; none where there are only blanks."""
    return (words.strip() or None) if words is not None else None


def _found(id: str, configuration: Configuration) -> Edition | None:
    from techradar.model.values import folded

    return next((edition for edition in configuration.editions if folded(edition.id) == folded(id)), None)


def _is_known(id: str, data: Path | None) -> bool:
    radar = common.load(data).radar
    return radar is not None and _found(id, radar.configuration) is not None


def _refuse_wrong(id: str, said: Said, configuration: Configuration, *, new: bool) -> None:
    """Raise TechradarError (exit 2) with all that is wrong with the words, and that a new edition needs a date."""
    from techradar.editing.editions import wrong_words

    wrong = wrong_words(id, said)
    if not wrong and new and said.is_empty:
        known = tuple(edition.id for edition in configuration.editions)
        hint = phrase("model.unknown-edition.hint", edition=quoted(id), options=known)
        wrong.append(problem("unknown-edition", "techradar", phrase("model.unknown-edition", value=id), hint))
    elif new and said.date is None:
        message, hint = phrase("change.missing-date", edition=id), phrase("edit.missing.hint", option="--date")
        wrong.append(problem("missing-option", "--date", message, hint))
    if wrong:
        raise TechradarError(*wrong, exit_code=Exit.USAGE)


def _asked_for_date(id: str) -> str | None:
    """The date of a new edition, asked for; Enter is none."""
    from techradar.editing.editions import Said, wrong_words
    from techradar.editing.fields import Checked

    def check(words: str) -> Checked:
        found = wrong_words("1", Said(date=words))
        return Checked(words, found[0] if found else None)

    with changing.keeping({}):
        question = text("change.ask.edition-date", talk_language(), edition=id)
        answer: str | None = asking.for_text(question, check)
    return answer


def _show(data: Path | None, id: str | None = None) -> None:
    """The editions, or the one of an id, as a table."""
    from techradar.publish import editions, tables

    loaded, radar = common.look(data)
    paper = common.paper()
    only = _found(id, radar.configuration) if id is not None else None
    table = editions.listing(radar, radar.configuration.language, only)
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
