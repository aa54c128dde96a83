"""The disc drawn: rings, sectors, blips, marks, names and numbers, each in the group that bears its id."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import NamedTuple

from techradar.history import Snapshot
from techradar.layout import ground, marks, metrics
from techradar.layout.blips import blip_group, ink_of, number_group, weight_of
from techradar.layout.geometry import Box, Disc
from techradar.layout.label_lines import LEADING, SHARES
from techradar.layout.label_places import Named
from techradar.layout.label_prices import Label
from techradar.layout.labels import Labelling
from techradar.layout.placing import Spot
from techradar.layout.scene import Circle, Group, Paint, Path, Shape, Text
from techradar.layout.slots import BlipSize
from techradar.layout.style import Style

RING_BORDER, SPOKE, LEADER = 0.9, 0.6, 0.7


class Drawing(NamedTuple):
    """A disc with everything placed on it but names and numbers."""

    disc: Disc
    rim: ground.Rim
    rings: Sequence[ground.RingName]
    blip: BlipSize
    spots: tuple[Spot, ...]
    marks: dict[str, Path]  # by the technology's id
    style: Style
    link: str | None

    def names_share(self) -> float:
        """How much of the disc the names would cover, each on one line: 0 to 1 and more."""
        size = self.style.type.name
        total = sum(metrics.width(self.style.name(spot.standing), size) + size for spot in self.spots)
        return total * size * 1.6 / (math.pi * self.disc.radius**2)

    def named(self, size: float, first: Collection[str] = ()) -> dict[str, Label] | None:
        """A place for every name at that size of type, those `first` before others, or none where one has none."""
        named = [
            Named(
                spot.id,
                spot.x,
                spot.y,
                self.blip.half,
                spot.ring,
                self.style.name(spot.standing),
                weight_of(spot.standing, self.style),
                marks.extent(self.marks[spot.id]) if spot.id in self.marks else None,
            )
            for spot in self.spots
        ]
        names = [box for ring in self.rings for box in ring.boxes]
        return Labelling(self.disc, named, names, size).run(first)

    def shapes(self, snapshot: Snapshot, labels: dict[str, Label] | None) -> list[Shape]:
        """Everything on the disc and along its rim, with names where `labels` has them, else numbers."""
        on_names = [line for label in labels.values() for line in label.letters] if labels is not None else []
        return [
            *self._grounds(snapshot, on_names),
            *self._sectors(snapshot, on_names),
            *(self._leader(spot, labels[spot.id]) for spot in self.spots if labels and labels[spot.id].leader),
            *self._blips(numbered=labels is None),
            *self._labels(snapshot, labels),
        ]

    def _grounds(self, snapshot: Snapshot, names: Sequence[Box]) -> list[Shape]:
        theme, disc = self.style.theme, self.disc
        rings = snapshot.configuration.rings
        fills = theme.ring_fills(len(rings))
        border = Paint(None, theme.line, RING_BORDER)
        groups: list[Shape] = []
        for place in reversed(range(len(rings))):
            radius = disc.outer[place]
            fill = Circle(disc.x, disc.y, radius, Paint(fills[place]))
            edge = ground.border(disc, radius, names, border)
            groups.append(Group((fill, *edge, *self.rings[place].texts), id=f"ring-{rings[place].id}"))
        return groups

    def _sectors(self, snapshot: Snapshot, names: Sequence[Box]) -> list[Shape]:
        paint = Paint(None, self.style.theme.line, SPOKE)
        on_spokes = [*names, *(box for name in self.rings for box in name.boxes)]
        return [
            Group(
                (
                    *ground.spoke(self.disc, place, on_spokes, paint),
                    *ground.sector_name(self.disc, place, self.rim, self.style.sectors[sector.id]),
                ),
                id=f"sector-{sector.id}",
            )
            for place, sector in enumerate(snapshot.configuration.sectors)
        ]

    def _blips(self, numbered: bool) -> list[Shape]:
        groups: list[Shape] = []
        for spot in self.spots:
            standing = spot.standing
            id = spot.id
            groups.append(
                blip_group(standing, spot.x, spot.y, self.blip.width, self.style, numbered=numbered, link=self.link)
            )
            if id in self.marks:
                groups.append(Group((self.marks[id],), id=f"mark-{id}"))
        return groups

    def _leader(self, spot: Spot, label: Label) -> Shape:
        assert label.leader is not None
        x, y, end_x, end_y = label.leader
        path = Path((("M", x, y), ("L", end_x, end_y)), Paint(None, self.style.theme.muted, LEADER))
        return Group((path,), id=f"leader-{spot.id}")

    def _labels(self, snapshot: Snapshot, labels: dict[str, Label] | None) -> list[Shape]:
        if labels is not None:
            return [self._name(spot, labels[spot.id]) for spot in self.spots]
        size = marks.number_size(snapshot.largest_number, self.blip.width, self.style.type.number)
        return [number_group(spot.standing, spot.x, spot.y, size, self.style) for spot in self.spots]

    def _name(self, spot: Spot, label: Label) -> Shape:
        id = spot.id
        block = label.block
        size = block.size
        weight = weight_of(spot.standing, self.style)
        fill = ink_of(spot.standing, self.style)
        left, top = label.box.left, label.box.top
        texts = []
        for place, (said, wide) in enumerate(zip(block.lines, block.widths, strict=True)):
            x = left + SHARES[label.anchor] * (block.width - wide)
            y = top + size * (metrics.ASCENT + LEADING * place)
            texts.append(Text(x, y, said, size, fill, wide, weight))
        return Group(tuple(texts), id=f"label-{id}")
