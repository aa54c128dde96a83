"""Values as YAML text: block style, quoted where needed, so that our reader gives the same text back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from techradar.language import phrase
from techradar.problems import TechradarError, problem
from techradar.yamlnodes import BIDI, CONTROL

Value = str | int | float | bool | None | Mapping[str, Any] | Sequence[Any]

_NONE_WORDS = frozenset({"", "~", "null", "Null", "NULL"})  # what any YAML reader takes for nothing
_NEVER_FIRST = "!&*%@`\"'#|>[]{},"
_NEVER_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


class EditRefused(TechradarError):
    """A change that cannot be written so that it reads back as meant and leaves the rest alone."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is written: its line break, and how far what belongs to a key is indented."""

    newline: str = "\n"
    step: int = 2  # from a key to the keys below it
    dash: int = 2  # from a key to the dashes of its list
    gap: int = 1  # blanks between a dash and what follows
    literal: bool = True  # texts of several lines as blocks, else in quotation marks


def text_of(value: object) -> str | None:
    """A value as the text that a reader gets: numbers as short as they go, true and false, None as it is.

    Line breaks become plain ones. Raises EditRefused for text with control or bidi characters.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    for code, pattern in (("control-character", CONTROL), ("bidi-character", BIDI)):
        if found := pattern.search(text):
            message = phrase(f"yaml.{code}", character=f"U+{ord(found[0]):04X}")
            raise EditRefused(problem(code, "", message, phrase(f"yaml.{code}.hint")))
    return text


def texts_of(value: Value) -> Any:
    """A whole value as nested dicts, lists, texts and None, as a reader gets it."""
    if isinstance(value, Mapping):
        return {str(text_of(key)): texts_of(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [texts_of(part) for part in value]
    return text_of(value)


def scalar_text(value: str | int | float | None, *, flow: bool = False, style: str = "plain") -> str:
    """One value on one line: plain where that is safe, else quoted.

    `flow` says that it stands inside `[…]` or `{…}`; `style` "single" or "double" quotes it in any case, the
    former only where it can hold the text. None is `null`.
    """
    text = text_of(value)
    if text is None:
        return "null"
    single = "\n" not in text and "\t" not in text
    if style == "plain" and single and _is_safe_plain(text, flow):
        return text
    better_single = style == "plain" and ('"' in text or "\\" in text)
    if single and (style == "single" or better_single):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in text) + '"'


def _is_safe_plain(text: str, flow: bool) -> bool:
    if text in _NONE_WORDS or text != text.strip() or text[0] in _NEVER_FIRST:
        return False
    if text[0] in "-?:" and not text[1:2].isdigit():
        return False
    if ": " in text or text.endswith(":") or " #" in text or text.startswith(("---", "...")):
        return False
    return not (flow and _NEVER_IN_FLOW.search(text))


def literal_lines(text: str, indentation: str) -> list[str] | None:
    """A text of several lines as a block, header first; None where only quotation marks keep it."""
    body = text.removesuffix("\n")
    if "\n" not in text or not body.strip() or body.endswith("\n") or text[0] in " \t\n":
        return None
    lines = [indentation + line if line else "" for line in body.split("\n")]
    return ["|" if text.endswith("\n") else "|-", *lines]


def flow_text(value: Value) -> str:
    """A value on one line inside `[…]` or `{…}`."""
    if isinstance(value, Mapping):
        pairs = (f"{scalar_text(key, flow=True)}: {flow_text(part)}" for key, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow_text(part) for part in value) + "]"
    return scalar_text(value, flow=True)


def pair_lines(key: str, value: Value, column: int, manner: Manner, order: Sequence[str] = ()) -> list[str]:
    """A key and its value as lines, indented by `column` blanks."""
    head = " " * column + scalar_text(key) + ":"
    if is_block(value):
        indent = manner.step if isinstance(value, Mapping) else manner.dash
        return [head, *block_lines(value, column + indent, manner, order)]
    return _with_value(head, value, column + manner.step, manner)


def block_lines(value: Value, column: int, manner: Manner, order: Sequence[str] = ()) -> list[str]:
    """A mapping or list, not empty, as lines indented by `column` blanks."""
    if isinstance(value, Mapping):
        keys = in_order(value, order)
        return [line for key in keys for line in pair_lines(key, value[key], column, manner, order)]
    assert isinstance(value, Sequence)
    return [line for part in value for line in item_lines(part, column, manner, order)]


def item_lines(value: Value, column: int, manner: Manner, order: Sequence[str] = ()) -> list[str]:
    """A list's member as lines, its dash indented by `column` blanks."""
    dash = " " * column + "-"
    inner = column + 1 + manner.gap
    if not is_block(value):
        return _with_value(dash, value, inner, manner, " " * manner.gap)
    lines = block_lines(value, inner, manner, order)
    return [dash + " " * manner.gap + lines[0].lstrip(" "), *lines[1:]]


def in_order(keys: Iterable[str], order: Sequence[str]) -> list[str]:
    """Keys in the wanted order; those that it does not name come last, as they were."""
    place = {key: number for number, key in enumerate(order)}
    return sorted(keys, key=lambda key: place.get(key, len(place)))


def dump(value: Mapping[str, Any], order: Sequence[str] = ()) -> str:
    """A new file's text. Every mapping in it has its keys in `order`, those not named there last."""
    return "".join(f"{line}\n" for line in block_lines(value, 0, Manner(), order)) if value else "{}\n"


def is_block(value: Value) -> bool:
    """Whether a value is a list or mapping with something in it."""
    return bool(value) and isinstance(value, Mapping | Sequence) and not isinstance(value, str)


def _with_value(head: str, value: Value, column: int, manner: Manner, gap: str = " ") -> list[str]:
    if value is None:
        return [head]
    if isinstance(value, Mapping | Sequence) and not isinstance(value, str):
        return [head + gap + flow_text(value)]
    block = literal_lines(text_of(value) or "", " " * column) if manner.literal else None
    return [f"{head}{gap}{block[0]}", *block[1:]] if block else [head + gap + scalar_text(value)]
