"""A new edition in radar.yaml, or another date, note or standing of one that is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from techradar.editing.fields import at_option
from techradar.editing.starting import wrong_edition, wrong_part
from techradar.editing.trying import Change, Edit, bytes_of, new_warnings, path_of, tried
from techradar.language import Phrase, phrase
from techradar.model import Configuration, Edition
from techradar.problems import Exit, Problem, Severity, TechradarError, problem
from techradar.store import Loaded
from techradar.yamledit import append_item, edit_bytes, set_node

_OPTIONS = {"editions-out-of-order": "date", "draft-not-last": "draft"}  # where such a mistake comes from
_ORDER = ("id", "date", "comparable", "note", "draft")


class Said(NamedTuple):
    """What is said of an edition; what is none is not."""

    date: str | None = None
    draft: bool | None = None
    comparable: bool | None = None
    note: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return all(part is None for part in self)


def wrong_words(id: str, said: Said) -> list[Problem]:
    """What is wrong with an id, a date or a note as such."""
    wrong_id = wrong_edition(id)
    found = [wrong_id._replace(path="techradar edition") if wrong_id is not None else None]
    for key, words in (("date", said.date), ("note", said.note)):
        if words is not None and not words.strip():
            # Not "nothing said": in a script it is a variable that was empty.
            message = phrase("cli.needs-a-value", option=f"--{key}")
            hint = phrase("cli.see-help", command="techradar edition")
            found.append(problem("wrong-usage", f"--{key}", message, hint))
        elif words is not None:
            found.append(wrong_part(key, {"editions": [{"id": "1", "date": "2026-01-01", key: words}]}))
    return [each for each in found if each is not None]


def cannot_follow(configuration: Configuration, id: str, day: str | None) -> list[Problem]:
    """Why a new edition cannot come after the last: it is not dated after it, or the last is a draft still.

    `day` is a date that is right as such; None where there is none yet.
    """
    last = configuration.editions[-1]
    wrong = []
    if day is not None and date.fromisoformat(day) <= last.date:
        message = phrase("change.edition-not-later", edition=id, last=last.id, date=last.date)
        hint = phrase("change.edition-not-later.hint")
        wrong.append(problem("edition-not-later", "--date", message, hint))
    if last.draft:
        message, hint = (
            phrase("change.after-a-draft", edition=last.id),
            phrase("change.after-a-draft.hint", edition=last.id),
        )
        wrong.append(problem("after-a-draft", "techradar edition", message, hint))
    return wrong


def nothing_to_compare(edition: Edition) -> Problem:
    """That the first edition has none before it from which it could be told apart as not comparable."""
    message = phrase("change.nothing-to-compare", edition=edition.id)
    return problem("wrong-usage", "--no-comparable", message, phrase("change.nothing-to-compare.hint"))


def added(loaded: Loaded, id: str, said: Said, today: date) -> Change:
    """What adds an edition to the sound radar `loaded`, after the last, which it can follow."""
    content = {"id": id, "date": said.date, "comparable": "false" if said.comparable is False else None,
               "note": said.note, "draft": "true" if said.draft else None}  # fmt: skip
    content = {key: words for key, words in content.items() if words is not None}
    new = phrase("change.edition-added", edition=id, date=date.fromisoformat(said.date or ""))
    return _changed(loaded, id, new, lambda text, path: append_item(
        text, ("editions",), content, order=_ORDER, path=path
    ), today)  # fmt: skip


def restated(loaded: Loaded, edition: Edition, said: Said, today: date) -> Change:
    """What changes an edition of the sound radar `loaded`; what holds where nothing is said is not written.

    Raises TechradarError (exit 2) where the edition cannot be so.
    """
    assert loaded.radar is not None
    at = loaded.radar.configuration.editions.index(edition)
    loc = ("editions", at)
    held = loaded.trees[""].plain()["editions"][at]
    wanted = {**held}
    wanted |= {key: words for key, words in (("date", said.date), ("note", said.note)) if words is not None}
    for key, truth, usual in (("draft", said.draft, False), ("comparable", said.comparable, True)):
        if truth is None or truth == (held.get(key, str(usual).lower()) == "true"):
            continue
        wanted.pop(key, None)
        if truth is not usual:
            wanted[key] = str(truth).lower()
    if wanted == held:
        return Change(loaded.radar, edition.id, (), (phrase("edit.nothing-to-change", name=edition.id),))

    done = phrase("change.edition-changed", edition=edition.id)
    return _changed(loaded, edition.id, done, lambda text, path: set_node(
        text, loc, wanted, order=_ORDER, path=path
    ), today)  # fmt: skip


def _changed(loaded: Loaded, id: str, done: Phrase, change: Callable[[str, str], str], today: date) -> Change:
    assert loaded.radar is not None
    data, path = bytes_of(loaded, ""), path_of(loaded, "")
    after = edit_bytes(data, path.as_posix(), lambda text: change(text, path.as_posix()))
    trial = tried(loaded, {"": after}, today)
    if errors := [p for p in trial.problems if p.severity is Severity.ERROR]:
        wrong = (at_option(_OPTIONS[p.code], p) if p.code in _OPTIONS else p for p in errors)
        raise TechradarError(*wrong, exit_code=Exit.USAGE)
    radar = trial.refuse_errors()
    said = [done, _default(loaded.radar.configuration, radar.configuration)]
    said += _uncomparable(loaded.radar.configuration, radar.configuration)
    return Change(radar, id, (Edit(path, data, after),), tuple(said), tuple(new_warnings(loaded, trial)))


def _default(before: Configuration, after: Configuration) -> Phrase:
    """Which edition is shown where none is named, and whether that is new."""
    same = before.default_edition.id == after.default_edition.id
    return phrase("change.default-edition.same" if same else "change.default-edition", edition=after.default_edition.id)


def _uncomparable(before: Configuration, after: Configuration) -> list[Phrase]:
    """What it means that an edition is not comparable any more, with the reason asked for where there is none."""
    was = {edition.id: edition.comparable for edition in before.editions}
    said = []
    for edition in after.editions:
        if not edition.comparable and was.get(edition.id, True):
            said.append(phrase("change.not-comparable", edition=edition.id))
            if edition.note is None:
                said.append(phrase("change.say-why", edition=edition.id))
    return said
