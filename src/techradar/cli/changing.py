"""How a command changes a radar: read, tried and written as one step, or only shown; then told, with a way on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol, TypeVar

import typer

from techradar.cli import common, next_steps
from techradar.cli.next_steps import Step
from techradar.cli.words import say
from techradar.language import phrase, talk_language, text
from techradar.problems import Exit, Problem

if TYPE_CHECKING:
    from techradar.editing.trying import Change, Edit
    from techradar.model import Configuration, Edition, Radar
    from techradar.store import Loaded

DryRun = Annotated[bool, typer.Option("--dry-run", help=say("edit.assess.dry-run"))]


class Changes(Protocol):
    """What a command makes of a radar's files, and the warnings that it brings."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What is to be written; nothing where the files say so already."""

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The warnings that there were not before."""


C = TypeVar("C", bound=Changes)


def carry_out(
    make: Callable[[Loaded, Radar], C],
    tell: Callable[[C], None],
    steps: Callable[[C], Sequence[Step]],
    *,
    dry_run: bool,
    data: Path | None,
) -> None:
    """Make a change of the radar as it is now and write it, or show it as a diff; then `tell` of it.

    `steps` are what may come next. Raises what `make` and writing raise; then
    nothing is written.
    """
    from techradar import files, store
    from techradar.editing.changes import LOCK_SECONDS

    if dry_run:
        change = make(*common.sound(data))
        _told(change, tell)
        for edit in change.edits:
            common.product(edit.diff())
        if change.edits:
            common.talk(text("edit.nothing-written", talk_language()))
        return
    folder = store.find_folder(data or common.Chosen.data)
    # What is read, checked and written is one step, so that of two people who save at once both are kept.
    with files.lock(folder, LOCK_SECONDS):
        change = make(*common.sound(data, locked=True))
        for edit in change.edits:
            files.unchanged(edit.path, edit.old)
        moved = next(((edit.path, edit.moved) for edit in change.edits if edit.moved is not None), None)
        files.write_all({edit.path: edit.new for edit in change.edits}, moved=moved)
        sweep(folder, [edit.place for edit in change.edits])
    _told(change, tell)
    for edit in change.edits:
        common.product(edit.place.as_posix())
    if change.edits:
        tell_next(folder, steps(change))


def _told(change: C, tell: Callable[[C], None]) -> None:
    common.tell(change.warnings)
    tell(change)


def sweep(folder: Path, written: Sequence[Path]) -> None:
    """After a change, while the lock on a radar's folder is held: delete what stopped commands left, and say so."""
    from techradar import files
    from techradar.store import TECHNOLOGIES

    gone = files.sweep((folder, folder / TECHNOLOGIES), written[0]) if written else []
    if gone:
        common.talk(text("change.swept", talk_language(), n=len(gone)))


def say_all(change: Change) -> None:
    """Say what a change says of itself, a line each."""
    for said in change.said:
        common.talk(said.to(talk_language()))


def tell_next(folder: Path, steps: Sequence[Step]) -> None:
    """Name the commands that may come next."""
    every = [(next_steps.command(words, folder), key) for words, key in steps]
    common.talk(f"\n{next_steps.shown(every)}")


def look_at(configuration: Configuration, technology: str, edition: str) -> list[Step]:
    """How a technology is looked at on an edition, which need not be named where it is the one that is shown."""
    named = () if edition == configuration.default_edition.id else ("--edition", edition)
    return [(("show", technology, *named), "change.next.show"), (("render", *named), "cli.next.render")]


def edition_of(configuration: Configuration, word: str | None) -> Edition:
    """The edition that `--edition` means, without it the last that is no draft; how to make one where there is none."""
    import re

    from techradar.model.configuration import references
    from techradar.model.values import EDITION_ID_PATTERN, folded

    is_new = word is not None and folded(word) not in references(configuration.editions)
    if word is not None and is_new and re.fullmatch(EDITION_ID_PATTERN, word):
        known = tuple(edition.id for edition in configuration.editions)
        hint = phrase("model.unknown-edition.hint", edition=word, options=known)
        common.refuse("unknown-edition", phrase("model.unknown-edition", value=word), hint)
    return common.edition_of(configuration, word)


@contextmanager
def keeping(given: Mapping[str, Any]) -> Iterator[None]:
    """Where Ctrl-C ends the questions: say that nothing is written, and show what was typed, to be used again."""
    from techradar.yamlwrite import dump

    try:
        yield
    except KeyboardInterrupt:
        common.talk("")
        common.talk(text("edit.nothing-written", talk_language()))
        if given:
            common.talk(text("edit.so-far", talk_language()))
            common.talk(dump(given).rstrip("\n"))
        raise


def refuse_without(*, yes: bool) -> None:
    """End a command whose question was answered with no."""
    if not yes:
        common.talk(text("edit.nothing-written", talk_language()))
        raise typer.Exit(Exit.PROBLEMS)
