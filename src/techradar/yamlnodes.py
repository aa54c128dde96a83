"""The tree of a YAML text: texts, lists and mappings with their places, and problems told at a place.

Lines and columns start at 1; columns and indices count code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from functools import cached_property
from itertools import accumulate
from typing import Any

from techradar.language import Phrase, phrase
from techradar.problems import Problem, severity_of

# Characters that turn the reading direction, and those that no text should hold; tab and line breaks are fine.
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
MAX_EXCERPT = 12_000  # longer lines than any text may have are not shown
BREAK = re.compile(r"\r\n|\n|\r")


class Scalar:
    """A text and where it stands; `value` is None for nothing, `null` and `~`.

    `text[start:end]` of the tree is its source with quotation marks or block header; style is one of "plain",
    "single", "double", "literal", "folded".
    """

    __slots__ = ("column", "end", "line", "start", "style", "value")

    def __init__(self, value: str | None, style: str, start: int, end: int, line: int, column: int) -> None:
        self.value, self.style = value, style
        self.start, self.end, self.line, self.column = start, end, line, column


class Sequence:
    """A list. A block ends where its last member ends, not at the comments and blank lines after it."""

    __slots__ = ("column", "end", "flow", "items", "line", "start")

    def __init__(self, flow: bool, start: int, line: int, column: int) -> None:
        self.items: list[Node] = []
        self.flow = flow
        self.start, self.end, self.line, self.column = start, start, line, column


class Mapping:
    """Keys with their values in the file's order, each key once. A block ends where its last value ends."""

    __slots__ = ("column", "end", "flow", "line", "pairs", "start")

    def __init__(self, flow: bool, start: int, line: int, column: int) -> None:
        self.pairs: list[tuple[Scalar, Node]] = []
        self.flow = flow
        self.start, self.end, self.line, self.column = start, start, line, column

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.pairs if name.value == key), None)


Node = Scalar | Sequence | Mapping
Loc = tuple[str | int, ...]


class Source:
    """A file's text that knows its lines, and tells problems at its places."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        if "\r" in text:
            self.starts = [0, *(found.end() for found in BREAK.finditer(text))]
        else:
            self.starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
        # Parsers count a last line break that is not there, and speak of the line behind it.
        self.of_marks = [*self.starts, len(text), len(text)]

    def index(self, mark: Any) -> int:
        """The index of a parser's mark, from its line and column: the mark's own index is not always right."""
        index: int = self.of_marks[mark.line] + mark.column
        return index

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of an index."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, without its break."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")

    def problem(self, start: int, end: int, code: str, message: Phrase, hint: Phrase | None = None) -> Problem:
        """A problem that covers the text from `start` to `end`, or the first line of it."""
        line, column = self.place(start)
        excerpt = self.line(line)
        length = max(1, min(end - start, len(excerpt) - column + 1))
        shown = clean(excerpt) if len(excerpt) <= MAX_EXCERPT else ""
        return Problem(self.path, line, column, code, severity_of(code), message, hint, shown, length)


def clean(text: str) -> str:
    """Text that is safe to print: as long as before, without control and bidi characters and tabs."""
    return CONTROL.sub("\ufffd", BIDI.sub("\ufffd", text)).replace("\t", " ")


class Tree:
    """What a file says, and what is wrong with how it says it. Without a root nothing could be read."""

    def __init__(self, path: str, text: str, root: Mapping | None, problems: list[Problem]) -> None:
        self.path, self.text, self.root, self.problems = path, text, root, problems

    @cached_property
    def root(self) -> Mapping | None:
        """The mapping of the whole file; none where nothing could be read."""
        return None

    @property
    def unread(self) -> bool:
        """Whether nothing could be read."""
        return self.root is None

    @cached_property
    def values(self) -> dict[str, Any]:
        """What the file says as nested dicts, lists, texts and None, for the model; not to be changed."""
        return self.plain()

    @cached_property
    def source(self) -> Source:
        """The text with its lines."""
        return Source(self.path, self.text)

    def plain(self) -> dict[str, Any]:
        """What the file says as nested dicts, lists, texts and None, one's own to change."""
        return {} if self.root is None else {key.value or "": plain(value) for key, value in self.root.pairs}

    def node(self, loc: Loc) -> Node:
        """The deepest node on the way of `loc`; parts that are not in the document are skipped.

        Validators put parts into a location that no file holds: the name of a union's branch, "[key]".
        """
        return self._walk(loc)[1]

    def key(self, loc: Loc) -> Node:
        """The key that is the last part of `loc`, where the document holds it; else the node."""
        key, node = self._walk(loc)
        return node if key is None else key

    def problem(
        self, loc: Loc, code: str, message: Phrase, hint: Phrase | None = None, *, at_key: bool = False
    ) -> Problem:
        """A problem at the value of `loc`, or at its key; with the source line and the length to underline."""
        key, node = self._walk(loc)
        nothing_there = isinstance(node, Scalar) and node.start == node.end
        if key is not None and (at_key or nothing_there):
            node = key
        return self.source.problem(node.start, node.end, code, message, hint)

    def hint_for_key(self, loc: Loc, known: Collection[str] = ()) -> Phrase | None:
        """Why an unknown key may be there, and what to write.

        A comma in `{advice: Afprøv, før der skaleres}` begins another key without a value, a colon in a listed
        text makes a key of what stands before it. Where `known` names the keys that can stand there, a Danish
        word for one of them is told too.
        """
        from techradar import yamlhints

        key, value = self._walk(loc)
        mapping = self._walk(loc[:-1])[1]
        if not isinstance(key, Scalar) or key.value is None or not isinstance(mapping, Mapping):
            return None
        if hint := self._comma_hint(mapping, key, value):
            return hint
        if known and (meant := yamlhints.english_key(key.value, known)):
            return phrase("yaml.danish-key.hint", key=meant)
        listed = len(loc) > 1 and isinstance(loc[-2], int) and not mapping.flow and len(mapping.pairs) == 1
        if listed and isinstance(value, Scalar) and value.style == "plain" and value.start < value.end:
            return _whole_hint("yaml.quote-whole.hint", self.text[key.start : value.end])
        return yamlhints.blank_hint(key.value) or yamlhints.quote_hint(key.value)

    def _comma_hint(self, mapping: Mapping, key: Scalar, value: Node) -> Phrase | None:
        keys = [name for name, _ in mapping.pairs]
        at = next(i for i, name in enumerate(keys) if name is key)
        if not mapping.flow or at == 0 or value.start < value.end or ":" in self.text[key.end : value.end]:
            return None
        before = [v for _, v in mapping.pairs[:at] if v.start < v.end]
        return _whole_hint("yaml.comma.hint", self.text[(before or keys)[-1 if before else 0].start : key.end])

    def _walk(self, loc: Loc) -> tuple[Scalar | None, Node]:
        node: Node = self.root or Mapping(flow=False, start=0, line=1, column=1)
        key: Scalar | None = None
        for part in loc:
            key = None
            if isinstance(node, Mapping):
                key, node = next((pair for pair in node.pairs if pair[0].value == part), (None, node))
            elif isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
                node = node.items[part]
        return key, node


def plain(node: Node) -> Any:
    """A node as nested dicts, lists, texts and None."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.pairs}


def _whole_hint(key: str, source: str) -> Phrase:
    from techradar import yamlhints

    return phrase(key, text=yamlhints.quoted(" ".join(source.split())))
