"""What a new radar begins with: its radar.yaml, two example technologies and the schemas for editors.

The texts lie in `data/init/<language>/`. A line `#? word` begins a part that is kept where the word is chosen,
`#? end` one that is kept always; `$name` is filled in.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from string import Template

from techradar.language import Language, phrase, text
from techradar.language.writing import slug
from techradar.model import read_configuration
from techradar.model.schema import Kind, json_schema
from techradar.municipalities import find, suggest
from techradar.problems import Problem, TechradarError, problem
from techradar.store import CONFIGURATION_FILE, TECHNOLOGIES
from techradar.yamltree import parse
from techradar.yamlwrite import dump, scalar_text

_PART = re.compile(r"^#\? (\S+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Start:
    """What is chosen for a new radar; `municipality` is one of the 98 by its name, and only of a radar for one.

    Without a `title` it gets one that follows from the rest.
    """

    language: Language
    several: bool
    title: str | None
    municipality: str | None
    areas_name: str | None
    edition: str
    day: date


def contents(start: Start) -> dict[str, str]:
    """The files of a new radar: their texts by their places in its folder, radar.yaml last."""
    made = {}
    kinds: tuple[Kind, ...] = ("radar", "technology")
    for kind in kinds:
        schema = json_schema(kind, start.language)
        made[f".schema/{kind}.schema.json"] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    for name in ("short", "full"):
        example = _filled(f"{name}.yaml", start)
        tree = parse(example, "")
        made[f"{TECHNOLOGIES}/{slug(tree.plain()['name'])}.yaml"] = example
    made[CONFIGURATION_FILE] = _filled("radar.yaml", start)
    return made


def edition_day(edition: str, today: date) -> date:
    """The date of a first edition: today, or where its id names another year the first day of that."""
    year = re.match(r"(\d{4})(?!\d)", edition)
    if year is None or int(year[1]) == today.year or not 1900 <= int(year[1]) <= 2999:
        return today
    return date(int(year[1]), 1, 1)


def wrong_edition(words: str) -> Problem | None:
    """What is wrong with the id of an edition."""
    return wrong_part("edition", {"editions": [{"id": words, "date": "2026-01-01"}]})


def wrong_title(words: str) -> Problem | None:
    """What is wrong with the radar's title."""
    return wrong_part("title", {"title": words})


def wrong_areas_name(words: str) -> Problem | None:
    """What is wrong with the word for areas."""
    return wrong_part("areas-name", {"areas_name": words})


def wrong_municipality(words: str) -> Problem | None:
    """What is wrong with a municipality, and which one was probably meant."""
    if find(words) is not None:
        return None
    near = suggest(words)
    hint = phrase("edit.init.did-you-mean", near=near) if near else phrase("edit.init.municipality.hint")
    return problem("unknown-municipality", "--municipality", phrase("model.unknown-municipality", value=words), hint)


def wrong_part(option: str, part: dict[str, object]) -> Problem | None:
    """What is wrong with one part of a radar.yaml in which nothing else can be, told of an option."""
    whole: dict[str, object] = {
        "title": "x", "sectors": ["x"], "rings": ["x", "y"], "editions": [{"id": "1", "date": "2026-01-01"}],
    }  # fmt: skip
    try:
        tree = parse(dump(whole | part), "")
        found = [*tree.problems, *read_configuration(tree)[2]]
    except TechradarError as error:  # characters that no file may hold
        found = list(error.problems)
    return problem(found[0].code, f"--{option}", found[0].message, found[0].hint) if found else None


def _filled(name: str, start: Start) -> str:
    template = (files("techradar") / "data" / "init" / start.language / name).read_text(encoding="utf-8")
    kept = "".join(body for word, body in _parts(template) if word == "end" or word in _chosen(start))
    year_later = start.day.replace(year=start.day.year + 1, day=min(start.day.day, 28))
    return Template(kept).substitute(
        title=scalar_text(_title(start)),
        municipality=scalar_text(start.municipality),
        areas_name=scalar_text(start.areas_name),
        edition=start.edition,
        date=start.day.isoformat(),
        review_by=year_later.isoformat(),
    )


def _parts(template: str) -> list[tuple[str, str]]:
    found = _PART.split(template)
    return [("end", found[0]), *zip(found[1::2], found[2::2], strict=True)]


def _chosen(start: Start) -> set[str]:
    size = "several" if start.several else "one"
    areas = {"areas", f"areas-{size}"} if start.areas_name else {"no-areas"}
    return {size, *areas, *(("municipality",) if start.municipality else ())}


def _title(start: Start) -> str:
    if start.title:
        return start.title
    if start.municipality:
        return text("edit.init.title-of", start.language, name=start.municipality)
    return text("edit.init.title-of-several" if start.several else "edit.init.title", start.language)
