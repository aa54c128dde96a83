"""What the brief of a technology says under each of its headings."""

from typing import Annotated, Literal

from techradar.model.values import AsList, Date, FreeText, Frozen, one_of


class Question(Frozen):
    """A question that was raised, and its answer when there is one."""

    text: FreeText
    raised: Date | None = None
    where: FreeText | None = None
    answer: FreeText | None = None
    answered: Date | None = None


class BottomLine(Frozen):
    """What citizen, employee and economy win and lose."""

    citizen: FreeText | None = None
    employee: FreeText | None = None
    economy: FreeText | None = None


class Values(Frozen):
    """The six values for casework of Ulrik Røhl (Digital stafet, 6 November 2020), by their Danish names."""

    korrekthed: FreeText | None = None
    integritet: FreeText | None = None
    professionalisme: FreeText | None = None
    tillidsskabende: FreeText | None = None
    responsivitet: FreeText | None = None
    selvstaendiggoerelse: FreeText | None = None


class Dilemmas(Frozen):
    """The four dilemmas of Kenneth Kristensen (Digital stafet, 6 November 2020)."""

    purpose: FreeText | None = None
    driver: FreeText | None = None
    pace: FreeText | None = None
    organisation: FreeText | None = None


class Concerns(Frozen):
    """The concerns that Fremfærd's board paper of 2020 names."""

    data_ethics: FreeText | None = None
    work_environment: FreeText | None = None
    legal_certainty: FreeText | None = None
    competences: FreeText | None = None


AUTOMATION = ("gathers", "points", "proposes", "decides")


class Dialogue(Frozen):
    """What the brief says under each of its headings."""

    core_task: FreeText | None = None
    daily_work: FreeText | None = None
    competences: FreeText | None = None
    involvement: FreeText | None = None
    hidden_work: FreeText | None = None
    legal: FreeText | None = None
    bottom_line: BottomLine | None = None
    automation: (
        Annotated[Literal["gathers", "points", "proposes", "decides"], one_of(AUTOMATION, meanings="automation")] | None
    ) = None
    values: Values | None = None
    dilemmas: Dilemmas | None = None
    concerns: Concerns | None = None
    questions: Annotated[tuple[Question, ...], AsList] = ()
