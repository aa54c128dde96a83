"""What a picture was made from, in short, as it stands in the picture's own file.

SVG carries it in `<metadata>`, PNG in a text chunk, PDF among its document information. A file that carries it is
a picture of ours: `render` may replace it, and can tell whether it is out of date.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import unescape

# Raised whenever the same scene comes out of a writer, or the same radar out of the layout, in another way.
DRAWING_VERSION = "1"
NAMESPACE = "https://kommune-techradar.example/digest"
KEYWORD = "techradar"
LIMIT = 64 * 1024 * 1024  # bytes; nothing that we draw is larger


def short(words: str) -> str:
    """A short, stable digest of a text: 12 hexadecimal digits."""
    return hashlib.blake2b(words.encode(), digest_size=6).hexdigest()


def as_text(digest: tuple[tuple[str, str], ...]) -> str:
    """The digest as it is written: JSON in ASCII, so that every kind of file can carry it."""
    return json.dumps(dict(digest))


def read_digest(path: Path) -> dict[str, str] | None:
    """The digest that a picture carries; none where it is no picture of ours. OSError where it cannot be read."""
    if path.stat().st_size > LIMIT:
        return None
    data = path.read_bytes()
    if data.startswith(b"\x89PNG"):
        found = next((value for key, value in _png_texts(data) if key == KEYWORD), None)
    elif data.startswith(b"%PDF"):
        found = _pdf_keywords(data)
    else:
        found = _svg_metadata(data)
    return _parsed(found) if found is not None else None


def _parsed(words: str) -> dict[str, str] | None:
    try:
        pairs = json.loads(words)
    except ValueError:
        return None
    return {str(k): str(v) for k, v in pairs.items()} if isinstance(pairs, dict) else None


def _svg_metadata(data: bytes) -> str | None:
    pattern = rf'<digest xmlns="{re.escape(NAMESPACE)}">([^<]*)</digest>'.encode()
    found = re.search(pattern, data)
    return unescape(found[1].decode("utf-8", "strict"), {"&quot;": '"'}) if found else None


def _png_texts(data: bytes) -> Iterator[tuple[str, str]]:
    """The text chunks of a PNG (tEXt, iTXt), as far as they are whole."""
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        chunk = data[at + 8 : at + 8 + length]
        if kind in {b"tEXt", b"iTXt"}:
            keyword, _, rest = chunk.partition(b"\0")
            packed = False
            if kind == b"iTXt":
                packed = rest[:1] == b"\1"
                rest = rest[2:].split(b"\0", 2)[-1]
            try:
                words = (zlib.decompress(rest) if packed else rest).decode("utf-8", "strict")
            except (zlib.error, UnicodeDecodeError):
                words = ""
            yield keyword.decode("latin-1"), words
        at += length + 12


def _pdf_keywords(data: bytes) -> str | None:
    """The keywords of a PDF's document information, which matplotlib writes as a plain or a UTF-16 string."""
    found = re.search(rb"/Keywords \(((?:\\.|[^\\()])*)\)", data, re.DOTALL)
    if found is None:
        return None
    raw = re.sub(rb"\\([()\\])", rb"\1", found[1])
    return raw.decode("utf-16") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")
