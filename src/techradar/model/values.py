"""The kinds of value that a file may hold, each from the text that YAML gave, each with its own mistakes.

Every scalar arrives as text (docs/file-format.md), so nothing here guesses a type: a date is `2026-03-02`, a number
`0.75`, a truth `true` or `false`. A mistake is a `PydanticCustomError` whose type is the problem's code and
whose context holds the message's values and, under `hint`, a phrase.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    model_validator,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from techradar.language import LANGUAGES, Phrase, phrase
from techradar.language.writing import ID_LENGTH, WINDOWS_DEVICES, slug

NAME_LENGTH = 80
TEXT_LENGTH = 10_000
ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
EDITION_ID_PATTERN = r"[a-z0-9]+([.-][a-z0-9]+)*"
# What editors that type YAML scalars themselves must accept where we read text.
_ANY_SCALAR = {"type": ["string", "number", "boolean"]}


class Frozen(BaseModel):
    """What all records share: unknown keys are mistakes, nothing changes once it is read."""

    # Built with the record that holds it, and only when a file is read: half the time of a start otherwise.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: Any) -> Any:
        # An empty value is none, so a key without a value is a key that was left out; an unknown one is told of.
        if not isinstance(data, dict):
            return data
        if not any(map(_is_empty, data.values())):
            return data
        known = _keys_of(cls)
        return {key: value for key, value in data.items() if key not in known or not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


@cache
def _keys_of(model: type[BaseModel]) -> frozenset[str]:
    """The keys that a record may have in a file."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


class Basis(StrEnum):
    """Where a figure comes from, weakest first."""

    JUDGEMENT = "judgement"
    DERIVED = "derived"
    PUBLISHED = "published"
    MEASURED = "measured"

    @property
    def strength(self) -> int:
        """0 for the weakest."""
        return _STRENGTHS[self]


_STRENGTHS = {basis: place for place, basis in enumerate(Basis)}


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


@lru_cache(maxsize=4096)
def folded(reference: str) -> str:
    """A reference as it is compared: NFC, upper and lower case aside, blanks as one."""
    return " ".join(unicodedata.normalize("NFC", reference).casefold().split())


def nearest(word: str, options: Sequence[str]) -> list[str]:
    """The one of `options`, which are folded, that is most like `word`; none where none is much like it."""
    import difflib

    return difflib.get_close_matches(folded(word), options, n=1, cutoff=0.6)


def did_you_mean(word: str, options: Iterable[str]) -> Phrase | None:
    """A hint that names the nearest of `options` and lists them, or only lists them; none without options."""
    names = list(options)
    if not names:
        return None
    by_fold = {folded(name): name for name in names}
    near = nearest(word, list(by_fold))
    shown = tuple(names[:12]) + (("…",) if len(names) > 12 else ())
    if near:
        return phrase("model.did-you-mean", near=by_fold[near[0]], options=shown)
    return phrase("model.options", options=shown)


def text_of(value: Any, expected: str = "text") -> str:
    """A value that is a text; else the mistake that says what was `expected`: text, number or date."""
    if not isinstance(value, str):
        raise mistake("wrong-type", expected=phrase(f"model.a-{expected}"))
    return value


def _free_text(value: Any) -> str:
    words = text_of(value).strip()
    if len(words) > TEXT_LENGTH:
        raise mistake("text-too-long", phrase("model.text-too-long.hint"), length=len(words), most=TEXT_LENGTH)
    return words


def _name(value: Any) -> str:
    words = unicodedata.normalize("NFC", text_of(value).strip())
    if "\n" in words or "\r" in words:
        raise mistake("name-of-many-lines", phrase("model.name-of-many-lines.hint"))
    if not words:
        raise mistake("empty-name", phrase("model.empty-name.hint"))
    if len(words) > NAME_LENGTH:
        raise mistake("name-too-long", phrase("model.name-too-long.hint"), length=len(words), most=NAME_LENGTH)
    return words


def number_of(value: Any) -> float:
    """A number from its text; "0,75" and "37 %" get a hint of their own."""
    words = text_of(value, "number").strip()
    if not re.fullmatch(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", words) or len(words) > 100:
        from techradar import yamlhints

        hint = yamlhints.number_hint(words) or phrase("model.not-a-number.hint")
        raise mistake("not-a-number", hint, value=words)
    return float(words)


def _whole(value: Any) -> int:
    words = text_of(value, "number").strip()
    if not re.fullmatch(r"[0-9]{1,12}", words):
        raise mistake("not-a-whole-number", phrase("model.not-a-whole-number.hint"), value=words)
    return int(words)


def _date(value: Any) -> date:
    words = text_of(value, "date").strip()
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
            return date.fromisoformat(words)
    except ValueError:
        raise mistake("not-a-date", phrase("model.not-a-date.no-such-day"), value=words) from None
    from techradar import yamlhints

    raise mistake("not-a-date", yamlhints.date_hint(words) or phrase("model.not-a-date.hint"), value=words)


def _truth(value: Any) -> bool:
    words = text_of(value).strip()
    if words not in {"true", "false"}:
        raise mistake("not-true-or-false", phrase("model.not-true-or-false.hint"), value=words)
    return words == "true"


def _address(value: Any) -> str:
    from urllib.parse import urlsplit

    words = text_of(value).strip()
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
        words = text_of(value).strip()
        bad = not re.fullmatch(pattern, words) or len(words) > ID_LENGTH or words in WINDOWS_DEVICES
        if bad:
            near = slug(words)
            raise mistake("bad-id", phrase("model.bad-id.hint", near=near) if near else None, value=words)
        return words

    return check


def _color(value: Any) -> str:
    words = text_of(value).strip().lower()
    short = re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])", words)
    if short:
        words = "#" + "".join(letter * 2 for letter in short.groups())
    if not re.fullmatch(r"#[0-9a-f]{6}", words):
        raise mistake("not-a-color", phrase("model.not-a-color.hint"), value=words)
    return words


