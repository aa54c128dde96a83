"""The course of each technology of a snapshot through the editions, up to the snapshot's own.

What later editions say has no part in it: a picture of an older edition stays what it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from techradar.history import Place, Snapshot, Standing, course
from techradar.language.writing import sort_key
from techradar.model import Technology


class Stop(NamedTuple):
    """A technology on an edition: its ring (0 innermost) and score, 0 to 1, none for a bare ring.

    `carried` says that it was not assessed in this edition; `apart` that it cannot be compared with the stop before.
    """

    ring: int
    score: float | None
    carried: bool
    apart: bool


class Course(NamedTuple):
    """A technology with a stop for each edition up to the one shown, none where it was not on the radar.

    `standing` is none for what is no longer on the radar.
    """

    technology: Technology
    standing: Standing | None
    stops: tuple[Stop | None, ...]

    @property
    def ends(self) -> int:
        """The last edition that it is on, 0 for the oldest."""
        return max(at for at, stop in enumerate(self.stops) if stop is not None)


def courses(snapshot: Snapshot) -> tuple[Course, ...]:
    """Those on the edition in order of their numbers, then those taken off until then, by name.

    In a selection those taken off are the ones that it would hold, by their last ring.
    """
    rings = {ring.id: place for place, ring in enumerate(snapshot.configuration.rings)}
    shown = [Course(s.technology, s, _stops(snapshot, s.technology, rings)) for s in snapshot.standings]
    return (*shown, *_gone(snapshot, rings))


def since(snapshot: Snapshot) -> dict[str, int]:
    """From which edition on, 0 for the oldest, each technology of a snapshot has been on the radar all the time."""
    last = snapshot.configuration.editions.index(snapshot.edition)
    found = {}
    for standing in snapshot.standings:
        places = course(snapshot.configuration, standing.technology, snapshot.area)[:last]
        absent = (at for at in range(last, 0, -1) if places[at - 1].ring is None)
        found[standing.technology.id] = next(absent, 0)
    return found


def _gone(snapshot: Snapshot, rings: dict[str, int]) -> Iterator[Course]:
    radar, language = snapshot.radar, snapshot.configuration.language
    whole = snapshot.configuration
    sectors = {sector.id: sector.name for sector in whole.sectors}
    for technology in sorted(radar.technologies, key=lambda t: (sort_key(t.name, language), t.id)):
        stops = _stops(snapshot, technology, rings)
        if stops[-1] is not None or not any(stops):
            continue
        gone = Course(technology, None, stops)
        last = stops[gone.ends]
        assert last is not None, "the last stop is one"
        named = {
            "sector": {sectors[technology.sector]},
            "ring": {whole.rings[last.ring].name},
            "tag": {word.casefold() for word in technology.tags},
        }
        if all((name.casefold() if kind == "tag" else name) in named[kind] for kind, name in snapshot.selected):
            yield gone


def _stops(snapshot: Snapshot, technology: Technology, rings: dict[str, int]) -> tuple[Stop | None, ...]:
    configuration = snapshot.configuration
    upto = configuration.editions.index(snapshot.edition) + 1
    places = course(configuration, technology, snapshot.area)[:upto]
    stops: list[Stop | None] = []
    before: Place | None = None
    for edition, place in zip(configuration.editions, places, strict=False):
        if place.ring is None:
            stops.append(None)
        else:
            apart = before is not None and before.ring is not None and before.own != place.own
            carried = place.assessed_in != edition.id
            stops.append(Stop(rings[place.ring.id], place.score, carried, apart or not edition.comparable))
        before = place
    return tuple(stops)
