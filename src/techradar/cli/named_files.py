"""Which files of which radars the paths on a command line mean."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from techradar import store
from techradar.cli import common
from techradar.language import phrase
from techradar.problems import Problem, TechradarError, problem


def wanted_files(paths: Sequence[Path], data: Path | None) -> tuple[dict[Path, set[Path]], list[Problem]]:
    """Each radar's folder with the files and folders of it that are asked for (none: all of it).

    Paths may lie in several radars. With them comes what is wrong with paths that lie in none.
    """
    wanted: dict[Path, set[Path]] = {}
    problems: list[Problem] = []
    for path in paths or (None,):
        try:
            folder, part = _meant(path, data)
        except TechradarError as error:
            problems += error.problems
            continue
        if part is None:
            wanted[folder] = set()
        elif wanted.get(folder, {part}):
            wanted.setdefault(folder, set()).add(part)
    return wanted, problems


def _meant(path: Path | None, data: Path | None) -> tuple[Path, Path | None]:
    """The radar's folder that a path is or lies in, and which part of it is meant; none for the whole.

    Raises TechradarError where there is no such path, or where it is no part of a radar.
    """
    named = data is not None or common.is_folder_named()
    if path is None:
        return store.find_folder(data or common.Chosen.data), None
    shown = path.as_posix()
    if not os.path.lexists(path):
        raise TechradarError(problem("no-such-file", shown, phrase("cli.no-such-path", path=shown)))
    folder = store.find_folder(data or common.Chosen.data) if named else _nearest(path)
    if folder is not None:
        if folder.resolve() in {path.resolve(), (path / store.DATA_FOLDER).resolve()}:
            return folder, None
        if _is_part(path, folder):
            return folder, path.parent.resolve() / path.name
    raise TechradarError(problem("not-in-radar", shown, phrase("cli.not-in-radar"), phrase("cli.not-in-radar.hint")))


def _nearest(path: Path) -> Path | None:
    """The folder with a radar.yaml that a path is, lies in or holds."""
    here = path if path.is_dir() else path.parent
    near = (here, Path(os.path.normpath(here / "..")), here / store.DATA_FOLDER)
    return next((folder for folder in near if (folder / store.CONFIGURATION_FILE).is_file()), None)


def _is_part(path: Path, folder: Path) -> bool:
    """Whether a path is radar.yaml, the folder of technologies, or lies in that."""
    # The path itself is not resolved: a link that leads outside is a part, and a problem of its own.
    whole = path.parent.resolve() / path.name
    technologies = folder.resolve() / store.TECHNOLOGIES
    return whole in {folder.resolve() / store.CONFIGURATION_FILE, technologies} or whole.parent == technologies
