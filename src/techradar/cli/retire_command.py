"""`techradar retire`: a technology goes off the radar in an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from techradar.cli import asking, changing, common, completion
from techradar.cli.next_steps import Step
from techradar.cli.words import say
from techradar.language import talk_language, text
from techradar.problems import Exit, TechradarError

if TYPE_CHECKING:
    from techradar.cli.mistakes import Mistakes
    from techradar.editing.trying import Change
    from techradar.model import Radar
    from techradar.store import Loaded


@common.tells_all
def retire(
    id: Annotated[
        str,
        typer.Argument(
            metavar=say("edit.metavar.id"), help=say("edit.assess.id"), autocompletion=completion.technologies
        ),
    ],
    reason: Annotated[str | None, typer.Option(help=say("change.retire.reason"), show_default=False)] = None,
    edition: Annotated[
        str | None,
        typer.Option(help=say("change.retire.edition"), autocompletion=completion.editions, show_default=False),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help=say("change.retire.replace"))] = False,
    dry_run: changing.DryRun = False,
    data: common.Data = None,
) -> None:
    """Take a technology off the radar; a later assessment brings it back."""
    if asking.possible():
        reason, replace = _asked(id, reason, edition, *common.sound(data), replace=replace)

    def make(loaded: Loaded, radar: Radar) -> Change:
        wrong = common.mistakes()
        said = wrong.of(_reason, loaded, reason)
        return wrong.without(_retired(wrong, id, edition, said or "x", loaded, radar, replace=replace))

    changing.carry_out(make, changing.say_all, lambda change: _steps(change, edition), dry_run=dry_run, data=data)


def _steps(change: Change, edition: str | None) -> list[Step]:
    """What may come next: see what was taken off, and the picture; of an edition that is named where it must be."""
    configuration = change.radar.configuration
    chosen = changing.edition_of(configuration, edition)
    named = () if chosen == configuration.default_edition else ("--edition", chosen.id)
    return [
        (("list", "--movement", "retired", *named), "change.next.retired"),
        (("render", *named), "cli.next.render"),
    ]


def _retired(
    wrong: Mistakes, id: str, edition: str | None, reason: str, loaded: Loaded, radar: Radar, *, replace: bool
) -> Change | None:
    """What takes a technology off from an edition on; None where that cannot be, which is then among the mistakes."""
    from techradar.editing.retiring import retired

    technology = wrong.of(common.technology_of, radar, id)
    chosen = wrong.of(changing.edition_of, radar.configuration, edition)
    if technology is None or chosen is None:
        return None
    return wrong.of(retired, loaded, technology, chosen, reason, common.today(), replace=replace)


def _reason(loaded: Loaded, words: str | None) -> str:
    """The reason as it is written; wrong usage where it is missing or cannot be one."""
    from techradar.editing.fields import Fields

    fields = Fields(loaded.trees[""])
    if words is None or not words.strip():
        raise TechradarError(fields.missing("reason"), exit_code=Exit.USAGE)
    checked = fields.check("reason", words)
    if checked.problem is not None:
        raise TechradarError(checked.problem, exit_code=Exit.USAGE)
    reason: str = checked.value
    return reason


def _asked(
    id: str, reason: str | None, edition: str | None, loaded: Loaded, radar: Radar, *, replace: bool
) -> tuple[str, bool]:
    """The reason, asked for where none was given, and whether an assessment that stands in the way is to go."""
    from techradar.editing.fields import Fields
    from techradar.editing.retiring import is_assessed

    # What cannot be taken off is told before anything is asked.
    wrong = common.mistakes()
    if reason is not None and reason.strip():
        wrong.of(_reason, loaded, reason)
    wrong.without(_retired(wrong, id, edition, "x", loaded, radar, replace=True))
    technology = common.technology_of(radar, id)
    chosen = changing.edition_of(radar.configuration, edition)
    given: dict[str, str] = {}
    with changing.keeping(given):
        if not replace and is_assessed(technology, chosen):
            question = text("change.ask.replace-assessment", talk_language(), name=technology.name, edition=chosen.id)
            changing.refuse_without(yes=asking.for_yes(question))
            replace = True
        if reason is None or not reason.strip():
            fields = Fields(loaded.trees[""])
            question = text("change.ask.retire-reason", talk_language())
            given["reason"] = asking.for_text(question, lambda words: fields.check("reason", words))
    return given.get("reason", reason or ""), replace
