"""What `render --check` does: the pictures that are there against the radar, without drawing one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from techradar import files
from techradar.cli import common
from techradar.cli.picture_places import Places
from techradar.cli.words import say
from techradar.draw.digest import LIMIT, digest_in, is_edited, is_merged, is_whole, kind_of
from techradar.language import Phrase, phrase, talk_language
from techradar.model import Radar
from techradar.problems import Exit, Problem, TechradarError, exit_code, in_order, problem
from techradar.publish.pictures import Wanted, state
from techradar.publish.state import State, changes


def check(radar: Radar, wanted: Sequence[Wanted], places: Places, failure: Exit) -> None:
    """Tell on stdout what is out of date and by what, and on stderr how much is; exit code 1 where anything is.

    Raises TechradarError with `failure` where a picture could not be drawn at all.
    """
    problems: list[Problem] = []
    states: dict[Path, State] = {}
    for one in wanted:
        try:
            states[one.path] = state(radar, one)
        except TechradarError as error:
            problems += (places.told(each, one) for each in error.problems)
    if problems:
        raise TechradarError(*in_order(problems), exit_code=failure)
    unread: list[Problem] = []
    for path, now in states.items():
        try:
            problems += _out_of_date(path, now)
        except TechradarError as error:
            unread += error.problems
    found = in_order(problems + unread)
    if problems:
        common.product(common.problems_as_text(in_order(problems), color=common.colorful(sys.stdout)))
    common.tell(in_order(unread))
    common.talk(_summary(len(states), len(problems), len(unread)))
    raise typer.Exit(exit_code(found))


def _out_of_date(path: Path, now: State) -> list[Problem]:
    """The problem of a file that does not show `now`, if it does not."""
    try:
        found = _difference(files.read_bytes(path, LIMIT), path.suffix.lower(), now)
    except TechradarError as error:
        if error.problems[0].code != "no-such-file" or path.is_symlink():
            raise
        found = phrase("render.check.missing"), phrase("render.check.hint")
    return [problem("out-of-date", path.as_posix(), *found)] if found is not None else []


def _difference(data: bytes, suffix: str, now: State) -> tuple[Phrase, Phrase] | None:
    """What is wrong with a picture's bytes, and the way out; none where it shows `now` and is as we drew it."""
    old = digest_in(data) if kind_of(data) == suffix and len(data) <= LIMIT else None
    again = phrase("render.check.hint")
    if old is None:
        return phrase("render.check.foreign"), phrase("render.check.foreign.hint")
    if is_merged(data):
        return phrase("render.check.merged"), again
    if not is_whole(data):
        return phrase("render.check.cut"), again
    if is_edited(data):
        return phrase("render.edited"), phrase("render.check.edited.hint")
    # Drawn again without the options that it was drawn with, it would become another picture.
    same = old.get("options", dict(now)["options"]) == dict(now)["options"]
    found = changes(old, now)
    # Put together here and not where the phrase is shown, which would part them by commas.
    said = "; ".join(each.to(talk_language()) for each in found)
    way_out = again if same else phrase("render.check.options.hint")
    return (phrase("render.check.changed", changes=said), way_out) if found else None


def _summary(pictures: int, stale: int, unread: int) -> str:
    said = [say("render.check.pictures", n=pictures)]
    if stale:
        said.append(say("render.check.stale", n=stale))
    if unread:
        said.append(say("render.check.unread", n=unread))
    if not stale and not unread:
        said.append(say("render.check.fresh"))
    return f"{said[0]}: {', '.join(said[1:])}"
