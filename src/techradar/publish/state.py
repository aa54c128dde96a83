"""What a picture shows, in short: enough to tell, without drawing it, whether it is out of date, and by what.

A picture carries its state as (name, value) pairs: the edition, the drawing's version, the options that were not
left out, a digest of each part of the configuration that is seen, and three for each technology and each that was
taken off (placement, marks and text). What the view, the selection, the sheet or a blank sheet leaves out is in none
of them. Only what gives way for want of room is told of all the same: how much room there is, is known when all is
placed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from techradar.courses import Course, Stop, courses, since
from techradar.draw.digest import DRAWING_VERSION, short
from techradar.history import Movement, Retired, Snapshot, Standing
from techradar.language import Language, Phrase, phrase
from techradar.layout import words
from techradar.model import Basis
from techradar.scoring import depth, third
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
LABELS = "labels"  # names or numbers, whichever had room: known of a picture, and not before it is one


class Asked(NamedTuple):
    """What was asked for beside the snapshot; `options` are those that were not left out, in words without blanks."""

    language: Language
    title: str | None
    highlight: frozenset[str]
    theme: Theme
    options: tuple[tuple[str, str], ...]


class _Seen(NamedTuple):
    """A picture by what is to be seen on it; `ways` are those of a trend, `brief` sheets are read from afar."""

    shown: Snapshot
    asked: Asked
    view: str
    blank: bool
    brief: bool
    ways: tuple[Course, ...]
    colors: Mapping[str, str]  # of the sectors, by id


def state_of(shown: Snapshot, asked: Asked) -> State:
    """The state of a picture of `shown`."""
    options = dict(asked.options)
    view = options.get("view", "radar")
    ways = courses(shown) if view == "trend" and shown.previous is not None else ()
    sectors = shown.configuration.sectors
    colors = asked.theme.sector_colors([sector.color for sector in sectors])
    colored = {sector.id: color for sector, color in zip(sectors, colors, strict=True)}
    seen = _Seen(shown, asked, view, "blank" in options, options.get("size") == "slide", ways, colored)
    return (
        ("edition", shown.edition.id),
        ("drawing", DRAWING_VERSION),
        ("options", " ".join(f"{name}={value}" for name, value in asked.options)),
        ("language", asked.language),
        ("heading", _short(*_heading(seen))),
        ("sectors", _short(*_sectors(seen))),
        ("rings", _short(*_rings(seen))),
        ("method", _short(*_method(seen))),
        ("levels", _short(*_levels(seen))),
        ("before", _short(*_before(seen))),
        ("description", _short(_description(seen))),
        ("numbers", f"{_short(*_order(seen))} {_short(*((s.number, s.technology.id) for s in shown.standings))}"),
        *((f"technology.{id}", " ".join(digests)) for id, digests in _technologies_of(seen)),
        *((f"retired.{id}", " ".join(digests)) for id, digests in _retired(seen)),
    )


def _short(*parts: object) -> str:
    # As JSON, in which a record is its values: what it is called in the code is nothing that a picture shows.
    return short(json.dumps(parts))


def _heading(seen: _Seen) -> Iterator[object]:
    shown, language = seen.shown, seen.asked.language
    yield seen.asked.title or shown.configuration.title
    yield " ".join((shown.configuration.subtitle or "").split())
    yield words.subtitle(shown, language)
    yield words.area_lines(shown, language)
    yield words.selection(shown, language)


def _sectors(seen: _Seen) -> Iterator[object]:
    """The sectors as they are seen: along the rim of a radar all, else those that there are technologies of."""
    used = {standing.sector.id for standing in seen.shown.standings}
    for place, sector in enumerate(seen.shown.configuration.sectors):
        if seen.view == "radar" or sector.id in used:
            yield sector.id, sector.name, seen.colors[sector.id], place if seen.asked.theme.shapes else None


def _rings(seen: _Seen) -> Iterator[object]:
    """The rings as they are seen: a matrix only names those of its technologies, with nothing that they mean."""
    if seen.view == "matrix":
        yield from sorted({(standing.ring.id, words.shown(standing.ring)) for standing in seen.shown.standings})
        return
    # A slide has no room to explain them, unless it is blank.
    explained = seen.view == "radar" and (seen.blank or not seen.brief)
    for ring in seen.shown.configuration.rings:
        description = " ".join((ring.description or "").split())
        yield ring.id, words.shown(ring), ring.advice, description if explained else None


def _description(seen: _Seen) -> str:
    if seen.blank:
        return ""  # the same on every blank sheet, but for what the scales are called
    if seen.view == "matrix":
        from techradar.layout import matrix_words

        return matrix_words.description(seen.shown, seen.asked.language, empty=False)
    if seen.view == "trend":
        from techradar.layout import trend_words

        return trend_words.description(seen.shown, seen.ways, seen.asked.language)
    return words.description(seen.shown, seen.asked.language)


def _method(seen: _Seen) -> Iterator[object]:
    """The method line, and what the marks are called."""
    shown, language = seen.shown, seen.asked.language
    placed = None
    if seen.view == "matrix":
        from techradar.layout import matrix_words

        placed = matrix_words.method(shown, language, seen.brief, seen.brief, seen.brief)
    elif seen.view == "trend":
        from techradar.layout import trend_words

        placed = trend_words.method(shown, language)
    yield from words.method(shown, language, seen.brief, placed)
    configuration = shown.configuration
    both = configuration.maturity is not None and configuration.adoption is not None
    if both and shown.standings and configuration.placement in {"maturity", "adoption"}:
        other = "adoption" if configuration.placement == "maturity" else "maturity"
        yield words.scale_name(shown, other, language)


def _levels(seen: _Seen) -> Iterator[object]:
    """What the fields of a matrix are called, and how far they are from each other."""
    if seen.view != "matrix":
        return
    for kind in ("maturity", "adoption"):
        scale = seen.shown.configuration.scale(kind)
        if scale is not None:
            yield words.scale_name(seen.shown, kind, seen.asked.language)
            for level in scale.levels:
                description = "" if seen.brief else " ".join((level.description or "").split())
                yield level.name, scale.figure(level.value or 0.0), description


def _before(seen: _Seen) -> Iterator[object]:
    """The edition before, on a trend all of them; a matrix says nothing of it."""
    shown = seen.shown
    if seen.view == "radar" and shown.previous is not None:
        yield shown.previous.name
        yield shown.edition.comparable
    elif seen.view == "trend":
        editions = shown.configuration.editions
        for place, edition in enumerate(editions[: editions.index(shown.edition) + 1]):
            # Nothing is before the first.
            yield edition.name, edition.date.isoformat(), edition.comparable if place else None


def _order(seen: _Seen) -> Iterator[object]:
    """What numbers decide even where they are not seen: the order of all, and on a radar the room for the longest."""
    shown = seen.shown
    yield [standing.technology.id for standing in shown.standings]
    yield [retired.technology.id for retired in shown.retired] if seen.view != "matrix" else []
    yield [way.technology.id for way in seen.ways]
    yield len(str(shown.largest_number)) if seen.view == "radar" else 0


Digests = tuple[str, str, str]


def _technologies_of(seen: _Seen) -> Iterator[tuple[str, Digests]]:
    mixed = words.mixed_basis(seen.shown)
    ways = {way.technology.id: way for way in seen.ways}
    editions, there_since = seen.shown.configuration.editions, since(seen.shown)
    for standing in seen.shown.standings:
        technology = standing.technology
        placement = _short(
            standing.sector.id,
            standing.ring.id,
            standing.score,
            *_place(seen, standing, ways.get(technology.id), editions[there_since[technology.id]].id),
        )
        moved = standing.movement in {Movement.IN, Movement.OUT} and standing.came_from is not None
        marks = _short(
            str(standing.movement),
            words.shown(standing.came_from) if moved and standing.came_from is not None else None,
            mixed and standing.basis is Basis.JUDGEMENT,
            third(standing.other),
            standing.own,
        )
        yield technology.id, (placement, marks, _short(technology.name))


def _place(seen: _Seen, standing: Standing, way: Course | None, there_since: str) -> Iterator[object]:
    """What beside its sector, ring and score decides where a technology is."""
    if seen.view == "matrix":
        from techradar.layout import matrix_words

        yield matrix_words.levels(standing)
        yield matrix_words.said(standing, seen.asked.language)
    elif way is not None:
        yield from _stops(seen, way)
    else:
        rings = seen.shown.configuration.rings
        yield depth(standing.score, rings, seen.shown.configuration.ring_index(standing.ring))
        yield there_since  # of those that want one place the one chooses first that has been there longest


def _stops(seen: _Seen, way: Course) -> Iterator[object]:
    rings = seen.shown.configuration.rings
    for at, stop in enumerate(way.stops):
        if stop is None:
            yield None
        else:
            apart = stop.apart if at else None
            yield stop.ring, stop.score, depth(stop.score, rings, stop.ring), stop.carried, apart


def _retired(seen: _Seen) -> Iterator[tuple[str, Digests]]:
    """What was taken off: on a radar by this edition, on a trend by any; a matrix says nothing of it."""
    if seen.view == "matrix":
        return
    off = {retired.technology.id: retired for retired in seen.shown.retired}
    ways = {way.technology.id: way for way in seen.ways if way.standing is None}
    for id in [*ways, *(id for id in off if id not in ways)]:
        way, retired = ways.get(id), off.get(id)
        technology = (way or off[id]).technology
        place = _came_from(retired), *(_stops(seen, way) if way is not None else ())
        color = seen.colors[technology.sector] if way is not None and _is_colored(seen, way) else None
        yield id, (_short(*place), _short(color), _short(technology.name))


def _came_from(retired: Retired | None) -> str | None:
    return words.shown(retired.came_from) if retired is not None and retired.came_from is not None else None


def _is_colored(seen: _Seen, way: Course) -> bool:
    """Whether a line is drawn in the colour of its sector: what is highlighted, else what has moved."""
    highlight = seen.asked.highlight
    if highlight:
        return way.technology.id in highlight
    return any(_moves(before, after) for before, after in zip(way.stops, way.stops[1:], strict=False))


def _moves(before: Stop | None, after: Stop | None) -> bool:
    return before is not None and after is not None and not after.apart and before.ring != after.ring


# --- What changed


def changes(old: Mapping[str, str], new: State) -> tuple[Phrase, ...]:
    """What differs between the state in a file and the one that it should have; nothing where it is up to date."""
    now = dict(new)
    drawn_otherwise = old.get("drawing") != now["drawing"]
    if not {*PARTS, LABELS} <= old.keys():
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
        if _numbers(old, old) != _numbers(now, old):
            found.append(phrase("render.changed.numbers"))
        if old.get("description") != now["description"]:
            found.append(phrase("render.changed.description"))
    if drawn_otherwise:
        found.append(phrase("render.changed.drawing" if found else "render.changed.only-drawing"))
    return tuple(found)


def _numbers(state: Mapping[str, str], drawn: Mapping[str, str]) -> list[str]:
    """What of the numbers is seen on the picture that was drawn: where it has names, only what they decide."""
    digests = state.get("numbers", "").split()
    return digests[:1] if drawn.get(LABELS) == "names" else digests


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


def _by_technology(state: Mapping[str, str]) -> dict[str, tuple[str, list[str]]]:
    """What each technology is, on the radar ("technology") or taken off ("retired"), and its digests."""
    kinds = {"technology", "retired"}
    parts = ((*name.partition(".")[::2], value) for name, value in state.items())
    return {id: (kind, value.split()) for kind, id, value in parts if kind in kinds}


def _aspects(old: tuple[str, list[str]], new: tuple[str, list[str]]) -> Iterator[str]:
    (was, before), (is_, now) = old, new
    if was != is_:
        yield "retired" if is_ == "retired" else "returned"
    elif len(before) != len(now):
        yield from ASPECTS  # of a version that kept other things
    else:
        yield from (aspect for aspect, one, other in zip(ASPECTS, before, now, strict=True) if one != other)
