"""Radars with many editions for the tests of the trend: technologies that come, move, rest, go and come back."""

from __future__ import annotations

from functools import cache
from typing import Any

from generated import ADVICE, RINGS, SECTORS, chance, name_of, technology
from techradar.model import Configuration, Radar


@cache
def configuration(editions: int, rings: int = 4, breaks: frozenset[int] = frozenset()) -> Configuration:
    """Two scales and so many yearly editions; those in `breaks` (1 is the second) cannot be compared."""
    levels = ["Idé", "Forsøg", "Vist i praksis", "Dokumenteret", "Færdigvare"]
    return Configuration.model_validate(
        {
            "title": "Teknologiradar for Eksempelby",
            "sectors": list(SECTORS[:6]),
            "rings": [{"name": RINGS[i], "advice": ADVICE[i]} for i in range(rings)],
            "maturity": {"name": "Teknisk modenhed", "levels": levels},
            "adoption": {"name": "Udbredelse", "levels": ["Ingen", "Prøver", "Bruger"]},
            "editions": [
                {"id": str(2010 + at), "date": f"{2010 + at}-03-01", "comparable": str(at not in breaks).lower()}
                for at in range(editions)
            ],
        }
    )


@cache
def wandering(n: int, editions: int = 4, rings: int = 4, breaks: frozenset[int] = frozenset(), seed: int = 0) -> Radar:
    """`n` technologies on the last edition and some that are gone; one in seven states its ring and no figures."""
    settings = configuration(editions, rings, breaks)
    made = []
    shown = place = 0
    while shown < n:
        assessments = list(_assessments(place, editions, rings, breaks, seed))
        if assessments:
            data = {"name": name_of(place), "sector": settings.sectors[place % 6].id, "assessments": assessments}
            made.append(technology(settings, data))
            shown += "retired" not in assessments[-1]
        place += 1
    return Radar(settings, tuple(sorted(made, key=lambda t: t.id)))


def _assessments(place: int, editions: int, rings: int, breaks: frozenset[int], seed: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    gone, score = True, chance(seed, place, "score")
    bare = place % 7 == 3
    begins = 0 if chance(seed, place, "begins") < 0.7 else int(chance(seed, place, "when") * editions)
    for at in range(begins, editions):
        fate = chance(seed, place, at)
        if not gone and fate < 0.05:
            found.append({"edition": str(2010 + at), "retired": "true"})
            gone = True
        elif gone or at in breaks or fate > 0.4:
            score = min(max(score + (chance(seed, place, at, "step") - 0.4) * 0.4, 0.0), 1.0)
            value = {"maturity": f"{1 + 4 * score:.3f}", "adoption": f"{1 + 2 * score:.3f}"}
            ring = RINGS[min(int((1 - score) * rings), rings - 1)]
            found.append({"edition": str(2010 + at), **({"ring": ring} if bare else value)})
            gone = False
    return found
