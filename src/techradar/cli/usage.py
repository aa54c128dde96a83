"""Wrong usage, told as a problem in our own words, with what was meant and where the help is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import typer

from techradar.language import Phrase, phrase
from techradar.problems import Problem, problem

# The base of all usage errors has no name of its own in Typer's public module.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]

_EXTRA = re.compile(r"^Got unexpected extra arguments?(?:\(s\))? \((.*)\)$", re.DOTALL)


def usage_problem(error: Any) -> Problem:
    """The problem that an error of Typer's stands for: what was typed that cannot be, and the way out."""
    command = error.ctx.command_path if error.ctx is not None else "techradar"
    message, near = _message(error)
    meant = phrase("cli.did-you-mean-or-help", near=_quoted(near), command=command) if near else None
    return problem("wrong-usage", command, message, meant or _hint(error, command))


def _message(error: Any) -> tuple[Phrase, list[str]]:
    """What is wrong, and the words that may have been meant."""
    if unknown := getattr(error, "unknown", None):
        import difflib

        word, commands = unknown
        return phrase("cli.no-such-command", command=word), difflib.get_close_matches(word, commands)
    if hasattr(error, "possibilities"):
        return phrase("cli.no-such-option", option=error.option_name), list(error.possibilities or ())
    return _of_a_value(error), []


def _of_a_value(error: Any) -> Phrase:
    """What is wrong with a value or an argument."""
    if hasattr(error, "option_name"):
        key = "cli.needs-a-value" if "require" in error.message else "cli.takes-no-value"
        return phrase(key, option=error.option_name)
    if hasattr(error, "param_type"):
        return phrase("cli.missing-argument", name=_name(error.param))
    if found := _EXTRA.match(error.message):
        return phrase("cli.too-many-arguments", words=found[1])
    if hasattr(error, "given"):
        return _bad_value(error)
    return phrase("cli.wrong-usage", said=error.format_message())


def _bad_value(error: Any) -> Phrase:
    value = error.given
    shown = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    kind = getattr(error.param, "type", error.param)
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is not None and most is not None:
        return phrase("cli.not-within", option=_name(error.param), value=shown, least=least, most=most)
    key = "cli.not-whole" if kind_of(error.param) == "whole" else "cli.bad-value"
    return phrase(key, option=_name(error.param), value=shown)


def kind_of(param: Any) -> str:
    """What a parameter takes: "flag", "text", "whole", "path" or, where it is something else, nothing.

    Typer describes a parameter's type with the parameter since 0.27, with an object of its own before.
    """
    if getattr(param, "is_flag", False):
        return "flag"
    described = getattr(param, "type_descriptor", None)
    if described is None:
        return {"text": "text", "integer": "whole", "integer range": "whole", "path": "path"}.get(param.type.name, "")
    kinds = {str: "text", list[str]: "text", int: "whole", Path: "path", list[Path]: "path"}
    return kinds.get(described.annotation, "")


def raw_choices(param: Any) -> tuple[Any, ...]:
    """The closed set of values that a parameter takes; none where it takes anything else."""
    for holder in (getattr(param, "type_descriptor", None), getattr(param, "type", None)):
        if choices := getattr(holder, "choices", None):
            return tuple(choices)
    return ()


def choices_of(param: Any) -> list[str]:
    """The words of the closed set that a parameter takes."""
    return [str(getattr(choice, "value", choice)) for choice in raw_choices(param)]


def _hint(error: Any, command: str) -> Phrase:
    if choices := choices_of(getattr(error, "param", None)):
        from techradar.cli.meant import choices_hint

        return choices_hint(_name(error.param), str(getattr(error, "given", "")), choices)
    key = "cli.quote.hint" if _EXTRA.match(error.message) else "cli.see-help"
    return phrase(key, command=command)


def _name(param: Any) -> str:
    """What a parameter is called on the command line: `--edition`, or the argument's word."""
    if param is None:
        return "?"
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name).strip("[].").removesuffix("...")


def _quoted(words: list[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)
