"""Where in a YAML text a change goes: what is put in place of which stretch, as candidates to try in turn.

What is added comes on a line after the last member's own end; the end of a block as YAML sees it lies behind
the comments that follow. Comments inside a stretch that is replaced are carried over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from techradar.language import phrase
from techradar.problems import Severity
from techradar.yamlnodes import Loc, Node, Scalar
from techradar.yamlnodes import Mapping as MappingNode
from techradar.yamlnodes import Sequence as SequenceNode
from techradar.yamltree import parse
from techradar.yamlwrite import (
    EditRefused,
    Manner,
    Value,
    block_lines,
    flow_text,
    is_block,
    item_lines,
    literal_lines,
    pair_lines,
    scalar_text,
    text_of,
)  # fmt: skip

_REST_OF_LINE = re.compile(r"([ \t]*)(#[^\r\n]*)?(?=[\r\n]|\Z)")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*(?:[ \t]+(#[^\r\n]*))?")
_REST_OF_BLOCK = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*")
_COLON = re.compile(r"[ \t]*:")
_BLANK_LINE = re.compile(r"(?:\A|(?<=\n)|(?<=\r)(?!\n))[ \t]*(?:\r\n|\n|\r)")


class Splice(NamedTuple):
    """`new` in place of the text from `start` to `end`."""

    start: int
    end: int
    new: str


class Document:
    """A text that is about to be changed, without its byte-order mark.

    Raises EditRefused where it has errors: what cannot be read for certain is not written.
    """

    def __init__(self, text: str, path: str) -> None:
        self.mark = "\ufeff" if text.startswith("\ufeff") else ""
        self.tree = parse(text, path)
        self.text = self.tree.text
        errors = [p for p in self.tree.problems if p.severity is Severity.ERROR]
        if errors:
            raise EditRefused(*errors)
        self.manner = _manner(self.text, self.tree.root)

    def refused(self, loc: Loc) -> EditRefused:
        """That a change at `loc` cannot be written."""
        place = ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)
        message, hint = phrase("yaml.edit-refused", place=place), phrase("yaml.edit-refused.hint")
        return EditRefused(self.tree.problem(loc, "edit-refused", message, hint))

    def at(self, loc: Loc) -> Node | None:
        """The node at exactly `loc`, or None."""
        node: Node | None = self.tree.root
        for part in loc:
            if isinstance(node, MappingNode) and isinstance(part, str):
                node = node.get(part)
            elif isinstance(node, SequenceNode) and isinstance(part, int) and 0 <= part < len(node.items):
                node = node.items[part]
            else:
                return None
        return node

    # A value in place of another ------------------------------------------------------------------------------

    def replacing(self, loc: Loc, value: Any, order: Sequence[str] = ()) -> Iterator[Splice]:
        """What may put `value` in the place of the value at `loc`."""
        node, parent = self.at(loc), self.at(loc[:-1])
        if node is None or parent is None or isinstance(parent, Scalar):
            return
        if parent.flow:
            quotes = node.style if isinstance(node, Scalar) and node.style in {"single", "double"} else "plain"
            new = scalar_text(value, flow=True, style=quotes) if isinstance(value, str) else flow_text(value)
            for before in ("", " ", ": ") if node.start == node.end else ("",):
                yield Splice(node.start, node.end, before + new)
        elif is_block(value) or (isinstance(value, Mapping | Sequence) and not isinstance(value, str)):
            yield self._whole(loc, node, parent, value, order)
        elif isinstance(node, Scalar):
            yield from self._scalars(loc, node, parent, text_of(value))
        else:
            yield self._whole(loc, node, parent, value, order)

    def _scalars(
        self, loc: Loc, node: Scalar, parent: MappingNode | SequenceNode, text: str | None
    ) -> Iterator[Splice]:
        head, column = self._head(loc, parent)
        header = _BLOCK_HEADER.match(self.text, node.start) if node.style in {"literal", "folded"} else None
        kept = f"  {header[1]}" if header is not None and header[1] else ""
        if text is None:
            yield Splice(head if self.text[head : node.start].isspace() else node.start, node.end, kept)
            return
        before = "" if node.start < node.end else " "
        rest = _REST_OF_LINE.match(self.text, node.end)
        tail, comment = (rest.end(), rest[2]) if rest is not None and rest[2] else (node.end, "")
        if lines := literal_lines(text, " " * (column + self.manner.step)):
            lines[0] += kept or (f"  {comment}" if comment else "")
            yield Splice(node.start, tail, before + self.manner.newline.join(lines))
        # An only blank before a comment would have the text taken for one that a # has cut.
        after = " " if before and rest is not None and rest[1] == " " and comment else ""
        for style in (node.style if node.style in {"single", "double"} else "plain", "double"):
            yield Splice(node.start, node.end, before + scalar_text(text, style=style) + after + kept)

    def _whole(
        self, loc: Loc, node: Node, parent: MappingNode | SequenceNode, value: Any, order: Sequence[str]
    ) -> Splice:
        """All behind a key or dash replaced by a list, a mapping or a text; its comments stay before the new."""
        head, column = self._head(loc, parent)
        end = node.end
        if isinstance(node, Scalar) or node.flow:
            end = self._line_end(loc, end)
        comments = self._comments(node, head, end)
        listed = isinstance(parent, SequenceNode)
        inner = self.manner.dash if isinstance(value, Sequence) else self.manner.step
        inner = column + (1 + self.manner.gap if listed else inner)
        first = f"  {comments.pop(0)}" if comments else ""
        others = [" " * inner + comment for comment in comments]
        if not is_block(value):
            text = flow_text(value) if isinstance(value, Mapping | list) else scalar_text(value)
            return Splice(head, end, self.manner.newline.join([f" {text}{first}", *others]))
        lines = block_lines(value, inner, self.manner, order)
        if listed and not first:
            return Splice(
                head, end, self.manner.newline.join([" " * self.manner.gap + lines[0].lstrip(" "), *lines[1:]])
            )
        return Splice(head, end, self.manner.newline.join([first, *others, *lines]))

    def _comments(self, node: Node, start: int, end: int) -> list[str]:
        """The comments between `start` and `end`, where `node` lies."""
        found = []
        for scalar in (*_scalars_in(node), None):
            gap = self.text[start : end if scalar is None else scalar.start]
            found += [line[line.index("#") :].rstrip() for line in gap.splitlines() if "#" in line]
            if scalar is not None:
                start = scalar.end
                header = _BLOCK_HEADER.match(self.text, scalar.start) if scalar.style in {"literal", "folded"} else None
                found += [header[1].rstrip()] if header is not None and header[1] else []
        return found

    # Added ----------------------------------------------------------------------------------------------------

    def adding_key(self, loc: Loc, key: str, value: Value, order: Sequence[str]) -> Iterator[Splice]:
        """What may add `key` to the mapping at `loc`, at its place in `order`, else at the end."""
        node = self.at(loc)
        if not isinstance(node, MappingNode):
            return
        if node.flow and (node.pairs or self._in_flow(loc)):
            new = f"{scalar_text(key, flow=True)}: {flow_text(value)}"
            place = node.pairs[-1][1].end if node.pairs else node.start + 1
            yield Splice(place, place, f", {new}" if node.pairs else new)
        elif node.flow:
            yield from self.replacing(loc, {key: value}, order)
        else:
            column = node.pairs[0][0].column - 1
            lines = pair_lines(key, value, column, self.manner, order)
            at = _predecessor([name.value or "" for name, _ in node.pairs], key, order)
            if at < 0:
                start = node.pairs[0][0].start
                block = self.manner.newline.join([*lines, " " * column])
                yield Splice(start, start, block[column:])
            else:
                yield self._lines_after(loc, node.pairs[at][1].end, lines)

    def adding_item(self, loc: Loc, value: Value, order: Sequence[str]) -> Iterator[Splice]:
        """What may add `value` at the end of the list at `loc`."""
        node = self.at(loc)
        if not isinstance(node, SequenceNode):
            return
        if node.flow and (node.items or self._in_flow(loc)):
            place = node.items[-1].end if node.items else node.start + 1
            yield Splice(place, place, (", " if node.items else "") + flow_text(value))
        elif node.flow:
            yield from self.replacing(loc, [value], order)
        else:
            last = node.items[-1]
            lines = item_lines(value, node.column - 1, self._manner_of_items(node), order)
            if len(node.items) > 1 and _BLANK_LINE.search(self.text, node.items[-2].end, last.start):
                yield self._lines_after(loc, last.end, ["", *lines])  # the members stand apart
            yield self._lines_after(loc, last.end, lines)

    def _lines_after(self, loc: Loc, end: int, lines: list[str]) -> Splice:
        place = self._line_end(loc, end)
        return Splice(place, place, "".join(self.manner.newline + line for line in lines))

    def _manner_of_items(self, node: SequenceNode) -> Manner:
        last = node.items[-1]
        dash = self._dash(node, len(node.items) - 1)
        gap = last.start - dash - 1 if self.tree.source.place(dash)[0] == last.line else 1
        return replace(self.manner, gap=gap if 1 <= gap <= 8 else 1)

    # Removed --------------------------------------------------------------------------------------------------

    def removing(self, loc: Loc) -> Iterator[Splice]:
        """What may remove the key or member at `loc`; the comment on its last line goes with it."""
        parent = self.at(loc[:-1])
        if isinstance(parent, MappingNode):
            at = next((i for i, (key, _) in enumerate(parent.pairs) if key.value == loc[-1]), None)
            members = [(key.start, value.end) for key, value in parent.pairs]
        elif isinstance(parent, SequenceNode):
            at = loc[-1] if isinstance(loc[-1], int) and loc[-1] < len(parent.items) else None
            starts = [item.start if parent.flow else self._dash(parent, i) for i, item in enumerate(parent.items)]
            members = list(zip(starts, (item.end for item in parent.items), strict=True))
        else:
            return
        if at is None:
            return
        if len(members) == 1:
            yield from self._emptying(loc[:-1], parent)
        elif parent.flow:
            start, end = (members[at - 1][1], members[at][1]) if at else (members[0][0], members[1][0])
            yield Splice(start, end, "")
        else:
            yield from self._removing_lines(loc, *members[at])

    def _emptying(self, loc: Loc, node: MappingNode | SequenceNode) -> Iterator[Splice]:
        if loc and not node.flow:
            yield from self.replacing(loc, {} if isinstance(node, MappingNode) else [])
        elif node.flow:
            yield Splice(node.start + 1, node.end - 1, "")

    def _removing_lines(self, loc: Loc, start: int, end: int) -> Iterator[Splice]:
        source = self.tree.source
        end = self._line_end(loc, end)
        line_start = source.starts[source.place(start)[0] - 1]
        if self.text[line_start:start].strip():  # behind a dash: what comes next takes this place
            following = re.compile(r"\s*").match(self.text, end)
            yield Splice(start, following.end() if following else end, "")
            return
        line = source.place(end)[0]
        if line == len(source.starts):  # the last line, without a line break: that of the line before goes
            before = self.text[:line_start]
            yield Splice(len(before.removesuffix("\n").removesuffix("\r")), end, "")
            return
        next_line = source.starts[line]
        blank = _BLANK_LINE.match(self.text, next_line)
        if blank and not source.line(max(source.place(start)[0] - 1, 1)).strip():
            yield Splice(line_start, blank.end(), "")  # of the blank lines on both sides one stays
        yield Splice(line_start, next_line, "")
        # What follows would go on a block text that stands before: blank lines, comments indented as the member is.
        inside = _REST_OF_BLOCK.match(self.text, next_line)
        column = source.place(start)[1]
        end = next_line
        for number in range(line + 1, source.place(inside.end() if inside else end)[0]):
            text = source.line(number)
            if text.strip() and len(text) - len(text.lstrip()) < column:
                break
            end = source.starts[number]
        yield Splice(line_start, end, "")

    # Places ---------------------------------------------------------------------------------------------------

    def _in_flow(self, loc: Loc) -> bool:
        parent = self.at(loc[:-1]) if loc else None
        return not loc or (parent is not None and not isinstance(parent, Scalar) and parent.flow)

    def _head(self, loc: Loc, parent: MappingNode | SequenceNode) -> tuple[int, int]:
        """Where the key with its colon, or the dash, of a value ends, and how far it is indented."""
        if isinstance(parent, SequenceNode):
            return self._dash(parent, int(loc[-1])) + 1, parent.column - 1
        key = next(name for name, _ in parent.pairs if name.value == loc[-1])
        colon = _COLON.match(self.text, key.end)
        if colon is None:
            raise self.refused(loc)
        return colon.end(), key.column - 1

    def _dash(self, node: SequenceNode, at: int) -> int:
        """The index of a member's dash in a block."""
        if at == 0:
            return node.start
        found = re.compile(rf"[\r\n] {{{node.column - 1}}}-").search(self.text, node.items[at - 1].end)
        return found.end() - 1 if found else node.start

    def _line_end(self, loc: Loc, end: int) -> int:
        """The end of the line on which a value ends, behind its comment."""
        rest = _REST_OF_LINE.match(self.text, end)
        if rest is None:
            raise self.refused(loc)
        return rest.end()


