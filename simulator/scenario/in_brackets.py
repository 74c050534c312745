"""Why a bracket is not closed: a colon, a sharp, a quote or a bracket in a text behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.scenario.diagnostics import Problems, Source

MOST_LOOKED_AT = 20_000
"""Characters from the bracket to the error that are looked at."""
_PART = re.compile(
    r"""(?P<quoted>(?<=[\s,\[{:])(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"))"""
    r"""|(?P<comment>(?<=\s)\#[^\n]*)|(?P<bracket>[\[{\]}])|(?P<comma>,)|(?P<colon>:(?=\s))""",
    re.DOTALL,
)
"""What counts between brackets; all else is text."""


def not_closed(source: Source, error: Any, mark: Any, problems: Problems) -> bool:
    """Report a bracket that the parser found open; return whether the error was about one."""
    context = getattr(error, "context_mark", None)
    if context is None or "flow" not in str(error.context) or context.index >= len(source.text):
        return False
    sign = source.text[context.index]
    close = {"[": "]", "{": "}"}.get(sign)
    if close is None:
        return False
    if _cause(source, context.index, mark.index, problems):
        return True
    notes = ((source.place(mark.index, mark.index + 1), f'a comma or "{close}" is expected here'),)
    problems.add(
        "Y017",
        f'this "{sign}" is not closed, or a comma is missing',
        source.place(context.index, context.index + 1),
        notes=notes,
        help=f'close it with "{close}", and quote texts that hold , [ ] {{ or }}',
    )
    return True


def _cause(source: Source, opening: int, stop: int, problems: Problems) -> bool:
    """Report what keeps the bracket at `opening` from being closed before `stop`, if that shows."""
    text = source.text
    if stop - opening > MOST_LOOKED_AT:
        return False
    entry, colon, comment = opening + 1, -1, -1
    for part in _PART.finditer(text, opening + 1, stop + 2):
        at, kind = part.start(), part.lastgroup
        if at > stop:
            break
        if kind == "comment":
            comment = at
        elif kind == "quoted":
            if part.end() <= stop and not text[part.end() : stop].strip():
                return _quote_ends(source, at, part.end(), problems)
        elif kind == "colon" and colon < 0:
            colon = at
        elif kind == "colon":
            return "\n" not in text[colon:at] and _colon(source, colon, at, problems)
        elif kind == "bracket" and text[max(entry, colon + 1) : at].strip():
            return text[at] in "[{" and _bracket(source, at, problems)
        else:
            entry, colon = at + 1, -1
    return comment >= 0 and _comment(source, opening, comment, problems)


def _colon(source: Source, key: int, at: int, problems: Problems) -> bool:
    """Report a colon in the text behind a key, whose own colon is at `key`."""
    text = source.text
    end = re.compile(r"[,\]}\n]|\Z").search(text, at)
    name = re.search(r"[\w-]*\Z", text[:key])
    words = text[key + 1 : end.start() if end else at].strip().replace('"', '\\"')
    problems.add(
        "Y004", "text with a colon followed by a space must be quoted", source.place(at, at + 1),
        help=f'{name[0] if name else ""}: "{words[:120]}", or a comma where a key begins',
    )  # fmt: skip
    return True


def _bracket(source: Source, at: int, problems: Problems) -> bool:
    """Report a bracket in a text."""
    problems.add(
        "Y017", f'this "{source.text[at]}" stands inside a text between brackets',
        source.place(at, at + 1), help="quote the text from its first word to its last",
    )  # fmt: skip
    return True


def _quote_ends(source: Source, start: int, end: int, problems: Problems) -> bool:
    """Report a quote that opened a text, which ends at a quote that was meant otherwise."""
    sign = source.text[start]
    problems.add(
        "Y015", f"this {sign} opens a quoted text, which ends at the next one; more follows there",
        source.place(start, start + 1),
        notes=((source.place(end - 1, end), "it ends here"),),
        help="put the whole text in double quotes" if sign == "'"
        else 'write \\" for a quote inside, or use single quotes',
    )  # fmt: skip
    return True


def _comment(source: Source, opening: int, comment: int, problems: Problems) -> bool:
    sign = source.text[opening]
    end = source.text.find("\n", comment)
    problems.add(
        "Y017", f'behind " #" all is a comment, so the "{sign}" before it is never closed',
        source.place(comment, len(source.text) if end < 0 else end),
        notes=((source.place(opening, opening + 1), "this is not closed"),),
        help="quote the text that holds the #",
    )  # fmt: skip
    return True
