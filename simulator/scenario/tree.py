"""From a checked text to a tree: our own composer over YAML events.

Only events are taken from the YAML library, so nothing is expanded, built or recursed into; depth
and number of values are bounded while reading. Anchors, aliases, tags, merge keys, directives and
a second document are refused, duplicate keys are compared as text, and every node keeps its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from simulator.scenario.after import check_rest
from simulator.scenario.nodes import Block, Items, Node, Nothing, Scalar
from simulator.scenario.pure import PureLoader
from simulator.scenario.refusals import MAX_VALUES, Open, Refusals, Stopped
from simulator.scenario.syntax import explain
from simulator.scenario.text import REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.scenario.diagnostics import Problems, Source

MAX_DEPTH = 32
"""Deepest nesting; the deepest path of a scenario is about ten."""
MAX_TEXT = 64 * 1024
MAX_KEY = 256
NULLS = frozenset(("", "~", "null", "Null", "NULL"))

SINGLE = frozenset(("Y009", "Y014", "Y020", "Y021", "Y022"))
"""What is reported while composing and breaks the syntax as well: one cause, one problem."""

FAST: Any = getattr(yaml, "CSafeLoader", None)
"""The parser on libyaml, where it is present."""
PURE: Any = PureLoader


def parse(source: Source, problems: Problems, pure: bool = False) -> Node:
    """Return the tree of a text, None if it is empty or can't be read; problems are reported."""
    loader = PURE if pure or FAST is None else FAST
    before = len(problems.found)
    try:
        root = _Composer(source, problems).run(loader(source.text))
    except Stopped:
        return None
    except (yaml.YAMLError, ValueError, OverflowError, IndexError, RecursionError) as error:
        if not any(problem.code in SINGLE for problem in problems.found[before:]):
            explain(source, _clearer(source, error, loader), problems)
        return None
    check_rest(source, root, problems)
    return root


def _clearer(source: Source, error: Exception, loader: Any) -> Exception:
    """Return the pure parser's error where it fails too: it names the character and token."""
    if loader is PURE:
        return error
    try:
        _Composer(source, None).run(PURE(source.text))
    except Stopped:
        return error
    except (yaml.YAMLError, ValueError, OverflowError, IndexError, RecursionError) as second:
        return second
    return error


