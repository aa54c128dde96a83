"""`techradar rename`: another name or id for a technology; the old ones still lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from techradar.cli import asking, changing, common, completion, next_steps
from techradar.cli.words import say
from techradar.language import phrase, talk_language, text
from techradar.problems import Exit, TechradarError, problem

if TYPE_CHECKING:
    from techradar.editing.trying import Change
    from techradar.model import Radar
    from techradar.store import Loaded


@common.tells_all
def rename(
    old: Annotated[
        str,
        typer.Argument(
            metavar=say("change.metavar.old"), help=say("edit.assess.id"), autocompletion=completion.technologies
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(metavar=say("change.metavar.new"), help=say("change.rename.new"), show_default=False),
    ] = None,
    id: Annotated[str | None, typer.Option("--id", help=say("change.rename.id"), show_default=False)] = None,
    keep_id: Annotated[bool, typer.Option("--keep-id", help=say("change.rename.keep-id"))] = False,
    dry_run: changing.DryRun = False,
    data: common.Data = None,
) -> None:
    """Give a technology another name, and the id that follows from it unless said otherwise."""
    if new is None and id is None and asking.possible():
        new = _asked(old, *common.sound(data))

    def make(loaded: Loaded, radar: Radar) -> Change:
        from techradar.editing.renaming import renamed

        wrong = common.mistakes()
        if id is not None and keep_id:
            message, hint = phrase("change.keep-or-give"), phrase("change.keep-or-give.hint")
            wrong.add(problem("wrong-usage", "techradar rename", message, hint))
        technology = wrong.of(common.technology_of, radar, old)
        name = None if new is None and id is not None else wrong.of(_name, loaded, old, new)
        chosen = None if keep_id and id is None else wrong.of(_id, name, id)
        change = None
        if technology is not None:
            # What is to stay, and what is wrong already, counts as it is.
            meant = name or technology.name, chosen or technology.id
            change = wrong.of(renamed, loaded, technology, *meant, common.today())
        return wrong.without(change)

    changing.carry_out(make, changing.say_all, lambda change: [
        (("show", change.id), "change.next.show"), (("render",), "cli.next.render")
    ], dry_run=dry_run, data=data)  # fmt: skip


def _name(loaded: Loaded, old: str | None, words: str | None) -> str:
    """The new name as it is written; wrong usage where it is missing or cannot be one."""
    from techradar.editing.fields import Fields

    if words is None or not words.strip():
        hint = phrase("change.missing-new.hint", old=next_steps.quoted(old or say("change.metavar.old")))
        common.refuse("missing-name", phrase("change.missing-new"), hint)
    checked = Fields(loaded.trees[""]).check("name", words)
    if checked.problem is not None:
        raise TechradarError(checked.problem._replace(path=say("change.metavar.new")), exit_code=Exit.USAGE)
    name: str = checked.value
    return name


def _id(name: str | None, words: str | None) -> str | None:
    """The id that was given, else the one that follows from the name; None where neither can be said."""
    from techradar.editing.fields import wrong_id
    from techradar.language.writing import slug

    if words is not None:
        if wrong := wrong_id(words):
            raise TechradarError(wrong, exit_code=Exit.USAGE)
        return words
    chosen = slug(name) if name is not None else None
    if chosen == "":
        common.refuse("no-id", phrase("edit.no-id", name=name), phrase("change.no-id.hint"))
    return chosen


def _asked(old: str, loaded: Loaded, radar: Radar) -> str:
    """The new name, asked for."""
    from techradar.editing.fields import Fields

    wrong = common.mistakes()
    technology = wrong.without(wrong.of(common.technology_of, radar, old))
    fields = Fields(loaded.trees[""])
    common.talk(f"{technology.name} ({technology.id})")
    with changing.keeping({}):
        question = text("change.ask.new-name", talk_language())
        answer: str = asking.for_text(question, lambda words: fields.check("name", words))
    return answer
