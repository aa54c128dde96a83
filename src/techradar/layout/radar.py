"""The view `radar`: a snapshot becomes a scene.

Sheets are tried from small to large, on each the sizes of blips from large to small, until every technology has a
slot, every name or number its place and the panel room for all that it must say.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property

from techradar import theme as themes
from techradar.history import Snapshot
from techradar.language import text
from techradar.layout import blank, ground, words
from techradar.layout.arrange import Blocks, arranged, possible
from techradar.layout.blank import blank_panel
from techradar.layout.figures import Drawing
from techradar.layout.fitting import Fitting
from techradar.layout.ground import RingName
from techradar.layout.label_prices import UNCLEAR, Label, dearest
from techradar.layout.legend import Legend, sparse
from techradar.layout.marking import AFAR, marking
from techradar.layout.news import News
from techradar.layout.options import Options
from techradar.layout.panel import Rings, head_block, marks_block, method_block
from techradar.layout.placing import FULL, FULLEST, LEAST, Filled, blip_sizes, filled, placed
from techradar.layout.scene import Scene, Shape, Text, walk
from techradar.layout.sheet import Sheet, Type, candidates, frame
from techradar.layout.slots import BlipSize
from techradar.layout.style import style_of

# Where a name costs more the rings are named without advice, and above `UNCLEAR` names are smaller too; each only if
# the dearest name then costs so much less.
PLAIN, WORTH_LESS = 28.0, 5.0
NAMES_AT_MOST = 75  # technologies whose names are tried on the picture without being asked for
NAMES_SHARE = 0.45  # of the disc that names may cover before they are not tried
BRIEF_SHARE = 0.17  # the same where they are read from afar
WANTED_SHARE = 0.52  # the same where names were asked for: of all tried none held with more than 0.43


def radar_scene(snapshot: Snapshot, options: Options) -> Scene:
    """The picture of a snapshot.

    Raises TechradarError with the code `sheet-too-small` where a size was asked for that does not hold everything.
    """
    if options.blank:
        snapshot = snapshot.emptied()
    said: dict[Type, _Said] = {}
    attempts: dict[Sheet, _Attempt] = {}

    def on(sheet: Sheet) -> Scene | None:
        if sheet.type not in said:
            said[sheet.type] = _Said(snapshot, options, sheet)
        # What is tried again with other words has its blips where they were.
        if sheet.place not in attempts:
            attempts[sheet.place] = _Attempt(sheet.place, said[sheet.type])
        return attempts[sheet.place].scene(sheet)

    count = len(snapshot.standings)
    return Fitting(
        options, count, lambda size: candidates(size, options.labels), on, names=count <= NAMES_AT_MOST
    ).scene()


def _described(snapshot: Snapshot, options: Options) -> str:
    if options.blank:
        return blank.description(text("views.blank.rings", options.language), options.language)
    return words.description(snapshot, options.language)


class _Said:
    """What stands beside the disc, in the type of a sheet."""

    def __init__(self, snapshot: Snapshot, options: Options, on: Sheet) -> None:
        self.snapshot, self.options, self.brief = snapshot, options, on.brief
        theme = themes.named(options.theme)
        self.style = style_of(snapshot, theme, on.type, options.language, options.highlight)
        self.head = head_block(snapshot, self.style, options.title, on.brief)
        described = any(ring.description for ring in snapshot.configuration.rings) and (options.blank or not on.brief)
        self.rings = [Rings(snapshot, self.style, full) for full in ((True, False) if described else (False,))]
        self.first = snapshot.previous is None  # whether there is no edition before, which need not be said
        self._news: dict[tuple[BlipSize, bool], News] = {}
        # The discs on which names were found wanting: their radius, and whether rings are named without advice.
        self.unnamed: set[tuple[float, bool]] = set()

    @cached_property
    def legend(self) -> Legend:
        """All technologies by sector and ring; by sector on one read from afar, and where rings hold few."""
        return Legend(self.snapshot, self.style, self.brief or sparse(self.snapshot), divided=False)

    @cached_property
    def terse_legend(self) -> Legend:
        """All technologies by sector."""
        return Legend(self.snapshot, self.style, True)

    def news(self, blip: BlipSize, numbered: bool) -> News | None:
        """What is new, or that there is no edition before."""
        if not self.snapshot.standings and self.first:
            return None
        if (blip, numbered) not in self._news:
            self._news[blip, numbered] = News(self.snapshot, self.style, blip, numbered, self.brief)
        return self._news[blip, numbered]


class _Attempt:
    """A snapshot at a place: what is needed to try names, or numbers, there."""

    def __init__(self, on: Sheet, said: _Said) -> None:
        self.on, self.said, self.snapshot, self.options = on, said, said.snapshot, said.options
        configuration = said.snapshot.configuration
        self.frame = frame(on, said.head(0.0, 0.0, on.width - 2 * on.margin).height)
        self.rim = ground.rim(configuration, self.frame.room, on.type)
        self.disc = ground.disc_in(self.frame, configuration, self.rim)
        self.ring_names = self._named_rings(bare=on.bare)

    def _named_rings(self, *, bare: bool) -> list[RingName]:
        theme, rings = self.said.style.theme, self.snapshot.configuration.rings
        return [
            ground.ring_name(self.disc, place, ring, self.on.type, theme.ink, theme.muted, bare=bare)
            for place, ring in enumerate(rings)
        ]

    def scene(self, on: Sheet) -> Scene | None:
        """The picture, or none where the place does not hold everything."""
        found = self.numbered(on) if self.only_numbers(on) else self.named(on)
        if found is None:
            return None
        return Scene(
            width=on.width,
            height=on.height,
            language=self.options.language,
            title=words.title(self.snapshot, self.options.language, self.options.title),
            description=_described(self.snapshot, self.options),
            background=self.said.style.theme.paper,
            children=tuple(found),
        )

    def only_numbers(self, on: Sheet) -> bool:
        """Whether names need not be tried: too many, not wanted, or the disc is small for a long legend's sake."""
        if self.options.labels == "auto":
            return not on.whole or len(self.snapshot.standings) > NAMES_AT_MOST
        return self.options.labels == "numbers"

    @cached_property
    def cells(self) -> tuple[BlipSize, tuple[Filled, ...]] | None:
        """The largest blips for which every cell has slots enough, and the cells."""
        sizes = blip_sizes(self.on.type, self.snapshot.largest_number)
        for place, blip in enumerate(sizes):
            full = FULLEST if place >= LEAST else FULL
            cells = filled(self.snapshot, self.disc, blip, [ring.strip for ring in self.ring_names], full)
            if cells is not None:
                return blip, cells
        return None

    def drawing(self, blip: BlipSize, cells: tuple[Filled, ...]) -> Drawing:
        """The disc with every blip on it."""
        spots = placed(self.snapshot, self.disc, cells)
        style = self.said.style
        largest = blip_sizes(self.on.type, 1)[0].mark * (AFAR if self.on.brief else 1.0)
        names = [box for ring in self.ring_names for box in ring.boxes]
        on_disc = marking(spots, self.disc, blip, largest, names, style)
        return Drawing(self.disc, self.rim, self.ring_names, blip, spots, on_disc, style, self.options.link)

    def numbered(self, on: Sheet) -> list[Shape] | None:
        """Everything on the sheet, with numbers, or none. The panel is tried first: it costs less."""
        if not self.may_hold_legend(on):
            return None
        if not self.options.blank:
            smallest = blip_sizes(on.type, self.snapshot.largest_number)[-1]
            least = self.blocks(on, smallest, True, _advised(self.ring_names))
            least = least._replace(news=None) if self.said.first else least
            if not possible(self.frame.panel, self.top, least, on.type.larger, self.frame.foot, on.news):
                return None
        if self.cells is None:
            return None
        blip, cells = self.cells
        panel = self.panel(on, blip, numbered=True)
        return None if panel is None else [*panel, *self.drawing(blip, cells).shapes(self.snapshot, None)]

    def may_hold_legend(self, on: Sheet) -> bool:
        """Whether the legend alone would have room beside the disc and below it."""
        if not self.snapshot.standings:
            return True
        legend = self.said.terse_legend if on.terse else self.said.legend
        boxes = [box for box in (self.frame.panel, self.frame.foot) if box is not None]
        return legend.area <= sum((box.right - box.left) * (box.bottom - box.top) for box in boxes)

    def named(self, on: Sheet) -> list[Shape] | None:
        """Everything on the sheet, with names where all have a place, else with numbers where those will do."""
        if self.cells is None:
            return None
        drawing = self.drawing(*self.cells)
        wanted = self.options.labels == "names"
        most = WANTED_SHARE if wanted else BRIEF_SHARE if on.brief else NAMES_SHARE
        found = self.names(drawing, wanted) if drawing.names_share() <= most else None
        if found is not None:
            on_disc, labels = found
            panel = self.panel(on, drawing.blip, numbered=False, advised=_advised(on_disc.rings))
            if panel is not None:
                return [*panel, *on_disc.shapes(self.snapshot, labels)]
        panel = None if wanted else self.panel(on, drawing.blip, numbered=True)
        return None if panel is None else [*panel, *drawing.shapes(self.snapshot, None)]

    def names(self, drawing: Drawing, wanted: bool) -> tuple[Drawing, dict[str, Label]] | None:
        """The disc with a place for every name; unless they are wanted only where each can be told to be its blip's.

        Where some are dear the rings give up their advice, which the panel says too, and then names are smaller.
        What had no place on a disc has none on another of the same size, beside which the panel lies otherwise.
        """
        disc = drawing.disc.radius, self.on.bare
        if disc in self.said.unnamed:
            return None
        type, plain = self.on.type, drawing._replace(rings=self._named_rings(bare=True))
        best: tuple[Drawing, dict[str, Label]] | None = None
        price, unclear, last = math.inf, frozenset[str](), None
        for on_disc, size, most in (
            (drawing, type.name, 0.0),
            (plain, type.name, PLAIN),
            (plain, type.least_name, UNCLEAR),
        ):
            this = on_disc.rings, size, unclear
            if price > most and this != last:
                labels, last = on_disc.named(size, unclear), this
                if labels is None:
                    continue
                dear = dearest(labels)
                if dear < price - WORTH_LESS or dear <= UNCLEAR < price:
                    best, price = (on_disc, labels), dear
                    unclear = frozenset(id for id, label in labels.items() if label.price > PLAIN)
        if best is not None and (wanted or price <= UNCLEAR):
            return best
        self.said.unnamed.add(disc)
        return None

    def panel(self, on: Sheet, blip: BlipSize, *, numbered: bool, advised: bool | None = None) -> list[Shape] | None:
        """The head and the panel, with a legend where the picture has numbers; none where they do not fit.

        `advised` says whether the rings' advice is on the disc, where that is not as everywhere else.
        """
        said, box = self.said, self.frame.head
        head = said.head(box.left, box.top, box.right - box.left)
        if self.options.blank:
            method = method_block(self.snapshot, said.style, on.brief)
            sheet = blank_panel(self.frame.panel, self.top, said.rings, method, said.style, self.frame.foot)
            return None if sheet is None else [*head.shapes, *sheet]
        blocks = self.blocks(on, blip, numbered, _advised(self.ring_names) if advised is None else advised)
        news = on.news if numbered else (True, False)
        ways = [blocks]
        if said.first:
            # That there is no edition before is said beside all that explains, or not at all.
            most = blocks._replace(rings=blocks.rings[:1], rings_needed=True)
            ways = [*((most,) if not on.terse else ()), blocks._replace(news=None)]
        found = (arranged(self.frame.panel, self.top, way, on.type.larger, self.frame.foot, news) for way in ways)
        shapes = next((each for each in found if each is not None), None)
        # A disc above a foot that holds nothing would float; beside the panel alone it lies in the middle.
        if shapes is None or (on.form == "captioned" and not self.in_foot(shapes)):
            return None
        return [*head.shapes, *shapes]

    def in_foot(self, shapes: Sequence[Shape]) -> bool:
        """Whether anything stands below the disc."""
        foot = self.frame.foot
        return foot is not None and any(isinstance(s, Text) and s.x >= foot.left for s in walk(tuple(shapes)))

    @cached_property
    def top(self) -> float:
        """Where the panel begins: below the head where both are in one place."""
        if self.on.form == "top":
            return self.frame.panel.top
        box = self.frame.head
        return box.top + self.said.head(0.0, 0.0, box.right - box.left).height + self.on.margin * 0.5

    def blocks(self, on: Sheet, blip: BlipSize, numbered: bool, advised: bool) -> Blocks:
        """What the panel may hold."""
        said, snapshot = self.said, self.snapshot
        legend = said.terse_legend if on.terse else said.legend
        unmoved = marks_block(snapshot, said.style, blip, numbered, on.brief, moved=False)
        return Blocks(
            news=said.news(blip, numbered),
            legend=legend if numbered and snapshot.standings else None,
            rings=said.rings[-1:] if on.terse else said.rings,
            rings_needed=not on.brief and not advised,
            rings_wanted=not advised,
            marks=marks_block(snapshot, said.style, blip, numbered, on.brief),
            method=method_block(snapshot, said.style, on.brief, together=on.terse),
            fewer_marks=[unmoved],
        )


def _advised(rings: Sequence[RingName]) -> bool:
    """Whether every ring is named with its advice."""
    return all(ring.advised for ring in rings)
