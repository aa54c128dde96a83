"""JSON Schema (draft 2020-12) of what the files may hold, so that an editor can offer keys and show mistakes.

It is made from the records, and accepts what their validators accept of one file: short and long forms, empty
values, and scalars that the editor typed itself (`id: 2026` is a number to it). What depends on other files, such
as whether a sector exists, only `validate` can say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

from techradar.language import Language, has, text
from techradar.model.configuration import Configuration, Part
from techradar.model.later import of_field
from techradar.model.outputs import Output
from techradar.model.technology import FORMS, Figure, Technology
from techradar.model.values import NAME_LENGTH, Frozen

Kind = Literal["radar", "technology"]
Schema = dict[str, Any]

_NULL: Schema = {"type": "null"}
_NUMBER = r"^[+-]?(\d+(\.\d*)?|\.\d+)$"
_OF_LISTS = {"minLength": "minItems", "maxLength": "maxItems"}
_WHOLE = r"^\d{1,12}$"
# Whose keys are described together, by the record's name; others have the name of the file's kind.
_OWNERS = {
    "Sector": "sector",
    "Ring": "ring",
    "Level": "level",
    "Answer": "answer",
    "Area": "area",
    "Scale": "scale",
    "Edition": "edition",
    "Output": "output",
    "Assessment": "assessment",
    "AreaAssessment": "assessment",
    "MaturityFigure": "figure",
    "AdoptionFigure": "figure",
    "Link": "link",
    "Case": "case",
    "Fact": "fact",
    "Decision": "decision",
    "Question": "question",
    "Dialogue": "dialogue",
    "BottomLine": "bottom-line",
    "Values": "values",
    "Dilemmas": "dilemmas",
    "Concerns": "concerns",
}


def json_schema(kind: Kind, language: Language = "da") -> Schema:
    """The schema of `radar.yaml` or of a technology's file, its keys described in `language`."""
    record = Configuration if kind == "radar" else Technology
    generated = record.model_json_schema()
    parts: dict[str, Schema] = generated.pop("$defs", {})
    for name, field in record.model_fields.items():
        later = of_field(field)
        if later is not None:
            generated["properties"][name] = node = later.adapter.json_schema()
            parts |= node.pop("$defs")
    records = {each.__name__: each for each in _records(Frozen)}
    root = _record(generated, record, kind, language)
    root["title"] = text(f"schema.{kind}", language)
    shaped = {name: _record(part, records[name], _OWNERS[name], language) for name, part in parts.items()}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **root, "$defs": shaped}


def _records(base: type[Frozen]) -> Iterator[type[Frozen]]:
    for each in base.__subclasses__():
        yield each
        yield from _records(each)


def _record(schema: Schema, record: type[Frozen], owner: str, language: Language) -> Schema:
    """The schema of one record: its keys described, the optional ones empty too, with its short form."""
    required = schema.get("required", [])
    properties: dict[str, Schema] = {}
    for key, node in schema["properties"].items():
        shaped = _typed(node)
        if key not in required:
            shaped = _or_empty(shaped)
        described = {"description": text(_key(owner, key), language)} if has(_key(owner, key)) else {}
        properties[key] = {**described, **shaped}
    if issubclass(record, Output):
        properties["highlight"]["anyOf"].append(_scalar(properties["file"]))
    long = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        long["required"] = required
    if issubclass(record, Figure):
        # An empty value is none, so a form counts only where something stands in it.
        given = [{"required": [form], "properties": {form: {"not": _NULL}}} for form in FORMS]
        return {"anyOf": [_scalar(properties["level"]), {**long, "oneOf": given}]}
    if issubclass(record, Part):
        return {"anyOf": [_scalar(properties["name"]), long]}
    return long


def _key(owner: str, key: str) -> str:
    return f"schema.{owner}.{key}" if has(f"schema.{owner}.{key}") else f"schema.part.{key}"


def _scalar(node: Schema) -> Schema:
    """Only the scalar that a key takes, without its description and emptiness."""
    for branch in node.get("anyOf", [node]):
        if branch != _NULL and "items" not in branch:
            return {key: value for key, value in branch.items() if key != "description"}
    raise KeyError("scalar")


def _or_empty(node: Schema) -> Schema:
    branches = node.get("anyOf", [node])
    return {"anyOf": [*branches, *([] if _NULL in branches else [_NULL])]}


def _typed(node: Schema) -> Schema:
    """A node as an editor needs it: without Pydantic's titles, and with the text that stands for a typed scalar."""
    kept = {key: _SHAPED.get(key, _same)(value) for key, value in node.items() if key not in {"title", "default"}}
    match node.get("type"):
        case "array":
            # Pydantic counts what stands before a validator as letters.
            return {_OF_LISTS.get(key, key): value for key, value in kept.items()}
        case "number":
            return {**kept, "type": ["number", "string"], "pattern": _NUMBER}
        case "integer":
            return {**kept, "type": ["integer", "string"], "pattern": _WHOLE}
        case "boolean":
            return {"enum": [True, False, "true", "false"]}
    if "const" in node:
        return {"enum": [node["const"], str(node["const"])]}
    if node.get("maxLength") == NAME_LENGTH:
        kept["minLength"] = 1
    return kept


def _same(value: Any) -> Any:
    return value


_SHAPED: dict[str, Callable[[Any], Any]] = {
    "items": _typed,
    "additionalProperties": lambda value: _typed(value) if isinstance(value, dict) else value,
    "anyOf": lambda branches: [_typed(branch) for branch in branches],
}
