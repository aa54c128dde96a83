"""The questions that a technology's file keeps, and their answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from techradar.editing.trying import Change, Edit, bytes_of, new_warnings, path_of, tried
from techradar.language import Phrase, phrase
from techradar.model import Technology
from techradar.model.values import folded
from techradar.problems import Exit, TechradarError, problem
from techradar.store import Loaded
from techradar.yamledit import append_item, edit_bytes, set_node
from techradar.yamlwrite import Value

if TYPE_CHECKING:
    from techradar.model.dialogue import Question

_PLACE = ("dialogue", "questions")
_ORDER = ("text", "raised", "where", "answer", "answered")


def questions_of(technology: Technology) -> tuple[Question, ...]:
    """The questions, in the order of their numbers, from 1."""
    return technology.dialogue.questions if technology.dialogue is not None else ()


def question_number(technology: Technology, number: int) -> Question:
    """A question by its number. Raises TechradarError (exit 2) with those that there are."""
    questions = questions_of(technology)
    if 1 <= number <= len(questions):
        return questions[number - 1]
    message = phrase("change.no-such-question", name=technology.name, number=number)
    hint = phrase("change.no-questions.hint", id=technology.id)
    if questions:
        shown = [phrase("change.numbered", number=n, text=_short(q.text)) for n, q in enumerate(questions, 1)]
        hint = phrase("change.no-such-question.hint", questions=shown)
    raise TechradarError(problem("no-such-question", "--answer", message, hint), exit_code=Exit.USAGE)


def asked(loaded: Loaded, technology: Technology, words: str, raised: str, where: str | None, today: date) -> Change:
    """What adds a question to a technology of the sound radar `loaded`; one that stands there open stays as it is."""
    assert loaded.radar is not None
    questions = questions_of(technology)
    for number, question in enumerate(questions, 1):
        if folded(question.text) == folded(words) and question.answer is None:
            return Change(
                loaded.radar, technology.id, (), (phrase("change.asked-already", name=technology.name, number=number),)
            )
    content = {"text": words, "raised": raised, **({"where": where} if where else {})}
    said = [phrase("change.asked", name=technology.name, number=len(questions) + 1)]
    return _changed(loaded, technology, said, lambda text, path: append_item(
        text, _PLACE, content, order=_ORDER, path=path
    ), today)  # fmt: skip


def to_answer(technology: Technology, number: int, words: str | None, *, replace: bool = False) -> Question:
    """The question that `words` are to answer; None are words that are still to come.

    Raises TechradarError (exit 2) where there is no such question, or another answer stands in the way and is not to
    be replaced.
    """
    before = question_number(technology, number)
    same = before.answer is not None and before.answer.strip() == (words or "").strip()
    if before.answer is not None and not same and not replace:
        message = phrase("change.answered-already", number=number, answer=_short(before.answer))
        hint = phrase("change.answered-already.hint")
        raise TechradarError(problem("answered-already", "--answer", message, hint), exit_code=Exit.USAGE)
    return before


def answered(loaded: Loaded, technology: Technology, number: int, words: str, day: str | None, today: date) -> Change:
    """What answers a question of a technology of the sound radar `loaded`, in the place of an answer there is.

    Without a `day` it is answered today; the same answer then stays as it is. Raises TechradarError (exit 2) where
    there is no such question.
    """
    assert loaded.radar is not None
    before = question_number(technology, number)
    same = before.answer is not None and before.answer.strip() == words.strip()
    if same and (day is None or (before.answered is not None and before.answered.isoformat() == day)):
        return Change(loaded.radar, technology.id, (), (phrase("edit.nothing-to-change", name=technology.name),))
    loc = (*_PLACE, number - 1)
    old = loaded.trees[technology.id].plain()["dialogue"]["questions"][number - 1]
    content: Value = {**old, "answer": old["answer"] if same else words, "answered": day or today.isoformat()}
    said = [phrase("change.answered", name=technology.name, number=number, text=_short(before.text))]
    if before.answer is not None and not same:
        said.append(phrase("change.replaced-answer", answer=_short(before.answer)))
    return _changed(
        loaded, technology, said, lambda text, path: set_node(text, loc, content, order=_ORDER, path=path), today
    )


def _changed(
    loaded: Loaded, technology: Technology, said: list[Phrase], change: Callable[[str, str], str], today: date
) -> Change:
    data, path = bytes_of(loaded, technology.id), path_of(loaded, technology.id)
    after = edit_bytes(data, path.as_posix(), lambda text: change(text, path.as_posix()))
    trial = tried(loaded, {technology.id: after}, today)
    radar, warnings = trial.refuse_errors(), tuple(new_warnings(loaded, trial))
    return Change(radar, technology.id, (Edit(path, data, after),), tuple(said), warnings)


def _short(words: str, most: int = 60) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
