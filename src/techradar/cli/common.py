"""What the commands share: options, loading a radar, telling problems, finding what a reference means."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn, TextIO, TypeVar

import typer

from techradar.cli.mistakes import Mistakes
from techradar.cli.words import say
from techradar.language import Phrase, phrase, talk_language, text
from techradar.problems import Exit, Problem, Severity, TechradarError, exit_code, problem

if TYPE_CHECKING:
    from techradar.history import Snapshot
    from techradar.model import Area, Configuration, Edition, Radar, Technology
    from techradar.model.configuration import Named
    from techradar.store import Loaded

Data = Annotated[
    Path | None,
    typer.Option("--data", metavar=say("cli.metavar.folder"), help=say("cli.option.data"), show_default=False),
]


F = TypeVar("F", bound=Callable[..., None])
_TRIES = 3  # how often a radar is read again that changed meanwhile


class Chosen:
    """The options that are taken before the command as well as after it; and what cannot be an option's value."""

    data: Path | None = None
    mistakes: tuple[Problem, ...] = ()


def tells_all(command: F) -> F:
    """Mark a command that tells what cannot be an option's value with its other mistakes, by `mistakes`."""
    command.tells_all = True  # type: ignore[attr-defined]
    return command


def mistakes() -> Mistakes:
    """The mistakes of this call, beginning with what cannot be an option's value."""
    return Mistakes(Chosen.mistakes)


def today() -> date:
    """The day, read at one place so that tests can set it (`TECHRADAR_TODAY`, year-month-day)."""
    said = os.environ.get("TECHRADAR_TODAY")
    if not said:
        return date.today()
    try:
        return date.fromisoformat(said)
    except ValueError:
        message, hint = phrase("model.not-a-date", value=said), phrase("model.not-a-date.hint")
        raise TechradarError(problem("not-a-date", "TECHRADAR_TODAY", message, hint), exit_code=Exit.USAGE) from None


def is_folder_named() -> bool:
    """Whether a folder is named before the command or by TECHRADAR_DATA."""
    return Chosen.data is not None or bool(os.environ.get("TECHRADAR_DATA"))


def read(folder: Path, *, locked: bool = False) -> Loaded:
    """Read a radar's folder as it is before or after another command's change, not in the middle of one.

    `locked` says that the folder's lock is held, so that there can be none. Raises what `store.load` raises.
    """
    from techradar import files, store

    for _ in range(_TRIES if not locked else 0):
        files.wait_for_writers(folder)
        before = _stamp(folder)
        loaded = store.load(folder, today())
        if before == _stamp(folder):
            return loaded
    return store.load(folder, today())


def _stamp(folder: Path) -> list[int]:
    """When something was put into or taken out of a radar's folders; a file that is replaced is put there."""
    from techradar.store import TECHNOLOGIES

    found = []
    for path in (folder, folder / TECHNOLOGIES):
        with suppress(OSError):  # who reads it tells what is wrong with it
            found.append(path.stat().st_mtime_ns)
    return found


def load(data: Path | None, *, locked: bool = False) -> Loaded:
    """Read the radar's folder: the one named after the command, before it, in TECHRADAR_DATA, or the nearest."""
    from techradar import store

    wrong = mistakes()
    folder = wrong.of(store.find_folder, data or Chosen.data)
    loaded = wrong.of(read, folder, locked=locked) if folder is not None else None
    if loaded is None:
        wrong.refuse()
        raise AssertionError("a radar that cannot be read has a reason")
    return loaded


def look(data: Path | None) -> tuple[Loaded, Radar]:
    """For commands that look: the radar of what has no errors, whose problems go to stderr.

    Where radar.yaml itself has errors there is nothing to show: TechradarError.
    """
    loaded = load(data)
    errors = [p for p in loaded.problems if p.severity is Severity.ERROR]
    if loaded.radar is None:
        _refuse_for(errors)
    tell(errors)
    return loaded, loaded.radar


def sound(data: Path | None, *, locked: bool = False) -> tuple[Loaded, Radar]:
    """For commands that write: a radar without errors, else TechradarError with all of them.

    `locked` says that the lock on its folder is held.
    """
    loaded = load(data, locked=locked)
    if loaded.radar is None or not loaded.sound:
        _refuse_for([p for p in loaded.problems if p.severity is Severity.ERROR])
    return loaded, loaded.radar


def _refuse_for(errors: Sequence[Problem]) -> NoReturn:
    """End a command over the radar's errors, which are told after what is wrong with its own options."""
    wrong = mistakes()
    wrong.add(*errors, exit_code=exit_code(errors))
    wrong.refuse()
    raise AssertionError("a radar that cannot be used has errors")


def finish(loaded: Loaded) -> None:
    """End a command that looks: with exit code 1 where the radar has errors, 3 where a file cannot be read."""
    if not loaded.sound:
        raise typer.Exit(exit_code(loaded.problems))


_COLORS = {Severity.ERROR: 31, Severity.WARNING: 33, Severity.NOTE: 36}


def tell(problems: Sequence[Problem]) -> None:
    """Problems as text to stderr; the word of severity is coloured on a terminal."""
    if problems:
        talk(problems_as_text(problems, color=colorful(sys.stderr)))


def problems_as_text(problems: Sequence[Problem], *, color: bool) -> str:
    """Problems as text in the language that the tool talks in."""
    if not problems:
        return ""
    from techradar.problems.formats import as_texts

    if not color:
        return as_texts(problems, talk_language())
    return "\n".join(_colored(each, as_texts([each], talk_language())) for each in problems)


