"""The radar on which commands that edit are tried: one technology in a folder, and its file as people may write it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from commands import TODAY
from techradar.history import Place, course
from techradar.store import load

CONFIGURATION = """\
title: Prøve
sectors: [Kunstig intelligens, IoT]
rings: [Klar, Afprøv, Hold øje, Afvent]
maturity:
  levels:
    - name: Idé
      description: Beskrevet.
    - Forsøg
    - Vist i praksis
    - Dokumenteret
    - Færdigvare
adoption:
  levels: [Ingen planer, Undersøger, På prøve, Nogle steder, De fleste steder]
  not_counted: [Ved ikke]
placement: mean
areas_name: Forvaltning
areas: [Sundhed og omsorg, Børn og unge]
editions:
  - id: 2024
    date: 2024-03-01
  - id: 2025
    date: 2025-03-01
  - id: 2026
    date: 2026-03-01
  - id: 2027
    date: 2027-03-01
    draft: true
"""
HEAD = "name: Faldsensorer\nsector: iot\naliases: [Faldalarm]\n"
PLAIN = (
    HEAD
    + """\
assessments:
  - edition: 2025
    maturity: Vist i praksis   # set hos andre
    adoption: På prøve
    reason: Prøves to steder.
cases: []   # ingen endnu
"""
)
RETIRED = PLAIN.replace("cases", "  - edition: 2026\n    retired: true\n    source: x\n    reason: Nej.\ncases")


def radar(folder: Path, text: str = PLAIN, configuration: str = CONFIGURATION, **others: str) -> Path:
    """A radar with one technology, `faldsensorer`, and the others that are named."""
    (folder / "technologies").mkdir(parents=True, exist_ok=True)
    (folder / "radar.yaml").write_text(configuration, encoding="utf-8")
    for id, written in {"faldsensorer": text, **others}.items():
        (folder / "technologies" / f"{id}.yaml").write_bytes(written.encode())
    return folder


def written(folder: Path, id: str = "faldsensorer") -> str:
    """A technology's file as it is now."""
    return (folder / "technologies" / f"{id}.yaml").read_bytes().decode()


def place(folder: Path, edition: str = "2026", area: str | None = None) -> Place:
    """Where the technology stands now."""
    loaded = load(folder, date.fromisoformat(TODAY))
    assert loaded.radar is not None
    parts = loaded.radar.configuration
    at = [e.id for e in parts.editions].index(edition)
    return course(parts, loaded.radar.by_id["faldsensorer"], next((a for a in parts.areas if a.id == area), None))[at]


# Files as people write them -------------------------------------------------------------------------------------------

LEVELS = ("Idé", "Forsøg", "Vist i praksis", "dokumenteret", "3", "2.5")
ANSWERS = ("Ingen planer", "undersøger", "På prøve", "Nogle steder", "4")


def _quoted(draw: Any, words: str) -> str:
    written_as: str = draw(st.sampled_from([words, f"'{words}'", f'"{words}"']))
    return written_as


def _assessment(draw: Any, edition: str) -> list[str]:
    """The lines of one assessment below its dash, the first without indentation."""
    lines = [f"edition: {_quoted(draw, edition)}"]
    lines += [f"maturity: {_quoted(draw, draw(st.sampled_from(LEVELS)))}"]
    form = draw(st.sampled_from(["short", "long", "shares", "flow"]))
    level = draw(st.sampled_from(ANSWERS[:4]))
    lines += {
        "short": [f"adoption: {_quoted(draw, level)}"],
        "long": ["adoption:", f"  level: {level}  # trin", "  basis: published", "  source: 'bog: 1'"],
        "shares": ["adoption:", "  shares:", "    på prøve: 40  # fyrre", f'    "{ANSWERS[0]}": 60', "  n: 12"],
        "flow": [f"adoption: {{level: {level}, basis: derived, source: a}}  # én linje"],
    }[form]
    if draw(st.booleans()):
        lines += ["basis: measured", 'source: "Rapport: # 1"']
    if draw(st.booleans()):
        lines += draw(
            st.sampled_from(
                [
                    ["reason: 'Det''s godt'"],
                    ["reason: |", "  To", "", "  linjer"],
                    ["reason: >-  # foldet", "  a", "  b"],
                ]
            )
        )
    if draw(st.booleans()):
        lines += ["areas:", "  Sundhed og omsorg:  # længst", "    adoption: På prøve"]
    return lines


@st.composite
def technologies(draw: Any) -> str:
    """A valid technology file in one of the many ways in which people and programs write one."""
    flow = draw(st.booleans())
    editions = sorted(draw(st.sets(st.sampled_from(["2024", "2025", "2026"]), min_size=1)))
    lines = [
        "# en kommentar øverst",
        f"name: {_quoted(draw, 'Faldsensorer')}",
        "",
        f"sector: {_quoted(draw, 'IoT')}   # ét",
    ]
    if draw(st.booleans()):
        lines += ["description: |", "  # ikke en kommentar", "", "  - heller ikke: en liste", ""]
    lines += ["assessments:  # ældste først"]
    if flow:
        lines[-1] = "assessments: [{edition: " + editions[0] + ", maturity: Idé, 'adoption': \"På prøve\"}"
        lines[-1] += (
            "".join(f", {{edition: {edition}, maturity: 2, reason: nej}}" for edition in editions[1:]) + "]  # alle"
        )
    else:
        indent = " " * draw(st.sampled_from([0, 2, 4]))
        gap = draw(st.sampled_from([" ", "   "]))
        for edition in editions:
            if draw(st.booleans()):
                lines += draw(
                    st.sampled_from([[""], [f"{indent}# før {edition}"], ["", f"{indent}# før {edition}", ""]])
                )
            first, *rest = _assessment(draw, edition)
            lines += [f"{indent}-{gap}{first}"]
            lines += [f"{indent} {' ' * len(gap)}{line}" if line else "" for line in rest]
    if draw(st.booleans()):
        lines += ["", "# til sidst", 'tags: [a, "b"]', "owner:   'Os'   # os"]
    text: str = draw(st.sampled_from(["\n", "\r\n"])).join(lines)
    text += draw(st.sampled_from(["", "\n"])) if "\r" not in text else draw(st.sampled_from(["", "\r\n"]))
    mark: str = draw(st.sampled_from(["", "\ufeff"]))
    return mark + text
