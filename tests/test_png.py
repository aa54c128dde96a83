"""PNG files chunk by chunk: what other programs read in them, and what we read in theirs."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from matplotlib.image import imread

from scenes import every_shape
from techradar.draw import raster
from techradar.draw.png import SIGNATURE, chunks_in, encoded, text_in
from techradar.draw.raster import to_png

TEXTS = (("Title", "Radar"), ("Description", "æøå → 計画 🙂"), ("techradar", '{"edition": "2026"}'))
# Two rows of three pixels.
PIXELS = np.array([[[255, 0, 0], [0, 255, 0], [0, 0, 255]], [[1, 2, 3], [254, 253, 252], [0, 0, 0]]], np.uint8)


def rows(pixels: Any) -> list[bytes]:
    """Each row behind the 0 that says it is not filtered."""
    return [b"\0" + row.tobytes() for row in pixels]


def texts(data: bytes) -> list[tuple[str, str]]:
    """The texts of a PNG, keyword and words."""
    return [found for place in chunks_in(data) if (found := text_in(data[place]))[0]]


@pytest.mark.parametrize("pieces", [rows(PIXELS), [b"".join(rows(PIXELS))]])
def test_pixels_come_back_as_they_were(pieces: Iterable[bytes]) -> None:
    """Another program reads every pixel, however many rows came at a time."""
    read = imread(BytesIO(encoded(pieces, 3, 2, 150)))
    assert np.rint(read * 255).astype(int).tolist() == PIXELS.tolist()


def test_texts_come_back_in_order() -> None:
    """Texts of any language are written and read; ASCII stands in the kind of chunk that every program knows."""
    data = encoded(rows(PIXELS), 3, 2, 150, TEXTS)
    assert tuple(texts(data)) == TEXTS
    assert b"tEXtTitle\0Radar" in data
    assert b"iTXtDescription\0\0\0\0\0" + "æøå → 計画 🙂".encode() in data


@pytest.mark.parametrize("length", [0, 7, 8, 20, 40, 60, 90])
def test_a_file_that_is_cut_ends_quietly(length: int) -> None:
    """Of a file that is cut off, what is whole is read and nothing raised."""
    data = encoded(rows(PIXELS), 3, 2, 150, TEXTS)[:length]
    assert [keyword for keyword, _ in texts(data)] in ([], ["Title"])


def test_texts_of_no_utf_8_are_passed_over() -> None:
    """A text that cannot be read does not hide the next one."""
    broken = b"iTXtTitle\0\0\0\0\0\xff\xfe"
    data = SIGNATURE + len(broken[4:]).to_bytes(4) + broken + zlib.crc32(broken).to_bytes(4)
    after = b"tEXttechradar\0{}"
    data += len(after[4:]).to_bytes(4) + after + zlib.crc32(after).to_bytes(4)
    assert texts(data) == [("techradar", "{}")]


@pytest.mark.parametrize("band", [1, 7 * 600, 100 * 600])
def test_a_picture_painted_in_bands_is_the_same_picture(band: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet too large to be painted at once looks as if it were: no seam, nothing lost at an edge."""
    whole = to_png(every_shape(), dpi=144)
    monkeypatch.setattr(raster, "BAND", band)
    apart = imread(BytesIO(to_png(every_shape(), dpi=144))) - imread(BytesIO(whole))
    # Places are rounded to parts of a pixel, which a band may round the other way.
    assert np.abs(apart).max() <= 2 / 255
