"""The width of text, from the font's own table of advance widths (`data/fonts/advances.json`).

Kerning and ligatures are off wherever we draw, so a text is as wide as the sum of its advances; in Chromium this
holds to 0.01 px. Sizes and widths are points; ascent, descent and heights are parts of the size.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from techradar.layout.scene import Weight

ASCENT = 1984 / 2048
DESCENT = 494 / 2048
CAP_HEIGHT = 1490 / 2048
X_HEIGHT = 1118 / 2048

# What another font will need at most for a character that ours has not, in parts of the size.
_OTHER = 1.0
_OTHER_ALPHABET = 0.75  # Greek, Cyrillic, Armenian, Hebrew, Arabic
_OTHER_PICTOGRAM = 1.25
_FIRST_OTHER_ALPHABET, _LAST_OTHER_ALPHABET = 0x370, 0x7FF
_FIRST_PICTOGRAM = 0x1F000

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_ELLIPSIS = "…"

# After a blank; after a hyphen, dash or slash inside a word, with four letters on either side at least: "3D-print"
# and "AR-briller" are one word to a reader. No-break space and no-break hyphen hold together.
_BREAK = re.compile(r"(?<=[ \u2002\u2009])(?=\S)|(?<=\w{4}[-/–])(?=\w{4})")
_BLANKS = " \u2002\u2009"


def width(string: str, size: float, weight: Weight = "regular") -> float:
    """How wide `string` is in points at `size` points; a character outside the font counts as a wide one."""
    return size * _wide(string, weight)


@lru_cache(maxsize=16384)  # the same words are measured for every sheet that is tried
def _wide(string: str, weight: Weight) -> float:
    """How wide `string` is, in sizes of its type."""
    advances = _advances(weight)
    try:
        return sum(map(advances.__getitem__, string))
    except KeyError:
        return sum(_advance(grapheme, advances) for grapheme in graphemes(string))


def fits(string: str, size: float, max_width: float, weight: Weight = "regular") -> bool:
    """Whether `string` is at most `max_width` points wide."""
    return width(string, size, weight) <= max_width


def in_font(string: str) -> bool:
    """Whether our font has every character of `string`."""
    return _advances("regular").keys() >= set(string)


def shortened(string: str, size: float, max_width: float, weight: Weight = "regular") -> str:
    """`string`, cut between graphemes and ended by an ellipsis where it is wider than `max_width` points.

    Where not even the ellipsis has room it stands alone.
    """
    if fits(string, size, max_width, weight):
        return string
    parts = graphemes(string)
    while parts:
        parts = parts[:-1]
        short = "".join(parts).rstrip() + _ELLIPSIS
        if fits(short, size, max_width, weight):
            return short
    return _ELLIPSIS


def wrapped(string: str, size: float, weight: Weight, max_width: float, max_lines: int) -> tuple[str, ...] | None:
    """`string` in as few lines as hold it, at most `max_lines`, each at most `max_width` points wide.

    Lines break after blanks, and after hyphens, dashes and slashes inside a word. Among the ways to break into that
    many lines the one with the narrowest block is taken. None where there is no way.
    """
    pieces = pieces_of(string)
    joined: dict[tuple[int, int], tuple[str, float]] = {}

    def line(first: int, last: int) -> tuple[str, float]:
        if (first, last) not in joined:
            text = "".join(pieces[first:last]).rstrip(_BLANKS)
            joined[first, last] = text, width(text, size, weight)
        return joined[first, last]

    # best[i]: the narrowest block of the first i pieces in as many lines as the round says, with its lines.
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for _ in range(max_lines):
        longer: dict[int, tuple[float, tuple[str, ...]]] = {}
        for first, (block, lines) in best.items():
            for last in range(first + 1, len(pieces) + 1):
                text, wide = line(first, last)
                if wide > max_width:
                    break
                if last not in longer or max(block, wide) < longer[last][0]:
                    longer[last] = max(block, wide), (*lines, text)
        if len(pieces) in longer:
            return longer[len(pieces)][1]
        best = longer
    return None


def parts(string: str) -> list[str]:
    """`string` in the parts that a line does not break: words, and what is between hyphens, dashes and slashes."""
    return [part.rstrip(_BLANKS) for part in pieces_of(string)]


def pieces_of(string: str) -> list[str]:
    """The same with the blanks behind them."""
    return _BREAK.split(string.strip())


def graphemes(string: str) -> tuple[str, ...]:
    """`string` in the parts that a reader sees as one character: marks, joined emoji and flags stay whole."""
    if string.isascii():
        return tuple(string)
    parts: list[str] = []
    for character in string:
        if parts and _belongs_to(character, parts[-1]):
            parts[-1] += character
        else:
            parts.append(character)
    return tuple(parts)


def _belongs_to(character: str, before: str) -> bool:
    """Whether `character` carries on the grapheme `before`."""
    code = ord(character)
    if before[-1] == _JOINER or character == _JOINER or code in _SKIN_TONES:
        return True
    if code in _FLAG_LETTERS:
        return len(before) == 1 and ord(before) in _FLAG_LETTERS
    return unicodedata.category(character) in {"Mn", "Mc", "Me"} or 0xE0020 <= code <= 0xE007F


def _advance(grapheme: str, advances: dict[str, float]) -> float:
    """The width of one grapheme as a part of the size."""
    composed = unicodedata.normalize("NFC", grapheme)
    return max(_advance_of_one(character, advances) for character in composed)


def _advance_of_one(character: str, advances: dict[str, float]) -> float:
    known = advances.get(character)
    if known is not None:
        return known
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    code = ord(character)
    if code >= _FIRST_PICTOGRAM:
        return _OTHER_PICTOGRAM
    return _OTHER_ALPHABET if _FIRST_OTHER_ALPHABET <= code <= _LAST_OTHER_ALPHABET else _OTHER


@cache
def _advances(weight: Weight) -> dict[str, float]:
    """The advance of every character of the font as a part of the size."""
    content = (Path(__file__).parent.parent / "data" / "fonts" / "advances.json").read_text(encoding="utf-8")
    table = json.loads(content)
    units: int = table["units_per_em"]
    return {character: advance / units for character, advance in table[weight].items()}