class _Composer(Refusals):
    """Builds the tree of one text."""

    def __init__(self, source: Source, problems: Problems | None) -> None:
        self.source = source
        self.problems = problems
        self.stack: list[Open] = []
        self.root: Node = None
        self.documents = 0
        self.values = 0

    def run(self, loader: Any) -> Node:
        """Read all events and return the root."""
        try:
            next_event: Callable[[], Any] = loader.get_event
            stack, name = self.stack, self.source.name
            while (event := next_event()) is not None:
                kind = type(event)
                if kind is ScalarEvent:
                    self.values += 1
                    text = event.value
                    length = len(text)
                    style = event.style
                    if (
                        event.anchor is not None
                        or event.tag is not None
                        or style == '"'
                        or length > MAX_KEY
                        or not stack
                        or self.values > MAX_VALUES
                    ):
                        self._scalar(event)
                        continue
                    # Most texts come this way, so nothing is called that need not be.
                    top = stack[-1]
                    block = top.node
                    key = top.key
                    if (
                        length < 5
                        and not style
                        and text in NULLS
                        and (key is not None or top.skip or type(block) is Items)
                    ):
                        self._put(None, event)
                        continue
                    node = Scalar(text)
                    node.plain = not style
                    node.mark = event.start_mark
                    node.end = event.end_mark
                    node.source = name
                    if type(block) is Items:
                        block.append(node)
                    elif key is not None:
                        block[key] = node  # type: ignore[call-overload]
                        top.key = None
                    elif top.skip:
                        top.skip = False
                    elif text in block or text == "<<" or "\n" in text:
                        self._key(top, block, node, event)  # type: ignore[arg-type]
                    else:
                        top.key = node
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    self._open(event, Block() if kind is MappingStartEvent else Items())
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    self.stack.pop().node.end = event.end_mark
                elif kind is AliasEvent:
                    self._alias(event)
                elif kind is DocumentStartEvent:
                    self._document(event)
                elif kind is DocumentEndEvent and self.documents > 1:
                    raise Stopped
        finally:
            loader.dispose()
        return self.root

    def _scalar(self, event: Any) -> None:
        text = event.value
        plain = not event.style
        self.values += 1
        if self.values > MAX_VALUES:
            self._too_many(event)
        if event.anchor is not None or event.tag is not None:
            self._extras(event)
        if len(text) > MAX_TEXT:
            self._report("Y053", f"this text is longer than {MAX_TEXT // 1024} kB", event)
            raise Stopped
        if event.style == '"' and (bad := REFUSED.search(text)):
            self._report(
                "X901",
                f"the character U+{ord(bad.group()):04X} cannot be seen and is not allowed",
                event,
                "remove it",
            )
            text = REFUSED.sub("", text)
        stack = self.stack
        node: Scalar | None
        if plain and text in NULLS and not (stack and self._at_key(stack[-1])):
            node = None
            self._put(None, event)
            return
        node = Scalar(text)
        node.plain = plain
        node.mark = event.start_mark
        node.end = event.end_mark
        node.source = self.source.name
        if stack:
            top = stack[-1]
            block = top.node
            if type(block) is Block:
                if top.key is None and not top.skip:
                    self._key(top, block, node, event)
                    return
                if top.key is not None:
                    block[top.key] = node
                    top.key = None
                top.skip = False
                return
            block.append(node)  # type: ignore[union-attr]
            return
        if self.documents == 1:
            self.root = node

    def _key(self, top: Open, block: Block, key: Scalar, event: Any) -> None:
        if key in block or key in block.nulls:
            if self.problems is not None and self.problems.full:
                self.problems.left_out += 1
            elif self.problems is not None:
                first = block.key(key)
                self.problems.add(
                    "Y011", f'duplicate key "{key[:60]}"; only the last one would count', key,
                    notes=((first, "first used here"),) if first else (),
                    help="remove one of the two",
                )  # fmt: skip
            top.skip = True
            return
        if key == "<<" and key.plain:
            self._report(
                "Y023",
                'merge keys ("<<") are not supported',
                event,
                "write the keys out, or use extends: and profile:",
            )
            top.skip = True
            return
        if len(key) > MAX_KEY or "\n" in key:
            self._report("Y054", "a key is one short line", event)
            top.skip = True
            return
        top.key = key

    def _put(self, node: Node, event: Any) -> None:
        """Put a value where it belongs."""
        if not self.stack:
            if self.documents == 1:
                self.root = node
            return
        top = self.stack[-1]
        block = top.node
        if isinstance(block, Items):
            if node is None:
                block.nulls[len(block)] = self._nothing(event)
            block.append(node)
            return
        if top.key is not None:
            if node is None:
                block.nulls[top.key] = self._nothing(event)
            block[top.key] = node
            top.key = None
        top.skip = False

    def _nothing(self, event: Any) -> Nothing:
        return Nothing(event.start_mark, event.end_mark, self.source.name)

    def _open(self, event: Any, node: Block | Items) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            self._too_many(event)
        if len(self.stack) >= MAX_DEPTH:
            self._report("Y051", f"this is nested more than {MAX_DEPTH} levels deep", event)
            raise Stopped
        if event.anchor is not None or event.tag is not None:
            self._extras(event)
        node.mark = event.start_mark
        node.end = event.end_mark
        node.source = self.source.name
        node.nulls = {}
        if self.stack:
            top = self.stack[-1]
            block = top.node
            if type(block) is Items:
                block.append(node)
            elif top.key is not None:
                block[top.key] = node  # type: ignore[call-overload]
                top.key = None
            elif top.skip:
                top.skip = False
            else:
                self._bad_key(event)
                top.skip = True
        elif self.documents == 1:
            self.root = node
        self.stack.append(Open(node))
