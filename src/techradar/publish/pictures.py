"""Pictures as files: what is wanted becomes a scene, the scene bytes, with the state that they show.

What lays out and draws is imported where that is done: to compare the state of a file with the radar's takes
neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from techradar import theme as themes
from techradar.draw.digest import UNSEALED, sealed
from techradar.history import Snapshot, snapshot
from techradar.language import Language, phrase
from techradar.model import Configuration, Edition, Radar, meanings
from techradar.model.configuration import Named, references
from techradar.model.values import did_you_mean, folded
from techradar.problems import Problem, TechradarError, problem
from techradar.publish.state import LABELS, Asked, State, state_of
from techradar.yamlnodes import BIDI, CONTROL

if TYPE_CHECKING:
    from techradar.layout.options import Options
    from techradar.layout.scene import Scene
    from techradar.model.outputs import Output

SUFFIXES = (".svg", ".png", ".pdf")
DPI = 200  # a picture as wide as an A4 page then has 2,339 pixels: sharp in a report, small in a mail
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

    Raises TechradarError as `seen` does, and where its size does not hold: that has no place but the picture.
    """
    suffix = wanted.path.suffix.lower()
    scene = scene_of(radar, wanted)
    if suffix == ".svg":
        from techradar.draw.svg import to_svg

        return sealed(to_svg(scene)), scene
    if suffix == ".png":
        _refuse_too_many_pixels(scene, wanted)
    # Here and not above, since a picture as SVG is to start fast. What the library says of its own cache, in
    # English, is nothing that a reader can use.
    import logging

    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from techradar.draw.raster import to_pdf, to_png

    return sealed(to_pdf(scene) if suffix == ".pdf" else to_png(scene, dpi=wanted.dpi or DPI)), scene


def scene_of(radar: Radar, wanted: Wanted) -> Scene:
    """The scene of a picture, with its state and a place for the seal."""
    from techradar.layout.options import Options
    from techradar.layout.scene import has_legend

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
    return scene._replace(
        digest=(*state_of(shown, asked), (LABELS, "numbers" if has_legend(scene) else "names"), UNSEALED)
    )


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
    """The state that a picture should have. Raises TechradarError as `seen` does."""
    return state_of(*seen(radar, wanted))


def seen(radar: Radar, wanted: Wanted) -> tuple[Snapshot, Asked]:
    """What a picture shows of the radar, and what else was asked for.

    Raises TechradarError with all that stands against it at once, each at its option: "--sector".
    """
    meant = _Meant(radar, wanted)
    if meant.problems:
        raise TechradarError(*meant.problems)
    plain = Wanted(wanted.path)
    options = {name: value for name, value in vars(wanted).items() if name not in _RESOLVED}
    chosen = {name: str(value) for name, value in options.items() if value != getattr(plain, name)}
    if meant.highlight:
        chosen["highlight"] = ",".join(sorted(meant.highlight))
    if wanted.path.suffix.lower() == ".png":
        chosen["dpi"] = str(wanted.dpi or DPI)
    shown = snapshot(radar, meant.edition, meant.area)
    shown = shown.select(sector=meant.ids["sector"], ring=meant.ids["ring"], tag=wanted.tag)
    return shown.emptied() if wanted.blank else shown, Asked(
        language=wanted.lang or radar.configuration.language,
        title=wanted.title,
        highlight=meant.highlight,
        theme=themes.named(wanted.theme, placed=wanted.view == "radar"),
        options=tuple(sorted(chosen.items())),
    )


