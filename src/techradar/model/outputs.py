"""What `radar.yaml` says of the files that `render` writes (docs/file-format.md)."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from techradar.language import Language, Phrase, phrase
from techradar.model.values import AsList, Checked, FreeText, Frozen, Name, Truth, Whole, mistake, one_of

VIEWS = ("radar", "matrix", "trend")
LABELS = ("auto", "names", "numbers")
THEMES = ("light", "dark", "mono")
SIZES = ("a4", "a4-portrait", "a3", "slide", "square")
LARGEST = 14_400  # points
DPI_LEAST, DPI_MOST = 36, 1200
TOLD = "told"


def is_size(word: str) -> bool:
    """Whether a word is the size of a sheet: a name, or width x height in whole points, 1 to 14,400 each.

    A PDF can have no larger page, and nobody a larger wall: 5 metres.
    """
    sides = re.fullmatch(r"(\d{1,5})x(\d{1,5})", word, re.ASCII)
    return word in SIZES or (sides is not None and all(1 <= int(side) <= LARGEST for side in sides.groups()))


def _size(value: Any) -> str:
    if not isinstance(value, str) or not is_size(value.strip()):
        raise mistake("bad-size", phrase("model.bad-size.hint"), value=str(value))
    return value.strip()


class Mistaken:
    """An option that is wrong, and why: kept in its place, so that one output does not hide what others are.

    Only where a radar has no errors are its outputs to be used.
    """

    def __init__(self, error: PydanticCustomError) -> None:
        self.error = error


def _kept(check: Checked) -> Checked:
    """A check of a text that keeps a mistake in the text's place; `mistakes` tells it.

    Where the context is `TOLD`, something else in the file is refused, and every mistake is told with it.
    """

    def kept(value: Any, info: ValidationInfo) -> Any:
        try:
            return check.check(value)
        except PydanticCustomError as error:
            if info.context == TOLD or not isinstance(value, str):
                raise
            return Mistaken(error)

    return Checked(kept, check.schema, informed=True)


def _dpi(value: Any) -> int:
    dots: int = _WHOLE.check(value)
    if not DPI_LEAST <= dots <= DPI_MOST:
        limits = {"least": DPI_LEAST, "most": DPI_MOST}
        raise mistake("bad-dpi", phrase("model.bad-dpi.hint", **limits), value=dots)
    return dots


_WHOLE, _BLANK = (get_args(kind)[1] for kind in (Whole, Truth))
_DPI = Checked(_dpi, {"type": "integer", "minimum": DPI_LEAST, "maximum": DPI_MOST})
_SIZE = Checked(_size, {"type": "string"})
_LANG = one_of(("da", "en"), "unknown-language", meanings="language")


def _tuple_of_words(value: Any) -> Any:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


class Output(Frozen):
    """A file that `render` writes, with the options of `render` by their long names."""

    file: FreeText
    view: Annotated[Literal["radar", "matrix", "trend"], _kept(one_of(VIEWS))] = "radar"
    edition: Name | None = None
    area: Name | None = None
    sector: Name | None = None
    ring: Name | None = None
    tag: Name | None = None
    highlight: Annotated[tuple[Name, ...], BeforeValidator(_tuple_of_words)] = ()
    blank: Annotated[bool, _kept(_BLANK)] = False
    labels: Annotated[Literal["auto", "names", "numbers"], _kept(one_of(LABELS))] = "auto"
    theme: Annotated[Literal["light", "dark", "mono"], _kept(one_of(THEMES, meanings="theme"))] = "light"
    size: Annotated[str, _kept(_SIZE)] | None = None
    dpi: Annotated[int, _kept(_DPI)] | None = None
    title: FreeText | None = None
    lang: Annotated[Language, _kept(_LANG)] | None = None

    def mistakes(self) -> Iterator[tuple[str, str, Phrase, Phrase | None]]:
        """The options that are wrong: key, code, message and hint."""
        for key, value in self:
            if isinstance(value, Mistaken):
                context = dict(value.error.context or {})
                hint = context.pop("hint")
                context.pop("at_key")
                yield key, value.error.type, phrase(f"model.{value.error.type}", **context), hint


Outputs = Annotated[tuple[Output, ...], AsList]
