"""A change to one technology's file: the new text, tried out on the whole radar before anything is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from techradar.editing.assessing import Content, Statement, lost_parts, restated
from techradar.editing.fields import KEY_ORDER
from techradar.editing.trying import Edit, new_warnings, tried
from techradar.history import MissingFigure, Place, course
from techradar.language import Phrase, phrase
from techradar.language.writing import ID_LENGTH, slug
from techradar.model import Area, Configuration, Radar, Ring, Technology
from techradar.model.values import folded
from techradar.problems import Exit, Problem, TechradarError, has_errors, problem
from techradar.store import Loaded, technology_path
from techradar.yamledit import EditRefused, append_item, edit_bytes, set_node
from techradar.yamlnodes import Mapping as MappingNode
from techradar.yamlnodes import Sequence as SequenceNode
from techradar.yamltree import parse, read
from techradar.yamlwrite import Manner, dump, flow_text, item_lines

LOCK_SECONDS = 60.0  # fifty people may save at once, each waits for those before
SCHEMA_FILE = ".schema/technology.schema.json"
SCHEMA_LINE = "# yaml-language-server: $schema=../{file}\n"
_REST_OF_LINE = re.compile(r"[ \t]*(#[^\r\n]*)?(?=[\r\n]|\Z)")


# A new technology ------------------------------------------------------------------------------------------------


def technology_named(radar: Radar, name: str) -> Technology | None:
    """The technology that has a name, upper and lower case aside."""
    return next((t for t in radar.technologies if folded(t.name) == folded(name)), None)


def free_id(folder: Path, radar: Radar, name: str) -> str:
    """An id for a new technology: the slug of its name, a taken one with -2, -3 …; empty where there is no slug."""
    base = slug(name)
    id, n = base, 1
    while id and not is_free(folder, radar, id):
        n += 1
        id = f"{base[: ID_LENGTH - len(str(n)) - 1].rstrip('-')}-{n}"
    return id


def is_free(folder: Path, radar: Radar, id: str) -> bool:
    """Whether no technology has an id and no file lies where its file would."""
    path = technology_path(folder, id)
    return id not in radar.by_id and not path.exists() and not path.is_symlink()


def new_text(folder: Path, fields: Mapping[str, Any]) -> str:
    """The file of a new technology; it names the schema for editors where the radar's folder has one."""
    schema = SCHEMA_LINE.format(file=SCHEMA_FILE) if (folder / SCHEMA_FILE).is_file() else ""
    return schema + dump(fields, KEY_ORDER)


