"""The kinds of value that a file may hold, each from the text that YAML gave, each with its own mistakes.

Every scalar arrives as text (DESIGN 3.1), so nothing here guesses a type: a date is `2026-03-02`, a number
`0.75`, a truth `true` or `false`. A mistake is a `PydanticCustomError` whose type is the problem's code and
whose context holds the message's values and, under `hint`, a phrase.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from techradar import yamlhints
from techradar.language import Phrase, phrase
from techradar.language.writing import ID_LENGTH, WINDOWS_DEVICES, slug

NAME_LENGTH = 80
TEXT_LENGTH = 10_000
ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
EDITION_ID_PATTERN = r"[a-z0-9]+([.-][a-z0-9]+)*"
# What editors that type YAML scalars themselves must accept where we read text.
_ANY_SCALAR = {"type": ["string", "number", "boolean"]}


class Frozen(BaseModel):
    """What all records share: unknown keys are mistakes, nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: Any) -> Any:
        # An empty value is none, so a key without a value is a key that was left out.
        return {k: v for k, v in data.items() if v is not None} if isinstance(data, dict) else data


class Basis(StrEnum):
    """Where a figure comes from, weakest first."""

    JUDGEMENT = "judgement"
    DERIVED = "derived"
    PUBLISHED = "published"
    MEASURED = "measured"

    @property
    def strength(self) -> int:
        """0 for the weakest."""
        return list(Basis).index(self)


def mistake(code: str, hint: Phrase | None = None, *, at_key: bool = False, **values: object) -> PydanticCustomError:
    """A mistake in a value: `model.<code>` is its message, filled with `values`; it lies at the value or its key."""
    context = {**values, "hint": hint, "at_key": at_key}
    return PydanticCustomError(code, "see the catalogue", context)


Place = tuple[str | int, ...]


def refuse(found: Iterable[tuple[Place, PydanticCustomError]]) -> None:
    """Raise all mistakes at once, each at its place below the value that is validated; nothing where there is none."""
    details = [InitErrorDetails(type=error, loc=place, input=None) for place, error in found]
    if details:
        raise ValidationError.from_exception_data("value", details)


def folded(reference: str) -> str:
    """A reference as it is compared: NFC, upper and lower case aside, blanks as one."""
    return " ".join(unicodedata.normalize("NFC", reference).casefold().split())


def did_you_mean(word: str, options: Iterable[str]) -> Phrase | None:
    """A hint that names the nearest of `options` and lists them, or only lists them; none without options."""
    names = list(options)
    if not names:
        return None
    by_fold = {folded(name): name for name in names}
    near = difflib.get_close_matches(folded(word), list(by_fold), n=1, cutoff=0.6)
    shown = tuple(names[:12]) + (("…",) if len(names) > 12 else ())
    if near:
        return phrase("model.did-you-mean", near=by_fold[near[0]], options=shown)
    return phrase("model.options", options=shown)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise mistake("wrong-type", expected=phrase("model.a-text"))
    return value


def _free_text(value: Any) -> str:
    words = _text(value).strip()
    if len(words) > TEXT_LENGTH:
        raise mistake("text-too-long", length=len(words), most=TEXT_LENGTH)
    return words


def _name(value: Any) -> str:
    words = unicodedata.normalize("NFC", _text(value).strip())
    if "\n" in words or "\r" in words:
        raise mistake("name-of-many-lines", phrase("model.name-of-many-lines.hint"))
    if not words:
        raise mistake("empty-name")
    if len(words) > NAME_LENGTH:
        raise mistake("name-too-long", phrase("model.name-too-long.hint"), length=len(words), most=NAME_LENGTH)
    return words


def number_of(value: Any) -> float:
    """A number from its text; "0,75" and "37 %" get a hint of their own."""
    words = _text(value).strip()
    if not re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)", words) or len(words) > 20:
        raise mistake("not-a-number", yamlhints.number_hint(words), value=words)
    return float(words)


def _whole(value: Any) -> int:
    words = _text(value).strip()
    if not re.fullmatch(r"\d{1,12}", words):
        raise mistake("not-a-whole-number", yamlhints.number_hint(words), value=words)
    return int(words)


