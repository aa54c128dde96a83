"""The JSON Schemas accept what the reader accepts of one file, and refuse what an editor should underline."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from techradar.language import LANGUAGES
from techradar.model.schema import Kind, json_schema
from techradar.yamltree import read

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("radar-data", "examples/vejle", "examples/minimal")
RADARS = [ROOT / folder / "radar.yaml" for folder in FOLDERS]
TECHNOLOGIES = [path for folder in FOLDERS for path in sorted((ROOT / folder / "technologies").glob("*.yaml"))]

RADAR: dict[str, Any] = {
    "title": "x",
    "sectors": ["A"],
    "rings": ["Klar", "Afvent"],
    "editions": [{"id": 2026, "date": "2026-03-02"}],
}
TECHNOLOGY: dict[str, Any] = {"name": "x", "sector": "A", "assessments": [{"edition": 2026, "ring": "Klar"}]}


@cache
def validator(kind: Kind) -> Draft202012Validator:
    """The schema of a kind of file, ready to check with."""
    return Draft202012Validator(json_schema(kind))


def faults(kind: Kind, data: object) -> list[str]:
    """What the schema has against a file."""
    return [f"{error.json_path}: {error.message[:120]}" for error in validator(kind).iter_errors(data)]


def typed(data: Any, key: str = "") -> Any:
    """Scalars as an editor types them: numbers, truths and dates of their own type."""
    if isinstance(data, dict):
        return {name: typed(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [typed(value, key) for value in data]
    if data in {"true", "false"}:
        return data == "true"
    try:
        return int(data) if data.isdigit() else float(data)
    except (ValueError, AttributeError):
        return data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["radar", "technology"])
def test_the_schema_is_one(kind: Kind, language: Any) -> None:
    """The schemas are sound in both languages."""
    Draft202012Validator.check_schema(json_schema(kind, language))


@pytest.mark.parametrize("path", [*RADARS, *TECHNOLOGIES], ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_our_files_are_accepted(path: Path) -> None:
    """Every file of the repository's radars passes, as texts and as an editor types them."""
    data = read(path.read_bytes(), path.name).plain()
    kind: Kind = "radar" if path.name == "radar.yaml" else "technology"

    assert faults(kind, data) == []
    assert faults(kind, typed(data)) == []


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("radar", {"subtitle": None, "format": 1, "areas": None}),
        ("radar", {"format": "1", "sectors": [{"name": "A", "color": "#123abc"}, "B", 5]}),
        ("radar", {"rings": [{"name": "Klar", "from": 0.5, "advice": None}, {"name": "Afvent", "from": "0"}]}),
        ("radar", {"maturity": {"levels": ["a", {"name": "b", "value": 3}], "not_counted": ["Ved ikke"]}}),
        ("radar", {"editions": [{"id": "2026.1", "date": date(2026, 3, 2).isoformat(), "draft": "true"}]}),
        ("radar", {"outputs": [{"file": "a.svg", "highlight": "droner"}, {"file": "b.svg", "highlight": ["a", "b"]}]}),
        ("technology", {"owner": None, "aliases": None, "tags": ["a", 5, True]}),
        ("technology", {"assessments": [{"edition": 2026, "maturity": 2.5, "adoption": "På prøve"}]}),
        ("technology", {"assessments": [{"edition": "2026", "adoption": {"level": "På prøve", "value": None}}]}),
        ("technology", {"assessments": [{"edition": 2026, "adoption": {"shares": {"a": 1.5, "b": "2"}, "n": 634}}]}),
        ("technology", {"assessments": [{"edition": 2026, "areas": {"x": {"adoption": "a", "basis": "measured"}}}]}),
        ("technology", {"assessments": [{"edition": 2026, "retired": True, "reason": "x"}]}),
        ("technology", {"cases": [{"organisation": "x", "stage": "pilot"}]}),
    ],
)
def test_short_long_and_empty_forms_are_accepted(kind: Kind, more: dict[str, Any]) -> None:
    """Names or mappings, levels, numbers or mappings, quoted numbers, and keys without a value."""
    assert faults(kind, {**(RADAR if kind == "radar" else TECHNOLOGY), **more}) == []


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("radar", {"titel": "x"}),
        ("radar", {"title": None}),
        ("radar", {"sectors": []}),
        ("radar", {"sectors": "A"}),
        ("radar", {"sectors": [{"navn": "A"}]}),
        ("radar", {"sectors": [{"name": "A", "color": "blå"}]}),
        ("radar", {"rings": ["Klar"]}),
        ("radar", {"rings": [{"name": "Klar", "start": 0.5}, "Afvent"]}),
        ("radar", {"language": "de"}),
        ("radar", {"format": 2}),
        ("radar", {"placement": "sum"}),
        ("radar", {"editions": [{"id": 2026}]}),
        ("radar", {"editions": [{"id": 2026, "date": "2026-03-02", "draft": "ja"}]}),
        ("technology", {"name": ""}),
        ("technology", {"name": "x" * 81}),
        ("technology", {"assessments": []}),
        ("technology", {"assessments": [{"ring": "Klar"}]}),
        ("technology", {"assessments": [{"edition": 2026, "adoption": {"level": "a", "value": 2}}]}),
        ("technology", {"assessments": [{"edition": 2026, "adoption": {"n": 5}}]}),
        ("technology", {"assessments": [{"edition": 2026, "adoption": {"counts": {"a": 1.5}}}]}),
        ("technology", {"assessments": [{"edition": 2026, "basis": "guess"}]}),
        ("technology", {"cases": [{"stage": "done"}]}),
        ("technology", {"dialogue": {"values": {"hurtighed": "x"}}}),
    ],
)
def test_mistakes_are_refused(kind: Kind, more: dict[str, Any]) -> None:
    """Unknown keys, missing ones, wrong words and wrong forms are underlined."""
    assert faults(kind, {**(RADAR if kind == "radar" else TECHNOLOGY), **more}) != []
