"""What the composer refuses: anchors, aliases, tags, directives, second documents, odd keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.scenario.nodes import Block, Items, Node, Scalar

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Problems, Source

MAX_VALUES = 50_000
"""Most values in a file; 10,000 lines have half as many."""


class Stopped(Exception):  # noqa: N818 - not an error of ours: reading ends here
    """Reading ends: a limit is passed, and it has been reported."""


@dataclass(slots=True)
class Open:
    """A collection that is being read."""

    node: Block | Items
    key: Scalar | None = None
    skip: bool = False
    """Whether the next value belongs to a key that is refused."""


class Refusals:
    """Reports them; the composer's other half."""

    source: Source
    problems: Problems | None
    stack: list[Open]
    documents: int

    def _put(self, node: Node, event: Any) -> None:
        raise NotImplementedError

    @staticmethod
    def _at_key(top: Open) -> bool:
        """Return whether a key comes next."""
        return type(top.node) is Block and top.key is None and not top.skip

    def _report(self, code: str, message: str, event: Any, help: str = "") -> None:  # noqa: A002
        if self.problems is not None:
            start, end = event.start_mark.index, event.end_mark.index
            place = self.source.place(start, max(end, start + 1))
            self.problems.add(code, message, place, help=help)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._report(
                "Y030",
                "a second document starts here; one scenario per file",
                event,
                "put it into a file of its own",
            )
            raise Stopped
        if event.version or event.tags:
            self._report("Y031", "YAML directives are not supported", event, "remove this line")

    def _bad_key(self, event: Any) -> None:
        start = event.start_mark.index
        text = self.source.text
        if text[start : start + 1] == "{" and text[start - 1 : start] == "{":
            self._report(
                "Y014",
                '"{{ }}" must be quoted; texts use names in single braces',
                event,
                "quote the text, and write {ana.short} for a name",
            )
        else:
            self._report("Y009", "a key must be one text, not a list or a group of keys", event)

    def _alias(self, event: Any) -> None:
        text = self.source.text
        stop = text.find("\n", event.start_mark.index)
        rest = text[event.start_mark.index : stop if stop >= 0 else len(text)].strip()
        self._report(
            "Y020",
            '"*" starts a YAML alias, which scenarios do not support',
            event,
            f'quote the text: "{rest[:60]}"',
        )
        if self.stack and self._at_key(self.stack[-1]):
            self.stack[-1].skip = True
        else:
            self._put(None, event)

    def _extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._report(
                "Y021",
                '"&" starts a YAML anchor, which scenarios do not support',
                event,
                "quote the text if it begins with &",
            )
        if event.tag is not None and event.tag != "!":
            self._report(
                "Y022",
                '"!" starts a YAML tag, which scenarios do not support',
                event,
                "quote the text if it begins with !",
            )

    def _too_many(self, event: Any) -> None:
        self._report("Y052", f"the file has more than {MAX_VALUES:,} values", event)
        raise Stopped
