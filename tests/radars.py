"""Radars for tests, built from YAML text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from techradar import history, store
from techradar.history import Snapshot, Standing
from techradar.model import Radar
from techradar.problems import Problem, Severity
from techradar.store import Loaded

TODAY = date(2026, 5, 1)

# Two scales of five levels, equal bands, two areas, three editions.
CONFIGURATION = """
title: Teknologiradar for Eksempelby
sectors:
  - Sensorer
  - Kunstig intelligens
rings:
  - Klar
  - Afprøv
  - Hold øje
  - Afvent
maturity:
  name: Teknisk modenhed
  levels: [Idé, Forsøg, Vist i praksis, Dokumenteret, Færdigvare]
adoption:
  name: Udbredelse
  levels: [Ikke i gang, Undersøges, På prøve, I drift et sted, I drift bredt]
  not_counted: [Ved ikke]
areas:
  - Sundhed og omsorg
  - Teknik og miljø
editions:
  - id: 2024
    date: 2024-03-01
  - id: 2025
    date: 2025-03-01
  - id: 2026
    date: 2026-03-02
"""

# A technology that is on the edition of 2026, to which a test adds keys.
PLAIN = """
name: Droner
sector: Sensorer
assessments:
  - edition: 2026
    ring: Klar
    reason: Den er i brug.
"""


def radar_of(folder: Path, technologies: Mapping[str, str] | None = None, configuration: str = CONFIGURATION) -> Loaded:
    """The radar of a configuration and of technologies by id, written to `folder` and read from there."""
    (folder / "technologies").mkdir(parents=True, exist_ok=True)
    (folder / "radar.yaml").write_text(configuration, encoding="utf-8")
    for id, text in (technologies or {}).items():
        (folder / "technologies" / f"{id}.yaml").write_text(text, encoding="utf-8")
    return store.load(folder, TODAY)


def sound(folder: Path, technologies: Mapping[str, str] | None = None, configuration: str = CONFIGURATION) -> Radar:
    """The same radar, which must have neither errors nor warnings."""
    loaded = radar_of(folder, technologies, configuration)
    assert told(loaded) == []
    assert loaded.radar is not None
    return loaded.radar


def assessed(*assessments: str, name: str = "Droner") -> str:
    """A technology of these assessments, each the lines of one: "edition: 2026", "ring: Klar"."""
    listed = "".join("  - " + entry.strip().replace("\n", "\n    ") + "\n" for entry in assessments)
    return f"name: {name}\nsector: Sensorer\nassessments:\n{listed}"


def standing(radar: Radar, edition: str = "2026", area: str | None = None, id: str = "x") -> Standing:
    """Where a technology stands on an edition, overall or for an area."""
    return next(s for s in on(radar, edition, area).standings if s.technology.id == id)


def on(radar: Radar, edition: str = "2026", area: str | None = None) -> Snapshot:
    """The radar on an edition, overall or for an area, both by id."""
    configuration = radar.configuration
    (chosen,) = (e for e in configuration.editions if e.id == edition)
    places = [a for a in configuration.areas if a.id == area]
    return history.snapshot(radar, chosen, places[0] if area else None)


def told(loaded: Loaded, *, notes: bool = False) -> list[str]:
    """The problems of a radar, each as "technologies/x.yaml:9:15 unknown-level"; its place only where it has one."""
    return [where(p, loaded.folder) for p in loaded.problems if notes or p.severity is not Severity.NOTE]


def where(problem: Problem, folder: Path) -> str:
    """A problem's place inside the folder, and its code."""
    path = Path(problem.path).relative_to(folder).as_posix()
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    return f"{path}{place} {problem.code}"
