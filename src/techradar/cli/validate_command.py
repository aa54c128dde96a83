"""`techradar validate`: every problem of the radar, or of the files that are named."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from techradar.cli import common
from techradar.cli.words import TALK, say
from techradar.language import listed, talk_language
from techradar.problems import Problem, Severity, TechradarError, exit_code, in_order

if TYPE_CHECKING:
    from techradar.store import Loaded

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar=say("cli.metavar.path"), help=say("cli.validate.path"), show_default=False),
]


@common.tells_all
def validate(
    paths: Paths = None,
    format: Annotated[
        Literal["text", "json", "github", "gitlab", "azure"], typer.Option("--format", help=say("cli.validate.format"))
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help=say("cli.validate.strict"))] = False,
    notes: Annotated[bool, typer.Option("--notes", help=say("cli.validate.notes"))] = False,
    data: common.Data = None,
) -> None:
    """Tell every problem on stdout, and on stderr how many there are."""
    from techradar.cli.named_files import wanted_files

    wrong = common.mistakes()
    wanted, problems = wanted_files(paths or [], data)
    if not wrong.none:
        wrong.add(*problems, exit_code=exit_code(problems))
        wrong.refuse()
    loaded = []
    for folder in wanted:
        try:
            loaded.append(common.read(folder))
        except TechradarError as error:
            problems += error.problems
    for each in loaded:
        problems += _of(each.problems, wanted[each.folder])
    found = in_order(problems)
    shown = [p for p in found if notes or p.severity is not Severity.NOTE]
    if format == "text":
        words = common.problems_as_text(shown, color=common.colorful(sys.stdout))
    else:
        from techradar.problems.formats import FORMATS

        words = FORMATS[format](shown, talk_language())
    if words:
        common.product(words)
    if loaded:
        named = [_named(each, wanted[each.folder]) for each in loaded] if all(wanted.values()) else []
        common.talk(_summary(loaded, sum(named), found, notes=notes))
    raise typer.Exit(exit_code(found, strict=strict))


def _of(problems: Sequence[Problem], files: set[Path]) -> list[Problem]:
    """The problems in files, or in files of folders; all where none is named."""
    return [each for each in problems if not files or _is_among(each.path, files)]


def _named(loaded: Loaded, files: set[Path]) -> int:
    """How many of a radar's files are named, by themselves or by their folder."""
    return sum(_is_among(tree.path, files) for tree in loaded.trees.values())


def _is_among(path: str, files: set[Path]) -> bool:
    whole = Path(path).parent.resolve() / Path(path).name
    return whole in files or whole.parent in files


def _summary(loaded: Sequence[Loaded], named: int, problems: Sequence[Problem], *, notes: bool) -> str:
    """What was looked at, and how many problems of each kind there are."""
    counts = Counter(p.severity for p in problems)
    found = [say("cli.validate.errors", n=n) if (n := counts[Severity.ERROR]) else say("cli.validate.fine")]
    if n := counts[Severity.WARNING]:
        found.append(say("cli.validate.warnings", n=n))
    if n := counts[Severity.NOTE]:
        found.append(say("cli.validate.notes-shown", n=n) if notes else say("cli.validate.notes-hidden", n=n))
    if named:
        seen = [say("cli.validate.files", n=named)]
    else:
        seen = [say("cli.validate.technologies", n=sum(len(each.trees) - 1 for each in loaded))]
        radars = [each.radar for each in loaded if each.radar is not None]
        if radars:
            seen.append(say("cli.validate.editions", n=sum(len(radar.configuration.editions) for radar in radars)))
    return f"{', '.join(seen)}: {listed(found, TALK)}"
