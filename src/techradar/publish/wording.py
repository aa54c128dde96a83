"""How figures, bases and movements are said to people, in the language that is published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from techradar.dues import Due
from techradar.history import Movement, Snapshot, Standing, Standpoint
from techradar.language import Language, text
from techradar.language.writing import date_text, number
from techradar.model import Area, Basis, Configuration, Edition, Ring

if TYPE_CHECKING:
    from techradar.model.beside import Case, Decision


def title(snapshot: Snapshot, language: Language) -> str:
    """The radar's title with edition, date and, where it is for one, the area."""
    said = f"{snapshot.configuration.title}, {edition(snapshot.edition, language)}"
    return f"{said}: {snapshot.area.name}" if snapshot.area is not None else said


def edition(shown: Edition, language: Language) -> str:
    """An edition with its date: "udgave 2026 (2. marts 2026)"; a draft is called one."""
    key = "tables.edition-draft" if shown.draft else "tables.edition-dated"
    return text(key, language, edition=shown.id, day=date_text(shown.date, language))


def sentence(words: str) -> str:
    """Words that begin with a capital letter."""
    return words[:1].upper() + words[1:]


def figure(standpoint: Standpoint | None, edition: str, language: Language, mark: str = "") -> str:
    """A figure as it was given: the level's name, else the figure 0 to 1.

    In brackets stand its edition, where that is another, and a mark, where there is one.
    """
    if standpoint is None:
        return ""
    shown = standpoint.shown
    if not shown and standpoint.figure is not None:
        shown = two_decimals(standpoint.figure, language)
    notes = [standpoint.edition] if standpoint.edition != edition else []
    return bracketed(shown, *notes, *([mark] if mark else []))


def bracketed(words: str, *notes: str) -> str:
    """Words with notes in brackets behind them."""
    return f"{words} ({', '.join(notes)})" if notes else words


def two_decimals(value: float, language: Language) -> str:
    """A number as people read it in a table; a half goes up, as they expect."""
    return number(value + 1e-9, language, 2)


def basis(word: Basis, language: Language) -> str:
    """The word for a basis: målt, offentliggjort, beregnet, skøn."""
    return text(f"tables.basis.{word.value}", language)


def movement(moved: Movement | None, came_from: Ring | None, language: Language) -> str:
    """A movement with the ring that it began in; empty where nothing can be said."""
    if moved is None:
        return ""
    if came_from is not None and moved in {Movement.IN, Movement.OUT, Movement.RETIRED}:
        return text(f"tables.movement.{moved.value}-from", language, ring=came_from.name)
    return text(f"tables.movement.{moved.value}", language)


def gap(value: float | None, language: Language) -> str:
    """A gap by which way it goes, with how large it is; empty where there is none."""
    if value is None:
        return ""
    words = text("tables.gap.mature" if value > 0 else "tables.gap.in-use", language)
    return bracketed(words, two_decimals(abs(value), language))


def who(case: Case, configuration: Configuration) -> str:
    """Whose a case is: a municipality or an organisation, with the area in brackets; empty where nobody is named."""
    area = next((area.name for area in configuration.areas if area.id == case.area), None)
    whose = case.municipality or case.organisation or configuration.municipality or ""
    return bracketed(whose, *([area] if area else [])) if whose else area or ""


def due(found: Due, today: date, configuration: Configuration, language: Language) -> str:
    """What is due: what it is, by when, and how far off that is."""
    day = date_text(found.day, language)
    if found.case is not None:
        stage = text(f"tables.stage.{found.case.stage}", language)
        whose = who(found.case, configuration)
        said = text("dues.trial" if whose else "dues.trial-of-nobody", language, day=day, stage=stage, who=whose)
    elif found.kind == "decision":
        said = text("dues.decision", language, day=day, decision=" ".join(found.text.split()).rstrip("."))
    else:
        said = text("dues.review", language, day=day)
    return bracketed(said, distance(found.days_over(today), language))


def distance(days_over: int, language: Language) -> str:
    """How far a day is past, or still to come: "12 dage over tid", "om 3 dage"."""
    if days_over > 0:
        return text("dues.over", language, n=days_over)
    return text("dues.ahead", language, n=-days_over) if days_over else text("dues.today", language)


def fallback(standing: Standing | None, area: Area | None, language: Language) -> str:
    """The mark of what is not an area's own on the area's radar; empty elsewhere."""
    return text("tables.overall", language) if standing is not None and area is not None and not standing.own else ""


def joined(*parts: str | None) -> str:
    """Sentences one after the other, each with its stop."""
    said = [part for part in parts if part]
    return " ".join(part if part[-1] in ".!?…)" or part.startswith("http") else f"{part}." for part in said)


def decision(decided: Decision, language: Language) -> str:
    """A decision without its day: who made it, what it says, and by when it is to be carried out."""
    said = " ".join(decided.text.split())
    until = text("tables.due", language, day=date_text(decided.due, language)) if decided.due is not None else None
    key = "tables.decided-by" if decided.by else "tables.decided"
    return joined(text(key, language, by=decided.by, decision=said), until)
