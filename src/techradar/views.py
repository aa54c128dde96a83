"""What a view needs of a radar, and what means nothing on a blank sheet: the same for outputs and the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from techradar.language import Phrase, phrase
from techradar.model import Configuration, Edition

# Options that choose, mark or label technologies, of which a blank sheet has none.
OF_TECHNOLOGIES = ("sector", "ring", "tag", "highlight", "labels")


class Unfit(NamedTuple):
    """An option, by its long name, that makes a picture impossible or means nothing on it."""

    option: str
    code: str
    message: Phrase
    hint: Phrase


def unfit(
    configuration: Configuration, view: str, edition: Edition | None, blank: bool, chosen: Iterable[str]
) -> Iterator[Unfit]:
    """All that stands against a picture; `edition` none is the default, `chosen` are the options that were given."""
    if view == "matrix" and (configuration.maturity is None or configuration.adoption is None):
        yield Unfit("view", "one-scale", phrase("views.one-scale"), phrase("views.one-scale.hint"))
    if view == "trend" and blank:
        yield _idle("blank", "trend")
    elif view == "trend" and (edition or configuration.default_edition) == configuration.editions[0]:
        first, *later = configuration.editions
        hint = phrase("views.one-edition.later", edition=later[0].name) if later else phrase("views.one-edition.hint")
        yield Unfit("view", "one-edition", phrase("views.one-edition", edition=first.name), hint)
    elif blank:
        given = set(chosen)
        yield from (_idle(option, "blank") for option in OF_TECHNOLOGIES if option in given)


def _idle(option: str, where: str) -> Unfit:
    message = phrase("views.means-nothing", option=option, where=phrase(f"views.means-nothing.{where}"))
    return Unfit(option, "means-nothing", message, phrase("views.means-nothing.hint", option=option))
