"""Change one place in YAML text and keep every other character: comments, order, quoting, blank lines.

Each function takes a file's text, with or without a byte-order mark, and gives the new one. One stretch of the
text is replaced, then the result is read again: where it does not say exactly what was meant, and nothing
else, the edit is refused. Line breaks stay what they are in the file, and so does a missing last one.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from techradar.problems import TechradarError
from techradar.yamlnodes import Loc, Scalar
from techradar.yamlnodes import Mapping as MappingNode
from techradar.yamlnodes import Sequence as SequenceNode
from techradar.yamlsplice import Document, Splice
from techradar.yamltree import decode, parse
from techradar.yamlwrite import EditRefused, Value, dump, scalar_text, texts_of

__all__ = ["EditRefused", "append_item", "dump", "edit_bytes", "insert_key", "remove", "scalar_text", "set_node",
           "set_value", "unified_diff"]  # fmt: skip

_MARK = b"\xef\xbb\xbf"


def set_value(
    text: str, loc: Loc, value: str | int | float | None, *, order: Sequence[str] = (), path: str = ""
) -> str:
    """`text` with the value at `loc` changed, or added with what is missing above it.

    A value in quotation marks keeps them where they can hold the new one. A new key comes at its place in
    `order`, else at the end. Raises EditRefused; `path` is what its problem names.
    """
    return set_node(text, loc, value, order=order, path=path)


def set_node(text: str, loc: Loc, value: Value, *, order: Sequence[str] = (), path: str = "") -> str:
    """`text` with a list, a mapping or a value at `loc`, in block style where it is new.

    Where the file has the like, only what differs is changed, so that its comments stay. New keys come at
    their place in `order`. Raises EditRefused.
    """
    document = Document(text, path)
    wanted = texts_of(value)
    node = document.at(loc)
    if node is None or (isinstance(node, MappingNode) and not node.pairs and not loc):
        return _add(document, loc, wanted, order)
    if isinstance(node, MappingNode) and isinstance(wanted, dict) and wanted:
        return _merge_mapping(document, loc, node, wanted, order)
    if isinstance(node, SequenceNode) and isinstance(wanted, list) and wanted and node.items:
        return _merge_sequence(document, loc, node, wanted, order)
    if isinstance(node, Scalar) and node.value == wanted:
        return text
    return _apply(document, loc, lambda: document.replacing(loc, wanted, order), _with(document, loc, wanted))


def insert_key(text: str, loc: Loc, key: str, value: Value, order: Sequence[str] = (), *, path: str = "") -> str:
    """`text` with a new key in the mapping at `loc`, at its place in `order`, else at the end.

    Raises EditRefused, also where the key is there already.
    """
    document = Document(text, path)
    if document.at((*loc, key)) is not None:
        raise document.refused((*loc, key))
    return _add(document, (*loc, key), texts_of(value), order)


def append_item(text: str, loc: Loc, value: Value, *, order: Sequence[str] = (), path: str = "") -> str:
    """`text` with `value` at the end of the list at `loc`, indented as the list is; a missing list is begun.

    Raises EditRefused, also where something else than a list is there.
    """
    document = Document(text, path)
    node = document.at(loc)
    wanted = texts_of(value)
    if node is None:
        return _add(document, loc, [wanted], order)
    if isinstance(node, Scalar) and node.value is None:
        return _apply(document, loc, lambda: document.replacing(loc, [wanted], order), _with(document, loc, [wanted]))
    if not isinstance(node, SequenceNode):
        raise document.refused(loc)
    expected = _with(document, (*loc, len(node.items)), wanted)
    return _apply(document, loc, lambda: document.adding_item(loc, wanted, order), expected)


def remove(text: str, loc: Loc, *, path: str = "") -> str:
    """`text` without the key or the member at `loc` and the comments in it. Raises EditRefused.

    Comments before and after it stay, but for those that would go on a block text before it.
    """
    document = Document(text, path)
    if not loc or document.at(loc) is None:
        raise document.refused(loc)
    expected = document.tree.plain()
    holder: Any = expected
    for part in loc[:-1]:
        holder = holder[part]
    del holder[loc[-1]]
    return _apply(document, loc, lambda: document.removing(loc), expected)


def edit_bytes(data: bytes, path: str, change: Callable[[str], str]) -> bytes:
    """A file's bytes after `change` of its text; a byte-order mark stays. Raises EditRefused."""
    text, problems = decode(data, path)
    if text is None:
        raise EditRefused(*problems)
    try:
        return (_MARK if data.startswith(_MARK) else b"") + change(text).encode()
    except TechradarError as error:
        raise EditRefused(*(p._replace(path=p.path or path) for p in error.problems)) from error


