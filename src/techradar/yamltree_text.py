"""A file's bytes as the text that is read."""

from __future__ import annotations

from techradar.language import phrase
from techradar.problems import Problem
from techradar.yamlnodes import Source, clean

_MARK = b"\xef\xbb\xbf"


def decode(data: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """UTF-8 bytes, with or without a byte-order mark, as text without it; or None and why not."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        hint = phrase("yaml.invalid-utf8.hint")
        return None, [Source(path, "").problem(0, 0, "invalid-utf8", phrase("yaml.invalid-utf8.utf16"), hint)]
    body = data.removeprefix(_MARK)
    try:
        return body.decode("utf-8"), []
    except UnicodeDecodeError as error:
        good = body[: error.start].decode("utf-8")
        meant = body[error.start :].decode("cp1252", "replace")  # what Danish Windows programs write otherwise
        message = phrase("yaml.invalid-utf8", byte=f"{body[error.start]:02X}", meant=clean(meant[0]))
        start, hint = len(good), phrase("yaml.invalid-utf8.hint")
        return None, [Source(path, good + meant).problem(start, start + 1, "invalid-utf8", message, hint)]
