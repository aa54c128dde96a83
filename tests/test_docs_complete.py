"""The documents leave nothing out: every command, option and key is told, and what they say of the method is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from snippets import ROOT, TODAY, Document, document, known_options, page, played_documents
from sources import none_of
from techradar import store
from techradar.model import Basis
from techradar.model.schema import json_schema

COMMANDS = "docs/commands.md"
FILES = "docs/file-format.md"
METHOD = "docs/method.md"


def left_out(doc: Document, known: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    """Commands and options, and words that options take, that the page of the commands does not tell of."""
    for command, options in known.items():
        section = doc.section(f"`techradar {command}`" if command else "All commands")
        if not section:
            yield f"{doc.name}: no section for {command}"
            continue
        rows = [line.split("|")[1:3] for line in section.splitlines() if line.startswith("| `--")]
        for option, choices in options.items():
            told = [row for row in rows if re.search(rf"`{option}\b(?!-)", row[0])]
            if not told:
                yield f"{doc.name}: {command} does not tell of {option}"
            for choice in choices:
                if told and f"`{choice}`" not in told[0][1]:
                    yield f"{doc.name}: {command} {option} does not tell of {choice}"
        for row in rows:
            for option in re.findall(r"`(--[a-z-]+)", row[0]):
                if option not in {*options, *known[""], "--help"}:
                    yield f"{doc.name}: {command} has no option {option}"


def keys_of(schema: Any) -> Iterator[str]:
    """Every key that a schema lets a file have, at any depth."""
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict):
            yield from properties
        for part in schema.values():
            yield from keys_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keys_of(part)


def untold_keys(doc: Document, keys: set[str]) -> Iterator[str]:
    """Keys that a document does not name, and keys in the first column of its tables that there are not."""
    told = {code for _, code in doc.codes}
    rows = [row for columns in (2, 3, 4) for row in cells(doc, columns)]
    yield from (f"{doc.name} does not tell of the key {key}" for key in sorted(keys - told))
    for key in [key for row in rows for key in re.findall(r"`([a-z_]+)`", row[0])]:
        if key not in keys:
            yield f"{doc.name}: there is no key {key}"


def cells(doc: Document, columns: int) -> Iterator[list[str]]:
    """The rows of a document's tables that have so many columns, without their heads."""
    for line in doc.text.splitlines():
        row = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("| ") and len(row) == columns:
            yield row


def test_every_command_and_option_is_told() -> None:
    """The page of the commands has a section for each, with all options and the words that they take."""
    none_of(left_out(document(COMMANDS), known_options()))


def test_both_readmes_say_the_same() -> None:
    """The Danish README has the headings, blocks, pictures and tables of the English one, in the same order."""

    def shape(name: str) -> list[tuple[str, str, str]]:
        kept = {"heading_open", "fence", "table_open", "tr_open", "list_item_open"}
        return [(token.type, token.tag, token.info) for token in document(name).tokens if token.type in kept]

    assert shape("README.da.md") == shape("README.md")


def test_every_page_is_in_the_index() -> None:
    """The index of the documentation links every page of it."""
    linked = {target for _, target in document("docs/README.md").links}

    assert {Path(name).name for name in played_documents() if name.startswith("docs/")} - {"README.md"} <= linked


def test_every_key_is_told_and_none_is_made_up() -> None:
    """The page of the files names each key that a radar or a technology may have, and its tables name no other."""
    none_of(untold_keys(document(FILES), {*keys_of(json_schema("radar")), *keys_of(json_schema("technology"))}))


def test_the_method_reckons_as_the_tool_does() -> None:
    """Figures, borders of rings, the strength of bases and the worked example are those of the example radar."""
    radar = store.load(ROOT / "radar-data", date.fromisoformat(TODAY)).radar
    assert radar is not None
    scale, rings = radar.configuration.maturity, radar.configuration.rings
    assert scale is not None
    doc = document(METHOD)
    rows = {row[0]: row[1:] for row in [*cells(doc, 3), *cells(doc, 4)]}
    figures = {level.name: [f"{level.value:.0f}", f"{scale.figure(level.value or 0):.2f}"] for level in scale.levels}
    borders = {ring.name.upper(): (f"{ring.start:.2f}", ring.advice) for ring in rings if ring.start}
    order = [row[0].strip("`") for row in cells(doc, 4) if row[0].strip("`") in list(Basis)]
    adoption = radar.by_id["generativ-ai"].assessments[0].adoption

    assert {name: rows[name] for name in figures} == figures
    assert {
        name: (row[0][:4], row[1]) for key, row in rows.items() if (name := key.partition(" (")[0]) in borders
    } == borders
    assert order == [basis.value for basis in Basis]
    assert adoption is not None
    assert f"(2.51 - 1) / 3 = {adoption.figure:.2f}" in doc.text


def test_a_page_of_commands_that_leaves_out_or_makes_up_is_found() -> None:
    """A command without section, an option or a word that is not told, and one that is made up are each named."""
    bad = page("## All commands", "", "## `techradar list`", "", "| `--format` | `json` |", "| `--made-up` | x |")
    known = {"": {}, "list": {"--format": ["json", "csv"], "--sort": []}, "show": {}}

    assert [said.partition(": ")[2] for said in left_out(bad, known)] == [
        "list --format does not tell of csv",
        "list does not tell of --sort",
        "list has no option --made-up",
        "no section for show",
    ]


def test_a_key_that_is_left_out_or_made_up_is_found() -> None:
    """A key that no word of the page is, and one that stands in a table but nowhere else, are each named."""
    bad = page("| key | holds |", "|---|---|", "| `name` | x |", "| `navn` | x |")

    assert [said.rpartition(" ")[2] for said in untold_keys(bad, {"name", "sector"})] == ["sector", "navn"]
    assert {"assessments", "shares", "core_task"} <= set(keys_of(json_schema("technology")))
