"""What is due: reviews, decisions to carry out and trials to decide, past their day or near it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from techradar.model import Configuration, Technology

if TYPE_CHECKING:
    from techradar.model.beside import Case

SOON = 30  # days before its day in which something counts as near
KINDS = ("review", "trial", "decision")


class Due(NamedTuple):
    """Something with a day: where it stands in the technology's file, and which case or decision it is about."""

    kind: Literal["review", "trial", "decision"]
    day: date
    place: tuple[str | int, ...]
    case: Case | None = None
    text: str = ""

    def days_over(self, today: date) -> int:
        """How many days it is past its day; negative where the day is still to come."""
        return (today - self.day).days


def is_running(case: Case) -> bool:
    """Whether a case is still to be decided: it is being prepared or on trial."""
    return case.stage in {"preparing", "pilot"}


def dues(configuration: Configuration, technology: Technology, today: date, ahead: int = SOON) -> Iterator[Due]:
    """What of a technology is past its day, or has it within `ahead` days (-1: only what is past), soonest first.

    A technology that is off the radar needs no review; its trials and decisions stay what they are. A day is past
    when it is over, and a case without a day is never due.
    """
    last = today + timedelta(days=ahead)
    yield from sorted((due for due in _all(configuration, technology) if due.day <= last), key=_order)


def _order(due: Due) -> tuple[date, int]:
    return due.day, KINDS.index(due.kind)


def _all(configuration: Configuration, technology: Technology) -> Iterator[Due]:
    if technology.review_by is not None and not is_off(configuration, technology):
        yield Due("review", technology.review_by, ("review_by",))
    for number, case in enumerate(technology.cases):
        if case.decide_by is not None and is_running(case):
            yield Due("trial", case.decide_by, ("cases", number, "decide_by"), case)
    for number, decision in enumerate(technology.decisions):
        if decision.due is not None:
            yield Due("decision", decision.due, ("decisions", number, "due"), text=decision.text)


def is_off(configuration: Configuration, technology: Technology) -> bool:
    """Whether the latest assessment up to the default edition took it off the radar."""
    newest = configuration.editions.index(configuration.default_edition)
    shown = {edition.id for edition in configuration.editions[: newest + 1]}
    heard = [assessment for assessment in technology.assessments if assessment.edition in shown]
    return bool(heard) and heard[-1].retired
