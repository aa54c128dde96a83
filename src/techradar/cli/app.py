"""The command line as a whole: its groups and its commands."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Annotated

import typer

from techradar import __version__
from techradar.cli import common
from techradar.cli.translated import TranslatedCommand, TranslatedGroup
from techradar.cli.words import say

# In the order of help: each command with its group, its help and its examples. The function of a command stands
# in `cli/<name>_command.py`.
COMMANDS = {
    "init": ("edit", "edit.init.help", "edit.init.example"),
    "add": ("edit", "edit.add.help", "edit.add.example"),
    "assess": ("edit", "edit.assess.help", "edit.assess.example"),
    "retire": ("edit", "change.retire.help", "change.retire.example"),
    "rename": ("edit", "change.rename.help", "change.rename.example"),
    "question": ("edit", "change.question.help", "change.question.example"),
    "edition": ("edit", "change.edition.help", "change.edition.example"),
    "list": ("look", "cli.list.help", "cli.list.example"),
    "show": ("look", "cli.show.help", "cli.show.example"),
    "cases": ("look", "cli.cases.help", "cli.cases.example"),
    "diff": ("look", "cli.diff.help", "cli.diff.example"),
    "validate": ("check", "cli.validate.help", "cli.validate.example"),
    "schema": ("check", "cli.schema.help", "cli.schema.example"),
    "render": ("publish", "render.help", "render.example"),
}


def _version(wanted: bool | None) -> None:
    if wanted:
        common.product(f"techradar {__version__}")
        raise typer.Exit


def _root(
    context: typer.Context,
    data: common.Data = None,
    version: Annotated[
        bool | None,
        typer.Option("--version", help=say("cli.option.version"), callback=_version, is_eager=True),
    ] = None,
) -> None:
    """Keep what stands before the command, and say what there is where no command follows."""
    common.Chosen.data = data
    common.Chosen.mistakes = ()
    if context.invoked_subcommand is None:
        from techradar.cli import status_command

        status_command.status()


def build(names: Iterable[str] = COMMANDS, *, others: bool = False) -> typer.Typer:
    """The command line with the commands of `names`; with `others` it knows the name and the help of all."""
    app = typer.Typer(
        cls=TranslatedGroup,
        name="techradar",
        help=f"{say('cli.help')}\n\n{say('cli.exit-codes')}",
        epilog=say("cli.example"),
        add_completion=True,
        invoke_without_command=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
    )
    app.callback()(_root)
    imported = set(names)
    for name, (panel, help_key, example_key) in COMMANDS.items():
        if name not in imported and not others:
            continue
        function = _function(name) if name in imported else _not_imported
        group = say(f"cli.panel.{panel}")
        as_command = app.command(
            name, cls=TranslatedCommand, help=say(help_key), epilog=say(example_key), rich_help_panel=group
        )
        as_command(function)
    return app


def _function(name: str) -> Callable[..., None]:
    found: Callable[..., None] = getattr(
        import_module(f"techradar.cli.{name}_command"), "list_" if name == "list" else name
    )
    return found


def _not_imported() -> None:
    """Stands for a command that is not asked for, where commands are listed."""


def run(arguments: list[str]) -> None:
    """Run the command that `arguments` name; only its module is imported.

    A shell that asks for a completion names no arguments, but says what was typed so far.
    """
    typed = os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS") or ""
    before = typed.split()[:-1] if not typed.endswith(" ") else typed.split()
    named = {*arguments, *before}
    # Where a command stands first, no list of all commands can be asked for.
    others = not (arguments and arguments[0] in COMMANDS)
    build((name for name in COMMANDS if name in named), others=others)()
