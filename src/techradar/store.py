"""The radar folder: where it is, what lies in it, and how it becomes a radar."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from techradar import files, rules
from techradar.language import phrase
from techradar.language.writing import slug
from techradar.model import Configuration, Radar, Technology, read_configuration, read_technology
from techradar.problems import Exit, Problem, TechradarError, has_errors, in_order, problem
from techradar.yamltree import Tree, read

CONFIGURATION_FILE = "radar.yaml"
TECHNOLOGIES = "technologies"
DATA_FOLDER = "radar-data"
_TRIES = 5
_IGNORED = ("desktop.ini", "thumbs.db")
_CONFLICT = re.compile(r"\(.*\)|conflict|konflikt| - (kopi|copy)|^(kopi af|copy of) ", re.IGNORECASE)


class Loaded(NamedTuple):
    """A folder that was read: the radar of all files without errors, every problem, and the trees.

    `radar` is none where radar.yaml itself has errors. `trees` holds each technology's tree by its id, and that
    of radar.yaml under the empty id.
    """

    folder: Path
    radar: Radar | None
    problems: tuple[Problem, ...]
    trees: dict[str, Tree]

    @property
    def sound(self) -> bool:
        """Whether no problem is an error."""
        return not has_errors(self.problems)


def technology_path(folder: Path, id: str) -> Path:
    """Where the technology of an id lies in a radar's folder."""
    return folder / TECHNOLOGIES / f"{id}.yaml"


def find_folder(given: Path | None) -> Path:
    """The radar's folder: `given`, else TECHRADAR_DATA, else the nearest here or in a parent.

    Raises TechradarError (exit 3) where there is none.
    """
    chosen = given or (Path(os.environ["TECHRADAR_DATA"]) if os.environ.get("TECHRADAR_DATA") else None)
    if chosen is not None:
        return _checked(chosen)
    here = Path.cwd()
    for parent in (here, *here.parents):
        for folder in (parent / DATA_FOLDER, parent):
            if (folder / CONFIGURATION_FILE).is_file():
                return Path(os.path.relpath(folder, here))
    raise TechradarError(
        problem("no-radar", here.as_posix(), phrase("store.no-radar-near"), phrase("store.no-radar.hint")),
        exit_code=Exit.FILES,
    )


def _checked(folder: Path) -> Path:
    hint = phrase("store.no-radar.hint")
    shown = folder.as_posix()
    if not folder.exists():
        raise TechradarError(
            problem("no-folder", shown, phrase("store.no-folder", folder=shown), hint), exit_code=Exit.FILES
        )
    if not folder.is_dir():
        raise TechradarError(
            problem("no-folder", shown, phrase("store.not-a-folder", folder=shown), hint), exit_code=Exit.FILES
        )
    if not (folder / CONFIGURATION_FILE).exists() and (folder / DATA_FOLDER / CONFIGURATION_FILE).is_file():
        return folder / DATA_FOLDER
    return folder


def load(folder: Path, today: date) -> Loaded:
    """Read a radar's folder: every problem of every file at once, and the radar of what has no errors.

    Where a file is renamed while it is read, the folder is read again. Raises TechradarError (exit 3) where there is
    no radar.yaml or it cannot be read.
    """
    for _ in range(_TRIES):
        with suppress(_Moved):
            return _load(folder, today, again=True)
    return _load(folder, today, again=False)


class _Moved(Exception):
    """A technology's file was there when the folder was listed, and is not any more."""


def _load(folder: Path, today: date, *, again: bool) -> Loaded:
    path = folder / CONFIGURATION_FILE
    if not os.path.lexists(path):
        shown = folder.as_posix()
        raise TechradarError(
            problem("no-radar", shown, phrase("store.no-radar", folder=shown), phrase("store.no-radar.hint")),
            exit_code=Exit.FILES,
        )
    outside = _link_outside(folder, path)
    if outside is not None:
        raise TechradarError(outside, exit_code=Exit.FILES)
    tree = read(files.read_bytes(path), path.as_posix())
    problems = list(tree.problems)
    configuration, references, found = read_configuration(tree)
    problems += found if not tree.unread else []
    trees = {"": tree}
    complete = True
    technologies: list[tuple[Technology, Tree]] = []
    for entry, wrong in _technology_files(folder):
        if wrong is not None:
            problems.append(wrong)
            complete &= not has_errors([wrong])
            continue
        try:
            data = files.read_bytes(entry)
        except TechradarError as error:
            if again and not os.path.lexists(entry):
                raise _Moved from error
            problems += (_of_technology(each, entry) for each in error.problems)
            complete = False
            continue
        technology_tree = read(data, entry.as_posix())
        problems += technology_tree.problems
        if technology_tree.unread:
            complete = False
            continue
        technology, found = read_technology(technology_tree, entry.stem, references)
        problems += found
        trees[entry.stem] = technology_tree
        if technology is not None and not has_errors(technology_tree.problems):
            technologies.append((technology, technology_tree))
        else:
            complete = False
    radar = None
    if configuration is not None and not has_errors(tree.problems):
        across = list(rules.check(rules.Read(configuration, tree, tuple(technologies), today, complete)))
        problems += across
        radar = _radar(configuration, technologies, across)
    return Loaded(folder, radar, tuple(in_order(problems)), trees)


