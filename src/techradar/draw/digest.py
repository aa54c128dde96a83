"""What a picture was made from, in short, as it stands in the picture's own file.

SVG carries it in `<metadata>`, PNG in a text chunk, PDF among its document information. A file that carries it is
a picture of ours: `render` may replace it, and can tell whether it is out of date. Its last pair is a seal, a digest
of all the rest of the file, so that what somebody drew or wrote into it since is not taken for ours.
"""

from __future__ import annotations

import hashlib
import json
import re

from techradar.draw.png import SIGNATURE, chunk, chunks_in, text_in

# Raised whenever the same scene comes out of a writer, or the same radar out of the layout, in another way.
DRAWING_VERSION = "8"
NAMESPACE = "https://kommune-techradar.example/digest"
KEYWORD = "techradar"
# How the files of each kind begin and end.
_ENDS = {
    ".png": (SIGNATURE, b"IEND\xaeB`\x82"),
    ".pdf": (b"%PDF", b"%%EOF"),
    ".svg": (b"<svg", b"</svg>"),
}
LIMIT = 64 * 1024 * 1024  # bytes; nothing that we draw is larger
_DIGITS = 12
# The last pair of a digest before it is sealed.
UNSEALED = ("seal", "0" * _DIGITS)
_MERGED = re.compile(rb"^<{7}(?: |\r?$)", re.MULTILINE)


def short(words: str) -> str:
    """A short, stable digest of a text: 12 hexadecimal digits."""
    return _short(words.encode())


def _short(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=_DIGITS // 2).hexdigest()


def as_text(digest: tuple[tuple[str, str], ...]) -> str:
    """The digest as it is written: JSON in ASCII, so that every kind of file can carry it."""
    return json.dumps(dict(digest))


def digest_in(data: bytes) -> dict[str, str] | None:
    """The digest in the bytes of a picture, SVG, PNG or PDF; none where it is no picture of ours."""
    where = _where(data)
    if where is None:
        return None
    found = data[where]
    try:
        if kind_of(data) == ".png":
            words = text_in(found)[1]
        elif kind_of(data) == ".pdf":
            words = re.sub(rb"\\([()\\])", rb"\1", found).decode()
        else:
            words = _unescaped(found.decode())
        pairs = json.loads(words)
    except (ValueError, RecursionError):  # no UTF-8, no JSON: a file of ours that was changed, or never one
        return None
    return {str(k): str(v) for k, v in pairs.items()} if isinstance(pairs, dict) else None


def kind_of(data: bytes) -> str:
    """The suffix that goes with the bytes of a picture: ".svg", ".png" or ".pdf"."""
    return next((kind for kind, (start, _) in _ENDS.items() if data.startswith(start)), ".svg")


def is_whole(data: bytes) -> bool:
    """Whether a picture has its end, whatever somebody put behind it; one that was cut off has none."""
    return _ENDS[kind_of(data)][1] in data


# --- The seal


def sealed(data: bytes) -> bytes:
    """A picture with its seal in place; it must carry a digest whose last pair is `UNSEALED`."""
    where = _where(data)
    assert where is not None, "a picture carries its digest"
    before, blank, after = data[where].rpartition(UNSEALED[1].encode())
    assert blank, "a digest ends with a place for the seal"
    written = before + _seal(data, where).encode() + after
    if kind_of(data) == ".png":
        written = chunk(written[4:8], written[8:-4])
    return data[: where.start] + written + data[where.stop :]


def is_edited(data: bytes) -> bool:
    """Whether a picture of ours was changed since it was drawn; never where it is of a version that did not seal.

    Line ends that git turned into those of Windows are no change of an SVG.
    """
    where, digest = _where(data), digest_in(data)
    if where is None or digest is None:
        return False
    said = digest.get(UNSEALED[0])
    return digest.get("drawing") == DRAWING_VERSION if said is None else said != _seal(data, where)


def is_merged(data: bytes) -> bool:
    """Whether git left two versions of a picture in one file, with its marks between them."""
    # The mark alone is looked for first, which is faster by far.
    return b"<<<<<<<" in data and kind_of(data) == ".svg" and _MERGED.search(data) is not None


def _seal(data: bytes, where: slice) -> str:
    rest = data[: where.start] + data[where.stop :]
    return _short(rest.replace(b"\r\n", b"\n") if kind_of(data) == ".svg" else rest)


def _where(data: bytes) -> slice | None:
    """Where in a picture's bytes its digest is written; of a PNG the whole chunk."""
    kind = kind_of(data)
    if kind == ".png":
        return next((place for place in chunks_in(data) if text_in(data[place])[0] == KEYWORD), None)
    if kind == ".pdf":
        # Among the document information, which matplotlib writes as plain strings: ours are ASCII.
        found = re.search(rb"/Keywords \(((?:\\.|[^\\()])*)\)", data, re.DOTALL)
    else:
        found = re.search(rb'<digest xmlns="%b">([^<]*)</digest>' % re.escape(NAMESPACE).encode(), data)
    return slice(*found.span(1)) if found is not None else None


def _unescaped(words: str) -> str:
    for written, sign in (("&quot;", '"'), ("&gt;", ">"), ("&lt;", "<"), ("&amp;", "&")):
        words = words.replace(written, sign)
    return words
