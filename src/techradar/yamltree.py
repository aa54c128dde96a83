"""YAML text into a tree with positions. Every scalar is text; what it means is for the model to say.

Built on PyYAML's event stream, which can be cut at the first event that goes too deep: composing 30,000 `[`
with libyaml ends the process. What a radar has no use for and what hides something is refused at its place:
duplicate keys, anchors, aliases, tags, a second document, control and bidi characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Any

import yaml

from techradar.language import Phrase, phrase
from techradar.problems import Problem
from techradar.yamlnodes import BIDI, CONTROL, Loc, Mapping, Node, Scalar, Sequence, Source, Tree, clean, plain
from techradar.yamltree_text import decode
from techradar.yamltree_values import LOADER, MAX_DEPTH, NONE, QUOTED, values_of

__all__ = ["FREE_TEXT", "MAX_BYTES", "MAX_DEPTH", "Loc", "Mapping", "Node", "Scalar", "Sequence", "Source", "Tree",
           "decode", "parse", "plain", "read"]  # fmt: skip

MAX_BYTES = 1024 * 1024
MAX_OF_A_KIND = 50  # problems of one code in one file: a picture renamed to .yaml is not told byte by byte

# Keys whose text people write freely, so that a `#` in it may be meant as text.
_FREE_TEXT = """
    title subtitle publisher licence name description question source advice areas_name note color
    sectors levels not_counted areas
    summary example aliases tags owner reason lesson text value by organisation where answer
    core_task daily_work competences involvement hidden_work legal citizen employee economy
    korrekthed integritet professionalisme tillidsskabende responsivitet selvstaendiggoerelse
    purpose driver pace data_ethics work_environment legal_certainty
