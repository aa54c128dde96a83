"""Pydantic's errors as problems: at their place in the file, in our own words, with a way out."""

from __future__ import annotations

import types
import typing
from collections.abc import Collection, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from techradar import yamlhints
from techradar.language import Phrase, has, phrase
from techradar.model.later import of_field
from techradar.model.references import References
from techradar.model.values import did_you_mean, folded, nearest
from techradar.problems import Problem
from techradar.yamltree import Loc, Mapping, Scalar, Sequence, Tree

_EXPECTED = {
    "string_type": "text",
    "list_type": "list",
    "tuple_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
_OF_A_SCALE = frozenset({"unknown-level", "level-is-number", "outside-scale", "no-such-scale"})


def problems_of(
    error: ValidationError, tree: Tree, model: type[BaseModel], references: References | None = None
) -> list[Problem]:
    """The problems that `error`, raised while `tree` was read as `model`, stands for."""
    details = error.errors(include_url=False, include_input=False)
    # A key that is spelled wrong is not missing as well.
    meant = {
        (*detail["loc"][:-1], _meant(str(detail["loc"][-1]), keys_at(model, detail["loc"][:-1])))
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    return [
        _problem(detail, tree, model, references)
        for detail in details
        if detail["type"] != "missing" or detail["loc"] not in meant
    ]


def doubled_editions(tree: Tree, references: References, found: Collection[Problem]) -> Iterator[Problem]:
    """Assessments of one edition that validation did not come to compare, since one of them has another mistake."""
    if any(p.code == "two-assessments" for p in found):
        return
    known = references.known.get("edition", {})
    seen: set[str] = set()
    listed = tree.values.get("assessments")
    for place, said in enumerate(listed if isinstance(listed, list) else ()):
        word = said.get("edition") if isinstance(said, dict) else None
        if not isinstance(word, str):
            continue
        edition = known.get(folded(word), folded(word))
        if edition in seen:
            message, hint = phrase("model.two-assessments", edition=edition), phrase("model.two-assessments.hint")
            yield tree.problem(("assessments", place, "edition"), "two-assessments", message, hint)
        seen.add(edition)


def _problem(detail: Any, tree: Tree, model: type[BaseModel], references: References | None) -> Problem:
    loc: Loc = detail["loc"]
    context: dict[str, Any] = dict(detail.get("ctx", {}))
    kind: str = detail["type"]
    if kind == "missing":
        return _missing(loc, tree)
    if kind == "extra_forbidden":
        message = phrase("model.unknown-key", key=str(loc[-1]))
        return tree.problem(loc, "unknown-key", message, _key_hint(loc, tree, model), at_key=True)
    if kind in _EXPECTED or kind == "wrong-type":
        expected = context.get("expected") or phrase(f"model.a-{_EXPECTED[kind]}")
        return _wrong_type(loc, expected, tree, model)
    if kind in {"too_short", "too_long"}:
        least, most = context.get("min_length"), context.get("max_length")
        code = "too-few" if kind == "too_short" else "too-many"
        bound = least if kind == "too_short" else most
        return tree.problem(loc, code, phrase(f"model.{code}", bound=bound, actual=context["actual_length"]))
    hint = context.pop("hint", None)
    at_key = context.pop("at_key", False)
    key = f"model.{kind}"
    assert has(key), f"no text for {kind}: {detail}"
    value = context.get("value")
    if isinstance(value, str):
        hint = yamlhints.quote_hint(value) or hint or yamlhints.blank_hint(value)
    if kind in _OF_A_SCALE and (hint is None or hint.key != "model.did-you-mean"):
        hint = _old_scale(loc, tree, references) or hint
    return tree.problem(loc, kind, phrase(key, **context), hint, at_key=at_key)


def _missing(loc: Loc, tree: Tree) -> Problem:
    key = str(loc[-1])
    record = tree.node(loc[:-1])
    if isinstance(record, Mapping) and record.get(key) is not None:
        message = phrase("model.missing-key.empty", key=key)
        return tree.problem(loc, "missing-key", message, phrase("model.missing-key.empty.hint", key=key), at_key=True)
    hint = phrase("model.missing-key.hint", key=key)
    return tree.problem(loc[:-1], "missing-key", phrase("model.missing-key", key=key), hint, at_key=True)


def _wrong_type(loc: Loc, expected: Phrase, tree: Tree, model: type[BaseModel]) -> Problem:
    """A text where a list is expected, a list where a text is, nothing where something is: and how to write it."""
    node = tree.node(loc)
    nothing = isinstance(node, Scalar) and node.value is None
    keys = keys_at(model, loc)
    if expected == phrase("model.a-list"):
        hint = phrase("model.a-list.hint")
    elif expected != phrase("model.a-mapping"):
        hint = phrase("model.nothing.hint" if nothing else "model.a-text.hint")
    elif loc[-1:] in {("areas",), ("shares",), ("counts",)}:
        hint = phrase("model.entries.hint")
    else:
        dashed = isinstance(node, Sequence) and not node.flow
        hint = phrase("model.a-mapping.dashed" if dashed else "model.a-mapping.hint", keys=tuple(keys))
    message = phrase("model.wrong-type.nothing" if nothing else "model.wrong-type", expected=expected)
    return tree.problem(loc, "wrong-type", message, hint)


def _old_scale(loc: Loc, tree: Tree, references: References | None) -> Phrase | None:
    """What to do with figures from before the scale changed: the folder has one scale, today's."""
    said = tree.node((*loc[:2], "edition"))
    if references is None or not references.editions or loc[:1] != ("assessments",) or not isinstance(said, Scalar):
        return None
    order = [folded(edition.id) for edition in references.editions]
    at = order.index(folded(said.value or "")) if folded(said.value or "") in order else len(order)
    after = next((edition for edition in references.editions[at + 1 :] if not edition.comparable), None)
    return phrase("model.old-scale.hint", edition=after.id) if after is not None else None


def _key_hint(loc: Loc, tree: Tree, model: type[BaseModel]) -> Phrase | None:
    key = str(loc[-1])
    known = keys_at(model, loc[:-1])
    if loc == ("id",):
        return phrase("model.id-key.hint")
    return tree.hint_for_key(loc, known) or did_you_mean(key, known)


def _meant(key: str, known: list[str]) -> str | None:
    """The known key that an unknown one was probably meant for, by its Danish name or its spelling."""
    near = nearest(key, known)
    return yamlhints.english_key(key, known) or (near[0] if near else None)


def keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that the record at `loc` below `model` may have."""
    found = model
    for part in loc:
        field = next((f for name, f in found.model_fields.items() if part in {name, f.alias}), None)
        if field is not None:
            later = of_field(field)
            record = _record_in(later.annotation if later is not None else field.annotation)
            if record is None:
                return []
            found = record
    return [field.alias or name for name, field in found.model_fields.items()]


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    return next((found for part in typing.get_args(annotation) if (found := _record_in(part))), None)
