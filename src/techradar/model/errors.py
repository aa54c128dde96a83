"""Pydantic's errors as problems: at their place in the file, in our own words, with a way out."""

from __future__ import annotations

import types
import typing
from typing import Any

from pydantic import BaseModel, ValidationError

from techradar import yamlhints
from techradar.language import Phrase, has, phrase
from techradar.model.values import did_you_mean
from techradar.problems import Problem
from techradar.yamltree import Tree

_EXPECTED = {
    "string_type": "model.a-text",
    "list_type": "model.a-list",
    "tuple_type": "model.a-list",
    "dict_type": "model.a-mapping",
    "model_type": "model.a-mapping",
    "model_attributes_type": "model.a-mapping",
}


def problems_of(error: ValidationError, tree: Tree, model: type[BaseModel]) -> list[Problem]:
    """The problems that `error`, raised while `tree` was read as `model`, stands for."""
    return [_problem(detail, tree, model) for detail in error.errors(include_url=False, include_input=False)]


def _problem(detail: Any, tree: Tree, model: type[BaseModel]) -> Problem:
    loc: tuple[str | int, ...] = detail["loc"]
    context: dict[str, Any] = dict(detail.get("ctx", {}))
    kind: str = detail["type"]
    if kind == "missing":
        key = str(loc[-1])
        hint = phrase("model.missing-key.hint", key=key)
        return tree.problem(loc[:-1], "missing-key", phrase("model.missing-key", key=key), hint, at_key=True)
    if kind == "extra_forbidden":
        key = str(loc[-1])
        message = phrase("model.unknown-key", key=key)
        return tree.problem(loc, "unknown-key", message, _key_hint(key, loc, tree, model), at_key=True)
    if kind in _EXPECTED:
        message = phrase("model.wrong-type", expected=phrase(_EXPECTED[kind]))
        return tree.problem(loc, "wrong-type", message)
    if kind in {"too_short", "too_long"}:
        least, most = context.get("min_length"), context.get("max_length")
        code = "too-few" if kind == "too_short" else "too-many"
        bound = least if kind == "too_short" else most
        return tree.problem(loc, code, phrase(f"model.{code}", bound=bound, actual=context["actual_length"]))
    hint = context.pop("hint", None)
    at_key = context.pop("at_key", False)
    key = f"model.{kind}"
    assert has(key), f"no text for {kind}: {detail}"
    return tree.problem(loc, kind, phrase(key, **context), hint, at_key=at_key)


def _key_hint(key: str, loc: tuple[str | int, ...], tree: Tree, model: type[BaseModel]) -> Phrase | None:
    typed = tree.hint_for_key(loc)
    if typed is not None:
        return typed
    known = keys_at(model, loc[:-1])
    english = yamlhints.DANISH_KEYS.get(key.casefold())
    if english in known:
        return phrase("model.danish-key.hint", key=english)
    return did_you_mean(key, known)


def keys_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the record at `loc` below `model` may have."""
    found = model
    for part in loc:
        field = next((f for name, f in found.model_fields.items() if part in {name, f.alias}), None)
        if field is not None:
            record = _record_in(field.annotation)
            if record is None:
                return []
            found = record
    return [field.alias or name for name, field in found.model_fields.items()]


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    return next((found for part in typing.get_args(annotation) if (found := _record_in(part))), None)
