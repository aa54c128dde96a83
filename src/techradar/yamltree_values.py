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
_BEHIND_TEXT = re.compile(r"[^\s#][ \t]*#")


class _Odd(Exception):
    """Something that a problem may be told of."""


def values_of(text: str) -> dict[str, Any] | None:
    """What the tree of `text` holds as nested dicts, lists, texts and None; None where it may have a problem."""
    if BIDI.search(text) or CONTROL.search(text) or ("#" in text and _BEHIND_TEXT.search(text)):
        return None
    loader = LOADER(text if text.endswith(("\n", "\r")) else text + "\n")
    try:
        documents = _documents(_events(loader.get_event, marked="&" in text or "!" in text, escaped="\\" in text))
    except (_Odd, yaml.YAMLError, ValueError, OverflowError):
        return None
    finally:
        loader.dispose()
    return documents[0] if len(documents) == 1 and type(documents[0]) is dict else None


def _events(event_after: Any, *, marked: bool, escaped: bool) -> Iterator[Any]:
    """The events that have values; `marked` and `escaped` say whether there may be marks and escapes to refuse."""
    while True:
        event = event_after()
        kind = type(event)
        if kind is yaml.ScalarEvent or kind in _STARTS:
            if marked and (event.anchor is not None or event.tag is not None):
                raise _Odd
            if escaped and kind is yaml.ScalarEvent and event.style == '"':
                raise _Odd
            yield event
        elif kind in _ENDS:
            yield event
        elif kind is yaml.StreamEndEvent:
            return
        elif kind is yaml.AliasEvent or (kind is yaml.DocumentStartEvent and event.tags):
            raise _Odd


def _documents(events: Iterator[Any]) -> list[Any]:
    """The values, a document each."""
    into: Any = []  # the list or mapping that is being read
    key: str | None = None  # the key in it that waits for its value
    above: list[Any] = []
    for event in events:
        kind = type(event)
        if kind in _ENDS:
            into = above.pop()
            continue
        value: Any = _STARTS[kind]() if kind in _STARTS else event.value
        if kind is yaml.ScalarEvent and value in NONE and event.style not in QUOTED:
            value = None
        if type(into) is list:
            into.append(value)
        elif key is not None:
            into[key], key = value, None
        elif type(value) is str and value and value not in into:
            key = value
        else:
            raise _Odd  # a key that is none, no text, or stands twice
        if kind in _STARTS:
            above.append(into)
            into = value
            if len(above) > MAX_DEPTH:
                raise _Odd
    return list(into)