def _radar(configuration: Configuration, technologies: list[tuple[Technology, Tree]], across: list[Problem]) -> Radar:
    """The radar of what can be trusted: technologies whose file has no error across files."""
    mistaken = {p.path for p in across if has_errors([p])}
    sound = [technology for technology, tree in technologies if tree.path not in mistaken]
    return Radar(configuration, tuple(sorted(sound, key=lambda technology: technology.id)))


def _technology_files(folder: Path) -> Iterator[tuple[Path, Problem | None]]:
    """Each file in `technologies/` that may be one, with what is wrong with its name or place."""
    inside = folder / TECHNOLOGIES
    outside = _link_outside(folder, inside)
    if outside is not None:
        yield inside, outside
        return
    try:
        entries = list(inside.iterdir())
    except FileNotFoundError:
        return  # a radar before its first technology
    except NotADirectoryError:
        message = phrase("store.not-a-folder", folder=inside.as_posix())
        yield inside, problem("no-folder", inside.as_posix(), message, phrase("store.not-a-folder.hint"))
        return
    except OSError as error:
        message = phrase("files.unreadable", path=inside.as_posix(), reason=files.reason(error))
        yield inside, problem("unreadable", inside.as_posix(), message, phrase("files.unreadable.hint"))
        return
    stems: dict[str, str] = {}
    # Well named files come first, so that of two with one id the other one is told of.
    for entry in sorted(entries, key=lambda path: (not _is_well_named(path.name), path.name)):
        name = unicodedata.normalize("NFC", entry.name)
        if name.startswith((".", "~$")) or name.lower() in _IGNORED:
            continue
        yield entry, _link_outside(folder, entry) or _misnamed(entry, name, stems)
        if name.lower().endswith(".yaml"):
            stems.setdefault(Path(name).stem.casefold(), name)


def _of_technology(unread: Problem, entry: Path) -> Problem:
    """Why a file of a technology could not be read, with the way out that fits there."""
    if unread.code == "is-a-folder":
        return unread._replace(hint=phrase("store.folder-of-technology.hint"))
    if unread.code == "no-such-file" and entry.is_symlink():
        return unread._replace(message=phrase("store.broken-link"), hint=phrase("store.broken-link.hint"))
    return unread


def _is_well_named(name: str) -> bool:
    stem = name.removesuffix(".yaml")
    return stem != name and slug(stem) == stem != ""


def _misnamed(entry: Path, name: str, stems: dict[str, str]) -> Problem | None:
    if _is_well_named(name):
        return None
    shown = entry.as_posix()
    stem, _, suffix = name.lower().partition(".")
    rename = phrase("store.rename.hint", near=f"{slug(stem) or 'teknologi'}.yaml")
    if _CONFLICT.search(name) and ".y" in name.lower():
        message = phrase("store.conflict-copy", name=name)
        return problem("conflict-copy", shown, message, phrase("store.conflict-copy.hint"))
    if suffix in {"yml", "yaml.txt", "yml.txt"}:
        return problem("wrong-suffix", shown, phrase("store.wrong-suffix", name=name), rename)
    if not name.lower().endswith(".yaml"):
        return problem("other-file", shown, phrase("store.other-file", name=name))
    other = stems.get(Path(name).stem.casefold())
    if other is not None:
        message = phrase("store.same-id", name=name, other=other)
        return problem("same-id", shown, message, phrase("store.same-id.hint"))
    return problem("bad-file-name", shown, phrase("store.bad-file-name", name=name), rename)


def _link_outside(folder: Path, path: Path) -> Problem | None:
    if not path.is_symlink():
        return None
    try:
        if path.resolve().is_relative_to(folder.resolve()):
            return None
    except (OSError, RuntimeError):
        return None  # a link that leads back to itself leads nowhere: who reads it says why it cannot be read
    shown = path.as_posix()
    return problem("link-outside", shown, phrase("store.link-outside"), phrase("store.link-outside.hint"))
