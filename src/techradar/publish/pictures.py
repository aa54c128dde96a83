"""Pictures as files: what is wanted becomes a scene, the scene bytes, with the state that they show.

What lays out and draws is imported where that is done: to compare the state of a file with the radar's takes
neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from techradar import theme as themes
from techradar.history import Snapshot, snapshot
from techradar.language import Language, phrase
from techradar.model import Radar, meanings
from techradar.model.configuration import Named, references
from techradar.model.values import did_you_mean, folded
from techradar.problems import TechradarError, problem
from techradar.publish.state import LABELS, Asked, State, state_of

if TYPE_CHECKING:
    from techradar.layout.radar import Options
    from techradar.layout.scene import Scene
    from techradar.model.outputs import Output

SUFFIXES = (".svg", ".png", ".pdf")
DPI = 200  # a picture as wide as an A4 page then has 2,339 pixels: sharp in a report, small in a mail
DPI_LEAST, DPI_MOST = 36, 1200
MEGAPIXELS_MOST = 500  # twice a poster of A0 at 400 dpi
# What the snapshot holds already, what has no bearing on what is drawn, and what is part of the state by itself.
_RESOLVED = {"path", "edition", "area", "sector", "ring", "tag", "highlight", "title", "lang", "dpi"}


@dataclass(frozen=True)
class Wanted:
    """One picture that is wanted: where it goes and what it shows; words are references, by id or name."""

    path: Path
    view: str = "radar"
    edition: str | None = None
    area: str | None = None
    sector: str | None = None
    ring: str | None = None
    tag: str | None = None
    highlight: tuple[str, ...] = ()
    blank: bool = False
    labels: str = "auto"
    theme: str = "light"
    size: str | None = None
    dpi: int | None = None
    title: str | None = None
    lang: Language | None = None


def of_output(output: Output, folder: Path) -> Wanted:
    """What an output of radar.yaml wants, its file relative to the radar's folder."""
    chosen = {"view", "edition", "area", "sector", "ring", "tag", "highlight", "blank", "labels", "theme", "size",
              "dpi", "title", "lang"}  # fmt: skip
    return Wanted(folder / output.file.replace("\\", "/"), **output.model_dump(include=chosen))


def picture(radar: Radar, wanted: Wanted) -> tuple[bytes, Scene]:
    """The bytes of a picture and its scene.

    Raises TechradarError where it refers to what the radar does not have, its suffix is none of ours, or its
    size does not hold.
    """
    _check_suffix(wanted)
    suffix = wanted.path.suffix.lower()
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
    """The scene of a picture, with its state."""
    from techradar.layout.radar import Options

    shown, asked = seen(radar, wanted)
    options = Options(
        language=asked.language,
        title=asked.title,
        labels=wanted.labels,  # type: ignore[arg-type]
        size=size_of(wanted.size),
        highlight=asked.highlight,
        theme=wanted.theme,
        blank=wanted.blank,
    )
    scene = _drawn(wanted.view, shown, options)
    return scene._replace(digest=(*state_of(shown, asked), (LABELS, _labels_on(scene))))


def _labels_on(scene: Scene) -> str:
    """Whether a picture has names or numbers: those have a legend."""
    from techradar.layout.scene import Group, walk

    ids = (shape.id or "" for shape in walk(scene.children) if isinstance(shape, Group))
    return "numbers" if any(id.startswith("legend-") for id in ids) else "names"


def _drawn(view: str, shown: Snapshot, options: Options) -> Scene:
    """The scene of a view; each is only loaded when it is drawn."""
    if view == "matrix":
        from techradar.layout.matrix import matrix_scene

        return matrix_scene(shown, options)
    if view == "trend":
        from techradar.layout.trend import trend_scene

        return trend_scene(shown, options)
    from techradar.layout.radar import radar_scene

    return radar_scene(shown, options)


def state(radar: Radar, wanted: Wanted) -> State:
    """The state that a picture should have. Raises TechradarError as `picture` does, but for what its size holds."""
    _check_suffix(wanted)
    size_of(wanted.size)
    return state_of(*seen(radar, wanted))


def seen(radar: Radar, wanted: Wanted) -> tuple[Snapshot, Asked]:
    """What a picture shows of the radar, and what else was asked for."""
    highlight = frozenset(_technology(radar, word, wanted) for word in wanted.highlight)
    plain = Wanted(wanted.path)
    options = {name: value for name, value in vars(wanted).items() if name not in _RESOLVED}
    chosen = {name: str(value) for name, value in options.items() if value != getattr(plain, name)}
    if highlight:
        chosen["highlight"] = ",".join(sorted(highlight))
    if wanted.path.suffix.lower() == ".png":
        chosen["dpi"] = str(wanted.dpi or DPI)
    shown = _shown(radar, wanted)
    _refuse_what_is_unfit(wanted, shown)
    return shown.emptied() if wanted.blank else shown, Asked(
        language=wanted.lang or radar.configuration.language,
        title=wanted.title,
        highlight=highlight,
        theme=themes.named(wanted.theme),
        options=tuple(sorted(chosen.items())),
    )


def _check_suffix(wanted: Wanted) -> None:
    if wanted.path.suffix.lower() not in SUFFIXES:
        message = phrase("rules.unknown-suffix", file=wanted.path.as_posix())
        hint = phrase("rules.unknown-suffix.hint", suffixes=SUFFIXES)
        raise TechradarError(problem("unknown-suffix", wanted.path.as_posix(), message, hint))


def _refuse_what_is_unfit(wanted: Wanted, shown: Snapshot) -> None:
    """Raise TechradarError where the radar has not what the view needs, or options mean nothing on a blank sheet."""
    if wanted.view == "radar" and not wanted.blank:
        return
    from techradar.views import OF_TECHNOLOGIES, unfit

    plain = Wanted(wanted.path)
    chosen = [option for option in OF_TECHNOLOGIES if getattr(wanted, option) != getattr(plain, option)]
    found = unfit(shown.configuration, wanted.view, shown.edition, wanted.blank, chosen)
    problems = [problem(one.code, _path(wanted), one.message, one.hint) for one in found]
    if problems:
        raise TechradarError(*problems)


def _refuse_too_many_pixels(scene: Scene, wanted: Wanted) -> None:
    """Raise TechradarError where a PNG would take minutes to make, and more memory than most have to open it."""
    dpi = wanted.dpi or DPI
    millions = round(scene.width * scene.height * (dpi / 72) ** 2 / 1e6)
    if millions > MEGAPIXELS_MOST:
        message = phrase("render.too-many-pixels", n=millions, most=MEGAPIXELS_MOST)
        raise TechradarError(problem("bad-size", _path(wanted), message, phrase("render.too-many-pixels.hint")))


def size_of(word: str | None) -> Any:
    """A size as the layout takes it: a name, or (width, height) in points; TechradarError where it is none."""
    if word is None:
        return None
    from techradar.model.outputs import is_size

    if not is_size(word):
        message = phrase("model.bad-size", value=word)
        raise TechradarError(problem("bad-size", "--size", message, phrase("model.bad-size.hint")))
    width, times, height = word.partition("x")
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
