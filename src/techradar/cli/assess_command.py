"""`techradar assess`: a new assessment of a technology in an edition, or a change of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from techradar.cli import asking, changing, common, completion
from techradar.cli.add_command import levels_of, shown_place
from techradar.cli.mistakes import Mistakes
from techradar.cli.next_steps import Step
from techradar.cli.words import say
from techradar.language import phrase, talk_language, text
from techradar.problems import problem

if TYPE_CHECKING:
    from techradar.editing.assessing import Statement
    from techradar.editing.changes import Reassessed
    from techradar.editing.fields import Fields
    from techradar.history import Place, Standpoint
    from techradar.model import Area, Radar, Technology
    from techradar.store import Loaded


@common.tells_all
def assess(
    id: Annotated[
        str,
        typer.Argument(
            metavar=say("edit.metavar.id"), help=say("edit.assess.id"), autocompletion=completion.technologies
        ),
    ],
    maturity: Annotated[
        str | None,
        typer.Option(help=say("edit.option.maturity"), autocompletion=completion.maturity_levels, show_default=False),
    ] = None,
    adoption: Annotated[
        str | None,
        typer.Option(help=say("edit.option.adoption"), autocompletion=completion.adoption_levels, show_default=False),
    ] = None,
    ring: Annotated[
        str | None, typer.Option(help=say("edit.option.ring"), autocompletion=completion.rings, show_default=False)
    ] = None,
    area: Annotated[
        str | None, typer.Option(help=say("edit.option.area"), autocompletion=completion.areas, show_default=False)
    ] = None,
    basis: Annotated[str | None, typer.Option(help=say("edit.option.basis"), show_default=False)] = None,
    source: Annotated[str | None, typer.Option(help=say("edit.option.source"), show_default=False)] = None,
    reason: Annotated[str | None, typer.Option(help=say("edit.option.reason"), show_default=False)] = None,
    edition: Annotated[
        str | None,
        typer.Option(help=say("edit.option.edition"), autocompletion=completion.editions, show_default=False),
    ] = None,
    dry_run: changing.DryRun = False,
    data: common.Data = None,
) -> None:
    """State what was learnt in an edition; everything else in the file stays as it is."""
    given = {"maturity": maturity, "adoption": adoption, "ring": ring, "basis": basis, "source": source,
             "reason": reason}  # fmt: skip
    given = {key: words for key, words in given.items() if words}
    wanted = _Wanted(id, edition, area, given)
    if asking.possible():
        wanted = _asked(wanted, *common.sound(data))
    changing.carry_out(lambda loaded, radar: _change(wanted, loaded, radar), _tell, _steps, dry_run=dry_run, data=data)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the command line, and answers on a terminal, ask for, in the words that were typed."""

    id: str
    edition: str | None
    area: str | None
    given: dict[str, Any]
    answered: bool = False


def _change(wanted: _Wanted, loaded: Loaded, radar: Radar) -> Reassessed:
    """The change that is asked for; TechradarError where it cannot be or would break the radar."""
    from techradar.editing.changes import reassessed
    from techradar.editing.trying import bytes_of

    technology, said = _meant(common.mistakes(), wanted, loaded, radar)
    return reassessed(loaded, technology.id, bytes_of(loaded, technology.id), said, common.today())


def _meant(
    wrong: Mistakes, wanted: _Wanted, loaded: Loaded, radar: Radar, *, may_ask: bool = False
) -> tuple[Technology, Statement]:
    """The technology and what is stated of it, with ids for references; every mistake is told at once (exit 2).

    That nothing is stated is no mistake where it `may_ask` for that.
    """
    from techradar.editing.assessing import Statement
    from techradar.editing.fields import Fields

    technology = wrong.of(common.technology_of, radar, wanted.id)
    edition = wrong.of(changing.edition_of, radar.configuration, wanted.edition)
    area = wrong.of(common.area_of, radar.configuration, wanted.area)
    fields = Fields(loaded.trees[""])
    checked = {key: fields.check(key, words) for key, words in wanted.given.items()}
    wrong.add(*(found.problem for found in checked.values() if found.problem is not None))
    if not wanted.given and not (wanted.answered or may_ask):
        message, hint = phrase("edit.nothing-stated"), phrase("edit.nothing-stated.hint")
        wrong.add(problem("nothing-stated", "techradar", message, hint))
    stated = {key: found.value for key, found in checked.items()}
    chosen = wrong.without(edition)
    return wrong.without(technology), Statement(chosen.id, None if area is None else area.id, **stated)


