"""`techradar schema`: JSON Schema for editors."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from techradar.cli import common
from techradar.cli.words import TALK, say


def schema(
    kind: Annotated[
        Literal["radar", "technology"],
        typer.Argument(metavar="radar|technology", help=say("cli.schema.kind"), show_default=False),
    ],
) -> None:
    """Write the schema of `radar.yaml` or of a technology's file."""
    from techradar.model.schema import json_schema

    common.product(json.dumps(json_schema(kind, TALK), ensure_ascii=False, indent=2))
