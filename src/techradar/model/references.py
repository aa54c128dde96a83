"""What a technology refers to by id or name: sectors, rings, areas, editions and the scales of `radar.yaml`."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import ValidationInfo

from techradar.model.configuration import Area, Edition, Named, Ring, Scale, Sector, references
from techradar.model.values import Checked, folded, resolve, text_of

KINDS = ("sectors", "rings", "areas", "editions", "maturity", "adoption")


@dataclass(frozen=True)
class References:
    """What a technology may refer to; a kind that could not be read is none and is not checked."""

    sectors: tuple[Sector, ...] | None = None
    rings: tuple[Ring, ...] | None = None
    areas: tuple[Area, ...] | None = None
    editions: tuple[Edition, ...] | None = None
    maturity: Scale | None = None
    adoption: Scale | None = None
    configured: bool = False
    figures: dict[tuple[str, str], Any] = field(default_factory=dict, compare=False)  # what levels became, by scale

    @cached_property
    def known(self) -> dict[str, dict[str, str]]:
        """For each kind folded ids and names, to ids."""
        return {kind: references(parts) for kind, parts in self._kinds().items() if parts is not None}

    def _kinds(self) -> dict[str, tuple[Named, ...] | None]:
        return {"sector": self.sectors, "ring": self.rings, "area": self.areas, "edition": self.editions}

    def names(self, kind: str) -> list[str]:
        """The names that a hint lists."""
        return [part.name for part in self._kinds()[kind] or ()]


def reference(kind: str) -> Checked:
    """A validator that turns an id or a name of `kind` into the id, by the validation's `References`."""

    def check(value: Any, info: ValidationInfo) -> str:
        word = text_of(value)
        references: References | None = info.context
        known = references.known.get(kind) if references is not None else None
        if references is None or known is None:
            return word
        return known.get(folded(word)) or resolve(kind, word, known, references.names(kind))

    return Checked(check, {"type": ["string", "number"]}, informed=True)
