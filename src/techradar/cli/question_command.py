"""`techradar question`: a question about a technology is kept, or answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from techradar.cli import asking, changing, common, completion
from techradar.cli.mistakes import Mistakes
from techradar.cli.next_steps import Step, quoted
from techradar.cli.words import say
from techradar.language import phrase, talk_language, text
from techradar.problems import problem

if TYPE_CHECKING:
    from techradar.editing.trying import Change
    from techradar.model import Radar
    from techradar.store import Loaded


@common.tells_all
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
    given = _Given(id, words, where, date, answer, replace)
    if asking.possible():
        given = _asked_for(given, *common.sound(data))

    def make(loaded: Loaded, radar: Radar) -> Change:
        wrong = common.mistakes()
        return wrong.without(_change(wrong, given, loaded, radar))

    changing.carry_out(make, changing.say_all, lambda change: _steps(change, answer), dry_run=dry_run, data=data)


class _Given(NamedTuple):
    """What the command line says, in the words that were typed."""

    id: str
    words: str | None
    where: str | None
    date: str | None
    answer: int | None
    replace: bool


def _change(wrong: Mistakes, given: _Given, loaded: Loaded, radar: Radar) -> Change | None:
    """What keeps the question or the answer; None where something is wrong, which is then among the mistakes."""
    from techradar.editing import questioning

    today = common.today()
    if given.answer is not None and given.where:
        message, hint = phrase("change.where-of-an-answer"), phrase("change.where-of-an-answer.hint")
        wrong.add(problem("wrong-usage", "techradar question", message, hint))
    technology = wrong.of(common.technology_of, radar, given.id)
    day = (given.date or "").strip()
    if given.answer is None:
        raised = day or today.isoformat()
        asked = wrong.of(_checked, loaded, given, {"text": given.words, "raised": raised, "where": given.where})
        if technology is None or asked is None:
            return None
        return wrong.of(
            questioning.asked, loaded, technology, asked["text"], asked["raised"], asked.get("where"), today
        )
    said = wrong.of(_checked, loaded, given, {"answer": given.words, "answered": day})
    if technology is None:
        return None
    words = said["answer"] if said is not None else None
    before = wrong.of(questioning.to_answer, technology, given.answer, words, replace=given.replace)
    if said is None or before is None:
        return None
    return wrong.of(questioning.answered, loaded, technology, given.answer, said["answer"], said.get("answered"), today)


def _is_said(words: str | None) -> bool:
    return words is not None and bool(words.strip())


def _checked(loaded: Loaded, given: _Given, said: dict[str, str | None]) -> dict[str, str]:
    """What is said under each key, as it is written; every mistake in it is told at once (exit 2)."""
    from techradar.editing.fields import Fields

    main = next(iter(said))
    wrong = Mistakes()
    if not _is_said(said[main]):
        kind = "question" if given.answer is None else "answer"
        id = quoted(given.id or say("edit.metavar.id"))
        hint = phrase(f"change.missing-{kind}.hint", id=id, number=given.answer)
        wrong.add(problem("missing-text", "techradar question", phrase(f"change.missing-{kind}"), hint))
    fields = Fields(loaded.trees[""])
    found = {key: fields.check(key, words) for key, words in said.items() if words is not None and _is_said(words)}
    for key, each in found.items():
        if each.problem is not None:
            wrong.add(each.problem._replace(path=say("cli.metavar.text")) if key == main else each.problem)
    wrong.refuse()
    return {key: each.value for key, each in found.items()}


def _asked_for(given: _Given, loaded: Loaded, radar: Radar) -> _Given:
    """What is given, with answers where something is missing; what is wrong already is told before."""
    wrong = common.mistakes()
    words = given.words if _is_said(given.words) else "x"
    wrong.without(_change(wrong, given._replace(words=words, replace=True), loaded, radar))
    if given.answer is not None:
        return _asked_for_answer(given, given.answer, loaded, radar)
    return given if _is_said(given.words) else _asked_for_question(given, loaded)


def _asked_for_question(given: _Given, loaded: Loaded) -> _Given:
    """The question, and where it was raised, asked for."""
    from techradar.editing.fields import Fields

    fields = Fields(loaded.trees[""])
    answers: dict[str, str] = {}
    where = given.where
    with changing.keeping(answers):
        words = text("change.ask.question", talk_language())
        answers["text"] = asking.for_text(words, lambda said: fields.check("text", said))
        if where is None:
            words = text("change.ask.where", talk_language())
            where = asking.for_text(words, lambda said: fields.check("where", said), optional=True)
    return given._replace(words=answers["text"], where=where)


def _asked_for_answer(given: _Given, number: int, loaded: Loaded, radar: Radar) -> _Given:
    """The answer, asked for where none was given, and whether one that there is already is to be replaced."""
    from techradar.editing.fields import Fields
    from techradar.editing.questioning import question_number

    asked = question_number(common.technology_of(radar, given.id), number)
    fields = Fields(loaded.trees[""])
    with changing.keeping({}):
        if asked.answer is not None and not given.replace and asked.answer != given.words:
            sure = text("change.ask.replace-answer", talk_language(), number=number, answer=asked.answer)
            changing.refuse_without(yes=asking.for_yes(sure))
            given = given._replace(replace=True)
        if not _is_said(given.words):
            said = text("change.ask.answer", talk_language(), text=asked.text)
            given = given._replace(words=asking.for_text(said, lambda words: fields.check("answer", words)))
    return given


def _steps(change: Change, answer: int | None) -> list[Step]:
    from techradar.editing.questioning import questions_of

    steps: list[Step] = [(("show", change.id), "change.next.show")]
    if answer is None:
        number = len(questions_of(change.radar.by_id[change.id]))
        steps.append((("question", change.id, "--answer", str(number), '"…"'), "change.next.answer"))
    return steps
