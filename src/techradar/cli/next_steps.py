"""What a user may do next: commands that work as they stand, each with what it does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from techradar.language import talk_language, text
from techradar.problems import TechradarError

Step = tuple[tuple[str, ...], str]  # a command's words without the program's name, and the key of what it does


def shown(commands: Iterable[tuple[str, str]]) -> str:
    """Whole commands, each with the key of what it does, below each other under a heading."""
    every = list(commands)
    wide = max(len(command) for command, _ in every)
    language = talk_language()
    lines = [f"  {command:{wide}}  {text(key, language)}" for command, key in every]
    return "\n".join([text("cli.status.next", language), *lines])


def command(words: Iterable[str], folder: Path) -> str:
    """A command on a radar, with --data where its folder would not be found without."""
    data = () if _is_found(folder) else ("--data", str(folder))
    return " ".join(map(quoted, ("techradar", *words, *data)))


def quoted(words: str) -> str:
    """Words for the command line: in quotation marks where they hold a blank."""
    return f'"{words}"' if " " in words else words


def _is_found(folder: Path) -> bool:
    from techradar.store import find_folder

    try:
        return find_folder(None).resolve() == folder.resolve()
    except TechradarError:
        return False
