"""The values of a YAML text of which nothing is to be told, without their places.

Nearly every file is sound, and finding where each of its values stands is half the work of reading it. Whatever is
odd in a text, or only may be, is left to `yamltree`, which says what and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from techradar.yamlnodes import BIDI, CONTROL

MAX_DEPTH = 50
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the pure one where libyaml is missing
QUOTED = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
NONE = frozenset({"", "~", "null"})

_STARTS = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_BEHIND_TEXT = re.compile(r"[^ \t\r\n#][ \t]*#")


class _Odd(Exception):
    """Something that a problem may be told of."""


def values_of(text: str) -> dict[str, Any] | None:
    """What the tree of `text` holds as nested dicts, lists, texts and None; None where it may have a problem."""
    if BIDI.search(text) or CONTROL.search(text) or ("#" in text and _BEHIND_TEXT.search(text)):
        return None
    loader = LOADER(text if text.endswith(("\n", "\r")) else text + "\n")
    wary = any(mark in text for mark in "&!\\")
    try:
        documents = _documents(iter(loader.get_event, None), wary)
    except (_Odd, yaml.YAMLError, ValueError, OverflowError):
        return None
    finally:
        loader.dispose()
    return documents[0] if len(documents) == 1 and type(documents[0]) is dict else None


def _documents(events: Iterator[Any], wary: bool) -> list[Any]:
    """The values, a document each; `wary` says that there may be anchors, tags or escapes."""
    into: Any = []  # the list or mapping that is being read
    key: str | None = None  # the key in it that waits for its value
    above: list[Any] = []
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = None if event.value in NONE and event.style not in QUOTED else event.value
        elif kind in _STARTS:
            value = _STARTS[kind]()
        elif kind in _ENDS:
            into = above.pop()
            continue
        else:
            _refuse_odd(event)
            continue
        if wary:
            _refuse_odd(event)
        if type(into) is list:
            into.append(value)
        elif key is not None:
            into[key], key = value, None
        elif type(value) is str and value and value not in into:
            key = value
        else:
            raise _Odd  # a key that is none, no text, or stands twice
        if kind in _STARTS:
            into = _opened(value, into, above)
    return list(into)


def _opened(new: Any, into: Any, above: list[Any]) -> Any:
    """What is read next: a list or mapping that begins in another, if that does not go too deep."""
    if len(above) == MAX_DEPTH:
        raise _Odd
    above.append(into)
    return new


def _refuse_odd(event: Any) -> None:
    """Raise _Odd for an anchor, an alias, a tag, a directive, and for quotation marks that may hold an escape."""
    marked = any(getattr(event, mark, None) for mark in ("anchor", "tag", "tags"))
    if marked or getattr(event, "style", None) == '"':
        raise _Odd