# A new assessment, or a change of one ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reassessed:
    """A technology's file before and after a statement, with where it stands and what is worth saying of it."""

    path: Path
    old: bytes
    new: bytes
    technology: Technology
    area: Area | None
    before: Place
    after: Place
    configuration: Configuration
    edition: str
    returns: bool
    remarks: tuple[Phrase, ...]
    warnings: tuple[Problem, ...]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What is to be written; nothing where the file says so already."""
        return (Edit(self.path, self.old, self.new),) if self.old != self.new else ()


def reassessed(loaded: Loaded, id: str, data: bytes, said: Statement, today: date) -> Reassessed:
    """What `said` makes of the file of technology `id`, whose bytes are `data`, in the sound radar `loaded`.

    Everything outside the assessment keeps every byte. Raises TechradarError with the problems (exit 1) where the
    radar would have errors, and EditRefused where the file cannot be changed without disturbing more of it.
    """
    assert loaded.radar is not None
    configuration = loaded.radar.configuration
    path = technology_path(loaded.folder, id)
    tree = read(data, path.as_posix())
    before = loaded.radar.by_id[id]
    record = before.by_edition.get(said.edition)
    index = index_of(configuration, before, said.edition)
    old: Content = tree.plain()["assessments"][index] if record is not None else {}
    content = restated(old, record, said, configuration)
    data_after = with_assessment(data, path, index, old, content)
    trial = tried(loaded, {id: data_after}, today)
    remarks = []
    if record is not None and record.retired and record.reason:
        remarks.append(phrase("edit.no-longer-retired", reason=record.reason))
    if lost := [phrase(f"edit.part.{part}") for part in lost_parts(old, content)]:
        remarks.append(phrase("edit.replaced", parts=lost))
    tried_technology = trial.radar.by_id[id] if trial.radar is not None else None
    if rings := _parted_rings(configuration, tried_technology, said):
        stated, placed = rings
        remarks.append(phrase("edit.ring-follows", old=stated.name, new=placed.name))
        content = restated(old, record, replace(said, ring=placed.id), configuration)
        data_after = with_assessment(data, path, index, old, content)
        trial = tried(loaded, {id: data_after}, today)
    after = trial.refuse_errors().by_id[id]
    return Reassessed(
        path=path,
        old=data,
        new=data_after,
        technology=after,
        area=next((area for area in configuration.areas if area.id == said.area), None),
        before=place_on(configuration, before, said.edition, said.area),
        after=place_on(configuration, after, said.edition, said.area),
        configuration=configuration,
        edition=said.edition,
        returns=is_off(configuration, before, said.edition),
        remarks=tuple(remarks),
        warnings=tuple(new_warnings(loaded, trial)),
    )


def place_on(configuration: Configuration, technology: Technology, edition: str, area: str | None = None) -> Place:
    """Where a technology stands on an edition, overall or for an area."""
    at = [e.id for e in configuration.editions].index(edition)
    found: Area | None = next((a for a in configuration.areas if a.id == area), None)
    return course(configuration, technology, found)[at]


def is_off(configuration: Configuration, technology: Technology, edition: str) -> bool:
    """Whether a technology was taken off the radar in an edition, or before it and not brought back."""
    order = [e.id for e in configuration.editions]
    heard = [a for a in technology.assessments if order.index(a.edition) <= order.index(edition)]
    return bool(heard) and heard[-1].retired


def _parted_rings(
    configuration: Configuration, technology: Technology | None, said: Statement
) -> tuple[Ring, Ring] | None:
    """The ring that stands in the file and the one that new figures give, where they have parted.

    A ring that was stated together with them must agree instead: TechradarError.
    """
    record = technology.by_edition.get(said.edition) if technology is not None else None
    part = record if said.area is None or record is None else record.areas.get(said.area)
    if technology is None or part is None or part.ring is None or not part.has_figures:
        return None
    try:
        place = place_on(configuration, technology, said.edition, said.area)
    except MissingFigure:  # told by the trial
        return None
    if place.score is None or place.ring is None or place.ring.id == part.ring:
        return None
    stated = next(ring for ring in configuration.rings if ring.id == part.ring)
    if said.ring is not None:
        message = phrase("edit.ring-disagrees", ring=stated.name, placed=place.ring.name, score=place.score)
        wrong = problem("ring-disagrees", "--ring", message, phrase("edit.ring-disagrees.hint"))
        raise TechradarError(wrong, exit_code=Exit.USAGE)
    return stated, place.ring


def index_of(configuration: Configuration, technology: Technology, edition: str) -> int:
    """The place of an edition's assessment in the file's list, or where it belongs."""
    order = [e.id for e in configuration.editions]
    return sum(order.index(a.edition) < order.index(edition) for a in technology.assessments)


def with_assessment(data: bytes, path: Path, index: int, old: Content, content: Content) -> bytes:
    """A file with `content` in the place of assessment number `index`, or as a new one where `old` is empty.

    Raises EditRefused.
    """
    if content == old:
        return data

    def change(text: str) -> str:
        if old:
            return set_node(text, ("assessments", index), content, order=KEY_ORDER, path=path.as_posix())
        return inserted(text, ("assessments",), index, content, path.as_posix())

    return edit_bytes(data, path.as_posix(), change)


def inserted(text: str, loc: tuple[str, ...], index: int, value: Content, path: str) -> str:
    """`text` with a new member before number `index` of the list at `loc`, everything else as it was.

    A comment before the first member stays before it. Raises EditRefused.
    """
    tree = parse(text, path)
    node = tree.node(loc)
    assert isinstance(node, SequenceNode)
    if index >= len(node.items):
        return append_item(text, loc, value, order=KEY_ORDER, path=path)
    if node.flow:
        start = node.items[index].start
        new = f"{text[:start]}{flow_text(value)}, {text[start:]}"
    elif index == 0:
        new = _before_the_first(text, node, value)
    else:
        # What ends with the member before reads by itself, so that it takes the new one as its last.
        rest = _REST_OF_LINE.match(text, node.items[index - 1].end)
        cut = rest.end() if rest is not None else node.items[index - 1].end
        new = append_item(text[:cut], loc, value, order=KEY_ORDER, path=path) + text[cut:]
    expected: Any = tree.plain()
    _at(expected, loc).insert(index, value)
    after = parse(new, path)
    if after.plain() != expected or has_errors(after.problems):
        hint = phrase("yaml.edit-refused.hint")
        raise EditRefused(tree.problem(loc, "edit-refused", phrase("yaml.edit-refused", place=".".join(loc)), hint))
    return new


def _before_the_first(text: str, node: SequenceNode, value: Content) -> str:
    first = node.items[0]
    gap = first.column - node.column - 1 if first.line == node.line else 1
    step = (
        next(
            (part.column - key.column for key, part in first.pairs if isinstance(part, MappingNode) and not part.flow),
            2,
        )
        if isinstance(first, MappingNode)
        else 2
    )
    lines = item_lines(value, node.column - 1, Manner("", step, step, max(gap, 1)), KEY_ORDER)
    found = re.search(r"\r\n|\n|\r", text)
    newline = found.group() if found else "\n"
    block = newline.join([*lines, ""])
    return f"{text[: node.start]}{block[node.column - 1 :]}{' ' * (node.column - 1)}{text[node.start :]}"


def _at(content: Any, loc: tuple[str, ...]) -> list[Any]:
    for part in loc:
        content = content[part]
    found: list[Any] = content
    return found
