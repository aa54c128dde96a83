"""What a picture shows, in short: enough to tell, without drawing it, whether it is out of date, and by what.

A picture carries its state as (name, value) pairs: the edition, the drawing's version, the options that were not
left out, a digest of each part of the configuration that is seen, three for each technology (placement, marks and
text) and one for each that was taken off. What is not seen on the picture is in none of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from techradar.courses import courses
from techradar.draw.digest import DRAWING_VERSION, short
from techradar.history import Movement, Retired, Snapshot, Standing
from techradar.language import Language, Phrase, phrase
from techradar.layout import words
from techradar.model import Basis
from techradar.scoring import third
from techradar.theme import Theme

State = tuple[tuple[str, str], ...]

PARTS = (
    "heading",
    "language",
    "sectors",
    "rings",
    "levels",
    "method",
    "before",
)  # of the configuration and what follows from it
ASPECTS = ("placement", "marks", "text")  # of a technology, in the order of its digests
MOST = 12  # technologies that are named; the others are counted


class Asked(NamedTuple):
    """What was asked for beside the snapshot; `options` are those that were not left out, in words without blanks."""

    language: Language
    title: str | None
    highlight: frozenset[str]
    theme: Theme
    options: tuple[tuple[str, str], ...]


def state_of(shown: Snapshot, asked: Asked) -> State:
    """The state of a picture of `shown`."""
    mixed = words.mixed_basis(shown)
    options = dict(asked.options)
    view, blank = options.get("view", "radar"), "blank" in options
    ways = courses(shown) if view == "trend" and shown.previous is not None else ()
    more = {way.technology.id: way.stops for way in ways} if ways else _figures(shown) if view == "matrix" else {}
    gone = {way.technology.id: way for way in ways if way.standing is None}
    return (
        ("edition", shown.edition.id),
        ("drawing", DRAWING_VERSION),
        ("options", " ".join(f"{name}={value}" for name, value in asked.options)),
        ("language", asked.language),
        ("heading", _short(*_heading(shown, asked))),
        ("sectors", "" if blank and view == "matrix" else _short(*_sectors(shown, asked.theme))),
        ("rings", "" if blank and view == "matrix" else _short(*_rings(shown, view))),
        ("method", _short(*_method(shown, asked.language, view))),
        ("levels", _short(*_levels(shown)) if view == "matrix" else ""),
        ("before", _short(*_before(shown, view)) if shown.previous is not None else ""),
        ("description", "" if blank else _short(_description(shown, asked.language, view))),
        ("numbers", _short(*((standing.number, standing.technology.id) for standing in shown.standings))),
        *((f"technology.{s.technology.id}", " ".join(_of_one(s, mixed, more))) for s in shown.standings),
        *((f"retired.{retired.technology.id}", _of_retired(retired)) for retired in shown.retired if view == "radar"),
        *((f"retired.{id}", _short(way.technology.name, way.technology.sector, way.stops)) for id, way in gone.items()),
    )


def _short(*parts: object) -> str:
    # As JSON, in which a record is its values: what it is called in the code is nothing that a picture shows.
    return short(json.dumps(parts))


def _heading(shown: Snapshot, asked: Asked) -> Iterator[object]:
    configuration, edition = shown.configuration, shown.edition
    yield asked.title or configuration.title
    yield " ".join((configuration.subtitle or "").split())
    yield configuration.publisher
    yield edition.name, edition.date.isoformat(), edition.draft
    yield words.area_lines(shown, asked.language)
    yield shown.selected, shown.unselected, len(shown.standings) if shown.selected else None


def _sectors(shown: Snapshot, theme: Theme) -> Iterator[object]:
    sectors = shown.configuration.sectors
    colors = theme.sector_colors([sector.color for sector in sectors])
    for sector, color in zip(sectors, colors, strict=True):
        yield sector.id, sector.name, color


def _rings(shown: Snapshot, view: str) -> Iterator[object]:
    """The rings as a view shows them: a matrix only names those that its technologies lie in."""
    if view == "matrix":
        yield from sorted({(standing.ring.id, standing.ring.name) for standing in shown.standings})
        return
    scored = any(standing.score is not None for standing in shown.standings)
    for ring in shown.configuration.rings:
        advice, description = (" ".join((said or "").split()) for said in (ring.advice, ring.description))
        said = description if view == "radar" else None
        yield ring.id, ring.name, advice, said, ring.start if scored else None


def _description(shown: Snapshot, language: Language, view: str) -> str:
    if view == "matrix":
        from techradar.layout import matrix_words

        return matrix_words.description(shown, language, empty=False)
    # What a trend says beside this follows from the ways of its technologies.
    return words.description(shown, language)


def _method(shown: Snapshot, language: Language, view: str) -> Iterator[object]:
    """The method line, and what the marks are called."""
    configuration = shown.configuration
    yield from words.method(shown, language, placed="" if view == "matrix" else None)
    both = configuration.maturity is not None and configuration.adoption is not None
    if both and shown.standings and configuration.placement in {"maturity", "adoption"}:
        other = "adoption" if configuration.placement == "maturity" else "maturity"
        yield words.scale_name(shown, other, language)


def _levels(shown: Snapshot) -> Iterator[object]:
    """What the fields of a matrix are called."""
    for scale in (shown.configuration.maturity, shown.configuration.adoption):
        if scale is not None:
            yield scale.name
            yield [(level.name, level.value, " ".join((level.description or "").split())) for level in scale.levels]


def _figures(shown: Snapshot) -> dict[str, object]:
    """What places technologies in a matrix, by id: both figures, and the answers that give none."""
    return {
        s.technology.id: [(point.figure, point.shown) if point else None for point in (s.maturity, s.adoption)]
        for s in shown.standings
    }


def _before(shown: Snapshot, view: str) -> Iterator[object]:
    """The edition before, on a trend all of them."""
    if view != "trend":
        yield shown.previous.name if shown.previous is not None else ""
        yield shown.edition.comparable
        return
    editions = shown.configuration.editions
    for edition in editions[: editions.index(shown.edition) + 1]:
        yield edition.name, edition.date.isoformat(), edition.comparable


def _of_one(standing: Standing, mixed: bool, more: Mapping[str, object]) -> tuple[str, str, str]:
    moved = standing.movement in {Movement.IN, Movement.OUT} and standing.came_from is not None
    marks = (
        str(standing.movement),
        standing.came_from.name if moved and standing.came_from is not None else None,
        mixed and standing.basis is Basis.JUDGEMENT,
        third(standing.other),
        standing.own,
    )
    place = standing.sector.id, standing.ring.id, standing.score
    placement = _short(*place, *filter(None, (more.get(standing.technology.id),)))
    return placement, _short(*marks), _short(standing.technology.name)


def _of_retired(retired: Retired) -> str:
    return _short(retired.technology.name, retired.came_from.id if retired.came_from is not None else None)


# --- What changed


def changes(old: Mapping[str, str], new: State) -> tuple[Phrase, ...]:
    """What differs between the state in a file and the one that it should have; nothing where it is up to date."""
    now = dict(new)
    drawn_otherwise = old.get("drawing") != now["drawing"]
    if drawn_otherwise and not set(PARTS) <= old.keys():
        return (phrase("render.changed.drawing"),)  # of a version that kept other things
    if old.get("edition") != now["edition"]:
        return (phrase("render.changed.edition", before=old.get("edition", "?"), now=now["edition"]),)
    options = list(_options(old.get("options", ""), now["options"]))
    found = [phrase("render.changed.option", option=name) for name in options]
    # Another theme gives the sectors other colours.
    parts = (part for part in PARTS if part != "sectors" or "theme" not in options)
    found += [phrase(f"render.changed.{part}") for part in parts if old.get(part) != now[part]]
    found += _technologies(old, now)
    if not found:
        # They follow from what was compared already, or from technologies that are not shown.
        found = [phrase(f"render.changed.{part}") for part in ("numbers", "description") if old.get(part) != now[part]]
    if drawn_otherwise:
        found.append(phrase("render.changed.drawing" if found else "render.changed.only-drawing"))
    return tuple(found)


def _options(old: str, new: str) -> Iterator[str]:
    """The names of the options that differ."""
    before, now = (dict(pair.partition("=")[::2] for pair in said.split()) for said in (old, new))
    for name in sorted(before.keys() | now.keys()):
        if before.get(name) != now.get(name):
            yield name


def _technologies(old: Mapping[str, str], new: Mapping[str, str]) -> list[Phrase]:
    """The technologies that changed, each with what did; the first of them, and how many more there are."""
    before, now = _by_technology(old), _by_technology(new)
    found = []
    for id in sorted(before.keys() | now.keys()):
        if id not in before:
            found.append(phrase("render.changed.added", id=id))
        elif id not in now:
            found.append(phrase("render.changed.gone", id=id))
        elif before[id] != now[id]:
            aspects = [phrase(f"render.changed.{aspect}") for aspect in _aspects(before[id], now[id])]
            found.append(phrase("render.changed.technology", id=id, aspects=aspects))
    if len(found) > MOST + 1:
        found[MOST:] = [phrase("render.changed.more", n=len(found) - MOST)]
    return found


def _by_technology(state: Mapping[str, str]) -> dict[str, list[str]]:
    """The digests of each technology, on the radar or taken off."""
    kinds = {"technology", "retired"}
    parts = ((*name.partition(".")[::2], value) for name, value in state.items())
    return {id: value.split() for kind, id, value in parts if kind in kinds}


def _aspects(old: list[str], new: list[str]) -> Iterator[str]:
    if len(old) != len(new):
        yield "retired" if len(new) == 1 else "returned"
    elif len(new) == 1:
        yield "text"
    else:
        yield from (aspect for aspect, was, is_ in zip(ASPECTS, old, new, strict=True) if was != is_)
