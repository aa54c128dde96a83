"""What a picture was made from, read back from its file; whatever is no picture of ours says nothing."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes import line, read_digest, scene
from techradar.draw.digest import (
    KEYWORD,
    NAMESPACE,
    UNSEALED,
    as_text,
    digest_in,
    is_edited,
    sealed,
    short,
)
from techradar.draw.raster import to_pdf, to_png
from techradar.draw.svg import to_svg

PAIRS = (("edition", "2026.1"), ("drawing", "1"), ("technology.droner", "a b c"), ("odd", 'é & <b> "q" (x) \\ ]]>'))
WRITERS = {"svg": to_svg, "png": lambda made: to_png(made, dpi=40), "pdf": to_pdf}


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


PNG = b"\x89PNG\r\n\x1a\n"
FOREIGN = {
    "empty": b"",
    "text": b"en note om radaren",
    "another-svg": b'<svg xmlns="http://www.w3.org/2000/svg"><metadata>digest</metadata></svg>',
    "another-digest": b'<svg><digest xmlns="http://other.example/">{"edition": "1"}</digest></svg>',
    "no-json": f'<svg><digest xmlns="{NAMESPACE}">edition 1</digest></svg>'.encode(),
    "a-list": f'<svg><digest xmlns="{NAMESPACE}">["edition"]</digest></svg>'.encode(),
    "no-utf-8": f'<svg><digest xmlns="{NAMESPACE}">{{"a": "'.encode() + b'\xff\xfe"}</digest></svg>',
    "deep": f'<svg><digest xmlns="{NAMESPACE}">{"[" * 100_000}</digest></svg>'.encode(),
    "another-png": PNG + _chunk(b"IHDR", bytes(13)) + _chunk(b"tEXt", b"Title\0Radar") + _chunk(b"IEND", b""),
    "cut-png": PNG + struct.pack(">I", 2**31) + b"tEXt" + KEYWORD.encode() + b"\0{",
    "packed-png": PNG + _chunk(b"zTXt", KEYWORD.encode() + b"\0\0" + zlib.compress(b'{"a": "b"}')),
    "another-pdf": b"%PDF-1.4\n1 0 obj << /Keywords (radar, kommune) >> endobj",
    "open-pdf": b"%PDF-1.4\n1 0 obj << /Keywords ({\\",
    "utf-16-pdf": b"%PDF-1.4\n<< /Keywords (\xfe\xff\0) >>",
}  # fmt: skip


@pytest.mark.parametrize("kind", WRITERS)
def test_each_kind_of_file_gives_back_its_digest(kind: str, tmp_path: Path) -> None:
    """SVG, PNG and PDF carry the digest whole, whatever signs it holds."""
    path = tmp_path / f"radar.{kind}"
    path.write_bytes(WRITERS[kind](scene(line("Radar"), digest=PAIRS)))
    assert read_digest(path) == dict(PAIRS)


@pytest.mark.parametrize("kind", WRITERS)
def test_every_byte_of_a_picture_is_under_its_seal(kind: str) -> None:
    """A seal holds as long as no byte outside the digest is another; sealing changes no other byte."""
    data = WRITERS[kind](scene(line("Radar"), digest=(*PAIRS, UNSEALED)))
    whole = sealed(data)
    assert len(whole) == len(data)
    assert digest_in(whole) == {**dict(PAIRS), "seal": (digest_in(whole) or {})["seal"]}
    assert not is_edited(whole)
    assert is_edited(data)
    start, end = whole.index(b"edition"), whole.index((digest_in(whole) or {})["seal"].encode())
    for at in [*range(20, start - 100, 97), *range(end + 60, len(whole), 97)]:
        broken = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        assert is_edited(broken) or digest_in(broken) is None, at


@pytest.mark.parametrize("kind", WRITERS)
def test_a_large_digest_is_carried_too(kind: str, tmp_path: Path) -> None:
    """A radar of 1,000 technologies has a digest of a thousand lines."""
    pairs = tuple((f"technology.{place}", short(str(place))) for place in range(1000))
    path = tmp_path / "radar"
    path.write_bytes(WRITERS[kind](scene(line("Radar"), digest=pairs)))
    assert read_digest(path) == dict(pairs)


def test_the_content_tells_the_kind(tmp_path: Path) -> None:
    """A file is read by what it is, not by its name."""
    path = tmp_path / "radar.svg"
    path.write_bytes(to_png(scene(digest=PAIRS), dpi=40))
    assert read_digest(path) == dict(PAIRS)


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_or_broken_file_has_none(name: str, tmp_path: Path) -> None:
    """Files of others, and ours after an accident, have no digest and raise nothing."""
    path = tmp_path / "radar"
    path.write_bytes(FOREIGN[name])
    assert read_digest(path) is None


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.4 /Keywords (", PNG, b"<svg>"]))
def test_any_bytes_are_read_without_an_accident(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    """Whatever bytes a file holds, reading its digest ends."""
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(head + data)
    assert read_digest(path) is None


def test_words_are_ascii_and_short_ones_stable() -> None:
    """Digests are plain ASCII; a short one has twelve digits, follows from the words and tells them apart."""
    assert as_text(PAIRS).isascii()
    assert short("Droner") == short("Droner")
    assert len(short("Droner")) == 12
    assert len({short(str(number)) for number in range(1000)}) == 1000
