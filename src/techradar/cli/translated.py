"""Typer's groups and commands in the language that the tool talks in.

Typer carries its own click, whose texts are English. What is changed here is public since Typer 0.26: methods of
commands and parameters, the constants of its help, and the attributes of its usage errors.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
import types
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from techradar.cli import common
from techradar.cli.guard import guarded
from techradar.cli.usage import UsageError, kind_of, raw_choices, usage_problem
from techradar.cli.words import say
from techradar.problems import Exit, TechradarError

_HELP_WORDS = {
    "ARGUMENTS_PANEL_TITLE": ("cli.arguments", ""),
    "OPTIONS_PANEL_TITLE": ("cli.options", ""),
    "COMMANDS_PANEL_TITLE": ("cli.commands", ""),
    "DEFAULT_STRING": ("cli.default", "{}"),
    "ENVVAR_STRING": ("cli.environment", "{}"),
    "REQUIRED_LONG_STRING": ("cli.required", ""),
}
_METAVARS = {"text": "cli.metavar.text", "whole": "cli.metavar.number", "path": "cli.metavar.file"}
_NOWHERE = object()  # in the place of a path that cannot be one
_INSTALLED = re.compile(r"(?:\x1b\[\d*m)?(\w+) completion installed in (.+?)(?:\x1b\[0?m)?$", re.MULTILINE)
_OPTION_HELP = {
    "install_completion": "cli.option.install-completion",
    "show_completion": "cli.option.show-completion",
}


def _translate_help() -> None:
    """Put our words into the module that prints help; it is loaded only when help is asked for."""
    with _without("rich.markdown", "Markdown"), _without("rich.traceback", "Traceback"):
        from typer import rich_utils

    for constant, (key, value) in _HELP_WORDS.items():
        setattr(rich_utils, constant, say(key, value=value) if value else say(key))
    # Build servers are no terminals: no colour unless it is asked for.
    rich_utils.FORCE_TERMINAL = None


@contextlib.contextmanager
def _without(module: str, name: str) -> Iterator[None]:
    """Keep a module from being loaded that help imports and never uses: it would take a third of help's time."""
    if module in sys.modules:
        yield
        return
    stand_in = types.ModuleType(module)
    setattr(stand_in, name, type(name, (), {}))
    sys.modules[module] = stand_in
    try:
        yield
    finally:
        del sys.modules[module]


@contextlib.contextmanager
def _examples_last(command: Any) -> Iterator[None]:
    """Print a command's examples below its help, a line each: Typer would join, wrap and colour them."""
    examples, command.epilog = command.epilog, None
    try:
        yield
    finally:
        command.epilog = examples
    if examples:
        print("", f" {say('cli.examples')}", *(f"   {line}" for line in examples.splitlines()), sep="\n")


def _usage(usage: str) -> str:
    """A usage line with our word at its start."""
    return say("cli.usage") + usage.removeprefix("Usage:")


def _adapt(param: Any) -> None:
    """Put our words into a parameter, once, and let it do without conversion where it can."""
    if getattr(param, "adapted", False):
        return
    param.adapted = True
    if param.name in _OPTION_HELP:
        param.help = say(_OPTION_HELP[param.name])
    if param.name == "install_completion":
        param.callback = _installing(param.callback)
    if param.param_type_name == "option" and param.metavar is None:
        param.metavar = _metavar(param)
    if param.param_type_name == "argument":
        # Its own word is enough; Typer's would be `<str>` or `<list[Path]>`.
        param.display_type_rich = _nothing
    param.process_value = _light(param, param.process_value)


def _nothing(ctx: Any) -> None:
    """No type of an argument in help."""


def _metavar(param: Any) -> str | None:
    """What stands for an option's value in help: nothing for a flag; Typer's own choice for closed sets."""
    kind = kind_of(param)
    if kind in _METAVARS:
        return say(_METAVARS[kind])
    return "" if kind == "flag" else None


