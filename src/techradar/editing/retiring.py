"""Taking a technology off the radar: an assessment that retires, in the place of one with figures or as a new one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from techradar.editing.assessing import Content
from techradar.editing.changes import index_of, place_on, with_assessment
from techradar.editing.trying import Change, Edit, bytes_of, new_warnings, path_of, tried
from techradar.language import Phrase, phrase
from techradar.model import Configuration, Edition, Technology
from techradar.problems import Exit, TechradarError, problem
from techradar.store import Loaded

_PARTS = ("maturity", "adoption", "ring", "areas", "basis", "source", "reason")


def retired(
    loaded: Loaded, technology: Technology, edition: Edition, reason: str, today: date, *, replace: bool = False
) -> Change:
    """What takes a technology off the sound radar `loaded` from an edition on.

    An assessment that the edition has already goes only with `replace`. Raises TechradarError (exit 2) where there
    is nothing to take off or an assessment stands in the way, (exit 1) where the radar would have errors.
    """
    assert loaded.radar is not None
    configuration = loaded.radar.configuration
    record = technology.by_edition.get(edition.id)
    path = path_of(loaded, technology.id)
    _refuse_what_is_not_on(configuration, technology, edition, path)
    if record is not None and not record.retired and not replace:
        message = phrase("change.assessed-already", name=technology.name, edition=edition.id)
        hint = phrase("change.assessed-already.hint", edition=edition.id)
        raise TechradarError(problem("assessed-already", "techradar retire", message, hint), exit_code=Exit.USAGE)
    index = index_of(configuration, technology, edition.id)
    old: Content = loaded.trees[technology.id].plain()["assessments"][index] if record is not None else {}
    content: Content = {"edition": old.get("edition", edition.id), "retired": "true", "reason": reason}
    if record is not None and record.retired:
        content = {**old, "reason": reason}
    data = bytes_of(loaded, technology.id)
    after = with_assessment(data, path, index, old, content)
    trial = tried(loaded, {technology.id: after}, today)
    radar = trial.refuse_errors()
    if after == data:
        return Change(radar, technology.id, (), (phrase("edit.nothing-to-change", name=technology.name),))
    said = _said(configuration, technology, edition, old)
    return Change(radar, technology.id, (Edit(path, data, after),), said, tuple(new_warnings(loaded, trial)))


def is_assessed(technology: Technology, edition: Edition) -> bool:
    """Whether an edition has an assessment of a technology that would have to go."""
    record = technology.by_edition.get(edition.id)
    return record is not None and not record.retired and technology.assessments[0] is not record


def _refuse_what_is_not_on(configuration: Configuration, technology: Technology, edition: Edition, path: Path) -> None:
    """Raise TechradarError where the edition cannot take the technology off the radar."""
    order = [e.id for e in configuration.editions]
    heard = [a for a in technology.assessments if order.index(a.edition) <= order.index(edition.id)]
    first, name = technology.first_edition, technology.name
    if not heard:
        message = phrase("change.not-yet-on-radar", name=name, edition=edition.id, first=first)
        hint = phrase("change.not-yet-on-radar.hint", first=first)
    elif heard[0].edition == edition.id:
        message = phrase("change.first-on-radar", name=name, edition=edition.id)
        hint = phrase("change.first-on-radar.hint", path=path.as_posix())
    elif heard[-1].retired and heard[-1].edition != edition.id:
        message = phrase("change.off-already", name=name, edition=heard[-1].edition)
        hint = phrase("change.off-already.hint", edition=heard[-1].edition, id=technology.id)
    else:
        return
    raise TechradarError(problem("not-on-radar", "techradar retire", message, hint), exit_code=Exit.USAGE)


def _said(configuration: Configuration, technology: Technology, edition: Edition, old: Content) -> tuple[Phrase, ...]:
    """Where it was and that it is off, what went with the old assessment, and when it comes back by itself."""
    before = place_on(configuration, technology, edition.id)
    if before.ring is None:
        return (phrase("change.other-reason", name=technology.name, edition=edition.id),)
    ring = before.ring.name.upper()
    said = [phrase("change.retired", name=technology.name, ring=ring, edition=edition.id)]
    if gone := [phrase(f"change.part.{part}") for part in _PARTS if part in old]:
        said.append(phrase("change.replaced-assessment", edition=edition.id, parts=gone))
    order = [e.id for e in configuration.editions]
    later = [a for a in technology.assessments if order.index(a.edition) > order.index(edition.id)]
    if later and not later[0].retired:
        said.append(phrase("change.comes-back", name=technology.name, edition=later[0].edition))
    return tuple(said)