class _Meant:
    """What the words of a picture that is wanted mean, and all that stands against it."""

    def __init__(self, radar: Radar, wanted: Wanted) -> None:
        configuration = radar.configuration
        self.wanted = wanted
        self.problems: list[Problem] = [*_of_file(wanted), *_of_title(wanted), *_of_size(wanted)]
        parts: dict[str, tuple[Named, ...]] = {
            "edition": configuration.editions,
            "area": configuration.areas,
            "sector": configuration.sectors,
            "ring": configuration.rings,
        }
        self.ids = {kind: self._id(kind, named) for kind, named in parts.items()}
        self.edition = next((e for e in configuration.editions if e.id == self.ids["edition"]), None)
        self.area = next((a for a in configuration.areas if a.id == self.ids["area"]), None)
        tags = sorted({tag for technology in radar.technologies for tag in technology.tags})
        if wanted.tag is not None and folded(wanted.tag) not in map(folded, tags):
            self._unknown("tag", "rules.unknown-tag", "unknown-tag", wanted.tag, tags)
        known = meanings(radar.technologies) if wanted.highlight else {}
        for word in wanted.highlight:
            if folded(word) not in known:
                names = [technology.name for technology in radar.technologies]
                self._unknown("highlight", "rules.unknown-technology", "unknown-technology", word, names)
        self.highlight = frozenset(known[folded(word)] for word in wanted.highlight if folded(word) in known)
        self.problems += _unfit(wanted, configuration, self.edition)

    def _id(self, kind: str, parts: tuple[Named, ...]) -> str | None:
        word: str | None = getattr(self.wanted, kind)
        id = references(parts).get(folded(word)) if word is not None else None
        if word is not None and id is None:
            self._unknown(kind, f"model.unknown-{kind}", f"unknown-{kind}", word, [part.name for part in parts])
        return id

    def _unknown(self, option: str, key: str, code: str, word: str, known: list[str]) -> None:
        self.problems.append(problem(code, f"--{option}", phrase(key, value=word), did_you_mean(word, known)))


def _of_file(wanted: Wanted) -> Iterator[Problem]:
    """That the suffix of a picture is none of ours."""
    if wanted.path.suffix.lower() not in SUFFIXES:
        file = wanted.path.as_posix()
        hint = phrase("rules.unknown-suffix.hint", suffixes=SUFFIXES)
        yield problem("unknown-suffix", file, phrase("rules.unknown-suffix", file=file), hint)


def _of_title(wanted: Wanted) -> Iterator[Problem]:
    """That a title holds what no file of a radar may hold either."""
    for code, pattern in (("control-character", CONTROL), ("bidi-character", BIDI)):
        found = pattern.search(wanted.title or "")
        if found is not None:
            message = phrase(f"yaml.{code}", character=f"U+{ord(found[0]):04X}")
            yield problem(code, "--title", message, phrase(f"yaml.{code}.hint"))


def _of_size(wanted: Wanted) -> Iterator[Problem]:
    """That the word for a size is none."""
    if wanted.size is None:
        return
    from techradar.model.outputs import is_size

    if not is_size(wanted.size):
        message = phrase("model.bad-size", value=wanted.size)
        yield problem("bad-size", "--size", message, phrase("model.bad-size.hint"))


def _unfit(wanted: Wanted, configuration: Configuration, edition: Edition | None) -> Iterator[Problem]:
    """That the radar has not what the view needs, or that options mean nothing on a blank sheet."""
    if wanted.view == "radar" and not wanted.blank:
        return
    from techradar.views import OF_TECHNOLOGIES, unfit

    plain = Wanted(wanted.path)
    chosen = [option for option in OF_TECHNOLOGIES if getattr(wanted, option) != getattr(plain, option)]
    for one in unfit(configuration, wanted.view, edition, wanted.blank, chosen):
        yield problem(one.code, f"--{one.option}", one.message, one.hint)


def _refuse_too_many_pixels(scene: Scene, wanted: Wanted) -> None:
    """Raise TechradarError where a PNG would take minutes to make, and more memory than most have to open it."""
    dpi = wanted.dpi or DPI
    millions = round(scene.width * scene.height * (dpi / 72) ** 2 / 1e6)
    if millions > MEGAPIXELS_MOST:
        message = phrase("render.too-many-pixels", n=millions, most=MEGAPIXELS_MOST)
        raise TechradarError(problem("bad-size", "", message, phrase("render.too-many-pixels.hint")))


def size_of(word: str | None) -> Any:
    """A size as the layout takes it: a name, or (width, height) in points; none where none is given."""
    width, times, height = (word or "").partition("x")
    return (float(width), float(height)) if times else word
