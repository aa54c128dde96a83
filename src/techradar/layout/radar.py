"""The view `radar`: a snapshot becomes a scene.

Sheets are tried from small to large, on each the sizes of blips from large to small, until every technology has a
slot, every name or number its place and the panel room for all that it must say.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NamedTuple

from techradar import theme as themes
from techradar.history import Snapshot
from techradar.language import Language, text
from techradar.layout import blank, ground, words
from techradar.layout.arrange import Blocks, arranged
from techradar.layout.blank import blank_panel
from techradar.layout.figures import Drawing
from techradar.layout.fitting import Fitting
from techradar.layout.legend import Legend
from techradar.layout.marking import AFAR, marking
from techradar.layout.news import News
from techradar.layout.panel import head_block, marks_block, method_block, rings_block
from techradar.layout.placing import FULL, FULLEST, LEAST, Filled, blip_sizes, filled, placed
from techradar.layout.scene import Scene, Shape
from techradar.layout.sheet import Sheet, Type, candidates, frame
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style, style_of

NAMES_AT_MOST = 75  # technologies whose names are tried on the picture without being asked for
NAMES_SHARE = 0.45  # of the disc that names may cover before they are not tried
BRIEF_SHARE = 0.17  # the same where they are read from afar


class Options(NamedTuple):
    """How a picture is wanted. `size` is a name of `sheet.SIZES`, or width and height in points.

    `highlight` holds ids; `link` is an address in which `{id}` stands for a technology's id; `blank` leaves the
    technologies out.
    """

    language: Language
    title: str | None = None
    labels: Literal["auto", "names", "numbers"] = "auto"
    size: str | tuple[float, float] | None = None
    highlight: frozenset[str] = frozenset()
    theme: str = "light"
    blank: bool = False
    link: str | None = None


def radar_scene(snapshot: Snapshot, options: Options) -> Scene:
    """The picture of a snapshot.

    Raises TechradarError with the code `sheet-too-small` where a size was asked for that does not hold everything.
    """
    if options.blank:
        snapshot = snapshot.emptied()
    fitting = Fitting(
        options,
        len(snapshot.standings),
        lambda size: candidates(size, options.labels),
        lambda on: _on(on, snapshot, options),
    )
    return fitting.scene()


def _on(on: Sheet, snapshot: Snapshot, options: Options) -> Scene | None:
    """The picture on that sheet, or none where it does not hold everything."""
    theme = themes.named(options.theme)
    attempt = _Attempt(on, snapshot, options, style_of(snapshot, theme, on.type, options.language, options.highlight))
    found = attempt.numbered() if attempt.only_numbers else attempt.named()
    if found is None:
        return None
    return Scene(
        width=on.width,
        height=on.height,
        language=options.language,
        title=words.title(snapshot, options.language, options.title),
        description=_described(snapshot, options),
        background=theme.paper,
        children=tuple(found),
    )


def _described(snapshot: Snapshot, options: Options) -> str:
    if options.blank:
        return blank.description(text("views.blank.rings", options.language), options.language)
    return words.description(snapshot, options.language)


class _Attempt:
    """A snapshot on a sheet: what is needed to try names, or numbers, there."""

    def __init__(self, on: Sheet, snapshot: Snapshot, options: Options, style: Style) -> None:
        self.on, self.snapshot, self.options, self.style = on, snapshot, options, style
        configuration = snapshot.configuration
        self.head = head_block(snapshot, style, options.title, on.brief)
        self.frame = frame(on, self.head(0.0, 0.0, on.width - 2 * on.margin).height)
        self.rim = ground.rim(configuration, self.frame.room, on.type)
        self.disc = ground.disc_in(self.frame, configuration, self.rim)
        self.rings = [
            ground.ring_name(self.disc, place, ring, on.type, style.theme.ink, style.theme.muted)
            for place, ring in enumerate(configuration.rings)
        ]

    @property
    def only_numbers(self) -> bool:
        """Whether names need not be tried: too many, not wanted, or the disc is small for a long legend's sake."""
        if self.options.labels == "auto":
            return not self.on.whole or len(self.snapshot.standings) > NAMES_AT_MOST
        return self.options.labels == "numbers"

    @cached_property
    def cells(self) -> tuple[BlipSize, tuple[Filled, ...]] | None:
        """The largest blips for which every cell has slots enough, and the cells."""
        largest = max((standing.number for standing in self.snapshot.standings), default=1)
        sizes = blip_sizes(self.on.type, largest)
        for place, blip in enumerate(sizes):
            full = FULLEST if place >= LEAST else FULL
            cells = filled(self.snapshot, self.disc, blip, [ring.strip for ring in self.rings], full)
            if cells is not None:
                return blip, cells
        return None

    def drawing(self, blip: BlipSize, cells: tuple[Filled, ...]) -> Drawing:
        """The disc with every blip on it."""
        spots = placed(self.snapshot, self.disc, cells)
        largest = blip_sizes(self.on.type, 1)[0].mark * (AFAR if self.on.brief else 1.0)
        names = [box for ring in self.rings for box in ring.boxes]
        on_disc = marking(spots, self.disc, blip, largest, names, self.style)
        return Drawing(self.disc, self.rim, self.rings, blip, spots, on_disc, self.style, self.options.link)

    def numbered(self) -> list[Shape] | None:
        """Everything on the sheet, with numbers, or none. The panel is tried first: it costs less."""
        if self.cells is None:
            return None
        panel = self.panel(self.cells[0], numbered=True)
        return None if panel is None else [*panel, *self.drawing(*self.cells).shapes(self.snapshot, None)]

    def named(self) -> list[Shape] | None:
        """Everything on the sheet, with names where all have a place, else with numbers where those will do."""
        if self.cells is None:
            return None
        drawing = self.drawing(*self.cells)
        wanted = self.options.labels == "names"
        names = None
        if wanted or drawing.names_share() <= (BRIEF_SHARE if self.on.brief else NAMES_SHARE):
            names = drawing.named(self.on.type.name) or drawing.named(self.on.type.least_name)
        panel = self.panel(drawing.blip, numbered=False) if names is not None else None
        if panel is None and not wanted:
            names, panel = None, self.panel(drawing.blip, numbered=True)
        return None if panel is None else [*panel, *drawing.shapes(self.snapshot, names)]

    def panel(self, blip: BlipSize, *, numbered: bool) -> list[Shape] | None:
        """The head and the panel, with a legend where the picture has numbers; none where they do not fit."""
        on, snapshot, style = self.on, self.snapshot, self.style
        box = self.frame.head
        head = self.head(box.left, box.top, box.right - box.left)
        top = box.top + head.height + on.margin * 0.5 if on.beside or on.corner else self.frame.panel.top
        rings = [rings_block(snapshot, style, described) for described in (True, False)]
        method = method_block(snapshot, style, on.brief)
        if self.options.blank:
            sheet = blank_panel(self.frame.panel, top, rings, method, style, self.frame.foot)
            return None if sheet is None else [*head.shapes, *sheet]
        blocks = Blocks(
            news=News(snapshot, style, blip, numbered) if snapshot.previous is not None else None,
            legend=Legend(snapshot, style, on.brief) if numbered and snapshot.standings else None,
            rings=[] if on.brief else rings,
            rings_needed=not on.brief and not all(ring.advised for ring in self.rings),
            marks=marks_block(snapshot, style, blip, numbered, on.brief),
            method=method,
        )
        shapes = arranged(self.frame.panel, top, blocks, on.type.body / Type().body, self.frame.foot)
        return None if shapes is None else [*head.shapes, *shapes]