def _light(param: Any, process: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """A conversion that leaves alone what was not given, and everything during completion.

    Typer from 0.27 converts with Pydantic, which takes longer to load than help and completion may take. What a
    conversion refuses is kept with the error, which does not name it.
    """
    several = param.multiple or param.nargs == -1
    words = raw_choices(param) or ()
    text = kind_of(param) == "text" and not several
    path = kind_of(param) == "path"

    def process_value(ctx: Any, value: Any) -> Any:
        if ctx.resilient_parsing:
            return value
        if not param.required and (
            value is None or (not several and value in words) or (text and isinstance(value, str))
        ):
            kept = () if value is None and several else value
            return param.callback(ctx, param, kept) if param.callback is not None else kept
        try:
            if path and "" in (value if several else [value]):
                # It would be the current folder, where a variable in a script was empty.
                raise typer.BadParameter("", ctx=ctx, param=param)
            return process(ctx, value)
        except UsageError as error:
            error.given = value  # type: ignore[attr-defined]
            if ctx.parent is None:
                raise
            return _kept(error, ctx, param)

    return process_value


def _kept(error: Any, ctx: Any, param: Any) -> Any:
    """Keep what is wrong with a command's parameter, to be told with its other mistakes; what holds until then."""
    error.ctx, error.param = error.ctx or ctx, error.param or param
    common.Chosen.mistakes += (usage_problem(error),)
    if kind_of(param) == "path":
        return _NOWHERE
    return None if param.required else () if param.multiple or param.nargs == -1 else param.default


def _end_with_mistakes() -> NoReturn:
    raise TechradarError(*common.Chosen.mistakes, exit_code=Exit.USAGE)


def _installing(install: Callable[..., Any]) -> Callable[..., Any]:
    """Typer's installation of completion, telling in our words where it was put."""

    def installing(ctx: Any, param: Any, value: Any) -> Any:
        if not value or ctx.resilient_parsing:
            return value
        said = io.StringIO()
        try:
            with contextlib.redirect_stdout(said):
                install(ctx, param, value)
        except SystemExit:
            found = _INSTALLED.search(said.getvalue())
            print(say("cli.completion.installed", shell=found[1], path=found[2]) if found else said.getvalue())
            raise
        return value

    return installing


if TYPE_CHECKING:
    _Typers = TyperCommand
else:
    _Typers = object  # it stands before a class of Typer's, which has the methods


class _Translated(_Typers):
    """What a command and the group of all have in common: our words wherever Typer has its own."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The arguments and options."""
        params: list[Any] = super().get_params(ctx)
        for param in params:
            _adapt(param)
        return params

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; an error knows for which command they were."""
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx  # type: ignore[attr-defined]
            raise

    def get_usage(self, ctx: Any) -> str:
        """The usage line."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("cli.option.help")
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help, ending with examples."""
        _translate_help()
        with _examples_last(self):
            super().format_help(ctx, formatter)


class TranslatedCommand(_Translated, TyperCommand):
    """A command whose usage line and help are in the language of the tool."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options_metavar = say("cli.options.metavar")

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments. Words that are too many are kept, as is what cannot be an option's value."""
        try:
            args = super().parse_args(ctx, args)
        except UsageError as error:
            if any(param.name not in ctx.params for param in self.params if param.expose_value):
                raise  # the others were not read
            common.Chosen.mistakes += (usage_problem(error),)
        if any(kind_of(param) == "path" and ctx.params.get(param.name) is _NOWHERE for param in self.params):
            _end_with_mistakes()  # what else is wrong depends on which folder is meant
        return args

    def invoke(self, ctx: Any) -> Any:
        """Run the command; one that does not tell such mistakes itself ends with them."""
        if common.Chosen.mistakes and not getattr(self.callback, "tells_all", False):
            _end_with_mistakes()
        return super().invoke(ctx)


class TranslatedGroup(_Translated, TyperGroup):
    """The group of all commands; nothing that a command raises leaves it as a traceback."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options_metavar = say("cli.options.metavar")
        self.subcommand_metavar = say("cli.command.metavar")

    def main(self, args: Any = None, prog_name: str | None = None, *rest: Any, **more: Any) -> Any:
        """Run the command line under its own name, however it was started."""
        return super().main(args, prog_name or "techradar", *rest, **more)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names; the words that none does are kept for the error."""
        try:
            return super().resolve_command(ctx, args)
        except UsageError as error:
            error.unknown = (args[0], list(self.commands))  # type: ignore[attr-defined]
            raise

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Read the options before the command."""
        with guarded():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        with guarded():
            return super().invoke(ctx)
