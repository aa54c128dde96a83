"""What the tab key offers: ids from the radar's files, by their names.

Each press of the key runs the program, so the files are only scanned, without the model; whatever goes wrong,
nothing is offered and nothing is said.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import typer

Offer = tuple[str, str]  # what is put on the command line, and what the shell shows beside it
Offers = Callable[[Path], Iterable[Offer]]

# The keys of `publish.rows`, which completion must not load; a test holds them together.
COLUMNS = (
    "id", "name", "sector", "ring", "maturity", "adoption", "score", "movement", "basis", "edition", "number", "from",
    "gap", "maturity_level", "maturity_edition", "adoption_level", "adoption_edition", "n", "own", "source", "reason",
    "summary", "owner", "review_by", "tags", "aliases", "due", "due_what",
)  # fmt: skip

MOVEMENTS = ("new", "in", "out", "same", "retired", "returned")
BASES = ("judgement", "derived", "published", "measured")
STAGES = ("preparing", "pilot", "operation", "stopped")

_NAME = re.compile(r"^name:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_WHOSE = re.compile(r"^[ \t-]+(?:municipality|organisation):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_TAGS = re.compile(r"^tags:[ \t]*(?:\[([^\]]*)\]|((?:\n[ \t]*-[^\n]*)+))", re.MULTILINE)


def _offering(offers: Offers) -> Callable[[typer.Context, str], list[Offer]]:
    """A completion for Typer from a function that reads a radar's folder."""

    @functools.wraps(offers)
    def complete(ctx: typer.Context, incomplete: str) -> list[Offer]:
        try:
            return [offer for offer in offers(_folder(ctx)) if offer[0].startswith(incomplete)]
        except Exception:
            return []

    # Typer finds out by their names and types which parameters a completion takes.
    del complete.__wrapped__
    complete.__annotations__ = {"ctx": typer.Context, "incomplete": str}
    return complete


def _folder(ctx: typer.Context) -> Path:
    """The radar's folder as `store.find_folder` finds it, which would load the model."""
    before = ctx.parent.params.get("data") if ctx.parent is not None else None
    given = ctx.params.get("data") or before or os.environ.get("TECHRADAR_DATA")
    if given:
        folder = Path(given)
        return folder if (folder / "radar.yaml").is_file() else folder / "radar-data"
    here = Path.cwd()
    near = (folder for parent in (here, *here.parents) for folder in (parent / "radar-data", parent))
    return next(folder for folder in near if (folder / "radar.yaml").is_file())


def _parts(folder: Path, *keys: str) -> Iterator[Offer]:
    """Ids and names of what stands in a list of `radar.yaml`."""
    from techradar.language.writing import slug
    from techradar.yamltree import read

    found: object = read((folder / "radar.yaml").read_bytes(), "radar.yaml").plain()
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    for part in found if isinstance(found, list) else []:
        given = part if isinstance(part, dict) else {"name": part}
        name = given.get("name") or ""
        if id := given.get("id") or slug(name):
            yield id, name


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / "technologies").glob("*.yaml")):
        yield path.stem, path.read_text("utf-8-sig")


@_offering
def sectors(folder: Path) -> Iterable[Offer]:
    """The sectors."""
    return _parts(folder, "sectors")


@_offering
def rings(folder: Path) -> Iterable[Offer]:
    """The rings."""
    return _parts(folder, "rings")


@_offering
def areas(folder: Path) -> Iterable[Offer]:
    """The areas."""
    return _parts(folder, "areas")


@_offering
def editions(folder: Path) -> Iterable[Offer]:
    """The editions, newest first."""
    return reversed(list(_parts(folder, "editions")))


@_offering
def maturity_levels(folder: Path) -> Iterable[Offer]:
    """The levels of maturity."""
    return _parts(folder, "maturity", "levels")


@_offering
def adoption_levels(folder: Path) -> Iterable[Offer]:
    """The levels of adoption, and the answers that are not counted."""
    return [*_parts(folder, "adoption", "levels"), *_parts(folder, "adoption", "not_counted")]


@_offering
def technologies(folder: Path) -> Iterable[Offer]:
    """The technologies."""
    for id, text in _texts(folder):
        found = _NAME.search(text)
        yield id, found[1].strip("\"'") if found else ""


@_offering
def municipalities(folder: Path) -> Iterable[Offer]:
    """The municipalities and organisations that have a case."""
    found = {name.strip("\"'") for _, text in _texts(folder) for name in _WHOSE.findall(text)}
    return [(name, "") for name in sorted(found) if name]


@_offering
def tags(folder: Path) -> Iterable[Offer]:
    """The tags of all technologies."""
    found = (match for _, text in _texts(folder) if (match := _TAGS.search(text)))
    words = {
        word.strip(" \t\r\"'")
        for match in found
        for word in (match[1].split(",") if match[1] is not None else re.split(r"\n[ \t]*-", match[2]))
    }
    return [(word, "") for word in sorted(words) if word]


def movements(incomplete: str) -> list[str]:
    """The movements."""
    return [word for word in MOVEMENTS if word.startswith(incomplete)]


def bases(incomplete: str) -> list[str]:
    """The bases."""
    return [word for word in BASES if word.startswith(incomplete)]


def stages(incomplete: str) -> list[str]:
    """The stages of a case."""
    return [word for word in STAGES if word.startswith(incomplete)]


def columns(incomplete: str) -> list[Offer]:
    """The columns of `list`; after a comma the next one."""
    before, comma, _ = incomplete.rpartition(",")
    minus = "-" if incomplete[len(before) + len(comma) :].startswith("-") else ""
    return [(f"{before}{comma}{minus}{key}", "") for key in COLUMNS]
