"""A change to a radar's files, tried out on the whole radar before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from techradar import files
from techradar.language import Phrase
from techradar.model import Radar, Technology, read_configuration, read_technology
from techradar.problems import Problem, Severity, TechradarError, has_errors, in_order
from techradar.rules import Read, check
from techradar.store import CONFIGURATION_FILE, Loaded, technology_path
from techradar.yamledit import unified_diff
from techradar.yamltree import Tree, read


class Edit(NamedTuple):
    """One file before and after; `moved` is where it goes, where it does not stay."""

    path: Path
    old: bytes
    new: bytes
    moved: Path | None = None

    @property
    def place(self) -> Path:
        """Where the file lies afterwards."""
        return self.moved or self.path

    def diff(self) -> str:
        """The change as a unified diff; a file that moves is named before it."""
        paths = (self.path.as_posix(), self.place.as_posix())
        moves = f"rename from {paths[0]}\nrename to {paths[1]}\n" if self.moved is not None else ""
        return moves + unified_diff(self.old.decode(), self.new.decode(), *paths)


class Change(NamedTuple):
    """What a command makes of a radar's files: what is written, in this order, and what is worth saying of it.

    No edits: the files say so already. `id` is that of the technology afterwards, or of the edition.
    """

    radar: Radar
    id: str
    edits: tuple[Edit, ...]
    said: tuple[Phrase, ...]
    warnings: tuple[Problem, ...] = ()


class Trial(NamedTuple):
    """A radar with files changed: as it would be, none where it could not be read, and the problems there would be."""

    radar: Radar | None
    problems: tuple[Problem, ...]

    def refuse_errors(self) -> Radar:
        """The radar; raises TechradarError (exit 1) with every error where there is one."""
        errors = [p for p in self.problems if p.severity is Severity.ERROR]
        if errors or self.radar is None:
            raise TechradarError(*errors)
        return self.radar


def path_of(loaded: Loaded, id: str) -> Path:
    """Where the file of an id lies; the empty id is radar.yaml."""
    return technology_path(loaded.folder, id) if id else loaded.folder / CONFIGURATION_FILE


def bytes_of(loaded: Loaded, id: str) -> bytes:
    """The bytes of a file as it was when the radar was loaded.

    Raises TechradarError (exit 3): changed-on-disk, where it has changed since, and what `read_bytes` raises.
    """
    path = path_of(loaded, id)
    data = files.read_bytes(path)
    if read(data, path.as_posix()).text != loaded.trees[id].text:
        raise files.changed_on_disk(path)
    return data


def tried(loaded: Loaded, changed: Mapping[str, bytes | None], today: date) -> Trial:
    """The sound radar `loaded`, read anew with other bytes for some of its files.

    `changed` names technologies by id and radar.yaml by the empty id; none stands for a file that is gone.
    """
    assert loaded.radar is not None, "only a sound radar is changed"
    trees = {id: tree for id, tree in loaded.trees.items() if id not in changed}
    new = {id: read(data, path_of(loaded, id).as_posix()) for id, data in changed.items() if data is not None}
    trees |= new
    problems = [p for tree in new.values() for p in tree.problems]
    if has_errors(problems):
        return Trial(None, tuple(in_order(problems)))
    configuration, references, found = read_configuration(trees[""])
    problems += found
    if configuration is None:
        return Trial(None, tuple(in_order(problems)))
    # What refers to the configuration is read again where that changes.
    known = {} if "" in changed else loaded.radar.by_id
    technologies: list[tuple[Technology, Tree]] = []
    for id in sorted(id for id in trees if id):
        technology = None if id in new else known.get(id)
        if technology is None:
            technology, found = read_technology(trees[id], id, references)
            problems += found
        if technology is not None:
            technologies.append((technology, trees[id]))
    if has_errors(problems):
        return Trial(None, tuple(in_order(problems)))
    problems += check(Read(configuration, trees[""], tuple(technologies), today))
    return Trial(Radar(configuration, tuple(technology for technology, _ in technologies)), tuple(in_order(problems)))


def new_warnings(loaded: Loaded, trial: Trial) -> list[Problem]:
    """The warnings that a change brings."""
    known = {(p.path, p.code, p.message) for p in loaded.problems}
    warnings = (p for p in trial.problems if p.severity is Severity.WARNING)
    return [p for p in warnings if (p.path, p.code, p.message) not in known]
