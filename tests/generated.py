"""Radars of any size with Danish names, the same ones on every machine, for the tests that need many of them.

Technology number i of a radar depends on its seed, skew, sectors and rings but not on how many there are, so
`radar(51)` is `radar(50)` and one more.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import Any, Literal

from techradar.history import Snapshot, snapshot
from techradar.language.writing import slug
from techradar.model import Configuration, Radar, Technology
from techradar.model.references import References

Skew = Literal["even", "usual", "sector", "inner", "both", "vejle"]

SECTORS = (
    "Kunstig intelligens", "IoT og sensorer", "Video og telemedicin", "Data i den grønne omstilling",
    "RPA og automatisering", "Digitalt fundament", "Velfærdsteknologi", "Borgerrettet selvbetjening",
)  # fmt: skip
RINGS = ("Klar", "Afprøv", "Hold øje", "Afvent", "Ude i fremtiden", "Kun nævnt")
ADVICE = ("Kan indføres", "Prøv med mål og slutdato", "Lær af andre", "Ikke nu", "Læs om den", "Glem den")
NAMES = (
    "Generativ AI", "Chat- og voicebots", "Sprogteknologi", "Maskinlæring til forudsigelser", "Billedgenkendelse",
    "Beslutningsstøtte i sager", "Tale til tekst", "Sensorer i bygninger", "Faldsensorer",
    "Trådløse sensornet (fx LoRaWAN)", "Wearables og sporing", "Målere i affaldsbeholdere", "Digital tvilling",
    "Databehandling ved sensoren (edge)", "Videomøder", "Skærmbesøg", "Telemedicin og måling hjemme",
    "Videosamtaler i jobcentret", "Digital genoptræning", "Virtual reality i træning og læring",
    "AR-briller og hjælp på afstand", "Energidata i bygninger", "Droner til opmåling og tilsyn",
    "Måling af luftkvalitet", "Modeller for regn og havvand", "Affaldsdata", "Digitale kort over natur",
    "Analyse af store datamængder", "Softwarerobotter (RPA)", "Automatisk sagsbehandling",
    "Procesanalyse (process mining)", "Low code", "Selvbetjening og skærme", "Automatisk postfordeling",
    "Fysiske robotter", "Cloud", "Apps", "Sikkerhedsteknologier", "Sociale teknologier", "Blockchain", "Metaverset",
    "Autonome køretøjer", "3D-print", "Digital signatur", "Velfærdsteknologi", "Elektroniske låse",
    "GIS-baseret sagsbehandling", "Digitale medarbejdere", "Robotstøvsugere", "Intelligent belysning",
    "Vandmålere med fjernaflæsning", "Parkeringssensorer", "Medicindispensere", "Skærmterminaler på plejehjem",
)  # fmt: skip
PLACES = (
    "på skoler", "i hjemmeplejen", "på biblioteker", "i jobcentre", "på veje", "i daginstitutioner", "i sundhedshuse",
    "på havne", "i borgerservice", "på sportsanlæg", "i forsyningen", "på rådhuset", "i parker", "på bosteder",
    "i renovationen", "i tandplejen", "på museer", "i beredskabet", "på genbrugspladser", "i socialpsykiatrien",
)  # fmt: skip


def chance(*parts: object) -> float:
    """A number from 0 up to 1 that follows from the parts."""
    digest = blake2b(repr(parts).encode(), digest_size=7).digest()
    return int.from_bytes(digest, "big") / 2**56


def _pick(weights: tuple[float, ...], at: float) -> int:
    total = sum(weights)
    for place, weight in enumerate(weights):
        at -= weight / total
        if at < 0:
            return place
    return len(weights) - 1


def name_of(place: int) -> str:
    """The name of technology number `place`, 0 first; each has its own."""
    turn, at = divmod(place, len(NAMES))
    if not turn:
        return NAMES[at]
    again, where = divmod(turn - 1, len(PLACES))
    return f"{NAMES[at]} {PLACES[where]}" + (f" {again + 1}" if again else "")


def _ring_weights(skew: Skew, rings: int) -> tuple[float, ...]:
    if skew in {"inner", "both"}:
        return (0.8, *(0.2 / (rings - 1) for _ in range(rings - 1)))
    if skew == "vejle":
        return (18.0, 1.0, 3.0, *(0.0 for _ in range(rings - 3)))
    if skew == "usual":
        return (3.0, 4.0, 3.0, *(1.5 for _ in range(rings - 3)))[:rings]
    return tuple(1.0 for _ in range(rings))


def _sector_weights(skew: Skew, sectors: int) -> tuple[float, ...]:
    if skew in {"sector", "both"} and sectors > 1:
        return (0.4, *(0.6 / (sectors - 1) for _ in range(sectors - 1)))
    return tuple(1.0 for _ in range(sectors))


@cache
def configuration(sectors: int = 6, rings: int = 4, placement: str = "mean", scales: bool = True) -> Configuration:
    """A configuration with so many sectors and rings, two scales and two editions."""
    data: dict[str, Any] = {
        "title": "Teknologiradar for Eksempelby",
        "publisher": "Eksempelby Kommune",
        "sectors": list(SECTORS[:sectors]),
        "rings": [{"name": RINGS[i], "advice": ADVICE[i]} for i in range(rings)],
        "editions": [{"id": "2025", "date": "2025-03-01"}, {"id": "2026", "date": "2026-03-02"}],
    }
    if scales:
        data["maturity"] = {
            "name": "Teknisk modenhed",
            "source": "Egen skala til denne radar",
            "levels": ["Idé", "Forsøg", "Vist i praksis", "Dokumenteret", "Færdigvare"],
        }
        data["adoption"] = {
            "name": "Udbredelse",
            "levels": ["Ikke i gang", "Undersøges", "På prøve", "I drift et sted", "I drift bredt"],
        }
        data["placement"] = placement
    return Configuration.model_validate(data)


def _figures(score: float, other: float) -> dict[str, str]:
    return {"maturity": f"{1 + 4 * score:.4f}", "adoption": f"{1 + 4 * other:.4f}"}


def _technology(settings: Configuration, place: int, seed: int, skew: Skew) -> dict[str, Any]:
    rings, sectors = len(settings.rings), len(settings.sectors)

    def draw(what: str) -> float:
        return chance(seed, place, what)

    ring = _pick(_ring_weights(skew, rings), draw("ring"))
    sector = _pick(_sector_weights(skew, sectors), draw("sector"))
    score = round((rings - 1 - ring + 0.02 + 0.96 * draw("score")) / rings, 4)
    other = score if settings.placement == "mean" else round(draw("other"), 4)
    now = {"edition": "2026", **_figures(score, other)}
    before = dict(now, edition="2025")
    assessments = [before, now]
    fate = draw("fate")
    if fate < 0.1:
        assessments = [now]
    elif fate < 0.25:
        step = 1 / rings if (fate < 0.17 or ring == 0) else -1 / rings
        was = min(max(score - step, 0.01), 0.99)
        assessments = [{"edition": "2025", **_figures(was, was if settings.placement == "mean" else other)}, now]
    elif fate > 0.97:
        assessments = [before, {"edition": "2026", "retired": "true"}]
    return {"name": name_of(place), "sector": settings.sectors[sector].id, "assessments": assessments}


def technology(settings: Configuration, data: dict[str, Any]) -> Technology:
    """A technology of a configuration from its data."""
    names = ("sectors", "rings", "areas", "editions", "maturity", "adoption")
    parts = {name: getattr(settings, name) for name in names}
    references = References(**parts, configured=True)
    return Technology.model_validate(data, context=references).named(slug(data["name"]))


@cache
def radar(
    n: int,
    sectors: int = 6,
    rings: int = 4,
    seed: int = 0,
    skew: Skew = "usual",
    placement: str = "mean",
) -> Radar:
    """A radar of n technologies on its newest edition or retired in it."""
    settings = configuration(sectors, rings, placement)
    made = (technology(settings, _technology(settings, place, seed, skew)) for place in range(n))
    return Radar(settings, tuple(sorted(made, key=lambda t: t.id)))


def single() -> Radar:
    """A radar with one technology, which states its ring and no figures."""
    settings = configuration(2, 4)
    assessments = [{"edition": "2026", "ring": "Afprøv"}]
    one = technology(settings, {"name": "Droner", "sector": settings.sectors[0].id, "assessments": assessments})
    return Radar(settings, (one,))


def with_another(before: Radar, name: str, seed: int = 0, skew: Skew = "usual") -> Radar:
    """The radar and one technology more, of that name, somewhere."""
    settings = before.configuration
    place = int(chance(name, seed) * 2**40)
    data = dict(_technology(settings, place, seed, skew), name=name)
    data["assessments"] = [a for a in data["assessments"] if a["edition"] == "2026" and "retired" not in a]
    data["assessments"] = data["assessments"] or [{"edition": "2026", **_figures(0.6, 0.6)}]
    added = technology(settings, data)
    return Radar(settings, tuple(sorted((*before.technologies, added), key=lambda t: t.id)))


def of_one_edition(of: Radar) -> Radar:
    """The radar as if it had no edition but the newest, so that all came on it together."""
    last_edition = of.configuration.editions[-1].id

    def only(technology: Technology) -> Technology:
        last = tuple(a for a in technology.assessments if a.edition == last_edition)
        return technology.model_copy(update={"assessments": last}).named(technology.id)

    return Radar(of.configuration, tuple(only(t) for t in of.technologies if not t.by_edition[last_edition].retired))


def newest(of: Radar) -> Snapshot:
    """The radar as of its newest edition."""
    return snapshot(of)
