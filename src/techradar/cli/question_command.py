"""`techradar question`: a question about a technology is kept, or answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from techradar.cli import asking, changing, common, completion
from techradar.cli.next_steps import Step
from techradar.cli.words import say
from techradar.language import phrase, talk_language, text
from techradar.problems import Exit, TechradarError

if TYPE_CHECKING:
    from techradar.editing.trying import Change
    from techradar.model import Radar
    from techradar.store import Loaded


def question(
    id: Annotated[
        str,
        typer.Argument(
            metavar=say("edit.metavar.id"), help=say("edit.assess.id"), autocompletion=completion.technologies
        ),
    ],
    words: Annotated[
        str | None,
        typer.Argument(metavar=say("cli.metavar.text"), help=say("change.question.text"), show_default=False),
    ] = None,
    where: Annotated[str | None, typer.Option(help=say("change.question.where"), show_default=False)] = None,
    date: Annotated[str | None, typer.Option(help=say("change.question.date"), show_default=False)] = None,
    answer: Annotated[int | None, typer.Option(help=say("change.question.answer"), show_default=False)] = None,
    replace: Annotated[bool, typer.Option("--replace", help=say("change.question.replace"))] = False,
    dry_run: changing.DryRun = False,
    data: common.Data = None,
) -> None:
    """Keep a question, or answer the one of a number."""
    if answer is not None and where:
        common.refuse("wrong-usage", phrase("change.where-of-an-answer"), phrase("change.where-of-an-answer.hint"))
    if asking.possible():
        loaded, radar = common.sound(data)
        if answer is not None:
            words, replace = _asked_for_answer(id, words, answer, loaded, radar, replace=replace)
        elif not _is_said(words):
            words, where = _asked_for_question(where, loaded)

    def make(loaded: Loaded, radar: Radar) -> Change:
        from techradar.editing import questioning

        today = common.today()
        technology = common.technology_of(radar, id)
        day = (date or "").strip() or today.isoformat()
        if answer is None:
            said = _checked(loaded, technology.id, {"text": words, "raised": day, "where": where}, None)
            return questioning.asked(loaded, technology, said["text"], said["raised"], said.get("where"), today)
        questioning.question_number(technology, answer)
        said = _checked(loaded, technology.id, {"answer": words, "answered": day}, answer)
        return questioning.answered(
            loaded, technology, answer, said["answer"], said["answered"], today, replace=replace
        )

    changing.carry_out(make, changing.say_all, lambda change: _steps(change, answer), dry_run=dry_run, data=data)


def _is_said(words: str | None) -> bool:
    return words is not None and bool(words.strip())


def _checked(loaded: Loaded, id: str, given: dict[str, str | None], number: int | None) -> dict[str, str]:
    """What was given, as it is written; every mistake in it is told at once (exit 2)."""
    from techradar.editing.fields import Fields

    main = next(iter(given))
    if not _is_said(given[main]):
        kind = "question" if number is None else "answer"
        hint = phrase(f"change.missing-{kind}.hint", id=id, number=number)
        common.refuse("missing-text", phrase(f"change.missing-{kind}"), hint)
    fields = Fields(loaded.trees[""])
    found = {key: fields.check(key, words) for key, words in given.items() if words is not None and _is_said(words)}
    if wrong := [
        each.problem._replace(path=say("cli.metavar.text")) if key == main else each.problem
        for key, each in found.items()
        if each.problem is not None
    ]:
        raise TechradarError(*wrong, exit_code=Exit.USAGE)
    return {key: each.value for key, each in found.items()}


def _asked_for_question(where: str | None, loaded: Loaded) -> tuple[str, str | None]:
    """The question, and where it was raised, asked for."""
    from techradar.editing.fields import Fields

    fields = Fields(loaded.trees[""])
    given: dict[str, str] = {}
    with changing.keeping(given):
        words = text("change.ask.question", talk_language())
        given["text"] = asking.for_text(words, lambda said: fields.check("text", said))
        if where is None:
            words = text("change.ask.where", talk_language())
            where = asking.for_text(words, lambda said: fields.check("where", said), optional=True)
    return given["text"], where


def _asked_for_answer(
    id: str, words: str | None, number: int, loaded: Loaded, radar: Radar, *, replace: bool
) -> tuple[str, bool]:
    """The answer, asked for where none was given, and whether one that there is already is to be replaced."""
    from techradar.editing.fields import Fields
    from techradar.editing.questioning import question_number

    asked = question_number(common.technology_of(radar, id), number)
    fields = Fields(loaded.trees[""])
    with changing.keeping({}):
        if asked.answer is not None and not replace and asked.answer != words:
            sure = text("change.ask.replace-answer", talk_language(), number=number, answer=asked.answer)
            changing.refuse_without(yes=asking.for_yes(sure))
            replace = True
        if words is None or not words.strip():
            said = text("change.ask.answer", talk_language(), text=asked.text)
            words = asking.for_text(said, lambda given: fields.check("answer", given))
    return words or "", replace


def _steps(change: Change, answer: int | None) -> list[Step]:
    from techradar.editing.questioning import questions_of

    steps: list[Step] = [(("show", change.id), "change.next.show")]
    if answer is None:
        number = len(questions_of(change.radar.by_id[change.id]))
        steps.append((("question", change.id, "--answer", str(number), '"…"'), "change.next.answer"))
    return steps
