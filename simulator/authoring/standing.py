"""What a comment stands at: keys and items of the tree, whatever the numbers of the lines are.

So what a comment is about moves with it, and stays the same where a block is set out in another
way: in rows, in braces, or with a text over several lines.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.scenario.nodes import Block, Items, Nothing, Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.scenario.diagnostics import Source
    from simulator.scenario.nodes import Node, Placed


@dataclass(frozen=True, slots=True)
class Span:
    """Where a key with its value, an item of a list, or a value under its key stands."""

    start: int
    """Characters before it."""
    end: int
    """Past its last character."""
    row: int
    """The line it begins on, from 0."""
    last: int
    """The line it ends on."""
    keyed: bool
    """Whether it is a key with its value."""


class Standing:
    """The spans of one text, and what a comment in it is about."""

    def __init__(self, source: Source, root: Node) -> None:
        self._source = source
        self._texts: list[tuple[int, int]] = []
        """Where quoted and block texts stand: what looks like a comment in them is text."""
        self._spans: list[Span] = []
        """By their beginning; what holds others stands before what it holds."""
        self._walk(root)
        self._spans.sort(key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self._spans]
        self._begun: dict[int, list[Span]] = {}
        self._ended: dict[int, Span] = {}
        for span in self._spans:
            self._begun.setdefault(span.row, []).append(span)
            self._ended.setdefault(span.last, span)

    def is_comment(self, at: int) -> bool:
        """Return whether a `#` at this place begins a comment, and is not part of a text."""
        before = bisect_right(self._texts, (at, at)) - 1
        if before < 0:
            return True
        start, end = self._texts[before]
        heads_block = self._source.text[start] in "|>" and self._row(start) == self._row(at)
        return at >= end or heads_block

    def about(self, at: int) -> Sequence[Span]:
        """Return what a comment that begins at this place is about; nothing where nothing follows.

        At the end of a line it is about the keys that begin on the line, with all that is in them,
        and about the items that do; of an item that goes on in further lines, only about what of
        it begins on this one. Where nothing begins, it is about what ends on the line. Alone on a
        line it is about the whole key or item that comes next.
        """
        row = self._row(at)
        if begun := self._begun.get(row):
            inner = (*begun[1:], None)
            return [
                span
                for span, after in zip(begun, inner, strict=True)
                if span.keyed or span.last == row or after is None or after.start >= span.end
            ]
        if row in self._ended:
            return [self._ended[row]]
        follows = bisect_right(self._starts, at)
        return self._spans[follows : follows + 1]

    def _row(self, at: int) -> int:
        return bisect_right(self._source.starts, at) - 1

    def _walk(self, node: Node) -> int:
        """Add the spans inside a node; return where the node ends."""
        if node is None:
            return 0
        end = node.end.index
        if isinstance(node, Scalar):
            if not node.plain:
                self._texts.append((node.mark.index, end))
            return end
        inner = 0
        if isinstance(node, Items):
            for number, item in enumerate(node):
                inner = self._item(item if item is not None else node.nulls[number])
        else:
            for key, value in node.items():
                if isinstance(key, Scalar):
                    inner = self._entry(key, value)
        # What stands in rows is marked as ending where the next begins, comments included.
        return end if self._in_braces(node) else inner

    def _entry(self, key: Scalar, value: Node) -> int:
        start, end = key.mark.index, self._walk(key)
        if value is not None:
            below = self._row(value.mark.index) > self._row(start)
            one = isinstance(value, Scalar) or self._in_braces(value)
            end = self._item(value) if below and one else self._walk(value)
        return self._add(start, end, keyed=True)

    def _item(self, node: Placed) -> int:
        end = node.end.index if isinstance(node, Nothing) else self._walk(node)
        return self._add(node.mark.index, end, keyed=False)

    def _add(self, start: int, end: int, keyed: bool) -> int:
        last = self._row(max(start, end - 1))
        self._spans.append(Span(start, end, self._row(start), last, keyed))
        return end

    def _in_braces(self, node: Items | Block) -> bool:
        return self._source.text[node.mark.index] in "[{"
