"""What a picture was made from, in short, as it stands in the picture's own file.

SVG carries it in `<metadata>`, PNG in a text chunk, PDF among its document information. A file that carries it is
a picture of ours: `render` may replace it, and can tell whether it is out of date.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from techradar.draw.png import SIGNATURE, texts_in

# Raised whenever the same scene comes out of a writer, or the same radar out of the layout, in another way.
DRAWING_VERSION = "3"
NAMESPACE = "https://kommune-techradar.example/digest"
KEYWORD = "techradar"
# How the files of each kind begin and end.
_ENDS = {
    ".png": (SIGNATURE, b"IEND\xaeB`\x82"),
    ".pdf": (b"%PDF", b"%%EOF"),
    ".svg": (b"<svg", b"</svg>"),
}
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
    return digest_in(path.read_bytes())


def digest_in(data: bytes) -> dict[str, str] | None:
    """The digest in the bytes of a picture, SVG, PNG or PDF; none where it is no picture of ours."""
    try:
        if kind_of(data) == ".png":
            found = next((words for keyword, words in texts_in(data) if keyword == KEYWORD), None)
        elif kind_of(data) == ".pdf":
            found = _pdf_keywords(data)
        else:
            found = _svg_metadata(data)
        pairs = json.loads(found) if found is not None else None
    except (ValueError, RecursionError):  # no UTF-8, no JSON: a file of ours that was changed, or never one
        return None
    return {str(k): str(v) for k, v in pairs.items()} if isinstance(pairs, dict) else None


def kind_of(data: bytes) -> str:
    """The suffix that goes with the bytes of a picture: ".svg", ".png" or ".pdf"."""
    return next((kind for kind, (start, _) in _ENDS.items() if data.startswith(start)), ".svg")


def is_whole(data: bytes) -> bool:
    """Whether a picture begins and ends as its kind does; one that was cut off or merged line by line does not."""
    start, end = _ENDS[kind_of(data)]
    return data.startswith(start) and data.rstrip().endswith(end)


def _svg_metadata(data: bytes) -> str | None:
    found = re.search(rb'<digest xmlns="%b">([^<]*)</digest>' % re.escape(NAMESPACE).encode(), data)
    if found is None:
        return None
    words = found[1].decode()
    for written, sign in (("&quot;", '"'), ("&gt;", ">"), ("&lt;", "<"), ("&amp;", "&")):
        words = words.replace(written, sign)
    return words


def _pdf_keywords(data: bytes) -> str | None:
    """The keywords of a PDF's document information, which matplotlib writes as a plain string: ours are ASCII."""
    found = re.search(rb"/Keywords \(((?:\\.|[^\\()])*)\)", data, re.DOTALL)
    return re.sub(rb"\\([()\\])", rb"\1", found[1]).decode() if found is not None else None