def _date(value: Any) -> date:
    words = _text(value).strip()
    hint = yamlhints.date_hint(words) or phrase("model.not-a-date.hint")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        raise mistake("not-a-date", hint, value=words)
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise mistake("not-a-date", hint, value=words) from None


def _truth(value: Any) -> bool:
    words = _text(value).strip()
    if words not in {"true", "false"}:
        raise mistake("not-true-or-false", phrase("model.not-true-or-false.hint"), value=words)
    return words == "true"


def _address(value: Any) -> str:
    words = _text(value).strip()
    try:
        parts = urlsplit(words)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", words)
    except ValueError:
        sound = False
    if not sound:
        raise mistake("not-an-address", phrase("model.not-an-address.hint"), value=words)
    return words


def _id(pattern: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        words = _text(value).strip()
        bad = not re.fullmatch(pattern, words) or len(words) > ID_LENGTH or words in WINDOWS_DEVICES
        if bad:
            near = slug(words)
            raise mistake("bad-id", phrase("model.bad-id.hint", near=near) if near else None, value=words)
        return words

    return check


def _color(value: Any) -> str:
    words = _text(value).strip().lower()
    short = re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])", words)
    if short:
        words = "#" + "".join(letter * 2 for letter in short.groups())
    if not re.fullmatch(r"#[0-9a-f]{6}", words):
        raise mistake("not-a-color", phrase("model.not-a-color.hint"), value=words)
    return words


def one_of(options: Iterable[str], code: str = "unknown-word") -> BeforeValidator:
    """A validator for a word from a closed set."""
    words = tuple(options)

    def check(value: Any) -> str:
        word = _text(value).strip()
        if word not in words:
            raise mistake(code, did_you_mean(word, words), value=word)
        return word

    return BeforeValidator(check)


def _list(value: Any) -> Any:
    if not isinstance(value, list):
        raise mistake("wrong-type", phrase("model.a-list.hint"), expected=phrase("model.a-list"))
    return tuple(value)


def _unique_texts(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


AsList = BeforeValidator(_list)
Name = Annotated[str, BeforeValidator(_name), WithJsonSchema({**_ANY_SCALAR, "maxLength": NAME_LENGTH})]
FreeText = Annotated[str, BeforeValidator(_free_text), WithJsonSchema({**_ANY_SCALAR, "maxLength": TEXT_LENGTH})]
Number = Annotated[float, BeforeValidator(number_of), WithJsonSchema({"type": "number"})]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Date = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
Address = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string", "format": "uri"})]
Color = Annotated[
    str, BeforeValidator(_color), WithJsonSchema({"type": "string", "pattern": "^#([0-9a-fA-F]{3}){1,2}$"})
]
Id = Annotated[
    str,
    BeforeValidator(_id(ID_PATTERN)),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$"}),
]
EditionId = Annotated[
    str,
    BeforeValidator(_id(EDITION_ID_PATTERN)),
    WithJsonSchema({"type": ["string", "number"], "pattern": f"^{EDITION_ID_PATTERN}$"}),
]
Tags = Annotated[tuple[Name, ...], AsList, AfterValidator(_unique_texts)]
BasisWord = Annotated[
    Basis,
    one_of([basis.value for basis in Basis], "unknown-basis"),
    WithJsonSchema({"enum": [b.value for b in Basis]}),
]


def resolve(
    kind: str,
    word: str,
    known: Mapping[str, str],
    names: Iterable[str],
    *,
    at_key: bool = False,
    **values: object,
) -> str:
    """The id that a reference means: `known` maps folded ids and names to ids; `unknown-<kind>` where none fits."""
    found = known.get(folded(word))
    if found is None:
        raise mistake(f"unknown-{kind}", did_you_mean(word, names), at_key=at_key, value=word, **values)
    return found


def by_reference(given: Mapping[str, Any], resolved: Callable[[str], str], kind: str) -> dict[str, Any]:
    """A mapping whose keys are references, keyed by id instead; all that are unknown or stand twice are refused."""
    result: dict[str, Any] = {}
    wrong: list[tuple[Place, PydanticCustomError]] = []
    for word, value in given.items():
        try:
            id = resolved(word)
        except PydanticCustomError as error:
            wrong.append(((word,), error))
            continue
        if id in result:
            wrong.append(((word,), mistake(f"double-{kind}", at_key=True, value=word)))
        result[id] = value
    refuse(wrong)
    return result
