"""Mistakes on a command line: found one after the other, told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar

from techradar.problems import Exit, Problem, TechradarError

T = TypeVar("T")
P = ParamSpec("P")


class Mistakes:
    """What was found wrong so far."""

    def __init__(self, known: Iterable[Problem] = ()) -> None:
        """`known` is wrong usage that was found before."""
        self._problems: list[Problem] = []
        self._code = Exit.FINE
        self.add(*known)

    @property
    def none(self) -> bool:
        """Whether nothing is wrong so far."""
        return not self._problems

    def add(self, *problems: Problem, exit_code: Exit = Exit.USAGE) -> None:
        """Keep problems; of several exit codes the highest counts."""
        self._problems += problems
        if problems:
            self._code = max(self._code, exit_code)

    def of(self, find: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T | None:
        """What `find` gives; None where it raises a TechradarError, whose problems are kept."""
        try:
            return find(*arguments, **named)
        except TechradarError as error:
            self.add(*error.problems, exit_code=error.exit_code)
            return None

    def refuse(self) -> None:
        """Raise TechradarError with all that is wrong, each once, where anything is."""
        if self._problems:
            raise TechradarError(*dict.fromkeys(self._problems), exit_code=self._code)

    def without(self, found: T | None) -> T:
        """What `of` found, once it is certain that nothing was wrong; else as `refuse`."""
        self.refuse()
        assert found is not None, "only a mistake gives nothing"
        return found
