"""The command line as a whole: its groups and its commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from techradar import __version__
from techradar.cli import (
    add_command,
    assess_command,
    common,
    init_command,
    list_command,
    render_command,
    schema_command,
    show_command,
    status_command,
    validate_command,
)
from techradar.cli.translated import TranslatedCommand, TranslatedGroup
from techradar.cli.words import say

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


def _version(wanted: bool | None) -> None:
    if wanted:
        common.product(f"techradar {__version__}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    data: common.Data = None,
    version: Annotated[
        bool | None,
        typer.Option("--version", help=say("cli.option.version"), callback=_version, is_eager=True),
    ] = None,
) -> None:
    """Keep what stands before the command, and say what there is where no command follows."""
    common.Chosen.data = data
    if context.invoked_subcommand is None:
        status_command.status()


def command(panel: str, function: Callable[..., Any], help: str, examples: str, name: str | None = None) -> None:
    """Add a command to a group of the help; its name is the function's unless given. Examples are lines."""
    app.command(
        name or function.__name__,
        cls=TranslatedCommand,
        help=help,
        epilog=examples,
        rich_help_panel=say(f"cli.panel.{panel}"),
    )(function)


# In the order of help: Edit, Look, Check, Publish, Exchange.
command("edit", init_command.init, say("edit.init.help"), say("edit.init.example"))
command("edit", add_command.add, say("edit.add.help"), say("edit.add.example"))
command("edit", assess_command.assess, say("edit.assess.help"), say("edit.assess.example"))
command("look", list_command.list_, say("cli.list.help"), say("cli.list.example"), name="list")
command("look", show_command.show, say("cli.show.help"), say("cli.show.example"))
command("check", validate_command.validate, say("cli.validate.help"), say("cli.validate.example"))
command("check", schema_command.schema, say("cli.schema.help"), say("cli.schema.example"))
command("publish", render_command.render, say("render.help"), say("render.example"))