def _colored(problem: Problem, words: str) -> str:
    """A problem's text with the word of its severity in colour, which stands after the place."""
    word = text(f"problems.{problem.severity.value}", talk_language())
    where = words.index(f": {word}: ", len(problem.path)) + 2
    return f"{words[:where]}\x1b[1;{_COLORS[problem.severity]}m{word}\x1b[0m{words[where + len(word) :]}"


def colorful(stream: TextIO) -> bool:
    """Whether a stream takes colour: a terminal does, unless NO_COLOR or TERM says otherwise."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def talk(words: str) -> None:
    """A line of talk: to stderr, since stdout is for the product."""
    print(words, file=sys.stderr)


# What a terminal shows that knows few letters, in place of lines and marks.
_PLAIN = str.maketrans("─│└║●○×█→…", "-|+#*ox#>.")


def product(words: str) -> None:
    """The product of a command: to stdout, ending with one newline."""
    try:
        words.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        words = words.translate(_PLAIN)
    sys.stdout.write(words if words.endswith("\n") else words + "\n")


def refuse(code: str, message: Phrase, hint: Phrase | None = None, *, exit_code: Exit = Exit.USAGE) -> NoReturn:
    """End a command over one of its arguments; wrong usage unless said otherwise."""
    raise TechradarError(problem(code, "techradar", message, hint), exit_code=exit_code)


class Paper(NamedTuple):
    """What stdout takes: how many columns wide (and whether that is an end), and whether in colour."""

    width: int
    ends: bool
    color: bool


def paper() -> Paper:
    """A terminal's width, and colour there unless NO_COLOR says otherwise; elsewhere no end and no colour."""
    if not sys.stdout.isatty():
        return Paper(100_000, ends=False, color=False)
    return Paper(max(40, shutil.get_terminal_size().columns), ends=True, color=colorful(sys.stdout))


def reference_ids(kind: str, words: Iterable[str] | None, parts: Iterable[Named]) -> tuple[str, ...]:
    """The ids that an option's values mean; wrong usage with the nearest name where one means nothing."""
    named, wrong = list(parts), Mistakes()
    ids = [wrong.of(reference_id, kind, word, named) for word in words or ()]
    wrong.refuse()
    return tuple(id for id in ids if id is not None)


def reference_id(kind: str, word: str | None, parts: Iterable[Named]) -> str | None:
    """The id that an option's value means; wrong usage with the nearest name where there is none."""
    from techradar.model.configuration import references
    from techradar.model.values import did_you_mean, folded

    if word is None:
        return None
    named = list(parts)
    found = references(named).get(folded(word))
    if found is None:
        hint = did_you_mean(word, [part.name for part in named])
        refuse(f"unknown-{kind}", phrase(f"model.unknown-{kind}", value=word), hint)
    return found


def technology_of(radar: Radar, word: str | None, unread: Collection[str] = ()) -> Technology:
    """The technology that an id, a name or another name means; wrong usage with the nearest name where none does.

    Exit code 1 where it is among the `unread` ids, whose files have errors. That no word was given (None) is
    told already: TechradarError without a problem.
    """
    from techradar.model import meanings
    from techradar.model.values import folded

    if word is None:
        raise TechradarError(exit_code=Exit.USAGE)
    found = meanings(radar.technologies).get(folded(word))
    if found is None:
        if word and word in unread:  # the empty id is radar.yaml
            refuse("has-errors", phrase("cli.has-errors", id=word), exit_code=Exit.PROBLEMS)
        near = _near(radar, word)
        quoted = ", ".join(f'"{id}"' for id in near)
        hint = phrase("cli.see-list.near", near=quoted) if near else phrase("cli.see-list")
        refuse("unknown-technology", phrase("rules.unknown-technology", value=word), hint)
    return radar.by_id[found]


def _near(radar: Radar, word: str) -> list[str]:
    """The ids of technologies that a word may mean: at most five that have it in a name, else the most like it."""
    import difflib

    from techradar.model.values import folded

    names = [(folded(name), each.id) for each in radar.technologies for name in (each.id, each.name, *each.aliases)]
    if len(folded(word)) > 1:
        within = sorted(
            (name for name in names if folded(word) in name[0]), key=lambda n: not n[0].startswith(folded(word))
        )
        if within:
            return list(dict.fromkeys(id for _, id in within))[:5]
    near = difflib.get_close_matches(folded(word), [name for name, _ in names], n=1, cutoff=0.5)
    return [next(id for name, id in names if name == near[0])] if near else []


def edition_of(configuration: Configuration, word: str | None) -> Edition:
    """The edition that `--edition` means; without it the last that is no draft."""
    id = reference_id("edition", word, configuration.editions)
    return next((e for e in configuration.editions if e.id == id), configuration.default_edition)


def area_of(configuration: Configuration, word: str | None) -> Area | None:
    """The area that `--area` means."""
    if word is not None and not configuration.areas:
        refuse("unknown-area", phrase("model.unknown-area", value=word), phrase("model.no-areas.hint"))
    id = reference_id("area", word, configuration.areas)
    return next((area for area in configuration.areas if area.id == id), None)


def snapshot_of(radar: Radar, edition: str | None, area: str | None) -> Snapshot:
    """The radar as of the edition and for the area that the options mean."""
    from techradar.history import snapshot

    wrong = Mistakes()
    chosen = wrong.of(edition_of, radar.configuration, edition)
    of_area = wrong.of(area_of, radar.configuration, area)
    return snapshot(radar, wrong.without(chosen), of_area)