class Checked:
    """A value with one check of ours, and what an editor is told of it.

    Said to Pydantic in its own core's words: what it finds out by itself about each key, its type and the check's
    signature, would take most of the time of a start.
    """

    def __init__(self, check: Callable[..., Any], schema: dict[str, Any], *, informed: bool = False) -> None:
        self.check, self.schema, self.informed = check, schema, informed

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The check alone; `informed` ones are told the validation's context."""
        if self.informed:
            return core_schema.with_info_plain_validator_function(self.check)
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """What an editor is told."""
        return dict(self.schema)


class _Listed:
    """A list, and nothing that Pydantic would make one of."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_list, handler(source))


def one_of(
    options: Iterable[str], code: str = "unknown-word", *, meanings: str = "", made: Callable[[str], Any] = str
) -> Checked:
    """A word from a closed set, `made` into what it stands for.

    `meanings` names the catalogue's texts of what the words mean.
    """
    words = tuple(options)

    def check(value: Any) -> Any:
        word = text_of(value).strip()
        if word not in words:
            hint = _which_word(word, words, meanings) if meanings else did_you_mean(word, words)
            raise mistake(code, hint, value=word)
        return made(word)

    return Checked(check, {"enum": list(words)})


def _which_word(word: str, words: tuple[str, ...], meanings: str) -> Phrase:
    """A hint that says what each word means, and which of them "skøn" or "i drift" stands for."""
    meant = {option: phrase(f"model.{meanings}.{option}") for option in words}
    options = tuple(phrase("model.word", word=option, meaning=meaning) for option, meaning in meant.items())
    spelled = {folded(meaning.to(language)): option for option, meaning in meant.items() for language in LANGUAGES}
    near = nearest(word, [*spelled, *words])
    if near:
        return phrase("model.did-you-mean", near=spelled.get(near[0], near[0]), options=options)
    return phrase("model.options", options=options)


def _list(value: Any) -> Any:
    if not isinstance(value, list):
        raise mistake("wrong-type", phrase("model.a-list.hint"), expected=phrase("model.a-list"))
    return tuple(value)


def _unique_texts(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


AsList = _Listed()
Name = Annotated[str, Checked(_name, {**_ANY_SCALAR, "maxLength": NAME_LENGTH})]
FreeText = Annotated[str, Checked(_free_text, {**_ANY_SCALAR, "maxLength": TEXT_LENGTH})]
Number = Annotated[float, Checked(number_of, {"type": "number"})]
Whole = Annotated[int, Checked(_whole, {"type": "integer", "minimum": 0})]
Date = Annotated[date, Checked(_date, {"type": "string", "format": "date"})]
Truth = Annotated[bool, Checked(_truth, {"type": "boolean"})]
Address = Annotated[str, Checked(_address, {"type": "string", "format": "uri"})]
Color = Annotated[str, Checked(_color, {"type": "string", "pattern": "^#([0-9a-fA-F]{3}){1,2}$"})]
Id = Annotated[str, Checked(_id(ID_PATTERN), {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$"})]
EditionId = Annotated[
    str, Checked(_id(EDITION_ID_PATTERN), {"type": ["string", "number"], "pattern": f"^{EDITION_ID_PATTERN}$"})
]
Tags = Annotated[tuple[Name, ...], AsList, AfterValidator(_unique_texts)]
BasisWord = Annotated[Basis, one_of([basis.value for basis in Basis], "unknown-basis", meanings="basis", made=Basis)]


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
        hint = did_you_mean(word, names)
        if kind == "edition" and re.fullmatch(EDITION_ID_PATTERN, word):
            hint = phrase("model.unknown-edition.hint", edition=word, options=tuple(names))
        raise mistake(f"unknown-{kind}", hint, at_key=at_key, value=word, **values)
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
            double = mistake(f"double-{kind}", phrase(f"model.double-{kind}.hint"), at_key=True, value=word)
            wrong.append(((word,), double))
        result[id] = value
    refuse(wrong)
    return result
