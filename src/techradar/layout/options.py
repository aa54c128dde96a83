"""How a picture of any view is wanted."""

from __future__ import annotations

from typing import Literal, NamedTuple

from techradar.language import Language

Size = str | tuple[float, float] | None


class Options(NamedTuple):
    """How a picture is wanted. `size` is a name of `sheet.SIZES`, or width and height in points.

    `highlight` holds ids; `link` is an address in which `{id}` stands for a technology's id; `blank` leaves the
    technologies out.
    """

    language: Language
    title: str | None = None
    labels: Literal["auto", "names", "numbers"] = "auto"
    size: Size = None
    highlight: frozenset[str] = frozenset()
    theme: str = "light"
    blank: bool = False
    link: str | None = None