def unified_diff(old: str, new: str, path: str, new_path: str = "") -> str:
    """What changes from `old` to `new`, as a diff with three lines around it; empty where nothing does.

    `new_path` is what the file is called afterwards, where that is something else.
    """
    before, after = (text.removeprefix("\ufeff").splitlines() for text in (old, new))
    lines = difflib.unified_diff(before, after, path, new_path or path, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _merge_mapping(
    document: Document, loc: Loc, node: MappingNode, wanted: dict[str, Any], order: Sequence[str]
) -> str:
    text = document.mark + document.text
    path = document.tree.path
    new_order = order or list(wanted)
    for key, value in wanted.items():
        text = set_node(text, (*loc, key), value, order=new_order, path=path)
    for name in [name.value or "" for name, _ in node.pairs]:
        if name not in wanted:
            text = remove(text, (*loc, name), path=path)
    return text


def _merge_sequence(document: Document, loc: Loc, node: SequenceNode, wanted: list[Any], order: Sequence[str]) -> str:
    text = document.mark + document.text
    path = document.tree.path
    for at, value in enumerate(wanted):
        if at < len(node.items):
            text = set_node(text, (*loc, at), value, order=order, path=path)
        else:
            text = append_item(text, loc, value, order=order, path=path)
    for at in range(len(node.items) - 1, len(wanted) - 1, -1):
        text = remove(text, (*loc, at), path=path)
    return text


def _add(document: Document, loc: Loc, wanted: Any, order: Sequence[str]) -> str:
    """Add what is not there: below the deepest mapping on the way that is, with the keys between."""
    depth = max(i for i in range(len(loc)) if i == 0 or document.at(loc[:i]) is not None)
    for part in reversed(loc[depth + 1 :]):
        if not isinstance(part, str):
            raise document.refused(loc)
        wanted = {part: wanted}
    parent, key = document.at(loc[:depth]), loc[depth]
    if not isinstance(key, str):
        raise document.refused(loc)
    if isinstance(parent, Scalar) and parent.value is None:
        below = {key: wanted}
        expected = _with(document, loc[:depth], below)
        return _apply(document, loc, lambda: document.replacing(loc[:depth], below, order), expected)
    expected = _with(document, loc[: depth + 1], wanted) if isinstance(parent, MappingNode) else None
    return _apply(document, loc, lambda: document.adding_key(loc[:depth], key, wanted, order), expected)


def _with(document: Document, loc: Loc, wanted: Any) -> Any:
    """What the tree says when `wanted` stands at `loc`."""
    if not loc:
        return wanted
    expected = document.tree.plain()
    holder: Any = expected
    for part in loc[:-1]:
        holder = holder[part]
    if isinstance(holder, list) and loc[-1] == len(holder):
        holder.append(wanted)
    else:
        holder[loc[-1]] = wanted
    return expected


def _apply(document: Document, loc: Loc, candidates: Callable[[], Iterable[Splice]], expected: Any) -> str:
    """The text after the first candidate that reads back as expected, with no new problem; else refused.

    Texts of several lines are tried as blocks first; a comment that is indented deeper would then go on such
    a block where it comes to stand behind it, so they are tried in quotation marks too.
    """
    before = Counter(p.code for p in document.tree.problems)
    for literal in (True, False):
        document.manner = replace(document.manner, literal=literal)
        for start, end, new in candidates():
            text = document.text[:start] + new + document.text[end:]
            tree = parse(text, document.tree.path)
            told = Counter(p.code for p in tree.problems)
            if tree.root is not None and told <= before and tree.plain() == expected:
                return document.mark + text
    raise document.refused(loc)
