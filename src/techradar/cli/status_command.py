"""`techradar` without a command: what there is, what is due, and what one may do next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import typer

from techradar.cli import common
from techradar.cli.next_steps import shown
from techradar.cli.words import TALK, say
from techradar.language import listed
from techradar.problems import Exit, Severity, TechradarError

if TYPE_CHECKING:
    from techradar.history import Snapshot
    from techradar.model import Radar


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
    from techradar.history import snapshot

    seen = snapshot(loaded.radar)
    due, gaps = _due(loaded.radar), _gaps(seen)
    lines = [
        say("cli.status.title", title=loaded.radar.configuration.title, folder=loaded.folder.as_posix()),
        _counted(seen, due),
        *([listed(gaps, TALK)] if gaps else []),
    ]
    common.product("\n".join(lines))
    if errors:
        common.talk(say("cli.status.errors", n=len(errors)))
    common.product(f"\n{shown(_steps(seen, errors=bool(errors), due=bool(due), gap=bool(gaps)))}")
    common.finish(loaded)


_BEGIN = [
    ("techradar init", "cli.next.init"),
    (f"techradar --data {say('cli.metavar.folder')}", "cli.next.data"),
    ("techradar --help", "cli.next.help"),
]


def _counted(seen: Snapshot, due: list[str]) -> str:
    """How many there are on the newest edition, and what is due."""
    parts = [say("cli.status.technologies", n=len(seen.standings), edition=seen.edition.id)]
    newest = seen.configuration.editions[-1]
    if newest.draft and newest is not seen.edition:
        parts[0] += f", {say('cli.status.draft', edition=newest.id)}"
    return "; ".join([*parts, listed(due, TALK)] if due else parts)


def _due(radar: Radar) -> list[str]:
    """How many reviews, trials and decisions are past their day, and how many come within 30 days."""
    from techradar.dues import dues

    today = common.today()
    found = [due for each in radar.technologies for due in dues(radar.configuration, each, today)]
    over = Counter(due.kind for due in found if due.days_over(today) > 0)
    keys = {
        "cli.status.review": over["review"],
        "cli.status.trials": over["trial"],
        "cli.status.decisions": over["decision"],
        "cli.status.soon": len(found) - over.total(),
    }
    return [say(key, n=n) for key, n in keys.items() if n]


def _gaps(seen: Snapshot) -> list[str]:
    """How many are mature but not in use, and how many the other way round."""
    gaps = [standing.gap for standing in seen.standings if standing.gap is not None]
    keys = {"cli.status.mature": sum(gap > 0 for gap in gaps), "cli.status.in-use": sum(gap < 0 for gap in gaps)}
    return [say(key, n=n) for key, n in keys.items() if n]


def _steps(seen: Snapshot, *, errors: bool, due: bool, gap: bool) -> list[tuple[str, str]]:
    """The next three commands that make sense."""
    newest = seen.configuration.editions[-1]
    steps = []
    if errors:
        steps.append(("techradar validate", "cli.next.validate"))
    if due:
        steps.append(("techradar list --due", "cli.next.due"))
    if not seen.radar.technologies:
        steps.append(("techradar add", "cli.next.add"))
    steps.append(("techradar list", "cli.next.list"))
    if newest.draft and newest is not seen.edition:
        steps.append((f"techradar list --edition {newest.id}", "cli.next.draft"))
    if gap:
        steps.append(("techradar list --gap", "cli.next.gap"))
    steps += [("techradar render", "cli.next.render"), ("techradar add", "cli.next.add")]
    return list(dict(steps).items())[:3]