def _scalars_in(node: Node) -> Iterator[Scalar]:
    """All texts of a node, keys too, in the file's order."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _scalars_in(item)
    else:
        for key, value in node.pairs:
            yield key
            yield from _scalars_in(value)


def _predecessor(keys: list[str], key: str, order: Sequence[str]) -> int:
    """Behind which of a mapping's keys a new one goes; -1 is before the first."""
    known = [name for name in keys if name in order]
    if key not in order or not known:
        return len(keys) - 1
    before = [name for name in order[: order.index(key)] if name in keys]
    return keys.index(before[-1]) if before else -1


def _manner(text: str, root: Node | None) -> Manner:
    """How a file is written, from its first examples."""
    windows = text.count("\r\n")
    newline = "\r\n" if windows * 2 > text.count("\n") else "\n" if "\n" in text or "\r" not in text else "\r"
    steps: list[tuple[int, int]] = []
    dashes: list[tuple[int, int]] = []
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, SequenceNode):
            waiting += node.items
        elif isinstance(node, MappingNode):
            for key, value in node.pairs:
                if not isinstance(value, Scalar) and not value.flow and value.line > key.line:
                    (steps if isinstance(value, MappingNode) else dashes).append((key.start, value.column - key.column))
                waiting.append(value)
    step = min(steps)[1] if steps else 2
    return Manner(newline, step, min(dashes)[1] if dashes else 2)
