"""What the trend says in words: its name, its method, each technology's way, and the account of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from techradar.courses import Course
from techradar.history import Snapshot
from techradar.language import Language, listed, text
from techradar.layout import words

MOVEMENTS = ("in", "out", "new", "returned", "retired", "same")


def name(snapshot: Snapshot, language: Language) -> str:
    """From which edition to which it goes."""
    first = snapshot.configuration.editions[0].name
    return text("views.trend.name", language, first=first, last=snapshot.edition.name)


def title(snapshot: Snapshot, language: Language, given: str | None) -> str:
    """The radar's title, and from which edition on."""
    first = snapshot.configuration.editions[0].name
    return text("views.trend.title", language, title=given or snapshot.configuration.title, first=first)


def method(snapshot: Snapshot, language: Language, brief: bool = False) -> str:
    """How the trend is read, in brief only what cannot be seen, and what places a technology in its ring."""
    parts = [] if brief else [text("views.trend.method", language)]
    return " ".join([*parts, text("views.trend.method.band", language), words.placement(snapshot, language)])


def way(course: Course, snapshot: Snapshot) -> str:
    """A technology's rings, edition by edition: "Droner: 2022 AFPRØV, 2024 KLAR"."""
    configuration = snapshot.configuration
    stops = [
        f"{edition.name} {words.shown(configuration.rings[stop.ring])}"
        for edition, stop in zip(configuration.editions, course.stops, strict=False)
        if stop is not None
    ]
    return f"{course.technology.name}: {', '.join(stops)}"


def description(snapshot: Snapshot, courses: Sequence[Course], language: Language) -> str:
    """What a reader sees at a glance: where all stand now, what has just moved, and how much did before."""
    return " ".join([words.description(snapshot, language), *earlier(snapshot, courses, language)])


def earlier(snapshot: Snapshot, courses: Sequence[Course], language: Language) -> Iterator[str]:
    """How much moved on each of the editions before, the latest first."""
    editions = snapshot.configuration.editions
    upto = editions.index(snapshot.edition)
    for at in range(upto - 1, 0, -1):
        counts = Counter(_movement(course, at) for course in courses)
        said = [text(f"views.trend.description.{kind}", language, n=counts[kind]) for kind in MOVEMENTS if counts[kind]]
        if not editions[at].comparable:
            said.insert(0, text("views.trend.description.apart", language))
        if said:
            known = {"edition": editions[at].name, "parts": listed(said, language)}
            yield text("views.trend.description.moves", language, **known)


def _movement(course: Course, at: int) -> str:
    """What happened to a technology on an edition; empty where nothing can be said."""
    before, after = course.stops[at - 1], course.stops[at]
    if after is None:
        return "retired" if before is not None else ""
    if before is None:
        return "returned" if any(course.stops[:at]) else "new"
    if after.apart:
        return ""
    step = after.ring - before.ring
    return "same" if not step else "in" if step < 0 else "out"
