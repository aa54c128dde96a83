"""`techradar` without a command: what there is, what is due, and what one may do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from techradar.cli import common
from techradar.cli.next_steps import shown
from techradar.cli.words import TALK, say
from techradar.language import listed
from techradar.problems import Exit, Problem, Severity, TechradarError

if TYPE_CHECKING:
    from techradar.model import Radar

# What is due, by the code of its note, in the order in which it is told.
_DUE = {"review-due": "cli.status.review", "trial-due": "cli.status.trials", "decision-due": "cli.status.decisions"}


def status() -> None:
    """Say in a few lines how the radar stands. Exit code 1 where it has errors, 3 where there is none."""
    try:
        loaded = common.load(None)
    except TechradarError as error:
        if [p.code for p in error.problems] != ["no-radar"] or common.is_folder_named():
            raise
        common.talk(f"{say('cli.status.no-radar')}\n\n{shown(_BEGIN)}")
        raise typer.Exit(Exit.FILES) from None
    errors = [p for p in loaded.problems if p.severity is Severity.ERROR]
    if loaded.radar is None:
        common.talk(say("cli.status.unreadable", n=len(errors)))
        common.talk(f"\n{shown([('techradar validate', 'cli.next.validate')])}")
        raise typer.Exit(Exit.PROBLEMS)
    lines = [
        say("cli.status.title", title=loaded.radar.configuration.title, folder=loaded.folder.as_posix()),
        _counted(loaded.radar, loaded.problems),
    ]
    common.product("\n".join(lines))
    if errors:
        common.talk(say("cli.status.errors", n=len(errors)))
    common.product(f"\n{shown(_steps(loaded.radar, loaded.problems))}")
    common.finish(loaded)


_BEGIN = [
    ("techradar init", "cli.next.init"),
    (f"techradar --data {say('cli.metavar.folder')}", "cli.next.data"),
    ("techradar --help", "cli.next.help"),
]


def _counted(radar: Radar, problems: tuple[Problem, ...]) -> str:
    """How many there are on the newest edition, and what is due."""
    from techradar.history import snapshot

    seen = snapshot(radar)
    parts = [say("cli.status.technologies", n=len(seen.standings), edition=seen.edition.id)]
    newest = radar.configuration.editions[-1]
    if newest.draft and newest is not seen.edition:
        parts[0] += f", {say('cli.status.draft', edition=newest.id)}"
    codes = [p.code for p in problems]
    due = [say(key, n=codes.count(code)) for code, key in _DUE.items() if code in codes]
    return "; ".join([*parts, listed(due, TALK)] if due else parts)


def _steps(radar: Radar, problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """The next three commands that make sense."""
    codes = {p.code for p in problems}
    newest = radar.configuration.editions[-1]
    steps = []
    if any(p.severity is Severity.ERROR for p in problems):
        steps.append(("techradar validate", "cli.next.validate"))
    if codes & set(_DUE):
        steps.append(("techradar validate --notes", "cli.next.due"))
    if not radar.technologies:
        steps.append(("techradar add", "cli.next.add"))
    steps.append(("techradar list", "cli.next.list"))
    if newest.draft and newest is not radar.configuration.default_edition:
        steps.append((f"techradar list --edition {newest.id}", "cli.next.draft"))
    steps += [("techradar render", "cli.next.render"), ("techradar add", "cli.next.add")]
    return list(dict(steps).items())[:3]