# On a terminal ---------------------------------------------------------------------------------------------------


def _asked(wanted: _Wanted, loaded: Loaded, radar: Radar) -> _Wanted:
    """What is wanted, with answers where the command line stated nothing; a return to the radar is asked for."""
    from techradar.editing.changes import is_off
    from techradar.editing.fields import Fields

    technology, _ = _meant(common.mistakes(), wanted, loaded, radar, may_ask=True)
    edition = changing.edition_of(radar.configuration, wanted.edition)
    area = common.area_of(radar.configuration, wanted.area)
    if is_off(radar.configuration, technology, edition.id):
        question = text("edit.ask.bring-back", talk_language(), name=technology.name)
        changing.refuse_without(yes=asking.for_yes(question))
    if wanted.given:
        return wanted
    answers = _Answers(Fields(loaded.trees[""]), radar, technology, edition.id, area)
    return replace(wanted, given=answers.asked(), answered=True)


class _Answers:
    """What is answered about one technology in an edition; Enter keeps what is in force."""

    def __init__(self, fields: Fields, radar: Radar, technology: Technology, edition: str, area: Area | None) -> None:
        self.fields = fields
        self.parts = radar.configuration
        self.technology = technology
        self.edition = edition
        self.area = area
        self.given: dict[str, Any] = {}

    def asked(self) -> dict[str, Any]:
        """The answers by the options that they stand for."""
        with changing.keeping(self.given):
            self._ask()
        return self.given

    def _ask(self) -> None:
        from techradar.editing.changes import place_on

        place = place_on(self.parts, self.technology, self.edition, self.area.id if self.area else None)
        common.talk(_label(self.technology, self.area) + f" · {self.edition} · {shown_place(place)}")
        scales = ("maturity", "adoption") if self.area is None else ("adoption",)
        for name in scales:
            scale = self.parts.scale(name)
            if scale is not None:
                question = scale.question or scale.name or text(f"model.scale.{name}", talk_language())
                kept = self._in_force(place, name)
                self._keep(
                    name,
                    asking.for_choice(question, levels_of(scale), self._check(name), optional=True, kept=kept),
                )
        if not any(self.parts.scale(name) for name in scales):
            rings = [asking.Choice(r.id, r.name, r.description or r.advice or "") for r in self.parts.rings]
            kept = place.ring.name if place.ring is not None else None
            question = text("edit.ask.ring", talk_language())
            self._keep("ring", asking.for_choice(question, rings, self._check("ring"), optional=True, kept=kept))
        question = text("edit.ask.reason", talk_language())
        self._keep("reason", asking.for_text(question, self._check("reason"), optional=True, kept=self._reason()))

    def _in_force(self, place: Place, name: str) -> str | None:
        from techradar.language.writing import number

        standpoint: Standpoint | None = getattr(place, name)
        if standpoint is None:
            return None
        shown = standpoint.shown or text("edit.ask.distribution", talk_language())
        if standpoint.given.value is not None:
            shown = number(standpoint.given.value, talk_language())
        return f"{shown}, {standpoint.edition}"

    def _reason(self) -> str | None:
        record = self.technology.by_edition.get(self.edition)
        part = record if record is None or self.area is None else record.areas.get(self.area.id)
        return None if part is None or (record is not None and record.retired) else part.reason

    def _check(self, key: str) -> asking.Check:
        return lambda words: self.fields.check(key, words)

    def _keep(self, key: str, answer: Any) -> None:
        if answer is not None:
            self.given[key] = answer


# What is told ----------------------------------------------------------------------------------------------------


def _steps(change: Reassessed) -> list[Step]:
    return changing.look_at(change.configuration, change.technology.id, change.edition)


def _tell(change: Reassessed) -> None:
    """Say what has changed: the place before and after, and what was replaced."""
    language = talk_language()
    if not change.edits:
        common.talk(text("edit.nothing-to-change", language, name=change.technology.name))
        return
    label = _label(change.technology, change.area)
    before, after = change.before, change.after
    if before.ring is None:
        common.talk(f"{label} → {shown_place(after)}")
    elif after.ring is not None and before.ring.id == after.ring.id:
        common.talk(text("edit.stays", language, name=label, place=shown_place(after)))
    else:
        common.talk(f"{label}: {shown_place(before)} → {shown_place(after)}")
    if change.returns:
        common.talk(text("edit.returns", language, name=change.technology.name))
    for remark in change.remarks:
        common.talk(remark.to(language))


def _label(technology: Technology, area: Area | None) -> str:
    return technology.name if area is None else f"{technology.name}, {area.name}"
