"""Another name or id for a technology, with all that names it; the old ones become aliases and still lead there.

A rename is up to three steps, each of them whole or not done: the technology's own file is written with the new name
and the old id and name among its aliases, then it moves to its new place, then radar.yaml names the new id. Between
any two of them the radar is sound and both ids lead to the technology, for what an output highlights may be an alias.
So a stop in between loses nothing, and the same command again does the rest.
"""

from __future__ import annotations

from datetime import date

from techradar.editing.changes import is_free, technology_named
from techradar.editing.fields import KEY_ORDER
from techradar.editing.trying import Change, Edit, bytes_of, new_warnings, path_of, tried
from techradar.language import Phrase, phrase
from techradar.language.writing import slug
from techradar.model import Radar, Technology
from techradar.model.values import folded
from techradar.problems import Exit, Problem, TechradarError, problem
from techradar.store import Loaded
from techradar.yamledit import edit_bytes, remove, set_node, set_value


def renamed(loaded: Loaded, technology: Technology, name: str, id: str, today: date) -> Change:
    """What gives a technology of the sound radar `loaded` another name or id; each may be the one that it has.

    Raises TechradarError (exit 2) where another technology has the name or id, or has it as an alias.
    """
    assert loaded.radar is not None
    if wrong := _taken(loaded, loaded.radar, technology, name, id):
        raise TechradarError(*wrong, exit_code=Exit.USAGE)
    path = path_of(loaded, technology.id)
    data = bytes_of(loaded, technology.id)
    aliases = _aliases(technology, name, id)

    def change(text: str) -> str:
        if name != technology.name:
            text = set_value(text, ("name",), name, order=KEY_ORDER, path=path.as_posix())
        if aliases != list(technology.aliases):
            text = _with_aliases(text, aliases, path.as_posix())
        return text

    own = edit_bytes(data, path.as_posix(), change)
    configuration = bytes_of(loaded, "")
    named = _with_highlights(loaded, loaded.radar, technology, id, configuration)
    moves = id != technology.id
    changed: dict[str, bytes | None] = {technology.id: None} if moves else {}
    trial = tried(loaded, {**changed, id: own, **({"": named} if named != configuration else {})}, today)
    radar = trial.refuse_errors()
    edits = [Edit(path, data, own, path_of(loaded, id) if moves else None)] if moves or own != data else []
    if named != configuration:
        edits.append(Edit(path_of(loaded, ""), configuration, named))
    said = _said(technology, name, id, edits) or [phrase("change.named-so-already", name=name)]
    return Change(radar, id, tuple(edits), tuple(said), tuple(new_warnings(loaded, trial)))


def _taken(loaded: Loaded, radar: Radar, technology: Technology, name: str, id: str) -> list[Problem]:
    """Why another technology, or a file in the way, does not let this one have the name or id."""
    there = technology_named(radar, name)
    found = []
    if there is not None and there.id != technology.id:
        message, hint = phrase("edit.name-exists", name=there.name, id=there.id), phrase("change.name-exists.hint")
        found.append(problem("name-exists", "techradar rename", message, hint))
    if id != technology.id and not is_free(loaded.folder, radar, id):
        hint = phrase("change.id-exists.hint")
        found.append(problem("id-exists", "techradar rename", phrase("edit.id-exists", id=id), hint))
    for other in radar.technologies:
        words = {folded(alias) for alias in other.aliases} & {folded(name), folded(id)}
        if other.id != technology.id and words:
            word = next(alias for alias in other.aliases if folded(alias) in words)
            message = phrase("change.alias-exists", word=word, name=other.name, id=other.id)
            hint = phrase("change.alias-exists.hint", path=path_of(loaded, other.id).as_posix())
            found.append(problem("alias-exists", "techradar rename", message, hint))
    return found


def _aliases(technology: Technology, name: str, id: str) -> list[str]:
    """The aliases afterwards: those there were and the old id and name, without what is the name or id now."""
    kept = [alias for alias in technology.aliases if folded(alias) != folded(name) and alias != id]
    for old in (technology.name, technology.id):
        if old != id and folded(old) not in map(folded, (name, *kept)):
            kept.append(old)
    return kept


def _with_aliases(text: str, aliases: list[str], path: str) -> str:
    if not aliases:
        return remove(text, ("aliases",), path=path)
    return set_node(text, ("aliases",), aliases, order=KEY_ORDER, path=path)


def _with_highlights(loaded: Loaded, radar: Radar, technology: Technology, id: str, data: bytes) -> bytes:
    """radar.yaml whose outputs highlight the technology by its new id, also where they name an alias of it."""
    tree = loaded.trees[""]
    meant = {folded(word) for word in (technology.id, technology.name, *technology.aliases)} - {folded(id)}
    others = {folded(word) for t in radar.technologies if t.id != technology.id for word in (t.id, t.name)}

    def change(text: str) -> str:
        for number, output in enumerate(tree.plain().get("outputs") or ()):
            loc = ("outputs", number, "highlight")
            said = output.get("highlight")
            words = {(*loc, at): word for at, word in enumerate(said)} if isinstance(said, list) else {loc: said}
            for place, word in words.items():
                if isinstance(word, str) and folded(word) in meant - others:
                    text = set_value(text, place, id, path=tree.path)
        return text

    return edit_bytes(data, tree.path, change)


def _said(technology: Technology, name: str, id: str, edits: list[Edit]) -> list[Phrase]:
    said = []
    if name != technology.name:
        said.append(phrase("change.renamed", old=technology.name, new=name))
        if slug(name) == name and slug(technology.name) != technology.name:
            said.append(phrase("change.only-the-id", id=id, old=technology.name))
    if id != technology.id:
        said.append(phrase("change.moved", old=technology.id, new=id))
    if said:
        said.append(phrase("change.old-name-leads-there"))
    if any(edit.path.name == "radar.yaml" for edit in edits):
        said.append(phrase("change.highlights-follow"))
    return said
