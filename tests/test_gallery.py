"""The gallery shows every kind of picture, each with the command that drew it, and tells when it is out of date."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from types import ModuleType
from typing import get_args

import pytest

from scenes import read_digest
from snippets import ROOT, known_options
from techradar.model.outputs import Output


@pytest.fixture(scope="module")
def gallery() -> ModuleType:
    """The tool that writes the gallery."""
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "tools" / "gallery.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def choices(key: str) -> Iterator[str]:
    """The words that an output may have for a key."""
    annotation = Output.model_fields[key].annotation
    yield from get_args(annotation)


def test_the_page_is_as_it_is_written(gallery: ModuleType) -> None:
    """docs/gallery.md is what the tool writes, and all its pictures are there and are ours."""
    assert gallery.PAGE.read_text(encoding="utf-8") == gallery.page(), "run make gallery"
    shown = {picture.file for picture in gallery.PICTURES}
    assert {path.name for path in (ROOT / gallery.IMAGES).iterdir()} == shown
    assert len(shown) == len(gallery.PICTURES)
    assert all(read_digest(ROOT / gallery.IMAGES / file) for file in shown)


@pytest.mark.parametrize("key", ["theme", "view"])
def test_every_theme_and_view_is_in_the_gallery(gallery: ModuleType, key: str) -> None:
    """Whatever theme or view can be drawn is shown; where none is named it is the first."""
    first, *others = choices(key)
    known = known_options()["render"].get(f"--{key}", [first])
    used = [picture.options.split() for picture in gallery.PICTURES]
    named = {words[words.index(f"--{key}") + 1] for words in used if f"--{key}" in words}
    assert {*named, first} == set(known) <= {first, *others}


def test_what_is_out_of_date_is_named(
    gallery: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A stale picture, one too many and a page that was written by hand fail the check, each by its name."""
    fresh = {picture.file for picture in gallery.PICTURES} - {"dark.svg"}
    monkeypatch.setattr(gallery, "rendered", lambda picture, *_: picture.file not in fresh)
    assert gallery.main(["--check"]) == 1
    assert "Out of date: dark.svg. Run make gallery." in capsys.readouterr().err
    monkeypatch.setattr(gallery, "rendered", lambda *_: 0)
    assert gallery.main(["--check"]) == 0
    monkeypatch.setattr(gallery, "PICTURES", gallery.PICTURES[1:])
    assert gallery.main(["--check"]) == 1
    assert "Out of date: radar.svg, gallery.md." in capsys.readouterr().err


def test_a_picture_is_checked_with_its_own_options(gallery: ModuleType) -> None:
    """The check compares a picture as its command draws it: with another option it is out of date."""
    picture = next(one for one in gallery.PICTURES if one.file == "slide.svg")
    assert gallery.rendered(picture, "--check") == 0, "run make gallery"
    assert gallery.rendered(picture._replace(options=""), "--check") == 1
