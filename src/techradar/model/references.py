"""What a technology refers to by id or name: sectors, rings, areas, editions and the scales of `radar.yaml`."""

from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo

from techradar.model.configuration import Area, Edition, Named, NamedParts, Ring, Scale, Sector, references
from techradar.model.values import AsList, Frozen, resolve, text_of


class References(Frozen):
    """What a technology may refer to; a kind that could not be read is none and is not checked."""

    sectors: Annotated[tuple[Sector, ...], *NamedParts] | None = None
    rings: Annotated[tuple[Ring, ...], *NamedParts] | None = None
    areas: Annotated[tuple[Area, ...], *NamedParts] | None = None
    editions: Annotated[tuple[Edition, ...], AsList] | None = None
    maturity: Scale | None = None
    adoption: Scale | None = None
    configured: bool = False

    @cached_property
    def known(self) -> dict[str, dict[str, str]]:
        """For each kind folded ids and names, to ids."""
        return {kind: references(parts) for kind, parts in self._kinds().items() if parts is not None}

    def _kinds(self) -> dict[str, tuple[Named, ...] | None]:
        return {"sector": self.sectors, "ring": self.rings, "area": self.areas, "edition": self.editions}

    def names(self, kind: str) -> list[str]:
        """The names that a hint lists."""
        return [part.name for part in self._kinds()[kind] or ()]


def reference(kind: str) -> BeforeValidator:
    """A validator that turns an id or a name of `kind` into the id, by the validation's `References`."""

    def check(value: Any, info: ValidationInfo) -> str:
        word = text_of(value)
        references: References | None = info.context
        known = references.known.get(kind) if references is not None else None
        if references is None or known is None:
            return word
        return resolve(kind, word, known, references.names(kind))

    return BeforeValidator(check)