"""
FREE_TEXT = frozenset(_FREE_TEXT.split())

_CUTS = (" ", "\t", "#")  # what stands behind a value that a comment may have cut
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_NAMED_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85",
                  "L": "\u2028", "P": "\u2029"}  # fmt: skip
_LAST_BREAK = re.compile(r"(?:\r\n|\n|\r)\Z")
_TAG = re.compile(r"!\S*")
_UNWANTED = re.compile(f"\r|{BIDI.pattern}|{CONTROL.pattern}")  # in a value, a carriage return was an escape
_COMMENT = re.compile(r"([ \t]*)#([^\r\n]*)")


def read(data: bytes, path: str) -> Tree:
    """A file's bytes as a tree; whatever is wrong with them is among its problems, nothing is raised.

    `path` is what the problems name. Files over 1 MiB are not read.
    """
    if len(data) > MAX_BYTES:
        message, hint = phrase("yaml.file-too-large"), phrase("yaml.file-too-large.hint")
        found = Source(path, "").problem(0, 0, "file-too-large", message, hint)
        return Tree(path, "", None, [found])
    text, problems = decode(data, path)
    if text is None:
        return Tree(path, "", None, problems)
    values = values_of(text)
    return parse(text, path) if values is None else _Sound(path, text, values)


def parse(text: str, path: str, *, free_text: frozenset[str] = FREE_TEXT) -> Tree:
    """YAML text as a tree. `free_text` names the keys whose values are searched for a `#` that cut them.

    A syntax error, control characters, nesting over 50 and a file that is no mapping leave no root; after
    other problems the rest is there. A byte-order mark at the start is not part of the tree's text.
    """
    source = Source(path, text.removeprefix("\ufeff"))
    reader = _Reader(source, free_text)
    root = reader.read()
    tree = Tree(path, source.text, root if isinstance(root, Mapping) else None, reader.problems)
    tree.source = source
    return tree


class _Sound(Tree):
    """A tree of which nothing is to be told; where its values stand is found out when it is asked for."""

    unread = False

    def __init__(self, path: str, text: str, values: dict[str, Any]) -> None:
        self.path, self.text, self.values, self.problems = path, text, values, []

    @cached_property
    def root(self) -> Mapping | None:
        """The mapping of the whole file."""
        return parse(self.text, self.path).root


class _Stop(Exception):
    """The rest of the file is not read."""


class _Open:
    """A list or mapping that is being read."""

    __slots__ = ("free", "key", "keys", "node", "refused")

    def __init__(self, node: Sequence | Mapping, free: bool) -> None:
        self.node = node
        self.free = free  # a text directly in it is free text: it is the list of a free-text key
        self.key: Scalar | None = None
        self.refused = False  # the key is no good, so its pair is left out
        self.keys: dict[str, Scalar] = {}


class _Reader:
    """Puts the parser's events together, with an own stack instead of recursion."""

    def __init__(self, source: Source, free_text: frozenset[str]) -> None:
        self.source = source
        self.free_text = free_text
        self.problems: list[Problem] = []
        self.told: Counter[str] = Counter()
        self.of_marks, self.lines = source.of_marks, len(source.starts)
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceStartEvent: self._open,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def read(self) -> Node | None:
        self._characters()
        if self.told["control-character"]:
            return None  # the parser would stop at the first
        text = self.source.text
        # Without a last line break a block text would lose its own, and change when a line is added after it.
        complete = text if text.endswith(("\n", "\r")) else text + "\n"
        try:
            self._events(complete)
        except _Stop:
            return self.root
        except yaml.YAMLError as error:
            self._syntax(error)
            return None
        except (ValueError, OverflowError) as error:  # the pure parser's answer to impossible escapes
            why = phrase("yaml.syntax.other", said=str(error))
            self._tell(0, 0, "yaml-syntax", phrase("yaml.yaml-syntax", why=why))
            return None
        self._check_root()
        return self.root

    def _events(self, text: str) -> None:
        loader = LOADER(text)
        event_after, handler_of = loader.get_event, self.handlers.get
        try:
            kind: type | None = None
            while kind is not yaml.StreamEndEvent:
                event = event_after()
                kind = type(event)
                if (handle := handler_of(kind)) is not None:
                    handle(event)
        finally:
            loader.dispose()

    def _tell(self, start: int, end: int, code: str, message: Phrase, hint: Phrase | None = None) -> None:
        self.told[code] += 1
        if self.told[code] <= MAX_OF_A_KIND:
            self.problems.append(self.source.problem(start, end, code, message, hint))

    def _characters(self) -> None:
        for code, pattern in (("control-character", CONTROL), ("bidi-character", BIDI)):
            for found in pattern.finditer(self.source.text):
                self._unwanted(found.start(), found.end(), code, found[0])
                if self.told[code] > MAX_OF_A_KIND:
                    break

    def _unwanted(self, start: int, end: int, code: str, character: str, hint: Phrase | None = None) -> None:
        message = phrase(f"yaml.{code}", character=f"U+{ord(character):04X}")
        self._tell(start, end, code, message, hint or phrase(f"yaml.{code}.hint"))

    # One event ------------------------------------------------------------------------------------------------

    def _alias(self, event: Any) -> None:
        start, end, line, column = self._span(event)
        self._tell(start, end, "yaml-alias", phrase("yaml.yaml-alias", name=event.anchor), _special())
        self._add(Scalar(self.source.text[start:end], "plain", start, end, line, column))

    def _span(self, event: Any) -> tuple[int, int, int, int]:
        """Start, end, line and column of an event."""
        first, last, starts = event.start_mark, event.end_mark, self.source.of_marks
        line, column = first.line, first.column
        start, end = starts[line] + column, starts[last.line] + last.column
        if line >= len(self.source.starts):  # nothing, behind the last line
            return start, end, *self.source.place(start)
        return start, end, line + 1, column + 1

    def _document(self, event: Any) -> None:
        start, end, _, _ = self._span(event)
        if event.tags:
            self._tell(start, end, "yaml-tag", phrase("yaml.yaml-tag", tag="%TAG"), _special())
        if self.root is not None:
            hint = phrase("yaml.second-document.hint")
            self._tell(start, end, "second-document", phrase("yaml.second-document"), hint)
            raise _Stop

    def _open(self, event: Any) -> None:
        start, end, line, column = self._span(event)
        if len(self.stack) == MAX_DEPTH:
            message = phrase("yaml.nested-too-deep", depth=MAX_DEPTH)
            self._tell(start, end, "nested-too-deep", message, phrase("yaml.nested-too-deep.hint"))
            raise _Stop
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, start)
        flow = bool(event.flow_style)
        if type(event) is yaml.MappingStartEvent:
            self.stack.append(_Open(Mapping(flow, start, line, column), free=False))
        else:
            self.stack.append(_Open(Sequence(flow, start, line, column), free=self._in_free_text()))

    def _close(self, event: Any) -> None:
        node = self.stack.pop().node
        if node.flow:
            node.end = self.source.index(event.end_mark)
        elif isinstance(node, Mapping):
            node.end = node.pairs[-1][1].end if node.pairs else node.start
        else:
            node.end = node.items[-1].end if node.items else node.start
        self._add(node)

    def _scalar(self, event: Any) -> None:
        # Most of the time of reading a file is spent here: what `_span` does is done in place, and a
        # value is searched only for what can be in it.
        first, last, starts = event.start_mark, event.end_mark, self.of_marks
        line, column = first.line, first.column
        start, end = starts[line] + column, starts[last.line] + last.column
        if line >= self.lines:
            start, end, line, column = self._span(event)
        else:
            line, column = line + 1, column + 1
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, start)
        style = QUOTED.get(event.style, "plain")
        value: str | None = event.value
        if style == "plain":
            if value in NONE:
                value = None
        elif style in {"literal", "folded"}:
            end = _block_end(self.source.text, start, end)
        elif style == "double":
            self._refuse_escapes(start, end)
        if value is not None and (self.problems or style == "double") and _UNWANTED.search(value):
            value = _UNWANTED.sub("\ufffd", value)  # told of; nothing that reads on shall print it
        self._add(Scalar(value, style, start, end, line, column))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        into = top.node
        if top.key is None and type(into) is Mapping:
            if type(node) is Scalar and node.value and node.value not in top.keys:
                top.key = top.keys[node.value] = node
                top.refused = False
            else:
                top.key = self._odd_key(top, node)
            return
        if type(node) is Scalar and node.style == "plain" and self.source.text[node.end : node.end + 1] in _CUTS:
            self._warn_of_cut(node)
        if type(into) is Sequence:
            into.items.append(node)
        elif top.key is not None and type(into) is Mapping:
            if not top.refused:
                into.pairs.append((top.key, node))
            top.key = None

    def _in_free_text(self) -> bool:
        """Whether a value that comes now belongs to a key of free text."""
        if not self.stack:
            return False
        top = self.stack[-1]
        return top.free if top.key is None else top.key.value in self.free_text

    def _odd_key(self, top: _Open, node: Node) -> Scalar:
        """A key that is no text, is empty or null, or stands twice."""
        text = self.source.text[node.start : node.end]
        if not isinstance(node, Scalar):
            key, code = Scalar(None, "plain", node.start, node.end, node.line, node.column), "key-not-text"
        else:
            key, code = node, "" if text else "empty-key"
            key.value = text if key.value is None else key.value  # as a key, null is a word
        first = top.keys.setdefault(key.value, key) if key.value else key
        if code:
            self._tell(node.start, node.end, code, phrase(f"yaml.{code}"), phrase(f"yaml.{code}.hint"))
        elif first is not key:
            code = "duplicate-key"
            message = phrase("yaml.duplicate-key", key=key.value, line=first.line, column=first.column)
            self._tell(node.start, node.end, code, message, phrase("yaml.duplicate-key.hint"))
        top.refused = bool(code)
        return key

    # What is refused or warned of ------------------------------------------------------------------------------

    def _refuse_marks(self, event: Any, start: int) -> None:
        if event.anchor is not None:
            self._tell(start, start + 1, "yaml-anchor", phrase("yaml.yaml-anchor", name=event.anchor), _special())
        if event.tag is not None:
            found = _TAG.search(self.source.text, start)
            start, end = found.span() if found else (start, start + 1)
            tag = self.source.text[start:end]
            self._tell(start, end, "yaml-tag", phrase("yaml.yaml-tag", tag=tag), _special())

    def _refuse_escapes(self, start: int, end: int) -> None:
        for found in _ESCAPE.finditer(self.source.text, start, end):
            digits = found[1] or found[2] or found[3]
            character = chr(int(digits, 16)) if digits else _NAMED_ESCAPES.get(found[4], "")
            if _UNWANTED.match(character):
                code = "bidi-character" if BIDI.match(character) else "control-character"
                hint = phrase(f"yaml.{code}.hint" if digits else "yaml.syntax.escape.hint")
                self._unwanted(found.start(), found.end(), code, character, hint)

    def _warn_of_cut(self, value: Scalar) -> None:
        found = _COMMENT.match(self.source.text, value.end)
        if found is None or not self._in_free_text():
            return
        unspaced = found[2][:1] not in {"", " ", "\t"}
        if unspaced or (found[1] == " " and value.start < value.end):
            start = found.end(1)
            message = phrase("yaml.cut-text", comment=clean(f"#{found[2]}".rstrip()))
            self._tell(start, found.end(), "cut-text", message, phrase("yaml.cut-text.hint"))

    def _check_root(self) -> None:
        from techradar import yamlhints

        root = self.root
        if root is None or (isinstance(root, Scalar) and root.value is None):
            self._tell(0, 0, "empty-file", phrase("yaml.empty-file"), phrase("yaml.empty-file.hint"))
        elif not isinstance(root, Mapping):
            line = self.source.line(root.line)
            hint = yamlhints.blank_hint(line) or yamlhints.missing_blank_hint(line)
            hint = hint or phrase("yaml.not-a-mapping.hint")
            self._tell(root.start, root.end, "not-a-mapping", phrase("yaml.not-a-mapping"), hint)

    def _syntax(self, error: yaml.YAMLError) -> None:
        from techradar import yamlhints

        said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
        kind = yamlhints.syntax_kind(said)
        mark = getattr(error, "problem_mark", None)
        if kind in yamlhints.FROM_ITS_START or mark is None:
            mark = getattr(error, "context_mark", None) or mark
        text = self.source.text
        last = max(len(text.rstrip()) - 1, 0)  # at the end of the file nothing is to be seen
        start = last if mark is None else min(self.source.index(mark), last)
        number, column = self.source.place(start)
        line = self.source.line(number)
        kind = yamlhints.sharper_kind(kind, line, column - 1)
        above = self._line_above(number)
        hint = yamlhints.syntax_hint(kind, line, column - 1)
        if kind in {"colon", "indentation"} and (cause := yamlhints.missing_blank_hint(above[1])):
            kind, hint, (number, line) = "no-colon", cause, above
            start = self.source.starts[number - 1]
        elif self.problems and self.problems[-1].code == "cut-text" and self.problems[-1].line == above[0]:
            hint = self.problems[-1].hint
        end = start + len(line) if kind == "no-colon" else start + 1
        why = phrase(f"yaml.syntax.{kind}", said=said, text=clean(line.strip()), character=clean(text[start]))
        self._tell(start, end, "yaml-syntax", phrase("yaml.yaml-syntax", why=why), hint)

    def _line_above(self, number: int) -> tuple[int, str]:
        """The nearest line above that says something, with its number."""
        for above in range(number - 1, 0, -1):
            line = self.source.line(above)
            if line.strip() and not line.lstrip().startswith("#"):
                return above, line
        return 1, ""


def _special() -> Phrase:
    return phrase("yaml.special-character.hint")


def _block_end(text: str, start: int, end: int) -> int:
    """The end of a block text's own lines; its mark also covers the blank lines after it.

    With `+` in the header the blank lines belong to the text. The last line break is left out, as with any
    other value.
    """
    lines = text[start:end].splitlines(keepends=True)
    if "+" not in lines[0].partition("#")[0]:
        content = next((line for line in lines[1:] if line.strip()), "")
        indentation = len(content) - len(content.lstrip(" "))
        while len(lines) > 1 and not lines[-1].strip() and len(lines[-1].rstrip("\r\n")) <= indentation:
            lines.pop()
    whole = "".join(lines)
    return start + len(_LAST_BREAK.sub("", whole))
