"""What `radar.yaml` says of the files that `render` writes (docs/file-format.md)."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from techradar.language import Language, phrase
from techradar.model.values import AsList, Checked, FreeText, Frozen, Name, Truth, Whole, mistake, one_of

VIEWS = ("radar", "matrix", "trend")
LABELS = ("auto", "names", "numbers")
THEMES = ("light", "dark", "mono")
SIZES = ("a4", "a4-portrait", "a3", "slide", "square")
LARGEST = 14_400  # points


def is_size(word: str) -> bool:
    """Whether a word is the size of a sheet: a name, or width x height in whole points, 1 to 14,400 each.

    A PDF can have no larger page, and nobody a larger wall: 5 metres.
    """
    sides = re.fullmatch(r"(\d{1,5})x(\d{1,5})", word)
    return word in SIZES or (sides is not None and all(1 <= int(side) <= LARGEST for side in sides.groups()))


def _size(value: Any) -> str:
    if not isinstance(value, str) or not is_size(value.strip()):
        raise mistake("bad-size", phrase("model.bad-size.hint"), value=str(value))
    return value.strip()


def _tuple_of_words(value: Any) -> Any:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


class Output(Frozen):
    """A file that `render` writes, with the options of `render` by their long names."""

    file: FreeText
    view: Annotated[Literal["radar", "matrix", "trend"], one_of(VIEWS)] = "radar"
    edition: Name | None = None
    area: Name | None = None
    sector: Name | None = None
    ring: Name | None = None
    tag: Name | None = None
    highlight: Annotated[tuple[Name, ...], BeforeValidator(_tuple_of_words)] = ()
    blank: Truth = False
    labels: Annotated[Literal["auto", "names", "numbers"], one_of(LABELS)] = "auto"
    theme: Annotated[Literal["light", "dark", "mono"], one_of(THEMES, meanings="theme")] = "light"
    size: Annotated[str, Checked(_size, {"type": "string"})] | None = None
    dpi: Whole | None = None
    title: FreeText | None = None
    lang: Annotated[Language, one_of(("da", "en"), "unknown-language", meanings="language")] | None = None


Outputs = Annotated[tuple[Output, ...], AsList]
