"""What `render --check` does: the pictures that are there against the radar, without drawing one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from techradar import files
from techradar.cli import common
from techradar.cli.words import say
from techradar.draw.digest import LIMIT, digest_in, is_whole, kind_of
from techradar.language import Phrase, phrase, talk_language
from techradar.model import Radar
from techradar.problems import Exit, Problem, TechradarError, exit_code, in_order, problem
from techradar.publish.pictures import Wanted, state
from techradar.publish.state import State, changes


def check(radar: Radar, wanted: Sequence[Wanted], failure: Exit) -> None:
    """Tell on stdout what is out of date and by what, and on stderr how much is; exit code 1 where anything is.

    Raises TechradarError with `failure` where a picture could not be drawn at all.
    """
    problems: list[Problem] = []
    states: dict[Path, State] = {}
    for one in wanted:
        try:
            states[one.path] = state(radar, one)
        except TechradarError as error:
            problems += (each if each.path else each._replace(path=one.path.as_posix()) for each in error.problems)
    if problems:
        raise TechradarError(*problems, exit_code=failure)
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
    message = _difference(path, now)
    if message is None:
        return []
    return [problem("out-of-date", path.as_posix(), message, _way_out(path, message, now))]


def _way_out(path: Path, message: Phrase, now: State) -> Phrase:
    if message.key == "render.check.foreign":
        return phrase("render.check.foreign.hint")
    old = (digest_in(files.read_bytes(path, LIMIT)) or {}) if message.key == "render.check.changed" else {}
    # Drawn again without the options that it was drawn with, it would become another picture.
    if old.get("options", dict(now)["options"]) != dict(now)["options"]:
        return phrase("render.check.options.hint")
    return phrase("render.check.hint")


def _difference(path: Path, now: State) -> Phrase | None:
    try:
        data = files.read_bytes(path, LIMIT)
    except TechradarError as error:
        if error.problems[0].code == "no-such-file" and not path.is_symlink():
            return phrase("render.check.missing")
        raise
    ours = kind_of(data) == path.suffix.lower() and len(data) <= LIMIT
    old = digest_in(data) if ours else None
    if old is None:
        return phrase("render.check.foreign")
    if not is_whole(data):
        return phrase("render.check.cut")
    found = changes(old, now)
    # Put together here and not where the phrase is shown, which would part them by commas.
    said = "; ".join(each.to(talk_language()) for each in found)
    return phrase("render.check.changed", changes=said) if found else None


def _summary(pictures: int, stale: int, unread: int) -> str:
    said = [say("render.check.pictures", n=pictures)]
    if stale:
        said.append(say("render.check.stale", n=stale))
    if unread:
        said.append(say("render.check.unread", n=unread))
    if not stale and not unread:
        said.append(say("render.check.fresh"))
    return f"{said[0]}: {', '.join(said[1:])}"
