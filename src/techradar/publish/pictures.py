"""Pictures as files: what is wanted becomes a scene, the scene bytes, with a digest of what they were made from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from techradar.draw.digest import DRAWING_VERSION, short
from techradar.history import Snapshot, Standing, snapshot
from techradar.language import Language, phrase
from techradar.layout.radar import Options, radar_scene
from techradar.layout.scene import Scene
from techradar.model import Configuration, Radar, meanings
from techradar.model.configuration import Named, references
from techradar.model.outputs import Output, is_size
from techradar.model.values import did_you_mean, folded
from techradar.problems import TechradarError, problem

SUFFIXES = (".svg", ".png", ".pdf")
DPI = 200  # a picture as wide as an A4 page then has 2,339 pixels: sharp in a report, small in a mail
DPI_LEAST, DPI_MOST = 36, 1200
MEGAPIXELS_MOST = 500  # twice a poster of A0 at 400 dpi


@dataclass(frozen=True)
class Wanted:
    """One picture that is wanted: where it goes and what it shows; words are references, by id or name."""

    path: Path
    edition: str | None = None
    area: str | None = None
    sector: str | None = None
    ring: str | None = None
    tag: str | None = None
    highlight: tuple[str, ...] = ()
    labels: str = "auto"
    size: str | None = None
    dpi: int | None = None
    title: str | None = None
    lang: Language | None = None


def of_output(output: Output, folder: Path) -> Wanted:
    """What an output of radar.yaml wants, its file relative to the radar's folder.

    Raises TechradarError for a view or theme that this version does not draw.
    """
    for key, value, drawn in (
        ("view", output.view, "radar"),
        ("theme", output.theme, "light"),
        ("blank", str(output.blank).lower(), "false"),
    ):
        if value != drawn:
            message = phrase("render.not-drawn", key=key, value=value)
            raise TechradarError(problem("not-drawn", output.file, message, phrase("render.not-drawn.hint", key=key)))
    chosen = {"edition", "area", "sector", "ring", "tag", "highlight", "labels", "size", "dpi", "title", "lang"}
    return Wanted(folder / output.file.replace("\\", "/"), **output.model_dump(include=chosen))


def picture(radar: Radar, wanted: Wanted) -> tuple[bytes, Scene]:
    """The bytes of a picture and its scene.

    Raises TechradarError where it refers to what the radar does not have, its suffix is none of ours, or its
    size does not hold.
    """
    suffix = wanted.path.suffix.lower()
    if suffix not in SUFFIXES:
        message = phrase("rules.unknown-suffix", file=wanted.path.as_posix())
        hint = phrase("rules.unknown-suffix.hint", suffixes=SUFFIXES)
        raise TechradarError(problem("unknown-suffix", wanted.path.as_posix(), message, hint))
    scene = scene_of(radar, wanted)
    if suffix == ".svg":
        from techradar.draw.svg import to_svg

        return to_svg(scene), scene
    if suffix == ".png":
        _refuse_too_many_pixels(scene, wanted)
    # Here and not above, since a picture as SVG is to start fast. What the library says of its own cache, in
    # English, is nothing that a reader can use.
    import logging

    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from techradar.draw.raster import to_pdf, to_png

    return (to_pdf(scene) if suffix == ".pdf" else to_png(scene, dpi=wanted.dpi or DPI)), scene


def scene_of(radar: Radar, wanted: Wanted) -> Scene:
    """The scene of a picture, with its digest."""
    shown = _shown(radar, wanted)
    highlight = frozenset(_technology(radar, word, wanted) for word in wanted.highlight)
    options = Options(
        language=wanted.lang or radar.configuration.language,
        title=wanted.title,
        labels=wanted.labels,  # type: ignore[arg-type]
        size=size_of(wanted.size),
        highlight=highlight,
    )
    return radar_scene(shown, options)._replace(digest=tuple(_digest(shown, wanted, highlight)))


def _refuse_too_many_pixels(scene: Scene, wanted: Wanted) -> None:
    """Raise TechradarError where a PNG would take minutes to make, and more memory than most have to open it."""
    dpi = wanted.dpi or DPI
    millions = round(scene.width * scene.height * (dpi / 72) ** 2 / 1e6)
    if millions > MEGAPIXELS_MOST:
        message = phrase("render.too-many-pixels", n=millions, most=MEGAPIXELS_MOST)
        raise TechradarError(problem("bad-size", _path(wanted), message, phrase("render.too-many-pixels.hint")))


def size_of(word: str | None) -> Any:
    """A size as the layout takes it: a name, or (width, height) in points; TechradarError where it is none."""
    if word is not None and not is_size(word):
        message = phrase("model.bad-size", value=word)
        raise TechradarError(problem("bad-size", "--size", message, phrase("model.bad-size.hint")))
    width, times, height = (word or "").partition("x")
    return (float(width), float(height)) if times else word


def _shown(radar: Radar, wanted: Wanted) -> Snapshot:
    configuration = radar.configuration
    edition = _found("edition", wanted.edition, configuration.editions, wanted)
    area = _found("area", wanted.area, configuration.areas, wanted)
    sector = _found("sector", wanted.sector, configuration.sectors, wanted)
    ring = _found("ring", wanted.ring, configuration.rings, wanted)
    tags = sorted({tag for technology in radar.technologies for tag in technology.tags})
    if wanted.tag is not None and folded(wanted.tag) not in map(folded, tags):
        message = phrase("rules.unknown-tag", value=wanted.tag)
        raise TechradarError(problem("unknown-tag", _path(wanted), message, did_you_mean(wanted.tag, tags)))
    whole = snapshot(
        radar,
        next((e for e in configuration.editions if e.id == edition), None),
        next((a for a in configuration.areas if a.id == area), None),
    )
    return whole.select(sector=sector, ring=ring, tag=wanted.tag)


def _found(kind: str, word: str | None, parts: tuple[Named, ...], wanted: Wanted) -> str | None:
    if word is None:
        return None
    id = references(parts).get(folded(word))
    if id is None:
        hint = did_you_mean(word, [part.name for part in parts])
        message = phrase(f"model.unknown-{kind}", value=word)
        raise TechradarError(problem(f"unknown-{kind}", _path(wanted), message, hint))
    return id


def _technology(radar: Radar, word: str, wanted: Wanted) -> str:
    id = meanings(radar.technologies).get(folded(word))
    if id is None:
        hint = did_you_mean(word, [technology.name for technology in radar.technologies])
        message = phrase("rules.unknown-technology", value=word)
        raise TechradarError(problem("unknown-technology", _path(wanted), message, hint))
    return id


def _path(wanted: Wanted) -> str:
    return wanted.path.as_posix()


def _digest(shown: Snapshot, wanted: Wanted, highlight: frozenset[str]) -> list[tuple[str, str]]:
    """What the picture is made from, in short: so that it can be told whether it is out of date, and by what."""
    options = [str(value) for name, value in sorted(vars(wanted).items()) if name not in {"path", "dpi"}]
    pairs = [
        ("edition", shown.edition.id),
        ("configuration", short(json.dumps([_configuration(shown), options], sort_keys=True, default=str))),
        ("drawing", DRAWING_VERSION),
    ]
    pairs += [(f"technology.{s.technology.id}", " ".join(_parts(s, highlight))) for s in shown.standings]
    gone = [(r.technology.name, r.came_from.id if r.came_from else "", r.reason) for r in shown.retired]
    return [*pairs, ("retired", short(repr(gone)))]


def _parts(standing: Standing, highlight: frozenset[str]) -> tuple[str, str, str]:
    placement = (standing.sector.id, standing.ring.id, standing.score)
    came_from = standing.came_from.id if standing.came_from else ""
    lit = standing.technology.id in highlight
    marks = (str(standing.movement), came_from, str(standing.basis), standing.other, standing.own, lit)
    return short(repr(placement)), short(repr(marks)), short(repr((standing.number, standing.technology.name)))


def _configuration(shown: Snapshot) -> dict[str, Any]:
    """What of the configuration the picture shows; of the editions only its own and the one before."""
    configuration: Configuration = shown.configuration
    fields = {"title", "subtitle", "language", "publisher", "licence", "sectors", "rings", "maturity", "adoption",
              "placement", "areas_name", "area_fallback"}  # fmt: skip
    near = [edition.model_dump(mode="json") for edition in (shown.previous, shown.edition) if edition is not None]
    area = shown.area.model_dump(mode="json") if shown.area is not None else None
    return {**configuration.model_dump(mode="json", include=fields), "editions": near, "area": area}
